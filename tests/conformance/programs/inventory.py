"""Inventory: dataclasses, enums, errors, json, sorting, formatting."""
from __future__ import annotations

import json
import sys
from collections import Counter, defaultdict, deque, OrderedDict
from dataclasses import dataclass, field, replace
from enum import Enum, IntEnum, auto
from functools import lru_cache, partial, reduce, total_ordering
from itertools import chain, groupby, islice, product, zip_longest, accumulate, permutations
from typing import Generic, Iterable, Iterator, NamedTuple, Optional, Protocol, TypeVar, Union

T = TypeVar("T")
K = TypeVar("K")


class Color(Enum):
    RED = "red"
    GREEN = "green"

    @property
    def pretty(self) -> str:
        return self.value.title()


class Level(IntEnum):
    LOW = 1
    HIGH = auto()


@dataclass(order=True)
class Item:
    name: str
    price: float
    tags: list[str] = field(default_factory=list, compare=False)
    color: Color = Color.RED

    def __post_init__(self) -> None:
        if self.price < 0:
            raise ValueError(f"negative price: {self.price!r}")


@dataclass(frozen=True)
class Point:
    x: int = 0
    y: int = 0

    def moved(self, dx: int = 0, dy: int = 0) -> Point:
        return replace(self, x=self.x + dx, y=self.y + dy)


class Stack(Generic[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items: list[T] = list(items)

    def push(self, item: T) -> Stack[T]:
        self._items.append(item)
        return self

    def pop(self) -> T:
        if not self._items:
            raise IndexError("pop from empty stack")
        return self._items.pop()

    def __len__(self) -> int:
        return len(self._items)

    def __iter__(self) -> Iterator[T]:
        return reversed(self._items)

    def __bool__(self) -> bool:
        return bool(self._items)


class Shape(Protocol):
    def area(self) -> float: ...


class Square:
    def __init__(self, side: float) -> None:
        self.side = side

    def area(self) -> float:
        return self.side ** 2


class Circle:
    def __init__(self, r: float) -> None:
        self.r = r

    def area(self) -> float:
        return 3.14159 * self.r * self.r


@total_ordering
class Version:
    def __init__(self, text: str) -> None:
        self.parts = tuple(int(p) for p in text.split("."))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other: Version) -> bool:
        return self.parts < other.parts

    def __hash__(self) -> int:
        return hash(self.parts)

    def __repr__(self) -> str:
        return "v" + ".".join(map(str, self.parts))


@lru_cache(maxsize=None)
def fib(n: int) -> int:
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def group(items: Iterable[T], key: "partial[K] | None" = None) -> int:
    return sum(1 for _ in items)


def describe(value: Union[int, str, list[int], None]) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, int):
        return f"int {value:+d}"
    if isinstance(value, str):
        return f"str {value!r:>10}"
    return f"list of {len(value)}: {value[:2]}..."


def first(xs: list[T], default: Optional[T] = None) -> Optional[T]:
    return xs[0] if xs else default


def main(argv: list[str]) -> int:
    items = [Item("pen", 1.5, ["office"]), Item("book", 12, ["paper", "read"], Color.GREEN), Item("cup", 4.25)]
    for item in sorted(items, key=lambda i: (-i.price, i.name)):
        print(f"{item.name:<8}|{item.price:>8.2f}|{item.color.pretty:^9}|{','.join(item.tags)}")
    print(min(items).name, max(items, key=lambda i: len(i.tags)).name)
    try:
        Item("bad", -1)
    except ValueError as e:
        print("error:", e)
    p = Point(1).moved(dy=3)
    print(p, p == Point(1, 3), hash(p) == hash(Point(1, 3)))
    s: Stack[int] = Stack([1, 2, 3])
    s.push(4).push(5)
    print(list(s), len(s), s.pop(), bool(s))
    shapes: list[Shape] = [Square(2), Circle(1.5)]
    print([round(sh.area(), 3) for sh in shapes], sum(sh.area() for sh in shapes))
    print(sorted([Version("1.10"), Version("1.2"), Version("1.2.1")]), Version("1.0") >= Version("0.9"), Version("1") != 3)
    print(fib(60), fib.cache_info().hits > 10)
    print(describe(None), describe(5), describe("x"), describe([1, 2, 3]))
    c = Counter("mississippi")
    print(c.most_common(2), c["z"], sorted(c.elements())[:3])
    dd: defaultdict[str, list[int]] = defaultdict(list)
    for i, w in enumerate("a b a c b a".split()):
        dd[w].append(i)
    print(dict(dd), list(dd))
    dq = deque([1, 2, 3], maxlen=3)
    dq.append(4)
    dq.appendleft(0)
    print(dq, dq.maxlen)
    od: OrderedDict[str, int] = OrderedDict(a=1, b=2)
    od.move_to_end("a")
    print(list(od.items()))
    print([(k, len(list(g))) for k, g in groupby("aaabbc")], list(islice(chain([1], (2, 3), {4}), 3)))
    print(list(product("ab", [1, 2])), list(zip_longest([1, 2], "x", fillvalue=None)), list(accumulate([1, 2, 3])))
    print(len(list(permutations(range(4)))), reduce(lambda a, b: a * b, range(1, 6)))
    add = partial(lambda a, b: a + b, 3)
    print(add(4), first([7]), first([], 8))
    text = json.dumps({"n": [1, 2.5, None, True], "s": "é\n"}, indent=1, sort_keys=True)
    print(text)
    print(json.loads(text)["n"], Level.HIGH > Level.LOW, Level(2).name, Color("red"), list(Color))
    print(len(argv), file=sys.stderr)
    return 3


if __name__ == "__main__":
    sys.exit(main(sys.argv))
