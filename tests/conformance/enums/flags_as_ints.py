"""Flags that are ints, held as objects and as ints; members of enumerations that compute in their own way."""

from enum import IntEnum, IntFlag
from functools import reduce
import operator
from typing import Any


class P(IntFlag):
    R = 4
    W = 2
    X = 1


class Color(IntEnum):
    RED = 1
    BLUE = 2

    def __str__(self) -> str:
        return "c" + self.name

    def __add__(self, o: int) -> int:
        return 100 + int(o)


def either(a: Any, b: Any) -> Any:
    return a | b


def both(a: object, b: object) -> object:
    return a & b  # type: ignore[operator]


print(
    either(P.R, P.W),
    repr(either(P.R, P.W)),
    repr(either(P.R, 1)),
    repr(either(1, P.R)),
    type(either(P.R, P.X)),
)
print(repr(both(P.R | P.W, P.R)))
ps: list[Any] = [P.R, P.W]
print(repr(ps[0] | ps[1]), repr(~ps[0]), repr(ps[0] ^ ps[1]))


print(repr(reduce(operator.or_, [P.R, P.X])), repr(reduce(operator.or_, [P.R, P.X], P(0))))
x: int = Color.RED
print(x + 1, x, str(x), f"{x}", Color.RED + 1, sum([Color.RED, Color.BLUE]))


def add(a: int, b: int) -> int:
    return a + b


print(add(Color.RED, 1))


mask: int = 0
mask |= P.R
mask |= P.W
print(mask, repr(mask), P(mask), mask & P.R, bool(mask & P.X))


def has(perms: int, p: P) -> bool:
    return perms & p != 0


def has2(perms: int, p: int) -> bool:
    return perms & p == p


print(has(6, P.R), has2(P.R | P.W, P.W))


def name(perms: int) -> str:
    return "".join(p.name or "" for p in P if perms & p)


print(name(5), name(P.R | P.X))
print({p: p.name for p in P}, 4 in {p for p in P}, [p for p in P if p & 6])
