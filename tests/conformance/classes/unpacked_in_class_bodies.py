"""Class variables assigned by unpacking, in chains, by loops and through items, and what subclasses see of them."""

from __future__ import annotations

from enum import Enum, IntEnum, IntFlag
from typing import ClassVar

evaluated: list[str] = []


def noisy(name: str) -> list[int]:
    evaluated.append(name)
    return [len(name)]


class Board:
    HEIGHT, WIDTH = 6, 7
    (FIRST, *MIDDLE), LAST = (1, 2, 3), 4
    shared = same = noisy("once")
    table: ClassVar[dict[str, int]] = {}
    table["area"], table["sum"] = HEIGHT * WIDTH, HEIGHT + WIDTH
    low, high = sorted([HEIGHT, WIDTH])
    total = 0
    for step in range(4):
        total += step
    if total > 5:
        verdict, *reasons = "large", "sum", "six"
    else:
        verdict, *reasons = "small", "none"

    def size(self) -> int:
        return self.WIDTH * Board.HEIGHT


class Small(Board):
    HEIGHT, WIDTH = 2, 3


print(Board().size(), Small().size(), Small.HEIGHT, Small().WIDTH, Board.WIDTH)
print(Board.FIRST, Board.MIDDLE, Board().LAST, Board.low, Board.high, Board.table)
print(Board.shared is Board.same, evaluated, Board.total, Board.step, Board.verdict, Board.reasons)
Board.shared.append(5)
print(Small.same, Board().shared)
Board.WIDTH = 10
print(Board().size(), Small().size(), Board().WIDTH, Small.WIDTH)
Board.FIRST, Board.LAST = Board.LAST, Board.FIRST
print(Board.FIRST, Small.LAST)


class Way(IntEnum):
    N, E, S, W = range(4)

    @property
    def back(self) -> Way:
        return Way((self + 2) % 4)


class Step(Enum):
    LEFT, RIGHT = (0, -1), (0, 1)
    UP, DOWN = [(-1, 0), (1, 0)]


class Odd(IntEnum):
    A, B, C = range(1, 6, 2)


class Mode(IntFlag):
    R, W, X = 4, 2, 1


print([w.back.name for w in Way], list(Step), Step.UP.value, Odd.C + 1, Odd(3), Mode.R | Mode.X, len(Way))
for name in ("E", "Q"):
    try:
        print(Way[name], Way[name].value)
    except KeyError as error:
        print("KeyError", error)
