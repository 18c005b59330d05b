"""Patterns and matches as objects: repr, equality, flags, caches, Any."""

import re
from re import Match, Pattern
from typing import Any


def describe(found: Match[str] | None) -> str:
    if found is None:
        return "no match"
    return f"{found.re.pattern} {found.pos} {found.endpos} {found.string!r} {found.start()} {found.end(0)} {found.regs}"


def words(pattern: Pattern[str], text: str) -> list[str]:
    return [str(word) for word in pattern.findall(text)]


def main() -> None:
    p = re.compile(r"(?P<a>\w)(?P<b>\w)?", re.I | re.M)
    print(p, p.flags, p.groups, dict(p.groupindex), p.pattern)
    print(p == re.compile(r"(?P<a>\w)(?P<b>\w)?", re.I | re.M), p == re.compile("x"), p != re.compile("x"), hash(p) == hash(p))
    print(re.compile("x") is re.compile("x"), p in {p: 1}, re.compile(p) is p)
    print(describe(p.search("  héllo", 1, 5)), describe(p.match("--")))
    found = p.match("xyz")
    assert found
    print(found, bool(found), found[0], found["a"], found.group("a", "b"), found.group(1, 0), found.groups("-"))
    print(found.expand(r"\2\1 \g<a>"), found.groupdict(), found.lastgroup, found.lastindex)
    a, b = found.groups()
    print(a + b, a.upper(), f"{b:>3}", len(a), a in "xyz", a == "x")
    print(re.match("(x)|(y)", "y").groups(), re.match("(x)|(y)", "y").groups(""), re.match("(x)|(y)", "y").groupdict())  # type: ignore
    print(words(re.compile(r"\w+"), "one two"), re.findall("a", "banana", re.I), re.search("N", "banana", flags=re.IGNORECASE))
    for flags in (0, re.A, re.I, re.S | re.X, re.M | re.I | re.S | re.X | re.A):
        print(re.compile("a b", flags), re.compile("a b", flags).flags)
    print(re.compile("(?imsx)a").flags, re.compile("(?a)a").flags, re.compile(b"a").flags, re.compile(b"(?L)a").flags)
    anything: Any = re.search("b+", "abbc")
    print(anything.group(), anything.span(), anything.start() + 1)
    if (m := re.match(r"(\d+)-(\d+)", "10-20")) is not None:
        low, high = map(int, m.groups())
        print(low + high, sorted(m.groups(), reverse=True))
    for flag in (re.I, re.I | re.M, re.A | re.X | re.S, re.NOFLAG, re.U):
        print(flag, repr(flag), f"{flag}", int(flag), flag == int(flag), bool(flag & re.I), flag | 1 == int(flag) | 1)
    both = re.IGNORECASE
    both |= re.DOTALL
    print(both, re.findall("a.b", "A\nB a\nb", both), re.compile("x", both).flags & re.DOTALL == re.DOTALL)
    re.purge()
    print(re.escape("1+1=2 (really?) [yes] {no} ^$ a|b \\ # & ~ -"), re.escape("été_é"), repr(re.escape("\n\t\r\x0b\x0c\0")))
    print(re.match(re.escape("a.b"), "a.b"), re.match(re.escape("a.b"), "axb"))
    print(re.match("x" * 60, "x" * 60), int(re.I), re.I.value, re.IGNORECASE.name, re.I == 2)


main()
