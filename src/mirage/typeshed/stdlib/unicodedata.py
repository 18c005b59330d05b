"""The Unicode character database; aliases and named sequences of `lookup` are not there."""

from __future__ import annotations

from typing import Any, Final, TypeVar, overload

from mirage.runtime import unicode_data, unicode_properties

unidata_version: Final = "14.0.0"

_T = TypeVar("_T")

_MISSING: Final = "==MISSING=="


def _code(chr: str, function: str) -> int:
    if len(chr) != 1:
        raise TypeError(f"{function} argument 1 must be a unicode character, not str")
    return ord(chr)


def category(chr: str, /) -> str:
    return unicode_properties.category(_code(chr, "category()"))


def bidirectional(chr: str, /) -> str:
    return unicode_properties.direction(_code(chr, "bidirectional()"))


def combining(chr: str, /) -> int:
    return unicode_properties.combining(_code(chr, "combining()"))


def east_asian_width(chr: str, /) -> str:
    return unicode_properties.width(_code(chr, "east_asian_width()"))


def mirrored(chr: str, /) -> int:
    return unicode_properties.mirrored(_code(chr, "mirrored()"))


@overload
def decimal(chr: str, /) -> int: ...
@overload
def decimal(chr: str, default: _T, /) -> int | _T: ...
def decimal(chr: str, default: Any = _MISSING, /) -> Any:
    found = unicode_properties.number(_code(chr, "decimal()"))
    if found is not None and found.kind & 1:
        return found.numerator
    if default is _MISSING:
        raise ValueError("not a decimal")
    return default


@overload
def digit(chr: str, /) -> int: ...
@overload
def digit(chr: str, default: _T, /) -> int | _T: ...
def digit(chr: str, default: Any = _MISSING, /) -> Any:
    found = unicode_properties.number(_code(chr, "digit()"))
    if found is not None and found.kind & 2:
        return found.numerator
    if default is _MISSING:
        raise ValueError("not a digit")
    return default


@overload
def numeric(chr: str, /) -> float: ...
@overload
def numeric(chr: str, default: _T, /) -> float | _T: ...
def numeric(chr: str, default: Any = _MISSING, /) -> Any:
    found = unicode_properties.number(_code(chr, "numeric()"))
    if found is not None:
        return found.numerator / found.denominator
    if default is _MISSING:
        raise ValueError("not a numeric character")
    return default


def decomposition(chr: str, /) -> str:
    """The mapping as the database writes it, "" when there is none."""
    found = unicode_properties.decomposition(_code(chr, "decomposition()"))
    if found is None:
        return ""
    codes = " ".join([f"{code:04X}" for code in found.codes])
    tag = unicode_data.TAGS.split(" ")[found.tag]
    return f"{tag} {codes}" if tag else codes


@overload
def name(chr: str, /) -> str: ...
@overload
def name(chr: str, default: _T, /) -> str | _T: ...
def name(chr: str, default: Any = _MISSING, /) -> Any:
    found = unicode_properties.name(_code(chr, "name()"))
    if found:
        return found
    if default is _MISSING:
        raise ValueError("no such name")
    return default


def lookup(name: str, /) -> str:
    code = unicode_properties.lookup(name.upper())
    if code < 0:
        raise KeyError(f"undefined character name '{name}'")
    return chr(code)


def _decompose(code: int, compatible: bool, out: list[int]) -> None:
    if 0xAC00 <= code < 0xD7A4:
        index = code - 0xAC00
        out.append(0x1100 + index // 588)
        out.append(0x1161 + index % 588 // 28)
        if index % 28:
            out.append(0x11A7 + index % 28)
        return
    found = unicode_properties.decomposition(code)
    if found is None or (found.tag and not compatible):
        out.append(code)
        return
    for one in found.codes:
        _decompose(one, compatible, out)


def _in_order(codes: list[int]) -> None:
    """Sort marks by their classes, keeping the order of equal ones (UAX 15)."""
    for index in range(1, len(codes)):
        code = codes[index]
        rank = unicode_properties.combining(code)
        if rank == 0:
            continue
        at = index
        while at > 0 and unicode_properties.combining(codes[at - 1]) > rank:
            codes[at] = codes[at - 1]
            at -= 1
        codes[at] = code


def _compose(codes: list[int]) -> list[int]:
    out: list[int] = []
    starter = -1
    last = 0  # the class of the mark before
    for code in codes:
        rank = unicode_properties.combining(code)
        if starter >= 0 and (last < rank or (last == 0 and len(out) == starter + 1)):
            joined = unicode_properties.composed(out[starter], code)
            if joined >= 0:
                out[starter] = joined
                continue
        if rank == 0:
            starter = len(out)
        last = rank
        out.append(code)
    return out


def normalize(form: str, unistr: str, /) -> str:
    if form not in ("NFC", "NFD", "NFKC", "NFKD"):
        raise ValueError("invalid normalization form")
    if unistr.isascii():
        return unistr
    codes: list[int] = []
    for letter in unistr:
        _decompose(ord(letter), "K" in form, codes)
    _in_order(codes)
    if form.endswith("C"):
        codes = _compose(codes)
    return "".join([chr(code) for code in codes])


def is_normalized(form: str, unistr: str, /) -> bool:
    return normalize(form, unistr) == unistr
