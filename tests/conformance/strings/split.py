"""split, rsplit, splitlines, partition."""

print("a b  c".split(), " a b ".split(" "), "a,b,,c".split(","), "".split(), "".split(","), "   ".split())
print("a b c d".split(None, 2), "a,b,c,d".split(",", 2), "a b c d".rsplit(None, 1), "a,b,c,d".rsplit(",", 2))
print("a--b--c".split("--"), "tabs\tand\nlines here".split(), "a,b".split(",", 0), "a,b,c".rsplit(",", maxsplit=1))
print("one\ntwo\r\nthree\rfour".splitlines(), "x\n\ny\n".splitlines(), "x\ny\n".splitlines(True), "".splitlines())
print("key=value=x".partition("="), "key=value=x".rpartition("="), "none".partition("="), "none".rpartition("="))
try:
    print("abc".split(""))
except ValueError as error:
    print(error)
