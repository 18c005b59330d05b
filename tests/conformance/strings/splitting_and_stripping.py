"""split, rsplit, splitlines, partition, strip and their kin, on text and bytes alike, with every odd argument."""

from __future__ import annotations

TEXTS = ["", " ", "a", "  a  b  ", "a,b,,c,", ",", "one\ttwo\nthree\r\nfour", "\u2003em\xa0space\u3000", "aXXbXXXc", "x" * 5]

for text in TEXTS:
    print(ascii(text))
    print("  ", *map(ascii, (text.split(), text.split(None, 1), text.rsplit(None, 1), text.split(","), text.split(",", 1), text.rsplit(",", 2), text.split("XX"), text.rsplit("XX", 1))))
    print("  ", *map(ascii, (text.splitlines(), text.splitlines(True), text.partition(","), text.rpartition("X"), text.strip(), text.lstrip("a "), text.rstrip(",cX"), text.strip("xX"))))
    raw = text.encode()
    assert [part.decode() for part in raw.split(b",")] == text.split(",")
    assert raw.partition(b"XX")[2].decode() == text.partition("XX")[2] and raw.rsplit(b"X", 1)[0].decode() == text.rsplit("X", 1)[0]
    if text.isascii():
        assert [part.decode() for part in raw.split()] == text.split() and raw.strip().decode() == text.strip()
print("a\x0bb\x0cc\x1cd\x1de\x1ef\x85g\u2028h\u2029i".splitlines(), b"a\x0bb\x1cc\rd\n\ne".splitlines(), "\n".splitlines(), "a\n".splitlines(), "".splitlines(True))
print("www.example.com".removeprefix("www."), "archive.tar.gz".removesuffix(".gz"), "xx".removeprefix("xxx"), "aaa".removesuffix(""), b"data:1".removeprefix(b"data:"), "aXbXc".replace("X", "", 1), "abc".replace("", "-"), "aaa".replace("aa", "b"), "aaaa".replace("a", "bb", 3), b"x.y".replace(b".", b"--"))
print("a-b_c".translate({ord("-"): "+", ord("_"): None}), "hello".translate(str.maketrans("el", "ip")), "abc".translate({97: "1", 98: None, 99: "sea"}), "naïve".translate(str.maketrans("", "", "ïv")), b"hello".translate(bytes.maketrans(b"lo", b"01"), b"h"), b"abcabc".translate(None, b"b"))
print("\t1\t22\t333\n\t4".expandtabs(4), "a\tb".expandtabs(0), "ab\tc".expandtabs(), repr("x\ty\rz\tw".expandtabs(3)), b"a\tb".expandtabs(2))
print("42".zfill(5), "-42".zfill(5), "+x".zfill(4), "".zfill(2), b"-7".zfill(4), "mid".center(8, "*"), "mid".center(7, "*"), "l".ljust(3, "."), "r".rjust(3, "é"), b"c".center(4, b"-"), "toolong".center(3))
print("find me, find you".find("find", 1), "abc".find(""), "abc".find("", 3), "abc".find("", 4), "abc".rfind(""), "ababab".rfind("ab", 0, 5), "ababab".count("ab", 1), "aaaa".count("aa"), "abc".count(""), "abc".index("c", -1), b"abcabc".rindex(b"b"), b"abc".find(98), "x".startswith(("y", "x")), "test.py".endswith((".py", ".txt"), 2), "abc".startswith("", 4), b"ab".endswith(b"b"))
print(",".join("abc"), "".join(["x"]), "-".join(()), b"/".join([b"a", bytearray(b"b"), memoryview(b"c")]), "é".join(("a", "b", "c")), "ab" * 3, 3 * "-", "x" * -1, "abc"[::-1], "abcdef"[-4:-1:2])
for job in range(8):
    try:
        match job:
            case 0:
                "abc".split("")
            case 1:
                "abc".index("z")
            case 2:
                b"abc".rindex(b"z", 1)
            case 3:
                "x".center(5, "ab")
            case 4:
                "a".rpartition("")
            case 5:
                str.maketrans("ab", "c")
            case 6:
                "a".partition("")
            case 7:
                b"a".split(b"")
    except (ValueError, TypeError) as error:
        print(job, type(error).__name__, error)
print("key=value=more".split("=", maxsplit=1), "a b c".rsplit(maxsplit=1), "line\n".splitlines(keepends=True), "1,2;3".replace(";", ",").split(","))
raise SystemExit("".join(sorted("zebra crossing".split()[0])) + " done")
