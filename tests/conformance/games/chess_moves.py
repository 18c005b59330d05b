"""Chess: positions from FEN, moves of every piece, attacks, checks, mates, and counts of move trees."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

Square = int  # 0 is a8, 63 is h1


def name(square: Square) -> str:
    return "abcdefgh"[square % 8] + str(8 - square // 8)


def square(text: str) -> Square:
    return (8 - int(text[1])) * 8 + "abcdefgh".index(text[0])


class FenError(ValueError):
    pass


@dataclass(frozen=True)
class Move:
    start: Square
    end: Square
    promotion: str = ""

    def __str__(self) -> str:
        return name(self.start) + name(self.end) + self.promotion


class Mover(ABC):
    registry: ClassVar[dict[str, Mover]] = {}

    def __init_subclass__(cls, letter: str = "", **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        if letter:
            Mover.registry[letter] = cls()

    @abstractmethod
    def targets(self, position: Position, start: Square) -> Iterator[Square]: ...


class Stepper(Mover):
    steps: ClassVar[tuple[tuple[int, int], ...]] = ()
    far: ClassVar[bool] = False

    def targets(self, position: Position, start: Square) -> Iterator[Square]:
        for down, right in self.steps:
            row, column = divmod(start, 8)
            while True:
                row, column = row + down, column + right
                if not (0 <= row < 8 and 0 <= column < 8):
                    break
                yield row * 8 + column
                if not self.far or position.board[row * 8 + column] != ".":
                    break


STRAIGHT = ((0, 1), (1, 0), (0, -1), (-1, 0))
DIAGONAL = ((1, 1), (1, -1), (-1, 1), (-1, -1))


class King(Stepper, letter="k"):
    steps = STRAIGHT + DIAGONAL


class Knight(Stepper, letter="n"):
    steps = tuple((a, b) for a in (-2, -1, 1, 2) for b in (-2, -1, 1, 2) if abs(a) != abs(b))


class Rook(Stepper, letter="r"):
    steps = STRAIGHT
    far = True


class Bishop(Stepper, letter="b"):
    steps = DIAGONAL
    far = True


class Queen(King, letter="q"):
    far = True


@dataclass(frozen=True)
class Position:
    board: str
    white: bool

    @classmethod
    def from_fen(cls, fen: str) -> Position:
        parts = fen.split()
        rows = parts[0].split("/")
        if len(rows) != 8:
            raise FenError(f"{len(rows)} ranks")
        board = ""
        for number, row in zip(range(8, 0, -1), rows):
            cells = "".join("." * int(c) if c.isdigit() else c for c in row)
            if len(cells) != 8 or set(cells.lower()) - set(".pnbrqk"):
                raise FenError(f"rank {number}: {row!r}")
            board += cells
        return cls(board, len(parts) < 2 or parts[1] == "w")

    def mine(self, at: Square, white: bool | None = None) -> bool:
        piece = self.board[at]
        return piece != "." and piece.isupper() == (self.white if white is None else white)

    def attacks(self, target: Square, white: bool) -> bool:
        row, column = divmod(target, 8)
        for side in (-1, 1):
            pawn_row = row + (1 if white else -1)
            if 0 <= column + side < 8 and 0 <= pawn_row < 8:
                if self.board[pawn_row * 8 + column + side] == ("P" if white else "p"):
                    return True
        for letter, mover in Mover.registry.items():
            piece = letter.upper() if white else letter
            if any(self.board[s] == piece for s in mover.targets(self, target)):
                return True
        return False

    def in_check(self, white: bool) -> bool:
        return self.attacks(self.board.index("K" if white else "k"), not white)

    def candidates(self) -> Iterator[Move]:
        for start in range(64):
            if not self.mine(start):
                continue
            letter = self.board[start].lower()
            if letter == "p":
                yield from self.pawn(start)
            else:
                for end in Mover.registry[letter].targets(self, start):
                    if not self.mine(end):
                        yield Move(start, end)

    def pawn(self, start: Square) -> Iterator[Move]:
        forward = -8 if self.white else 8
        home = 6 if self.white else 1
        ends = []
        if self.board[start + forward] == ".":
            ends.append(start + forward)
            if start // 8 == home and self.board[start + 2 * forward] == ".":
                ends.append(start + 2 * forward)
        for side in (-1, 1):
            end = start + forward + side
            if 0 <= start % 8 + side < 8 and self.mine(end, not self.white):
                ends.append(end)
        for end in ends:
            for promotion in "qrbn" if end // 8 in (0, 7) else ("",):
                yield Move(start, end, promotion)

    def play(self, move: Move) -> Position:
        cells = list(self.board)
        piece = cells[move.start]
        cells[move.start] = "."
        promoted = move.promotion.upper() if self.white else move.promotion
        cells[move.end] = promoted or piece
        return replace(self, board="".join(cells), white=not self.white)

    def legal(self) -> list[Move]:
        return [m for m in self.candidates() if not self.play(m).in_check(self.white)]


def perft(position: Position, depth: int) -> int:
    if depth == 0:
        return 1
    return sum(perft(position.play(move), depth - 1) for move in position.legal())


START = Position.from_fen("rnbqkbnr/pppppppp/8/8/8/8/PPPPPPPP/RNBQKBNR w")
print([perft(START, depth) for depth in range(3)])
print(" ".join(map(str, START.legal())))
for moves in ("f2f3 e7e5 g2g4 d8h4", "e2e4 e7e5 d1h5 b8c6 f1c4 g8f6 h5f7", "e2e4 d7d5 f1b5"):
    position = START
    for text in moves.split():
        position = position.play(Move(square(text[:2]), square(text[2:])))
    check, legal = position.in_check(position.white), position.legal()
    verdict = "mate" if check and not legal else f"check, {len(legal)} replies" if check else "nothing"
    print(moves.split()[-1], verdict, *legal[:6])
ending = Position.from_fen("7k/1P6/8/8/8/8/8/K5r1 w")
print([str(m) for m in ending.legal()], [perft(ending, d) for d in (1, 2, 3)])
stalemate = Position.from_fen("7k/5Q2/8/8/8/8/8/K7 b")
print(stalemate.legal(), stalemate.in_check(False), sorted(Mover.registry))
for bad in ["8/8 w", "9/8/8/8/8/8/8/8", "xxxxxxxx/8/8/8/8/8/8/8"]:
    try:
        Position.from_fen(bad)
    except FenError as error:
        print("FEN:", error)
Position.from_fen("8/8/8/8/8/8/8/8 w").in_check(True)
