"""Patterns and templates that are wrong: messages, positions, lines."""

import re

BAD = [
    "(", "(a", "a)", "[", "[a", "[]", "[^]", "[b-a]", r"[\d-z]", r"[a-\w]", "*", "+a", "?", "a**", "a+*", "a{2}{3}", "a{3,1}",
    "|*", "(*)", "^*", r"\b+", "(?", "(?P", "(?P<", "(?P<a", "(?P<a>", "(?P<1a>x)", "(?P<>x)", "(?P<a>x)(?P<a>y)",
    "(?P=a)", "(?P=", "(?P=a", "(?Pz)", "(?<", "(?<a)", "(?z)", "(?i", "(?i-", "(?-", "(?-:a)", "(?i-i:a)", "(?au)",
    "(?L)", "a(?i)b", "(?#", "(?(", "(?(1", "(?(1)a", "(?(1)a|b|c)", "(?(2)a)", "(?(a)b)", "(?(0)a)", "(?(-1)a)",
    "(?=a", "(?<=a*)b", "(?<!a|bc)d", r"(a\1)", r"\1", r"\9", r"(a)\2", "\\", r"\x1", r"\u12", r"\U00110000", r"\q", r"[\q]",
    r"\400", r"[\400]", r"(?<=(a)\1)b", r"(?<=\1)(a)", "(?P<n>a)(?<=(?P=m))", "a\n(b", "x\ny\n[", "(?:a", "((a)", "(?s-L:a)",
    "(?a-u:x)", "(?iu)x", "(?-a:x)", "(?x-:a)",
]  # fmt: skip

TEMPLATES = [r"\1", r"\g<1>", r"\g<name>", r"\g<", r"\g<>", r"\gx", r"\g<1a>", r"\q", "\\", r"\g<-1>", r"\400", r"\2"]


def main() -> None:
    for pattern in BAD:
        try:
            p = re.compile(pattern)
            print(repr(pattern), "compiles", p.groups)
        except re.error as problem:
            print(repr(pattern), "->", problem, problem.msg, problem.pos)
            if problem.pos is not None:
                print("    ", problem.lineno, problem.colno, problem.pattern == pattern)
        except OverflowError as problem:
            print(repr(pattern), "overflow", problem)
    for template in TEMPLATES:
        try:
            print(re.sub("a", template, "banana"))
        except re.error as problem:
            print(repr(template), "->", problem)
        except IndexError as problem:
            print(repr(template), "index", problem)
    found = re.match("(a)(?P<b>b)?", "a")
    assert found is not None
    for group in (0, 1, 2):
        print(found.group(group), found.span(group), found[group])
    for bad in (3, -1):
        try:
            print(found.group(bad))
        except IndexError as problem:
            print("IndexError", problem)
    try:
        print(found["c"])
    except IndexError as problem:
        print("IndexError", problem)
    for flags in (re.LOCALE, re.ASCII | re.UNICODE):
        try:
            print(re.compile("a", flags))
        except ValueError as problem:
            print("ValueError", problem)
    try:
        print(re.compile(b"a", re.UNICODE))
    except ValueError as problem:
        print("ValueError", problem)
    try:
        print(re.compile(re.compile("a"), re.I))
    except ValueError as problem:
        print("ValueError", problem)
    try:
        re.compile("a{99999999999}")
    except OverflowError as problem:
        print("OverflowError", problem)
    print(isinstance(re.error("x"), Exception), str(re.error("message")), str(re.error("message", "abc", 2)))


main()
