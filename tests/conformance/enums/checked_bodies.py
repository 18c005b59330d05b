"""What the body of an enumeration may not say, and values that several names share."""

from enum import Enum, Flag, StrEnum, auto
from typing import Any


class Colour(Enum):
    _order_ = "red green blue"
    red = 1
    green = 2
    blue = 3
    verde = green


class Access(Flag):
    _order_ = "READ WRITE BOTH"
    READ = auto()
    WRITE = auto()
    BOTH = READ | WRITE


class Pair(Enum):
    first = primero = auto()
    second = auto()
    third = tercero = 9


class Bits(Flag):
    low = little = auto()
    high = auto()


def wrong_order() -> None:
    class Wrong(Enum):
        _order_ = "red green blue"
        red = 1
        blue = 3
        green = 2


def missing_member() -> None:
    class Missing(Enum):
        _order_ = "red, green, blue"
        red = 1
        green = 2


def reserved() -> None:
    class Reserved(Enum):
        _bad_ = 1


def no_text() -> None:
    class NoText(StrEnum):
        one = "1"
        two = 2  # type: ignore[assignment]


def garbage() -> None:
    class Garbage(Flag):
        red = "not an int"
        blue = auto()


print(list(Colour), Colour.verde, list(Access), Access.BOTH)
print(list(Pair), Pair.primero is Pair.first, Pair.tercero.value, list(Pair.__members__))
print(list(Bits), Bits.little is Bits.low, Bits.high.value)
bodies: list[Any] = [wrong_order, missing_member, reserved, no_text, garbage]
for body in bodies:
    try:
        body()
        print("taken", body.__name__)
    except (TypeError, ValueError) as error:
        print(body.__name__, type(error).__name__, error)
