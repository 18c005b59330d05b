"""Many patterns against many texts: everything a match says, in one table."""

import re

PATTERNS = [
    r"", r"a", r"ab|cd", r"(a)(b)?", r"(a|b)*c", r"(?:a|b)*?c", r"a{2,3}", r"a{,2}b", r"a{2}", r"(ab){1,2}",
    r"(a*)*", r"(a*)+", r"(a+)+b", r"(?:a?)*?b", r"(a|())*", r"(?:(a)|b)*", r"((a)|(b))*", r"(a)|(b)|(c)",
    r"^a", r"a$", r"\Aa", r"a\Z", r"\ba", r"\Ba", r"a\b", r"^$", r"(?m)^a$", r"(?s)a.b", r"a.b", r"[abc]+",
    r"[^abc]+", r"[a-c1-3]+", r"[]a]+", r"[^]a]+", r"[a\]]+", r"[\w-]+", r"[-a]+", r"[a-]+", r"\d+", r"\D+",
    r"\w+", r"\W+", r"\s+", r"\S+", r"(\w+) (\w+)", r"(\w)\1", r"(?P<x>a)(?P=x)", r"(a)?(?(1)b|c)",
    r"(?P<q>['\"])?x(?(q)(?P=q)|)", r"a(?=b)", r"a(?!b)", r"(?<=a)b", r"(?<!a)b", r"(?<=ab|cd)x", r"(?=(a+))a*b\1",
    r"(?>a+)b", r"(?>a|ab)c", r"a++b", r"a*+a", r"(?:ab)*+c", r"a?+a", r"(?:a|ab){2}+c", r"(?i)AbC", r"(?i:a)B",
    r"(?i)[a-c]+", r"(?-i:a)b", r"(?x) a b # comment", r"\x41\101\u0041", r"a\.b\*c", r"[.*+?]+", r"\t|\n|\\",
    r"a(?#comment)b", r"(?:)", r"()", r"(()|a)+b", r"x*", r"(?:x*)*y", r"(a{0,2}){2,3}", r"(?:a{2})+", r"(a(b(c)?)?)?",
    r"(?=a)(?=.b)..", r"(?!.*b)a+", r"(.)(.)?(?(2)\2|\1)", r"((?:a|b)+?)(b*)$", r"[a-z]+?\d", r"\w+?\b", r".*?,",
    r"(.*)(\d+)", r"(.*?)(\d+)", r"(.+?)(\d*)$", r"a|ab|abc", r"(?:a|ab|abc)$", r"(a|ab)(c|bcd)(d*)", r"\Z", r"$",
]  # fmt: skip

TEXTS = [
    "", "a", "b", "ab", "abc", "aab", "aaab", "abab", "cd", "ac", "bc", "a b", "ABC", "aBc", "a\nb", "b\na", "a\n",
    "a.b*c", "123", "x123", "foo bar", "'x'", "\"x", "x", "abcabc", "aaaa", "abx", "cdx", "A", "]a-", "a\\b\tc",
    "word, word2", "xxxy", "abcd",
]  # fmt: skip


def main() -> None:
    for pattern in PATTERNS:
        compiled = re.compile(pattern)
        print(f"{pattern!r}: groups={compiled.groups} names={dict(compiled.groupindex)}")
        for text in TEXTS:
            parts: list[str] = []
            for found in (compiled.match(text), compiled.search(text), compiled.fullmatch(text)):
                if found is None:
                    parts.append("-")
                else:
                    parts.append(f"{found.span()}{found.groups()}{found.lastindex}")
            print("   ", repr(text), " ".join(parts))


main()
