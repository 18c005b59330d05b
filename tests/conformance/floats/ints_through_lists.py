"""An int put into a list of floats stays an int wherever it is carried by name; the floats beside it stay floats."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import NamedTuple

READINGS: list[float] = [1.5, 2, -3, 0.0, -0.0, 2**70, 1e300]
LAST: float = READINGS[1]
NEVER: float = 8.25


def always(i: int) -> float:
    return 1.0 / (i + 1)


def first(values: list[float]) -> float:
    return values[0]


def second(values: list[float]) -> float:
    return first(values[1:])


def scaled(value: float, by: float = 2) -> float:
    return value * by


def untouched(value: float, by: float = 2.0) -> float:
    total = 0.0
    for _ in range(3):
        total += value * by
    return total


def applied(function: Callable[[float], float], values: list[float]) -> list[float]:
    return [function(value) for value in values]


def same(value: float) -> float:
    return value


def all_of(*values: float, **named: float) -> list[float]:
    return [*values, *named.values()]


class Shape(ABC):
    scale: float = 1.0

    @abstractmethod
    def size(self) -> float: ...

    @property
    def doubled(self) -> float:
        return self.size() * 2

    def grown(self, by: float) -> float:
        return self.size() + by


class Fixed(Shape):
    def __init__(self, side: float) -> None:
        self.side = side
        self.kept = 0.5

    def size(self) -> float:
        return self.side


class Computed(Shape):
    def size(self) -> float:
        return always(3) * self.scale


class Whole(Shape):
    def size(self) -> float:
        return 7

    def grown(self, by: float) -> float:
        return by


@dataclass(order=True)
class Sample:
    value: float
    weight: float = 1.0
    history: list[float] = field(default_factory=list)


class Pair(NamedTuple):
    left: float
    right: float


def running(values: list[float]) -> Iterator[float]:
    total: float = 0
    for value in values:
        total += value
        yield total


def counter(start: float) -> Callable[[float], float]:
    current = start

    def add(step: float) -> float:
        nonlocal current
        current = current + step
        return current

    return add


def largest(values: list[float]) -> float:
    best = values[0]
    for value in values[1:]:
        if value > best:
            best = value
    return best


def swapped(a: float, b: float) -> tuple[float, float]:
    a, b = b, a
    return a, b


class Holder:
    shared: float = 3.0

    def __init__(self) -> None:
        self.total: float = 0.0
        self.only = 1.25

    def take(self, values: list[float]) -> None:
        for value in values:
            self.total = value
        Holder.shared = values[1]


def main() -> None:
    print(READINGS, LAST, NEVER, LAST / 1, NEVER * 2)
    print(first(READINGS), second(READINGS))
    print([sum([always(i) * value for value in READINGS]) for i in range(3)], sum([always(0)]))
    empty: list[float] = []
    sums = [sum([value * 2 for value in items]) for items in (empty, [1.5], READINGS[1:3])]
    print(sums, sum(sums), sum(empty), sum([-0.0]), [sum([-0.0 for _ in range(n)]) for n in range(3)])
    print(scaled(READINGS[0]), scaled(READINGS[1]), scaled(READINGS[1], 0.5), scaled(3))
    print(untouched(1.5), untouched(0.1, 0.2))
    print(applied(same, READINGS), applied(scaled, READINGS[:3]), applied(lambda x: x, [1, 2.5]))
    print(applied(untouched, [1.0, 2]))
    print(all_of(1, 2.0, x=3, y=4.5), all_of(*READINGS[:3]))
    shapes: list[Shape] = [Fixed(READINGS[1]), Fixed(2.5), Computed(), Whole()]
    for shape in shapes:
        print(shape.size(), shape.doubled, shape.grown(READINGS[2]), shape.grown(0.5), shape.scale)
    Shape.scale = READINGS[1]
    print([shape.scale for shape in shapes], shapes[2].size())
    samples = [Sample(1.5), Sample(READINGS[1]), Sample(READINGS[2])] + [Sample(1.0, READINGS[1], [1, 1.0])]
    print(sorted(samples), replace(samples[1], weight=READINGS[2]), samples[0].weight + 1)
    pair = Pair(READINGS[1], 0.5)
    left, right = pair
    print(pair, left, right, pair.left, pair[0], pair._replace(right=4), swapped(pair.left, pair.right))
    print(list(running(READINGS[:3])), list(running([])), list(running([0.5])))
    add = counter(READINGS[1])
    print(add(1), add(0.5), add(READINGS[1]), counter(0.0)(1), counter(0)(1))
    print(largest([1, 2, 3]), largest([1.0, 0.5]), largest(READINGS[:3]), max(READINGS[:3]), min(1, 2.5))
    holder = Holder()
    print(holder.total, holder.only, holder.shared)
    holder.take(READINGS[:2])
    print(holder.total, holder.only, holder.shared, Holder.shared, holder.total // 2, holder.total % 2)
    table: dict[str, float] = {"a": 1, "b": 2.0}
    for name, value in table.items():
        held = value
        print(name, held, held == 1, -held, abs(held), round(held), f"{held} {held:.2f}", str(held), held is None)
    total = 0.0
    for value in table.values():
        total += value
    print(total, [value for value in table.values()], {value: 1 for value in table.values()})
    maybe: float | None = table.get("a")
    if maybe is not None:
        kept: float = maybe
        print(kept, maybe, kept if kept else 0.0, isinstance(kept, int), isinstance(NEVER, int))
    print(READINGS[5] + 1, READINGS[5] * 1.0, same(READINGS[5]), same(2**62), same(-(2**62) - 1))
    try:
        print(same(10**400) * 1.0)
    except OverflowError as error:
        print(error)


main()
