"""The tables of members, asked as tests and checks do."""

from __future__ import annotations
from enum import Enum, IntEnum, StrEnum, Flag, auto


class Color(Enum):
    RED = 1
    GREEN = 2
    ROUGE = 1

    @classmethod
    def has(cls, value: object) -> bool:
        return value in cls._value2member_map_

    @classmethod
    def names(cls) -> list[str]:
        return cls._member_names_


class Level(IntEnum):
    LOW = 1
    HIGH = 5


class Word(StrEnum):
    A = auto()
    B = "bee"


class Perm(Flag):
    R = 1
    W = 2
    RW = 3


print(Color.has(1), Color.has(3), Color.has("RED"), Color.names(), Color._member_map_)
print(
    Level._value2member_map_,
    5 in Level._value2member_map_,
    Level._value2member_map_.get(2),
    Word._member_names_,
    "bee" in Word._value2member_map_,
)
print(Perm._member_map_, Perm._member_names_, Perm._value2member_map_[1].name)
member = Color._value2member_map_[2]
print(member is Color.GREEN, "RED" in Color._member_map_, {m.value for m in Color._member_map_.values()})
