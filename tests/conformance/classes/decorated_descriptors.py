"""Decorators that make descriptors of methods: `__set_name__`, reading by object and by class, ints for floats; calling `type[Protocol]`."""

from __future__ import annotations
from collections.abc import Callable
from typing import Any, ClassVar, Generic, Protocol, TypeVar, overload

T = TypeVar("T")


class Computed(Generic[T]):
    made: ClassVar[list[str]] = []

    def __init__(self, function: Callable[[Any], T]) -> None:
        self.function = function
        self.name = "?"
        self.owner = ""

    def __set_name__(self, owner: type[object], name: str) -> None:
        self.name = name
        self.owner = owner.__name__
        Computed.made.append(f"{owner.__name__}.{name}")

    @overload
    def __get__(self, instance: None, owner: type[object]) -> Computed[T]: ...
    @overload
    def __get__(self, instance: object, owner: type[object]) -> T: ...
    def __get__(self, instance: object | None, owner: type[object]) -> Computed[T] | T:
        if instance is None:
            return self
        return self.function(instance)


def computed(scale: int) -> Callable[[Callable[[Any], int]], Computed[int]]:
    def wrap(function: Callable[[Any], int]) -> Computed[int]:
        return Computed(lambda self: function(self) * scale)

    return wrap


class Thing:
    size = 3
    plain = Computed(lambda self: "plain")

    @Computed
    def double(self) -> int:
        return self.size * 2

    @computed(10)
    def big(self) -> int:
        return self.size


class More(Thing):
    size = 5

    @Computed
    def extra(self) -> str:
        return f"{self.double} {self.big}"


thing = Thing()
print(thing.double, thing.big, thing.plain, More().extra, More().double)
print(Thing.double.name, More.big.name, More.extra.name, More.extra.owner, Thing.plain.owner, Computed.made)


class Shape(Protocol):
    def area(self) -> float: ...


class Square:
    def __init__(self, side: float = 1.0) -> None:
        self.side = side

    def area(self) -> float:
        return self.side**2


class Circle:
    def area(self) -> float:
        return 3.0


SHAPES: dict[str, type[Shape]] = {}


def register(kind: type[Shape]) -> type[Shape]:
    SHAPES[kind.__name__] = kind
    return kind


@register
class Disc:
    def area(self) -> float:
        return 7.0


register(Square)
register(Circle)
for name, kind in SHAPES.items():
    print(name, kind().area(), isinstance(kind(), Square))


def build(kind: type[Shape]) -> Shape:
    return kind()


print(build(Disc).area(), build(Square).area())


class Box:
    def __init__(self, w: float, h: float) -> None:
        self.w = w
        self.h = h

    @Computed
    def area(self) -> float:
        return self.w * self.h


class Box2:
    def __init__(self, w: float, h: float) -> None:
        self.w = w
        self.h = h

    def a(self) -> float:
        return self.w * self.h

    area = Computed(a)


print(Box2(3, 4).area)
print(Box(3, 4).area)
