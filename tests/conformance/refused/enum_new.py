# expect-refusal: unsupported
"""An enumeration with a `__new__` of its own."""

from enum import Enum


class Unit(Enum):
    METRE = "m"

    def __new__(cls, symbol: str) -> "Unit":
        made = object.__new__(cls)
        made._value_ = symbol
        return made


print(Unit.METRE)
