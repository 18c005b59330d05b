"""Splits at white space with a limit keep what is left as it is, but for the space at the split."""

for text in ("  a  b  ", "one two  three   ", "\tx\n", "", "  "):
    for limit in (0, 1, 2, -1):
        assert [part.decode() for part in text.encode().split(None, limit)] == text.split(None, limit)
        assert [part.decode() for part in text.encode().rsplit(None, limit)] == text.rsplit(None, limit)
        print(repr(text), limit, text.split(None, limit), text.rsplit(maxsplit=limit), bytearray(text.encode()).split(maxsplit=limit))
command, *rest = "GET  /index.html  HTTP/1.1 \r\n".split(maxsplit=1)
print(command, rest)
key, value = "name:  Ada Lovelace  ".split(None, 1)
print(repr(key), repr(value))
