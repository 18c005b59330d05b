"""upper, lower, title and their kin."""

for text in ("hello world", "HELLO", "Hello World", "hELLO wORLD 3rd", "", "123", "they're bill's", "naïve é"):
    print(text.upper(), text.lower(), text.title(), text.capitalize(), text.swapcase(), text.casefold())
    print(text.isupper(), text.islower(), text.istitle())
