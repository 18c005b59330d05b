"""The eight puzzle by A* and by iterative deepening; an unsolvable board ends with its own exit code."""

from __future__ import annotations

import heapq
import sys
from dataclasses import dataclass, field
from functools import cached_property
from typing import Callable, ClassVar, Iterator


@dataclass(frozen=True)
class Board:
    tiles: tuple[int, ...]
    GOAL: ClassVar[tuple[int, ...]] = (1, 2, 3, 4, 5, 6, 7, 8, 0)
    MOVES: ClassVar[dict[str, tuple[int, int]]] = {"up": (-1, 0), "down": (1, 0), "left": (0, -1), "right": (0, 1)}

    @cached_property
    def blank(self) -> int:
        return self.tiles.index(0)

    @cached_property
    def distance(self) -> int:
        return sum(abs(i // 3 - (t - 1) // 3) + abs(i % 3 - (t - 1) % 3) for i, t in enumerate(self.tiles) if t)

    @property
    def misplaced(self) -> int:
        return sum(t != g for t, g in zip(self.tiles, self.GOAL) if t)

    def neighbours(self) -> Iterator[tuple[str, Board]]:
        row, column = divmod(self.blank, 3)
        for name, (dr, dc) in self.MOVES.items():
            r, c = row + dr, column + dc
            if 0 <= r < 3 and 0 <= c < 3:
                swapped = list(self.tiles)
                other = 3 * r + c
                swapped[self.blank], swapped[other] = swapped[other], 0
                yield name, Board(tuple(swapped))

    @property
    def solvable(self) -> bool:
        t = [x for x in self.tiles if x]
        return sum(t[i] > t[j] for i in range(8) for j in range(i + 1, 8)) % 2 == 0

    def __str__(self) -> str:
        return "/".join("".join(map(str, self.tiles[i : i + 3])) for i in (0, 3, 6)).replace("0", "_")


@dataclass(order=True)
class State:
    estimate: int
    steps: int
    board: Board = field(compare=False)
    moves: tuple[str, ...] = field(compare=False, default=())


class Unsolvable(SystemExit):
    pass


def a_star(start: Board, heuristic: Callable[[Board], int]) -> tuple[tuple[str, ...], int]:
    seen: dict[Board, int] = {start: 0}
    heap = [State(heuristic(start), 0, start)]
    expanded = 0
    while heap:
        state = heapq.heappop(heap)
        if state.board.tiles == Board.GOAL:
            return state.moves, expanded
        expanded += 1
        for name, board in state.board.neighbours():
            steps = -(-state.steps) + 1
            if steps < seen.get(board, 99):
                seen[board] = steps
                heapq.heappush(heap, State(steps + heuristic(board), steps, board, (*state.moves, name)))
    raise LookupError("exhausted")


def deepening(start: Board) -> tuple[str, ...]:
    def search(board: Board, depth: int, limit: int, last: str) -> tuple[str, ...] | int:
        total = depth + board.distance
        if total > limit:
            return total
        if board.distance == 0:
            return ()
        least = 999
        for name, other in board.neighbours():
            if {name, last} in ({"up", "down"}, {"left", "right"}):
                continue
            match search(other, depth + 1, limit, name):
                case int(bound):
                    least = min(least, bound)
                case moves:
                    return (name, *moves)
        return least

    limit = start.distance
    while True:
        found = search(start, 0, limit, "")
        if isinstance(found, tuple):
            return found
        limit = found


def solve(text: str) -> None:
    board = Board(tuple(int(ch) for ch in text))
    print(board, "distance", board.distance, "misplaced", board.misplaced, "solvable", board.solvable)
    if not board.solvable:
        raise Unsolvable(board.misplaced)
    moves, expanded = a_star(board, lambda b: b.distance)
    others, more = a_star(board, lambda b: b.misplaced)
    print(len(moves), " ".join(m[0] for m in moves), expanded <= more, len(others) == len(moves))
    assert len(deepening(board)) == len(moves)


for text in ("123456780", "123456708", "123450786", "413726580", "281043765"):
    solve(text)
b = Board((1, 2, 3, 4, 5, 6, 7, 0, 8))
print(b == Board((1, 2, 3, 4, 5, 6, 7, 0, 8)), b.blank, hash(b) == hash(Board(b.tiles)), repr(b))
try:
    solve("123456870")
except Unsolvable as stop:
    print("exit code would be", stop.code, file=sys.stderr)
    raise
finally:
    print("done")
