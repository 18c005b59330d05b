"""Allocation: a tree of lists, depth first (are-we-fast-yet)."""

from __future__ import annotations

from measuring import measure


class Random:
    def __init__(self) -> None:
        self.seed = 74755

    def next(self) -> int:
        self.seed = (self.seed * 1309 + 13849) & 65535
        return self.seed


class Node:
    def __init__(self, size: int) -> None:
        self.children: list[Node | None] = [None] * size


class Storage:
    def __init__(self) -> None:
        self.count = 0
        self.random = Random()

    def tree(self, depth: int) -> Node:
        self.count += 1
        if depth == 1:
            return Node(self.random.next() % 10 + 1)
        node = Node(4)
        for i in range(4):
            node.children[i] = self.tree(depth - 1)
        return node


def leaves(node: Node) -> int:
    inner = [child for child in node.children if child is not None]
    if not inner:
        return 1
    return sum(leaves(child) for child in inner)


def run() -> bool:
    storage = Storage()
    root = storage.tree(8)
    return storage.count == 21845 and leaves(root) == 16384


if __name__ == "__main__":
    measure(run)
