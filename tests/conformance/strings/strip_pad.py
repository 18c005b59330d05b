"""strip, justify, zfill."""

print(repr("  x ".strip()), repr("  x ".lstrip()), repr("  x ".rstrip()), "xxhixx".strip("x"), "abcba".strip("ab"), repr("\t\n x\r\n".strip()))
print("www.example.com".lstrip("w."), "a.b.c...".rstrip("."), repr("".strip()))
for width in (0, 3, 8, 9):
    print("[" + "abc".ljust(width) + "]", "[" + "abc".rjust(width, "*") + "]", "[" + "abc".center(width, "-") + "]", "[" + "abcd".center(width, "-") + "]")
print("42".zfill(5), "-42".zfill(5), "+7".zfill(4), "abc".zfill(2), "".zfill(3))
