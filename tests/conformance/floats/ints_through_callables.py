"""Ints where functions held as values take and give floats: they stay ints, as in CPython."""

from __future__ import annotations

import asyncio
import contextlib
import functools
from dataclasses import dataclass
from typing import Any, Callable, Generic, TypeVar

T = TypeVar("T")


class Checked(Generic[T]):
    def __init__(self, check: Callable[[T], bool], value: T) -> None:
        self.check = check
        self.value = value

    def put(self, value: T) -> None:
        if not self.check(value):
            raise ValueError(f"bad {value!r}")
        self.value = value


def shown(x: float) -> str:
    return f"{x!r}"


def through(f: Callable[[float], str], x: float) -> str:
    return f(x)


def one(x: float) -> float:
    return 1


def result_of(f: Callable[[float], float]) -> str:
    return f"{f(2.5)} {f(2.5) / 3}"


class Scale:
    def __init__(self, factor: float) -> None:
        self.factor = factor

    def apply(self, x: float) -> float:
        return 0 if x > 100 else x * self.factor


box = Checked[float](lambda x: x >= 0, 0.0)
box.put(3)
print(box.value, repr(box.value))
box.put(2.5)
print(box.value)
print(through(shown, 3), through(shown, 3.0), through(lambda x: f"{x}", 4))
print(result_of(one), result_of(lambda x: 7), result_of(Scale(2).apply), result_of(Scale(100).apply))
print(list(map(one, [2.5])), max([1.5, 2.5], key=one), sorted([3.5, -2.5], key=Scale(-1).apply))


def area(w: float, h: float, *, scale: float = 1.5) -> str:
    return f"{w} {h} {scale}"


def call(f: Callable[..., str], *args: Any, **named: Any) -> str:
    return f(*args, **named)


def total(*values: float) -> float:
    return sum(values)


def whole(x: float) -> str:
    return f"whole {x}"


@dataclass
class Point:
    x: float
    y: float = 0.5


table: dict[str, Callable[..., Any]] = {"area": area, "total": total, "point": Point, "method": Scale(3).apply}
print(functools.partial(area, 3)(2.5), call(area, 1, 2), call(area, 1.5, h=2, scale=7))
print(table["area"](1, h=2), table["total"](1, 2.5), table["total"](3, 4), table["point"](1), table["point"](1, y=2), table["method"](5))
unknown: Any = area
print(unknown(1, 2.5), list(map(Point, [1, 2.5], [3, 4])), [Point(*pair) for pair in [(1, 2), (3, 4)]])
narrow: Callable[[int], str] = whole
print(narrow(3), list(map(narrow, [1, 2])))


async def main() -> None:
    async with contextlib.AsyncExitStack() as stack:
        stack.push_async_callback(asyncio.sleep, 0)
    asyncio.get_running_loop().call_later(0, print, whole(1))
    await asyncio.sleep(0.01)


asyncio.run(main())
box.put(-1)
