"""Binomials, Catalan, Stirling, Bell, Bernoulli, partitions, derangements, Euler numbers: by several routes that must agree."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import lru_cache, partial, reduce
from itertools import accumulate, combinations, count, islice, permutations, product, takewhile


def pascal() -> Iterator[list[int]]:
    row = [1]
    while True:
        yield row
        row = [1, *map(sum, zip(row, row[1:])), 1]


def catalan(n: int) -> int:
    return math.comb(2 * n, n) // (n + 1)


@lru_cache(maxsize=None)
def stirling2(n: int, k: int) -> int:
    if n == k:
        return 1
    if not 0 < k < n:
        return 0
    return k * stirling2(n - 1, k) + stirling2(n - 1, k - 1)


@lru_cache(maxsize=None)
def stirling1(n: int, k: int) -> int:
    if n == k:
        return 1
    if not 0 < k < n:
        return 0
    return (n - 1) * stirling1(n - 1, k) + stirling1(n - 1, k - 1)


def bell_triangle() -> Iterator[int]:
    row = [1]
    while True:
        yield row[0]
        row = list(accumulate([row[-1], *row]))


def bernoulli(n: int) -> Fraction:
    cells: list[Fraction] = []
    for m in range(n + 1):
        cells.append(Fraction(1, m + 1))
        for j in range(m, 0, -1):
            cells[j - 1] = j * (cells[j - 1] - cells[j])
    return cells[0]


@lru_cache(maxsize=256)
def partitions(n: int) -> int:
    if n < 0:
        return 0
    if n == 0:
        return 1
    total = 0
    for k in count(1):
        first = k * (3 * k - 1) // 2
        if first > n:
            return total
        sign = 1 if k % 2 else -1
        total += sign * (partitions(n - first) + partitions(n - first - k))
    raise AssertionError


def all_partitions(n: int, largest: int | None = None) -> Iterator[tuple[int, ...]]:
    if n == 0:
        yield ()
        return
    for first in range(min(n, n if largest is None else largest), 0, -1):
        for rest in all_partitions(n - first, first):
            yield first, *rest


def derangements() -> Iterator[int]:
    a, b = 1, 0
    for n in count(2):
        yield a
        a, b = b, (n - 1) * (a + b)


def zigzag() -> Iterator[int]:
    row = [1]
    while True:
        yield row[-1]
        row = [0, *accumulate(reversed(row))]


def faulhaber(p: int, n: int) -> int:
    total = sum(
        (math.comb(p + 1, j) * bernoulli(j) * Fraction(n) ** (p + 1 - j) for j in range(p + 1)), Fraction(0)
    )
    value = total / (p + 1)
    assert value.denominator == 1
    return value.numerator


def factor_of_factorial(n: int, p: int) -> int:
    return sum(takewhile(bool, (n // p**k for k in count(1))))


def brackets(n: int) -> Iterator[str]:
    def extend(text: str, opened: int, closed: int) -> Iterator[str]:
        if closed == n:
            yield text
        if opened < n:
            yield from extend(text + "(", opened + 1, closed)
        if closed < opened:
            yield from extend(text + ")", opened, closed + 1)

    return extend("", 0, 0)


def main() -> None:
    for row in islice(pascal(), 7):
        print(" ".join(f"{x:2}" for x in row).center(24).rstrip())
    print(next(islice(pascal(), 40, None)) == [math.comb(40, k) for k in range(41)])
    print([catalan(n) for n in range(12)], catalan(100))
    print([sum(1 for _ in brackets(n)) == catalan(n) for n in range(7)], list(brackets(3)))
    for n in range(6):
        print([stirling2(n, k) for k in range(n + 1)], [stirling1(n, k) for k in range(n + 1)])
    bells = list(islice(bell_triangle(), 12))
    print(bells, [sum(map(partial(stirling2, n), range(n + 1))) for n in range(12)] == bells)
    print(sum(stirling1(20, k) for k in range(21)) == math.factorial(20), stirling1.cache_info().currsize)
    print([str(bernoulli(n)) for n in range(0, 21, 2)], bernoulli(1), bernoulli(3) == 0)
    print([faulhaber(p, 10) - sum(k**p for k in range(1, 10)) for p in range(1, 6)])
    print([partitions(n) for n in range(16)], partitions(200), partitions.cache_info())
    print([sum(1 for _ in all_partitions(n)) for n in range(10)], list(all_partitions(5)))
    by_count = [
        sum(all(a != i for i, a in enumerate(order)) for order in permutations(range(n))) for n in range(7)
    ]
    print(by_count == list(islice(derangements(), 7)), next(islice(derangements(), 25, None)))
    print(list(islice(zigzag(), 12)))
    print([factor_of_factorial(1000, p) for p in (2, 3, 5, 7)], factor_of_factorial(10, 11))
    text = str(math.factorial(1000))
    print(len(text), len(text) - len(text.rstrip("0")), sum(map(int, text)))
    print(math.perm(10, 3), math.perm(5), math.comb(5, 7), math.factorial(0))
    hands = combinations(product(range(5), "ab"), 3)
    print(sum(len({rank for rank, _ in hand}) == 2 for hand in hands), math.comb(10, 3))
    print(reduce(math.lcm, range(1, 41)), reduce(lambda a, b: a * b // math.gcd(a, b), range(1, 41)))
    wrong: list[Callable[[], int]] = [
        lambda: math.comb(-1, 2),
        lambda: math.perm(3, -1),
        lambda: math.factorial(-3),
    ]
    for bad in wrong:
        try:
            print(bad())
        except ValueError as error:
            print(error)


main()
