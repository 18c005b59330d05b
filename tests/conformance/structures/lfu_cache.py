"""Caches behind one interface: least frequently used, segmented, two-queue, with statistics and a trace of evictions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
D = TypeVar("D")


@dataclass
class Stats:
    hits: int = 0
    misses: int = 0
    evictions: int = 0

    @property
    def ratio(self) -> float:
        total = self.hits + self.misses
        return self.hits / total if total else 0.0

    def __str__(self) -> str:
        return f"{self.hits}/{self.misses}/{self.evictions} {self.ratio:.0%}"


class Cache(ABC, Generic[K, V]):
    def __init__(self, capacity: int, on_evict: Callable[[K, V], None] | None = None) -> None:
        if capacity < 1:
            raise ValueError(f"capacity must be positive, not {capacity}")
        self.capacity = capacity
        self.stats = Stats()
        self.on_evict = on_evict

    @abstractmethod
    def _find(self, key: K) -> V: ...

    @abstractmethod
    def _store(self, key: K, value: V) -> None: ...

    @abstractmethod
    def __iter__(self) -> Iterator[K]: ...

    @abstractmethod
    def __len__(self) -> int: ...

    def _evicted(self, key: K, value: V) -> None:
        self.stats.evictions += 1
        if self.on_evict is not None:
            self.on_evict(key, value)

    def __getitem__(self, key: K) -> V:
        try:
            value = self._find(key)
        except KeyError:
            self.stats.misses += 1
            raise
        self.stats.hits += 1
        return value

    def __setitem__(self, key: K, value: V) -> None:
        self._store(key, value)

    @overload
    def get(self, key: K) -> V | None: ...

    @overload
    def get(self, key: K, default: D) -> V | D: ...

    def get(self, key: K, default: D | None = None) -> V | D | None:
        try:
            return self[key]
        except KeyError:
            return default

    def compute(self, key: K, make: Callable[[K], V]) -> V:
        try:
            return self[key]
        except KeyError:
            value = self[key] = make(key)
            return value

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(map(repr, self))})"


class LFU(Cache[K, V]):
    def __init__(self, capacity: int, on_evict: Callable[[K, V], None] | None = None) -> None:
        super().__init__(capacity, on_evict)
        self._values: dict[K, tuple[V, int]] = {}
        self._groups: defaultdict[int, OrderedDict[K, None]] = defaultdict(OrderedDict)
        self._least = 0

    def _touch(self, key: K, value: V) -> None:
        _, count = self._values[key]
        group = self._groups[count]
        del group[key]
        if not group:
            del self._groups[count]
            if self._least == count:
                self._least += 1
        self._groups[count + 1][key] = None
        self._values[key] = value, count + 1

    def _find(self, key: K) -> V:
        value, _ = self._values[key]
        self._touch(key, value)
        return value

    def _store(self, key: K, value: V) -> None:
        if key in self._values:
            self._touch(key, value)
            return
        if len(self._values) >= self.capacity:
            victim, _ = self._groups[self._least].popitem(last=False)
            if not self._groups[self._least]:
                del self._groups[self._least]
            self._evicted(victim, self._values.pop(victim)[0])
        self._values[key] = value, 1
        self._groups[1][key] = None
        self._least = 1

    def __iter__(self) -> Iterator[K]:
        for count in sorted(self._groups):
            yield from self._groups[count]

    def __len__(self) -> int:
        return len(self._values)


class Segmented(Cache[K, V]):
    """New keys are on probation; a second use protects them."""

    def __init__(self, capacity: int, on_evict: Callable[[K, V], None] | None = None) -> None:
        super().__init__(capacity, on_evict)
        self._probation: OrderedDict[K, V] = OrderedDict()
        self._protected: OrderedDict[K, V] = OrderedDict()
        self._room = max(1, capacity // 2)

    def _promote(self, key: K, value: V) -> None:
        self._protected[key] = value
        self._protected.move_to_end(key)
        while len(self._protected) > self._room:
            old, kept = self._protected.popitem(last=False)
            self._probation[old] = kept

    def _find(self, key: K) -> V:
        value = self._protected[key] if key in self._protected else self._probation.pop(key)
        self._promote(key, value)
        return value

    def _store(self, key: K, value: V) -> None:
        if key in self._protected or self._probation.pop(key, None) is not None:
            self._promote(key, value)
            return
        if len(self) >= self.capacity:
            pool = self._probation or self._protected
            self._evicted(*pool.popitem(last=False))
        self._probation[key] = value

    def __iter__(self) -> Iterator[K]:
        yield from self._probation
        yield from self._protected

    def __len__(self) -> int:
        return len(self._probation) + len(self._protected)


def trace(text: str, cache: Cache[str, int]) -> str:
    for position, letter in enumerate(text):
        cache.compute(letter, lambda _: position)
    return f"{cache!r} {cache.stats}"


evicted: list[tuple[str, int]] = []
lfu: Cache[str, int] = LFU(3, lambda key, value: evicted.append((key, value)))
for key in "aab":
    lfu[key] = ord(key)
print(lfu, len(lfu), lfu["b"], lfu.get("z"), lfu.get("z", "none"), lfu.get("a", 0))
lfu["c"] = 1
lfu["d"] = 2
print(lfu, evicted, lfu.stats)
lfu["d"] = 3
lfu["e"] = 4
print(lfu, evicted, lfu.stats, list(lfu) == [*lfu], "d" in lfu)
try:
    lfu["c"]
except KeyError as error:
    print("missing", error)
for text in ("abcabcabcabc", "aaaabbbbccccdddd", "abacadabacadae", "the quick brown fox jumps over the lazy dog"):
    print(trace(text, LFU(4)), "|", trace(text, Segmented(4)))
for make in (LFU[int, int], Segmented[int, int]):
    try:
        make(0)
    except ValueError as error:
        print(error)
squares: LFU[int, int] = LFU(2)
print([squares.compute(n, lambda k: k * k) for n in (1, 2, 1, 3, 1, 2)], squares, squares.stats.ratio)
