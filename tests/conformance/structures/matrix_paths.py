"""Grids: flood fill, shortest paths with walls, islands, spirals, rotations, word search, sudoku by constraint."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Iterator
from itertools import product

Grid = list[list[str]]
Point = tuple[int, int]

MAZE = """\
#########
#S..#...#
#.#.#.#.#
#.#...#.#
#.#####.#
#.....#E#
#########"""


def parse(text: str) -> Grid:
    return [list(line) for line in text.splitlines()]


def find(grid: Grid, mark: str) -> Point:
    for y, row in enumerate(grid):
        if mark in row:
            return y, row.index(mark)
    raise LookupError(mark)


def around(grid: Grid, point: Point) -> Iterator[Point]:
    y, x = point
    for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        if 0 <= y + dy < len(grid) and 0 <= x + dx < len(grid[0]):
            yield y + dy, x + dx


def path(grid: Grid, start: Point, goal: Point) -> list[Point]:
    """A*"""

    def guess(point: Point) -> int:
        return abs(point[0] - goal[0]) + abs(point[1] - goal[1])

    heap = [(guess(start), 0, start)]
    came: dict[Point, Point | None] = {start: None}
    cost = {start: 0}
    while heap:
        _, spent, point = heapq.heappop(heap)
        if point == goal:
            steps = [point]
            while (before := came[steps[-1]]) is not None:
                steps.append(before)
            return steps[::-1]
        for other in around(grid, point):
            if grid[other[0]][other[1]] != "#" and spent + 1 < cost.get(other, 10**9):
                cost[other] = spent + 1
                came[other] = point
                heapq.heappush(heap, (spent + 1 + guess(other), spent + 1, other))
    raise LookupError(f"no path from {start} to {goal}")


def fill(grid: Grid, start: Point, mark: str) -> int:
    old = grid[start[0]][start[1]]
    queue = deque([start])
    grid[start[0]][start[1]] = mark
    count = 1
    while queue:
        for y, x in around(grid, queue.popleft()):
            if grid[y][x] == old:
                grid[y][x] = mark
                count += 1
                queue.append((y, x))
    return count


def islands(grid: Grid) -> list[int]:
    copy = [row[:] for row in grid]
    return sorted(fill(copy, (y, x), "~") for y, x in product(range(len(copy)), range(len(copy[0]))) if copy[y][x] == "X")


def spiral(size: int) -> list[list[int]]:
    table = [[0] * size for _ in range(size)]
    y = x = 0
    dy, dx = 0, 1
    for n in range(1, size * size + 1):
        table[y][x] = n
        if not (0 <= y + dy < size and 0 <= x + dx < size and table[y + dy][x + dx] == 0):
            dy, dx = dx, -dy
        y, x = y + dy, x + dx
    return table


def search(grid: Grid, word: str) -> list[tuple[Point, Point]]:
    hits = []
    for y, x, (dy, dx) in product(range(len(grid)), range(len(grid[0])), [d for d in product((-1, 0, 1), repeat=2) if any(d)]):
        ends = y + dy * (len(word) - 1), x + dx * (len(word) - 1)
        if 0 <= ends[0] < len(grid) and 0 <= ends[1] < len(grid[0]):
            if all(grid[y + dy * i][x + dx * i] == char for i, char in enumerate(word)):
                hits.append(((y, x), (dy, dx)))
    return hits


class Sudoku:
    def __init__(self, text: str) -> None:
        self.cells = [int(c) if c.isdigit() else 0 for c in text if c.isdigit() or c == "."]
        self.rows = [set[int]() for _ in range(9)]
        self.columns = [set[int]() for _ in range(9)]
        self.boxes = [set[int]() for _ in range(9)]
        self.tries = 0
        for place, digit in enumerate(self.cells):
            if digit:
                self.put(place, digit)

    def units(self, place: int) -> tuple[set[int], set[int], set[int]]:
        y, x = divmod(place, 9)
        return self.rows[y], self.columns[x], self.boxes[y // 3 * 3 + x // 3]

    def put(self, place: int, digit: int) -> None:
        for unit in self.units(place):
            if digit in unit:
                raise ValueError(f"{digit} twice, at {divmod(place, 9)}")
        for unit in self.units(place):
            unit.add(digit)
        self.cells[place] = digit

    def options(self, place: int) -> set[int]:
        return set(range(1, 10)).difference(*self.units(place))

    def solve(self) -> bool:
        empty = [place for place, digit in enumerate(self.cells) if not digit]
        if not empty:
            return True
        place = min(empty, key=lambda p: (len(self.options(p)), p))
        for digit in sorted(self.options(place)):
            self.tries += 1
            self.put(place, digit)
            if self.solve():
                return True
            for unit in self.units(place):
                unit.discard(digit)
            self.cells[place] = 0
        return False


maze = parse(MAZE)
steps = path(maze, find(maze, "S"), find(maze, "E"))
for y, x in steps[1:-1]:
    maze[y][x] = "·"
print("\n".join("".join(row) for row in maze), len(steps))
sea = parse("XX..X\nX..XX\n.....\nXX.X.\n")
print(islands(sea), fill(sea, (0, 2), "o"), "".join(sea[2]))
for row in spiral(4):
    print(*(f"{n:3}" for n in row))
square = spiral(3)
print([list(row) for row in zip(*square[::-1])], [list(row)[::-1] for row in zip(*square)], sum(square[i][i] for i in range(3)), [[square[y][x] for y in range(3)] for x in range(3)])
print(search(parse("CATS\nOXAT\nDOGA\nTACC"), "CAT"), search(parse("aa"), "a"))
puzzle = Sudoku("53..7.... 6..195... .98....6. 8...6...3 4..8.3..1 7...2...6 .6....28. ...419..5 ....8..79")
print(puzzle.solve(), puzzle.tries, "".join(map(str, puzzle.cells[:18])), all(len(unit) == 9 for unit in puzzle.rows + puzzle.boxes))
try:
    Sudoku("11" + "." * 79)
except ValueError as error:
    print(error)
maze[1][1] = maze[1][2] = "#"
path(maze, (1, 1), (5, 7))
