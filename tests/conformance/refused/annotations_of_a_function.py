# expect-refusal: dynamic-attribute
"""Annotations of a function that is known at run time only."""

from collections.abc import Callable


def names(function: Callable[..., object]) -> list[str]:
    return list(function.__annotations__)


def area(width: float, height: float) -> float:
    return width * height


print(names(area))
