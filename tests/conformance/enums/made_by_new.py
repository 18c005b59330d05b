"""Members that the class's own `__new__` makes: numbered, with labels, with other values than those written."""

from __future__ import annotations

from enum import Enum, IntEnum, auto
from typing import Any


class Status(IntEnum):
    """As http.HTTPStatus is made."""

    def __new__(cls, value: int, phrase: str, description: str = "") -> Status:
        made = int.__new__(cls, value)
        made._value_ = value
        made.phrase = phrase
        made.description = description
        return made

    phrase: str
    description: str

    OK = 200, "OK", "Request fulfilled"
    NOT_FOUND = 404, "Not Found"
    GONE = 410, "Gone", "It was here"

    @property
    def is_error(self) -> bool:
        return 400 <= self < 600


class AutoNumber(Enum):
    def __new__(cls, *args: Any) -> AutoNumber:
        made = object.__new__(cls)
        made._value_ = len(cls.__members__) + 1
        return made

    def __init__(self, *args: Any) -> None:
        self.args = args

    def __int__(self) -> int:
        return int(self._value_)


class Suit(AutoNumber):
    CLUBS = ()
    HEARTS = "red"
    SPADES = "black", 4


class Unit(Enum):
    METRE = "m", 1.0
    KILOMETRE = "km", 1000.0
    MILE = "mi", 1609.344
    STATUTE_MILE = "mi", 1609.344

    def __new__(cls, symbol: str, metres: float) -> Unit:
        made = object.__new__(cls)
        made._value_ = symbol
        made.metres = metres
        return made

    metres: float

    def to(self, other: Unit, amount: float) -> float:
        return amount * self.metres / other.metres

    @classmethod
    def _missing_(cls, value: object) -> Unit | None:
        for unit in cls:
            if isinstance(value, str) and unit.name.lower() == value.lower():
                return unit
        return None


class Kept(Enum):
    """`_value_` is left alone: it is what is written."""

    A = 1, "one"
    B = 2, "two"

    def __new__(cls, number: int, word: str) -> Kept:
        made = object.__new__(cls)
        made.word = word * number
        return made

    word: str


class Plain(int, Enum):
    LOW = auto()
    HIGH = 10

    def __new__(cls, value: int) -> Plain:
        print("making", value, len(cls.__members__))
        made = int.__new__(cls, value)
        made.twice = made + value
        return made

    twice: int


statuses: Any = Status  # the type checker takes a call for one of `__new__`
units: Any = Unit
kinds: Any = Kept
print(list(Status), statuses(404).phrase, Status.GONE.description, Status.OK + 1, Status["OK"].is_error)
print(
    Status.NOT_FOUND.value,
    repr(Status.NOT_FOUND.description),
    f"{Status.GONE} {Status.GONE!r}",
    {200: "x"}[Status.OK],
)
print(list(Suit), [int(s) for s in Suit], [s.args for s in Suit], Suit(2), Suit.SPADES.value)
print(
    list(Unit),
    Unit.STATUTE_MILE is Unit.MILE,
    units("km").to(Unit.METRE, 2),
    units("Mile"),
    Unit["METRE"].metres,
)
print(list(Kept), kinds((2, "two")).word, Kept.A.word, list(Kept.__members__))
print(
    Plain.LOW.twice,
    Plain.HIGH.twice,
    Plain(10) is Plain.HIGH,
    Plain.LOW < Plain.HIGH,
    sorted([Plain.HIGH, Plain.LOW]),
)
for wrong in ("parsec", 3):
    try:
        print(units(wrong))
    except ValueError as error:
        print(error)
print(kinds(value=(1, "one")), statuses(value=410))
try:
    print(statuses(value=411))
except ValueError as error:
    print(error)
