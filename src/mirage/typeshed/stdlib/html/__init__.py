"""Text as HTML, and back (the WHATWG's rules for character references)."""

from __future__ import annotations

from typing import Final

__all__ = ["escape", "unescape"]

_ENDS: Final = "\t\n\f <&#;"  # a name has none of these
_DIGITS: Final = "0123456789"
_HEXADECIMAL: Final = "0123456789abcdefABCDEF"
# What 0x80 to 0x9F stand for: what they are in code page 1252
_WINDOWS: Final = (
    "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f"
    "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178"
)


def escape(s: str, quote: bool = True) -> str:
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    if quote:
        s = s.replace('"', "&quot;").replace("'", "&#x27;")
    return s


def unescape(s: str) -> str:
    place = s.find("&")
    if place < 0:
        return s
    parts: list[str] = []
    start = 0
    while place >= 0:
        parts.append(s[start:place])
        start = _end(s, place + 1)
        parts.append(_replaced(s[place + 1 : start]))
        place = s.find("&", start)
    parts.append(s[start:])
    return "".join(parts)


def _end(s: str, start: int) -> int:
    """Where the reference ends that begins behind a `&`."""
    size = len(s)
    end = start
    if s.startswith("#", start):
        digits = _DIGITS
        first = start + 1
        if s.startswith(("x", "X"), first):
            digits = _HEXADECIMAL
            first += 1
        end = first
        while end < size and s[end] in digits:
            end += 1
        if end == first:
            return start
    else:
        while end < size and end < start + 32 and s[end] not in _ENDS:
            end += 1
        if end == start:
            return start
    return end + 1 if s.startswith(";", end) else end


def _replaced(reference: str) -> str:
    if reference == "":
        return "&"
    if reference[0] == "#":
        digits = reference[1:].rstrip(";")
        return _numbered(int(digits[1:], 16) if digits[0] in "xX" else int(digits))
    from .entities import html5

    if reference in html5:
        return html5[reference]
    for size in range(len(reference) - 1, 1, -1):  # the longest name at its beginning
        if reference[:size] in html5:
            return html5[reference[:size]] + reference[size:]
    return "&" + reference


def _numbered(number: int) -> str:
    if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return "\ufffd"
    if 0x80 <= number < 0xA0:
        return _WINDOWS[number - 0x80]
    if (number < 0x20 and number not in (9, 10, 12, 13)) or number == 0x7F:
        return ""
    if 0xFDD0 <= number <= 0xFDEF or number & 0xFFFE == 0xFFFE:
        return ""
    return chr(number)
