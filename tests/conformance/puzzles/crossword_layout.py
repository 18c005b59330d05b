"""Laying words across one another on a growing grid, numbering them and printing the clues."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum


class Way(Enum):
    ACROSS = (0, 1)
    DOWN = (1, 0)

    @property
    def other(self) -> Way:
        return Way.DOWN if self is Way.ACROSS else Way.ACROSS


@dataclass(frozen=True, order=True)
class Cell:
    row: int
    column: int

    def __add__(self, step: tuple[int, int]) -> Cell:
        return Cell(self.row + step[0], self.column + step[1])


@dataclass
class Placed:
    word: str
    start: Cell
    way: Way

    def cells(self) -> list[Cell]:
        down, right = self.way.value
        return [Cell(self.start.row + i * down, self.start.column + i * right) for i in range(len(self.word))]


@dataclass
class Layout:
    letters: dict[Cell, str] = field(default_factory=dict)
    placed: list[Placed] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def fits(self, new: Placed) -> int:
        """How many crossings the word makes, or -1 where it cannot stand."""
        crossings = 0
        down, right = new.way.value
        cells = new.cells()
        if cells[0] + (-down, -right) in self.letters or cells[-1] + (down, right) in self.letters:
            return -1
        for cell, letter in zip(cells, new.word, strict=True):
            if (there := self.letters.get(cell)) is not None:
                if there != letter:
                    return -1
                crossings += 1
            elif cell + (right, down) in self.letters or cell + (-right, -down) in self.letters:
                return -1
        return crossings if crossings < len(new.word) else -1

    def add(self, word: str) -> None:
        if not self.placed:
            self.put(Placed(word, Cell(0, 0), Way.ACROSS))
            return
        best: tuple[int, int, Placed] | None = None
        for standing in self.placed:
            way = standing.way.other
            for cell, letter in zip(standing.cells(), standing.word, strict=True):
                for index in (i for i, c in enumerate(word) if c == letter):
                    down, right = way.value
                    candidate = Placed(word, cell + (-down * index, -right * index), way)
                    score = self.fits(candidate)
                    spread = abs(candidate.start.row) + abs(candidate.start.column)
                    if score > 0 and (best is None or (score, -spread) > best[:2]):
                        best = score, -spread, candidate
        if best is None:
            self.left_out.append(word)
        else:
            self.put(best[2])

    def put(self, new: Placed) -> None:
        self.placed.append(new)
        self.letters.update(zip(new.cells(), new.word, strict=True))

    def numbers(self) -> dict[Cell, int]:
        return {cell: n for n, cell in enumerate(sorted({p.start for p in self.placed}), 1)}

    def __str__(self) -> str:
        rows = [c.row for c in self.letters]
        columns = [c.column for c in self.letters]
        return "\n".join(
            " ".join(self.letters.get(Cell(r, c), ".") for c in range(min(columns), max(columns) + 1))
            for r in range(min(rows), max(rows) + 1)
        )


layout = Layout()
for entry in sorted(
    "python generator tuple yield class lambda import fizz return".split(), key=lambda w: (-len(w), w)
):
    layout.add(entry.upper())
print(layout)
numbering = layout.numbers()
for way in Way:
    print(way.name.title())
    for item in sorted((p for p in layout.placed if p.way is way), key=lambda p: p.start):
        print(f"  {numbering[item.start]:>2} {item.word.capitalize()} ({len(item.word)})")
print("left out:", layout.left_out, "cells:", len(layout.letters))
print(Cell(2, 3), Way((1, 0)), Way["ACROSS"].other)
