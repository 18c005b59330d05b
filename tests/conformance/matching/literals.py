"""Literal, value and singleton patterns; or-patterns; guards."""

from enum import Enum, IntEnum, auto
from typing import Final


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3


class Level(IntEnum):
    LOW = 1
    HIGH = 10


class Mode(Enum):
    READ = auto()
    WRITE = auto()


class Limits:
    SMALL = 3
    NAME = "limit"


BIG: Final = 10**30


def number(n: int) -> str:
    match n:
        case 0:
            return "zero"
        case -1:
            return "minus one"
        case 1 | 2 | 3:
            return "few"
        case 1_000_000_000_000_000_000_000_000_000_000:
            return "nonillion"
        case Limits.SMALL:
            return "never, 3 is above"
        case _ if n < 0:
            return f"negative {n}"
        case x if x % 2 == 0:
            return f"even {x}"
        case x:
            return f"odd {x}"


for n in [0, -1, 1, 2, 3, 4, 5, -7, BIG, BIG + 1, True, False]:
    print(n, number(n))


def text(s: str) -> str:
    match s:
        case "":
            return "empty"
        case "yes" | "y" | "true":
            return "affirmative"
        case "no" | "n":
            return "negative"
        case Limits.NAME:
            return "the limit"
        case "é" | "日本":
            return "not ascii"
        case other if other.isdigit():
            return f"digits {int(other) + 1}"
        case _:
            return f"what is {s!r}?"


for s in ["", "yes", "y", "no", "limit", "é", "日本", "123", "maybe"]:
    print(text(s))


def anything(x: object) -> str:
    match x:
        case None:
            return "None"
        case True:
            return "True"
        case False:
            return "False"
        case 1:
            return "one"
        case 1.5 | -2.5:
            return "float"
        case "one":
            return "text"
        case b"one":
            return "bytes"
        case Color.RED | Color.BLUE:
            return "red or blue"
        case Color.GREEN:
            return "green"
        case Level.HIGH:
            return "ten"
        case _:
            return "else"


things: list[object] = [
    None, True, False, 1, 1.0, 0, 0.0, 1.5, -2.5, "one", b"one", Color.RED, Color.GREEN, Color.BLUE,
    Level.HIGH, 10, Level.LOW, Mode.READ, [], (),
]  # fmt: skip
for thing in things:
    print(anything(thing), end=" ")
print()


def color(c: Color) -> int:
    match c:
        case Color.RED:
            return 0xFF0000
        case Color.GREEN:
            return 0x00FF00
        case Color.BLUE:
            return 0x0000FF


print([hex(color(c)) for c in Color])


def level(x: Level) -> str:
    match x:
        case Level.LOW:
            return "low"
        case Level.HIGH:
            return "high"


print(level(Level.LOW), level(Level.HIGH))


def flag(b: bool) -> int:
    match b:
        case True:
            return 1
        case False:
            return 0


print(flag(True), flag(False))


def floats(x: float) -> str:
    match x:
        case 0.0:
            return "zero"
        case 1 | 2:
            return "one or two"
        case 1e300:
            return "huge"
        case y if y != y:
            return "nan"
        case y:
            return f"{y:.2f}"


print([floats(x) for x in (0.0, -0.0, 1.0, 2.0, 1e300, float("nan"), 3.14159)])


def optional(x: int | None) -> str:
    match x:
        case None:
            return "nothing"
        case 0 | 1 as bit:
            return f"bit {bit}"
        case value:
            return f"value {value + 1}"


print(optional(None), optional(0), optional(1), optional(41))


def no_case_matches(x: int) -> str:
    result = "unchanged"
    match x:
        case 1:
            result = "one"
        case 2:
            result = "two"
    return result


print(no_case_matches(1), no_case_matches(2), no_case_matches(3))
