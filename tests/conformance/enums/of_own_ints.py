"""Enumerations whose members are of a class derived from int."""

from __future__ import annotations

from enum import Enum, IntEnum
from typing import Any


class Hex(int):
    def __repr__(self) -> str:
        return hex(self)


class Register(Hex, Enum):
    LOW = 1
    HIGH = 255


class Named(int):
    _label: str
    _given: tuple[Any, ...]

    def __new__(cls, *args: Any) -> Any:
        name, *rest = args
        if not rest:
            raise TypeError("name and value must be specified")
        made = int.__new__(cls, *rest)
        made._label = name
        made._given = args
        return made

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self._label!r}, {int.__repr__(self)})"

    def __add__(self, other: int) -> Any:
        total = int(self) + int(other)
        if isinstance(other, Named):
            return Named(f"({self._label} + {other._label})", total)
        return total


class Points(Named, Enum):
    X = "the-x", 1
    Y = "the-y", 2


class Plain(int):
    pass


class Small(Plain, Enum):
    ONE = 1
    TWO = "2"
    DOS = 2


print(repr(Register.LOW), str(Register.HIGH), Register(255), Register.HIGH.value, type(Register.HIGH.value).__name__)
print(Register.HIGH + 1, Register.LOW == 1, Register.HIGH > Register.LOW, f"{Register.HIGH}", isinstance(Register.LOW, Hex))
five = Named("test", 5)
print(five, repr(five), five == 5, five + 1, repr(five + Named("other", 2)))
print(repr(Points.X), Points.Y, Points.X.value, Points.Y.value == 2, Points.X._label, Points(Points.Y), Points(2) is Points.Y)
print(repr(Points.X + Points.Y), Points.X + 1, 1 + Points.X, int(Points.Y), [10, 20, 30][Points.Y], list(Points))
print(Small.TWO is Small.DOS, Small(2), [repr(m) for m in Small], type(Small.TWO.value).__name__, {1: "a"}[Small.ONE])
