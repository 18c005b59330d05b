"""Names computed at run time, on classes of many kinds."""

from __future__ import annotations
import asyncio
import enum
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, Generic, NamedTuple, TypeVar, overload

T = TypeVar("T")
S = TypeVar("S", bound="Slotted")


class Row(NamedTuple):
    name: str
    size: int = 1

    def twice(self) -> int:
        return self.size * 2


class Slotted:
    __slots__ = ("x", "y", "_hidden")

    def __init__(self, x: float, y: str) -> None:
        self.x = x
        self.y = y


class Sub(Slotted):
    __slots__ = ("z",)


class Box(Generic[T]):
    limit = 3

    def __init__(self, item: T) -> None:
        self.item = item
        self.items = [item]

    def get(self) -> T:
        return self.item

    def each(self) -> Iterator[T]:
        yield from self.items

    async def later(self) -> T:
        await asyncio.sleep(0)
        return self.item

    @overload
    def at(self, index: int) -> T: ...
    @overload
    def at(self, index: str) -> str: ...
    def at(self, index: int | str) -> T | str:
        return self.items[index] if isinstance(index, int) else index

    class Inner:
        def __repr__(self) -> str:
            return "inner"


class Problem(Exception):
    def __init__(self, code: int, *rest: object) -> None:
        super().__init__(code, *rest)
        self.code = code


class Config(dict[str, int]):
    strict = False


class Upper:
    def __set_name__(self, owner: type, name: str) -> None:
        self.key = name

    def __get__(self, instance: object, owner: type) -> str:
        return self.key.upper()


class Base(ABC):
    kind = Upper()

    @abstractmethod
    def size(self) -> int: ...

    @cached_property
    def heavy(self) -> list[int]:
        print("computing")
        return [self.size()]


class Leaf(Base):
    callback: Callable[[int], int] = staticmethod(lambda n: n + 1)

    def __init__(self) -> None:
        self.key = lambda: "key"
        self.later: int

    def size(self) -> int:
        return 7


class Watched:
    def __init__(self) -> None:
        self.log: list[str] = []
        self.a = 1
        self.b = ""

    def __setattr__(self, name: str, value: Any) -> None:
        if name != "log":
            self.log.append(f"{name}={value!r}")
        super().__setattr__(name, value)


class Level(enum.Enum):
    LOW = 1
    HIGH = 2


def show(thing: Slotted | Row | Problem | Config, names: str) -> None:
    found = []
    for name in names.split():
        value = getattr(thing, name, None)
        found.append(value() if callable(value) else value)
    print(type(thing).__name__, found)


def swap(one: S, other: S, names: list[str]) -> S:
    for name in names:
        mine = getattr(one, name)
        setattr(one, name, getattr(other, name))
        setattr(other, name, mine)
    return one


def update(target: Watched, /, **changes: Any) -> Watched:
    for name, value in changes.items():
        setattr(target, name, value)
    return target


class Suite:
    def run(self) -> dict[str, str]:
        results = {}
        for name in ("test_good", "test_bad", "test_odd"):
            try:
                getattr(self, name)()
            except AssertionError as e:
                results[name] = f"failed: {e}"
            except Exception as e:
                results[name] = f"error: {e!r}"
            else:
                results[name] = "ok"
        return results

    def test_good(self) -> None:
        pass


class MySuite(Suite):
    def test_bad(self, size: int = 3) -> None:
        assert size == 4, size


async def main() -> None:
    box = Box("abc")
    for name in ["get", "limit", "item", "each", "at", "later", "Inner"]:
        value = getattr(box, name)
        match name:
            case "at":
                print(value(0), value("q"))
            case "later":
                print(await value())
            case "each":
                print(list(value()))
            case _:
                print(name, value() if callable(value) else value)
    numbers = Box(2.5)
    print([getattr(numbers, n) for n in ("item", "items", "limit")])


show(Slotted(1, "a"), "x y z _hidden")
show(Row("r"), "name size twice nothing")
show(Problem(3, "x"), "code args strict")
show(Config(a=1), "strict code")
one, other = Sub(1.5, "a"), Sub(2, "b")
swap(one, other, ["x", "y"])
print(one.x, one.y, other.x, other.y)
leaf = Leaf()
for name in "kind size heavy heavy later callback key".split():
    value = getattr(leaf, name, "absent")
    print(name, value if isinstance(value, (str, list)) else value(4) if name == "callback" else value())
w = update(Watched(), a=5, b="text")
print(w.log, w.a, w.b)
print(MySuite().run(), Suite().run())
asyncio.run(main())
getattr(leaf, "missing".lower())
