"""Overloaded functions of the library held as values and handed on, also by code that nobody has typed."""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable
from functools import partial, reduce
from typing import Any


def get_in(keys, data, default=None, no_default=False):
    try:
        return reduce(operator.getitem, keys, data)
    except (KeyError, IndexError, TypeError):
        if no_default:
            raise
        return default


def along(keys: list[Any], data: Any) -> Any:
    return reduce(operator.getitem, keys, data)


def each(function, *rows):
    return [function(*row) for row in zip(*rows)]


def compose(*functions):
    def run(value):
        for function in functions:
            value = function(value)
        return value

    return run


def applied(function: Callable[..., Any], values: Iterable[Any]) -> list[Any]:
    return [function(value) for value in values]


TABLE = {"max": max, "min": min, "round": round, "sum": sum, "pow": pow}


def main() -> None:
    data = {"a": [5, {"b": "deep"}], "c": (1, 2)}
    for keys in ["a", 0], ["a", 1, "b"], ["a", 1, "b", 2], ["c", -1], ["x"], ["a", 7], ["c", "q"]:
        print(keys, get_in(keys, data), get_in(keys, data, "none"))
    try:
        get_in(["a", "z"], data, no_default=True)
    except TypeError as error:
        print(error)
    print(along(["a", 1, "b"], data), along([], 3), along(["c", slice(0, 1)], data))
    item: Any = operator.getitem
    print(item([1, 2], 1), item({"a": 3}, "a"), item("text", slice(1, 3)))
    print(list(map(operator.getitem, [[1, 2], [3, 4]], [0, 1])), each(operator.getitem, ["ab", [7]], [1, 0]))
    print(each(max, [1, 5], [2, 3], [4, 4]), each(pow, [2, 3], [3, 2]), each(pow, [2, 3], [3, 2], [5, 5]))
    print(compose(sum, round, str)([1.5, 2.25]), compose(sorted, reversed, list, max)([3, 1, 2]))
    print(applied(round, [1.5, 2.5, -0.4]), applied(partial(round, ndigits=1), [1.26, 7]))
    for name, function in TABLE.items():
        given: Any = function
        print(name, given((3, 1, 2)) if name in ("max", "min", "sum") else given(2, 3))
    print(reduce(max, [3, 9, 2]), reduce(max, ["b", "c"], "a"), reduce(min, [2.5, 1.0], 7.5))


main()
