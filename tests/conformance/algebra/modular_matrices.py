"""Small matrices over integers modulo n: powers, recurrences, walks, and a cipher with its inverse."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Protocol, TypeVar


class Multiplies(Protocol):
    def __mul__(self: M, other: M, /) -> M: ...


M = TypeVar("M", bound=Multiplies)


def power(base: M, exponent: int, one: M) -> M:
    result = one
    while exponent:
        if exponent & 1:
            result = result * base
        base = base * base
        exponent >>= 1
    return result


@dataclass(frozen=True)
class Square:
    rows: tuple[tuple[int, ...], ...]
    modulus: int

    @classmethod
    def of(cls, rows: Iterable[Iterable[int]], modulus: int) -> Square:
        made = tuple(tuple(value % modulus for value in row) for row in rows)
        if any(len(row) != len(made) for row in made):
            raise ValueError(f"not square: {[len(row) for row in made]}")
        return cls(made, modulus)

    @classmethod
    def one(cls, size: int, modulus: int) -> Square:
        return cls.of(([int(i == j) for j in range(size)] for i in range(size)), modulus)

    def __mul__(self, other: Square) -> Square:
        columns = list(zip(*other.rows))
        return Square.of(
            ([sum(a * b for a, b in zip(row, column)) for column in columns] for row in self.rows),
            self.modulus,
        )

    def apply(self, vector: Iterable[int]) -> list[int]:
        held = list(vector)
        return [sum(a * b for a, b in zip(row, held)) % self.modulus for row in self.rows]

    def minor(self, i: int, j: int) -> Square:
        kept = [row[:j] + row[j + 1 :] for k, row in enumerate(self.rows) if k != i]
        return Square.of(kept, self.modulus)

    @property
    def determinant(self) -> int:
        if not self.rows:
            return 1
        first, *_ = self.rows
        total = 0
        for j, value in enumerate(first):
            part = value * self.minor(0, j).determinant
            total += -part if j % 2 else part
        return total % self.modulus

    def inverse(self) -> Square:
        scale = pow(self.determinant, -1, self.modulus)
        size = range(len(self.rows))
        return Square.of(
            ([scale * (1 - (i + j) % 2 * 2) * self.minor(j, i).determinant for j in size] for i in size),
            self.modulus,
        )

    def __str__(self) -> str:
        width = len(str(self.modulus - 1))
        return "\n".join(" ".join(f"{value:>{width}}" for value in row) for row in self.rows)


def hill(text: str, key: Square) -> str:
    size = len(key.rows)
    numbers = [ascii_lowercase.index(letter) for letter in text if letter in ascii_lowercase]
    numbers += [23] * (-len(numbers) % size)
    return "".join(
        ascii_lowercase[n] for k in range(0, len(numbers), size) for n in key.apply(numbers[k : k + size])
    )


step = Square.of([[1, 1], [1, 0]], 10**9 + 7)
one = Square.one(2, 10**9 + 7)
print([power(step, n, one).rows[0][1] for n in (0, 1, 2, 10, 90, 10**18)])
print(power(3, 50, 1), power(1.5, 4, 1.0))
walks = Square.of([[0, 1, 1, 0], [1, 0, 1, 1], [1, 1, 0, 0], [0, 1, 0, 0]], 1000)
print(power(walks, 7, Square.one(4, 1000)), walks.determinant, sep="\n")
key = Square.of([[6, 24, 1], [13, 16, 10], [20, 17, 15]], 26)
secret = hill("attack at dawn", key)
print(secret, hill(secret, key.inverse()), key.determinant, key * key.inverse() == Square.one(3, 26), sep=" ")
print(key.inverse())
turn = Square.of([[1, 1], [1, 0]], 100)
period, matrix = 1, turn
while matrix != Square.one(2, 100):
    matrix *= turn
    period += 1
print("period", period)
for rows in ([[2, 4], [1, 2]], [[1], [2, 3]]):
    try:
        print(Square.of(rows, 26).inverse())
    except ValueError as error:
        print(error)
