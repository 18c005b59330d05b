"""Local, nested and conditional classes."""
from __future__ import annotations
import sys

def shapes(scale: int) -> list[str]:
    class Shape:
        sides = 0

        def __init__(self, size: int) -> None:
            self.size = size

        def area(self) -> int:
            return self.size * self.sides

        def __repr__(self) -> str:
            return f"{type(self).__name__}({self.size})"

    class Square(Shape):
        sides = 4

        class Corner:
            angle = 90

    made: list[Shape] = [Shape(scale), Square(scale * 2)]
    print(Square.__qualname__, Square.Corner.__qualname__, Square.Corner.angle, repr(Square.Corner))
    return [f"{s} {s.area()}" for s in made]


print(shapes(2), shapes(5))


def raising() -> None:
    class Stop(Exception):
        def __init__(self, code: int) -> None:
            super().__init__(f"code {code}")
            self.code = code

    try:
        raise Stop(3)
    except Stop as stop:
        print(stop, stop.code, repr(stop))


raising()
if sys.version_info >= (3, 0):

    class Compat:
        name = "three"
else:

    class Compat:
        name = "two"


print(Compat.name, Compat().name)
