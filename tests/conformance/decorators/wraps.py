"""What `functools.wraps` keeps, and what is seen without it."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def bare(function: Callable[[int], int]) -> Callable[[int], int]:
    def wrapper(x: int) -> int:
        """The wrapper's own words."""
        return function(x) + 1

    return wrapper


def kept(function: Callable[[int], int]) -> Callable[[int], int]:
    @functools.wraps(function)
    def wrapper(x: int) -> int:
        """Not seen."""
        return function(x) + 1

    return wrapper


def updated(function: Callable[[int], int]) -> Callable[[int], int]:
    def other(x: int) -> int:
        return function(x) + 100

    functools.update_wrapper(other, function)
    return other


def same(function: F) -> F:
    function_name = function.__name__
    names.append(function_name)
    return function


names: list[str] = []


@bare
def one(x: int) -> int:
    """One."""
    return x


@kept
def two(x: int) -> int:
    """Two."""
    return x


@updated
def three(x: int) -> int:
    return x


@kept
@kept
@updated
def four(x: int) -> int:
    """Four,
    over two lines."""
    return x


@same
def five(x: int, y: int) -> int:
    return x - y


def describe(function: Callable[..., Any]) -> None:
    print(function.__name__, function.__qualname__, function.__module__, repr(function.__doc__))


def unwrap(function: Callable[..., Any]) -> int:
    depth = 0
    current: Any = function
    while hasattr(current, "__wrapped__"):
        current = current.__wrapped__
        depth += 1
    print(current.__name__, current(1), depth)
    return depth


def main() -> None:
    for function in (one, two, three, four):
        describe(function)
        print(function(0))
    describe(five)
    describe(main)
    print(names, five(5, 3))
    unwrap(one)
    unwrap(two)
    unwrap(four)
    describe(functools.wraps(one)(lambda x: x))
    made = [kept(f) for f in (one, two)]
    print([m.__name__ for m in made], [m(1) for m in made])
    table = {f.__name__: f for f in (two, three, four)}
    print(sorted(table), table["four"](7))


main()
