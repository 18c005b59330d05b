"""PEP 695: functions, classes, aliases, bounds, restrictions, recursion, ParamSpec, TypeVarTuple."""
from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Protocol, Self

type Pair[T] = tuple[T, T]
type Tree[T] = T | list[Tree[T]]
type Json = None | bool | int | float | str | list[Json] | dict[str, Json]
type Handler[**P, R] = Callable[P, R]


class Comparable(Protocol):
    def __lt__(self, other: Self, /) -> bool: ...


def largest[T: Comparable](items: Sequence[T]) -> T:
    best = items[0]
    for item in items[1:]:
        if best < item:
            best = item
    return best


def total[N: (int, float)](items: Iterable[N], zero: N) -> N:
    for item in items:
        zero = zero + item
    return zero


def flatten[T](tree: Tree[T]) -> list[T]:
    if isinstance(tree, list):
        return [leaf for part in tree for leaf in flatten(part)]
    return [tree]


def logged[**P, R](function: Callable[P, R]) -> Callable[P, R]:
    @wraps(function)
    def inner(*args: P.args, **kwargs: P.kwargs) -> R:
        print("call", function.__name__, args, kwargs)
        return function(*args, **kwargs)
    return inner


@logged
def scale(x: int, *, by: int = 2) -> int:
    return x * by


class Stack[T]:
    def __init__(self, items: Iterable[T] = ()) -> None:
        self.items: list[T] = list(items)

    def push(self, item: T) -> Self:
        self.items.append(item)
        return self

    def map[U](self, change: Callable[[T], U]) -> Stack[U]:
        return Stack(change(item) for item in self.items)

    def __iter__(self) -> Iterator[T]:
        return iter(self.items)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.items!r})"


class Numbers[N: (int, float)](Stack[N]):
    def sum(self, zero: N) -> N:
        return total(self, zero)


@dataclass(frozen=True, order=True)
class Box[K, V]:
    key: K
    value: V = field(compare=False)

    def swapped(self) -> Box[V, K]:
        return Box(self.value, self.key)


class Repository[K, V](ABC):
    @abstractmethod
    def load(self, key: K) -> V | None: ...

    def load_all(self, keys: Iterable[K]) -> list[V]:
        return [value for key in keys if (value := self.load(key)) is not None]


class InMemory[K, V](Repository[K, V]):
    def __init__(self, data: dict[K, V]) -> None:
        self.data = data

    def load(self, key: K) -> V | None:
        return self.data.get(key)


def depth(value: Json) -> int:
    match value:
        case list():
            return 1 + max(map(depth, value), default=0)
        case dict():
            return 1 + max(map(depth, value.values()), default=0)
    return 0


async def gather_all[T](*tasks: Awaitable[T]) -> list[T]:
    return [await task for task in tasks]


async def after[T](value: T) -> T:
    await asyncio.sleep(0)
    return value


def local[T](value: T) -> list[T]:
    class Holder[U]:
        def __init__(self, inner: U) -> None:
            self.inner = inner
    return [Holder(value).inner, Holder(value).inner]


pair: Pair[int] = (1, 2)
print(pair, largest([3, 9, 2]), largest(["a", "c", "b"]), total([0.5, 1.5], 0.0), total([1, 2], 0))
numbers: Tree[int] = [1, [2, [3, 4]], 5]
print(flatten(numbers), scale(4), scale(4, by=5))
print(Stack([1, 2]).push(3), Stack[int]().map(str), Stack([1, 2]).map(lambda x: x / 2), list(Stack("ab")))
print(Numbers([1, 2, 3]).sum(0), Numbers([0.5]).sum(0.0), Box("a", 1), Box("a", 1) < Box("b", 0), Box(1, "x").swapped())
print(InMemory({"a": 1, "b": 2}).load_all(["a", "c", "b"]), depth({"a": [1, {"b": None}]}), local("v"))
print(asyncio.run(gather_all(after(1), after(2))), asyncio.run(gather_all(after("x"))))
print(Stack.__name__, isinstance(Numbers([1]), Stack))
