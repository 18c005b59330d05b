"""Bit boards: knight tours, queens by bits, connect four with wins found by shifts, Gray codes, bit tricks."""

from __future__ import annotations

from itertools import islice
from typing import Iterator, Optional

MASK = (1 << 64) - 1
NOT_A = 0xFEFEFEFEFEFEFEFE
NOT_AB = 0xFCFCFCFCFCFCFCFC
NOT_H = 0x7F7F7F7F7F7F7F7F
NOT_GH = 0x3F3F3F3F3F3F3F3F


def squares(board: int) -> Iterator[int]:
    while board:
        low = board & -board
        yield low.bit_length() - 1
        board ^= low


def name(square: int) -> str:
    return "abcdefgh"[square % 8] + str(square // 8 + 1)


def knight(board: int) -> int:
    return (
        (board & NOT_H) << 17
        | (board & NOT_A) << 15
        | (board & NOT_GH) << 10
        | (board & NOT_AB) << 6
        | (board & NOT_A) >> 17
        | (board & NOT_H) >> 15
        | (board & NOT_AB) >> 10
        | (board & NOT_GH) >> 6
    ) & MASK


def king(board: int) -> int:
    row = board | (board & NOT_H) << 1 | (board & NOT_A) >> 1
    return (row | row << 8 | row >> 8) & MASK & ~board


def show(board: int) -> str:
    return "\n".join("".join(".#"[board >> (8 * r + c) & 1] for c in range(8)) for r in reversed(range(8)))


def flood(start: int, step: int = 8) -> list[int]:
    counts: list[int] = []
    seen = front = 1 << start
    while front and len(counts) < step:
        counts.append(front.bit_count())
        front = knight(front) & ~seen
        seen |= front
    return counts


def tour(start: int) -> Optional[list[int]]:
    path = [start]
    free = MASK & ~(1 << start)
    while free:
        options = [(knight(1 << s).__and__(free).bit_count(), s) for s in squares(knight(1 << path[-1]) & free)]
        if not options:
            return None
        path.append(min(options)[1])
        free &= ~(1 << path[-1])
    return path


def queens(n: int) -> int:
    full = (1 << n) - 1

    def place(columns: int, left: int, right: int) -> int:
        if columns == full:
            return 1
        total, free = 0, full & ~(columns | left | right)
        while free:
            bit = free & -free
            free ^= bit
            total += place(columns | bit, (left | bit) << 1, (right | bit) >> 1)
        return total

    return place(0, 0, 0)


class ConnectFour:
    HEIGHT, WIDTH = 6, 7

    def __init__(self) -> None:
        self.boards = [0, 0]
        self.heights = [7 * c for c in range(self.WIDTH)]
        self.moves: list[int] = []

    def play(self, column: int) -> bool:
        if self.heights[column] % 7 == self.HEIGHT:
            raise ValueError(f"column {column} is full")
        player = len(self.moves) & 1
        self.boards[player] |= 1 << self.heights[column]
        self.heights[column] += 1
        self.moves.append(column)
        return self.won(self.boards[player])

    @staticmethod
    def won(board: int) -> bool:
        return any((pair := board & board >> d) & pair >> 2 * d for d in (1, 6, 7, 8))

    def undo(self) -> None:
        column = self.moves.pop()
        self.heights[column] -= 1
        self.boards[len(self.moves) & 1] &= ~(1 << self.heights[column])

    def __str__(self) -> str:
        x, o = self.boards
        rows = []
        for r in reversed(range(self.HEIGHT)):
            cells = (7 * c + r for c in range(self.WIDTH))
            rows.append("".join("x" if x >> s & 1 else "o" if o >> s & 1 else "." for s in cells))
        return "\n".join(rows)


print(show(knight(1 << 27) | 1 << 27))
print([name(s) for s in squares(king(1))], [name(s) for s in squares(knight(1 << 63))], king(1 << 28).bit_count())
print(flood(0), flood(27), sum(flood(0, 99)))
path = tour(0)
assert path and sorted(path) == list(range(64))
print(" ".join(map(name, path[:16])), all(knight(1 << a) >> b & 1 for a, b in zip(path, path[1:])))
print([queens(n) for n in range(1, 9)])
game = ConnectFour()
for column in (3, 3, 4, 4, 5, 2, 2, 1, 6):
    if game.play(column):
        print("won by", "xo"[len(game.moves) - 1 & 1], "after", len(game.moves))
print(game, game.boards)
game.undo()
game.undo()
print(game.won(game.boards[0]), game.moves, [bin(b) for b in game.boards])
gray = [i ^ i >> 1 for i in range(16)]
print(gray, all((a ^ b).bit_count() == 1 for a, b in zip(gray, gray[1:])))


def subsets(mask: int) -> Iterator[int]:
    sub = mask
    while True:
        yield sub
        if sub == 0:
            return
        sub = (sub - 1) & mask


def next_same_count(x: int) -> int:
    low = x & -x
    ripple = x + low
    return ripple | (x ^ ripple) // low >> 2


print(list(subsets(0b1011)), sum(1 for _ in subsets(MASK >> 54)))
x, row = 0b111, []
for _ in range(8):
    row.append(f"{x:06b}")
    x = next_same_count(x)
print(row, ~MASK & MASK, -1 & MASK == MASK, f"{-5 & MASK:x}", (1 << 64) - 1 >> 60)
for column in (0,) * 7:
    game.play(column)
