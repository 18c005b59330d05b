"""Generators: trees walked by `yield from`, pipelines, and n queens by permutations (pyperformance)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from measuring import measure


class Tree:
    def __init__(self, left: Tree | None, value: int, right: Tree | None) -> None:
        self.left = left
        self.value = value
        self.right = right

    def __iter__(self) -> Iterator[int]:
        if self.left is not None:
            yield from self.left
        yield self.value
        if self.right is not None:
            yield from self.right


def tree(low: int, high: int) -> Tree | None:
    if low >= high:
        return None
    middle = (low + high) // 2
    return Tree(tree(low, middle), middle, tree(middle + 1, high))


def permutations(items: list[int], count: int) -> Iterator[list[int]]:
    if count <= 1:
        yield items
        return
    for i in range(count):
        items[i], items[count - 1] = items[count - 1], items[i]
        yield from permutations(items, count - 1)
        items[i], items[count - 1] = items[count - 1], items[i]


def queens(n: int) -> int:
    """How many ways there are to put n queens on a board."""
    columns = range(n)
    found = 0
    for rows in permutations(list(columns), n):
        if len({rows[i] + i for i in columns}) == n and len({rows[i] - i for i in columns}) == n:
            found += 1
    return found


def evens(numbers: Iterable[int]) -> Iterator[int]:
    for number in numbers:
        if number % 2 == 0:
            yield number


def running_sums(numbers: Iterable[int]) -> Iterator[int]:
    total = 0
    for number in numbers:
        total += number
        yield total


def run() -> bool:
    root = tree(0, 2000)
    assert root is not None
    walked = sum(root)
    piped = sum(x & 15 for x in running_sums(evens(range(20000))))
    return walked == 1999000 and piped == 70000 and queens(6) == 4


if __name__ == "__main__":
    measure(run)
