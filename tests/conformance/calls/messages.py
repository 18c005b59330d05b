"""What CPython says of wrong calls through `Any` and `Callable[..., Any]`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def none() -> int:
    return 0


def one(a: int) -> int:
    return a


def two(a: int, b: int) -> int:
    return a + b


def three(a: int, b: int, c: int) -> int:
    return a + b + c


def optional(a: int, b: int = 1, c: int = 2) -> int:
    return a + b + c


def keyword(a: int, *, b: int, c: int, d: int = 4) -> int:
    return a + b + c + d


def positional(a: int, b: int, /) -> int:
    return a - b


def star(*args: int) -> int:
    return len(args)


def both(first: int, *args: int, flag: bool, **kwargs: int) -> int:
    return first


class Thing:
    def __init__(self, name: str, size: int = 1) -> None:
        self.name = name
        self.size = size

    def method(self, x: int) -> int:
        return x

    @classmethod
    def make(cls, name: str) -> Thing:
        return cls(name)

    @staticmethod
    def helper(x: int, y: int) -> int:
        return x * y

    def __call__(self, times: int) -> str:
        return self.name * times


class Empty:
    pass


def attempt(what: Any, *args: Any, **kwargs: Any) -> None:
    try:
        print(what(*args, **kwargs))
    except TypeError as error:
        print("TypeError:", error)


def main() -> None:
    attempt(none, 1)
    attempt(none, 1, 2)
    attempt(one)
    attempt(one, 1, 2)
    attempt(one, 1, a=2)
    attempt(one, b=2)
    attempt(two)
    attempt(two, 1)
    attempt(two, b=1)
    attempt(two, 1, 2, 3)
    attempt(three)
    attempt(three, 1)
    attempt(optional)
    attempt(optional, 1, 2, 3, 4)
    attempt(optional, 1, c=9)
    attempt(optional, 1, d=9)
    attempt(keyword)
    attempt(keyword, 1)
    attempt(keyword, 1, b=2)
    attempt(keyword, 1, 2, b=3, c=4)
    attempt(keyword, 1, b=3, c=4)
    attempt(positional, 1)
    attempt(positional, a=1, b=2)
    attempt(positional, 5, 3)
    attempt(star, 1, 2, 3)
    attempt(star, x=1)
    attempt(both, flag=True)
    attempt(both, 1)
    attempt(both, 1, 2, flag=False, z=3)
    thing = Thing("t")
    attempt(thing.method)
    attempt(thing.method, 1, 2)
    attempt(thing.method, y=1)
    attempt(thing.method, x=1)
    attempt(Thing.helper, 1)
    attempt(Thing.make)
    attempt(Thing.make, "a", "b")
    attempt(Thing)
    attempt(Thing, 1, 2, 3)
    attempt(Thing, nome=1)
    attempt(Empty, 1)
    attempt(thing, 3)
    attempt(thing)
    attempt(3)
    attempt("text", 1)
    attempt(None)
    attempt([1], 2)
    attempt(Empty())
    attempt(lambda x: x, 1, 2)
    anything: Any = two
    try:
        anything(1)
    except TypeError as error:
        print(error)
    loose: Callable[..., int] = three
    try:
        loose(1, 2)
    except TypeError as error:
        print(error)

    def inner(x: int) -> int:
        return x

    attempt(inner)
    attempt(inner, 1, 2)


main()
