"""Enumerations."""

from enum import Enum, IntEnum


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3


class Level(IntEnum):
    LOW = 1
    HIGH = 5


def paint(color: Color) -> str:
    if color is Color.RED:
        return "red!"
    return color.name.lower()


print(Color.RED, Color.GREEN.name, Color.BLUE.value, [c.name for c in Color], paint(Color.RED), paint(Color.BLUE))
print(Color(2), Color["RED"], Color.RED == Color.RED, paint(Color.GREEN), {Color.RED: "r"}[Color.RED], len(Color))
print(Level.LOW < Level.HIGH, Level.HIGH + 1, repr(Color.RED), Level(5).name)
