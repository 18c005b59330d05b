# expect-refusal: dynamic-attribute
"""`getattr` as a value, with names that are computed."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int


def collect(read: Callable[[object, str], object], point: Point) -> list[object]:
    return [read(point, name) for name in ("x", "y")]


print(collect(getattr, Point(1, 2)))
