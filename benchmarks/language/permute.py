"""Recursion and list swaps: all permutations of a list (are-we-fast-yet)."""

from __future__ import annotations

from measuring import measure


class Permutations:
    def __init__(self, size: int) -> None:
        self.values = list(range(size))
        self.count = 0

    def permute(self, n: int) -> None:
        self.count += 1
        if n == 0:
            return
        last = n - 1
        self.permute(last)
        for i in range(last, -1, -1):
            self.swap(last, i)
            self.permute(last)
            self.swap(last, i)

    def swap(self, i: int, j: int) -> None:
        values = self.values
        values[i], values[j] = values[j], values[i]


def run() -> bool:
    permutations = Permutations(7)
    permutations.permute(7)
    return permutations.count == 69281 and permutations.values == list(range(7))


if __name__ == "__main__":
    measure(run)
