# expect-refusal: unsupported
"""An enumeration of ints whose `__new__` gives the members other values."""

from enum import Enum


class Unit(int, Enum):
    METRE = 1

    def __new__(cls, value: int) -> "Unit":
        made = int.__new__(cls, value)
        made._value_ = value + 1
        return made


print(Unit.METRE)
