"""Substitutions at work: callbacks, back-references, templates, snake and camel case, redaction, links, unescaping."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date


def snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def camel(name: str) -> str:
    return re.sub(r"_+([a-z0-9])", lambda m: m[1].upper(), name)


def redact(text: str) -> str:
    text = re.sub(r"\b(\d{4})[- ]?(\d{4})[- ]?(\d{4})[- ]?(\d{4})\b", r"\1-****-****-\4", text)
    text = re.sub(r"(?P<user>[\w.+-])[\w.+-]*@(?P<host>[\w-]+(?:\.[\w-]+)+)", r"\g<user>***@\g<host>", text)
    return re.sub(r"(?i)(password|token)(\s*[=:]\s*)(\"[^\"]*\"|\S+)", lambda m: f"{m[1]}{m[2]}{'*' * min(len(m[3]), 6)}", text)


def dates(text: str) -> str:
    months = "jan feb mar apr may jun jul aug sep oct nov dec".split()

    def iso(match: re.Match[str]) -> str:
        day, month, year = match.group("d", "m", "y")
        try:
            return date(int(year), months.index(month.lower()) + 1, int(day)).isoformat()
        except ValueError:
            return match[0]

    return re.sub(rf"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m>{'|'.join(months)})[a-z]*\.?,?\s+(?P<y>\d{{4}})", iso, text, flags=re.I)


def unescape(text: str) -> str:
    table = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "nbsp": "\xa0"}

    def one(match: re.Match[str]) -> str:
        decimal, hexadecimal, name = match.groups()
        if decimal:
            return chr(int(decimal))
        if hexadecimal:
            return chr(int(hexadecimal, 16))
        return table.get(name, match.group())

    return re.sub(r"&(?:#(\d+)|#[xX]([0-9a-fA-F]+)|(\w+));", one, text)


def collapse(text: str) -> str:
    return re.sub(r"(\w)\1{2,}", lambda m: f"{m[1]}x{m.end() - m.start()}", text)


def commas(number: str) -> str:
    return re.sub(r"(?<=\d)(?=(?:\d{3})+(?!\d))", ",", number)


JOBS: list[tuple[Callable[[str], str], list[str]]] = [
    (snake, ["HTTPServerError", "simple", "parseJSON2Xml", "ABC", "aB"]),
    (camel, ["http_server_error", "a__b_1", "_private_x", ""]),
    (redact, ["card 4111 1111-11111111, mail ada.l+x@mail.example.org", 'Password = "let me in" TOKEN:abc password=']),
    (dates, ["on 3rd March 2024 and 31 Feb. 2023, then 1st dec, 1999", "May 5"]),
    (unescape, ["&lt;a href=&quot;x&quot;&gt; &#65;&#x1F600; &nbsp;&unknown; &amp;lt;"]),
    (collapse, ["aaab  cccc dd zzzzzz", "ééé"]),
    (commas, ["1234567", "12", "x1000y1000000", "-1234.5678"]),
]
for function, samples in JOBS:
    for sample in samples:
        print(f"{function.__name__:<9}{sample!r} -> {function(sample)!r}")
print(re.subn("o", "0", "foo boo", count=3), re.sub("", "-", "abc"), re.sub("x*", "-", "abxd"), re.sub(r"\b", "|", "hi there"), re.sub("(a)(b)?", r"[\1\2]", "abaa"))
print(re.sub(r"(?m)^(\s*)#\s?", r"\1// ", "# one\n  # two\nx # no"), re.sub(r"(?s)/\*.*?\*/", " ", "a/* x\ny */b/**/c"), re.sub(r"(\d+)", r"<\g<0>\g<1>0>", "a1b22"))
print(re.split(r"([,;])\s*", "a, b;c,, d"), re.split(r"(?=[A-Z])", "oneTwoThree"), re.split(r"\s+", "  lead and trail "), re.split("x", "axbxc", maxsplit=1), re.findall(r"(\w)(\d)?", "a1bc2"), re.findall("", "ab"))
match = re.search(r"(?P<a>\w+)\s(?P<b>\w+)(?P<c>!)?", "say hello world")
assert match is not None
print(match.expand(r"\2 \g<a> \\"), match.groupdict("none"), match.span("b"), match.start(3), match.regs, match.lastgroup, match.lastindex, match.string[match.end() :], match.pos, match.endpos)
print(re.escape("a.b*c[d] e-f_g\n"), re.fullmatch(r"[\w.]+", "a.b") is not None, re.sub(re.escape("$1.00"), lambda m: r"\1", "costs $1.00"))
for pattern, template in (("a", r"\2"), ("(a)", r"\g<b>"), ("a", "\\"), ("(?P<x>a)", r"\g<x"), ("a", r"\q")):
    try:
        print(re.sub(pattern, template, "aaa"))
    except (re.error, IndexError) as error:
        print(repr(template), type(error).__name__, error)
re.sub("(", "", "x")
