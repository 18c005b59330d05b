"""Allocation and collection: many small trees."""

from __future__ import annotations


class Tree:
    def __init__(self, left: Tree | None, right: Tree | None) -> None:
        self.left = left
        self.right = right

    def count(self) -> int:
        total = 1
        if self.left is not None:
            total += self.left.count()
        if self.right is not None:
            total += self.right.count()
        return total


def make(depth: int) -> Tree:
    if depth == 0:
        return Tree(None, None)
    return Tree(make(depth - 1), make(depth - 1))


def main() -> None:
    longest = 14
    kept = make(longest)
    for depth in range(4, longest + 1, 4):
        rounds = 1 << (longest - depth + 4)
        total = 0
        for _ in range(rounds):
            total += make(depth).count()
        print(rounds, depth, total)
    print(kept.count())


main()
