"""Searches on boards: knight's tours by Warnsdorff, independent queens by exact cover, peg solitaire, all generic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from itertools import product
from typing import Generic, Protocol, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", bound=Hashable)
S = TypeVar("S")
Square = tuple[int, int]
LEAPS = [(a, b) for a, b in product((-2, -1, 1, 2), repeat=2) if abs(a) != abs(b)]


def leaps(square: Square, size: int) -> Iterator[Square]:
    for down, right in LEAPS:
        row, column = square[0] + down, square[1] + right
        if 0 <= row < size and 0 <= column < size:
            yield row, column


def tour(size: int, start: Square, budget: int = 50_000) -> list[Square] | None:
    path, seen = [start], {start}
    used = 0

    def free(square: Square) -> list[Square]:
        return [s for s in leaps(square, size) if s not in seen]

    def extend() -> bool:
        nonlocal used
        used += 1
        if len(path) == size * size:
            return True
        if used > budget:
            return False
        for square in sorted(free(path[-1]), key=lambda s: (len(free(s)), s)):
            path.append(square)
            seen.add(square)
            if extend():
                return True
            seen.discard(path.pop())
        return False

    return path if extend() else None


class Cover(Generic[K, V]):
    """Exact cover: rows of columns, primary ones once, secondary ones at most once."""

    def __init__(self, rows: dict[K, list[V]], primary: set[V]) -> None:
        self.rows = rows
        self.columns: defaultdict[V, set[K]] = defaultdict(set)
        self.primary = primary
        self.nodes = 0
        for row, columns in rows.items():
            for column in columns:
                self.columns[column].add(row)

    def solve(self) -> Iterator[list[K]]:
        return self._search(set(self.primary), set(self.rows), [])

    def _search(self, wanted: set[V], rows: set[K], chosen: list[K]) -> Iterator[list[K]]:
        self.nodes += 1
        if not wanted:
            yield chosen[:]
            return
        column = min(wanted, key=lambda c: (len(self.columns[c] & rows), repr(c)))
        for row in sorted(self.columns[column] & rows, key=repr):
            clashing: set[K] = set()
            for other in self.rows[row]:
                clashing |= self.columns[other]
            yield from self._search(wanted - set(self.rows[row]), rows - clashing, [*chosen, row])


def queens(size: int) -> Cover[Square, str]:
    rows = {
        (r, c): [f"row{r}", f"column{c}", f"up{r + c}", f"down{r - c}"]
        for r, c in product(range(size), repeat=2)
    }
    return Cover(rows, {f"row{i}" for i in range(size)} | {f"column{i}" for i in range(size)})


class Puzzle(Protocol[S]):
    def moves(self, state: S) -> Iterator[tuple[str, S]]: ...

    def done(self, state: S) -> bool: ...


def depth_first(puzzle: Puzzle[S], start: S, key: Callable[[S], Hashable]) -> tuple[list[str], int] | None:
    dead: set[Hashable] = set()

    def search(state: S, path: list[str]) -> list[str] | None:
        if puzzle.done(state):
            return path
        for move, following in puzzle.moves(state):
            if key(following) not in dead:
                found = search(following, [*path, move])
                if found is not None:
                    return found
        dead.add(key(state))
        return None

    result = search(start, [])
    return None if result is None else (result, len(dead))


class Pegs:
    """Triangular solitaire with fifteen holes, bits from the top."""

    def __init__(self, rows: int = 5) -> None:
        self.rows = rows
        number = {(r, c): r * (r + 1) // 2 + c for r in range(rows) for c in range(r + 1)}
        self.jumps: list[tuple[int, int, int]] = []
        for (r, c), start in number.items():
            for down, right in ((0, 1), (0, -1), (1, 0), (-1, 0), (1, 1), (-1, -1)):
                over, end = number.get((r + down, c + right)), number.get((r + 2 * down, c + 2 * right))
                if over is not None and end is not None:
                    self.jumps.append((start, over, end))

    def moves(self, state: int) -> Iterator[tuple[str, int]]:
        for start, over, end in self.jumps:
            if state >> start & 1 and state >> over & 1 and not state >> end & 1:
                yield f"{start}-{end}", state & ~(1 << start) & ~(1 << over) | 1 << end

    def done(self, state: int) -> bool:
        return state.bit_count() == 1


for size, start in [(1, (0, 0)), (3, (0, 0)), (5, (0, 0)), (5, (0, 1)), (6, (2, 3)), (8, (0, 0))]:
    found = tour(size, start, 3000)
    if found is None:
        print(size, start, "no tour found")
        continue
    order = {square: n for n, square in enumerate(found)}
    print(size, start, "closed" if start in leaps(found[-1], size) else "open")
    if size <= 6:
        for row in range(size):
            print(" ".join(f"{order[row, column]:2}" for column in range(size)))
for size in range(1, 8):
    cover = queens(size)
    answers = list(cover.solve())
    first = sorted(answers[0]) if answers else []
    print(f"{size} queens: {len(answers)} ways, {cover.nodes} nodes, first {[c for _, c in first]}")
letters = Cover(
    {"A": [1, 4, 7], "B": [1, 4], "C": [4, 5, 7], "D": [3, 5, 6], "E": [2, 3, 6, 7], "F": [2, 7]},
    {1, 2, 3, 4, 5, 6, 7},
)
print([sorted(s) for s in letters.solve()], letters.nodes)
for rows, hole in [(4, 0), (4, 1), (5, 0), (5, 4)]:
    pegs = Pegs(rows)
    full = (1 << (rows * (rows + 1) // 2)) - 1
    result = depth_first(pegs, full & ~(1 << hole), key=int)
    print(
        rows,
        hole,
        len(pegs.jumps),
        "impossible"
        if result is None
        else f"{len(result[0])} jumps, {result[1]} dead: {' '.join(result[0])}",
    )
