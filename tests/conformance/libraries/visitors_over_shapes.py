"""Double dispatch and strategies: a visitor with generic results, registered strategies, an open set of formats."""

from __future__ import annotations

import math
from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce, singledispatch, singledispatchmethod
from typing import Generic, Protocol, TypeVar, runtime_checkable

R = TypeVar("R")


class Shape(ABC):
    @abstractmethod
    def accept(self, visitor: Visitor[R]) -> R: ...

    def __add__(self, other: Shape) -> Group:
        left = self.parts if isinstance(self, Group) else (self,)
        right = other.parts if isinstance(other, Group) else (other,)
        return Group((*left, *right))


@dataclass(frozen=True)
class Circle(Shape):
    radius: float

    def accept(self, visitor: Visitor[R]) -> R:
        return visitor.circle(self)


@dataclass(frozen=True)
class Polygon(Shape):
    points: tuple[tuple[float, float], ...]

    def accept(self, visitor: Visitor[R]) -> R:
        return visitor.polygon(self)

    @property
    def edges(self) -> list[tuple[tuple[float, float], tuple[float, float]]]:
        return list(zip(self.points, self.points[1:] + self.points[:1]))


@dataclass(frozen=True)
class Group(Shape):
    parts: tuple[Shape, ...]

    def accept(self, visitor: Visitor[R]) -> R:
        return visitor.group(self)


@dataclass(frozen=True)
class Moved(Shape):
    inner: Shape
    by: tuple[float, float]

    def accept(self, visitor: Visitor[R]) -> R:
        return visitor.moved(self)


class Visitor(ABC, Generic[R]):
    @abstractmethod
    def circle(self, shape: Circle) -> R: ...

    @abstractmethod
    def polygon(self, shape: Polygon) -> R: ...

    @abstractmethod
    def combine(self, results: Sequence[R]) -> R: ...

    def group(self, shape: Group) -> R:
        return self.combine([part.accept(self) for part in shape.parts])

    def moved(self, shape: Moved) -> R:
        return shape.inner.accept(self)


class Area(Visitor[float]):
    def circle(self, shape: Circle) -> float:
        return math.pi * shape.radius**2

    def polygon(self, shape: Polygon) -> float:
        return abs(sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in shape.edges)) / 2

    def combine(self, results: Sequence[float]) -> float:
        return sum(results)


Box = tuple[float, float, float, float]


class Bounds(Visitor[Box]):
    def circle(self, shape: Circle) -> Box:
        r = shape.radius
        return -r, -r, r, r

    def polygon(self, shape: Polygon) -> Box:
        xs, ys = zip(*shape.points)
        return min(xs), min(ys), max(xs), max(ys)

    def combine(self, results: Sequence[Box]) -> Box:
        return reduce(lambda a, b: (min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])), results)

    def moved(self, shape: Moved) -> Box:
        x1, y1, x2, y2 = shape.inner.accept(self)
        dx, dy = shape.by
        return x1 + dx, y1 + dy, x2 + dx, y2 + dy


class Text(Visitor[list[str]]):
    def __init__(self) -> None:
        self.depth = 0

    def line(self, text: str) -> list[str]:
        return ["  " * self.depth + text]

    def circle(self, shape: Circle) -> list[str]:
        return self.line(f"circle r={shape.radius:g}")

    def polygon(self, shape: Polygon) -> list[str]:
        return self.line(f"polygon of {len(shape.points)}")

    def combine(self, results: Sequence[list[str]]) -> list[str]:
        return [line for result in results for line in result]

    def group(self, shape: Group) -> list[str]:
        head = self.line(f"group of {len(shape.parts)}")
        self.depth += 1
        try:
            return head + super().group(shape)
        finally:
            self.depth -= 1

    def moved(self, shape: Moved) -> list[str]:
        first, *rest = super().moved(shape)
        return [f"{first} at {shape.by}", *rest]


@singledispatch
def sides(shape: object) -> int:
    raise TypeError(f"{type(shape).__name__} has no sides")


@sides.register
def _(shape: Polygon) -> int:
    return len(shape.points)


@sides.register
def _(shape: Group) -> int:
    return sum(map(sides, shape.parts))


@sides.register(list)
@sides.register(tuple)
def _sides_of_many(shapes: Sequence[Shape]) -> int:
    return sum(sides(s) for s in shapes)


class Printer:
    def __init__(self, places: int) -> None:
        self.places = places

    @singledispatchmethod
    def show(self, value: object) -> str:
        return f"<{value}>"

    @show.register
    def _(self, value: float) -> str:
        return f"{value:.{self.places}f}"

    @show.register
    def _(self, value: tuple) -> str:  # type: ignore[type-arg]
        return "(" + " ".join(self.show(v) for v in value) + ")"


@runtime_checkable
class Packing(Protocol):
    def pack(self, areas: list[float]) -> list[list[float]]: ...


STRATEGIES: dict[str, type[Packing]] = {}


def strategy(kind: type[Packing]) -> type[Packing]:
    STRATEGIES[kind.__name__.lower()] = kind
    return kind


@strategy
class Greedy:
    room = 30.0

    def pack(self, areas: list[float]) -> list[list[float]]:
        bins: list[list[float]] = [[]]
        for area in areas:
            if sum(bins[-1]) + area > self.room and bins[-1]:
                bins.append([])
            bins[-1].append(area)
        return bins


@strategy
class Largest(Greedy):
    def pack(self, areas: list[float]) -> list[list[float]]:
        bins: list[list[float]] = []
        for area in sorted(areas, reverse=True):
            place = next((b for b in bins if sum(b) + area <= self.room), None)
            if place is None:
                bins.append([area])
            else:
                place.append(area)
        return bins


square = Polygon(((0, 0), (4, 0), (4, 4), (0, 4)))
triangle = Polygon(((0, 0), (6, 0), (0, 3)))
scene = Moved(square + Circle(1) + Moved(triangle + Moved(square, (1, 1)), (10, -5)), (0.5, 0))
printer = Printer(2)
print(printer.show(scene.accept(Area())), printer.show(scene.accept(Bounds())), printer.show("x"), printer.show(True), printer.show((1, "a", (2.5,))))
print(*scene.accept(Text()), sep="\n")
for thing in (square, square + triangle, [square, triangle], (triangle,), Circle(1), square + Circle(2), "text"):
    try:
        print(type(thing).__name__, sides(thing))
    except TypeError as error:
        print(error)
areas = [s.accept(Area()) for s in (square, triangle, Circle(2), square, triangle, Circle(1))]
for name, kind in STRATEGIES.items():
    chosen = kind()
    print(name, [[round(a, 1) for a in b] for b in chosen.pack(areas)], isinstance(chosen, Packing), isinstance(square, Packing))
visitors: dict[str, Callable[[Shape], object]] = {v.__name__: lambda s, v=v: s.accept(v()) for v in (Area, Bounds, Text)}  # type: ignore[misc]
print({name: visit(Circle(1) + square) for name, visit in visitors.items()})
