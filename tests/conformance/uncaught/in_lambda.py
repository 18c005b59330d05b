"""Frames of lambdas and comprehension-free nested functions."""

from typing import Callable


def apply(f: Callable[[int], int], n: int) -> int:
    return f(n)


def outer() -> int:
    def nested(n: int) -> int:
        return [10, 20][n]

    return apply(nested, 5)


print(apply(lambda n: n + 1, 1))
print(outer())
