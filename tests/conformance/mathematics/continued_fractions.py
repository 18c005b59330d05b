"""Continued fractions: expansions of rationals and square roots, convergents, Pell's equation, best approximations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import chain, count, cycle, islice
from math import isqrt, pi


def terms(value: Fraction) -> Iterator[int]:
    while True:
        whole = value.numerator // value.denominator
        yield whole
        value -= whole
        if value == 0:
            return
        value = 1 / value


@dataclass(frozen=True)
class Surd:
    """(p + sqrt(d)) / q with q dividing d - p*p."""

    d: int
    p: int = 0
    q: int = 1

    def __post_init__(self) -> None:
        if isqrt(self.d) ** 2 == self.d:
            raise ValueError(f"{self.d} is a square")
        if (self.d - self.p * self.p) % self.q:
            raise ValueError(f"{self.q} does not divide {self.d - self.p * self.p}")

    def __floor__(self) -> int:
        root = isqrt(self.d)
        return (self.p + root) // self.q if self.q > 0 else (self.p + root + 1) // self.q

    def next(self) -> Surd:
        p = self.__floor__() * self.q - self.p
        return Surd(self.d, p, (self.d - p * p) // self.q)

    def expansion(self) -> tuple[list[int], list[int]]:
        """The terms before the period, and the period."""
        seen: dict[Surd, int] = {}
        found: list[int] = []
        here = self
        while here not in seen:
            seen[here] = len(found)
            found.append(here.__floor__())
            here = here.next()
        return found[: seen[here]], found[seen[here] :]

    def __iter__(self) -> Iterator[int]:
        head, period = self.expansion()
        return chain(head, cycle(period))


def convergents(values: Iterable[int]) -> Iterator[Fraction]:
    h, h1, k, k1 = 1, 0, 0, 1
    for a in values:
        h, h1 = a * h + h1, h
        k, k1 = a * k + k1, k
        yield Fraction(h, k)


def value_of(values: list[int]) -> Fraction:
    result = Fraction(values[-1])
    for a in values[-2::-1]:
        result = a + 1 / result
    return result


def pell(d: int, sign: int = 1) -> tuple[int, int] | None:
    _, period = Surd(d).expansion()
    if sign == -1 and len(period) % 2 == 0:
        return None
    wanted = len(period) if (sign == -1 or len(period) % 2 == 0) else 2 * len(period)
    best = next(islice(convergents(Surd(d)), wanted - 1, None))
    assert best.numerator**2 - d * best.denominator**2 == sign
    return best.numerator, best.denominator


def best_within(value: Fraction, limit: int) -> Fraction:
    """The nearest fraction with a denominator up to the limit, by the Stern-Brocot tree."""
    low, high = (value.numerator // value.denominator, 1), (1, 0)
    best = Fraction(low[0])
    while True:
        middle = low[0] + high[0], low[1] + high[1]
        if middle[1] > limit:
            return best
        here = Fraction(*middle)
        if abs(here - value) < abs(best - value):
            best = here
        if here == value:
            return here
        low, high = (middle, high) if here < value else (low, middle)


def e_terms() -> Iterator[int]:
    yield 2
    for k in count(1):
        yield from (1, 2 * k, 1)


for text in ["649/200", "-7/3", "5", "0", "0.1", "415/93", "1/1000000007"]:
    value = Fraction(text)
    expansion = list(terms(value))
    print(text, expansion, [str(c) for c in convergents(expansion)][-3:], value_of(expansion) == value)
for d in [2, 3, 7, 13, 14, 23, 61, 94]:
    head, period = Surd(d).expansion()
    print(
        f"sqrt {d}: {head} period {period if len(period) < 12 else len(period)}, pell {pell(d)}, negative {pell(d, -1)}"
    )
print(
    Surd(5, 1, 2).expansion(),
    [str(c) for c in islice(convergents(Surd(5, 1, 2)), 8)],
    Surd(13, -2, -3).expansion(),
)
print(len(str(pell(661))), sum(pell(d) is not None for d in range(2, 50) if isqrt(d) ** 2 != d))
exact = Fraction(pi)
print(
    list(islice(terms(exact), 8)),
    [str(best_within(exact, n)) for n in (1, 10, 50, 120, 1000, 40000)],
    best_within(Fraction(1, 2), 99),
)
print([exact.limit_denominator(n) == best_within(exact, n) for n in (7, 57, 500, 12345)])
e = next(islice(convergents(e_terms()), 40, None))
digits = e.numerator * 10**40 // e.denominator
print(f"{str(digits)[0]}.{str(digits)[1:]}", e.denominator.bit_length(), float(e))
for d, p, q in [(9, 0, 1), (7, 0, 2), (0, 0, 1)]:
    try:
        print(Surd(d, p, q))
    except ValueError as error:
        print("error:", error)
value_of([1, 0])
