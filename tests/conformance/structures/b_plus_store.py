"""A B+ tree with linked leaves under a small table: range scans, splits and merges, secondary indexes, snapshots."""

from __future__ import annotations

import random
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar, Union


class Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


K = TypeVar("K", bound=Ordered)
V = TypeVar("V")
ORDER = 4


class Leaf(Generic[K, V]):
    def __init__(self) -> None:
        self.keys: list[K] = []
        self.values: list[V] = []
        self.following: Leaf[K, V] | None = None


class Inner(Generic[K, V]):
    def __init__(self, keys: list[K], children: list[Page[K, V]]) -> None:
        self.keys = keys
        self.children = children


Page = Union[Leaf[K, V], Inner[K, V]]


class BPlus(Generic[K, V]):
    def __init__(self) -> None:
        self.root: Page[K, V] = Leaf()
        self.count = 0
        self.splits = self.merges = 0

    def _path(self, key: K) -> tuple[list[tuple[Inner[K, V], int]], Leaf[K, V]]:
        path: list[tuple[Inner[K, V], int]] = []
        page = self.root
        while isinstance(page, Inner):
            at = bisect_right(page.keys, key)
            path.append((page, at))
            page = page.children[at]
        return path, page

    def get(self, key: K) -> V | None:
        _, leaf = self._path(key)
        at = bisect_left(leaf.keys, key)
        return leaf.values[at] if at < len(leaf.keys) and leaf.keys[at] == key else None

    def put(self, key: K, value: V) -> bool:
        path, leaf = self._path(key)
        at = bisect_left(leaf.keys, key)
        if at < len(leaf.keys) and leaf.keys[at] == key:
            leaf.values[at] = value
            return False
        leaf.keys.insert(at, key)
        leaf.values.insert(at, value)
        self.count += 1
        if len(leaf.keys) > ORDER:
            half = len(leaf.keys) // 2
            right: Leaf[K, V] = Leaf()
            right.keys, leaf.keys = leaf.keys[half:], leaf.keys[:half]
            right.values, leaf.values = leaf.values[half:], leaf.values[:half]
            right.following, leaf.following = leaf.following, right
            self._grow(path, right.keys[0], right)
        return True

    def _grow(self, path: list[tuple[Inner[K, V], int]], key: K, page: Page[K, V]) -> None:
        self.splits += 1
        if not path:
            self.root = Inner([key], [self.root, page])
            return
        parent, at = path.pop()
        parent.keys.insert(at, key)
        parent.children.insert(at + 1, page)
        if len(parent.keys) > ORDER:
            half = len(parent.keys) // 2
            middle = parent.keys[half]
            right = Inner(parent.keys[half + 1 :], parent.children[half + 1 :])
            del parent.keys[half:], parent.children[half + 1 :]
            self._grow(path, middle, right)

    def remove(self, key: K) -> V:
        path, leaf = self._path(key)
        at = bisect_left(leaf.keys, key)
        if at == len(leaf.keys) or leaf.keys[at] != key:
            raise KeyError(key)
        value = leaf.values.pop(at)
        del leaf.keys[at]
        self.count -= 1
        page: Page[K, V] = leaf
        while path and len(page.keys) < ORDER // 2:
            parent, at = path.pop()
            if at > 0 and self._join(parent, at - 1):
                page = parent
            elif at < len(parent.keys) and self._join(parent, at):
                page = parent
            else:
                break
        while isinstance(self.root, Inner) and not self.root.keys:
            self.root = self.root.children[0]
        return value

    def _join(self, parent: Inner[K, V], at: int) -> bool:
        """Make one of two neighbours when they fit."""
        left, right = parent.children[at], parent.children[at + 1]
        if isinstance(left, Leaf) and isinstance(right, Leaf):
            if len(left.keys) + len(right.keys) > ORDER:
                return False
            left.keys += right.keys
            left.values += right.values
            left.following = right.following
        elif isinstance(left, Inner) and isinstance(right, Inner):
            if len(left.keys) + len(right.keys) + 1 > ORDER:
                return False
            left.keys += [parent.keys[at], *right.keys]
            left.children += right.children
        self.merges += 1
        del parent.keys[at], parent.children[at + 1]
        return True

    def scan(self, low: K | None = None, high: K | None = None) -> Iterator[tuple[K, V]]:
        if low is None:
            page = self.root
            while isinstance(page, Inner):
                page = page.children[0]
            leaf: Leaf[K, V] | None = page
        else:
            leaf = self._path(low)[1]
        while leaf is not None:
            for key, value in zip(leaf.keys, leaf.values):
                if low is not None and key < low:
                    continue
                if high is not None and not key < high:
                    return
                yield key, value
            leaf = leaf.following

    @property
    def depth(self) -> int:
        page, depth = self.root, 1
        while isinstance(page, Inner):
            page, depth = page.children[0], depth + 1
        return depth


@dataclass
class Table:
    columns: tuple[str, ...]
    rows: BPlus[int, tuple[Any, ...]] = field(default_factory=BPlus)
    indexes: dict[str, BPlus[str, list[int]]] = field(default_factory=dict)
    next_row: int = 1

    def index(self, column: str) -> None:
        tree = self.indexes[column] = BPlus()
        for number, row in self.rows.scan():
            self._note(tree, column, number, row)

    def _note(self, tree: BPlus[str, list[int]], column: str, number: int, row: tuple[Any, ...]) -> None:
        key = str(row[self.columns.index(column)])
        numbers = tree.get(key)
        if numbers is None:
            tree.put(key, [number])
        else:
            insort(numbers, number)

    def insert(self, *row: Any) -> int:
        if len(row) != len(self.columns):
            raise ValueError(f"{len(row)} values for {len(self.columns)} columns")
        number, self.next_row = self.next_row, self.next_row + 1
        self.rows.put(number, row)
        for column, tree in self.indexes.items():
            self._note(tree, column, number, row)
        return number

    def delete(self, number: int) -> tuple[Any, ...]:
        row = self.rows.remove(number)
        for column, tree in self.indexes.items():
            key = str(row[self.columns.index(column)])
            numbers = tree.get(key) or []
            numbers.remove(number)
            if not numbers:
                tree.remove(key)
        return row

    def find(self, column: str, low: str, high: str | None = None) -> Iterable[tuple[Any, ...]]:
        for key, numbers in self.indexes[column].scan(low, high if high is not None else low + "\x00"):
            for number in numbers:
                row = self.rows.get(number)
                assert row is not None, key
                yield row


tree: BPlus[int, str] = BPlus()
model: dict[int, str] = {}
source = random.Random(5)
for step in range(2000):
    key = source.randrange(400)
    if step < 800 or source.random() < 0.4:
        assert tree.put(key, f"s{step}") == (key not in model)
        model[key] = f"s{step}"
    elif key in model:
        assert tree.remove(key) == model.pop(key)
    if step % 500 == 499:
        print(step, tree.count, tree.depth, list(tree.scan()) == sorted(model.items()), tree.splits > 0, tree.merges > 0)
print(list(tree.scan(100, 130)) == [(k, model[k]) for k in sorted(model) if 100 <= k < 130], tree.get(-1), len(list(tree.scan(390))))
try:
    tree.remove(1000)
except KeyError as error:
    print("no", error)
for key in sorted(model):
    tree.remove(key)
print(tree.count, tree.depth, list(tree.scan()))
people = Table(("name", "city", "age"))
people.index("city")
for name, city, age in (("ann", "oslo", 31), ("bob", "rome", 25), ("cid", "oslo", 44), ("dee", "paris", 31), ("eve", "rome", 60), ("fay", "quito", 25), ("gus", "nice", 33)):
    people.insert(name, city, age)
people.index("age")
print(list(people.find("city", "oslo")), [r[0] for r in people.find("city", "o", "r")], [r[0] for r in people.find("age", "31")], list(people.find("city", "x")))
print(people.delete(3), people.delete(6), list(people.find("city", "oslo")), list(people.find("city", "quito")), [k for k, _ in people.indexes["city"].scan()])
for action in (lambda: people.insert("x"), lambda: people.delete(3), lambda: list(people.find("name", "a"))):
    try:
        print(action())
    except (ValueError, KeyError) as error:
        print(type(error).__name__, error)
