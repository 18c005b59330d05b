"""Methods of int taken from members of IntEnum and IntFlag, as values and through Any."""

from collections.abc import Callable
from enum import IntEnum, IntFlag
from typing import Any


class Level(IntEnum):
    LOW = 1
    HIGH = 3


class Access(IntFlag):
    READ = 4
    WRITE = 2


def ratio(x: Any) -> Any:
    f = x.as_integer_ratio
    return f()


def width(x: Any) -> Any:
    return x.bit_length


def main() -> None:
    for value in (7, True, Level.HIGH, 0.5, Access.READ | Access.WRITE):
        print(value, ratio(value))
    widths: list[Callable[[], int]] = [Level.HIGH.bit_length, (12).bit_length, Access.READ.bit_count]
    print([w() for w in widths], width(Level.LOW)(), width(300)())
    print(width(Access.WRITE)(), Level.HIGH.to_bytes(2, "big"), Level.LOW.conjugate())


main()
