"""enum: verify with its checks, member and nonmember, enum.property, boundaries, _missing_, bits and their texts."""

import enum
from collections.abc import Callable
from enum import CONTINUOUS, EJECT, KEEP, NAMED_FLAGS, STRICT, UNIQUE, Enum, Flag, IntEnum, IntFlag, StrEnum, auto, verify
from typing import Any


def attempt(work: Callable[[], object]) -> None:
    try:
        print(repr(work()))
    except (ValueError, TypeError, KeyError) as error:
        print(type(error).__name__, str(error).replace("__main__.", ""))


@verify(UNIQUE, CONTINUOUS)
class Level(IntEnum):
    LOW = 1
    MIDDLE = 2
    HIGH = 3


print(list(Level), Level.HIGH > Level.LOW)


def gapped() -> object:
    @verify(CONTINUOUS)
    class Gapped(Enum):
        A = 1
        B = 5
        C = 8

    return Gapped.A


def doubled() -> object:
    @verify(UNIQUE)
    class Doubled(Enum):
        RED = "r"
        ROUGE = "r"
        ROSSO = "r"

    return Doubled.RED


def twice() -> object:
    @enum.unique
    class Twice(Enum):
        X = 1
        Y = 1

    return Twice.X


def unnamed() -> object:
    @verify(NAMED_FLAGS)
    class Access(Flag, boundary=KEEP):
        READ = 4
        ALL = 7
        MOST = 6

    return Access.READ


def skipped() -> object:
    @verify(CONTINUOUS, NAMED_FLAGS)
    class Bits(Flag):
        ONE = 1
        FOUR = 4
        SIXTEEN = 16

    return Bits.ONE


for one in (gapped, doubled, twice, unnamed, skipped):
    attempt(one)


@verify(NAMED_FLAGS, UNIQUE)
class Permission(Flag, boundary=STRICT):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


check = verify(CONTINUOUS)
print(check(Permission) is Permission, verify(UNIQUE)(Level) is Level, list(Permission), Permission.RW)
attempt(lambda: Permission(9))


class Loose(IntFlag, boundary=EJECT):
    A = 1
    B = 2


class Kept(Flag, boundary=KEEP):
    A = 1
    B = 2


class Shrunk(Flag, boundary=enum.CONFORM):
    A = 1
    B = 2


print(repr(Loose(3)), repr(Kept(9)), repr(Shrunk(9)), repr(~Kept.A & Kept.B))
print(repr(enum.FlagBoundary.KEEP), str(KEEP), enum.FlagBoundary("strict") is STRICT, repr(UNIQUE), f"{CONTINUOUS}")


def double(x: int) -> int:
    return 2 * x


class Shape(Enum):
    SQUARE = 4
    TRIANGLE = 3
    sides_max = enum.nonmember(12)
    labels = enum.nonmember({"SQUARE": "quad"})
    twice = enum.member(double)

    @enum.property
    def corners(self) -> Any:
        return self.value if isinstance(self.value, int) else -1

    @property
    def label(self) -> str:
        return self.labels.get(self.name, "?")

    @classmethod
    def _missing_(cls, value: object) -> "Shape | None":
        return cls.SQUARE if value == "square" else None


print([s.name for s in Shape], Shape.sides_max, Shape.SQUARE.sides_max + 1, Shape.SQUARE.label, Shape.TRIANGLE.label)
print(Shape.SQUARE.corners, Shape.twice.corners, Shape.twice.value(21), Shape("square"), len(Shape), "sides_max" in Shape.__members__)
attempt(lambda: Shape("circle"))
attempt(lambda: Shape["sides_max"])


class Weekday(StrEnum):
    @staticmethod
    def _generate_next_value_(name: str, start: int, count: int, last_values: list[str]) -> str:
        return f"{count + 1}-{name.title()}"

    MON = auto()
    TUE = auto()


print(list(Weekday), Weekday("2-Tue"), Weekday.MON.upper())
print(enum.show_flag_values(0b10110), enum.show_flag_values(0), enum.bin(10), enum.bin(~10), enum.bin(5, 8), enum.bin(-3, 6), enum.bin(0))
attempt(lambda: enum.show_flag_values(-1))
print(enum.global_enum_repr(Level.LOW), enum.global_flag_repr(Loose.A | Loose.B), enum.global_flag_repr(Permission(0)))
print(enum.global_str(Level.HIGH), enum.global_str(Permission(0)), enum.global_flag_repr(Loose.B))


@enum.global_enum
class Signal(IntEnum):
    START = 1
    STOP = 2


@enum.global_enum
class Modes(IntFlag):
    FAST = 1
    LOUD = 2


print(repr(Signal.START), [Signal.STOP], str(Signal.STOP), repr(Modes.FAST | Modes.LOUD), str(Modes.LOUD), f"{Modes.FAST}")
