"""`get_args` of aliases of literals and of unions."""

from __future__ import annotations
import argparse
from dataclasses import dataclass
from enum import Enum
from typing import Any, Final, Literal, Optional, TypeAlias, TypeGuard, Union, get_args

Mode = Literal["read", "write", "append"]
Level: TypeAlias = Literal[1, 2, -3, True, None]


class Tone(Enum):
    LOW = 1
    HIGH = 2


Loud = Literal[Tone.HIGH, "x"]
Wide = Literal[Mode, "both"]
One = Literal["only"]


@dataclass
class Circle:
    r: float


@dataclass
class Square:
    a: float


@dataclass
class Line:
    n: int = 0


Shape = Circle | Square
Old = Union[Circle, Line]
Maybe = Optional[Square]
Three = Circle | Square | None
MODES: Final[tuple[Mode, ...]] = get_args(Mode)


def is_mode(text: str) -> TypeGuard[Mode]:
    return text in get_args(Mode)


def open_as(mode: Mode) -> str:
    return mode.upper()


print(MODES, get_args(Level), get_args(Loud), get_args(Wide), get_args(One))
for text in ("read", "erase"):
    print(open_as(text) if is_mode(text) else f"{text!r} is none of {', '.join(get_args(Mode))}")
print(get_args(Shape), get_args(Old), get_args(Maybe), get_args(Three))
things: list[object] = [Circle(1), Square(2), Line(), None, 3]
print([isinstance(x, get_args(Shape)) for x in things], [isinstance(x, get_args(Three)) for x in things])
parser = argparse.ArgumentParser(prog="p")
parser.add_argument("mode", choices=get_args(Mode))
print(
    parser.parse_args(["write"]).mode,
    [c(2) for c in get_args(Shape)],
    len(get_args(Mode)),
    {m: i for i, m in enumerate(get_args(Mode))},
)
