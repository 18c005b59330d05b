"""Nonograms: line patterns by generator, intersection until nothing changes, guessing when stuck."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import groupby

Line = tuple[str, ...]
UNKNOWN, FULL, EMPTY = "?", "#", "."


class Unsolvable(Exception):
    """No way to fill a line."""


def clues(line: Sequence[str]) -> tuple[int, ...]:
    return tuple(len(list(run)) for char, run in groupby(line) if char == FULL)


@cache
def patterns(runs: tuple[int, ...], width: int) -> tuple[Line, ...]:
    def build(runs: tuple[int, ...], width: int) -> Iterator[str]:
        if not runs:
            yield EMPTY * width
            return
        first, rest = runs[0], runs[1:]
        tail = sum(rest) + len(rest)
        for lead in range(width - tail - first + 1):
            head = EMPTY * lead + FULL * first
            if not rest:
                yield head + EMPTY * (width - len(head))
            else:
                for more in build(rest, width - len(head) - 1):
                    yield head + EMPTY + more

    return tuple(tuple(text) for text in build(runs, width))


def narrow(line: Line, runs: tuple[int, ...]) -> Line:
    fitting = [p for p in patterns(runs, len(line)) if all(k in (UNKNOWN, have) for k, have in zip(line, p))]
    if not fitting:
        raise Unsolvable(f"{runs} does not fit {''.join(line)}")
    return tuple(cells[0] if len(set(cells)) == 1 else UNKNOWN for cells in zip(*fitting))


class Nonogram:
    def __init__(self, rows: list[tuple[int, ...]], columns: list[tuple[int, ...]]) -> None:
        if (a := sum(map(sum, rows))) != (b := sum(map(sum, columns))):
            raise ValueError(f"rows fill {a} cells and columns {b}")
        self.rows, self.columns = rows, columns
        self.guesses = 0

    @classmethod
    def of_picture(cls, picture: list[str]) -> Nonogram:
        return cls([clues(row) for row in picture], [clues(column) for column in zip(*picture)])

    def settle(self, grid: list[Line]) -> list[Line]:
        while True:
            before = grid
            grid = [narrow(line, runs) for line, runs in zip(grid, self.rows)]
            flipped = [narrow(line, runs) for line, runs in zip(zip(*grid), self.columns)]
            grid = list(zip(*flipped))
            if grid == before:
                return grid

    def solve(self, grid: list[Line] | None = None) -> Iterator[list[Line]]:
        try:
            grid = self.settle(grid or [(UNKNOWN,) * len(self.columns)] * len(self.rows))
        except Unsolvable:
            return
        for r, line in enumerate(grid):
            if UNKNOWN in line:
                c = line.index(UNKNOWN)
                for value in (FULL, EMPTY):
                    self.guesses += 1
                    trial = line[:c] + (value,) + line[c + 1 :]
                    yield from self.solve(grid[:r] + [trial] + grid[r + 1 :])
                return
        yield grid


PICTURES = {
    "heart": [".##.##.", "#######", "#######", ".#####.", "..###..", "...#..."],
    "diagonals": ["#..", ".#.", "..#"],
    "checks": ["#.#.", ".#.#", "#.#."],
    "empty": ["...", "..."],
    "full": ["##", "##"],
    "cat": ["#...#...", "##.##...", "#####..#", "#.#.#..#", "#####.##", ".#######", ".######.", ".#.##.#."],
}
for name, picture in PICTURES.items():
    puzzle = Nonogram.of_picture(picture)
    found = list(puzzle.solve())
    same = sum("\n".join(map("".join, s)) == "\n".join(picture) for s in found)
    print(f"{name}: rows {puzzle.rows}, {len(found)} solutions ({same} as drawn), {puzzle.guesses} guesses")
    print("\n".join("  " + "".join(line) for line in found[0]))
print(
    len(patterns((1, 1, 1), 9)), ["".join(p) for p in patterns((2, 1), 5)], patterns((), 2), patterns((3,), 2)
)
print("".join(narrow(tuple("?#????"), (3,))), "".join(narrow(tuple("??????????"), (4, 3))))
print(patterns.cache_info().misses > 10, clues("##.#...###"), clues(""))
try:
    Nonogram([(1,)], [(1,), (1,)])
except ValueError as error:
    print("error:", error)
narrow(tuple(".?#.?"), (2, 2))
