"""Plane geometry with exact fractions: hulls, closest pairs, polygon areas, line crossings, point location."""

from __future__ import annotations

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import combinations, pairwise
from typing import Iterable


@dataclass(frozen=True, order=True, slots=True)
class P:
    x: Fraction
    y: Fraction

    @staticmethod
    def of(x: int | str, y: int | str) -> P:
        return P(Fraction(x), Fraction(y))

    def __sub__(self, other: P) -> P:
        return P(self.x - other.x, self.y - other.y)

    def __add__(self, other: P) -> P:
        return P(self.x + other.x, self.y + other.y)

    def __mul__(self, k: Fraction | int) -> P:
        return P(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __matmul__(self, other: P) -> Fraction:
        return self.x * other.x + self.y * other.y

    def __xor__(self, other: P) -> Fraction:
        return self.x * other.y - self.y * other.x

    def __neg__(self) -> P:
        return P(-self.x, -self.y)

    def __str__(self) -> str:
        return f"({self.x}, {self.y})"


def turn(a: P, b: P, c: P) -> int:
    cross = (b - a) ^ (c - a)
    return (cross > 0) - (cross < 0)


def hull(points: Iterable[P]) -> list[P]:
    todo = sorted(set(points))
    if len(todo) < 3:
        return todo

    def half(ps: Iterable[P]) -> list[P]:
        chain: list[P] = []
        for p in ps:
            while len(chain) >= 2 and turn(chain[-2], chain[-1], p) <= 0:
                chain.pop()
            chain.append(p)
        return chain[:-1]

    return half(todo) + half(reversed(todo))


def area(polygon: list[P]) -> Fraction:
    return sum((a ^ b for a, b in pairwise([*polygon, polygon[0]])), Fraction(0)) / 2


def crossing(a: P, b: P, c: P, d: P) -> P | None:
    r, s = b - a, d - c
    denominator = r ^ s
    if not denominator:
        return None
    t, u = ((c - a) ^ s) / denominator, ((c - a) ^ r) / denominator
    return a + t * r if 0 <= t <= 1 and 0 <= u <= 1 else None


def inside(p: P, polygon: list[P]) -> str:
    odd = False
    for a, b in pairwise([*polygon, polygon[0]]):
        if turn(a, b, p) == 0 and min(a.x, b.x) <= p.x <= max(a.x, b.x) and min(a.y, b.y) <= p.y <= max(a.y, b.y):
            return "edge"
        if (a.y > p.y) != (b.y > p.y) and p.x < a.x + (p.y - a.y) * (b.x - a.x) / (b.y - a.y):
            odd = not odd
    return "inside" if odd else "outside"


def closest(points: list[P]) -> tuple[Fraction, P, P]:
    return min(((a - b) @ (a - b), a, b) for a, b in combinations(points, 2))


points = [P.of(i * 37 % 23, i * i % 19) for i in range(25)]
ring = hull(points)
print(len(ring), *ring)
print(area(ring), float(area(ring)), area(ring[::-1]), all(turn(a, b, c) == 1 for a, b, c in zip(ring, ring[1:], ring[2:])))
print(*(str(part) for part in closest(points)))
square = [P.of(0, 0), P.of(4, 0), P.of(4, 4), P.of(0, 4)]
star = [P.of(0, 0), P.of(4, 4), P.of(0, 4), P.of(4, 0)]
for p in (P.of(2, 2), P.of(4, 2), P.of(5, 5), P.of("1/3", "1/7"), P.of(0, 0)):
    print(p, inside(p, square), inside(p, star), end="; ")
print()
print(crossing(*star), crossing(P.of(0, 0), P.of(1, 1), P.of(2, 0), P.of(3, 1)), crossing(P.of(0, 0), P.of(1, 3), P.of(0, 1), P.of(1, 1)))
print(area(star), 3 * P.of(1, 2) == P.of(1, 2) * 3, -P.of(1, -2), P.of("0.5", "-1e2"), repr(P.of(1, 2)))
middle = reduce(lambda a, b: a + b, points) * Fraction(1, len(points))
print(middle, inside(middle, ring), round(math.hypot(float(middle.x), float(middle.y)), 9))
print(hull([]), hull(points[:1]) == points[:1], sorted(points)[0], max(points, key=lambda p: p.y - p.x))
try:
    points[0].x = Fraction(1)  # type: ignore[misc]
except AttributeError as error:
    print(type(error).__name__, error)
area([])
