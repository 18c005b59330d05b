"""Determinants four ways, inverses, ranks and Cramer's rule, all in exact numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import permutations
from math import prod
from time import perf_counter
from typing import Any, overload

Row = list[Fraction]


class Matrix:
    def __init__(self, rows: list[list[int]] | list[Row]) -> None:
        self.rows: list[Row] = [[Fraction(v) for v in row] for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("ragged rows")

    @classmethod
    def parse(cls, text: str) -> Matrix:
        return cls([[Fraction(item) for item in line.split()] for line in text.split(";")])

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.rows), len(self.rows[0])

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: tuple[int, int]) -> Fraction: ...
    def __getitem__(self, at: int | tuple[int, int]) -> Row | Fraction:
        return self.rows[at] if isinstance(at, int) else self.rows[at[0]][at[1]]

    def __matmul__(self, other: Matrix) -> Matrix:
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"shapes {self.shape} and {other.shape} do not match")
        columns = list(zip(*other.rows, strict=True))
        return Matrix([[sum((a * b for a, b in zip(r, c)), Fraction()) for c in columns] for r in self.rows])

    def __eq__(self, other: object) -> bool:
        return self.rows == other.rows if isinstance(other, Matrix) else NotImplemented

    def __str__(self) -> str:
        texts = [[str(v) for v in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(*texts, strict=True)]
        return "\n".join("[" + " ".join(t.rjust(w) for t, w in zip(row, widths)) + "]" for row in texts)

    def minor(self, row: int, column: int) -> Matrix:
        return Matrix([r[:column] + r[column + 1 :] for i, r in enumerate(self.rows) if i != row])

    def replaced(self, column: int, values: Row) -> Matrix:
        return Matrix([r[:column] + [v] + r[column + 1 :] for r, v in zip(self.rows, values, strict=True)])

    def echelon(self) -> tuple[list[Row], Fraction, int]:
        rows = [row[:] for row in self.rows]
        sign, rank = Fraction(1), 0
        for column in range(self.shape[1]):
            pivot = next((r for r in range(rank, len(rows)) if rows[r][column]), None)
            if pivot is None:
                continue
            if pivot != rank:
                rows[rank], rows[pivot] = rows[pivot], rows[rank]
                sign = -sign
            for r in range(rank + 1, len(rows)):
                factor = rows[r][column] / rows[rank][column]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[rank], strict=True)]
            rank += 1
        return rows, sign, rank


def by_permutations(m: Matrix) -> Fraction:
    def terms() -> Iterator[Fraction]:
        for order in permutations(range(m.shape[0])):
            swaps = sum(order[i] > order[j] for j in range(len(order)) for i in range(j))
            yield (-1) ** swaps * prod((m[i, j] for i, j in enumerate(order)), start=Fraction(1))

    return sum(terms(), Fraction(0))


def by_minors(m: Matrix) -> Fraction:
    if m.shape == (1, 1):
        return m[0, 0]
    return sum(((-1) ** c * v * by_minors(m.minor(0, c)) for c, v in enumerate(m[0]) if v), Fraction())


def by_elimination(m: Matrix) -> Fraction:
    rows, sign, _ = m.echelon()
    return sign * prod((rows[i][i] for i in range(len(rows))), start=Fraction(1))


def timed(function: Callable[[Matrix], Fraction], *arguments: Any) -> Fraction:
    start = perf_counter()
    result = function(*arguments)
    assert perf_counter() >= start
    return result


def solve(m: Matrix, right: list[int]) -> list[Fraction] | None:
    whole = by_elimination(m)
    if not whole:
        return None
    values = [Fraction(v) for v in right]
    return [by_elimination(m.replaced(c, values)) / whole for c in range(len(values))]


def inverse(m: Matrix) -> Matrix:
    size, whole = m.shape[0], by_elimination(m)
    return Matrix(
        [[(-1) ** (i + j) * by_minors(m.minor(j, i)) / whole for j in range(size)] for i in range(size)]
    )


for text in (
    "7",
    "1 2;3 4",
    "2 0 1;1 3 2;1 1 1/2",
    "0 1 2;1 0 3;4 -3 8",
    "1 2 3;4 5 6;7 8 9",
    "0 0 1 2;3 1 0 0;1 1 1 1;1/3 0 2 0",
):
    matrix = Matrix.parse(text)
    values = [timed(f, matrix) for f in (by_permutations, by_minors, by_elimination)]
    print(text, "->", *values, "rank", matrix.echelon()[2])
    print("  solution", *(solve(matrix, list(range(1, matrix.shape[0] + 1))) or []))
    try:
        back = inverse(matrix) if matrix.shape[0] > 1 else matrix
        print(
            back,
            matrix @ back
            == Matrix([[int(i == j) for j in range(len(back.rows))] for i in range(len(back.rows))]),
        )
    except ZeroDivisionError as error:
        print("  no inverse:", error)
hilbert = Matrix([[Fraction(1, i + j + 1) for j in range(6)] for i in range(6)])
print(by_elimination(hilbert), by_elimination(inverse(hilbert)), hilbert != hilbert.minor(0, 0), hilbert == 3)
attempts: list[Callable[[], Matrix]] = [lambda: Matrix([[1, 2], [3]]), lambda: hilbert @ Matrix([[1]])]
for bad in attempts:
    try:
        bad()
    except ValueError as error:
        print(error)
