# expect-refusal: local-class
"""A class that uses variables of a function, where `type(x)(...)` may be asked to make more of its objects."""

from typing import Protocol


class Shape(Protocol):
    def area(self) -> int: ...


class Square:
    def area(self) -> int:
        return 4


def scaled(n: int) -> Shape:
    class Scaled:
        def area(self) -> int:
            return n

    return Scaled()


def again(shape: Shape) -> Shape:
    return type(shape)()


print(again(Square()).area(), again(scaled(3)).area(), again(scaled(5)).area())
