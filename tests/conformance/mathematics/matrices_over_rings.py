"""One Matrix class over any ring: ints, fractions, residues, polynomials and booleans; determinants, powers, inverses."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import reduce
from itertools import permutations
from typing import Any, Generic, Protocol, TypeVar


class Ring(Protocol):
    def __add__(self, other: Any, /) -> Any: ...
    def __mul__(self, other: Any, /) -> Any: ...
    def __neg__(self) -> Any: ...


R = TypeVar("R", bound=Ring)


class Residue:
    def __init__(self, value: int, modulus: int = 7) -> None:
        self.value, self.modulus = value % modulus, modulus

    def __add__(self, other: Residue) -> Residue:
        return Residue(self.value + other.value, self.modulus)

    def __mul__(self, other: Residue) -> Residue:
        return Residue(self.value * other.value, self.modulus)

    def __neg__(self) -> Residue:
        return Residue(-self.value, self.modulus)

    def __truediv__(self, other: Residue) -> Residue:
        return Residue(self.value * pow(other.value, -1, self.modulus), self.modulus)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Residue) and (self.value, self.modulus) == (other.value, other.modulus)

    def __hash__(self) -> int:
        return hash((self.value, self.modulus))

    def __bool__(self) -> bool:
        return self.value != 0

    def __repr__(self) -> str:
        return f"{self.value}%{self.modulus}"


class Poly:
    """Coefficients from the constant on."""

    def __init__(self, *coefficients: int) -> None:
        items = list(coefficients)
        while items and items[-1] == 0:
            items.pop()
        self.items = tuple(items)

    def __add__(self, other: Poly) -> Poly:
        longer, shorter = sorted((self.items, other.items), key=len, reverse=True)
        return Poly(*(a + (shorter[i] if i < len(shorter) else 0) for i, a in enumerate(longer)))

    def __mul__(self, other: Poly) -> Poly:
        out = [0] * (len(self.items) + len(other.items))
        for i, a in enumerate(self.items):
            for j, b in enumerate(other.items):
                out[i + j] += a * b
        return Poly(*out)

    def __neg__(self) -> Poly:
        return Poly(*(-a for a in self.items))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Poly) and self.items == other.items

    def __call__(self, x: int) -> int:
        return reduce(lambda acc, a: acc * x + a, reversed(self.items), 0)

    def __repr__(self) -> str:
        terms = [f"{a}x^{i}" if i else str(a) for i, a in enumerate(self.items) if a]
        return " + ".join(reversed(terms)).replace("x^1 ", "x ").replace("+ -", "- ") or "0"


class Truth:
    """The semiring of or and and; negation is not wanted of it but must be there."""

    def __init__(self, yes: bool) -> None:
        self.yes = yes

    def __add__(self, other: Truth) -> Truth:
        return Truth(self.yes or other.yes)

    def __mul__(self, other: Truth) -> Truth:
        return Truth(self.yes and other.yes)

    def __neg__(self) -> Truth:
        raise ArithmeticError("no negatives")

    def __repr__(self) -> str:
        return "T" if self.yes else "."


class Matrix(Generic[R]):
    def __init__(self, rows: Sequence[Sequence[R]]) -> None:
        if len({len(row) for row in rows}) != 1:
            raise ValueError(f"rows of {[len(r) for r in rows]}")
        self.rows = [list(row) for row in rows]

    @property
    def shape(self) -> tuple[int, int]:
        return len(self.rows), len(self.rows[0])

    def __getitem__(self, key: tuple[int, int]) -> R:
        i, j = key
        return self.rows[i][j]

    def __setitem__(self, key: tuple[int, int], value: R) -> None:
        self.rows[key[0]][key[1]] = value

    def __iter__(self) -> Iterator[list[R]]:
        return iter(self.rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Matrix) and self.rows == other.rows

    @property
    def T(self) -> Matrix[R]:
        return Matrix(list(zip(*self.rows)))

    def __add__(self, other: Matrix[R]) -> Matrix[R]:
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self, other)])

    def __matmul__(self, other: Matrix[R]) -> Matrix[R]:
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"{self.shape} @ {other.shape}")
        columns = list(zip(*other.rows))
        return Matrix(
            [
                [reduce(lambda x, y: x + y, (a * b for a, b in zip(row, col))) for col in columns]
                for row in self.rows
            ]
        )

    def __mul__(self, factor: R) -> Matrix[R]:
        return self.map(lambda a: a * factor)

    def __pow__(self, n: int) -> Matrix[R]:
        if n < 1:
            raise ValueError("power must be positive")
        if n == 1:
            return self
        half = self ** (n // 2)
        return half @ half @ self if n % 2 else half @ half

    def map(self, function: Callable[[R], R]) -> Matrix[R]:
        return Matrix([[function(a) for a in row] for row in self.rows])

    def determinant(self) -> R:
        """By permutations: needs no division, so it works over any ring."""
        n = self.shape[0]
        total: R | None = None
        for order in permutations(range(n)):
            term: R = reduce(lambda x, y: x * y, (self.rows[i][j] for i, j in enumerate(order)))
            if sum(order[i] > order[j] for i in range(n) for j in range(i + 1, n)) % 2:
                term = -term
            total = term if total is None else total + term
        assert total is not None
        return total

    def __repr__(self) -> str:
        return "[" + "; ".join(" ".join(map(repr, row)) for row in self.rows) + "]"


F = TypeVar("F", Fraction, Residue)


def inverse(matrix: Matrix[F], one: F) -> Matrix[F]:
    n = matrix.shape[0]
    zero: F = one + -one
    work: list[list[F]] = []
    for i in range(n):
        unit: list[F] = [zero] * n
        unit[i] = one
        work.append(matrix.rows[i] + unit)
    for col in range(n):
        pivot = next((i for i in range(col, n) if work[i][col]), None)
        if pivot is None:
            raise ZeroDivisionError(f"singular in column {col}")
        work[col], work[pivot] = work[pivot], work[col]
        head = work[col][col]
        work[col] = [a / head for a in work[col]]
        for i in range(n):
            if i != col:
                factor = work[i][col]
                work[i] = [a + -(factor * b) for a, b in zip(work[i], work[col])]
    return Matrix([row[n:] for row in work])


def main() -> None:
    fib = Matrix([[1, 1], [1, 0]])
    print(fib**10, (fib**200)[0, 1], (fib**3).determinant(), fib.T == fib, fib * 3)
    ints = Matrix([[2, -1, 0], [3, 5, 2], [1, 1, 4]])
    print(ints.determinant(), ints @ ints.T, ints + ints, ints.shape, [max(row) for row in ints])
    fractions = Matrix([[Fraction(a) for a in row] for row in ints])
    back = inverse(fractions, Fraction(1))
    print(
        back,
        fractions @ back == Matrix([[Fraction(int(i == j)) for j in range(3)] for i in range(3)]),
        back.determinant(),
    )
    residues = Matrix([[Residue(a) for a in row] for row in ints])
    print(residues, inverse(residues, Residue(1)), residues @ inverse(residues, Residue(1)), residues**6)
    x = Poly(0, 1)
    characteristic = Matrix(
        [[(x if i == j else Poly()) + Poly(-ints[i, j]) for j in range(3)] for i in range(3)]
    ).determinant()
    print(
        characteristic, characteristic(0), characteristic(1), Poly(), Poly(0, 0), Poly(1, 1) * Poly(-1, 1), -x
    )
    edges = {(0, 1), (1, 2), (2, 0), (3, 0)}
    graph = Matrix([[Truth((i, j) in edges) for j in range(4)] for i in range(4)])
    closure = reduce(lambda a, b: a + b, [graph**k for k in range(1, 5)])
    print(graph, closure, graph**3)
    mixed = Matrix([[1, 0.5], [0.25, 2]])
    print(mixed @ mixed, mixed.determinant())
    ints[0, 0] = 10**30
    print(ints[0, 0], ints.determinant())
    attempts: list[Callable[[], object]] = [
        lambda: Matrix([[1, 2], [3]]), lambda: fib @ Matrix([[1, 2, 3]]), lambda: fib**0, lambda: graph.determinant(),
        lambda: inverse(Matrix([[Fraction(1), Fraction(2)], [Fraction(2), Fraction(4)]]), Fraction(1)), lambda: Residue(1) / Residue(0), lambda: fib[2, 0],
    ]  # fmt: skip
    for attempt in attempts:
        try:
            print(attempt())
        except (ValueError, ArithmeticError, IndexError) as error:
            print(type(error).__name__, error)


main()
