"""Attributes by computed names, of objects of the built-in classes and of odd ones."""

from __future__ import annotations

import asyncio
import json
import logging
import re
from collections import Counter, OrderedDict, defaultdict, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime, timedelta
from enum import Enum, IntFlag
from fractions import Fraction
from typing import Any, Generic, NamedTuple, TypeVar, overload

T = TypeVar("T")


class Mode(IntFlag):
    R = 1
    W = 2


class Point(NamedTuple):
    x: int
    y: int


class Box(Generic[T]):
    count = 0

    def __init__(self, item: T) -> None:
        self.item = item
        self._secret = "s"
        self.__private = 1

    @overload
    def get(self, default: None = None) -> T | None: ...
    @overload
    def get(self, default: T) -> T: ...
    def get(self, default: Any = None) -> Any:
        return self.item or default

    @classmethod
    def make(cls, item: T) -> Box[T]:
        return cls(item)

    @staticmethod
    def static(x: int) -> int:
        return x + 1

    async def later(self) -> T:
        await asyncio.sleep(0)
        return self.item

    def __iter__(self) -> Iterator[T]:
        yield self.item

    def each(self) -> Iterator[T]:
        yield self.item


class Dynamic:
    def __getattr__(self, name: str) -> str:
        if name.startswith("x"):
            return f"<{name}>"
        raise AttributeError(name)


def read(obj: Any, name: str) -> str:
    try:
        value = getattr(obj, name)
    except AttributeError as error:
        return f"AttributeError: {error}"
    if callable(value):
        return "callable"
    return repr(value)


def encode(obj: object) -> Any:
    if is_dataclass(obj) and not isinstance(obj, type):
        return {f.name: encode(getattr(obj, f.name)) for f in fields(obj)}
    if isinstance(obj, (list, tuple)):
        return [encode(one) for one in obj]
    return obj


@dataclass
class Leaf:
    a: int
    b: list[Any]


def main() -> None:
    things: list[Any] = [
        Box(1),
        Box("t"),
        Point(1, 2),
        Mode.R | Mode.W,
        Mode.R,
        Dynamic(),
        Leaf(1, []),
        5,
        2.5,
        "text",
        b"b",
        [1],
        (1, 2),
        {1: 2},
        {1},
        None,
        True,
        date(2024, 2, 3),
        datetime(2024, 1, 2, 3),
        timedelta(3),
        Fraction(1, 3),
        Counter("aab"),
        deque([1]),
        defaultdict(int),
        OrderedDict(),
        range(3),
        1j,
        ValueError("v"),
        frozenset({1}),
        bytearray(b"x"),
        slice(1, 2),
    ]
    for thing in things:
        kind = type(thing).__name__
        for name in (
            "item",
            "x",
            "real",
            "year",
            "days",
            "numerator",
            "upper",
            "append",
            "get",
            "static",
            "make",
            "value",
            "name",
            "count",
            "args",
            "start",
            "nothing",
            "_secret",
        ):
            found = read(thing, name)
            if not found.startswith("AttributeError"):
                print(kind, name, found)
            elif name == "nothing":
                print(found)
    print(encode(Leaf(1, [Leaf(2, []), (3, "x")])))
    box: Any = Box(7)
    print(getattr(box, "".join(["la", "ter"])) is not None, asyncio.run(getattr(box, "lat" + "er")()))
    print(
        getattr("a,b", "spl" + "it")(","), getattr([3, 1], "ind" + "ex")(1), list(getattr(box, "ea" + "ch")())
    )
    setattr(box, "it" + "em", "new")
    print(box.item, hasattr(box, "it" + "em"), hasattr(box, "no" + "pe"), hasattr(3, "bit_" + "length"))
    for name in ("item", "none"):
        try:
            setattr(5, name, 1)
        except AttributeError as error:
            print(error)


main()
