"""Minesweeper: flood opening, flags, chording, and a solver that reasons from single cells and pairs."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from enum import Enum, auto

Cell = tuple[int, int]


class State(Enum):
    PLAYING = auto()
    WON = auto()
    LOST = auto()


class Board:
    def __init__(self, layout: list[str]) -> None:
        self.height, self.width = len(layout), len(layout[0])
        if any(len(row) != self.width for row in layout):
            raise ValueError("ragged layout")
        self.mines = {(r, c) for r, row in enumerate(layout) for c, ch in enumerate(row) if ch == "*"}
        self.opened: set[Cell] = set()
        self.flags: set[Cell] = set()
        self.exploded: Cell | None = None

    @property
    def state(self) -> State:
        if self.exploded is not None:
            return State.LOST
        return State.WON if len(self.opened) + len(self.mines) == self.height * self.width else State.PLAYING

    def around(self, cell: Cell) -> Iterator[Cell]:
        row, column = cell
        for r in range(max(0, row - 1), min(self.height, row + 2)):
            for c in range(max(0, column - 1), min(self.width, column + 2)):
                if (r, c) != cell:
                    yield r, c

    def count(self, cell: Cell) -> int:
        return sum(other in self.mines for other in self.around(cell))

    def open(self, cell: Cell) -> int:
        """Open a cell and what its zero shows; how many were opened."""
        if cell in self.flags or cell in self.opened or self.state is not State.PLAYING:
            return 0
        if cell in self.mines:
            self.exploded = cell
            return 0
        before = len(self.opened)
        queue = deque([cell])
        while queue:
            current = queue.popleft()
            if current in self.opened or current in self.flags:
                continue
            self.opened.add(current)
            if self.count(current) == 0:
                queue.extend(self.around(current))
        return len(self.opened) - before

    def chord(self, cell: Cell) -> int:
        near = list(self.around(cell))
        if cell not in self.opened or sum(n in self.flags for n in near) != self.count(cell):
            return 0
        return sum(self.open(n) for n in near)

    def __str__(self) -> str:
        def face(cell: Cell) -> str:
            if cell == self.exploded:
                return "X"
            if cell in self.flags:
                return "F" if cell in self.mines or self.state is State.PLAYING else "!"
            if cell in self.opened:
                return str(self.count(cell) or ".")
            return "*" if self.state is State.LOST and cell in self.mines else "#"

        return "\n".join("".join(face((r, c)) for c in range(self.width)) for r in range(self.height))


class Solver:
    def __init__(self, board: Board) -> None:
        self.board = board
        self.steps: list[str] = []

    def facts(self) -> list[tuple[frozenset[Cell], int]]:
        found = []
        for cell in sorted(self.board.opened):
            near = list(self.board.around(cell))
            hidden = frozenset(n for n in near if n not in self.board.opened and n not in self.board.flags)
            if hidden:
                found.append((hidden, self.board.count(cell) - sum(n in self.board.flags for n in near)))
        return found

    def step(self) -> bool:
        facts = self.facts()
        derived = [
            (a - b, x - y) for a, x in facts for b, y in facts if b < a
        ]  # what is left of a when all of b lies in it
        for hidden, mines in facts + derived:
            if mines == 0:
                opened = sum(self.board.open(cell) for cell in sorted(hidden))
                self.steps.append(f"+{opened}")
                return True
            if mines == len(hidden):
                self.board.flags |= hidden
                self.steps.append(f"f{len(hidden)}")
                return True
        return False

    def run(self) -> State:
        while self.board.state is State.PLAYING and self.step():
            pass
        return self.board.state


LAYOUT = [".....*..", "..*.....", "........", ".*....*.", "......*.", "*......."]
board = Board(LAYOUT)
print(board, board.state, sep="\n")
print("opened", board.open((2, 4)))
print(board)
board = Board(LAYOUT)
board.open((0, 0))
print("solver:", (solver := Solver(board)).run().name, " ".join(solver.steps))
print(board)
board = Board(["*..", "...", "..*"])
print(board.open((1, 1)), board.chord((1, 1)))
board.flags |= {(0, 0), (0, 1)}
print(board.chord((1, 1)), board.state.name, board.exploded)
print(board)
print(board.open((0, 2)), Board(["."]).state.name)
single = Board(["..", ".."])
print(single.open((0, 0)), single.state)
for bad in ([".", ".."], []):
    try:
        Board(bad)
    except (ValueError, IndexError) as error:
        print(type(error).__name__, error)
