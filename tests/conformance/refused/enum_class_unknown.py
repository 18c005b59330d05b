# expect-refusal: dynamic-class
"""Iterating over an enumeration that is known at run time only."""

from enum import Enum


class Color(Enum):
    RED = 1


class Size(Enum):
    S = 1


def names(cls: type[Enum]) -> list[str]:
    return [member.name for member in cls]


print(names(Color), names(Size))
