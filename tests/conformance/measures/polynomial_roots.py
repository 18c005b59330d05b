"""Polynomials with exact rational roots, bracketed real roots and their tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from itertools import zip_longest


class Poly:
    """Coefficients from the constant up."""

    def __init__(self, *coefficients: int | Fraction) -> None:
        values = [Fraction(c) for c in coefficients]
        while values and not values[-1]:
            values.pop()
        self.c = tuple(values)

    @classmethod
    def parse(cls, text: str) -> Poly:
        terms: dict[int, Fraction] = {}
        compact = text.replace(" ", "")
        if not re.fullmatch(r"([+-]?(\d+(/\d+)?)?(x(\^\d+)?)?)+", compact):
            raise ValueError(f"not a polynomial: {text!r}")
        for sign, number, x, power in re.findall(r"([+-]?)(\d+(?:/\d+)?)?(x)?(?:\^(\d+))?", compact):
            if number or x:
                degree = int(power or 1) if x else 0
                value = Fraction(number or 1) * (-1 if sign == "-" else 1)
                terms[degree] = terms.get(degree, Fraction()) + value
        return cls(*(terms.get(i, 0) for i in range(max(terms, default=0) + 1)))

    @property
    def degree(self) -> int:
        return len(self.c) - 1

    def __call__(self, x: Fraction | int) -> Fraction:
        total = Fraction()
        for c in reversed(self.c):
            total = total * x + c
        return total

    def __add__(self, other: Poly) -> Poly:
        return Poly(*(a + b for a, b in zip_longest(self.c, other.c, fillvalue=Fraction())))

    def __neg__(self) -> Poly:
        return Poly(*(-c for c in self.c))

    def __sub__(self, other: Poly) -> Poly:
        return self + -other

    def __mul__(self, other: Poly) -> Poly:
        out = [Fraction()] * (len(self.c) + len(other.c))
        for i, a in enumerate(self.c):
            for j, b in enumerate(other.c):
                out[i + j] += a * b
        return Poly(*out)

    def __pow__(self, n: int) -> Poly:
        result = Poly(1)
        for bit in f"{n:b}":
            result *= result
            if bit == "1":
                result *= self
        return result

    def __divmod__(self, other: Poly) -> tuple[Poly, Poly]:
        if not other.c:
            raise ZeroDivisionError("division by the zero polynomial")
        quotient, rest = Poly(), self
        while rest.degree >= other.degree:
            term = Poly(*[0] * (rest.degree - other.degree), rest.c[-1] / other.c[-1])
            quotient += term
            rest -= term * other
        return quotient, rest

    def __mod__(self, other: Poly) -> Poly:
        return divmod(self, other)[1]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Poly) and self.c == other.c

    def __bool__(self) -> bool:
        return bool(self.c)

    def slope(self) -> Poly:
        return Poly(*[i * c for i, c in enumerate(self.c)][1:])

    def __str__(self) -> str:
        parts: list[str] = []
        for power, c in reversed([*enumerate(self.c)]):
            if c:
                size = "" if abs(c) == 1 and power else str(abs(c))
                x = "" if not power else "x" if power == 1 else f"x^{power}"
                parts.append(("-" if c < 0 else "+") + size + x)
        return "".join(parts).removeprefix("+") or "0"


def divisors(n: int) -> Iterator[int]:
    return (d for d in range(1, abs(n) + 1) if n % d == 0)


def rational_roots(p: Poly) -> list[Fraction]:
    scale = 1
    for c in p.c:
        scale *= c.denominator
    low, high = next(int(c * scale) for c in p.c if c), int(p.c[-1] * scale)
    tried = {Fraction(s * a, b) for a in divisors(low) for b in divisors(high) for s in (1, -1)} | {
        Fraction(0)
    }
    return sorted(x for x in tried if p(x) == 0)


def chain(p: Poly) -> list[Poly]:
    links = [p, p.slope()]
    while links[-1]:
        links.append(-(links[-2] % links[-1]))
    return links[:-1]


def changes(links: list[Poly], x: Fraction) -> int:
    signs = [v > 0 for v in (link(x) for link in links) if v]
    return sum(a != b for a, b in zip(signs, signs[1:]))


def real_roots(p: Poly) -> Iterator[float]:
    links = chain(p)
    bound = 1 + max(abs(c / p.c[-1]) for c in p.c)
    waiting = [(-bound, bound)]
    while waiting:
        low, high = waiting.pop()
        count = changes(links, low) - changes(links, high)
        if count and high - low < Fraction(1, 2**30):
            yield round(float((low + high) / 2), 6) + 0.0
        elif count:
            middle = (low + high) / 2
            waiting += [(middle, high), (low, middle)]


for text in ("x^2-5x+6", "6x^3 - 7x^2 + 1", "x^2+1", "x^4-10x^2+1", "1/2x^3-x", "x^5-x-1", "4x^2-4x+1"):
    p = Poly.parse(text)
    print(
        f"{p} | slope {p.slope()} | rational {[str(r) for r in rational_roots(p)]} | real {[*real_roots(p)]}"
    )
a, b = Poly(-1, 0, 1), Poly(1, 1)
print(a * b, b**5, a - a, *divmod(b**3, a), a(Fraction(1, 2)), Poly(0, 0) == Poly(), Poly(1, 2, 0).degree)
for bad in ("x+*2", "y"):
    try:
        Poly.parse(bad)
    except ValueError as error:
        print(error)
try:
    print(a % Poly())
except ZeroDivisionError as error:
    print(error)
