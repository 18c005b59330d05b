"""Cached properties and nested classes of generic classes in code without annotations."""

from __future__ import annotations

from functools import cached_property
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Tree(Generic[K, V]):
    class Node:
        __slots__ = ("keys", "kids")

        def __init__(self, keys=None, kids=None):
            self.keys: list = keys or []
            self.kids: list = kids or []

        @property
        def is_leaf(self):
            return not self.kids

    def __init__(self, order=2) -> None:
        self.root = self.Node()
        self.order = order

    def insert(self, key):
        node = self.root
        if len(node.keys) >= self.order:
            self.root = self.grow(node)
            node = self.root.kids[-1]
        node.keys.append(key)

    def grow(self, node):
        return self.Node(node.keys[-1:], [node, self.Node(kids=node.kids)])

    def fork(self):
        return self.__class__(self.order)


class Report:
    def __init__(self, rows, title=None):
        self.rows = rows
        self.title = title

    @cached_property
    def total(self):
        print("adding up", len(self.rows))
        return sum(self.rows)

    @cached_property
    def heading(self):
        return self.title and self.title.title()


tree: Tree[int, str] = Tree()
for number in (5, 7, 9, 11):
    tree.insert(number)
print(tree.root.keys, [kid.keys for kid in tree.root.kids], tree.root.is_leaf, tree.fork().root.is_leaf)
print(isinstance(tree.root, Tree.Node), type(tree.root).__qualname__)
for report in (Report([1, 2, 3]), Report([0.5, 2], "of the day")):
    print(report.total, report.total, report.heading)
    report.rows.append(10)
    del report.total
    print(report.total)
