"""Private names of several classes of one hierarchy: each class has its own, as CPython mangles them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any


class Component:
    __made = 0

    def __init__(self, name: str) -> None:
        self.__name = name
        self.__log: list[str] = []
        Component.__made += 1

    def __note(self, text: str) -> None:
        self.__log.append(f"{self.__name}: {text}")

    def note(self, text: str) -> None:
        self.__note(text)

    @property
    def __count(self) -> int:
        return len(self.__log)

    def summary(self) -> str:
        return f"{self.__name} {self.__count} {self.__log} of {Component.__made}"

    @staticmethod
    def __helper(value: int) -> int:
        return value + 1

    def helped(self, value: int) -> int:
        return self.__helper(value)


class Decorated(Component):
    """The same names for other things, of other types."""

    __made: list[str] = []

    def __init__(self, inner: Component) -> None:
        super().__init__("decorated")
        self.__name = len(inner.summary())
        self.__log = {"inner": inner}
        self.__made.append("one")

    def __note(self, number: int) -> int:
        return number * self.__name

    def note(self, text: str) -> None:
        super().note(text + str(self.__note(2)))
        for part in self.__log.values():
            part.note(text)

    @classmethod
    def __helper(cls, value: str) -> str:
        return f"{cls.__name__} {value} {cls.__made}"

    def described(self) -> str:
        found = [self.__helper(key) for key in self.__log]
        steps: Callable[[int], int] = self.__note
        return f"{found} {steps(3)} {self.__note.__name__} {Decorated.__note.__qualname__}"

    def fail(self) -> None:
        self.__broken()

    def __broken(self) -> None:
        raise ValueError(self.__name)


class Twice(Decorated):
    def __init__(self, inner: Component) -> None:
        super().__init__(inner)
        self.__name = ("twice",)

    def names(self) -> tuple[str, ...]:
        return self.__name


class Left:
    def __init__(self) -> None:
        self.__items = [1, 2]

    def left(self) -> Iterator[int]:
        yield from self.__items


class Right:
    def __init__(self) -> None:
        self.__items = {"a": 1}

    def right(self) -> list[str]:
        return list(self.__items)


class Both(Left, Right):
    def __init__(self) -> None:
        Left.__init__(self)
        Right.__init__(self)


class Slotted:
    __slots__ = ("__x", "y")

    def __init__(self, x: int) -> None:
        self.__x = x
        self.y = x

    def x(self) -> int:
        return self.__x


class SlottedMore(Slotted):
    __slots__ = ("__x",)

    def __init__(self, x: int) -> None:
        super().__init__(x)
        self.__x = str(x)

    def text(self) -> str:
        del self.y
        return self.__x


@dataclass
class Point:
    x: int
    __kind: str = "point"

    def kind(self) -> str:
        return self.__kind


@dataclass
class Pixel(Point):
    __kind: int = 3

    def depth(self) -> int:
        return self.__kind


class Alone:
    def __init__(self) -> None:
        self.__secret = 5

    def open(self, other: Alone) -> int:
        return self.__secret + other.__secret


def main() -> None:
    plain = Component("plain")
    plain.note("hello")
    decorated = Decorated(plain)
    decorated.note("again")
    twice = Twice(decorated)
    twice.note("more")
    for one in plain, decorated, twice:
        print(one.summary(), one.helped(4))
    print(decorated.described(), twice.names())
    print(sorted(vars(plain)), sorted(vars(twice)))
    both = Both()
    print(list(both.left()), both.right(), sorted(both.__dict__))
    more = SlottedMore(7)
    print(more.x() + 1, more.text() + "!", Slotted(2).x())
    print(Pixel(1), Pixel(1, "dot", 8).depth(), Pixel(1, "dot").kind(), Pixel(2) == Pixel(2))
    print(Alone().open(Alone()), vars(Alone()))
    unknown: Any = twice
    try:
        print(unknown.__name)
    except AttributeError as error:
        print(error)
    twice.fail()


main()
