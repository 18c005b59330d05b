"""A persistent red-black tree (Okasaki) as an immutable mapping; old versions stay as they were."""

from __future__ import annotations

from enum import Enum
from typing import Generic, Iterator, NamedTuple, Optional, TypeVar

V = TypeVar("V")


class Colour(Enum):
    R = "red"
    B = "black"


R, B = Colour.R, Colour.B


class Node(NamedTuple, Generic[V]):
    colour: Colour
    left: Optional[Node[V]]
    key: str
    value: V
    right: Optional[Node[V]]


Tree = Optional[Node[V]]


def balance(colour: Colour, left: Tree[V], key: str, value: V, right: Tree[V]) -> Node[V]:
    if colour is B:
        if left is not None and left.colour is R:
            if left.left is not None and left.left.colour is R:
                return Node(
                    R,
                    left.left._replace(colour=B),
                    left.key,
                    left.value,
                    Node(B, left.right, key, value, right),
                )
            if left.right is not None and left.right.colour is R:
                mid = left.right
                return Node(
                    R,
                    Node(B, left.left, left.key, left.value, mid.left),
                    mid.key,
                    mid.value,
                    Node(B, mid.right, key, value, right),
                )
        if right is not None and right.colour is R:
            if right.left is not None and right.left.colour is R:
                mid = right.left
                return Node(
                    R,
                    Node(B, left, key, value, mid.left),
                    mid.key,
                    mid.value,
                    Node(B, mid.right, right.key, right.value, right.right),
                )
            if right.right is not None and right.right.colour is R:
                return Node(
                    R,
                    Node(B, left, key, value, right.left),
                    right.key,
                    right.value,
                    right.right._replace(colour=B),
                )
    return Node(colour, left, key, value, right)


class Map(Generic[V]):
    def __init__(self, root: Tree[V] = None, size: int = 0) -> None:
        self._root = root
        self._size = size

    def set(self, key: str, value: V) -> Map[V]:
        grown = 0

        def insert(node: Tree[V]) -> Node[V]:
            nonlocal grown
            if node is None:
                grown = 1
                return Node(R, None, key, value, None)
            if key < node.key:
                return balance(node.colour, insert(node.left), node.key, node.value, node.right)
            if key > node.key:
                return balance(node.colour, node.left, node.key, node.value, insert(node.right))
            return node._replace(value=value)

        return Map(insert(self._root)._replace(colour=B), self._size + grown)

    def __getitem__(self, key: str) -> V:
        node = self._root
        while node is not None and node.key != key:
            node = node.left if key < node.key else node.right
        if node is None:
            raise KeyError(key)
        return node.value

    def __contains__(self, key: object) -> bool:
        if not isinstance(key, str):
            return False
        try:
            self[key]
        except KeyError:
            return False
        return True

    def __len__(self) -> int:
        return self._size

    def items(self) -> Iterator[tuple[str, V]]:
        stack: list[Node[V]] = []
        node = self._root
        while stack or node:
            while node:
                stack.append(node)
                node = node.left
            node = stack.pop()
            yield node.key, node.value
            node = node.right

    def __or__(self, other: dict[str, V]) -> Map[V]:
        result = self
        for key, value in other.items():
            result = result.set(key, value)
        return result

    def depth(self) -> int:
        def go(node: Tree[V]) -> int:
            return 0 if node is None else 1 + max(go(node.left), go(node.right))

        return go(self._root)

    def check(self) -> int:
        def blacks(node: Tree[V]) -> int:
            if node is None:
                return 1
            for child in (node.left, node.right):
                assert child is None or not (node.colour is R and child.colour is R), f"red red at {node.key}"
            left, right = blacks(node.left), blacks(node.right)
            assert left == right, f"{left} != {right} at {node.key}"
            return left + (node.colour is B)

        return blacks(self._root)


versions: list[Map[int]] = [Map()]
for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve two ten".split()):
    versions.append(versions[-1].set(word, number))
    versions[-1].check()
for v in (0, 1, 5, 12, 14):
    print(v, len(versions[v]), versions[v].depth(), list(versions[v].items())[:4])
print(versions[5]["two"], versions[14]["two"], "ten" in versions[9], "ten" in versions[10], 5 in versions[3])
big: Map[list[int]] = Map()
for i in range(300):
    big = big.set(f"k{i * 7919 % 300:03}", [i])
print(len(big), big.check(), big.depth() <= 2 * big.check(), [v[0] for _, v in big.items()][:10])
shared = big | {"k000": [1, 2], "zzz": []}
shared["k001"].append(99)
print(big["k000"], shared["k000"], big["k001"], "zzz" in big, len(shared))
broken = Map(Node(R, Node(R, None, "a", 1, None), "b", 2, None), 2)
try:
    broken.check()
except AssertionError as error:
    print("check:", error)
print(Node(B, None, "k", 1.5, None))
print(versions[3]["four"])
