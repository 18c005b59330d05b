"""Enumerations made of what CPython makes them of: texts from bytes, ints from digits, tuples with autos, `_missing_`."""

from __future__ import annotations

from enum import Enum, Flag, IntEnum, StrEnum, auto


class Greeting(StrEnum):
    HELLO = "hello"
    BYE = b"bye", "ascii"
    SALUT = "sal\u00fct".encode("latin-1"), "latin-1", "strict"


class Digits(str, Enum):
    SEVEN = b"7", "utf-8"
    EIGHT = 8
    NINE = ("9",)


class Mask(IntEnum):
    LOW = "ff", 16
    HIGH = "1000", 2
    PLAIN = 3

    @classmethod
    def _missing_(cls, value: object) -> Mask | None:
        if isinstance(value, str):
            return cls[value.upper()]
        if value == -1:
            raise RuntimeError("no negative masks")
        if value == -2:
            raise ValueError("too low")
        return None


class Span(Enum):
    ONE = auto()
    TWO = auto(), auto()
    THREE = auto(), "named", auto()
    LAST = auto()


class Step(Flag):
    A = auto()
    B = auto()


class Colour(Enum):
    RED = 1

    @classmethod
    def _missing_(cls, value: object) -> object:
        return value if value == 5 else None


for member in (*Greeting, *Digits, *Mask, *Span):
    print(repr(member), str(member), repr(member.value), member.name)
print(Greeting.BYE == "bye", Digits.EIGHT + "!", Mask.LOW + 1, Mask("low"), Mask(255) is Mask.LOW)
print(Mask.from_bytes(b"\x03", "big") is Mask.PLAIN, Mask.from_bytes(b"\xff\x00", "little"))
for bad in (-1, -2, 99, "none"):
    try:
        Mask(bad)
    except (ValueError, RuntimeError, KeyError) as error:
        print(type(error).__name__, error, repr(error.__context__))
for wrong in (5, 6):
    try:
        Colour(wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error, repr(error.__context__))
try:
    Mask.from_bytes(b"\x00\x09", "big")
except ValueError as error:
    print(error)
try:

    class Wrong(StrEnum):
        A = 1

except TypeError as error:
    print(error)
try:

    class Mixed(str, Enum):
        A = 5, "ascii"

except TypeError as error:
    print(error)
