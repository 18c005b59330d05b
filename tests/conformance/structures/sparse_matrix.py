"""Sparse matrices: a dictionary of keys, compressed rows, products, transposes, solvers and Markov chains."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from fractions import Fraction
from typing import NamedTuple


class Shape(NamedTuple):
    rows: int
    columns: int

    def check(self, key: tuple[int, int]) -> None:
        if not (0 <= key[0] < self.rows and 0 <= key[1] < self.columns):
            raise IndexError(f"{key} is outside of {self.rows}x{self.columns}")


class Sparse(MutableMapping[tuple[int, int], float]):
    """A dictionary of keys; zeros are not kept."""

    def __init__(self, rows: int, columns: int, items: Mapping[tuple[int, int], float] | None = None) -> None:
        self.shape = Shape(rows, columns)
        self._items: dict[tuple[int, int], float] = {}
        if items:
            self.update(items)

    @classmethod
    def identity(cls, size: int) -> Sparse:
        return cls(size, size, {(i, i): 1.0 for i in range(size)})

    @classmethod
    def of_rows(cls, rows: list[list[float]]) -> Sparse:
        return cls(len(rows), len(rows[0]), {(i, j): v for i, row in enumerate(rows) for j, v in enumerate(row) if v})

    def __getitem__(self, key: tuple[int, int]) -> float:
        self.shape.check(key)
        return self._items.get(key, 0.0)

    def __setitem__(self, key: tuple[int, int], value: float) -> None:
        self.shape.check(key)
        if value:
            self._items[key] = value
        else:
            self._items.pop(key, None)

    def __delitem__(self, key: tuple[int, int]) -> None:
        del self._items[key]

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return iter(sorted(self._items))

    def __len__(self) -> int:
        return len(self._items)

    def __contains__(self, key: object) -> bool:
        return key in self._items

    def __add__(self, other: Sparse) -> Sparse:
        if self.shape != other.shape:
            raise ValueError(f"shapes {tuple(self.shape)} and {tuple(other.shape)} differ")
        total = Sparse(*self.shape, self)
        for key, value in other.items():
            total[key] += value
        return total

    def __mul__(self, factor: float) -> Sparse:
        return Sparse(*self.shape, {k: v * factor for k, v in self.items()})

    __rmul__ = __mul__

    def __neg__(self) -> Sparse:
        return self * -1

    def __matmul__(self, other: Sparse) -> Sparse:
        if self.shape.columns != other.shape.rows:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        by_row: dict[int, list[tuple[int, float]]] = {}
        for (i, j), value in other.items():
            by_row.setdefault(i, []).append((j, value))
        result = Sparse(self.shape.rows, other.shape.columns)
        for (i, k), left in self.items():
            for j, right in by_row.get(k, ()):
                result[i, j] += left * right
        return result

    def __pow__(self, power: int) -> Sparse:
        result, base = Sparse.identity(self.shape.rows), self
        while power:
            if power & 1:
                result = result @ base
            base = base @ base
            power >>= 1
        return result

    @property
    def T(self) -> Sparse:
        return Sparse(self.shape.columns, self.shape.rows, {(j, i): v for (i, j), v in self.items()})

    def __str__(self) -> str:
        return "\n".join(" ".join(f"{self[i, j]:6g}" if self[i, j] else "     ." for j in range(self.shape.columns)) for i in range(self.shape.rows))


class Compressed:
    """Compressed rows: values, their columns, and where each row starts."""

    def __init__(self, matrix: Sparse) -> None:
        self.shape = matrix.shape
        self.values: list[float] = []
        self.columns: list[int] = []
        self.starts = [0]
        row = 0
        for (i, j), value in matrix.items():
            while row < i:
                self.starts.append(len(self.values))
                row += 1
            self.values.append(value)
            self.columns.append(j)
        self.starts += [len(self.values)] * (self.shape.rows - row)

    def row(self, i: int) -> Iterable[tuple[int, float]]:
        part = slice(self.starts[i], self.starts[i + 1])
        return zip(self.columns[part], self.values[part])

    def __getitem__(self, key: tuple[int, int]) -> float:
        i, j = key
        at = bisect_left(self.columns, j, self.starts[i], self.starts[i + 1])
        return self.values[at] if at < self.starts[i + 1] and self.columns[at] == j else 0.0

    def times(self, vector: list[float]) -> list[float]:
        return [sum(value * vector[j] for j, value in self.row(i)) for i in range(self.shape.rows)]


def gauss_seidel(matrix: Compressed, right: list[float], rounds: int = 50) -> list[float]:
    x = [0.0] * matrix.shape.columns
    for _ in range(rounds):
        for i in range(matrix.shape.rows):
            rest, diagonal = right[i], 0.0
            for j, value in matrix.row(i):
                if j == i:
                    diagonal = value
                else:
                    rest -= value * x[j]
            x[i] = rest / diagonal
    return x


a = Sparse.of_rows([[4, 1, 0, 0], [1, 4, 1, 0], [0, 1, 4, 1], [0, 0, 1, 4]])
print(a, len(a), (0, 3) in a, a[0, 3], a.shape)
print(a @ a.T == (a @ a), dict(a @ Sparse(4, 1, {(2, 0): 2.0})), list((2 * a + -a).items())[:3])
print(a**3)
packed = Compressed(a)
print(packed.values, packed.columns, packed.starts, packed[1, 2], packed[0, 3])
solution = gauss_seidel(packed, [5.0, 6.0, 6.0, 5.0])
print([round(v, 9) for v in solution], [round(v, 6) for v in packed.times(solution)])
for attempt in (lambda: a[4, 0], lambda: a + Sparse(2, 2), lambda: a @ Sparse(3, 3), lambda: a.pop((0, 2))):
    try:
        print(attempt())
    except (IndexError, ValueError, KeyError) as error:
        print(type(error).__name__, error)
del a[0, 1]
a[1, 0] = 0
print(len(a), a.get((9, 9), -1.0) if (9, 9) in a else "outside", sorted(a.values()), a.setdefault((3, 0), 7.5), a.pop((3, 3)))
weather = Sparse.of_rows([[0.9, 0.1, 0], [0.5, 0.25, 0.25], [0, 0.5, 0.5]])
far = weather**64
print([round(far[0, j], 6) for j in range(3)], sum(Fraction(far[0, j]).limit_denominator(1000) for j in range(3)))
empty = Compressed(Sparse(3, 2))
print(empty.starts, empty.times([1.0, 2.0]), list(empty.row(1)), Sparse(2, 2) == {}, -Sparse(1, 1, {(0, 0): 2.5}) == {(0, 0): -2.5})
