# expect-refusal: unsupported
"""Up to CPython 3.11 a comprehension is a function whose first argument is no `self`."""

from __future__ import annotations


class Basket:
    def __init__(self, weights: list[int]) -> None:
        self.weights = weights

    def weigh(self, factor: int) -> int:
        return sum(self.weights) * factor


class Labelled(Basket):
    def weigh(self, factor: int) -> int:
        return max([super().weigh(step) for step in range(factor)])


print(Labelled([1, 2]).weigh(3))
