"""Members given by unpacking: ranges, tuples, steps; used as indices, sorted, looked up, matched."""

from __future__ import annotations

from enum import Enum, IntEnum


class Day(IntEnum):
    MON, TUE, WED, THU, FRI, SAT, SUN = range(7)

    @property
    def weekend(self) -> bool:
        return self >= Day.SAT


class Bit(IntEnum):
    LOW, MIDDLE, HIGH = range(2, 8, 2)


class Suit(Enum):
    CLUBS, DIAMONDS = "♣", "♦"
    HEARTS, SPADES = ["♥", "♠"]


class Square(Enum):
    A, B, C = range(1, 4)

    def next(self) -> Square:
        members = list(Square)
        return members[(members.index(self) + 1) % len(members)]


hours = [8, 8, 8, 8, 6, 0, 0]
print([f"{day.name}={hours[day]}" for day in Day if not day.weekend], Day(6).weekend, Day.FRI + 1 == Day.SAT, max(Day), len(Day))
print({day: day.value for day in Bit}, sorted(Bit), Bit.HIGH > Bit.LOW, Day["WED"], [suit.value for suit in Suit], Suit("♥"))
print(Square.C.next(), Square.A.next().name, list(Square.__members__))


def plan(day: Day) -> str:
    match day:
        case Day.SAT | Day.SUN:
            return "rest"
        case Day.MON:
            return "plan"
    return "work"


print([plan(day) for day in Day])
print(Day(7))
