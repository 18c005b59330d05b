"""Matrices over fractions: elimination, inverse, determinant, null space, and a singular matrix that fails."""

from __future__ import annotations

from fractions import Fraction
from typing import Iterable, Sequence


class Singular(ArithmeticError):
    pass


class Matrix:
    def __init__(self, rows: Iterable[Iterable[int | Fraction | str]]) -> None:
        self.rows = [[Fraction(x) for x in row] for row in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError(f"ragged: {[len(r) for r in self.rows]}")

    @classmethod
    def identity(cls, n: int) -> Matrix:
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    def __matmul__(self, other: Matrix) -> Matrix:
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"{self.shape} @ {other.shape}")
        columns = list(zip(*other.rows))
        return Matrix([[sum((a * b for a, b in zip(row, col)), Fraction()) for col in columns] for row in self.rows])

    def __pow__(self, n: int) -> Matrix:
        if n < 0:
            return self.inverse() ** -n
        result, base = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Matrix) and self.rows == other.rows

    def reduced(self) -> tuple[Matrix, list[int], Fraction]:
        m = Matrix(self.rows)
        pivots: list[int] = []
        determinant = Fraction(1)
        r = 0
        for c in range(self.shape[1]):
            found = next((i for i in range(r, len(m.rows)) if m.rows[i][c]), None)
            if found is None:
                determinant = Fraction(0)
                continue
            if found != r:
                m.rows[r], m.rows[found] = m.rows[found], m.rows[r]
                determinant = -determinant
            pivot = m.rows[r][c]
            determinant *= pivot
            m.rows[r] = [x / pivot for x in m.rows[r]]
            for i, row in enumerate(m.rows):
                if i != r and row[c]:
                    k = row[c]
                    m.rows[i] = [x - k * y for x, y in zip(row, m.rows[r])]
            pivots.append(c)
            r += 1
            if r == len(m.rows):
                break
        return m, pivots, determinant

    def inverse(self) -> Matrix:
        n = self.shape[0]
        wide = Matrix([row + unit for row, unit in zip(self.rows, Matrix.identity(n).rows)])
        reduced, pivots, _ = wide.reduced()
        if pivots[:n] != list(range(n)):
            raise Singular(f"rank {sum(p < n for p in pivots)} of {n}")
        return Matrix([row[n:] for row in reduced.rows])

    def null_space(self) -> list[list[Fraction]]:
        reduced, pivots, _ = self.reduced()
        basis = []
        for free in (c for c in range(self.shape[1]) if c not in pivots):
            vector = [Fraction(0)] * self.shape[1]
            vector[free] = Fraction(1)
            for r, p in enumerate(pivots):
                vector[p] = -reduced.rows[r][free]
            basis.append(vector)
        return basis

    def __str__(self) -> str:
        cells = [[str(x) for x in row] for row in self.rows]
        widths = [max(map(len, col)) for col in zip(*cells)]
        return "\n".join("[" + "  ".join(c.rjust(w) for c, w in zip(row, widths)) + "]" for row in cells)


def show(vectors: Sequence[Sequence[Fraction]]) -> list[str]:
    return [" ".join(map(str, v)) for v in vectors]


a = Matrix([[2, 1, "1/2"], [1, 3, 2], [1, 0, 0]])
print(a, a.inverse(), sep="\n\n")
print(a @ a.inverse() == Matrix.identity(3), a.reduced()[2], a**-2 @ a**2 == a**0)
hilbert = Matrix([[Fraction(1, i + j + 1) for j in range(6)] for i in range(6)])
print(hilbert.reduced()[2], sum(sum(r) for r in hilbert.inverse().rows))
fib = Matrix([[1, 1], [1, 0]]) ** 200
print(fib.rows[0][1], float((fib.rows[0][0] / fib.rows[0][1])))
b = Matrix([[1, 2, 3, 4], [2, 4, 6, 8], [1, 1, 1, 1]])
print(show(b.null_space()), b.reduced()[1], b.shape)
for action in (lambda: Matrix([[1], [1, 2]]), lambda: a @ b @ a, lambda: a @ a @ b):
    try:
        print(action().shape)
    except ValueError as error:
        print("ValueError", error)
Matrix([[1, 2], [2, 4]]).inverse()
