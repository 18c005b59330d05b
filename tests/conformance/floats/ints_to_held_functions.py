"""Ints given where a callable of floats is called: they stay ints, as on CPython."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial


def square(x: float) -> float:
    return x * x + 1


def root(function: Callable[[float], float], low: float) -> float:
    return function(low) * 2


def table(functions: Iterable[Callable[[float], float]], points: Iterable[float]) -> list[list[float]]:
    return [[function(point) for point in points] for function in functions]


@dataclass
class Curve:
    name: str
    at: Callable[[float], float]
    scale: float = 1

    def sample(self, *points: float) -> list[float]:
        return [self.at(point) * self.scale for point in points]


def power(x: float, n: int) -> float:
    result: float = 1
    for _ in range(n):
        result *= x
    return result


print(root(square, -1), root(abs, -3), root(lambda x: x + 1, 2), root(lambda x: x / 2, 3))
print(table([square, lambda x: -x, partial(power, n=3)], (1, 2, 0.5)))
print(Curve("line", lambda x: 2 * x + 1).sample(0, 1, 1.5), Curve("half", lambda x: x, 0.5).sample(3, -1))
named: dict[str, Callable[[float], float]] = {"square": square, "cube": lambda x: power(x, 3)}
print({name: function(3) for name, function in named.items()}, list(map(square, [1, 2.5])), sorted([3, -1, 0.5], key=square))
compose: Callable[[Callable[[float], float], Callable[[float], float]], Callable[[float], float]] = lambda f, g: lambda x: f(g(x))
print(compose(square, abs)(-4), compose(abs, square)(0.5), isinstance(compose(abs, abs)(7), int))
root(lambda x: 1 // x, 0)
