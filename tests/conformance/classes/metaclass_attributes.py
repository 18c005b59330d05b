"""Metaclasses of dataclasses and generic classes, caches of objects, what the collector must keep."""
from __future__ import annotations
from typing import Any, Generic, TypeVar
from dataclasses import dataclass, field
import gc

T = TypeVar("T")

class Meta(type):
    items: list[str]
    def __init__(cls, name: str, bases: tuple[type, ...], ns: dict[str, Any]) -> None:
        super().__init__(name, bases, ns)
        cls.items = [name]
    def add(cls, text: str) -> None:
        cls.items.append(text)

@dataclass
class Row(metaclass=Meta):
    a: int
    b: list[int] = field(default_factory=list)

class Box(Generic[T], metaclass=Meta):
    def __init__(self, value: T) -> None:
        self.value = value
    def get(self) -> T:
        return self.value

def collect() -> None:
    for n in range(2000):
        Row.add("x" * 50 + str(n))
        Box.add(str(n))
    gc.collect()
    junk = [[str(i)] for i in range(20000)]
    gc.collect()
    print(len(Row.items), Row.items[-1][-4:], Box.items[1999], len(junk))

collect()
print(Row(1, [2]), Row(1) == Row(1), Box(3).get(), Box("s").get(), Box[int](4).get())
class Fail(type):
    def __call__(cls, *args: Any, **kwargs: Any) -> Any:
        raise TypeError(f"{cls.__name__} is not to be called")
class Static(metaclass=Fail):
    @staticmethod
    def run() -> str:
        return "run"
    @classmethod
    def name(cls) -> str:
        return cls.__name__
print(Static.run(), Static.name())
try:
    Static()
except TypeError as error:
    print(error)
class Cached(type):
    cache: dict[tuple[Any, ...], Any]
    def __init__(cls, name: str, bases: tuple[type, ...], ns: dict[str, Any]) -> None:
        super().__init__(name, bases, ns)
        cls.cache = {}
    def __call__(cls, *args: Any) -> Any:
        key = (cls.__name__, *args)
        if key not in cls.cache:
            cls.cache[key] = super().__call__(*args)
        return cls.cache[key]
class Point(metaclass=Cached):
    def __init__(self, x: int, y: int) -> None:
        self.x, self.y = x, y
    def __repr__(self) -> str:
        return f"Point({self.x}, {self.y})"
    def flipped(self) -> Point:
        return Point(self.y, self.x)
print(Point(1, 2) is Point(1, 2), Point(1, 2) is Point(2, 1), Point(1, 2).flipped() is Point(2, 1), len(Point.cache))
def local() -> Any:
    class Inner(metaclass=Fail):
        tag = "inner"
    return Inner
print(local().tag)
match Point(1, 2):
    case Point(x=1, y=y):
        print("matched", y)
print([cls.__name__ for cls in (Row, Point, Static)], {Row: 1, Point: 2}[Point], isinstance(Point(1, 2), Point), issubclass(Row, object))
print(list(map(lambda n: Point(n, n), range(3))), sorted([Row, Point], key=lambda c: c.__name__)[0])
Point(1)  # type: ignore[call-arg]
