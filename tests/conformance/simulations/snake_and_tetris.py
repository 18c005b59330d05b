# args: rrddllluurrrdddd
"""Snake driven by an argument, and falling blocks on a narrow board; both drawn as text, the snake may die."""

from __future__ import annotations

import sys
from collections import deque
from itertools import cycle
from typing import Final, NamedTuple


class P(NamedTuple):
    r: int
    c: int

    def __add__(self, other: object) -> P:
        assert isinstance(other, P)
        return P(self.r + other.r, self.c + other.c)


WAYS: Final = {"u": P(-1, 0), "d": P(1, 0), "l": P(0, -1), "r": P(0, 1)}


class Dead(Exception):
    def __init__(self, why: str, score: int) -> None:
        super().__init__(why)
        self.score = score


class Snake:
    def __init__(self, size: int, food: list[P]) -> None:
        self.size = size
        self.body = deque([P(0, 0)])
        self.food = food[::-1]
        self.score = 0

    def step(self, way: str) -> None:
        head = self.body[0] + WAYS[way]
        if not (0 <= head.r < self.size and 0 <= head.c < self.size):
            raise Dead(f"wall at {tuple(head)}", self.score)
        ate = bool(self.food) and head == self.food[-1]
        if not ate:
            self.body.pop()
        if head in self.body:
            raise Dead(f"bit itself at {head}", self.score)
        self.body.appendleft(head)
        if ate:
            self.food.pop()
            self.score += 10 * len(self.body)

    def __str__(self) -> str:
        rows = [["·"] * self.size for _ in range(self.size)]
        if self.food:
            rows[self.food[-1].r][self.food[-1].c] = "*"
        for i, (r, c) in enumerate(self.body):
            rows[r][c] = "@" if i == 0 else "o"
        return "\n".join("".join(row) for row in rows)


SHAPES: Final = {"I": ["####"], "O": ["##", "##"], "T": ["###", ".#."], "L": ["#.", "#.", "##"], "S": [".##", "##."]}


class Well:
    def __init__(self, width: int = 6) -> None:
        self.width = width
        self.rows: list[int] = []
        self.lines = 0

    @staticmethod
    def turned(shape: list[str], times: int) -> list[str]:
        for _ in range(times % 4):
            shape = ["".join(row) for row in zip(*shape[::-1])]
        return shape

    def masks(self, shape: list[str], column: int) -> list[int]:
        return [sum(1 << (column + i) for i, ch in enumerate(row) if ch == "#") for row in reversed(shape)]

    def fits(self, masks: list[int], height: int) -> bool:
        return height >= 0 and all(height + i >= len(self.rows) or not self.rows[height + i] & m for i, m in enumerate(masks))

    def drop(self, name: str, column: int, turns: int = 0) -> int:
        shape = self.turned(SHAPES[name], turns)
        if column < 0 or column + len(shape[0]) > self.width:
            raise IndexError(f"{name} at {column} is outside")
        masks = self.masks(shape, column)
        height = len(self.rows)
        while self.fits(masks, height - 1):
            height -= 1
        self.rows += [0] * (height + len(masks) - len(self.rows))
        for i, mask in enumerate(masks):
            self.rows[height + i] |= mask
        full = (1 << self.width) - 1
        kept = [row for row in self.rows if row != full]
        cleared, self.rows = len(self.rows) - len(kept), kept
        self.lines += cleared
        return cleared

    def __str__(self) -> str:
        return "\n".join("|" + f"{row:0{self.width}b}"[::-1].replace("0", " ").replace("1", "#") + "|" for row in reversed(self.rows))


well = Well()
for name, column, turns in [("I", 0, 0), ("O", 4, 0), ("T", 0, 2), ("L", 3, 1), ("S", 1, 0), ("I", 5, 1), ("O", 0, 0), ("O", 2, 0)]:
    print(name, column, well.drop(name, column, turns), end="; ")
print(well.lines, well, sep="\n")
print([Well.turned(SHAPES["L"], k) for k in range(4)])
try:
    well.drop("I", 3)
except IndexError as error:
    print(error)
snake = Snake(6, [P(0, 2), P(2, 2), P(2, 0), P(1, 0), P(5, 5)])
try:
    for number, way in enumerate(sys.argv[1], 1):
        snake.step(way)
        if number % 5 == 0:
            print(number, snake.score, snake, sep="\n")
    for way in cycle("r"):
        snake.step(way)
except Dead as dead:
    print(dead, dead.score, len(snake.body), file=sys.stderr)
    sys.exit(dead.score % 256)
