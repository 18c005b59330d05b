"""Operators of classes that derive from one another and decline: quantities, boxes, conditions, versions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import total_ordering
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Quantity:
    """Declines what it does not know; a subclass knows more."""

    def __init__(self, amount: float) -> None:
        self.amount = amount

    def __add__(self, other: object) -> Any:
        if type(other) is Quantity or isinstance(other, (int, float)):
            extra = other.amount if isinstance(other, Quantity) else float(other)
            return Quantity(self.amount + extra)
        return NotImplemented

    def __radd__(self, other: object) -> Any:
        if isinstance(other, (int, float)):
            return Quantity(self.amount + other)
        return NotImplemented

    def __mul__(self, other: Quantity) -> Quantity:
        return Quantity(self.amount * other.amount)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Quantity):
            return NotImplemented
        return self.amount == other.amount

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.amount})"


class Money(Quantity):
    def __init__(self, amount: float, currency: str = "EUR") -> None:
        super().__init__(amount)
        self.currency = currency

    def __radd__(self, other: object) -> Any:
        if isinstance(other, Quantity):
            return Money(self.amount + other.amount, self.currency)
        return super().__radd__(other)

    def __rmul__(self, other: Quantity) -> Quantity:
        return Money(self.amount * other.amount, self.currency)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Money) and super().__eq__(other) and self.currency == other.currency


class Stamped(Money):
    """Finds the same methods as Money."""


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Box) and bool(other.item == self.item)

    def __lt__(self, other: Box[T]) -> bool:
        return str(self.item) < str(other.item)


class Sealed(Box[T]):
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sealed) and bool(other.item == self.item)

    def __gt__(self, other: Box[T]) -> bool:
        return True


class Query:
    """Comparisons give conditions."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __lt__(self, other: Query) -> str:
        return f"{self.name} < {other.name}"

    def __gt__(self, other: Query) -> str:
        return f"{self.name} > {other.name}"


class Column(Query):
    def __gt__(self, other: Query) -> str:
        return f"column {self.name} > {other.name}"


@total_ordering
class Version:
    def __init__(self, *parts: int) -> None:
        self.parts = parts

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Version) and self.parts == other.parts

    def __lt__(self, other: Version) -> bool:
        return self.parts < other.parts


class Beta(Version):
    def __lt__(self, other: Version) -> bool:
        return self.parts <= other.parts


@dataclass(order=True)
class Point:
    x: int
    y: int


@dataclass(order=True)
class Point3(Point):
    z: int = 0


class Tally(int):
    def __radd__(self, other: int) -> int:
        return 1000 + int(self) + other


class Words(list[str]):
    def __eq__(self, other: object) -> bool:
        return isinstance(other, list) and len(other) == len(self)

    def __iter__(self) -> Iterator[str]:
        return super().__iter__()


def meet(things: list[Quantity]) -> None:
    for a in things:
        for b in things:
            try:
                print(a, b, a + b)
            except TypeError as error:
                print(error)
            print(a * b, a == b, a != b)
    a, b = things[0], things[1]
    a += b
    print(a, sum(things[:2], Quantity(0)), [t in things[:1] for t in things])


def main() -> None:
    meet([Quantity(1.5), Money(1.5), Stamped(1.5), Quantity(2.0)])
    boxes: list[Box[int]] = [Box(2), Sealed(1), Sealed(2), Box(1)]
    print([[a == b for b in boxes] for a in boxes], [[a < b for b in boxes] for a in boxes])
    print([box.item for box in sorted(boxes)], boxes.index(Sealed(2)), boxes.count(Box(2)))
    queries: list[Query] = [Query("a"), Column("b")]
    for q in queries:
        for p in queries:
            print(q < p, "|", q > p)
    versions: list[Version] = [Version(1, 2), Beta(1, 2), Version(1, 3)]
    print([[(a < b, a > b, a <= b, a >= b) for b in versions] for a in versions])
    points: list[Point] = [Point(1, 2), Point3(1, 2), Point3(1, 2, 3)]
    print([[a == b for b in points] for a in points])
    try:
        print(points[0] < points[1])
    except TypeError as error:
        print(error)
    held: list[object] = [
        Quantity(1.5),
        Money(1.5),
        1.5,
        None,
        Box(1),
        Sealed(1),
        (Quantity(1.5), 1),
        (Money(1.5), 1),
    ]
    print([[a == b for b in held] for a in held])
    numbers: list[int] = [1, Tally(2)]
    print([a + b for a in numbers for b in numbers])
    lists: list[list[str]] = [["a"], Words(["b"])]
    print([a == b for a in lists for b in lists])


main()
