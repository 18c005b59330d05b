"""Patterns that validate: addresses, versions, colours, passwords by look-ahead, balanced words, atomic groups, bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable

PATTERNS: dict[str, re.Pattern[str]] = {
    "ipv4": re.compile(r"(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}"),
    "semver": re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(?:-((?:0|[1-9]\d*|\d*[a-zA-Z-][\da-zA-Z-]*)(?:\.[\da-zA-Z-]+)*))?(?:\+([\da-zA-Z.-]+))?"),
    "colour": re.compile(r"#(?:[\da-f]{3}){1,2}", re.IGNORECASE),
    "password": re.compile(r"(?=.*[a-z])(?=.*[A-Z])(?=.*\d)(?!.*(.)\1\1)[^\s]{8,}"),
    "roman": re.compile(r"(?=[MDCLXVI])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"),
    "time": re.compile(r"(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?\s*(?P<half>[ap]m)?", re.I),
    "tag": re.compile(r"<(?P<name>[a-z]+)(?:\s[^>]*)?>.*</(?P=name)>", re.DOTALL),
    "quoted": re.compile(r"""(['"])(?:(?!\1).)*\1"""),
    "number": re.compile(r"[+-]?(?:\d++(?:\.\d*+)?|\.\d++)(?:[eE][+-]?\d++)?"),
    "conditional": re.compile(r"(<)?\w+@\w+\.com(?(1)>|$)"),
    "identifier": re.compile(r"[^\W\d]\w*", re.UNICODE),
    "even": re.compile(r"(?:(?:..)+)?", re.DOTALL),
}
SAMPLES: dict[str, Iterable[str]] = {
    "ipv4": ["192.168.0.1", "256.1.1.1", "1.2.3", "1.2.3.4.", "01.2.3.4"],
    "semver": ["1.0.0", "2.10.3-alpha.1+build.5", "01.1.1", "1.2", "1.0.0-", "1.0.0-0A"],
    "colour": ["#fff", "#A1B2c3", "#abcd", "fff"],
    "password": ["Passw0rd", "passw0rd", "Paaas5word", "Sh0rt", "With Sp4ce"],
    "roman": ["MCMXCIV", "IIII", "", "XLII", "VX"],
    "time": ["9:05", "23:59:59", "24:00", "12:30 PM", "7:60"],
    "tag": ["<b>x</b>", "<a href='x'>\n<b></b></a>", "<a></b>", "<B></B>"],
    "quoted": ["'it'", '"a\'b"', "'a\"", "''"],
    "number": ["1", "-2.5e10", ".5", "5.", "e5", "1e", "+.e1"],
    "conditional": ["<a@b.com>", "a@b.com", "<a@b.com", "a@b.com>"],
    "identifier": ["été", "_x1", "1x", "日本", "a-b", "²"],
    "even": ["", "ab", "abc", "a\n"],
}
for name, samples in SAMPLES.items():
    pattern = PATTERNS[name]
    verdicts = [f"{sample!r}:{'yes' if pattern.fullmatch(sample) else 'no'}" for sample in samples]
    print(f"{name:<12}", *verdicts)
time = PATTERNS["time"].fullmatch("12:30 PM")
assert time
print(time.groupdict(), time["half"], time.group("s"), PATTERNS["semver"].fullmatch("2.10.3-alpha.1+build.5").groups())  # type: ignore[union-attr]
versions = ["1.0.0", "1.0.0-alpha", "1.0.0-alpha.1", "0.9.10", "0.9.9"]


def key(version: str) -> tuple[int, int, int, bool, str]:
    match = PATTERNS["semver"].fullmatch(version)
    if match is None:
        raise ValueError(version)
    major, minor, patch = map(int, match.group(1, 2, 3))
    return major, minor, patch, match[4] is None, match[4] or ""


print(sorted(versions, key=key))
raw = re.compile(rb"(?P<key>[\x20-\x7e]+?)=(?P<value>[^\0]*)\0")
print([(m["key"], m["value"]) for m in raw.finditer(b"A=1\0B=\xff\xfe\0C=\0broken")], raw.sub(rb"\g<value>;", b"x=1\0"), raw.pattern[:12])
print(re.search(r"(?i:STRASSE)|straße", "Straße", re.I), re.match(r"(?a:\w+)", "été"), re.match(r"\w+", "été", re.A), re.search("K", "\u212a", re.I), re.findall(r"(?i)[α-ω]+", "ΑΒΓ abc δεζ"))
print(re.match(r"(?>a+)ab", "aaab"), re.match(r"a++ab", "aaab"), re.match(r"(a+)+$", "a" * 200 + "b") if False else "skipped", re.search(r"(?<!\d)\d{2}(?!\d)", "123 45 6"), re.search(r"(?<=\$)\d+", "cost $42"))
for broken in ("[a", "a{2,1}", "(?P<1a>x)", "*a", "(?<=a+)b", r"\1", "(?P<n>a)(?P<n>b)", "[z-a]", "(?z)", "a**", "(?P=nope)", "\\"):
    try:
        re.compile(broken)
    except re.error as error:
        print(f"{broken!r:<18}{error.msg} @ {error.pos}")
print(key("1.x"))
