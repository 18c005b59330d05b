"""Local classes that use variables of their function: as values, bases, exceptions, dataclasses."""
from __future__ import annotations

import copy
from dataclasses import dataclass
from typing import Callable, Protocol


class Shape(Protocol):
    def area(self) -> int: ...


class Square:
    def area(self) -> int:
        return 4


def describe(shape: Shape) -> str:
    kind = type(shape)
    return f"{type(shape).__name__}/{kind.__name__} {shape.area()} {type(shape) is Square}"


def scaled(n: int) -> Shape:
    class Scaled:
        def area(self) -> int:
            return n

        def __repr__(self) -> str:
            return f"{type(self).__name__}({n})"

        def __eq__(self, other: object) -> bool:
            return self.__class__ is other.__class__ and repr(self) == repr(other)

    first, second = Scaled(), Scaled()
    print(first == second, first != 3)
    return first


def main() -> None:
    prefix = "item"
    log: list[str] = []
    registry: dict[str, type[Base]] = {}
    counter = 0

    class Base:
        def __init__(self, n: int) -> None:
            nonlocal counter
            counter += 1
            self.n = n

        def show(self) -> str:
            return f"{prefix}-{self.n}"

        @classmethod
        def make(cls, n: int) -> Base:
            log.append(f"make {cls.__name__} {prefix}")
            return cls(n)

        @staticmethod
        def title() -> str:
            return prefix.upper()

        def again(self) -> Base:
            return type(self)(self.n + 1)

    def register(cls: type[Base]) -> type[Base]:
        registry[cls.__name__] = cls
        return cls

    @register
    class Derived(Base):
        def show(self) -> str:
            log.append("derived show")
            return "<" + super().show() + ">"

    registry["Base"] = Base
    for name in sorted(registry):
        made = registry[name](len(name))
        print(name, made.show(), made.again().show(), registry[name].make(9).show())
    print(Base.title(), Derived.title(), counter, log)
    maker: Callable[[int], Base] = Derived
    print([m.show() for m in map(maker, range(3))])
    prefix = "changed"
    print(Base(1).show(), issubclass(Derived, Base), isinstance(Derived(2), Base))

    class Problem(Exception):
        def __str__(self) -> str:
            return f"{prefix}: {self.args}"

    errors: list[type[Exception]] = [Problem, ValueError]
    for kind in errors:
        try:
            raise kind("a", 1)
        except Problem as error:
            print("problem", error, type(error).__name__)
        except ValueError as error:
            print("value", error)

    @dataclass(order=True)
    class Point:
        x: int
        y: int = 0

        def shown(self) -> str:
            return f"{prefix} {self.x},{self.y}"

    points = [Point(3), Point(1, 2)]
    print(sorted(points), max(points).shown(), copy.copy(points[0]) == points[0])
    print([type(p)(p.x + 1, 5).shown() for p in points])


print(describe(Square()), describe(scaled(3)), repr(scaled(5)))
main()
