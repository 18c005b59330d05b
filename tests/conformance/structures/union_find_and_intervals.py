"""Small structures: union-find with undo, an interval map, a Fenwick tree, a sparse table, a bloom filter, a trie."""

from __future__ import annotations

import hashlib
from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator


class UnionFind:
    def __init__(self, size: int) -> None:
        self.parent = list(range(size))
        self.rank = [0] * size
        self.history: list[tuple[int, int, int] | None] = []

    def find(self, item: int) -> int:
        while self.parent[item] != item:
            item = self.parent[item]
        return item

    def union(self, a: int, b: int) -> bool:
        a, b = self.find(a), self.find(b)
        if a == b:
            self.history.append(None)
            return False
        if self.rank[a] < self.rank[b]:
            a, b = b, a
        self.history.append((a, b, self.rank[a]))
        self.parent[b] = a
        self.rank[a] += self.rank[a] == self.rank[b]
        return True

    def undo(self) -> None:
        if (step := self.history.pop()) is not None:
            a, b, rank = step
            self.parent[b], self.rank[a] = b, rank

    def groups(self) -> list[list[int]]:
        found: dict[int, list[int]] = {}
        for item in range(len(self.parent)):
            found.setdefault(self.find(item), []).append(item)
        return sorted(found.values())


class IntervalMap:
    """Half-open ranges with values; a later assignment covers what was there."""

    def __init__(self, default: str) -> None:
        self.starts: list[float] = [float("-inf")]
        self.values = [default]

    def __setitem__(self, part: slice, value: str) -> None:
        low, high = part.start, part.stop
        if not low < high:
            raise ValueError(f"empty range {low}..{high}")
        after = self[high]
        i, j = bisect_left(self.starts, low), bisect_right(self.starts, high)
        self.starts[i:j] = [low, high]
        self.values[i:j] = [value, after]
        at = 1
        while at < len(self.values):
            if self.values[at] == self.values[at - 1]:
                del self.starts[at], self.values[at]
            else:
                at += 1

    def __getitem__(self, point: float) -> str:
        return self.values[bisect_right(self.starts, point) - 1]

    def __iter__(self) -> Iterator[tuple[float, float, str]]:
        yield from zip(self.starts, [*self.starts[1:], float("inf")], self.values)


class Fenwick:
    def __init__(self, values: Iterable[int]) -> None:
        self.tree = [0, *values]
        for i in range(1, len(self.tree)):
            if (j := i + (i & -i)) < len(self.tree):
                self.tree[j] += self.tree[i]

    def add(self, place: int, amount: int) -> None:
        place += 1
        while place < len(self.tree):
            self.tree[place] += amount
            place += place & -place

    def prefix(self, count: int) -> int:
        total = 0
        while count:
            total += self.tree[count]
            count &= count - 1
        return total


class SparseTable:
    def __init__(self, values: list[int], function: Callable[[int, int], int]) -> None:
        self.function = function
        self.rows = [values]
        width = 1
        while 2 * width <= len(values):
            row = self.rows[-1]
            self.rows.append([function(a, b) for a, b in zip(row, row[width:])])
            width *= 2

    def query(self, low: int, high: int) -> int:
        level = (high - low).bit_length() - 1
        return self.function(self.rows[level][low], self.rows[level][high - (1 << level)])


class Bloom:
    def __init__(self, bits: int, hashes: int) -> None:
        self.field, self.bits, self.hashes = 0, bits, hashes

    def places(self, item: str) -> Iterator[int]:
        digest = hashlib.sha256(item.encode()).digest()
        yield from (int.from_bytes(digest[4 * i : 4 * i + 4], "big") % self.bits for i in range(self.hashes))

    def add(self, item: str) -> None:
        for place in self.places(item):
            self.field |= 1 << place

    def __contains__(self, item: str) -> bool:
        return all(self.field >> place & 1 for place in self.places(item))


class Trie:
    def __init__(self) -> None:
        self.children: dict[str, Trie] = {}
        self.word = False

    def insert(self, word: str) -> None:
        node = self
        for char in word:
            node = node.children.setdefault(char, Trie())
        node.word = True

    def complete(self, prefix: str) -> Iterator[str]:
        node: Trie | None = self
        for char in prefix:
            node = node.children.get(char) if node else None
        if node is not None:
            yield from (prefix + rest for rest in node.words())

    def words(self) -> Iterator[str]:
        if self.word:
            yield ""
        for char, child in sorted(self.children.items()):
            yield from (char + rest for rest in child.words())


sets = UnionFind(8)
print([sets.union(a, b) for a, b in ((0, 1), (2, 3), (1, 3), (0, 2), (5, 6), (7, 5))], sets.groups(), sets.rank)
for _ in range(4):
    sets.undo()
print(sets.groups(), sets.find(3) == sets.find(2), len(sets.history))
ages = IntervalMap("child")
ages[18:65] = "adult"
ages[65:200] = "senior"
ages[30:40] = "tired"
ages[35:70] = "adult"
print(list(ages), [ages[p] for p in (0, 18, 29.5, 30, 35, 66, 70, 500)])
values = [5, 3, 8, 1, 9, 2, 7, 7, 4]
tree = Fenwick(values)
tree.add(3, 10)
print([tree.prefix(n) for n in range(10)], tree.prefix(6) - tree.prefix(2))
low, high = SparseTable(values, min), SparseTable(values, max)
print([(low.query(a, b), high.query(a, b)) for a, b in ((0, 9), (2, 5), (4, 5), (5, 8))], all(low.query(a, b) == min(values[a:b]) for a in range(9) for b in range(a + 1, 10)))
bloom = Bloom(256, 4)
for word in "alpha beta gamma delta".split():
    bloom.add(word)
print(["beta" in bloom, "omega" in bloom], bloom.field.bit_count(), hex(bloom.field)[:20], sum(f"w{n}" in bloom for n in range(500)))
trie = Trie()
for word in "car card care cat dog do dot é".split():
    trie.insert(word)
print(list(trie.complete("car")), list(trie.complete("do")), list(trie.complete("x")), list(trie.words()))
ordered: list[tuple[int, str]] = []
for pair in [(3, "c"), (1, "z"), (3, "a"), (2, "b")]:
    insort(ordered, pair)
insort(ordered, (0, "zz"), key=lambda p: p[0])
print(ordered, bisect_left(ordered, 2, key=lambda p: p[0]), bisect_right([1, 2, 2, 3], 2, 1, 3))
ages[9:9] = "nobody"
