"""Continued fractions: of rationals and of roots, convergents, Pell's equation, best approximations, Stern-Brocot, Farey."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from functools import total_ordering
from itertools import chain, cycle, islice, repeat
from typing import NamedTuple


@total_ordering
class Ratio:
    """A rational number in lowest terms, with a positive denominator."""

    __slots__ = ("top", "bottom")

    def __init__(self, top: int, bottom: int = 1) -> None:
        if bottom == 0:
            raise ZeroDivisionError(f"Ratio({top}, 0)")
        g = math.gcd(top, bottom)
        if bottom < 0:
            g = -g
        self.top, self.bottom = top // g, bottom // g

    def __repr__(self) -> str:
        return f"{self.top}/{self.bottom}" if self.bottom != 1 else str(self.top)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, int):
            return self.bottom == 1 and self.top == other
        if isinstance(other, Ratio):
            return (self.top, self.bottom) == (other.top, other.bottom)
        return NotImplemented

    def __lt__(self, other: Ratio | int) -> bool:
        if isinstance(other, int):
            other = Ratio(other)
        return self.top * other.bottom < other.top * self.bottom

    def __hash__(self) -> int:
        return hash(self.top) if self.bottom == 1 else hash((self.top, self.bottom))

    def __sub__(self, other: Ratio | int) -> Ratio:
        if isinstance(other, int):
            return Ratio(self.top - other * self.bottom, self.bottom)
        return Ratio(self.top * other.bottom - other.top * self.bottom, self.bottom * other.bottom)

    def __rsub__(self, other: int) -> Ratio:
        return Ratio(other) - self

    def __abs__(self) -> Ratio:
        return Ratio(abs(self.top), self.bottom)

    def __floor__(self) -> int:
        return self.top // self.bottom

    def __ceil__(self) -> int:
        return -(-self.top // self.bottom)

    def __trunc__(self) -> int:
        return abs(self.top) // self.bottom * (1 if self.top >= 0 else -1)

    def __float__(self) -> float:
        return self.top / self.bottom

    def invert(self) -> Ratio:
        return Ratio(self.bottom, self.top)


class Root(NamedTuple):
    """The expansion of a root: what comes once and what comes again."""

    whole: int
    period: tuple[int, ...]

    def terms(self) -> Iterator[int]:
        return chain([self.whole], cycle(self.period) if self.period else ())

    def __str__(self) -> str:
        return f"[{self.whole}; ({', '.join(map(str, self.period))})]" if self.period else f"[{self.whole}]"


def terms_of(value: Ratio) -> Iterator[int]:
    while True:
        whole = math.floor(value)
        yield whole
        rest = value - whole
        if rest == 0:
            return
        value = rest.invert()


def root(n: int) -> Root:
    a0 = math.isqrt(n)
    if a0 * a0 == n:
        return Root(a0, ())
    m, d, a = 0, 1, a0
    period: list[int] = []
    while a != 2 * a0:
        m = d * a - m
        d = (n - m * m) // d
        a = (a0 + m) // d
        period.append(a)
    return Root(a0, tuple(period))


def convergents(terms: Iterable[int]) -> Iterator[Ratio]:
    h0, h1, k0, k1 = 0, 1, 1, 0
    for a in terms:
        h0, h1 = h1, a * h1 + h0
        k0, k1 = k1, a * k1 + k0
        yield Ratio(h1, k1)


def pell(n: int) -> tuple[int, int] | None:
    expansion = root(n)
    if not expansion.period:
        return None
    return next((c.top, c.bottom) for c in convergents(expansion.terms()) if c.top**2 - n * c.bottom**2 == 1)


def best(value: Ratio, limit: int) -> Ratio:
    """The nearest ratio whose denominator is at most `limit`, by walking down the Stern-Brocot tree."""
    low, high = Ratio(math.floor(value)), Ratio(math.floor(value) + 1)
    while (bottom := low.bottom + high.bottom) <= limit:
        middle = Ratio(low.top + high.top, bottom)
        if middle == value:
            return middle
        if middle < value:
            low = middle
        else:
            high = middle
    return min(low, high, key=lambda r: (abs(value - r), r.bottom))


def path(value: Ratio) -> str:
    runs = list(terms_of(value))
    runs[-1] -= 1
    return "".join(letter * run for letter, run in zip(cycle("RL"), runs))


def farey(n: int) -> Iterator[Ratio]:
    a, b, c, d = 0, 1, 1, n
    yield Ratio(a, b)
    while c <= n:
        k = (n + b) // d
        a, b, c, d = c, d, k * c - a, k * d - b
        yield Ratio(a, b)


def e_terms() -> Iterator[int]:
    yield 2
    for k in range(1, 10**9):
        yield from (1, 2 * k, 1)


def main() -> None:
    for value in (Ratio(415, 93), Ratio(-7, 3), Ratio(0), Ratio(17), Ratio(355, -113)):
        terms = list(terms_of(value))
        print(value, terms, list(convergents(terms)), math.trunc(value), math.ceil(value))
    for n in (2, 3, 7, 13, 61, 94, 144):
        print(n, root(n), pell(n))
    print(pell(661))
    golden = list(islice(convergents(repeat(1)), 12))
    print(golden, float(golden[-1]))
    e = list(islice(convergents(e_terms()), 24))
    print(e[-1], float(e[-1]) == math.e, [c for c in e if c.bottom < 100])
    pi = Ratio(*math.pi.as_integer_ratio())
    print([best(pi, limit) for limit in (1, 5, 7, 50, 113, 1000, 33102)])
    print([best(Ratio(*(-0.7).as_integer_ratio()), limit) for limit in (1, 2, 3, 10)])
    print(path(Ratio(5, 7)), path(Ratio(1)), path(Ratio(19, 12)), repr(path(Ratio(8, 3))))
    sequence = list(farey(7))
    print(sequence, sequence == sorted(sequence), len(set(sequence)))
    print(
        max(sequence, key=lambda r: (r.bottom, r)), Ratio(3) >= 3, Ratio(1, 3) <= Ratio(2, 6), 1 - Ratio(1, 4)
    )
    print({1: "one", Ratio(1, 2): "half"}[Ratio(2, 4)], {Ratio(4, 2), 2, Ratio(2)} == {2})
    try:
        Ratio(0).invert()
    except ZeroDivisionError as error:
        print("no inverse:", error)


main()
