"""Warnings at the places of callers: `stacklevel` through decorators, operators, frames of every kind."""

from __future__ import annotations

import functools
import warnings
from typing import Any, Callable, Iterator
from dataclasses import dataclass


def deprecated(reason: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def wrap(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def inner(*args: Any, **kwargs: Any) -> Any:
            warnings.warn(f"{function.__name__}: {reason}", DeprecationWarning, stacklevel=2)
            return function(*args, **kwargs)

        return inner

    return wrap


@deprecated("use new_sum")
def old_sum(a: int, b: int) -> int:
    return a + b


def _warn(text: str) -> None:
    warnings.warn(text, UserWarning, stacklevel=3)


def api(n: int) -> int:
    if n < 0:
        _warn(f"negative {n}")
    return n


class Thing:
    def __init__(self, size: int) -> None:
        if size > 3:
            warnings.warn("large", stacklevel=2)
        self.size = size

    @property
    def old(self) -> int:
        warnings.warn("old is gone", DeprecationWarning, 2)
        return self.size

    def __lt__(self, other: Thing) -> bool:
        warnings.warn("compared", stacklevel=2)
        return self.size < other.size

    def items(self) -> Iterator[int]:
        for i in range(2):
            warnings.warn(f"item {i}", stacklevel=2)
            yield i


@dataclass
class Point:
    x: int
    y: int = 2

    def __post_init__(self) -> None:
        if self.x < 0:
            warnings.warn("negative x", stacklevel=3)


def by_level(level: int) -> None:
    warnings.warn(f"level {level}", stacklevel=level)


def nested(level: int) -> None:
    by_level(level)


def main() -> None:
    print(old_sum(1, 2))
    old_sum(
        3,
        4,
    )
    api(-1)
    values = [api(v) for v in (1, -2)]
    print(values, sum(api(-v) for v in (1, -2)))
    t = Thing(9)
    t.old
    print(max(t, Thing(4)).size, t < t)
    for item in t.items():
        print(item)
    print(list(map(api, [-7])))
    print(sorted([3, -1], key=api))
    Point(-1)
    for level in range(-1, 5):
        nested(level)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        old_sum(5, 6)
        api(-8)
        for w in caught:
            print(w.lineno, w.filename.rpartition("/")[2], w.category.__name__, w.message)


warnings.simplefilter("always")
main()
warnings.warn("top", stacklevel=2)
warnings.warn("top", stacklevel=1)
nested(2)
_warn("direct")
