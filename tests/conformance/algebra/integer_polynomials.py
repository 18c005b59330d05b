"""Polynomials with whole coefficients: arithmetic, text both ways, Horner, division, Newton's differences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import reduce
from itertools import zip_longest
from typing import overload

_TERM = re.compile(r"(?P<sign>[+-]?)(?P<number>\d*)(?P<x>x(?:\^(?P<power>\d+))?)?")


class Poly:
    __slots__ = ("_terms",)

    def __init__(self, *terms: int) -> None:
        """Coefficients, the constant first."""
        kept = list(terms)
        while kept and kept[-1] == 0:
            kept.pop()
        self._terms = tuple(kept)

    @classmethod
    def parse(cls, text: str) -> Poly:
        found: dict[int, int] = {}
        squeezed = text.replace(" ", "")
        place = 0
        while place < len(squeezed):
            match = _TERM.match(squeezed, place)
            if match is None or match.end() == place:
                raise ValueError(f"cannot read {squeezed[place:]!r}")
            place = match.end()
            power = int(match["power"] or 1) if match["x"] else 0
            value = int(match["number"] or 1) * (-1 if match["sign"] == "-" else 1)
            found[power] = found.get(power, 0) + value
        return cls(*(found.get(power, 0) for power in range(max(found, default=-1) + 1)))

    @property
    def degree(self) -> int:
        return len(self._terms) - 1

    def __iter__(self) -> Iterator[int]:
        return iter(self._terms)

    def __bool__(self) -> bool:
        return bool(self._terms)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, int):
            return self == Poly(other)
        return isinstance(other, Poly) and self._terms == other._terms

    def __hash__(self) -> int:
        return hash(self._terms)

    def __add__(self, other: Poly | int) -> Poly:
        right: Iterable[int] = (other,) if isinstance(other, int) else other
        return Poly(*(a + b for a, b in zip_longest(self, right, fillvalue=0)))

    __radd__ = __add__

    def __neg__(self) -> Poly:
        return Poly(*(-term for term in self))

    def __sub__(self, other: Poly | int) -> Poly:
        return self + -other

    def __mul__(self, other: Poly | int) -> Poly:
        if isinstance(other, int):
            return Poly(*(term * other for term in self))
        result = [0] * (len(self._terms) + len(other._terms))
        for i, a in enumerate(self):
            for j, b in enumerate(other):
                result[i + j] += a * b
        return Poly(*result)

    __rmul__ = __mul__

    def __pow__(self, power: int) -> Poly:
        return reduce(lambda left, _: left * self, range(power), Poly(1))

    def __divmod__(self, other: Poly) -> tuple[Poly, Poly]:
        if not other:
            raise ZeroDivisionError("division by the zero polynomial")
        rest, quotient = self, Poly()
        while rest.degree >= other.degree:
            factor, left = divmod(rest._terms[-1], other._terms[-1])
            if left:
                raise ValueError("not whole")
            part = Poly(*[0] * (rest.degree - other.degree), factor)
            quotient, rest = quotient + part, rest - part * other
        return quotient, rest

    @overload
    def __call__(self, x: int) -> int: ...
    @overload
    def __call__(self, x: Fraction) -> Fraction: ...
    def __call__(self, x: int | Fraction) -> int | Fraction:
        value: int | Fraction = x * 0
        for term in reversed(self._terms):
            value = value * x + term
        return value

    def __str__(self) -> str:
        parts: list[str] = []
        for power in range(self.degree, -1, -1):
            term = self._terms[power]
            if not term:
                continue
            size = "" if abs(term) == 1 and power else str(abs(term))
            letter = ("", "x")[power] if power < 2 else f"x^{power}"
            parts.append(("- " if term < 0 else "+ ") + size + letter)
        return " ".join(parts).removeprefix("+ ") or "0"


p, q = Poly.parse("x^2 - 3x + 2"), Poly.parse("x - 1")
print(p, "|", q, "|", p + q, "|", p - p, "|", p * q, "|", 3 * q + 4)
print(*divmod(p, q), *divmod(Poly.parse("x^3+1"), q), sep=" ; ")
print(q**4, (q**0) == 1, Poly(5) == 5, len({p, p + 0, q}))
print([p(x) for x in range(-2, 4)], p(Fraction(3, 2)), Poly()(9))
for text in ("2x^2 + x^2 - x", "-x", "7", "", "x^10-x^10", "3y"):
    try:
        print(repr(text), "->", Poly.parse(text), Poly.parse(text).degree)
    except ValueError as error:
        print(repr(text), "->", error)
for bottom in (Poly(), Poly(1, 2)):
    try:
        print(divmod(p, bottom))
    except (ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, error)
row = [p(x) for x in range(6)]
while any(row):
    print(row)
    row = [b - a for a, b in zip(row, row[1:])]
