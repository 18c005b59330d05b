"""Cases that the type checker calls impossible, aliases, subjects with stars, literals in f-strings."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, Literal, NewType, assert_never, cast

Mode = Literal["r", "w"]
UserId = NewType("UserId", int)
Text = str


def open_mode(mode: Mode) -> str:
    match mode:
        case "r":
            return "reading"
        case "w":
            return "writing"
        case _:
            raise ValueError(f"invalid mode {mode!r}")


def strict(mode: Mode | None) -> int:
    match mode:
        case "r":
            return 1
        case "w":
            return 2
        case None:
            return 3
        case _ as rest:
            assert_never(rest)


print(open_mode("r"), open_mode("w"), strict("r"), strict(None))
try:
    print(open_mode(cast(Mode, "rw")))
except ValueError as error:
    print(error)
try:
    print(strict(cast(Mode, "a")))
except AssertionError as error:
    print(error)


def alias(x: Text | UserId) -> str:
    match x:
        case Text():
            return "text " + x
        case int():
            return f"id {x + 1}"


print(alias("a"), alias(UserId(4)))


def starred(xs: list[int], *more: int) -> str:
    match *xs, *more, 0:
        case 0,:
            return "nothing"
        case 1, *_, 0:
            return "from 1"
        case *rest, last:
            return f"{rest} {last}"
    return "?"


print(starred([]), starred([1]), starred([2, 3], 4))


class Config:
    match sys.argv[1:]:
        case []:
            verbose = False
        case _:
            verbose = True


print(Config.verbose)


def dispatch(op: str) -> Callable[[int, int], int]:
    match op:
        case "+":
            return lambda a, b: a + b
        case "pow":
            return pow
        case _:
            raise KeyError(op)


print(dispatch("+")(2, 3), dispatch("pow")(2, 3))


def untyped(x):  # type: ignore[no-untyped-def]
    match x:
        case 0:
            return "zero"
        case [a, b] | {"a": a, "b": b}:
            return a + b
        case str() | bytes() as s:
            return len(s)
        case {"deep": {"er": [_, (c, *_)]}}:
            return c
        case y if y > 3:
            return y


print(untyped(0), untyped([1, 2]), untyped({"a": "x", "b": "y"}), untyped("four"), untyped(5), untyped(1))
print(untyped({"deep": {"er": [0, (7.5, 1)]}}))


def conflicting(x: int | str | list[float], d: dict[str, bytes]) -> str:
    match x:
        case int():
            match d:
                case {"k": v}:
                    return f"bytes {v!r}"
                case {}:
                    v = b"none"
                    return v.decode()
        case [*v]:
            return f"floats {sum(v, 0.0)}"
        case v:
            return v * 2
    return "?"


print(conflicting(1, {"k": b"v"}), conflicting(1, {}), conflicting([1.5, 2.5], {}), conflicting("ab", {}))


def anything(*args: Any, **kwargs: Any) -> str:
    match args, kwargs:
        case (), {}:
            return f"{len(kwargs)} keywords"
        case (first,), {"flag": True}:
            return f"flagged {first}"
        case (first, *_), {"times": int(n)} if n:
            return str(first) * n
        case _:
            return f"{args} {kwargs}"


print(anything(), anything(1, flag=True), anything("ab", 2, times=3), anything(1, x=2))
