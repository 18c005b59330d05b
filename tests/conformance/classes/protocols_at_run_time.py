"""runtime_checkable protocols beside abstract classes: isinstance by methods, adapters chosen at run time, generic ones."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sized
from dataclasses import dataclass
from typing import (
    ClassVar,
    Protocol,
    SupportsAbs,
    SupportsFloat,
    SupportsInt,
    TypeVar,
    Union,
    runtime_checkable,
)

T_co = TypeVar("T_co", covariant=True)
T = TypeVar("T")


@runtime_checkable
class Drawable(Protocol):
    def draw(self) -> str: ...


@runtime_checkable
class Movable(Protocol):
    def move(self, dx: int, dy: int) -> None: ...


@runtime_checkable
class Sprite(Drawable, Movable, Protocol):
    """Both, and an attribute."""

    name: str


@runtime_checkable
class Source(Protocol[T_co]):
    def take(self) -> T_co | None: ...


class Named(Protocol):
    @property
    def name(self) -> str: ...


class Point:
    def __init__(self, x: int, y: int) -> None:
        self.x, self.y = x, y

    def draw(self) -> str:
        return f"({self.x}, {self.y})"

    def move(self, dx: int, dy: int) -> None:
        self.x += dx
        self.y += dy

    def __abs__(self) -> float:
        return float((self.x**2 + self.y**2) ** 0.5)


@dataclass
class Ghost(Point):
    name: str
    x: int = 0
    y: int = 0

    def draw(self) -> str:
        return f"{self.name}@{super().draw()}"


class Label:
    def __init__(self, text: str) -> None:
        self.text = text
        self.name = text[:3]

    def draw(self) -> str:
        return self.text

    def __len__(self) -> int:
        return len(self.text)


class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __int__(self) -> int:
        return self.cents // 100

    def __float__(self) -> float:
        return self.cents / 100


class Numbers:
    def __init__(self, *items: int) -> None:
        self.items = list(items)

    def take(self) -> int | None:
        return self.items.pop(0) if self.items else None

    def __iter__(self) -> Iterator[int]:
        return iter(self.items)


class Shape(ABC):
    made: ClassVar[int] = 0

    def __init__(self) -> None:
        type(self).made += 1

    @property
    @abstractmethod
    def area(self) -> float: ...

    @abstractmethod
    def scaled(self, factor: float) -> Shape: ...

    @classmethod
    @abstractmethod
    def unit(cls) -> Shape: ...

    def draw(self) -> str:
        return f"{type(self).__name__.lower()} of {self.area:.2f}"


class Square(Shape):
    def __init__(self, side: float) -> None:
        super().__init__()
        self.side = side

    @property
    def area(self) -> float:
        return self.side**2

    def scaled(self, factor: float) -> Square:
        return Square(self.side * factor)

    @classmethod
    def unit(cls) -> Square:
        return cls(1.0)


class Halved(Shape):
    def __init__(self, whole: Shape) -> None:
        super().__init__()
        self.whole = whole

    @property
    def area(self) -> float:
        return self.whole.area / 2

    def scaled(self, factor: float) -> Halved:
        return Halved(self.whole.scaled(factor))

    @classmethod
    def unit(cls) -> Halved:
        return cls(Square.unit())


Anything = Union[Point, Label, Money, Numbers, Shape, int, str, None]


def kinds(thing: object) -> str:
    tests: list[tuple[str, bool]] = [
        ("drawable", isinstance(thing, Drawable)),
        ("movable", isinstance(thing, Movable)),
        ("sprite", isinstance(thing, Sprite)),
        ("source", isinstance(thing, Source)),
        ("sized", isinstance(thing, Sized)),
        ("iterable", isinstance(thing, Iterable)),
        ("float", isinstance(thing, SupportsFloat)),
        ("int", isinstance(thing, SupportsInt)),
        ("abs", isinstance(thing, SupportsAbs)),
    ]
    return " ".join(name for name, yes in tests if yes) or "nothing"


def drain(source: Source[T]) -> list[T]:
    out: list[T] = []
    while (item := source.take()) is not None:
        out.append(item)
    return out


def use(thing: Anything) -> str:
    match thing:
        case Shape(area=area):
            return f"shape {area:g}"
        case Sprite(name=name):
            return f"sprite {name}"
        case Drawable() as d:
            if isinstance(d, Movable):
                d.move(1, 1)
            return f"drawn {d.draw()}"
        case Source():
            return f"source {drain(thing)}"
        case int(n) if n > 3:
            return "large"
        case str() | None:
            return f"plain {thing!r}"
    return f"other {type(thing).__name__}"


def greet(thing: Named) -> str:
    return f"hello {thing.name}"


def main() -> None:
    things: list[Anything] = [
        Point(3, 4), Ghost("boo", 1, 2), Label("title"), Money(1999), Numbers(1, 2, 3), Square(2.0), Halved(Square(3)),
        7, 2, "text", None,
    ]  # fmt: skip
    for thing in things:
        print(type(thing).__name__, "|", kinds(thing), "|", use(thing))
    print(
        greet(Label("abcdef")), greet(Ghost("casper")), abs(Point(5, 12)), int(Money(250)), float(Money(250))
    )
    print(
        issubclass(Point, Drawable),
        issubclass(Money, (Drawable, Movable)),
        issubclass(Ghost, Movable),
        issubclass(int, Sized),
    )
    shapes: list[Shape] = [Square.unit(), Halved.unit().scaled(4.0)]
    print([s.draw() for s in shapes], Shape.made, Square.made, Halved.made)


main()
