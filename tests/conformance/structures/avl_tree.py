"""A generic AVL tree with order statistics, checked against sorted lists after every change."""

from __future__ import annotations

from typing import Generic, Iterator, Protocol, TypeVar, Any


class Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


K = TypeVar("K", bound=Ordered)


class Node(Generic[K]):
    __slots__ = ("key", "left", "right", "height", "size")

    def __init__(self, key: K) -> None:
        self.key = key
        self.left: Node[K] | None = None
        self.right: Node[K] | None = None
        self.height = 1
        self.size = 1

    def update(self) -> Node[K]:
        self.height = 1 + max(height(self.left), height(self.right))
        self.size = 1 + size(self.left) + size(self.right)
        return self


def height(node: Node[K] | None) -> int:
    return node.height if node is not None else 0


def size(node: Node[K] | None) -> int:
    return 0 if node is None else node.size


def turn_right(y: Node[K]) -> Node[K]:
    x = y.left
    assert x is not None
    y.left, x.right = x.right, y
    y.update()
    return x.update()


def turn_left(x: Node[K]) -> Node[K]:
    y = x.right
    assert y is not None
    x.right, y.left = y.left, x
    x.update()
    return y.update()


def balance(node: Node[K]) -> Node[K]:
    node.update()
    tilt = height(node.left) - height(node.right)
    if tilt > 1:
        assert node.left
        if height(node.left.left) < height(node.left.right):
            node.left = turn_left(node.left)
        return turn_right(node)
    if tilt < -1:
        assert node.right
        if height(node.right.right) < height(node.right.left):
            node.right = turn_right(node.right)
        return turn_left(node)
    return node


class Tree(Generic[K]):
    def __init__(self) -> None:
        self.root: Node[K] | None = None

    def add(self, key: K) -> bool:
        before = len(self)
        self.root = self._add(self.root, key)
        return len(self) > before

    def _add(self, node: Node[K] | None, key: K) -> Node[K]:
        if node is None:
            return Node(key)
        if key < node.key:
            node.left = self._add(node.left, key)
        elif node.key < key:
            node.right = self._add(node.right, key)
        return balance(node)

    def discard(self, key: K) -> None:
        self.root = self._remove(self.root, key)

    def _remove(self, node: Node[K] | None, key: K) -> Node[K] | None:
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
            least = node.right
            while least.left:
                least = least.left
            node.right = self._remove(node.right, least.key)
            node.key = least.key
        return balance(node)

    def __len__(self) -> int:
        return size(self.root)

    def __iter__(self) -> Iterator[K]:
        def walk(node: Node[K] | None) -> Iterator[K]:
            if node:
                yield from walk(node.left)
                yield node.key
                yield from walk(node.right)

        return walk(self.root)

    def __getitem__(self, index: int) -> K:
        node = self.root
        if index < 0:
            index += len(self)
        while node is not None:
            here = size(node.left)
            if index == here:
                return node.key
            node, index = (node.left, index) if index < here else (node.right, index - here - 1)
        raise IndexError("tree index out of range")


def exercise(keys: list[K], drop: list[K]) -> None:
    tree: Tree[K] = Tree()
    mirror: list[K] = []
    for key in keys:
        if tree.add(key):
            mirror.append(key)
        mirror.sort()
        assert list(tree) == mirror
    print(len(tree), height(tree.root), list(tree)[:8])
    for key in drop:
        try:
            tree.discard(key)
            mirror.remove(key)
        except KeyError as error:
            print("missing", error)
        assert list(tree) == mirror, (list(tree), mirror)
    print(len(tree), height(tree.root), tree[0], tree[-1], tree[len(tree) // 2])


exercise([(i * 37) % 101 for i in range(101)], [(i * 7) % 100 for i in range(60)])
exercise(list("the quick brown fox jumps over the lazy dog"), list("aeiou!"))
exercise([(b, -a) for a in range(6) for b in range(4)], [(0, 0), (3, -5), (9, 9)])
exercise([float(x) / 3 for x in range(20)], [1.0])
empty: Tree[int] = Tree()
print(list(empty), len(empty), bool(empty))
empty[0]
