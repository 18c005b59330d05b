"""A skip list as a MutableMapping, with levels from a small generator of its own."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Generic, TypeVar

V = TypeVar("V")


class Coin:
    def __init__(self, seed: int) -> None:
        self.state = seed

    def __call__(self) -> bool:
        self.state ^= (self.state << 13) & 0xFFFFFFFF
        self.state ^= self.state >> 17
        self.state ^= (self.state << 5) & 0xFFFFFFFF
        return self.state & 1 == 1


class Link(Generic[V]):
    def __init__(self, key: int, value: V, levels: int) -> None:
        self.key, self.value = key, value
        self.next: list[Link[V] | None] = [None] * levels


class SkipList(MutableMapping[int, V]):
    TOP = 8

    def __init__(self, seed: int = 2463534242) -> None:
        self._coin = Coin(seed)
        self._head: list[Link[V] | None] = [None] * self.TOP
        self._count = 0
        self.compared = 0

    def _before(self, key: int) -> list[list[Link[V] | None]]:
        path: list[list[Link[V] | None]] = [self._head] * self.TOP
        links = self._head
        for level in reversed(range(self.TOP)):
            while (link := links[level]) is not None and link.key < key:
                self.compared += 1
                links = link.next
            path[level] = links
        return path

    def _find(self, key: int) -> Link[V] | None:
        link = self._before(key)[0][0]
        return link if link is not None and link.key == key else None

    def __setitem__(self, key: int, value: V) -> None:
        if link := self._find(key):
            link.value = value
            return
        levels = 1
        while levels < self.TOP and self._coin():
            levels += 1
        link = Link(key, value, levels)
        for level, links in enumerate(self._before(key)[:levels]):
            link.next[level] = links[level]
            links[level] = link
        self._count += 1

    def __getitem__(self, key: int) -> V:
        link = self._find(key)
        if link is None:
            raise KeyError(key)
        return link.value

    def __delitem__(self, key: int) -> None:
        path = self._before(key)
        link = path[0][0]
        if link is None or link.key != key:
            raise KeyError(key)
        for level in range(len(link.next)):
            path[level][level] = link.next[level]
        self._count -= 1

    def __iter__(self) -> Iterator[int]:
        link = self._head[0]
        while link is not None:
            yield link.key
            link = link.next[0]

    def __len__(self) -> int:
        return self._count

    def shape(self) -> list[int]:
        counts = []
        for level in range(self.TOP):
            n, link = 0, self._head[level]
            while link is not None:
                n, link = n + 1, link.next[level]
            counts.append(n)
        return counts


s: SkipList[str] = SkipList()
for n in range(40):
    s[n * 17 % 41] = f"v{n}"
print(len(s), list(s)[:10], s.shape(), s.compared)
print(s[17], s.get(99), s.get(99, "none"), 40 in s, 41 in s)
print(s.pop(17), s.pop(17, "gone"), s.setdefault(17, "back"), s.setdefault(17, "no"))
s.update({100: "hundred", 3: "three"}, **{})
for key in list(s)[::2]:
    del s[key]
print(list(s.items())[-3:], list(s.keys())[:3], list(s.values())[:3], len(s))
print(s == dict(s), s != {}, s == {1: "x"}, bool(s))
print(s.popitem(), s.popitem(), len(s))
s.clear()
print(len(s), list(s), bool(s), s == {}, s.shape())
numbers: SkipList[list[int]] = SkipList(7)
for n in range(200):
    numbers.setdefault(n * n % 23, []).append(n)
print([(k, len(v)) for k, v in numbers.items()])
try:
    numbers.popitem(), SkipList().popitem()
except KeyError as error:
    print("KeyError", error.args)
del numbers[1000]
