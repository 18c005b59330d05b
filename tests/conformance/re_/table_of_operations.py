"""findall, finditer, split, sub and subn over a table, with positions and counts."""

import re

CASES = [
    (r"\d+", "a1b22c333"), (r"x*", "axbxxc"), (r"", "abc"), (r"\b", "one two"), (r"(\w)(\d)", "a1 b2 c3"),
    (r"(a)|b", "abab"), (r"[,;]\s*", "a, b;c,  d"), (r"(,)", "a,b,,c"), (r"(?:,|;)+", "a,;b"), (r"$", "a\nb\n"),
    (r"(?m)^", "a\nb\nc"), (r"(?m)$", "a\nb\nc"), (r"\s*", "a b  c"), (r"(\s)*", "a b  c"), (r"a*?", "aab"),
    (r"(?=b)", "abab"), (r"(?<=a)", "abab"), (r"(?P<k>\w+)=(?P<v>\w*)", "a=1 b= c=3"), (r".", "a\nb"),
    (r"(?s).", "a\nb"), (r"\w+", "über straße naïve"), (r"[^a]", "bananä"), (r"(b)?a", "aba"), (r"z", "none"),
    (r"(a)(b)?(c)?", "abc ab a ac"), (r"\W", "a-b_c.d"), (r"(.)\1", "aabbcd"), (r"b|", "abc"), (r"()", "ab"),
]  # fmt: skip


def main() -> None:
    for pattern, text in CASES:
        p = re.compile(pattern)
        print(repr(pattern), repr(text))
        print("  findall", p.findall(text), p.findall(text, 1), p.findall(text, 1, 4))
        print("  finditer", [(m.span(), m.group(), m.pos, m.endpos) for m in p.finditer(text, 1)])
        print("  split", p.split(text), p.split(text, 1), p.split(text, maxsplit=2))
        print("  sub", repr(p.sub("<\\g<0>>", text)), repr(p.sub("", text, 1)), p.subn("-", text))
        print("  call", p.sub(lambda m: f"[{m.start()}:{m.group().upper()}]", text, count=2))
    print(re.sub(r"(?P<first>\w+) (?P<second>\w+)", r"\g<second> \g<first>", "hello world, good day"))
    print(re.sub(r"(a)|(b)", r"[\1|\2]", "abc"), re.sub("a", "\\n\\t\\\\", "xax"), re.sub("(x)", r"\g<1>0", "x"))
    print(re.sub("a", r"\101\x", "b") if False else re.sub("a", r"\101\0", "cac").encode())
    print(re.subn("[aeiou]", "", "education"), re.subn("q", "", "education"))


main()
