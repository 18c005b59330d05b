"""Enumerations that look at the members made so far."""

from __future__ import annotations
from enum import Enum


class DuplicateFreeEnum(Enum):
    def __init__(self, *args: object) -> None:
        cls = self.__class__
        if any(self.value == e.value for e in cls):
            a = self.name
            e = cls(self.value).name
            raise ValueError("aliases not allowed in DuplicateFreeEnum:  %r --> %r" % (a, e))


class Good(DuplicateFreeEnum):
    RED = 1
    GREEN = 2


print(list(Good))
try:

    class Color(DuplicateFreeEnum):
        RED = 1
        GREEN = 2
        BLUE = 3
        GRENE = 2
except ValueError as error:
    print(error)


class AutoNumber(Enum):
    def __new__(cls) -> AutoNumber:
        value = len(cls.__members__) + 1
        obj = object.__new__(cls)
        obj._value_ = value
        return obj


class Hue(AutoNumber):
    RED = ()
    GREEN = ()
    BLUE = ()


print(list(Hue), Hue.GREEN.value)


class Numbered(Enum):
    label: str

    def __new__(cls, label: str) -> Numbered:
        value = len(cls.__members__) + 1
        obj = object.__new__(cls)
        obj._value_ = value
        obj.label = label
        return obj

    ONE = "one"
    TWO = "two"


print([(n.value, n.label) for n in Numbered], list(map(str, Numbered)))
