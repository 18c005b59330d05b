"""Enumerations in full: aliases, _missing_, auto by _generate_next_value_, flags with masks, StrEnum tables, members with data."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto, unique
from functools import reduce
from operator import or_
from typing import Any


class Planet(Enum):
    MERCURY = (3.303e23, 2.4397e6)
    EARTH = (5.976e24, 6.37814e6)
    TERRA = EARTH

    def __init__(self, mass: float, radius: float) -> None:
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self) -> float:
        return 6.67300e-11 * self.mass / self.radius**2


class Status(IntEnum):
    OK = 200
    CREATED = 201
    NOT_FOUND = 404
    GONE = 410
    TEAPOT = 418

    @classmethod
    def _missing_(cls, value: object) -> Status | None:
        if isinstance(value, str):
            key = value.upper().replace(" ", "_")
            return next((m for m in cls if m.name == key), None)
        if isinstance(value, int) and 400 <= value < 500:
            return cls.NOT_FOUND
        return None

    @property
    def phrase(self) -> str:
        return self.name.replace("_", " ").capitalize()


class Suit(StrEnum):
    CLUBS = auto()
    HEARTS = auto()
    SPADES = "s"

    @property
    def red(self) -> bool:
        return self is Suit.HEARTS


class Step(Enum):
    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[Any]) -> str:
        return f"{count}-{name.lower()}"

    FIRST = auto()
    SECOND = auto()
    LAST = "end"


class Mode(Flag):
    NONE = 0
    READ = auto()
    WRITE = auto()
    EXEC = auto()
    ALL = READ | WRITE | EXEC

    @classmethod
    def parse(cls, text: str) -> Mode:
        table = {"r": cls.READ, "w": cls.WRITE, "x": cls.EXEC, "-": cls.NONE}
        try:
            return reduce(or_, (table[c] for c in text), cls.NONE)
        except KeyError as error:
            raise ValueError(f"unknown mode {error}") from None

    def letters(self) -> str:
        return "".join(c if f in self else "-" for c, f in zip("rwx", (Mode.READ, Mode.WRITE, Mode.EXEC)))


class Perm(IntFlag):
    X = 1
    W = 2
    R = 4
    RW = R | W


@unique
class Weekday(Enum):
    MON = 1
    TUE = 2
    SUN = 7

    def next(self) -> Weekday:
        members = list(Weekday)
        return members[(members.index(self) + 1) % len(members)]

    def __lt__(self, other: Weekday) -> bool:
        return self.value < other.value


class Operation(Enum):
    ADD = "+"
    SUB = "-"

    def __call__(self, a: int, b: int) -> int:
        match self:
            case Operation.ADD:
                return a + b
            case Operation.SUB:
                return a - b


NAMES: list[Any] = ["not found", "nowhere"]
LABELS: dict[int, str] = {Status.OK: "fine"}
OBJECTS: list[object] = [Weekday.MON]


def describe(members: Iterable[Enum]) -> str:
    return " ".join(f"{type(m).__name__}.{m.name}={m.value!r}" for m in members)


def main() -> None:
    print(
        describe(Planet),
        Planet.TERRA,
        Planet["TERRA"] is Planet["EARTH"],
        list(Planet.__members__),
        len(Planet),
    )
    print([f"{p.gravity:.3f}" for p in Planet], Planet["TERRA"].name)
    print(
        Status(404),
        Status(499),
        Status(NAMES[0]),
        Status.GONE.phrase,
        Status.TEAPOT + 1,
        Status.OK < 300,
        f"{Status.OK}",
        f"{Status.OK!r:>20}",
        f"{Status.OK:5d}|",
    )
    print(
        sorted(Status, reverse=True)[0],
        max(Status),
        sum(Status),
        LABELS[200],
        Status.CREATED in (201,),
        418 in list(Status),
    )
    print(
        describe(Suit),
        Suit("s").red,
        str(Suit.HEARTS) == "hearts",
        "-".join(Suit),
        Suit.CLUBS.upper(),
        f"{Suit.CLUBS:>8}",
        repr(Suit.SPADES),
        {"clubs": 1}[Suit.CLUBS],
    )
    print(describe(Step), Step("end"), Step("0-first").name)
    for text in ("r", "rx", "rwx", "-", "rq"):
        try:
            mode = Mode.parse(text)
            print(mode, repr(mode), mode.letters(), ~mode, bool(mode), mode.value, list(mode), len(mode))
        except ValueError as error:
            print(error)
    print(
        Mode.ALL & ~Mode.WRITE,
        Mode.READ ^ Mode.ALL,
        Mode.READ in Mode.ALL,
        Mode(5),
        list(Mode),
        Mode.ALL.name,
        (Mode.READ | Mode.EXEC).name,
        Mode.READ | Mode.NONE is Mode.READ,
    )
    print(
        Perm.R | 8,
        repr(Perm(11)),
        Perm.R | Perm.X,
        ~Perm.R,
        Perm.RW,
        Perm.R + 1,
        Perm(0),
        [p.name for p in Perm],
        Perm.R & 5,
        7 ^ Perm.X,
        int(Perm.R) == 4,
        Perm(7) >> 1,
    )
    print(
        [d.next().name for d in Weekday],
        sorted([Weekday.SUN, Weekday.MON]),
        min(Weekday),
        Weekday.MON.next().next(),
    )
    print(
        [op(7, 2) for op in Operation],
        {op: op.value for op in Operation},
        Operation("-").name,
        hash(Operation.ADD) == hash(Operation.ADD),
    )
    print(
        isinstance(Status.OK, int),
        isinstance(Suit.CLUBS, str),
        isinstance(Planet.EARTH, Planet),
        type(Mode.READ | Mode.WRITE).__name__,
    )
    moves: dict[tuple[Weekday, Operation], int] = {
        (d, op): op(d.value, 1) for d in Weekday for op in Operation
    }
    print(
        moves[Weekday.TUE, Operation.SUB],
        len(moves),
        [*map(str, Mode.ALL)],
        Planet.EARTH in list(Planet),
        OBJECTS[0] == 1,
    )
    attempts: list[Callable[[], object]] = [
        lambda: Status(999), lambda: Status(NAMES[1]), lambda: Suit("x"), lambda: Planet["PLUTO"], lambda: Mode(16), lambda: Weekday(3),
        lambda: Step("2-last"), lambda: Operation(None),
    ]  # fmt: skip
    for attempt in attempts:
        try:
            print(attempt())
        except (ValueError, KeyError, TypeError) as error:
            print(type(error).__name__, error)


main()
