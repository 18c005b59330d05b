"""isdigit, isalpha and their kin on ASCII."""

for text in ("", "a", "abc", "ab1", "123", "12 3", " ", "\t\n", "A_b", "_x", "1a", "é", "def", "x-y", "~"):
    print(
        repr(text), text.isalpha(), text.isdigit(), text.isalnum(), text.isspace(), text.isdecimal(),
        text.isnumeric(), text.isidentifier(), text.isprintable(), text.isascii(),
    )
