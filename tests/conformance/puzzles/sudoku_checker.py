"""Checking finished and half-finished grids of several sizes, and saying everything that is wrong."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass


class GridError(Exception):
    def __init__(self, message: str, *, line: int | None = None) -> None:
        super().__init__(message)
        self.line = line

    def __str__(self) -> str:
        base = super().__str__()
        return base if self.line is None else f"line {self.line}: {base}"


@dataclass(frozen=True, slots=True)
class Clash:
    unit: str
    value: int
    places: tuple[tuple[int, int], ...]

    def __str__(self) -> str:
        where = ", ".join(f"r{r + 1}c{c + 1}" for r, c in self.places)
        return f"{self.value} repeated in {self.unit}: {where}"


class Grid:
    def __init__(self, text: str) -> None:
        rows = [line.split() for line in text.strip().splitlines()]
        self.size = len(rows)
        self.box = math.isqrt(self.size)
        if self.box**2 != self.size:
            raise GridError(f"{self.size} rows do not make boxes")
        self.cells: list[list[int]] = []
        for number, row in enumerate(rows, 1):
            if len(row) != self.size:
                raise GridError(f"{len(row)} cells instead of {self.size}", line=number)
            try:
                values = [0 if item == "." else int(item) for item in row]
            except ValueError as error:
                raise GridError(str(error), line=number) from None
            if bad := [v for v in values if not 0 <= v <= self.size]:
                raise GridError(f"out of range: {bad}", line=number)
            self.cells.append(values)

    def units(self) -> Iterator[tuple[str, list[tuple[int, int]]]]:
        every = range(self.size)
        for i in every:
            yield f"row {i + 1}", [(i, c) for c in every]
            yield f"column {i + 1}", [(r, i) for r in every]
            top, left = (k * self.box for k in divmod(i, self.box))
            yield (
                f"box {i + 1}",
                [(r, c) for r in range(top, top + self.box) for c in range(left, left + self.box)],
            )

    def clashes(self) -> list[Clash]:
        found: list[Clash] = []
        for name, places in self.units():
            by_value: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
            for r, c in places:
                by_value[self.cells[r][c]].append((r, c))
            found += [Clash(name, v, tuple(at)) for v, at in sorted(by_value.items()) if v and len(at) > 1]
        return found

    def candidates(self, row: int, column: int) -> set[int]:
        taken = {self.cells[r][c] for _, unit in self.units() if (row, column) in unit for r, c in unit}
        return set(range(1, self.size + 1)) - taken

    def naked_singles(self) -> int:
        filled = 0
        changed = True
        while changed:
            changed = False
            for r, row in enumerate(self.cells):
                for c, value in enumerate(row):
                    if not value and len(left := self.candidates(r, c)) == 1:
                        (row[c],) = left
                        filled, changed = filled + 1, True
        return filled

    def __format__(self, spec: str) -> str:
        blank = spec or "."
        return "\n".join(" ".join(str(v or blank) for v in row) for row in self.cells)


texts = {
    "small": "1 . . .\n. . 1 2\n. 1 . 3\n. . 2 .",
    "broken": "1 1 . .\n. . 1 2\n. 4 . 3\n4 4 2 .",
    "shape": "1 2\n2 1",
    "short": "1 2 3 4\n1 2 3\n1 2 3 4\n1 2 3 4",
    "letters": "1 2 3 x\n. . . .\n. . . .\n. . . .",
    "range": "1 2 3 4\n5 . . .\n. . . .\n. . . .",
    "one": "1",
}
for name, text in texts.items():
    try:
        grid = Grid(text)
    except GridError as error:
        print(f"{name}: {error} ({error.args}, {error.line})")
        continue
    clashes = grid.clashes()
    print(f"{name}: {len(clashes)} clashes", *clashes, sep="\n  ")
    if not clashes:
        print("filled", grid.naked_singles(), "clean", not grid.clashes())
        print(f"{grid:_}")
