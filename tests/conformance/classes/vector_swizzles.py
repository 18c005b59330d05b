"""Vectors with swizzles by __getattr__, every dunder of arithmetic, hashing of read-only ones, lines, reflections, a tiny ray tracer."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import product
from typing import Union, overload

Number = Union[int, float]
LETTERS = "xyzw"


class Vector(Sequence[float]):
    __slots__ = ("_items",)

    def __init__(self, *items: Number) -> None:
        self._items = tuple(float(i) for i in items)

    @overload
    def __getitem__(self, index: int) -> float: ...
    @overload
    def __getitem__(self, index: slice) -> Vector: ...
    def __getitem__(self, index: int | slice) -> float | Vector:
        if isinstance(index, slice):
            return Vector(*self._items[index])
        return self._items[index]

    def __len__(self) -> int:
        return len(self._items)

    def __getattr__(self, name: str) -> Vector:
        places = [LETTERS.find(c) for c in name]
        if not all(0 <= p < len(self) for p in places):
            raise AttributeError(f"a vector of {len(self)} has no {name!r}")
        return Vector(*(self._items[p] for p in places))

    def __eq__(self, other: object) -> bool:
        return self._items == other._items if isinstance(other, Vector) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._items)

    def __add__(self, other: Vector) -> Vector:
        return Vector(*(a + b for a, b in zip(self, other, strict=True)))

    def __neg__(self) -> Vector:
        return Vector(*(-a for a in self))

    def __sub__(self, other: Vector) -> Vector:
        return self + -other

    @overload
    def __mul__(self, other: Vector) -> float: ...
    @overload
    def __mul__(self, other: Number) -> Vector: ...
    def __mul__(self, other: Vector | Number) -> float | Vector:
        if isinstance(other, Vector):
            return math.fsum(a * b for a, b in zip(self, other, strict=True))
        return Vector(*(a * other for a in self))

    def __rmul__(self, other: Number) -> Vector:
        return Vector(*(other * a for a in self))

    def __truediv__(self, other: Number) -> Vector:
        return self * (1 / other)

    def __matmul__(self, other: Vector) -> Vector:
        a, b, c = self
        x, y, z = other
        return Vector(b * z - c * y, c * x - a * z, a * y - b * x)

    def __abs__(self) -> float:
        return math.hypot(*self)

    def __bool__(self) -> bool:
        return any(self._items)

    def __round__(self, digits: int = 0) -> Vector:
        return Vector(*(round(a, digits) + 0.0 for a in self))

    def __format__(self, spec: str) -> str:
        return "(" + " ".join(format(a, spec or "g") for a in self) + ")"

    def __repr__(self) -> str:
        return f"Vector{self._items}"

    def __reversed__(self) -> Iterator[float]:
        return iter(self._items[::-1])

    def __iadd__(self, other: Vector) -> Vector:
        return self + other

    def __divmod__(self, other: Number) -> tuple[Vector, Vector]:
        return Vector(*(a // other for a in self)), Vector(*(a % other for a in self))

    @property
    def unit(self) -> Vector:
        size = abs(self)
        if not size:
            raise ZeroDivisionError("the zero vector has no direction")
        return self / size


@dataclass(frozen=True)
class Ray:
    start: Vector
    way: Vector

    def at(self, t: float) -> Vector:
        return self.start + t * self.way


@dataclass(frozen=True)
class Sphere:
    centre: Vector
    radius: float
    shine: float = 0.0

    def hit(self, ray: Ray) -> float | None:
        to = self.centre - ray.start
        along = to * ray.way
        under = self.radius**2 - (to * to - along * along)
        if under < 0:
            return None
        near, far = along - math.sqrt(under), along + math.sqrt(under)
        return near if near > 1e-6 else far if far > 1e-6 else None

    def normal(self, point: Vector) -> Vector:
        return (point - self.centre).unit


class Scene:
    def __init__(self, light: Vector, *things: Sphere) -> None:
        self.light, self.things = light.unit, things
        self.rays = 0

    @cached_property
    def centre(self) -> Vector:
        return reduce(lambda a, b: a + b, (t.centre for t in self.things)) / len(self.things)

    def shade(self, ray: Ray, depth: int = 3) -> float:
        self.rays += 1
        hits = [(t, i, thing) for i, thing in enumerate(self.things) if (t := thing.hit(ray)) is not None]
        if not hits or not depth:
            return 0.1 + 0.1 * max(0.0, ray.way[1])
        t, _, thing = min(hits)[0], 0, min(hits, key=lambda h: h[:2])[2]
        point = ray.at(t)
        normal = thing.normal(point)
        dark = any(
            other.hit(Ray(point, self.light)) is not None for other in self.things if other is not thing
        )
        own = 0.15 if dark else 0.15 + 0.85 * max(0.0, normal * self.light)
        if not thing.shine:
            return own
        mirrored = ray.way - 2 * (ray.way * normal) * normal
        return own * (1 - thing.shine) + thing.shine * self.shade(Ray(point, mirrored.unit), depth - 1)

    def draw(self, width: int, height: int) -> Iterator[str]:
        eye = Vector(0, 0.5, -4)
        for row in range(height):
            line = ""
            for column in range(width):
                way = Vector(
                    (column - width / 2 + 0.5) / height, (height / 2 - row - 0.5) / height * 1.6, 1.8
                ).unit
                line += " .:-=+*#%@"[min(9, int(self.shade(Ray(eye, way)) * 10))]
            yield line.rstrip()


def main() -> None:
    a, b = Vector(1, 2, 3), Vector(-2, 0.5, 4)
    print(
        a + b,
        a - b,
        a * b,
        a * 2,
        0.5 * b,
        a @ b,
        -a,
        abs(Vector(3, 4)),
        a / 4,
        round(a / 3, 2),
        divmod(b, 2),
        bool(Vector(0, 0)),
        bool(a),
    )
    print(
        a.xy,
        a.zyx,
        a.xxyy,
        a.x + a.y,
        a[1:],
        a[-1],
        list(reversed(a)),
        len(a),
        2 in a,
        a.index(3),
        f"{a:.2f} {b} {a / 7!r:.20}",
        [*a],
        max(b),
    )
    c = a
    c += b
    print(
        a,
        c,
        c is a,
        a == Vector(1, 2, 3),
        a != b,
        a == (1, 2, 3),
        len({a, Vector(1.0, 2, 3), b}),
        hash(a) == hash((1.0, 2.0, 3.0)),
        sorted([b, a], key=abs),
    )
    print(
        all(abs((u @ v) * u) < 1e-9 for u, v in product([a, b, Vector(0, 1, 0)], repeat=2)),
        f"{(a @ b).unit:.4f}",
        abs(a.unit),
        sum([a, b], Vector(0, 0, 0)),
    )
    tries: list[Callable[[], object]] = [
        lambda: a.w, lambda: a.xq, lambda: a + Vector(1), lambda: Vector(0, 0).unit, lambda: Vector(1, 2) @ a, lambda: a[5], lambda: a / 0, lambda: Vector(1).index(2.0),
    ]  # fmt: skip
    for attempt in tries:
        try:
            print(attempt())
        except (AttributeError, ValueError, ArithmeticError, IndexError) as error:
            print(type(error).__name__, error)
    scene = Scene(
        Vector(-1, 2, -1.5),
        Sphere(Vector(-0.7, 0.4, 0), 0.9),
        Sphere(Vector(1.1, 0.2, 0.6), 0.8, 0.6),
        Sphere(Vector(0, -101, 0), 100.4, 0.2),
    )
    print(*scene.draw(60, 22), sep="\n")
    print(scene.rays, scene.centre, round(scene.shade(Ray(Vector(0, 0, -4), Vector(0, 0, 1))), 6))


main()
