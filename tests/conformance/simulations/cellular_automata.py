"""Cellular automata: Wolfram's rules on big ints, Langton's ant, a forest fire, and rules that are refused."""

from __future__ import annotations

import enum
from functools import partial
from itertools import islice
from typing import Callable, Iterable, Iterator


def wolfram(rule: int, width: int, start: int | None = None) -> Iterator[int]:
    if not 0 <= rule < 256:
        raise ValueError(f"rule {rule} is not a byte")
    row = 1 << width // 2 if start is None else start
    mask = (1 << width) - 1
    while True:
        yield row
        left, right = row >> 1 | (row & 1) << (width - 1), (row << 1 | row >> (width - 1)) & mask
        new = 0
        for pattern in range(8):
            if rule >> pattern & 1:
                new |= (
                    (left if pattern & 4 else ~left)
                    & (row if pattern & 2 else ~row)
                    & (right if pattern & 1 else ~right)
                )
        row = new & mask


def draw(row: int, width: int) -> str:
    return format(row, f"0{width}b").translate({48: ".", 49: "#"})


class Dir(enum.Enum):
    UP = (-1, 0)
    RIGHT = (0, 1)
    DOWN = (1, 0)
    LEFT = (0, -1)

    def turned(self, quarter: int) -> Dir:
        members = list(Dir)
        return members[(members.index(self) + quarter) % len(members)]


class Ant:
    def __init__(self, turns: str = "RL") -> None:
        self.turns = [{"L": -1, "R": 1, "U": 2, "N": 0}[t] for t in turns]
        self.colours: dict[tuple[int, int], int] = {}
        self.at = (0, 0)
        self.heading = Dir.UP

    def __iter__(self) -> Ant:
        return self

    def __next__(self) -> tuple[int, int]:
        colour = self.colours.get(self.at, 0)
        self.heading = self.heading.turned(self.turns[colour])
        following = (colour + 1) % len(self.turns)
        if following:
            self.colours[self.at] = following
        else:
            self.colours.pop(self.at, None)
        (r, c), (dr, dc) = self.at, self.heading.value
        self.at = r + dr, c + dc
        return self.at

    def picture(self) -> list[str]:
        if not self.colours:
            return []
        rows = [r for r, _ in self.colours]
        columns = [c for _, c in self.colours]
        return [
            "".join(".#o+"[self.colours.get((r, c), 0)] for c in range(min(columns), max(columns) + 1))
            for r in range(min(rows), max(rows) + 1)
        ]


Rule = Callable[[str, list[str]], str]


def step(grid: list[str], rule: Rule) -> list[str]:
    height, width = len(grid), len(grid[0])
    return [
        "".join(
            rule(
                grid[r][c],
                [
                    grid[(r + dr) % height][(c + dc) % width]
                    for dr in (-1, 0, 1)
                    for dc in (-1, 0, 1)
                    if (dr, dc) != (0, 0)
                ],
            )
            for c in range(width)
        )
        for r in range(height)
    ]


def fire(cell: str, around: list[str], *, grows: int) -> str:
    match cell:
        case "*":
            return " "
        case "T" if "*" in around:
            return "*"
        case " " if around.count("T") >= grows:
            return "T"
        case _:
            return cell


def life(birth: Iterable[int], survive: Iterable[int], cell: str, around: list[str]) -> str:
    n = around.count("#")
    return "#" if (n in survive if cell == "#" else n in birth) else "."


for rule in (30, 90, 110, 184):
    rows = list(islice(wolfram(rule, 31), 12))
    print(rule, *(draw(r, 31) for r in rows[:4]), sum(r.bit_count() for r in rows), f"{rows[-1]:x}")
print(draw(next(islice(wolfram(30, 101), 50, None)), 101))
for turns, steps in (("RL", 200), ("LLRR", 300), ("RNLU", 100)):
    ant = Ant(turns)
    last = None
    for last in islice(ant, steps):
        pass
    print(turns, last, len(ant.colours), ant.heading.name, *ant.picture()[:3], sep="|")
forest = ["TT T T", "T*TTT ", " TTT T", "TT TTT"]
for _ in range(4):
    print(*forest, sep="|")
    forest = step(forest, partial(fire, grows=5))
glider = [".#....", "..#...", "###...", "......", "......", "......"]
conway = partial(life, {3}, {2, 3})
high = partial(life, (3, 6), (2, 3))
world = glider
for _ in range(24):
    world = step(world, conway)
print(world == glider, *step(glider, high), conway.args, partial(fire, grows=1).keywords)
print(Dir.UP.turned(-1), Dir((0, 1)), Dir["DOWN"].value, [d.turned(2).name for d in Dir])
next(wolfram(256, 8))
