"""Functions with overloads given what nobody knows: a key that may be None or a function."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any


def ordered(rows: list[int], key: Any, reverse: Any = False) -> list[int]:
    return sorted(rows, key=key, reverse=reverse)


def extremes(rows: list[int], key: Any) -> tuple[int, int, int, int]:
    return max(rows, key=key), min(rows, key=key), max(rows, default=3, key=key), min(4, 7, -2, key=key)


def in_place(rows: list[int], key: Any) -> list[int]:
    rows.sort(key=key)
    return rows


def by_all(rows: list[dict[str, int]], *keys: Callable[[dict[str, int]], int]) -> list[dict[str, int]]:
    for key in reversed(keys):
        rows = sorted(rows, key=key)
    return rows


def scaled(row: dict[str, int], *, by: str, scale: int = 1) -> int:
    return row[by] * scale


class Registry:
    def __init__(self) -> None:
        self.keys: dict[str, Any] = {"plain": None, "negative": lambda n: -n, "last": lambda n: n % 10}

    def run(self, numbers: Iterable[int]) -> None:
        for name, key in self.keys.items():
            print(name, sorted(numbers, key=key), max(numbers, key=key), min(numbers, key=key))


def loops() -> None:
    item = 0
    for item in json.loads('["a", 2, [3], null]'):
        print(item, end=" ")
    print(item)
    name = ""
    for name, size in json.loads('{"x": 1, "y": [2]}').items():
        print(name, size, end=" ")
    print(name)
    text = "start"
    for text in ["one", "two"]:
        print(text.upper(), len(text))
    pairs: list[tuple[str, Any]] = [("a", 1), ("b", "two")]
    value = 0
    for label, value in pairs:
        print(label, value)
    print([x for x in json.loads("[1, null]")], [v for _, v in pairs])


def main() -> None:
    numbers = [13, 21, 5, 40]
    for key in (None, lambda n: -n, lambda n: n % 10, str):
        print(ordered(numbers, key), extremes(numbers, key), in_place(list(numbers), key))
    print(ordered(numbers, None, True), ordered(numbers, abs, False))
    Registry().run(numbers)
    rows = [{"a": 2, "b": 1}, {"a": 1, "b": 2}, {"a": 1, "b": 1}]
    print(by_all(rows, partial(scaled, by="a"), partial(scaled, by="b", scale=-1)))
    loops()
    try:
        ordered(numbers, 5)
    except TypeError as error:
        print("TypeError", error)


main()
