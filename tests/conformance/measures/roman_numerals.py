"""Roman numerals: writing, strict reading, arithmetic and sorting of kings."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import total_ordering
from typing import Final

STEPS: Final = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)
SHAPE: Final = re.compile(r"(M{0,3})(CM|CD|D?C{0,3})(XC|XL|L?X{0,3})(IX|IV|V?I{0,3})")
VALUES: Final = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000), strict=True))


class NotRoman(ValueError):
    pass


def write(number: int) -> str:
    if not 0 < number < 4000:
        raise NotRoman(f"{number} is out of range")
    parts: list[str] = []
    for value, letters in STEPS:
        times, number = divmod(number, value)
        parts.append(letters * times)
    return "".join(parts)


def read(text: str) -> int:
    if not text or not SHAPE.fullmatch(text):
        raise NotRoman(f"{text!r} is not a numeral")
    values = [VALUES[c] for c in text]
    return sum(-v if v < following else v for v, following in zip(values, [*values[1:], 0], strict=True))


def add_by_letters(first: str, second: str) -> str:
    """Addition as a clerk would do it: pool the letters, then change the money."""
    loose = [
        ("IV", "IIII"),
        ("IX", "VIIII"),
        ("XL", "XXXX"),
        ("XC", "LXXXX"),
        ("CD", "CCCC"),
        ("CM", "DCCCC"),
    ]
    pooled = first + "+" + second
    for short, long in loose:
        pooled = pooled.replace(short, long)
    pooled = "".join(sorted(pooled.replace("+", ""), key="MDCLXVI".index))
    for many, one in [("IIIII", "V"), ("VV", "X"), ("XXXXX", "L"), ("LL", "C"), ("CCCCC", "D"), ("DD", "M")]:
        pooled = pooled.replace(many, one)
    for short, long in reversed(loose):
        pooled = pooled.replace(long, short)
    return pooled


@total_ordering
class Roman:
    __slots__ = ("value",)

    def __init__(self, value: int | str) -> None:
        self.value = value if isinstance(value, int) else read(value)

    def __str__(self) -> str:
        return write(self.value)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __index__(self) -> int:
        return self.value

    def __eq__(self, other: object) -> bool:
        if isinstance(other, (Roman, int)):
            return int(self) == int(other)
        return NotImplemented

    def __lt__(self, other: Roman | int) -> bool:
        return int(self) < int(other)

    def __hash__(self) -> int:
        return hash(self.value)

    def __int__(self) -> int:
        return self.value

    def __add__(self, other: Roman | int) -> Roman:
        return Roman(self.value + int(other))

    __radd__ = __add__


def reigns(names: Iterable[str]) -> list[str]:
    def key(name: str) -> tuple[str, int]:
        first, _, numeral = name.partition(" ")
        return first, read(numeral) if numeral else 0

    return sorted(names, key=key)


print(all(read(write(n)) == n for n in range(1, 4000)))
print([write(n) for n in (1, 4, 9, 14, 40, 90, 400, 1066, 1999, 2024, 3888)])
print(max(map(write, range(1, 4000)), key=len))
print(
    all(
        add_by_letters(write(a), write(b)) == write(a + b)
        for a in range(1, 1900, 37)
        for b in range(1, 2000, 41)
    )
)
for wrong in ("IIII", "IC", "VV", "", "XIVI", "mm"):
    try:
        print(read(wrong))
    except NotRoman as error:
        print(error)
print(reigns(["Louis XIV", "Henry VIII", "Louis IX", "Louis XVI", "Henry", "Henry IV", "Louis V"]))
total = sum([Roman("XIX"), Roman(23), Roman("C")], start=Roman(1))
print(total, repr(total), total > 142, total == 143, total == "CXLIII", hex(total), "abcdef"[Roman("II")])
print(sorted({Roman(9), Roman("IX"), Roman("III")}), [10, 20, 30][: Roman("II")], f"{total!s:*>10}")
for number in (0, 4000):
    try:
        print(Roman(number))
    except NotRoman as error:
        print(type(error).__name__, error)
