"""Polygons: area, orientation, containment, convexity, clipping against a window, triangulation by ears, exact fractions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple


class Point(NamedTuple):
    x: Fraction
    y: Fraction

    def __sub__(self, other: Point) -> Point:
        return Point(self.x - other.x, self.y - other.y)

    def __str__(self) -> str:
        return f"({self.x},{self.y})"


def p(x: int | str | Fraction, y: int | str | Fraction) -> Point:
    return Point(Fraction(x), Fraction(y))


def cross(a: Point, b: Point) -> Fraction:
    return a.x * b.y - a.y * b.x


def turn(a: Point, b: Point, c: Point) -> int:
    value = cross(b - a, c - a)
    return (value > 0) - (value < 0)


class Degenerate(ValueError):
    pass


class Polygon:
    def __init__(self, points: Sequence[Point]) -> None:
        cleaned = [a for a, b in zip(points, [*points[1:], *points[:1]]) if a != b]
        if len(cleaned) < 3:
            raise Degenerate(f"{len(cleaned)} corners")
        self.points = tuple(cleaned)

    @classmethod
    def of(cls, text: str) -> Polygon:
        return cls([p(*pair.split(",")) for pair in text.split()])

    def edges(self) -> Iterator[tuple[Point, Point]]:
        return pairwise([*self.points, self.points[0]])

    @property
    def signed_area(self) -> Fraction:
        return sum((cross(a, b) for a, b in self.edges()), Fraction(0)) / 2

    @property
    def convex(self) -> bool:
        n = len(self.points)
        turns = {turn(self.points[i - 2], self.points[i - 1], self.points[i]) for i in range(n)} - {0}
        return len(turns) == 1

    def where(self, point: Point) -> str:
        inside = False
        for a, b in self.edges():
            if turn(a, b, point) == 0 and min(a, b) <= point <= max(a, b):
                return "edge"
            if (a.y > point.y) != (b.y > point.y):
                at = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
                inside ^= point.x < at
        return "inside" if inside else "outside"

    def clip(self, window: Polygon) -> Polygon | None:
        """Against a convex window, by Sutherland and Hodgman."""
        points = list(self.points)
        sign = 1 if window.signed_area > 0 else -1
        for a, b in window.edges():
            result: list[Point] = []
            for here, there in zip(points, [*points[1:], *points[:1]]):
                side, other = turn(a, b, here) * sign, turn(a, b, there) * sign
                if side >= 0:
                    result.append(here)
                if side * other < 0:
                    d = cross(b - a, there - here)
                    t = cross(here - a, b - a) / d * -1 if d else Fraction(0)
                    result.append(
                        Point(here.x - t * (here.x - there.x) * -1, here.y - t * (here.y - there.y) * -1)
                    )
            points = result
            if not points:
                return None
        try:
            return Polygon(points)
        except Degenerate:
            return None

    def triangles(self) -> Iterator[Polygon]:
        ring = list(self.points if self.signed_area > 0 else self.points[::-1])
        while len(ring) > 3:
            for i in range(len(ring)):
                a, b, c = ring[i - 1], ring[i], ring[(i + 1) % len(ring)]
                if turn(a, b, c) <= 0:
                    continue
                ear = Polygon([a, b, c])
                if all(ear.where(q) == "outside" for q in ring if q not in (a, b, c)):
                    yield ear
                    del ring[i]
                    break
            else:
                raise Degenerate("no ear left in " + " ".join(map(str, ring)))
        yield Polygon(ring)

    def __str__(self) -> str:
        return " ".join(map(str, self.points))


def lattice(polygon: Polygon) -> tuple[int, int]:
    """Lattice points on the edges, and within by Pick's theorem."""
    from math import gcd

    edge = sum(gcd(int(abs(b.x - a.x)), int(abs(b.y - a.y))) for a, b in polygon.edges())
    return edge, int(abs(polygon.signed_area) - Fraction(edge, 2) + 1)


SHAPES = {
    "square": "0,0 4,0 4,4 0,4", "clockwise": "0,0 0,4 4,4 4,0", "arrow": "0,0 6,3 0,6 2,3", "comb": "0,0 8,0 8,5 6,5 6,2 4,2 4,5 2,5 2,2 0,2",
    "third": "0,0 1,0 1/3,2/3", "huge": f"0,0 {10**20},0 0,{10**20}",
}  # fmt: skip
window = Polygon.of("1,1 5,1 5,4 1,4")
for name, text in SHAPES.items():
    shape = Polygon.of(text)
    triangles = list(shape.triangles())
    total = sum((t.signed_area for t in triangles), Fraction(0))
    print(
        f"{name}: area {shape.signed_area}, convex {shape.convex}, {len(triangles)} triangles, {total == abs(shape.signed_area)}"
    )
    print("   corners", [shape.where(p(x, y)) for x, y in [(1, 1), (3, 3), (0, 1), (5, 3), (-1, 0)]])
    clipped = shape.clip(window)
    print("   clipped", clipped, None if clipped is None else clipped.signed_area)
print(
    lattice(Polygon.of(SHAPES["comb"])),
    lattice(Polygon.of(SHAPES["huge"])),
    Polygon.of("9,9 10,9 9,10").clip(window),
)
bow = Polygon.of("0,0 4,4 4,0 0,4")
print(
    bow.signed_area,
    bow.convex,
    bow.where(p(2, 1)),
    p(1, 2)._replace(y=Fraction(1, 7)),
    p(1, 2) < p(1, "5/2"),
    sorted({p(1, 1), p("2/2", 1)}),
)
for bad in ["0,0 1,1", "0,0 0,0 0,0", "0,0 1"]:
    try:
        print(Polygon.of(bad))
    except (Degenerate, TypeError) as error:
        print(type(error).__name__, str(error).replace("p()", "point()"))
list(Polygon.of("0,0 1,1 2,2 3,3").triangles())
