"""The body of a class has a frame of its own."""

from __future__ import annotations

import traceback
from dataclasses import dataclass, field


def limit(text: str) -> int:
    return int(text)


def build(text: str) -> type[object]:
    class Local:
        size = limit(text)

        def area(self) -> int:
            return self.size * self.size

    return Local


@dataclass
class Point:
    x: int = limit("3")
    tags: list[str] = field(default_factory=list)

    class Units:
        names = ["m", "cm"]
        first = names[0]


for text in ("12", "twelve"):
    try:
        print(build(text).__name__)
    except ValueError:
        traceback.print_exc()

try:

    class Broken(Point):
        scale = 10

        class Inner:
            ratios = [
                10 // step
                for step in (5, 2, 0)
            ]

except ZeroDivisionError:
    traceback.print_exc()

print(Point().x, Point.Units.first)


class Settings:
    size = 3
    ratio = 1 // (size - 3)

    def area(self, side: int = size) -> int:
        return side * self.ratio


print(Settings().area())
