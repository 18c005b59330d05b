# stdin: 53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79\n..............3.85..1.2.......5.7.....4...1...9.......5......73..2.1........4...9\n55...............................................................................\n12\n
"""A sudoku solver: bit masks, constraint propagation and a generator of solutions."""

from __future__ import annotations

import sys
from typing import Iterator

FULL = 0b111_111_111


def bits(mask: int) -> list[int]:
    return [d for d in range(1, 10) if mask >> (d - 1) & 1]


PEERS: list[frozenset[int]] = []
UNITS: list[list[int]] = (
    [[9 * r + c for c in range(9)] for r in range(9)]
    + [[9 * r + c for r in range(9)] for c in range(9)]
    + [[9 * (br + i // 3) + bc + i % 3 for i in range(9)] for br in (0, 3, 6) for bc in (0, 3, 6)]
)
for cell in range(81):
    PEERS.append(frozenset(p for unit in UNITS if cell in unit for p in unit) - {cell})


class Contradiction(Exception):
    def __init__(self, cell: int) -> None:
        super().__init__(f"no digit fits row {cell // 9 + 1}, column {cell % 9 + 1}")


class Board:
    __slots__ = ("masks", "filled")

    def __init__(self, masks: list[int] | None = None, filled: int = 0) -> None:
        self.masks = masks if masks is not None else [FULL] * 81
        self.filled = filled

    @classmethod
    def parse(cls, text: str) -> Board:
        if len(text) != 81:
            raise ValueError(f"81 characters wanted, not {len(text)}")
        board = cls()
        for cell, ch in enumerate(text):
            if ch in "123456789":
                board.put(cell, 1 << (int(ch) - 1))
        return board

    def copy(self) -> Board:
        return Board(self.masks[:], self.filled)

    def put(self, cell: int, bit: int) -> None:
        if not self.masks[cell] & bit:
            raise Contradiction(cell)
        todo = [(cell, bit)]
        while todo:
            at, keep = todo.pop()
            if self.masks[at] == keep and at != cell:
                pass
            self.masks[at] = keep
            self.filled += 1
            for peer in PEERS[at]:
                mask = self.masks[peer]
                if mask & keep:
                    mask &= ~keep
                    if not mask:
                        raise Contradiction(peer)
                    self.masks[peer] = mask
                    if mask & (mask - 1) == 0:
                        todo.append((peer, mask))

    def hidden_singles(self) -> bool:
        again = False
        for unit in UNITS:
            once = twice = 0
            for cell in unit:
                twice |= once & self.masks[cell]
                once |= self.masks[cell]
            if once != FULL:
                raise Contradiction(unit[0])
            only = once & ~twice
            for cell in unit:
                bit = self.masks[cell] & only
                if bit and self.masks[cell] != bit:
                    if bit & (bit - 1):
                        raise Contradiction(cell)
                    self.put(cell, bit)
                    again = True
        return again

    def __str__(self) -> str:
        rows = []
        for r in range(9):
            row = [bits(m)[0] if (m := self.masks[9 * r + c]) & (m - 1) == 0 else 0 for c in range(9)]
            rows.append("".join(f"{d}" if d else "." for d in row))
        return " ".join(rows)


guesses = 0


def solve(board: Board) -> Iterator[Board]:
    global guesses
    try:
        while board.hidden_singles():
            pass
    except Contradiction:
        return
    open_cells = [c for c in range(81) if board.masks[c] & (board.masks[c] - 1)]
    if not open_cells:
        yield board
        return
    cell = min(open_cells, key=lambda c: board.masks[c].bit_count())
    for digit in bits(board.masks[cell]):
        guesses += 1
        attempt = board.copy()
        try:
            attempt.put(cell, 1 << (digit - 1))
        except Contradiction:
            continue
        yield from solve(attempt)


for number, line in enumerate(sys.stdin, 1):
    guesses = 0
    try:
        board = Board.parse(line.rstrip("\n"))
        print(number, sum(len(bits(m)) == 1 for m in board.masks), "cells known")
        solution = next(solve(board), None)
    except Contradiction as error:
        print(number, "contradiction:", error)
        continue
    print(solution, "guesses:", guesses)
    if solution:
        assert all(sorted(solution.masks[c] for c in unit) == [1 << d for d in range(9)] for unit in UNITS)
