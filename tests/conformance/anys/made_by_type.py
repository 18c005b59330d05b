"""Objects of the classes of values of which nothing is known: type(x)(...)."""

from __future__ import annotations
from typing import Any
from collections import OrderedDict, deque, Counter, defaultdict
import datetime as dt


def rebuild(x: Any, *items: Any) -> Any:
    return type(x)(*items)


def scale(value: object, f: float) -> object:
    if isinstance(value, (list, tuple)):
        return type(value)([v * f for v in value])
    if isinstance(value, dict):
        return type(value)((k, v * f) for k, v in value.items())
    return value


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x, self.y = x, y

    def __repr__(self) -> str:
        return f"Point({self.x}, {self.y})"


class Boxed(list[int]):
    pass


print(rebuild([1], [2]), rebuild({1: 2}, [(3, 4)]), rebuild((1,), "ab"), rebuild({1}, [5]))
print(rebuild(1, "5"), rebuild(1.5, "2.5"), rebuild("", 5), rebuild(b"", [65]), rebuild(True, 0))
print(rebuild(bytearray(), b"x"), rebuild(frozenset(), [1]), rebuild(1j, 2, 3))
print(rebuild(Point(1, 2), 3, 4), rebuild(Boxed(), [1]))
print(rebuild(deque(), [1, 2]), rebuild(Counter(), "aab"), rebuild(dt.date(2020, 1, 1), 2021, 2, 3))
print(rebuild(range(3), 5), rebuild(ValueError("x"), "y"))
print(scale([1, 2], 1.5), scale((1, 2), 2), scale({"a": 2}, 1.5))
x: object = [1]
cls = type(x)
print(cls(), cls.__name__)
for v in ([1], "a", 1, 2.5, {"a": 1}):
    print(type(v)())
