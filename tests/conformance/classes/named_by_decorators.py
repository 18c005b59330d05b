"""Class decorators that set class variables: through a bound of type[...], a factory, and a registry."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

C = TypeVar("C", bound="type[Shape]")
T = TypeVar("T", bound="Shape")


class Shape:
    name = "?"
    sides = 0
    tags: tuple[str, ...] = ()


SHAPES: dict[str, type[Shape]] = {}


def shape(name: str, *tags: str) -> Callable[[C], C]:
    def register(cls: C) -> C:
        cls.name = name
        cls.tags = cls.tags + tags
        SHAPES[name] = cls
        return cls

    return register


def counted(cls: C) -> C:
    cls.sides += 1
    return cls


def renamed(cls: type[T], name: str) -> type[T]:
    cls.name = name
    return cls


@shape("triangle", "flat")
class Triangle(Shape):
    sides = 3


@counted
@shape("square", "flat", "regular")
class Square(Triangle):
    pass


@counted
class Pentagon(Square):
    pass


class Plain(Shape):
    pass


for cls in (Shape, Triangle, Square, Pentagon, Plain):
    print(cls.__name__, cls.name, cls.sides, cls.tags, cls().name, list(SHAPES).count(cls.name))
print(renamed(Plain, "plain").name, Plain().name, Shape.name, sorted(SHAPES))
Square.name = "quad"
print(Pentagon.name, Triangle.name, [c.name for c in SHAPES.values()])
del Square.name
print(Pentagon.name, SHAPES["square"].name)
