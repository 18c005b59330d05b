"""Magic squares of every order: odd, doubly even and singly even, and their symmetries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import chain, permutations

Square = list[list[int]]


def odd(n: int) -> Square:
    square = [[0] * n for _ in range(n)]
    row, column = 0, n // 2
    for value in range(1, n * n + 1):
        square[row][column] = value
        above, right = (row - 1) % n, (column + 1) % n
        if square[above][right]:
            row = (row + 1) % n
        else:
            row, column = above, right
    return square


def doubly_even(n: int) -> Square:
    def value(r: int, c: int) -> int:
        plain = r * n + c + 1
        return n * n + 1 - plain if (r % 4 in (0, 3)) == (c % 4 in (0, 3)) else plain

    return [[value(r, c) for c in range(n)] for r in range(n)]


def singly_even(n: int) -> Square:
    half = n // 2
    block = odd(half)
    quarter = half * half
    square = [
        [block[r % half][c % half] + quarter * ((0, 2), (3, 1))[r >= half][c >= half] for c in range(n)]
        for r in range(n)
    ]
    k = (n - 2) // 4
    for r in range(half):
        shifted = [c + (r == half // 2) for c in range(k)]
        for c in chain(shifted, range(n - k + 1, n)):
            square[r][c], square[r + half][c] = square[r + half][c], square[r][c]
    return square


def build(n: int) -> Square:
    if n < 1 or n == 2:
        raise ValueError(f"there is no magic square of order {n}")
    makers: dict[int, Callable[[int], Square]] = {0: doubly_even, 2: singly_even}
    return makers.get(n % 4, odd)(n)


def lines(square: Square) -> Iterator[Iterable[int]]:
    n = len(square)
    yield from square
    yield from zip(*square, strict=True)
    yield (square[i][i] for i in range(n))
    yield (square[i][~i] for i in range(n))


def is_magic(square: Square) -> bool:
    n = len(square)
    distinct = set(chain.from_iterable(square)) == set(range(1, n * n + 1))
    return distinct and len({sum(line) for line in lines(square)}) == 1


def turned(square: Square) -> Square:
    return [list(row) for row in zip(*square[::-1], strict=True)]


for order in range(1, 11):
    try:
        made = build(order)
    except ValueError as error:
        print(error)
        continue
    print(order, is_magic(made), "sum", sum(made[0]), "corner", made[0][0], made[-1][-1])
    if order in (3, 4, 6):
        width = len(str(order * order))
        print("\n".join(" ".join(f"{v:{width}d}" for v in row) for row in made))

found = [p for p in permutations(range(1, 10)) if is_magic([list(p[i : i + 3]) for i in (0, 3, 6)])]
print(len(found), found[0], found[-1])
orbit: set[tuple[tuple[int, ...], ...]] = set()
shape = build(3)
for _ in range(4):
    shape = turned(shape)
    orbit |= {tuple(map(tuple, shape)), tuple(map(tuple, shape[::-1]))}
print(len(orbit), all(tuple(chain(*s)) in found for s in orbit))
shape[0][0] += 1
print(is_magic(shape))
