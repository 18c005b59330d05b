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
    texts: list[Callable[[str], str]] = [
        (3).__format__,
        Level.HIGH.__format__,
        True.__format__,
        (2.5).__format__,
    ]
    print([text("06") for text in texts], (-12).__str__(), Access.READ.__repr__())
    plain: Any = (1234).__format__
    for spec in (",", "x", "+c", "1.3", ",n"):
        try:
            print(plain(spec), end=" ")
        except ValueError as error:
            print(error)


main()
