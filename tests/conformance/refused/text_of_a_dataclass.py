# expect-refusal: unsupported
"""A dataclass without a text of its own: CPython makes one of its signature."""

from dataclasses import dataclass


@dataclass
class Point:
    x: int
    y: int = 0


print(Point.__doc__)
