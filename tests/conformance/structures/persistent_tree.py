"""A persistent treap as a sorted map: versions share nodes; split, merge, ranks, ranges and a history of edits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass





@dataclass(frozen=True)
class Node:
    key: int
    value: str
    weight: int
    left: Node | None = None
    right: Node | None = None
    size: int = 1


def size(node: Node | None) -> int:
    return node.size if node else 0


def make(key: int, value: str, weight: int, left: Node | None, right: Node | None) -> Node:
    return Node(key, value, weight, left, right, size(left) + size(right) + 1)


def split(node: Node | None, key: int) -> tuple[Node | None, Node | None]:
    """Keys below, and the rest."""
    if node is None:
        return None, None
    if node.key < key:
        low, high = split(node.right, key)
        return make(node.key, node.value, node.weight, node.left, low), high
    low, high = split(node.left, key)
    return low, make(node.key, node.value, node.weight, high, node.right)


def join(a: Node | None, b: Node | None) -> Node | None:
    if a is None or b is None:
        return a or b
    if a.weight > b.weight:
        return make(a.key, a.value, a.weight, a.left, join(a.right, b))
    return make(b.key, b.value, b.weight, join(a, b.left), b.right)


class TreeMap:
    def __init__(self, root: Node | None = None) -> None:
        self.root = root

    def set(self, key: int, value: str) -> TreeMap:
        low, rest = split(self.root, key)
        _, high = split(rest, key + 1)
        weight = key * 2654435761 % 2**32
        return TreeMap(join(join(low, Node(key, value, weight)), high))

    def without(self, key: int) -> TreeMap:
        low, rest = split(self.root, key)
        found, high = split(rest, key + 1)
        if found is None:
            raise KeyError(key)
        return TreeMap(join(low, high))

    def __getitem__(self, key: int | slice) -> str | TreeMap:
        if isinstance(key, slice):
            low = key.start if key.start is not None else -(10**9)
            high = key.stop if key.stop is not None else 10**9
            return TreeMap(split(split(self.root, low)[1], high)[0])
        node = self.root
        while node is not None:
            if key == node.key:
                return node.value
            node = node.left if key < node.key else node.right
        raise KeyError(key)

    def __len__(self) -> int:
        return size(self.root)

    def __iter__(self) -> Iterator[tuple[int, str]]:
        stack: list[Node] = []
        node = self.root
        while node or stack:
            while node:
                stack.append(node)
                node = node.left
            node = stack.pop()
            yield node.key, node.value
            node = node.right

    def nth(self, place: int) -> tuple[int, str]:
        node = self.root
        if not -len(self) <= place < len(self):
            raise IndexError(f"{place} of {len(self)}")
        place %= len(self)
        while True:
            assert node is not None
            below = size(node.left)
            if place == below:
                return node.key, node.value
            if place < below:
                node = node.left
            else:
                place -= below + 1
                node = node.right

    def rank(self, key: int) -> int:
        return size(split(self.root, key)[0])


def depth(node: Node | None) -> int:
    return 0 if node is None else 1 + max(depth(node.left), depth(node.right))


def shared(a: Node | None, b: Node | None) -> int:
    seen: set[int] = set()

    def walk(node: Node | None) -> Iterator[Node]:
        if node:
            yield node
            yield from walk(node.left)
            yield from walk(node.right)

    for node in walk(a):
        seen.add(id(node))
    return sum(id(node) in seen for node in walk(b))


versions = [TreeMap()]
for key in [50, 20, 70, 10, 30, 60, 80, 25, 35, 20]:
    versions.append(versions[-1].set(key, f"v{key}.{len(versions)}"))
latest = versions[-1]
print(list(latest), len(latest), [len(v) for v in versions], latest[20], versions[3][20])
smaller = latest.without(20)
print(list(smaller), 20 in dict(latest), latest.nth(0), latest.nth(-1), [latest.rank(k) for k in (0, 25, 26, 99)])
parts = [latest[25:60], latest[:21], latest[70:], latest[100:]]
print([list(part) for part in parts], [len(part) for part in parts])
big = TreeMap()
for n in range(1000):
    big = big.set(n * 37 % 1009, str(n))
print(len(big), depth(big.root) < 40, [big.nth(n)[0] for n in range(0, 1000, 250)], sum(k for k, _ in big), all(a[0] < b[0] for a, b in zip(list(big), list(big)[1:])))
print(shared(big.root, big.set(5000, "x").root) > 950, latest.root == versions[-1].root, hash(latest.root) == hash(versions[-1].root), latest.root != smaller.root)
for bad in (lambda: latest.without(1), lambda: latest.nth(99), lambda: latest[1]):
    try:
        print(bad())
    except (KeyError, IndexError) as error:
        print(type(error).__name__, error)
del versions[2:]
print(TreeMap().nth(0))
