"""Plane geometry: vectors with operators, hulls, polygon areas, intersections, rotations, closest pairs, circles."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import total_ordering
from itertools import combinations, pairwise


@total_ordering
@dataclass(frozen=True, slots=True)
class Vec:
    x: float
    y: float = 0

    def __add__(self, other: Vec) -> Vec:
        return Vec(self.x + other.x, self.y + other.y)

    def __sub__(self, other: Vec) -> Vec:
        return Vec(self.x - other.x, self.y - other.y)

    def __mul__(self, k: float) -> Vec:
        return Vec(self.x * k, self.y * k)

    __rmul__ = __mul__

    def __truediv__(self, k: float) -> Vec:
        return Vec(self.x / k, self.y / k)

    def __neg__(self) -> Vec:
        return Vec(-self.x, -self.y)

    def __abs__(self) -> float:
        return math.hypot(self.x, self.y)

    def __iter__(self) -> Iterator[float]:
        yield self.x
        yield self.y

    def __bool__(self) -> bool:
        return bool(self.x or self.y)

    def __round__(self, digits: int = 0) -> Vec:
        return Vec(round(self.x, digits), round(self.y, digits))

    def __lt__(self, other: Vec) -> bool:
        return (self.x, self.y) < (other.x, other.y)

    def __matmul__(self, other: Vec) -> float:
        return self.x * other.x + self.y * other.y

    def __xor__(self, other: Vec) -> float:
        return self.x * other.y - self.y * other.x

    def __format__(self, spec: str) -> str:
        if spec.endswith("p"):
            return f"r={abs(self):{spec[:-1]}} a={math.degrees(math.atan2(self.y, self.x)):{spec[:-1]}}°"
        return f"({self.x:{spec}}, {self.y:{spec}})"

    def rotated(self, degrees: float) -> Vec:
        c, s = math.cos(math.radians(degrees)), math.sin(math.radians(degrees))
        return Vec(c * self.x - s * self.y, s * self.x + c * self.y)


def hull(points: Iterable[Vec]) -> list[Vec]:
    ordered = sorted(set(points))

    def half(run: Iterable[Vec]) -> list[Vec]:
        out: list[Vec] = []
        for p in run:
            while len(out) > 1 and (out[-1] - out[-2]) ^ (p - out[-2]) <= 0:
                out.pop()
            out.append(p)
        return out[:-1]

    return half(ordered) + half(reversed(ordered))


def area(polygon: list[Vec]) -> float:
    return sum(a ^ b for a, b in pairwise([*polygon, polygon[0]])) / 2


def inside(point: Vec, polygon: list[Vec]) -> bool:
    crossings = False
    for a, b in pairwise([*polygon, polygon[0]]):
        if (a.y > point.y) != (b.y > point.y) and point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x:
            crossings = not crossings
    return crossings


def crossing(a: Vec, b: Vec, c: Vec, d: Vec) -> Vec | None:
    cross = (b - a) ^ (d - c)
    if not cross:
        return None
    t, u = ((c - a) ^ (d - c)) / cross, ((c - a) ^ (b - a)) / cross
    return a + t * (b - a) if 0 <= t <= 1 and 0 <= u <= 1 else None


def circumcircle(a: Vec, b: Vec, c: Vec) -> tuple[Vec, float]:
    d = 2 * ((b - a) ^ (c - a))
    if d == 0:
        raise ValueError(f"{a:g}, {b:g}, {c:g} are on a line")
    ab, ac = (b - a) @ (b - a), (c - a) @ (c - a)
    offset = Vec((c - a).y * ab - (b - a).y * ac, (b - a).x * ac - (c - a).x * ab) / d
    return a + offset, abs(offset)


points = [Vec(x * 7 % 11, x * x % 13) for x in range(20)]
outline = hull(points)
print(outline, area(outline), [p for p in points if not inside(p, outline)][:3])
print(Vec(1) + Vec(2, 3) * 2, 2 * Vec(1, -1), -Vec(0, 2), abs(Vec(3, 4)), Vec(3, 4) / 2, Vec(1, 2) @ Vec(3, 4), Vec(1, 2) ^ Vec(3, 4), bool(Vec(0)), Vec(1) == Vec(1.0, 0.0), hash(Vec(1)) == hash(Vec(1.0)), tuple(Vec(5, 6)))
print(f"{Vec(1, 1):.3f} {Vec(1, 1):.2fp} {round(Vec(1, 0).rotated(90), 9)} {round(Vec(2.34567, -1), 2)}", Vec(1, 2) < Vec(1, 3) <= Vec(2), max(points), sorted([Vec(2), Vec(1, 5), Vec(1)]))
print(crossing(Vec(0), Vec(4, 4), Vec(0, 4), Vec(4, 0)), crossing(Vec(0), Vec(1), Vec(0, 1), Vec(1, 1)), crossing(Vec(0), Vec(1, 1), Vec(5, 0), Vec(0, 5)))
center, radius = circumcircle(Vec(0), Vec(4), Vec(0, 3))
a, b = min(combinations(sorted(set(points)), 2), key=lambda pair: (abs(pair[0] - pair[1]), pair))
print(center, radius, a, b, abs(a - b), {p.x for p in outline} & {p.y for p in outline})
print([round(abs(Vec(10).rotated(d) - Vec(10).rotated(d + 60)), 9) for d in range(0, 181, 45)], math.isclose(sum(abs(q - p) for p, q in pairwise([Vec(1).rotated(d) for d in range(0, 361, 1)])), 2 * math.pi, rel_tol=1e-4))
x, y = Vec(1.5, -0.0)
print(x, y, [*map(float, Vec(2))], math.atan2(-0.0, -1), math.copysign(1, -0.0), round(2.5), round(-0.4), math.degrees(1), math.fmod(-7, 3), math.remainder(7, 4), math.modf(-2.5), math.frexp(10.0), math.nextafter(1, 2), math.ulp(1e10), math.trunc(-2.7), math.ceil(-0.5))
circumcircle(Vec(0), Vec(1, 1), Vec(2, 2))
