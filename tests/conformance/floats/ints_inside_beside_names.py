"""A sum in a list makes floats inside types ints or floats; those with names stay what reaches them."""

from __future__ import annotations

import asyncio
import functools
import heapq
import itertools
import operator
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import astuple, dataclass, field, replace
from enum import Enum
from typing import Generic, NamedTuple, Protocol, TypeVar

T = TypeVar("T")


class Point(NamedTuple):
    x: float
    y: float = 2.5


@dataclass(order=True)
class Reading:
    value: float
    weight: float = 0.5
    trail: list[float] = field(default_factory=list)


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item

    def get(self) -> T:
        return self.item

    def map(self, f: Callable[[T], T]) -> Box[T]:
        return Box(f(self.item))


class Shape(Protocol):
    def area(self) -> float: ...

    @property
    def scale(self) -> float: ...


class Square:
    def __init__(self, side: float) -> None:
        self.side = side

    def area(self) -> float:
        return self.side * self.side

    @property
    def scale(self) -> float:
        return 1.5


class Whole(Square):
    def area(self) -> float:
        return 4

    @property
    def scale(self) -> float:
        return 3


class Rate(Enum):
    LOW = 0.25
    HIGH = 1.75

    def of(self, amount: float) -> float:
        return amount * self.value


LEVEL: ContextVar[float] = ContextVar("LEVEL", default=0.75)


def half(x: float) -> float:
    return x / 2.0


def bigger(x: float, by: float = 1.5) -> float:
    return x + by


def squared(x: float) -> float:
    return x * x


def twice(f: Callable[[float], float]) -> Callable[[float], float]:
    @functools.wraps(f)
    def inner(x: float) -> float:
        return f(f(x))

    return inner


@twice
def grown(x: float) -> float:
    return x * 1.5


def steps(start: float, count: int) -> Iterator[float]:
    value = start
    for _ in range(count):
        got = yield value
        value += 0.25 if got is None else got


def last(start: float) -> Iterator[float]:
    yield from steps(start, 2)
    yield start


@contextmanager
def raised(by: float) -> Iterator[float]:
    token = LEVEL.set(LEVEL.get() + by)
    yield LEVEL.get()
    LEVEL.reset(token)


def maybe(flag: bool) -> float | None:
    return 1.25 if flag else None


async def slow(x: float) -> float:
    await asyncio.sleep(0)
    return x * 2.0


async def ticks(n: int) -> AsyncIterator[float]:
    for i in range(n):
        yield i * 0.5


async def main() -> None:
    print(await slow(1.5), await asyncio.gather(slow(0.5), slow(1.0)), await asyncio.gather(*map(slow, [1.5, 2.5])))
    task = asyncio.create_task(slow(3.5))
    print(await asyncio.wait_for(slow(0.125), 5.0), await task, task.result())
    queue: asyncio.Queue[float] = asyncio.Queue()
    await queue.put(half(3.0))
    queue.put_nowait(sum([0.0 for _ in range(0)]))
    one = await queue.get()
    print(one, await queue.get(), [x async for x in ticks(3)])
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(slow(float(i))) for i in range(3)]
    print(sum(t.result() for t in tasks))


def total(values: list[float], *more: float, **named: float) -> list[float]:
    return [sum(values), sum(more), sum(named.values())]


def main_sync() -> None:
    print(total([], 1.5, a=2.5), total([0.5]), total([0.5, 2], 1, b=3))
    p = Point(1.0)
    x, y = p
    print(p, x, y, p[0], list(p), tuple(p) == (1.0, 2.5), p._replace(x=half(9.0)), [half(v) for v in p])
    r = Reading(1.5, trail=[half(1.0), sum([])])
    print(r, replace(r, value=half(5.0)), astuple(r), r < Reading(2.5), r.trail[1] + r.value)
    b = Box(1.5)
    print(b.get(), b.map(half).get(), b.map(lambda v: v + 1.0).item, Box(half(3.0)).map(grown).item)
    shapes: list[Shape] = [Square(1.5), Whole(2.5)]
    print([s.area() for s in shapes], [s.scale for s in shapes], [half(s.area()) for s in shapes])
    squares = [Square(0.5), Whole(0.5)]
    print([s.area() for s in squares], max(squares, key=lambda s: s.area()).scale, max(s.side for s in squares))
    print([rate.of(2.0) for rate in Rate], Rate.LOW.value, Rate(1.75).name)
    with raised(0.5) as level:
        print(level, LEVEL.get())
    print(LEVEL.get(), squared(1.5), squared(1.5), grown(2.0))
    functions: list[Callable[[float], float]] = [half, bigger, grown, squared, functools.partial(bigger, by=3.0)]
    print([f(1.5) for f in functions], [f(2) for f in functions])
    print(list(map(half, [1.5, 3])), sorted([2.5, 1, 0.5], key=half), min([2.5, 1.5], key=half))
    print(list(steps(0.5, 3)), list(last(1.0)), next(steps(half(1.0), 1)))
    generator = steps(1.0, 3)
    print(next(generator), next(generator), sum(steps(0.0, 0)))
    heap: list[tuple[float, str]] = []
    for name, weight in {"a": 2.5, "b": half(1.0), "c": sum([1.5])}.items():
        heapq.heappush(heap, (weight, name))
    print([heapq.heappop(heap) for _ in range(3)])
    print(list(itertools.accumulate([0.5, 1.5])), functools.reduce(operator.add, [0.5, 1, 2.5], 0.0))
    costs: dict[str, float] = {"x": half(1.0)}
    costs["y"] = costs.get("y", 0) + 1
    costs["x"] += 1
    print(costs, maybe(True), maybe(False), [v for v in (maybe(True), maybe(False)) if v is not None])
    pairs = [(half(float(i)), i) for i in range(3)]
    best, index = max(pairs)
    print(pairs, best, index, best.is_integer(), list(zip([0.5], [half(1.0)])))
    inner = lambda v: half(v) + best  # noqa: E731
    print(inner(3.0), [*map(inner, [1.0])], {half(1.0): 1}.get(0.5), half(1.0) in [0.5], f"{half(1.0):.2f}")


main_sync()
asyncio.run(main())
