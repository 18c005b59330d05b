"""Enumerations held as values and called: in generic functions and classes, in lists, by map, with _missing_ and several values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, Flag, IntEnum, StrEnum, auto
from typing import Generic, TypeVar


class Parity(IntEnum):
    NONE = 0
    EVEN = 2


class Rate(IntEnum):
    SLOW = 12
    FAST = 6

    @property
    def baud(self) -> int:
        return 115200 // self


class Planet(Enum):
    EARTH = (1, 2.5)
    MARS = (0, 1.25)

    def __init__(self, moons: int, radius: float) -> None:
        self.moons = moons
        self.radius = radius


class Lenient(Enum):
    ONE = 1

    @classmethod
    def _missing_(cls, value: object) -> Lenient | None:
        return cls.ONE if isinstance(value, int) else None


class Suit(StrEnum):
    HEART = auto()
    SPADE = auto()


class Mode(Flag):
    R = 1
    W = 2


I = TypeVar("I", bound=IntEnum)
E = TypeVar("E", bound=Enum)


@dataclass(frozen=True)
class Field(Generic[I]):
    kind: type[I]
    shift: int
    mask: int

    def get(self, word: int) -> I:
        return self.kind(word >> self.shift & self.mask)


class Column(Generic[E]):
    def __init__(self, name: str, kind: type[E], parse: Callable[[str], object] = str) -> None:
        self.name, self.kind, self.parse = name, kind, parse
        self.bad: list[str] = []

    def read(self, cells: Iterable[str]) -> list[E]:
        out: list[E] = []
        for cell in cells:
            try:
                out.append(self.kind(self.parse(cell)))
            except ValueError as error:
                self.bad.append(str(error))
        return out


def convert(kind: type[I], value: int, default: I) -> I:
    try:
        return kind(value)
    except ValueError:
        return default


def outcome(kind: Callable[[object], object], value: object) -> str:
    try:
        return repr(kind(value))
    except (ValueError, TypeError) as error:
        return f"{type(error).__name__}: {error}"


def names(kind: type[E]) -> Sequence[str]:
    return [member.name for member in kind]


def main() -> None:
    print(
        convert(Parity, 2, Parity.NONE), repr(convert(Rate, 5, Rate.SLOW)), convert(Rate, 6, Rate.SLOW).baud
    )
    fields = (Field(Parity, 0, 3), Field(Parity, 4, 3))
    print([f.get(0x20) for f in fields], Field(Rate, 8, 15).get(0x0C00).baud, Field(Rate, 0, 15).kind is Rate)
    suits, modes = Column("suit", Suit), Column("mode", Mode, int)
    print(suits.read(["heart", "club", "spade"]), suits.bad, modes.read(["1", "3", "0", "x", "9"]), modes.bad)
    kinds: list[type[Enum]] = [Planet, Lenient, Suit, Mode, Parity]
    for value in (1, (1, 2.5), "spade", 2, None, True):
        print(value, [outcome(kind, value) for kind in kinds])
    print(
        [*map(Parity, [0, 2])],
        [*map(Suit, ["heart"])],
        sorted(map(Rate, (12, 6))),
        names(Planet),
        names(Suit),
    )
    table: dict[str, type[IntEnum]] = {"parity": Parity, "rate": Rate}
    print(
        {key: outcome(table[key], n) for key, n in (("parity", 0), ("rate", 12), ("rate", 1))},
        Planet.MARS.moons,
    )


main()
