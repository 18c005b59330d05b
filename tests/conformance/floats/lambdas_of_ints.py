"""Lambdas of floats that are given ints and give ints, called through a value."""

from collections.abc import Callable


def apply(f: Callable[[float], float], low: float) -> float:
    return f(low) * 2


print(apply(lambda x: x * x + 1, -1), apply(lambda x: x / 2, 3), apply(lambda x: x, 2.5))
