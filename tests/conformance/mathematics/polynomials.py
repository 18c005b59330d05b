"""Polynomials with integer coefficients: arithmetic, division, gcd, roots, printing, interpolation, Horner."""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from itertools import zip_longest
from math import gcd
from typing import Iterator


class Poly:
    def __init__(self, *coefficients: int | Fraction) -> None:
        """From the constant up."""
        c = [Fraction(x) for x in coefficients]
        while c and not c[-1]:
            c.pop()
        self.c = tuple(c)

    @property
    def degree(self) -> int:
        return len(self.c) - 1

    def __add__(self, other: Poly) -> Poly:
        return Poly(*(a + b for a, b in zip_longest(self.c, other.c, fillvalue=Fraction(0))))

    def __neg__(self) -> Poly:
        return Poly(*(-a for a in self.c))

    def __sub__(self, other: Poly) -> Poly:
        return self + -other

    def __mul__(self, other: Poly | int) -> Poly:
        if isinstance(other, int):
            return Poly(*(a * other for a in self.c))
        out = [Fraction(0)] * (len(self.c) + len(other.c))
        for i, a in enumerate(self.c):
            for j, b in enumerate(other.c):
                out[i + j] += a * b
        return Poly(*out)

    __rmul__ = __mul__

    def __pow__(self, n: int) -> Poly:
        return reduce(lambda p, _: p * self, range(n), Poly(1))

    def __divmod__(self, other: Poly) -> tuple[Poly, Poly]:
        if not other.c:
            raise ZeroDivisionError("polynomial division by zero")
        quotient: dict[int, Fraction] = {}
        rest = self
        while rest.degree >= other.degree and rest.c:
            shift, k = rest.degree - other.degree, rest.c[-1] / other.c[-1]
            quotient[shift] = k
            rest = rest - Poly(*[0] * shift, *(k * a for a in other.c))
        return Poly(*(quotient.get(i, Fraction(0)) for i in range(max(quotient, default=-1) + 1))), rest

    def __mod__(self, other: Poly) -> Poly:
        return divmod(self, other)[1]

    def __call__(self, x: int | Fraction | float) -> Fraction | float:
        total: Fraction | float = Fraction(0)
        for a in reversed(self.c):
            total = total * x + a
        return total

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Poly) and self.c == other.c

    def __hash__(self) -> int:
        return hash(self.c)

    def derivative(self) -> Poly:
        return Poly(*(i * a for i, a in enumerate(self.c) if i))

    def monic(self) -> Poly:
        return Poly(*(a / self.c[-1] for a in self.c))

    def rational_roots(self) -> Iterator[Fraction]:
        lead, last = int(self.c[-1]), int(next(a for a in self.c if a))
        if not self.c[0]:
            yield Fraction(0)
        divisors = lambda n: [d for d in range(1, abs(n) + 1) if n % d == 0]
        for p in divisors(last):
            for q in divisors(lead):
                if gcd(p, q) == 1:
                    yield from (x for x in (Fraction(p, q), Fraction(-p, q)) if self(x) == 0)

    def __str__(self) -> str:
        parts: list[str] = []
        for i, a in reversed(list(enumerate(self.c))):
            if not a:
                continue
            sign = "-" if a < 0 else "+" if parts else ""
            size = "" if abs(a) == 1 and i else str(abs(a))
            power = "" if i == 0 else "x" if i == 1 else f"x^{i}"
            parts.append(f"{sign} {size}{power}" if parts else f"{sign}{size}{power}")
        return " ".join(parts) or "0"

    __repr__ = __str__


def common(a: Poly, b: Poly) -> Poly:
    while b.c:
        a, b = b, a % b
    return a.monic()


def interpolate(points: dict[int, int]) -> Poly:
    total = Poly()
    for x, y in points.items():
        term = Poly(y)
        for other in points.keys() - {x}:
            term = term * Poly(Fraction(-other, x - other), Fraction(1, x - other))
        total = total + term
    return total


x = Poly(0, 1)
p = (x - Poly(1)) * (x + Poly(2)) * (2 * x - Poly(3))
q = (x - Poly(1)) ** 2 * (x + Poly(5))
print(p, q, p + q, p - p, p.degree, Poly().degree, sep=" | ")
print(divmod(q, p), common(p, q), common(p, p.derivative()), p.derivative(), sorted(p.rational_roots()))
print(p(2), p(Fraction(1, 2)), p(0.5), [q(n) for n in range(-2, 3)], hash(p) == hash(Poly(*p.c)))
print(interpolate({0: 1, 1: 3, 2: 9, 3: 31}), interpolate({n: n**4 for n in range(-2, 3)}), interpolate({}))
print((x + Poly(1)) ** 8, sum(((x + Poly(1)) ** 8).c))
print(Poly(0, 0, 3, 0) == Poly(0, 0, 3), Poly(Fraction(1, 2), -1), -Poly(1), sorted(Poly(0, -2, 1, 1).rational_roots()))
root = 1.0
for _ in range(20):
    root -= float(q(root + 1.0)) / float(q.derivative()(root + 1.0) or 1)
print(f"{root:.6f}", q(1.5))
p % Poly()
