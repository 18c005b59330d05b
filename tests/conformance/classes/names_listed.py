"""`dir` of objects and classes whose class is known."""

from __future__ import annotations
import abc
from dataclasses import dataclass, field
from typing import ClassVar, Generic, Protocol, TypeVar

T = TypeVar("T")

class Point:
    """A point."""
    dims = 2
    label: str
    count: ClassVar[int] = 0

    def __init__(self, x: int, y: int) -> None:
        self.x = x
        self._y = y
        self.__hidden = 3
        if x > 5:
            self.big = True

    @property
    def size(self) -> int:
        return self.x * self._y

    @staticmethod
    def origin() -> Point:
        return Point(0, 0)

    def _private(self) -> int:
        return self.__hidden

class Point3(Point):
    def __init__(self) -> None:
        super().__init__(9, 9)
        self.z = 1

@dataclass
class Item:
    name: str
    price: float = 1.0
    tags: list[str] = field(default_factory=list)

@dataclass(frozen=True, slots=True)
class Slotted:
    a: int
    b: int = 2

class Manual:
    __slots__ = ("left", "right")
    def __init__(self) -> None:
        self.left = 1

class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item

class Runs(Protocol):
    def run(self) -> int: ...

class Base(abc.ABC):
    @abc.abstractmethod
    def run(self) -> int: ...

class Impl(Base):
    def run(self) -> int:
        return 1

class Oops(ValueError):
    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code

class Tests:
    def setup(self) -> None:
        self.log: list[str] = []
    def test_add(self) -> None:
        self.log.append("add")
    def test_sub(self) -> None:
        self.log.append("sub")
    def helper(self) -> None: ...
    def run(self) -> None:
        self.setup()
        for name in dir(self):
            if name.startswith("test_"):
                getattr(self, name)()
        print(self.log)

print(dir(Point(1, 2)))
print(dir(Point(10, 2)))
print(dir(Point))
points: list[Point] = [Point(1, 1), Point3()]
for p in points:
    print([n for n in dir(p) if not n.startswith("__")])
print(dir(Item))
print(dir(Item("a")))
print(dir(Slotted), dir(Slotted(1)))
print(dir(Manual), dir(Manual()))
print(dir(Box), dir(Box(3)))
print(dir(Runs))
print(dir(Base), dir(Impl()))
print(dir(Oops))
Tests().run()
classes: list[type[Point]] = [Point, Point3]
print([[n for n in dir(c) if not n.startswith("__")] for c in classes])
