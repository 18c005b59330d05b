"""Patterns over bytes, bytearray and memoryview."""

import re
from typing import Any


def main() -> None:
    header = re.compile(rb"^([A-Za-z-]+):\s*(.*?)\r?$", re.M)
    raw = b"Host: example.org\r\nContent-Length: 12\r\nX-Empty:\r\n\r\nhello \xff\x00 body"
    for found in header.finditer(raw):
        print(found.group(1), found.group(2), found.span(2))
    print(header.findall(raw), header.groups, header.pattern)
    print(re.split(rb"\r\n", raw), re.sub(rb"\s+", b" ", raw), re.subn(rb"[^\x20-\x7e]", b"?", raw))
    print(re.search(rb"\xff(.)", raw, re.S), re.search(b"[\x80-\xff]", raw), re.findall(rb"\w+", b"a\xe9b c"))
    print(re.sub(rb"(\w+): (\w+)", rb"\2=\1", b"a: b, c: d"), re.sub(rb"\w", lambda m: m.group().upper() * 2, b"a-b"))
    array = bytearray(b"one two")
    found2 = re.search(rb"t\w+", array)
    assert found2 is not None
    print(found2.group(), type(found2.group()) is bytes, array)
    print(re.findall(rb"o", memoryview(b"foo boo")), re.match(rb"(?i)ABC", b"abc"), re.match(rb"(?i)\xc9", b"\xe9"))
    print(re.escape(b"a.b\n\x00\xff"), re.escape("a.b*c d-é"), re.fullmatch(rb"(?P<y>\d{4})-(?P<m>\d\d)", b"2024-05"))
    date = re.match(rb"(?P<y>\d{4})-(?P<m>\d\d)", b"2024-05")
    assert date is not None
    print(date.groupdict(), date.expand(rb"\g<m>/\g<y>"), date["y"], int(date["m"]))
    for pattern in (b"(", b"[a", b"\\q", b"(?u)a", b"\xff("):
        try:
            re.compile(pattern)
        except re.error as problem:
            print(pattern, problem, problem.pattern)
    mixed()


def mixed() -> None:
    """Templates that are not of the pattern's kind, which the type checker would refuse."""
    texts: Any = re.compile("a(b)?")
    datas: Any = re.compile(b"a(b)?")
    templates: list[Any] = [b"x", "x", b"\\1", "<\\1>", b"<\\1>", 5, lambda found: b"?", lambda found: "?"]
    for template in templates:
        for pattern, string in ((texts, "zab"), (datas, b"zab"), (texts, "none")):
            try:
                print(pattern.sub(template, string))
            except TypeError as error:
                print(error)
    for pattern, string, template in ((texts, "ab", b"x"), (texts, "ab", b"\\1>"), (datas, b"ab", "\\1"), (datas, b"ab", "y")):
        try:
            print(pattern.match(string).expand(template))
        except TypeError as error:
            print(error)


main()
