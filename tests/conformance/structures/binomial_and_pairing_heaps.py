"""Heaps behind one protocol: pairing, leftist, binomial and indexed binary heaps, checked against heapq."""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Generic, Protocol, TypeVar


class Comparable(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


T = TypeVar("T", bound=Comparable)
K = TypeVar("K")


class Heap(Protocol[T]):
    def push(self, item: T) -> None: ...
    def pop(self) -> T: ...
    def __len__(self) -> int: ...


@dataclass
class PairNode(Generic[T]):
    item: T
    children: list[PairNode[T]] = field(default_factory=list)


class Pairing(Generic[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self.root: PairNode[T] | None = None
        self.size = 0
        for item in items:
            self.push(item)

    @staticmethod
    def _meld(a: PairNode[T] | None, b: PairNode[T] | None) -> PairNode[T] | None:
        if a is None or b is None:
            return a or b
        if b.item < a.item:
            a, b = b, a
        a.children.append(b)
        return a

    def push(self, item: T) -> None:
        self.root = self._meld(self.root, PairNode(item))
        self.size += 1

    def pop(self) -> T:
        if self.root is None:
            raise IndexError("pop from an empty heap")
        item, children = self.root.item, self.root.children
        pairs = [self._meld(children[i], children[i + 1] if i + 1 < len(children) else None) for i in range(0, len(children), 2)]
        self.root = None
        for pair in reversed(pairs):
            self.root = self._meld(self.root, pair)
        self.size -= 1
        return item

    def absorb(self, other: Pairing[T]) -> None:
        self.root = self._meld(self.root, other.root)
        self.size += other.size
        other.root, other.size = None, 0

    def __len__(self) -> int:
        return self.size

    def __bool__(self) -> bool:
        return self.root is not None


class LeftistNode(Generic[T]):
    __slots__ = ("item", "rank", "left", "right")

    def __init__(self, item: T, left: LeftistNode[T] | None = None, right: LeftistNode[T] | None = None) -> None:
        if (left.rank if left else 0) < (right.rank if right else 0):
            left, right = right, left
        self.item = item
        self.left = left
        self.right = right
        self.rank: int = 1 + (right.rank if right else 0)


def merge(a: LeftistNode[T] | None, b: LeftistNode[T] | None) -> LeftistNode[T] | None:
    if a is None:
        return b
    if b is None:
        return a
    if b.item < a.item:
        a, b = b, a
    return LeftistNode(a.item, a.left, merge(a.right, b))


class Leftist(Generic[T]):
    """Persistent below: a copy costs nothing."""

    def __init__(self, root: LeftistNode[T] | None = None, size: int = 0) -> None:
        self.root, self.size = root, size

    def push(self, item: T) -> None:
        self.root, self.size = merge(self.root, LeftistNode(item)), self.size + 1

    def pop(self) -> T:
        if self.root is None:
            raise IndexError("pop from an empty heap")
        item = self.root.item
        self.root, self.size = merge(self.root.left, self.root.right), self.size - 1
        return item

    def copy(self) -> Leftist[T]:
        return Leftist(self.root, self.size)

    def __len__(self) -> int:
        return self.size


class Binomial(Generic[T]):
    """Trees by order, like the bits of the size."""

    def __init__(self) -> None:
        self.trees: dict[int, PairNode[T]] = {}

    def _add(self, order: int, tree: PairNode[T]) -> None:
        while order in self.trees:
            other = self.trees.pop(order)
            if other.item < tree.item:
                tree, other = other, tree
            tree.children.append(other)
            order += 1
        self.trees[order] = tree

    def push(self, item: T) -> None:
        self._add(0, PairNode(item))

    def pop(self) -> T:
        if not self.trees:
            raise IndexError("pop from an empty heap")
        order = -1
        for candidate, tree in self.trees.items():
            if order < 0 or tree.item < self.trees[order].item:
                order = candidate
        tree = self.trees.pop(order)
        for small, child in enumerate(tree.children):
            self._add(small, child)
        return tree.item

    def __len__(self) -> int:
        return sum(1 << order for order in self.trees)


class Indexed(Generic[K]):
    """A binary heap that can lower a key's weight."""

    def __init__(self) -> None:
        self.heap: list[tuple[float, K]] = []
        self.where: dict[K, int] = {}

    def _put(self, at: int, entry: tuple[float, K]) -> None:
        self.heap[at] = entry
        self.where[entry[1]] = at

    def lower(self, key: K, weight: float) -> bool:
        at = self.where.get(key)
        if at is None:
            at = len(self.heap)
            self.heap.append((weight, key))
        elif self.heap[at][0] <= weight:
            return False
        while at and self.heap[(at - 1) // 2][0] > weight:
            self._put(at, self.heap[(at - 1) // 2])
            at = (at - 1) // 2
        self._put(at, (weight, key))
        return True

    def pop(self) -> tuple[K, float]:
        weight, key = self.heap[0]
        del self.where[key]
        last = self.heap.pop()
        if self.heap:
            at = 0
            while (child := 2 * at + 1) < len(self.heap):
                if child + 1 < len(self.heap) and self.heap[child + 1][0] < self.heap[child][0]:
                    child += 1
                if self.heap[child][0] >= last[0]:
                    break
                self._put(at, self.heap[child])
                at = child
            self._put(at, last)
        return key, weight

    def __iter__(self) -> Iterator[tuple[K, float]]:
        while self.heap:
            yield self.pop()


def drain(heap: Heap[T]) -> list[T]:
    return [heap.pop() for _ in range(len(heap))]


source = random.Random(7)
numbers = [source.randrange(1000) for _ in range(300)]
makers: dict[str, Callable[[], Heap[int]]] = {"pairing": Pairing[int], "leftist": Leftist[int], "binomial": Binomial[int]}
for name, make in makers.items():
    heap, model, same = make(), list[int](), True
    for n in numbers:
        heap.push(n)
        heapq.heappush(model, n)
        if n % 3 == 0:
            same = same and heap.pop() == heapq.heappop(model)
    print(name, same, len(heap), drain(heap) == sorted(model), len(heap))
    try:
        heap.pop()
    except IndexError as error:
        print(" ", error)
words = Pairing("the quick brown fox".split())
more = Pairing(["jumps", "over"])
words.absorb(more)
print(drain(words), bool(words), bool(more), len(more))
first: Leftist[tuple[int, str]] = Leftist()
for entry in [(3, "c"), (1, "a"), (2, "b")]:
    first.push(entry)
second = first.copy()
print(first.pop(), first.pop(), drain(second), len(first))
indexed: Indexed[str] = Indexed()
print([indexed.lower(k, w) for k, w in (("a", 5), ("b", 3), ("c", 9), ("a", 7), ("c", 1), ("b", 2.5))], list(indexed))
