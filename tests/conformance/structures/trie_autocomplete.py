"""A trie with counts, wildcards, removal and completion by frequency; nodes made on demand."""

from __future__ import annotations

import heapq
from typing import Iterable, Iterator


class Trie:
    __slots__ = ("children", "count", "total")

    def __init__(self, words: Iterable[str] = ()) -> None:
        self.children: dict[str, Trie] = {}
        self.count = 0
        self.total = 0
        for word in words:
            self.add(word)

    def add(self, word: str, times: int = 1) -> None:
        node = self
        node.total += times
        for ch in word:
            node = node.children.setdefault(ch, Trie())
            node.total += times
        node.count += times

    def __contains__(self, word: str) -> bool:
        node = self.descend(word)
        return node is not None and node.count > 0

    def descend(self, prefix: str) -> Trie | None:
        node: Trie | None = self
        for ch in prefix:
            if node is None:
                break
            node = node.children.get(ch)
        return node

    def remove(self, word: str) -> None:
        trail: list[tuple[Trie, str]] = []
        node = self
        for ch in word:
            trail.append((node, ch))
            try:
                node = node.children[ch]
            except KeyError:
                raise KeyError(word) from None
        if not node.count:
            raise KeyError(word)
        lost, node.count = node.count, 0
        self.total -= lost
        for parent, ch in reversed(trail):
            child = parent.children[ch]
            child.total -= lost
            if child.total == 0:
                del parent.children[ch]

    def __iter__(self) -> Iterator[tuple[str, int]]:
        stack: list[tuple[str, Trie]] = [("", self)]
        while stack:
            prefix, node = stack.pop()
            if node.count:
                yield prefix, node.count
            stack += [(prefix + ch, node.children[ch]) for ch in sorted(node.children, reverse=True)]

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def complete(self, prefix: str, limit: int = 3) -> list[tuple[str, int]]:
        start = self.descend(prefix)
        if start is None:
            return []
        found: list[tuple[str, int]] = []
        frontier: list[tuple[int, str, Trie | None, int]] = [(-start.total, prefix, start, 0)]
        while frontier and len(found) < limit:
            _, text, node, count = heapq.heappop(frontier)
            if node is None:
                found.append((text, count))
                continue
            if node.count:
                heapq.heappush(frontier, (-node.count, text, None, node.count))
            for ch, child in node.children.items():
                heapq.heappush(frontier, (-child.total, text + ch, child, 0))
        return found

    def match(self, pattern: str, at: int = 0, prefix: str = "") -> Iterator[str]:
        if at == len(pattern):
            if self.count:
                yield prefix
            return
        for ch, child in sorted(self.children.items(), key=lambda pair: pair[0]):
            if pattern[at] in (ch, "?"):
                yield from child.match(pattern, at + 1, prefix + ch)
        if pattern[at] == "*":
            yield from self.match(pattern, at + 1, prefix)
            for ch, child in sorted(self.children.items(), key=lambda pair: pair[0]):
                yield from child.match(pattern, at, prefix + ch)

    def size(self) -> int:
        return 1 + sum(child.size() for child in self.children.values())


TEXT = """the cat and the hat sat on the mat that the cat had sat on then they ate the tart
and the carter carted the cart to the car then the cat ran naïve and Ωmega to the end"""
trie = Trie(TEXT.split())
print(len(trie), trie.total, trie.size())
for prefix in ("t", "the", "ca", "x", "", "na"):
    print(repr(prefix), trie.complete(prefix), trie.complete(prefix, 1))
for pattern in ("?at", "c*", "th??", "*a*e", "??", "na?ve"):
    print(pattern, list(trie.match(pattern)))
print("cat" in trie, "ca" in trie, "Ωmega" in trie, "" in trie)
for word in ("cart", "the", "ca", "zebra", ""):
    try:
        trie.remove(word)
        print("removed", word, len(trie), trie.size(), trie.total)
    except KeyError as error:
        print("KeyError", error, error.__suppress_context__)
print(dict(trie))
trie.add("", 5)
print(next(iter(trie)), trie.complete("", 2))
trie.remove("carted!")
