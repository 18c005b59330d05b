"""Reversi with flips in eight directions, legal moves, passing, three players of different skill, and a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from itertools import product

EMPTY, DARK, LIGHT = ".", "x", "o"
DIRECTIONS = [(a, b) for a, b in product((-1, 0, 1), repeat=2) if (a, b) != (0, 0)]
WEIGHTS = [
    [90, -20, 10, 5, 5, 10, -20, 90],
    [-20, -50, -2, -2, -2, -2, -50, -20],
    [10, -2, 1, 1, 1, 1, -2, 10],
    [5, -2, 1, 0, 0, 1, -2, 5],
]
WEIGHTS += WEIGHTS[::-1]


class IllegalMove(ValueError):
    pass


class Board:
    __slots__ = ("cells", "turn")

    def __init__(self) -> None:
        self.cells = [[EMPTY] * 8 for _ in range(8)]
        self.cells[3][3] = self.cells[4][4] = LIGHT
        self.cells[3][4] = self.cells[4][3] = DARK
        self.turn = DARK

    def copy(self) -> Board:
        other = Board()
        other.cells = [row[:] for row in self.cells]
        other.turn = self.turn
        return other

    @property
    def other(self) -> str:
        return LIGHT if self.turn == DARK else DARK

    def line(self, row: int, column: int, down: int, right: int) -> Iterator[tuple[int, int]]:
        row, column = row + down, column + right
        while 0 <= row < 8 and 0 <= column < 8:
            yield row, column
            row, column = row + down, column + right

    def flips(self, row: int, column: int) -> list[tuple[int, int]]:
        if self.cells[row][column] != EMPTY:
            return []
        found: list[tuple[int, int]] = []
        for down, right in DIRECTIONS:
            run: list[tuple[int, int]] = []
            for r, c in self.line(row, column, down, right):
                if self.cells[r][c] == self.other:
                    run.append((r, c))
                    continue
                if self.cells[r][c] == self.turn:
                    found += run
                break
        return found

    def moves(self) -> dict[str, list[tuple[int, int]]]:
        options = ((r, c, self.flips(r, c)) for r in range(8) for c in range(8))
        return {f"{'abcdefgh'[c]}{r + 1}": flipped for r, c, flipped in options if flipped}

    def play(self, move: str) -> int:
        row, column = int(move[1]) - 1, "abcdefgh".index(move[0])
        flipped = self.flips(row, column)
        if not flipped:
            raise IllegalMove(f"{self.turn} cannot play {move}")
        for r, c in [*flipped, (row, column)]:
            self.cells[r][c] = self.turn
        self.turn = self.other
        return len(flipped)

    def score(self) -> tuple[int, int]:
        text = str(self)
        return text.count(DARK), text.count(LIGHT)

    def __str__(self) -> str:
        return "\n".join("".join(row) for row in self.cells)


Player = Callable[[Board], str]


def greedy(board: Board) -> str:
    moves = board.moves()
    return min(moves, key=lambda m: (-len(moves[m]), m))


def positional(board: Board) -> str:
    def value(move: str) -> int:
        return WEIGHTS[int(move[1]) - 1]["abcdefgh".index(move[0])]

    return max(sorted(board.moves()), key=value)


def evaluate(board: Board, side: str) -> int:
    total = 0
    for row, weights in zip(board.cells, WEIGHTS):
        for cell, weight in zip(row, weights):
            total += weight * ((cell == side) - (cell not in (side, EMPTY)))
    return total


def ahead(depth: int, board: Board) -> str:
    def search(board: Board, depth: int, side: str) -> int:
        moves = board.moves()
        if depth == 0 or not moves:
            return evaluate(board, side)
        values = []
        for move in moves:
            following = board.copy()
            following.play(move)
            values.append(search(following, depth - 1, side))
        return max(values) if board.turn == side else min(values)

    best, chosen = -(10**9), ""
    for move in sorted(board.moves()):
        following = board.copy()
        following.play(move)
        if (value := search(following, depth - 1, board.turn)) > best:
            best, chosen = value, move
    return chosen


def game(dark: Player, light: Player) -> tuple[Board, list[str]]:
    board, record, passes = Board(), list[str](), 0
    while passes < 2:
        if not board.moves():
            board.turn = board.other
            record.append("--")
            passes += 1
            continue
        passes = 0
        move = (dark if board.turn == DARK else light)(board)
        board.play(move)
        record.append(move)
    return board, record


board = Board()
print(board, board.moves(), sep="\n")
for move in ["d3", "c5", "e6", "a1", "d2", "z9"]:
    try:
        print(move, board.play(move), board.score(), "next", board.turn)
    except IllegalMove as error:
        print("illegal:", error)
    except ValueError as error:
        print("nonsense:", type(error).__name__)
print(board)
players: dict[str, Player] = {"greedy": greedy, "positional": positional, "ahead": partial(ahead, 2)}
for one, two in product(players, repeat=2):
    final, record = game(players[one], players[two])
    print(
        f"{one:>10} {two:<10} {final.score()} in {len(record)}, {record.count('--')} passes, {' '.join(record[:6])}"
    )
final, record = game(greedy, positional)
print(final, evaluate(final, DARK) == -evaluate(final, LIGHT), sep="\n")
