"""Generic calls in which one function returns Any: what it makes goes on as it is."""

from __future__ import annotations
from functools import reduce
import itertools
import operator
import json
from typing import Any, Callable, Generic, Iterable, TypeVar

T = TypeVar("T")
S = TypeVar("S")


def product(values: list[Any]) -> Any:
    return reduce(operator.mul, values, 1)


def product2(values: list[float]) -> float:
    return reduce(operator.mul, values, 1)


def fold(f: Callable[[T, S], T], values: Iterable[S], start: T) -> T:
    for v in values:
        start = f(start, v)
    return start


def apply(f: Callable[[T], T], x: T) -> T:
    return f(x)


def pick(f: Callable[[str], T], *others: T) -> list[T]:
    return [f("[1]"), *others]


print(product([1, 2.5, 3]), product([2, 3]), product([]), product(["ab", 3]))
print(product(json.loads("[2, 2.5]")))
print(product2([1.5, 2]), product2([]))
total = fold(operator.add, json.loads("[1.5, 2]"), 0)
print(total, type(total).__name__)
n = reduce(operator.mul, [1.5, 2.0], 1)
print(n + 1, f"{n:.2f}")
z = reduce(operator.or_, [{1}, {2, 3}], set())
print(sorted(z), len(z))
merged = reduce(operator.or_, [{"a": 1}, {"b": 2.5}])
print(merged)
print(apply(json.loads, "[1, 2.5]"), apply(json.loads, "3"))
print(pick(json.loads, "a", "b"))
for x in itertools.accumulate([1, 2, 3.5], operator.mul):
    print(x)


class Stream:
    def __init__(self, *items: Any) -> None:
        self.items = items

    def fold(self, start: S, f: Callable[[S, Any], S]) -> S:
        for item in self.items:
            start = f(start, item)
        return start

    @classmethod
    def one(cls, f: Callable[[str], S], other: S) -> tuple[S, S]:
        return f("[2.5]"), other

    @staticmethod
    def two(f: Callable[[str], S], other: S) -> S | None:
        return f("null") or other


stream = Stream(1, 2.5)
s = stream.fold(1, operator.mul)
print(s, s * 2, stream.fold(1, lambda a, b: a + 1))
print(Stream.one(json.loads, 5), stream.two(json.loads, 1), Stream.two(json.loads, 2))

ratios = itertools.accumulate([1, 2, 3], operator.truediv, initial=1)
for ratio in ratios:
    print(ratio, ratio * 2)
print(list(itertools.accumulate([1, 2, 3], lambda a, b: a * b)))


class Cell(Generic[T]):
    def __init__(self, read: Callable[[str], T], other: T) -> None:
        self.both = [read("[1.5]"), other]

    def first(self) -> T:
        return self.both[0]


cell = Cell(json.loads, 1)
print(cell.both, cell.first(), Cell(float, 2.5).first.__name__)
print(reduce(lambda a, b: a * b, json.loads("[1, 2, 2.5]"), 3))
print(reduce(lambda a, b: a + len(b), ["a", "bc"], 5))
