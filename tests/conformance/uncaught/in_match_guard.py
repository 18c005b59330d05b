"""An error in the guard of a case, in a property read by a class pattern, reached through a dispatcher with kept handlers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Shape:
    sides: list[float]

    @property
    def longest(self) -> float:
        return max(self.sides)


def classify(shape: Shape | tuple[Shape, ...] | None) -> str:
    match shape:
        case None:
            return "nothing"
        case Shape(sides=[a, b, c]) if a + b > c and b + c > a and a + c > b:
            return "triangle"
        case Shape(longest=longest) if longest > 10:
            return "large"
        case (first, *_) if classify(first) == "nothing":
            return "odd"
        case (*shapes,):
            return "+".join(map(classify, shapes))
    return "small"


handlers: dict[str, Callable[[], str]] = {
    "one": lambda: classify(Shape([3, 4, 5])),
    "two": lambda: classify((Shape([20.5]), Shape([1, 2]))),
    "three": lambda: classify((Shape([1, 1, 1]), Shape([]))),
}

for name, handler in handlers.items():
    print(name, handler())
