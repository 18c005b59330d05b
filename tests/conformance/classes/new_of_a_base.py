"""`__new__` of a base class and `__init__` of a subclass: singletons, pools, caches, in all ways of calling."""

from __future__ import annotations

from typing import Any, ClassVar, Generic, Self, TypeVar

T = TypeVar("T")


class Singleton:
    _instances: ClassVar[dict[type, Singleton]] = {}

    def __new__(cls, *args: Any, **kwargs: Any) -> Self:
        found = cls._instances.get(cls)
        if found is None:
            found = cls._instances[cls] = super().__new__(cls)
            print("made", cls.__name__, args, kwargs)
        assert isinstance(found, cls)
        return found


class Settings(Singleton):
    values: dict[str, int]

    def __init__(self, **defaults: int) -> None:
        if not hasattr(self, "values"):
            self.values = {}
        self.values.update(defaults)


class Counter(Singleton):
    def __init__(self, start: int = 0) -> None:
        self.count = start


class Numbered:
    created: int
    total: ClassVar[int] = 0

    def __new__(cls, *args: Any, **kw: Any) -> Self:
        self = super().__new__(cls)
        Numbered.total += 1
        self.created = Numbered.total
        return self


class Point(Numbered):
    def __init__(self, x: int, y: int = 2) -> None:
        self.x, self.y = x, y

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.x}, {self.y}) #{self.created}"


class Named(Point):
    def __init__(self, name: str, **rest: int) -> None:
        super().__init__(**rest)
        self.name = name


class Deep(Named):
    pass


class Box(Numbered, Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item


a, b = Settings(depth=3), Settings(width=4)
print(a is b, a.values, Counter() is Counter(5), Counter(7).count, Settings().values)
print(Point(1), Point(1, y=3), Named("n", x=4), Deep("d", x=5, y=6), Box("s").item, Box(2.5).created)
kinds: dict[str, Any] = {"point": Point, "named": Named, "box": Box, "counter": Counter}


def make(kind: str, *args: Any, **kwargs: Any) -> Any:
    return kinds[kind](*args, **kwargs)


print(make("point", 6), make("point", x=7), make("named", "k", x=8).name, make("box", item=[1]).item)
print(make("counter", start=9).count, Counter() is make("counter"), Numbered.total)
classes: list[type[Point]] = [Point]
print([c(9) for c in classes], Numbered.__new__(Point).created)
for name, given in (("point", {}), ("named", {"name": "a", "z": 1})):
    try:
        print(kinds[name](**given))
    except TypeError as error:
        print(error)
