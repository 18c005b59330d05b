"""Methods of a base named again in a subclass; their `super()` goes on from where they are written.  Local classes."""

from __future__ import annotations

from typing import Any


class Shape:
    def describe(self) -> str:
        return "shape"

    def area(self) -> float:
        return 0.0


class Box(Shape):
    def describe(self) -> str:
        return super().describe() + " box"

    def area(self) -> float:
        return super().area() + 2.0


class Tagged(Shape):
    def describe(self) -> str:
        return super().describe() + " tagged"


class Both(Tagged, Box):
    def describe(self) -> str:
        return super().describe() + " both"


class Quiet(Both):
    def describe(self) -> str:
        return "quiet"


class Loud(Quiet):
    describe = Both.describe
    area = Box.area


class Louder(Loud):
    def describe(self) -> str:
        return super().describe().upper()


class Entry:
    def __init__(self, key: str) -> None:
        self.key = key  # `Keyed.key` below stays a method


def kept(cls: Any) -> Any:
    return cls


def local_classes(step: int) -> list[str]:
    def show(x: Any) -> Any:
        return x

    @(lambda c: show(c))
    class Plain:
        pass

    class Keyed:
        key = lambda self, value: value + step

    return [type(Plain()).__name__, str(Keyed().key(3))]


for made in (Both(), Quiet(), Loud(), Louder()):
    print(type(made).__name__, made.describe(), made.area())
print(Loud.describe(Loud()), Both.describe(Louder()))
print(local_classes(4), Entry("a").key)
