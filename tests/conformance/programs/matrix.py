"""Matrices of ints and floats."""

from __future__ import annotations


class Matrix:
    def __init__(self, rows: list[list[float]]) -> None:
        self.rows = rows

    @classmethod
    def identity(cls, n: int) -> Matrix:
        return cls([[1.0 if i == j else 0.0 for j in range(n)] for i in range(n)])

    def __matmul__(self, other: Matrix) -> Matrix:
        columns = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows])

    def transposed(self) -> Matrix:
        return Matrix([list(row) for row in zip(*self.rows)])

    def power(self, n: int) -> Matrix:
        result, base = Matrix.identity(len(self.rows)), self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def __str__(self) -> str:
        return "\n".join(" ".join(f"{x:9.3f}" for x in row) for row in self.rows)


m = Matrix([[1.0, 2.0], [3.0, 4.0]])
print(m @ Matrix.identity(2))
print(m.power(5))
print(m.transposed() @ m)
print(Matrix([[1.0, 1.0], [1.0, 0.0]]).power(30).rows)
