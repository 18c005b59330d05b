"""`cls(...)` in class methods makes whichever class it is called on, with keywords and defaults."""

from __future__ import annotations

from typing import Self


class Shape:
    made = 0

    def __init__(self, name: str, sides: int = 0, *, colour: str = "none") -> None:
        self.name, self.sides, self.colour = name, sides, colour
        Shape.made += 1

    @classmethod
    def parse(cls, text: str) -> Self:
        name, sides = text.split(":")
        return cls(name, int(sides))

    @classmethod
    def coloured(cls, colour: str) -> Self:
        return cls("coloured", colour=colour, sides=len(colour))

    @classmethod
    def many(cls, *names: str) -> list[Self]:
        return [cls(name) for name in names]

    def again(self) -> Self:
        return type(self)(self.name + "'", self.sides, colour=self.colour)

    def copy(self) -> Shape:
        return self.__class__(name=self.name, sides=self.sides)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.name}, {self.sides}, {self.colour})"


class Square(Shape):
    def __init__(self, name: str, sides: int = 4, *, colour: str = "white") -> None:
        super().__init__(name, max(sides, 4), colour=colour)
        self.area = self.sides**2

    @classmethod
    def parse(cls, text: str) -> Self:
        found = super().parse(text)
        found.area += 1
        return found


class Big(Square):
    def __repr__(self) -> str:
        return "Big" + super().__repr__() + str(self.area)


for kind in (Shape, Square, Big):
    print(kind.parse("p:3"), kind.coloured("red"), kind.many("a", "b"))
    one = kind("x", 6, colour="blue")
    print(one.again(), one.copy(), type(one.again()) is kind)
print(Shape.made)


def build(kind: type[Shape], times: int) -> list[Shape]:
    return [kind(f"n{i}", colour="c" * i) for i in range(times)]


print(build(Big, 2), build(Shape, 1))
makers = {"shape": Shape.parse, "square": Square.parse, "big": Big.parse}
for name, make in makers.items():
    print(name, make("made:9"))


class Node:
    def __init__(self, a: int, b: int, c: int, d: int, e: int, f: int = 6) -> None:
        self.items = [a, b, c, d, e, f]

    @classmethod
    def counting(cls, start: int) -> Node:
        return cls(start, start + 1, start + 2, start + 3, start + 4)

    @classmethod
    def of(cls, *values: int) -> Node:
        return cls(*values)


class Backwards(Node):
    def __init__(self, a: int, b: int, c: int, d: int, e: int, f: int = 60) -> None:
        super().__init__(f, e, d, c, b, a)


print(Node.counting(1).items, Backwards.counting(1).items)
print(Node.of(1, 2, 3, 4, 5, 6).items, Backwards.of(1, 2, 3, 4, 5, 7).items)
for wrong in (Node, Backwards):
    try:
        wrong.of(1, 2)
    except TypeError:
        print("too few for", wrong.__name__)
