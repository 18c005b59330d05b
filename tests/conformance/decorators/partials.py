"""`partial`, `partialmethod`, `reduce`, `cmp_to_key`."""

from __future__ import annotations

import functools
import operator
from collections.abc import Callable
from functools import cmp_to_key, partial, partialmethod, reduce
from typing import Any


def power(base: int, exponent: int) -> int:
    return base**exponent


def greet(greeting: str, name: str, *, mark: str = "!", times: int = 1) -> str:
    return " ".join([f"{greeting} {name}{mark}"] * times)


def collect(*args: Any, **kwargs: Any) -> tuple[tuple[Any, ...], dict[str, Any]]:
    return args, kwargs


class Cell:
    def __init__(self) -> None:
        self.alive = False
        self.log: list[str] = []

    def set_state(self, state: bool, *, why: str = "") -> bool:
        self.alive = state
        self.log.append(f"{state} {why}".strip())
        return state

    def add(self, *numbers: int, start: int = 0) -> int:
        return sum(numbers) + start

    set_alive = partialmethod(set_state, True)
    set_dead = partialmethod(set_state, False, why="dead")


def by_length_then_text(a: str, b: str) -> int:
    if len(a) != len(b):
        return len(a) - len(b)
    return (a > b) - (a < b)


def backwards(a: str, b: str) -> int:
    return by_length_then_text(b, a)


def main() -> None:
    square = partial(power, exponent=2)
    cube = partial(power, exponent=3)
    two_to = partial(power, 2)
    print(square(5), cube(2), two_to(10), square(base=3))
    hello = partial(greet, "hello", mark="?")
    print(hello("you"), hello("me", times=2), hello("x", mark="."))
    nested = partial(partial(collect, 1, a=1), 2, b=2)
    print(nested(3, c=3), nested.args, sorted(nested.keywords.items()), nested.func is collect)
    print(partial(collect)(), partial(collect, 1)(2, z=0))
    cell = Cell()
    switch = partial(cell.set_state, why="bound")
    print(switch(True), cell.alive, cell.log)
    print(cell.set_alive(), cell.alive, cell.set_dead(), cell.alive, cell.log)
    adder = partial(cell.add, 1, 2, start=10)
    print(adder(), adder(3), adder(4, start=0))
    print(list(map(partial(operator.mul, 3), [1, 2, 3])), list(map(partial(power, 2), range(5))))
    base_two = partial(int, base=2)
    print(base_two("10010"), base_two("11"))
    print(sorted(["ccc", "a", "bb", "aa", "b"], key=cmp_to_key(by_length_then_text)))
    words = ["x", "yy", "z", "ww"]
    words.sort(key=cmp_to_key(backwards))
    print(words, max(words, key=cmp_to_key(by_length_then_text)))
    print(
        reduce(operator.add, [1, 2, 3]), reduce(lambda a, b: a * b, range(1, 6)), reduce(operator.add, [], 7)
    )
    print(reduce(lambda acc, w: acc + len(w), words, 0), reduce(lambda a, b: f"({a}{b})", "abcd"))
    merged: dict[str, int] = reduce(lambda acc, pair: {**acc, pair[0]: pair[1]}, [("a", 1), ("b", 2)], {})
    print(merged)
    try:
        reduce(operator.add, [])
    except TypeError as error:
        print(error)
    compose = lambda *fs: reduce(lambda f, g: lambda x: g(f(x)), fs)
    print(compose(lambda x: x + 1, lambda x: x * 2, str)(4))
    table: dict[str, Callable[..., Any]] = {"sq": square, "hi": hello, "add": adder}
    print(table["sq"](9), table["hi"](name="n"), table["add"](1, 1))


main()
