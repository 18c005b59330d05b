"""Objects that never leave the function that makes them: identity, exceptions half way, cells, tuples, iterators."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Vector:
    def __init__(self, x: float, y: float, z: float) -> None:
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other: Vector) -> Vector:
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other: Vector) -> Vector:
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def scaled(self, factor: float) -> Vector:
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def dot(self, other: Vector) -> float:
        return self.x * other.x + self.y * other.y + self.z * other.z


class Checked:
    """Its constructor may raise when half of it is done."""

    made = 0

    def __init__(self, low: int, high: int) -> None:
        Checked.made += 1
        self.low = low
        if low > high:
            raise ValueError(f"{self.low} > {high}")
        self.high = high

    @property
    def width(self) -> int:
        return self.high - self.low


class Node:
    def __init__(self, value: int, following: Node | None = None) -> None:
        self.value = value
        self.following = following


class Pair(NamedTuple):
    left: int
    right: int


@dataclass(frozen=True)
class Span:
    start: int
    stop: int

    def joined(self, other: Span) -> Span:
        return Span(min(self.start, other.start), max(self.stop, other.stop))


class Open:
    """Looks at itself while it is made."""

    seen: list[Open] = []

    def __init__(self, keep: bool) -> None:
        self.label = "kept" if keep else "dropped"
        if keep:
            Open.seen.append(self)


def distance(a: Vector, b: Vector) -> float:
    between = a - b
    return between.dot(between)


def middle(a: Vector, b: Vector) -> float:
    return (a + b).scaled(0.5).dot(Vector(1.0, 1.0, 1.0))


def width(low: int, high: int) -> int:
    try:
        return Checked(low, high).width
    except ValueError as error:
        return -len(str(error))


def chain(n: int) -> int:
    node = Node(1, Node(2, Node(3)))
    total = 0
    for i in range(n):
        node = Node(i, node.following)
        total += node.value
        if node.following is not None and i % 3 == 0:
            total += node.following.value
    return total


def divided(a: int, b: int) -> tuple[int, int]:
    return a // b, a % b


def both(a: int, b: int) -> int:
    q, r = divided(a, b)
    pair = Pair(q, r)
    left, right = pair
    return left * 100 + right + pair.left + pair[1]


def alike(n: int) -> tuple[bool, bool, bool]:
    a, b = Span(n, n + 1), Span(n, n + 1)
    c = a
    return a is b, a == b, a is c and c is not b


def spans(n: int) -> int:
    whole = Span(n, n)
    for i in range(0, n, 7):
        whole = whole.joined(Span(i, i + 3))
    return whole.stop * 1000 + whole.start


def counted(n: int) -> int:
    count = 0

    def step(by: int) -> None:
        nonlocal count
        count += by

    for i in range(n):
        step(i)
    return count


def evens(n: int) -> Iterator[int]:
    for i in range(n):
        if i % 2 == 0:
            yield i


def maybe(n: int) -> float | None:
    return None if n % 3 == 0 else n / 4


def sometimes(n: int) -> float:
    total = 0.0
    for i in range(n):
        value = maybe(i)
        if value is not None:
            total += value
    return total


def opened(n: int) -> str:
    labels = ""
    for i in range(n):
        labels += Open(i == 2).label[0]
    return labels


def failing(n: int) -> str:
    told = ""
    for i in range(n):
        try:
            span = Span(i, 10 // (i - 2))
            told += str(span.stop)
        except ZeroDivisionError as error:
            told += f"<{error}>"
        finally:
            told += str(Span(i, i).start)
    return told


def main() -> None:
    a, b = Vector(1.0, 2.0, 3.0), Vector(0.5, -1.0, 4.0)
    print(distance(a, b), middle(a, b), distance(a, a))
    print([width(i, 3) for i in range(6)], Checked.made)
    print(chain(20), both(1234567, 89), alike(3), spans(100), counted(50))
    print(sum(evens(20)), max(evens(9)), list(zip(evens(5), enumerate("ab"))), dict(enumerate("xy")))
    print(sometimes(12), opened(5), [o.label for o in Open.seen], failing(5))
    kept = [a + b for _ in range(3)]
    for _ in range(3000):
        distance(kept[0], kept[1])
        width(3, 1)
    gc.collect()
    print(kept[0].dot(kept[2]), len({id(v) for v in kept}), Checked.made)
    first, second = object(), object()
    print(first is second, first == second, Node(1) is Node(1), [] is [], Vector(0.0, 0.0, 0.0) == Vector(0.0, 0.0, 0.0))
    x, y = (1, 2.5) if a.x > b.x else (2, 3.5)
    (p, q), r = (x, y), [x, y]
    print(x, y, p, q, r, isinstance(Span(1, 2), Span), type(Pair(1, 2)).__name__, repr(Span(4, 5)), str(Pair(6, 7)))


main()
