"""Mazes carved by an iterative backtracker, solved by wall following and flood fill, drawn as text."""

from __future__ import annotations

from collections import deque
from enum import Flag, IntEnum, auto
from typing import Iterator


class Wall(Flag):
    NONE = 0
    N = auto()
    E = auto()
    S = auto()
    W = auto()
    ALL = N | E | S | W


class Way(IntEnum):
    N, E, S, W = range(4)

    @property
    def back(self) -> Way:
        return Way((self + 2) % 4)

    @property
    def left(self) -> Way:
        return Way((self - 1) % 4)

    @property
    def wall(self) -> Wall:
        return (Wall.N, Wall.E, Wall.S, Wall.W)[self]

    @property
    def step(self) -> tuple[int, int]:
        return ((-1, 0), (0, 1), (1, 0), (0, -1))[self]


class Dice:
    def __init__(self, seed: int) -> None:
        self.seed = seed

    def __call__(self, sides: int) -> int:
        self.seed = (self.seed * 1664525 + 1013904223) & 0xFFFFFFFF
        return self.seed * sides >> 32


class Maze:
    def __init__(self, rows: int, columns: int, dice: Dice) -> None:
        self.rows, self.columns = rows, columns
        self.walls = [[Wall.ALL for _ in range(columns)] for _ in range(rows)]
        self.carve(dice)

    def around(self, r: int, c: int) -> Iterator[tuple[Way, int, int]]:
        for way in Way:
            nr, nc = r + way.step[0], c + way.step[1]
            if 0 <= nr < self.rows and 0 <= nc < self.columns:
                yield way, nr, nc

    def carve(self, dice: Dice) -> None:
        trail = [(0, 0)]
        while trail:
            r, c = trail[-1]
            closed = [(w, nr, nc) for w, nr, nc in self.around(r, c) if self.walls[nr][nc] is Wall.ALL]
            if not closed:
                trail.pop()
                continue
            way, nr, nc = closed[dice(len(closed))]
            self.walls[r][c] &= ~way.wall
            self.walls[nr][nc] &= ~way.back.wall
            trail.append((nr, nc))

    def open(self, r: int, c: int, way: Way) -> bool:
        return not self.walls[r][c] & way.wall

    def distances(self) -> list[list[int]]:
        far = [[-1] * self.columns for _ in range(self.rows)]
        far[0][0] = 0
        queue = deque([(0, 0)])
        while queue:
            r, c = queue.popleft()
            for way, nr, nc in self.around(r, c):
                if self.open(r, c, way) and far[nr][nc] < 0:
                    far[nr][nc] = far[r][c] + 1
                    queue.append((nr, nc))
        return far

    def follow_wall(self, limit: int = 1000) -> list[Way]:
        r = c = 0
        facing = Way.S
        taken: list[Way] = []
        while (r, c) != (self.rows - 1, self.columns - 1):
            way = facing.left
            while not self.open(r, c, way):
                way = Way((way + 1) % 4)
            facing = way
            r, c = r + way.step[0], c + way.step[1]
            taken.append(way)
            if len(taken) > limit:
                raise TimeoutError(f"still at {r},{c} after {limit} steps")
        return taken

    def __str__(self) -> str:
        lines = ["+" + "--+" * self.columns]
        for row in self.walls:
            lines.append("|" + "".join("  |" if w & Wall.E else "   " for w in row))
            lines.append("+" + "".join("--+" if Wall.S in w else "  +" for w in row))
        return "\n".join(lines)


for seed, size in ((1, (4, 6)), (2, (6, 4)), (3, (1, 5))):
    maze = Maze(*size, Dice(seed))
    print(maze)
    far = maze.distances()
    steps = maze.follow_wall()
    print(far[-1][-1], len(steps), "".join(w.name for w in steps[:30]), max(map(max, far)))
    print(sorted({str(w) for row in maze.walls for w in row})[:4], sum(bool(w & Wall.N) for row in maze.walls for w in row))
print([w.back.name for w in Way], Wall.N | Wall.S, ~Wall.N & Wall.ALL, Wall(5), list(Wall.E | Wall.W), Wall.NONE, bool(Wall.NONE))
sealed = Maze(2, 2, Dice(4))
sealed.walls = [[Wall.W | Wall.N, Wall.N | Wall.E | Wall.S], [Wall.W | Wall.E | Wall.S, Wall.ALL]]
print(sealed, sealed.distances())
sealed.follow_wall(50)
