"""Abstract classes that are called all the same."""

from __future__ import annotations
from abc import ABC, abstractmethod
from typing import Generic, Protocol, TypeVar

T = TypeVar("T")


class Shape(ABC):
    def __init__(self, name: str = "shape") -> None:
        self.name = name

    @abstractmethod
    def area(self) -> float: ...
    @property
    @abstractmethod
    def sides(self) -> int: ...
    @classmethod
    def unit(cls) -> Shape:
        return cls("unit")


class Square(Shape):
    sides = 4

    def area(self) -> float:
        return 1.0


class Box(ABC, Generic[T]):
    @abstractmethod
    def get(self) -> T: ...


def say(x: str) -> str:
    print("evaluated", x)
    return x


def make(kind: type[Shape]) -> str:
    try:
        return kind("z").name
    except TypeError as error:
        return str(error)


print(Square.unit().name, make(Square), make(Shape))  # type: ignore[type-abstract]
try:
    Shape(say("a"))  # type: ignore[abstract]
except TypeError as error:
    print(error)
try:
    Shape.unit()
except TypeError as error:
    print(error)
try:
    print(Box[int]().get() + 1)  # type: ignore[abstract]
except TypeError as error:
    print(error)


class Outline(Protocol):
    def area(self) -> float: ...
    @classmethod
    def unit(cls) -> "Outline":
        return cls()


class Abs(Protocol):
    @abstractmethod
    def area(self) -> float: ...
    @classmethod
    def unit(cls) -> "Abs":
        return cls()


class Tile(Outline, Abs):
    def area(self) -> float:
        return 1.0


for k in (Outline, Abs, Tile):
    try:
        print(k.unit().area())
    except TypeError as e:
        print(e)
