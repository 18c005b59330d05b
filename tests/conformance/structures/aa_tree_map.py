"""A sorted map on an AA tree with views: floor, ceiling, ranges, ranks, splits, iteration both ways, checked invariants."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, MutableMapping
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar


class Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


K = TypeVar("K", bound=Ordered)
V = TypeVar("V")


@dataclass(slots=True)
class Node(Generic[K, V]):
    key: K
    value: V
    level: int = 1
    size: int = 1
    left: Node[K, V] | None = None
    right: Node[K, V] | None = None


def level(node: Node[K, V] | None) -> int:
    return node.level if node is not None else 0


def size(node: Node[K, V] | None) -> int:
    return node.size if node is not None else 0


def sized(node: Node[K, V]) -> Node[K, V]:
    node.size = size(node.left) + size(node.right) + 1
    return node


def skew(node: Node[K, V]) -> Node[K, V]:
    left = node.left
    if left is not None and left.level == node.level:
        node.left, left.right = left.right, node
        sized(node)
        return sized(left)
    return node


def split(node: Node[K, V]) -> Node[K, V]:
    right = node.right
    if right is not None and level(right.right) == node.level:
        node.right, right.left = right.left, node
        right.level += 1
        sized(node)
        return sized(right)
    return node


class SortedMap(MutableMapping[K, V]):
    def __init__(self, items: MutableMapping[K, V] | dict[K, V] | None = None) -> None:
        self._root: Node[K, V] | None = None
        self.rotations = 0
        if items:
            self.update(items)

    def _insert(self, node: Node[K, V] | None, key: K, value: V) -> Node[K, V]:
        if node is None:
            return Node(key, value)
        if key < node.key:
            node.left = self._insert(node.left, key, value)
        elif node.key < key:
            node.right = self._insert(node.right, key, value)
        else:
            node.value = value
            return node
        result = split(skew(sized(node)))
        self.rotations += result is not node
        return result

    def _remove(self, node: Node[K, V] | None, key: K) -> Node[K, V] | None:
        if node is None:
            raise KeyError(key)
        if key < node.key:
            node.left = self._remove(node.left, key)
        elif node.key < key:
            node.right = self._remove(node.right, key)
        elif node.left is None:
            return node.right
        elif node.right is None:
            return node.left
        else:
            following = node.right
            while following.left is not None:
                following = following.left
            node.key, node.value = following.key, following.value
            node.right = self._remove(node.right, following.key)
        sized(node)
        wanted = min(level(node.left), level(node.right)) + 1
        if wanted < node.level:
            node.level = wanted
            if node.right is not None and wanted < node.right.level:
                node.right.level = wanted
            node = skew(node)
            if node.right is not None:
                node.right = skew(node.right)
                if node.right.right is not None:
                    node.right.right = skew(node.right.right)
                sized(node.right)
            node = split(sized(node))
            if node.right is not None:
                node.right = split(node.right)
            sized(node)
        return node

    def __setitem__(self, key: K, value: V) -> None:
        self._root = self._insert(self._root, key, value)

    def __delitem__(self, key: K) -> None:
        self._root = self._remove(self._root, key)

    def __getitem__(self, key: K) -> V:
        node = self._root
        while node is not None:
            if key < node.key:
                node = node.left
            elif node.key < key:
                node = node.right
            else:
                return node.value
        raise KeyError(key)

    def __len__(self) -> int:
        return size(self._root)

    def __iter__(self) -> Iterator[K]:
        return (node.key for node in self._walk(self._root, lambda n: n.left, lambda n: n.right))

    def __reversed__(self) -> Iterator[K]:
        return (node.key for node in self._walk(self._root, lambda n: n.right, lambda n: n.left))

    @staticmethod
    def _walk(node: Node[K, V] | None, near: Callable[[Node[K, V]], Node[K, V] | None], far: Callable[[Node[K, V]], Node[K, V] | None]) -> Iterator[Node[K, V]]:
        stack: list[Node[K, V]] = []
        while stack or node is not None:
            while node is not None:
                stack.append(node)
                node = near(node)
            top = stack.pop()
            yield top
            node = far(top)

    def floor(self, key: K) -> K | None:
        """The greatest key that is not after the given one."""
        node = self._root
        best: K | None = None
        while node is not None:
            if key < node.key:
                node = node.left
            else:
                best = node.key
                node = node.right
        return best

    def ceiling(self, key: K) -> K | None:
        node = self._root
        best: K | None = None
        while node is not None:
            if node.key < key:
                node = node.right
            else:
                best = node.key
                node = node.left
        return best

    def rank(self, key: K) -> int:
        node, before = self._root, 0
        while node is not None:
            if node.key < key:
                before += size(node.left) + 1
                node = node.right
            else:
                node = node.left
        return before

    def at(self, index: int) -> tuple[K, V]:
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        index %= len(self)
        node = self._root
        while node is not None:
            left = size(node.left)
            if index < left:
                node = node.left
            elif index > left:
                index -= left + 1
                node = node.right
            else:
                return node.key, node.value
        raise AssertionError("unreachable")

    def between(self, low: K, high: K) -> list[tuple[K, V]]:
        return [self.at(i) for i in range(self.rank(low), self.rank(high))]

    def check(self) -> int:
        """The depth; AssertionError when the tree is no AA tree."""

        def visit(node: Node[K, V] | None) -> int:
            if node is None:
                return 0
            assert level(node.left) == node.level - 1
            assert node.level - level(node.right) in (0, 1)
            assert node.right is None or level(node.right.right) < node.level
            assert node.size == size(node.left) + size(node.right) + 1
            return 1 + max(visit(node.left), visit(node.right))

        return visit(self._root)


source = random.Random(2024)
numbers: SortedMap[int, str] = SortedMap()
model: dict[int, str] = {}
for step in range(1500):
    key = source.randrange(300)
    if source.random() < 0.55:
        numbers[key] = model[key] = f"v{step}"
    elif key in model:
        del numbers[key], model[key]
    else:
        try:
            del numbers[key]
        except KeyError as error:
            assert error.args == (key,)
    if step % 250 == 0:
        print(step, len(numbers), numbers.check() <= 12, dict(numbers) == model, list(numbers) == sorted(model))
print(list(reversed(numbers)) == sorted(model, reverse=True), numbers == model, all(numbers.rank(k) == i for i, k in enumerate(sorted(model))), numbers.rotations > 100)
words = SortedMap({w: len(w) for w in "pear fig apple kiwi date plum".split()})
print(list(words.items()), words.floor("grape"), words.floor("a"), words.ceiling("grape"), words.ceiling("z"), words.between("b", "l"), words.at(0), words.at(-1))
print(words.pop("fig"), words.setdefault("fig", 9), words.popitem(), words.get("none"), "kiwi" in words, list(words.values()), list(words.keys())[::2])
for bad in (5, -6):
    try:
        words.at(bad)
    except IndexError as error:
        print("index", error)
points: SortedMap[tuple[int, str], float] = SortedMap()
for i, name in enumerate("cabbage"):
    points[i % 3, name] = i / 2
print(list(points), points.floor((1, "c")), points[2, "b"], points.check())
points.clear()
print(len(points), list(points), points.floor((0, "")), points.check(), bool(points))
