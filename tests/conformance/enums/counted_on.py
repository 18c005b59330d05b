"""What `auto()` counts on from, and what CPython 3.11 warns of."""

from __future__ import annotations

from enum import Enum, Flag, IntEnum, auto
from typing import Any


class Color(Enum):
    RED = 3
    BLUE = 1
    GREEN = auto()


print([(c.name, c.value) for c in Color])


class M(Enum):
    A = 1.5
    B = auto()
    C = "x"
    D = auto()
    E = auto()


print([(c.name, c.value) for c in M])


class T(Enum):
    A = "a"
    B = auto()
    C = auto()


print([(c.name, c.value) for c in T])


class P(IntEnum):
    HIGH = 10
    LOW = 1
    MID = auto()
    NEXT = auto()


print([(c.name, c.value) for c in P])


class Q(Enum):
    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[Any]) -> Any:
        return name.lower()

    A = 5
    B = auto()


print([(c.name, c.value) for c in Q])


class R(Enum):
    A = (1, 2)
    B = auto()
    C = -4
    D = auto()
    E = None
    F = auto()


print([(c.name, c.value) for c in R])


class Ok(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()


print([(c.name, c.value) for c in Ok], Ok(11) is Ok.D)


class Bits(Flag):
    R = auto()
    X = 8
    W = auto()
    RX = R | X


print([(c.name, c.value) for c in Bits], ~Bits.X)
