"""Matrices of fractions and floats: elimination, determinants, inverses, powers, least squares; generic over the numbers."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import reduce
from typing import overload


class SingularError(ArithmeticError):
    pass


class Matrix:
    """Rows of fractions."""

    def __init__(self, rows: Sequence[Sequence[int | Fraction]]) -> None:
        self.rows = [[Fraction(x) for x in row] for row in rows]
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("rows of different lengths")

    @classmethod
    def identity(cls, size: int) -> Matrix:
        return cls([[int(i == j) for j in range(size)] for i in range(size)])

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.rows), len(self.rows[0])

    @property
    def T(self) -> Matrix:
        return Matrix(list(zip(*self.rows)))

    @overload
    def __getitem__(self, key: int) -> list[Fraction]: ...
    @overload
    def __getitem__(self, key: tuple[int, int]) -> Fraction: ...
    def __getitem__(self, key: int | tuple[int, int]) -> list[Fraction] | Fraction:
        if isinstance(key, tuple):
            row, column = key
            return self.rows[row][column]
        return self.rows[key]

    def __matmul__(self, other: Matrix) -> Matrix:
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"{self.shape} @ {other.shape}")
        columns = list(zip(*other.rows))
        return Matrix([[sum(map(operator.mul, row, column), Fraction(0)) for column in columns] for row in self.rows])

    def __add__(self, other: Matrix) -> Matrix:
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __mul__(self, scalar: int | Fraction) -> Matrix:
        return Matrix([[x * scalar for x in row] for row in self.rows])

    __rmul__ = __mul__

    def __neg__(self) -> Matrix:
        return self * -1

    def __pow__(self, exponent: int) -> Matrix:
        if exponent < 0:
            return self.inverse() ** -exponent
        result, base = Matrix.identity(self.shape[0]), self
        while exponent:
            if exponent & 1:
                result = result @ base
            base = base @ base
            exponent >>= 1
        return result

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Matrix) and self.rows == other.rows

    def __str__(self) -> str:
        return "[" + "; ".join(" ".join(map(str, row)) for row in self.rows) + "]"

    def __iter__(self) -> Iterator[list[Fraction]]:
        return iter(self.rows)

    def reduced(self, right: Matrix) -> tuple[Matrix, Matrix, Fraction]:
        a = [row + extra for row, extra in zip(self.rows, right.rows)]
        size = len(a)
        determinant = Fraction(1)
        for column in range(size):
            pivot = next((r for r in range(column, size) if a[r][column]), None)
            if pivot is None:
                raise SingularError(f"no pivot in column {column}")
            if pivot != column:
                a[column], a[pivot] = a[pivot], a[column]
                determinant = -determinant
            determinant *= a[column][column]
            a[column] = [x / a[column][column] for x in a[column]]
            for row in range(size):
                if row != column and a[row][column]:
                    factor = a[row][column]
                    a[row] = [x - factor * y for x, y in zip(a[row], a[column])]
        return Matrix([row[:size] for row in a]), Matrix([row[size:] for row in a]), determinant

    def inverse(self) -> Matrix:
        return self.reduced(Matrix.identity(self.shape[0]))[1]

    def determinant(self) -> Fraction:
        try:
            return self.reduced(Matrix.identity(self.shape[0]))[2]
        except SingularError:
            return Fraction(0)


def fit(points: Sequence[tuple[float, float]], degree: int) -> list[Fraction]:
    a = Matrix([[Fraction(x) ** k for k in range(degree + 1)] for x, _ in points])
    b = Matrix([[Fraction(y)] for _, y in points])
    return [row[0] for row in (a.T @ a).reduced(a.T @ b)[1]]


def newton(function: Callable[[float], float], x: float, steps: int = 50) -> float:
    for _ in range(steps):
        slope = (function(x + 1e-6) - function(x - 1e-6)) / 2e-6
        moved = x - function(x) / slope
        if math.isclose(moved, x, rel_tol=1e-15):
            break
        x = moved
    return x


a = Matrix([[2, 1, -1], [-3, -1, 2], [-2, 1, 2]])
b = Matrix([[8], [-11], [-3]])
print(a.reduced(b)[1].T, a.determinant(), a.inverse(), a @ a.inverse() == Matrix.identity(3), a[1, 2], a[0])
hilbert = Matrix([[Fraction(1, i + j + 1) for j in range(6)] for i in range(6)])
print(hilbert.determinant(), hilbert.inverse()[5, 5], max(abs(x) for row in hilbert.inverse() for x in row))
fib = Matrix([[1, 1], [1, 0]])
print((fib**90)[0, 1], fib**-3, 3 * fib + -fib == fib * 2, reduce(operator.matmul, [fib] * 5)[0], fib.T == fib)
print(fit([(0, 1), (1, 3), (2, 7), (3, 13)], 2), [float(c) for c in fit([(0, 0.1), (1, 0.9), (2, 2.1), (3, 2.9)], 1)])
print(f"{newton(lambda x: x * x - 2, 1.0):.12f} {newton(lambda x: math.cos(x) - x, 1.0):.12f} {newton(lambda x: x**3 - 2 * x - 5, 2.0):.9f}")
for broken in (lambda: Matrix([[1, 2], [3]]), lambda: a @ fib, lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: a[5], lambda: Fraction(1, 0)):
    try:
        print(broken())
    except (ValueError, ArithmeticError, IndexError) as error:
        print(type(error).__name__, error)
Matrix([[0, 0], [0, 0]]) ** -1
