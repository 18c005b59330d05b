"""A B-tree of order four with splitting and bulk printing by level; a key that is missing ends it."""

from __future__ import annotations

from bisect import bisect_left
from collections import deque
from dataclasses import dataclass, field
from typing import ClassVar, Iterator


@dataclass
class Page:
    keys: list[int] = field(default_factory=list)
    children: list[Page] = field(default_factory=list)
    number: int = field(init=False, repr=False)
    made: ClassVar[int] = 0

    def __post_init__(self) -> None:
        Page.made += 1
        self.number = Page.made

    @property
    def leaf(self) -> bool:
        return not self.children


class BTree:
    def __init__(self, t: int = 2) -> None:
        self.t = t
        self.root = Page()
        self.splits = 0

    @property
    def capacity(self) -> int:
        return 2 * self.t - 1

    def split(self, parent: Page, index: int) -> None:
        full = parent.children[index]
        t = self.t
        right = Page(full.keys[t:], full.children[t:])
        parent.keys.insert(index, full.keys[t - 1])
        parent.children[index + 1 : index + 1] = [right]
        del full.keys[t - 1 :], full.children[t:]
        self.splits += 1

    def insert(self, key: int) -> None:
        if len(self.root.keys) == self.capacity:
            self.root = Page([], [self.root])
            self.split(self.root, 0)
        page = self.root
        while True:
            at = bisect_left(page.keys, key)
            if at < len(page.keys) and page.keys[at] == key:
                return
            if page.leaf:
                page.keys.insert(at, key)
                return
            if len(page.children[at].keys) == self.capacity:
                self.split(page, at)
                if page.keys[at] == key:
                    return
                at += page.keys[at] < key
            page = page.children[at]

    def path(self, key: int) -> list[int]:
        page, seen = self.root, []
        while True:
            seen.append(page.number)
            at = bisect_left(page.keys, key)
            match page.keys[at : at + 1]:
                case [found] if found == key:
                    return seen
            if page.leaf:
                raise KeyError(f"{key} is not among {page.keys}")
            page = page.children[at]

    def __iter__(self) -> Iterator[int]:
        yield from self._walk(self.root)

    def _walk(self, page: Page) -> Iterator[int]:
        for i, key in enumerate(page.keys):
            if page.children:
                yield from self._walk(page.children[i])
            yield key
        if page.children:
            yield from self._walk(page.children[-1])

    def levels(self) -> Iterator[str]:
        queue: deque[tuple[int, Page]] = deque([(0, self.root)])
        depth = 0
        row: list[str] = []
        while queue:
            level, page = queue.popleft()
            if level != depth:
                yield " ".join(row)
                depth, row = level, []
            row.append(str(page.keys).replace(" ", ""))
            queue.extend((level + 1, child) for child in page.children)
        yield " ".join(row)

    def range(self, low: int, high: int) -> list[int]:
        result: list[int] = []

        def visit(page: Page) -> None:
            start = bisect_left(page.keys, low)
            for i in range(start, len(page.keys) + 1):
                if page.children:
                    visit(page.children[i])
                if i == len(page.keys) or page.keys[i] >= high:
                    break
                result.append(page.keys[i])

        visit(self.root)
        return result


tree = BTree()
for key in [50, 20, 80, 10, 30, 60, 90, 5, 15, 25, 35, 55, 65, 85, 95, 1, 2, 3, 4, 20, 50]:
    tree.insert(key)
    if key in (30, 35, 4):
        print(f"after {key}:")
        print(*tree.levels(), sep="\n")
print(list(tree), tree.splits, Page.made)
print(tree.range(15, 61), tree.range(96, 200), tree.range(0, 4))
wide = BTree(5)
for i in range(500):
    wide.insert(i * 211 % 500)
print(list(wide) == list(range(500)), wide.splits, len(list(wide.levels())), len(wide.root.keys))
print([len(wide.path(k)) for k in range(0, 500, 100)], wide.range(100, 110))
print(Page([1, 2]), Page([1]) == Page([1]))
print(tree.path(65))
tree.path(33)
