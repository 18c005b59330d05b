"""Linked lists, trees and cycles."""

from __future__ import annotations


class Tree:
    def __init__(self, key: int) -> None:
        self.key = key
        self.left: Tree | None = None
        self.right: Tree | None = None

    def insert(self, key: int) -> None:
        if key < self.key:
            if self.left is None:
                self.left = Tree(key)
            else:
                self.left.insert(key)
        elif self.right is None:
            self.right = Tree(key)
        else:
            self.right.insert(key)

    def walk(self) -> list[int]:
        before = self.left.walk() if self.left else []
        after = self.right.walk() if self.right else []
        return before + [self.key] + after

    def height(self) -> int:
        return 1 + max(self.left.height() if self.left else 0, self.right.height() if self.right else 0)


root = Tree(50)
value = 50
for _ in range(60):
    value = value * 31 % 101
    root.insert(value)
print(root.walk(), root.height())


class Node:
    def __init__(self, name: str) -> None:
        self.name = name
        self.next: Node = self


ring = Node("a")
for name in "bcde":
    node = Node(name)
    node.next = ring.next
    ring.next = node
current = ring
for _ in range(12):
    print(current.name, end="")
    current = current.next
print()
