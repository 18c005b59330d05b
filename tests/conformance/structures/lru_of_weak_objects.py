"""Weak references in structures: interning, parents without cycles, observers that vanish, caches that keep the recent."""

from __future__ import annotations

import gc
import weakref
from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

T = TypeVar("T")
K = TypeVar("K")


class Symbol:
    """One object for each name, for as long as somebody has it."""

    _known: weakref.WeakValueDictionary[str, Symbol] = weakref.WeakValueDictionary()
    made = 0

    def __new__(cls, name: str) -> Symbol:
        found = cls._known.get(name)
        if found is None:
            found = super().__new__(cls)
            cls._known[name] = found
            cls.made += 1
        return found

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"'{self.name}"


class Tree:
    def __init__(self, name: str, parent: Tree | None = None) -> None:
        self.name = name
        self._parent: weakref.ref[Tree] | None = weakref.ref(parent) if parent is not None else None
        self.children: list[Tree] = []
        if parent is not None:
            parent.children.append(self)

    @property
    def parent(self) -> Tree | None:
        return self._parent() if self._parent is not None else None

    @property
    def path(self) -> str:
        above = self.parent
        return f"{above.path}/{self.name}" if above is not None else self.name

    def __iter__(self) -> Iterator[Tree]:
        yield self
        for child in self.children:
            yield from child


class RecentlyUsed(Generic[K, T]):
    """Everything that lives is found; the last few are kept alive."""

    def __init__(self, make: Callable[[K], T], keep: int) -> None:
        self.make = make
        self.keep = keep
        self.alive: dict[K, weakref.ref[T]] = {}
        self.recent: OrderedDict[K, T] = OrderedDict()
        self.makes: list[K] = []

    def __getitem__(self, key: K) -> T:
        reference = self.alive.get(key)
        value = reference() if reference is not None else None
        if value is None:
            value = self.make(key)
            self.makes.append(key)
            self.alive[key] = weakref.ref(value)
        self.recent[key] = value
        self.recent.move_to_end(key)
        while len(self.recent) > self.keep:
            self.recent.popitem(last=False)
        return value

    def sweep(self) -> int:
        dead = [key for key, reference in self.alive.items() if reference() is None]
        for key in dead:
            del self.alive[key]
        return len(dead)


class Picture:
    def __init__(self, number: int) -> None:
        self.number = number
        self.pixels = [number] * 10

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Picture) and self.number == other.number

    def __hash__(self) -> int:
        return hash(self.number)


class Signal:
    def __init__(self) -> None:
        self.listeners: weakref.WeakSet[Listener] = weakref.WeakSet()
        self.extra: weakref.WeakKeyDictionary[Listener, str] = weakref.WeakKeyDictionary()

    def connect(self, listener: Listener, label: str) -> None:
        self.listeners.add(listener)
        self.extra[listener] = label

    def emit(self, value: int) -> list[str]:
        return sorted(f"{self.extra[listener]}:{listener.hear(value)}" for listener in self.listeners)


class Listener:
    def __init__(self, factor: int) -> None:
        self.factor = factor

    def hear(self, value: int) -> int:
        return value * self.factor


def symbols() -> None:
    a, b, c = Symbol("x"), Symbol("x"), Symbol("y")
    print(a is b, a is c, a, Symbol.made, sorted(Symbol._known), len(Symbol._known))


def trees() -> str:
    root = Tree("root")
    usr = Tree("usr", root)
    Tree("bin", usr)
    Tree("lib", usr)
    print([t.path for t in root], usr.parent is root, root.parent)
    return usr.children[0].path


def pictures() -> None:
    cache: RecentlyUsed[int, Picture] = RecentlyUsed(Picture, 2)
    held = cache[1]
    for n in (2, 3, 4, 1, 3):
        cache[n]
    gc.collect()
    print(cache.makes[:4], cache[1] is held, sorted(cache.recent), held.pixels[0])
    same, twin = weakref.ref(held), Picture(1)
    print(same() is held, same == weakref.ref(held), same == weakref.ref(twin), same == weakref.ref(Picture(9)), hash(same) == hash(held))
    before = len(cache.makes)
    cache[3]
    print(len(cache.makes) - before, cache.sweep() >= 0, sorted(cache.alive)[:1])


def signals() -> None:
    signal = Signal()
    strong = [Listener(n) for n in (2, 3)]
    for n, listener in enumerate(strong):
        signal.connect(listener, "ab"[n])

    def briefly() -> int:
        gone = Listener(100)
        signal.connect(gone, "z")
        return len(signal.emit(1))

    print(briefly(), strong[0] in signal.listeners, len(strong))
    removed = strong.pop()
    signal.listeners.discard(removed)
    print(signal.emit(5)[:1], removed in signal.listeners, removed in signal.extra, signal.extra[removed])


def scrub() -> int:
    """Something else on the stack than what was there."""
    numbers = [str(n) for n in range(50)]
    return sum(len(n) for n in numbers)


symbols()
print(trees())
pictures()
signals()
scrub()
table: weakref.WeakValueDictionary[str, Picture] = weakref.WeakValueDictionary()
kept = [Picture(n) for n in range(3)]
for picture in kept:
    table[f"p{picture.number}"] = picture
print(sorted(table), table["p1"] is kept[1], "p9" in table, table.get("p9"), sorted(p.number for p in table.values()), len(table))
try:
    table["p9"]
except KeyError as error:
    print("no", error)
print(table.pop("p0") is kept[0], sorted(table.keys()), table.setdefault("q", kept[2]) is kept[2], sorted(k for k, _ in table.items()))
