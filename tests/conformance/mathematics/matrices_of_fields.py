"""Matrices over any field: generics with a bound protocol, fractions, complex and modular numbers, LU, exceptions."""
from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from functools import cached_property, reduce, total_ordering
from typing import Any, Generic, Protocol, Self, TypeVar, overload


class Number(Protocol):
    def __add__(self, other: Any, /) -> Any: ...
    def __sub__(self, other: Any, /) -> Any: ...
    def __mul__(self, other: Any, /) -> Any: ...
    def __truediv__(self, other: Any, /) -> Any: ...
    def __neg__(self) -> Any: ...


T = TypeVar("T", bound=Number)


class Singular(ArithmeticError):
    def __init__(self, column: int) -> None:
        super().__init__(f"no pivot in column {column}")
        self.column = column


@total_ordering
class Mod:
    modulus = 97

    def __init__(self, value: int) -> None:
        self.value = value % self.modulus

    def _other(self, other: object) -> int:
        if isinstance(other, Mod):
            return other.value
        return other if isinstance(other, int) else NotImplemented

    def __add__(self, other: object) -> Mod:
        return Mod(self.value + self._other(other))

    __radd__ = __add__

    def __sub__(self, other: object) -> Mod:
        return Mod(self.value - self._other(other))

    def __mul__(self, other: object) -> Mod:
        return Mod(self.value * self._other(other))

    __rmul__ = __mul__

    def __truediv__(self, other: object) -> Mod:
        return self * Mod(pow(self._other(other), -1, self.modulus))

    def __neg__(self) -> Mod:
        return Mod(-self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, (Mod, int)) and self.value == Mod(other if isinstance(other, int) else other.value).value

    def __lt__(self, other: Mod) -> bool:
        return self.value < other.value

    def __hash__(self) -> int:
        return hash(self.value)

    def __bool__(self) -> bool:
        return self.value != 0

    def __repr__(self) -> str:
        return f"{self.value}%"


class Matrix(Generic[T]):
    __slots__ = ("rows",)
    __match_args__ = ("rows",)

    def __init__(self, rows: Iterable[Iterable[T]]) -> None:
        self.rows = tuple(map(tuple, rows))
        if len({len(row) for row in self.rows}) > 1:
            raise ValueError("ragged rows")

    @classmethod
    def build(cls, height: int, width: int, make: Callable[[int, int], T]) -> Self:
        return cls([make(r, c) for c in range(width)] for r in range(height))

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @overload
    def __getitem__(self, key: int) -> tuple[T, ...]: ...
    @overload
    def __getitem__(self, key: tuple[int, int]) -> T: ...
    @overload
    def __getitem__(self, key: tuple[slice, slice]) -> Matrix[T]: ...
    def __getitem__(self, key: int | tuple[Any, Any]) -> Any:
        match key:
            case int():
                return self.rows[key]
            case (int() as r, int() as c):
                return self.rows[r][c]
            case (slice() as r, slice() as c):
                return Matrix(row[c] for row in self.rows[r])
        raise TypeError(f"bad index {key!r}")

    def __matmul__(self, other: Matrix[T]) -> Matrix[T]:
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"{self.shape} @ {other.shape}")
        columns = list(zip(*other.rows))
        return Matrix([reduce(lambda a, b: a + b, (x * y for x, y in zip(row, col))) for col in columns] for row in self.rows)

    def __mul__(self, factor: T) -> Matrix[T]:
        return self.map(lambda x: x * factor)

    __rmul__ = __mul__

    def __add__(self, other: Matrix[T]) -> Matrix[T]:
        return Matrix([a + b for a, b in zip(p, q)] for p, q in zip(self.rows, other.rows))

    def __pow__(self, power: int) -> Matrix[T]:
        result, base = self, self
        for bit in bin(power)[3:]:
            result = result @ result
            if bit == "1":
                result = result @ base
        return result

    def map(self, function: Callable[[T], Any]) -> Matrix[Any]:
        return Matrix(map(function, row) for row in self.rows)

    def __iter__(self) -> Iterator[T]:
        return itertools.chain.from_iterable(self.rows)

    def __eq__(self, other: object) -> bool:
        match other:
            case Matrix(rows):
                return self.rows == rows
        return NotImplemented

    def __str__(self) -> str:
        cells = [[f"{x:g}" if isinstance(x, float) else str(x) for x in row] for row in self.rows]
        widths = [max(map(len, column)) for column in zip(*cells)]
        return "\n".join("[" + " ".join(c.rjust(w) for c, w in zip(row, widths)) + "]" for row in cells)

    @property
    def T(self) -> Matrix[T]:
        return Matrix(zip(*self.rows))


def determinant(matrix: Matrix[T]) -> T:
    rows = [list(row) for row in matrix.rows]
    sign, product = 1, None
    for i in range(len(rows)):
        pivot = next((r for r in range(i, len(rows)) if rows[r][i]), None)
        if pivot is None:
            raise Singular(i)
        if pivot != i:
            rows[i], rows[pivot], sign = rows[pivot], rows[i], -sign
        product = rows[i][i] if product is None else product * rows[i][i]
        for r in range(i + 1, len(rows)):
            factor = rows[r][i] / rows[i][i]
            rows[r] = [a - factor * b for a, b in zip(rows[r], rows[i])]
    assert product is not None
    return product if sign > 0 else -product


def main() -> None:
    f = Matrix([[Fraction(1, 2), Fraction(1, 3)], [Fraction(2), Fraction(-1)]])
    print(f, determinant(f), f.T.rows, f[0, 1], f[1], sep="\n")
    fib = Matrix([[1, 1], [1, 0]])
    print((fib**90)[0, 1], (fib**1).shape, fib == Matrix([[1, 1], [1, 0]]), fib != f)
    m = Matrix.build(3, 3, lambda r, c: Mod((r + 1) ** c * 5 + c))
    print(m, determinant(m), max(m), sum(m, Mod(0)), sep="\n")
    z = Matrix([[1 + 2j, 3j], [2 - 1j, 4 + 0j]])
    print(z @ z, determinant(z), z * 1j)
    g = Matrix.build(2, 3, lambda r, c: math.sqrt(r * 3 + c))
    print(g, g[:, 1:], (g @ g.T)[0, 0], [round(x, 3) for x in g], sep="\n")
    for action in (lambda: determinant(Matrix([[0.0, 1.0], [0.0, 2.0]])), lambda: Matrix([[1], [2, 3]]), lambda: g @ g,
                   lambda: Mod(3) / 0):
        try:
            print(action())
        except (ValueError, TypeError, Singular, ZeroDivisionError) as error:
            print(type(error).__name__, error, getattr(error, "column", "-"))


main()
