"""Union-find over any hashable items, Kruskal's trees, percolation, and accounts merged by address."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Generic, Hashable, Iterable, TypeVar

T = TypeVar("T", bound=Hashable)


class Disjoint(Generic[T]):
    def __init__(self, items: Iterable[T] = ()) -> None:
        self.parent: dict[T, T] = {}
        self.rank: dict[T, int] = {}
        self.sets = 0
        for item in items:
            self.make(item)

    def make(self, item: T) -> T:
        if item not in self.parent:
            self.parent[item] = item
            self.rank[item] = 0
            self.sets += 1
        return item

    def find(self, item: T) -> T:
        root = item
        while (up := self.parent[root]) != root:
            root = up
        while item != root:
            self.parent[item], item = root, self.parent[item]
        return root

    def union(self, a: T, b: T) -> bool:
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.rank[a] < self.rank[b]:
            a, b = b, a
        self.parent[b] = a
        self.rank[a] += self.rank[a] == self.rank[b]
        self.sets -= 1
        return True

    def groups(self) -> list[list[T]]:
        by_root: defaultdict[T, list[T]] = defaultdict(list)
        for item in self.parent:
            by_root[self.find(item)].append(item)
        return list(by_root.values())


@dataclass(frozen=True, order=True)
class Edge:
    weight: int
    a: str
    b: str

    def __str__(self) -> str:
        return f"{self.a}-{self.b}:{self.weight}"


def kruskal(edges: Iterable[Edge]) -> list[Edge]:
    cities = Disjoint(name for edge in edges for name in (edge.a, edge.b))
    tree = [edge for edge in sorted(edges) if cities.union(edge.a, edge.b)]
    if cities.sets > 1:
        raise ValueError(f"{cities.sets} parts: {cities.groups()}")
    return tree


def percolates(n: int, order: Iterable[tuple[int, int]]) -> int | None:
    top, bottom = (-1, 0), (n, 0)
    grid: Disjoint[tuple[int, int]] = Disjoint([top, bottom])
    for count, (r, c) in enumerate(order, 1):
        cell = grid.make((r, c))
        for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)):
            other = (r + dr, c + dc)
            if other in grid.parent and other not in (top, bottom):
                grid.union(cell, other)
        if r == 0:
            grid.union(cell, top)
        if r == n - 1:
            grid.union(cell, bottom)
        if grid.find(top) == grid.find(bottom):
            return count
    return None


ROADS = "A-B:7 A-D:5 B-C:8 B-D:9 B-E:7 C-E:5 D-E:15 D-F:6 E-F:8 E-G:9 F-G:11"
edges = []
for road in ROADS.split():
    ends, _, weight = road.partition(":")
    a, b = ends.split("-")
    edges.append(Edge(int(weight), a, b))
tree = kruskal(edges)
print(*tree, sum(e.weight for e in tree))

for n in (3, 8, 15):
    x = 12345
    cells = [(r, c) for r in range(n) for c in range(n)]
    for i in range(len(cells) - 1, 0, -1):
        x = (x * 1103515245 + 12345) % 2**31
        j = x % (i + 1)
        cells[i], cells[j] = cells[j], cells[i]
    print(n, percolates(n, cells), percolates(n, cells[: n - 1]))

accounts: list[tuple[str, set[int]]] = [("ann", {1, 2}), ("bob", {3}), ("ann", {2, 4}), ("cy", {5}), ("bob", {3, 5})]
owners: Disjoint[int] = Disjoint(range(len(accounts)))
first_with: dict[int, int] = {}
for i, (_, mails) in enumerate(accounts):
    for mail in sorted(mails):
        owners.union(i, first_with.setdefault(mail, i))
for group in owners.groups():
    merged = set().union(*(accounts[i][1] for i in group))
    print(sorted({accounts[i][0] for i in group}), sorted(merged))

mixed: Disjoint[int | str | tuple[int, ...]] = Disjoint([1, "1", (1,), 2])
print(mixed.union(1, "1"), mixed.union("1", 1), mixed.union((1,), 2), mixed.sets, mixed.groups())
try:
    mixed.find("missing")
except KeyError as error:
    print(repr(error))
kruskal([*edges, Edge(1, "X", "Y")])
