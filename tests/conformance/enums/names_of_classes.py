"""Names of nested and local classes, and of enumerations, found through type(x)."""

from __future__ import annotations
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum
from typing import Any, Protocol


class Tree:
    class Node:
        def __init__(self) -> None:
            self.v = 1

        class Leaf:
            pass


def q(x: Any) -> str:
    return f"{type(x).__qualname__} {type(x).__module__} {type(x)} {type(x).__name__}"


print(q(Tree.Node()), q(Tree.Node.Leaf()), q(1), q([]), q(Tree()))


def f() -> Any:
    class Local:
        pass

    return Local()


print(q(f()))
print(Tree.Node)


class P(IntFlag):
    R = 1


class Q(Flag):
    R = 1


class E(Enum):
    R = 1


class S(StrEnum):
    R = "1"


def t(x: Any) -> None:
    print(type(x), repr(type(x)), str(type(x)))


t(P.R)
t(Q.R)
t(E.R)
t(S.R)
print(P, Q, E, S, type(P.R))
t(P.R | 8)


class Color(IntEnum):
    RED = 1
    BLUE = 2

    def __str__(self) -> str:
        return "c" + self.name


def plain(x: int) -> int:
    return int(x)


print(
    plain(True),
    plain(Color.RED),
    [plain(v) for v in (True, 2)],
    +True,
    -True,
    abs(True),
    round(True),
    True.__int__(),
    plain(True) is True,
)


def g(x: int) -> int:
    return abs(+x)


print(
    g(True),
    g(Color.BLUE),
    +Color.BLUE,
    abs(Color.BLUE),
    Color.BLUE.__int__(),
    Color.BLUE.real,
    Color.BLUE.numerator,
    int(Color.BLUE),
)


def h(x: int) -> str:
    return f"{x.real} {x.numerator} {x.__index__()} {x.conjugate()} {round(x)} {x.__trunc__()} {x + 0} {x | 0} {x & x} {x * 1} {x // 1} {x**1} {x >> 0}"


print(h(True))
print(h(Color.BLUE))
print(max(True, 0), sum([True]), sum([Color.BLUE]), divmod(True, 1), pow(True, 1))
