"""Enumerations at work: methods, properties, members with data, flags as permissions, lookups, orders, aliases, match."""

from __future__ import annotations

from enum import Enum, Flag, IntEnum, StrEnum, auto, unique
from typing import Iterator


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)
    JUPITER = (1.9e27, 7.1492e7)

    def __init__(self, mass: float, radius: float) -> None:
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self) -> float:
        return 6.67430e-11 * self.mass / self.radius**2

    @classmethod
    def heaviest(cls) -> Planet:
        return max(cls, key=lambda p: p.mass)


class Suit(StrEnum):
    CLUBS = auto()
    DIAMONDS = auto()
    HEARTS = auto()
    SPADES = auto()

    @property
    def symbol(self) -> str:
        return "♣♦♥♠"[list(Suit).index(self)]

    @property
    def red(self) -> bool:
        return self in (Suit.DIAMONDS, Suit.HEARTS)


class Rank(IntEnum):
    TWO, THREE, FOUR = 2, 3, 4
    JACK = 11
    QUEEN = auto()
    KING = auto()
    ACE = auto()
    BARON = JACK

    def __str__(self) -> str:
        return self.name[0] if self > 10 else str(self.value)


@unique
class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W
    ALL = RW | X

    def __str__(self) -> str:
        return "".join(p.name.lower() if p in self and p.name else "-" for p in (Perm.R, Perm.W, Perm.X))


class Level(Enum):
    LOW = 1
    MID = 5
    HIGH = 9

    def __lt__(self, other: Level) -> bool:
        return self.value < other.value

    @classmethod
    def _missing_(cls, value: object) -> Level | None:
        if isinstance(value, int):
            return min(cls, key=lambda level: abs(level.value - value))
        if isinstance(value, str):
            return cls.__members__.get(value.upper())
        return None


class Shape(Enum):
    CIRCLE = "circle"
    SQUARE = "square"

    def area(self, n: float) -> float:
        match self:
            case Shape.CIRCLE:
                return 3 * n * n
            case Shape.SQUARE:
                return n * n


def deck() -> Iterator[tuple[Rank, Suit]]:
    for suit in Suit:
        for rank in Rank:
            yield rank, suit


print([f"{p.name} {p.gravity:.2f}" for p in Planet], Planet.heaviest(), Planet.EARTH.value[0], Planet["JUPITER"])
print([s.symbol for s in Suit], Suit.HEARTS.red, Suit.CLUBS == "clubs", Suit("spades"), f"{Suit.DIAMONDS:>10}", Suit.HEARTS.upper())
print(Rank.ACE > Rank.KING, Rank.BARON is Rank.JACK, Rank.BARON.name, list(Rank.__members__), Rank(3) + 1, [str(r) for r in Rank], repr(Rank.TWO))
print(sum(r for r, s in deck() if s.red), len(list(deck())), max(deck()), f"{Rank.QUEEN}{Suit.SPADES.symbol}", sorted(deck(), reverse=True)[0][1])
perms = Perm.R | Perm.X
print(perms, perms.value, Perm.W in perms, Perm.RW & perms, perms ^ Perm.ALL, ~perms, bool(perms & Perm.W), list(Perm.ALL), len(perms), Perm(0), repr(Perm.RW))
print(Level(2), Level(7), Level("high"), Level.LOW < Level.HIGH, sorted(Level, reverse=True), max(Level), Level["MID"].value, Level.MID in Level)
for bad in ("nothing", None, 2.5):
    try:
        print(Level(bad))
    except ValueError as error:
        print(error)
print([s.area(2) for s in Shape], {Shape.CIRCLE: 1}[Shape("circle")], hash(Shape.SQUARE) == hash(Shape.SQUARE), Shape.CIRCLE != Shape.SQUARE)
state: dict[Level, list[int]] = {level: [] for level in Level} | {Level.LOW: [1]}
print({k.name: v for k, v in state.items()}, isinstance(Rank.TWO, int), isinstance(Suit.CLUBS, str), type(Perm.R).__name__, Shape.CIRCLE.__class__ is Shape)
print(Rank.JACK == 11, Rank.TWO * 2.5, 2 ** Rank.THREE, divmod(Rank.ACE, Rank.FOUR))
print(Shape["TRIANGLE"])
