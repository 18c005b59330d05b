"""Errors in the bodies of enumerations: a frame of the class's name, and the class statement below it."""

import traceback
from enum import Enum, Flag, IntEnum, StrEnum, auto


def share(parts: int) -> int:
    return 60 // parts


def attempt(number: int) -> None:
    try:
        if number == 0:

            class Pace(Enum):
                SLOW = share(2)
                FAST = share(0)

            print(list(Pace))
        elif number == 1:

            class Size(IntEnum):
                SMALL = 1
                LARGE = int("large")

            print(list(Size))
        else:

            class Name(StrEnum):
                FIRST = "first"
                SECOND = {"a": "b"}["c"]

            print(list(Name))
    except (ArithmeticError, ValueError, LookupError):
        traceback.print_exc()


class Pace(Enum):
    SLOW = share(2)
    STEADY = auto()
    FAST = share(1)


class Rights(Flag):
    READ = share(60)
    WRITE = auto()


print([member.value for member in Pace], [member.value for member in Rights])
for number in range(3):
    attempt(number)


class Limit(IntEnum):
    LOW = share(4)
    HIGH = share(LOW - 15)


print(Limit.LOW)
