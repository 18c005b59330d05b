"""Caches built on OrderedDict: LRU, LFU by buckets, time to live with a fake clock; counters of hits and evictions."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Callable, Hashable, Iterator, MutableMapping
from dataclasses import dataclass
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")


@dataclass
class Statistics:
    hits: int = 0
    misses: int = 0
    evicted: int = 0

    @property
    def ratio(self) -> float:
        total = self.hits + self.misses
        return self.hits / total if total else 0.0


class Lru(MutableMapping[K, V]):
    def __init__(self, limit: int) -> None:
        if limit < 1:
            raise ValueError(f"limit must be positive, not {limit}")
        self.limit = limit
        self.items_: OrderedDict[K, V] = OrderedDict()
        self.statistics = Statistics()

    def __getitem__(self, key: K) -> V:
        try:
            value = self.items_[key]
        except KeyError:
            self.statistics.misses += 1
            raise
        self.items_.move_to_end(key)
        self.statistics.hits += 1
        return value

    def __setitem__(self, key: K, value: V) -> None:
        self.items_[key] = value
        self.items_.move_to_end(key)
        while len(self.items_) > self.limit:
            self.items_.popitem(last=False)
            self.statistics.evicted += 1

    def __delitem__(self, key: K) -> None:
        del self.items_[key]

    def __iter__(self) -> Iterator[K]:
        return iter(self.items_)

    def __len__(self) -> int:
        return len(self.items_)


class Lfu(Generic[K, V]):
    """The least frequently used goes first; among equals the oldest."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.values: dict[K, tuple[V, int]] = {}
        self.buckets: defaultdict[int, OrderedDict[K, None]] = defaultdict(OrderedDict)
        self.least = 0

    def touch(self, key: K) -> V:
        value, count = self.values[key]
        del self.buckets[count][key]
        if not self.buckets[count]:
            del self.buckets[count]
            if self.least == count:
                self.least += 1
        self.buckets[count + 1][key] = None
        self.values[key] = (value, count + 1)
        return value

    def put(self, key: K, value: V) -> K | None:
        if key in self.values:
            self.values[key] = (value, self.values[key][1])
            self.touch(key)
            return None
        victim: K | None = None
        if len(self.values) >= self.limit:
            victim, _ = self.buckets[self.least].popitem(last=False)
            del self.values[victim]
        self.values[key] = (value, 1)
        self.buckets[1][key] = None
        self.least = 1
        return victim


class Expiring(Generic[K, V]):
    def __init__(self, seconds: float, clock: Callable[[], float]) -> None:
        self.seconds = seconds
        self.clock = clock
        self.items: OrderedDict[K, tuple[float, V]] = OrderedDict()

    def get(self, key: K, make: Callable[[K], V]) -> V:
        now = self.clock()
        while self.items and next(iter(self.items.values()))[0] <= now:
            self.items.popitem(last=False)
        if key not in self.items:
            self.items[key] = (now + self.seconds, make(key))
        return self.items[key][1]


cache: Lru[str, int] = Lru(3)
for n, key in enumerate("abcadbae"):
    if key in cache:
        print(key, "hit", cache[key], end="; ")
    else:
        cache[key] = n
        print(key, "put", list(cache), end="; ")
print()
print(cache.get("zz", -1), cache.setdefault("a", 99), cache.pop("a"), list(cache), cache.statistics, f"{cache.statistics.ratio:.3f}")
cache.update({"x": 1}, y=2)
print(list(cache.items_.items()), cache.popitem(), len(cache), "y" in cache, cache.statistics)
print(cache.get("x"), list(cache))

lfu: Lfu[int, str] = Lfu(2)
trace: list[object] = []
for step in (1, 2, -1, 3, -3, -3, 4, -1, -4):
    try:
        trace.append(lfu.put(step, str(step)) if step > 0 else lfu.touch(-step))
    except KeyError as error:
        trace.append(f"no {error}")
print(trace, lfu.values, lfu.least, {k: list(v) for k, v in lfu.buckets.items()})

time = 0.0
made: list[str] = []


def produce(key: str) -> str:
    made.append(f"{key}@{time}")
    return key.upper()


expiring: Expiring[str, str] = Expiring(2.5, lambda: time)
for time, key in ((0.0, "a"), (1.0, "b"), (2.0, "a"), (2.5, "a"), (3.4, "b"), (3.5, "b")):
    assert expiring.get(key, produce) == key.upper()
print(made, list(expiring.items))

order = OrderedDict(zip("abcd", range(4)))
order.move_to_end("b")
order.move_to_end("d", last=False)
print(order, list(reversed(order)), list(reversed(order.items())), order.popitem(last=False), OrderedDict.fromkeys("xyx", 0))
print(order == OrderedDict(a=0, c=2, b=1), order == OrderedDict(a=0, b=1, c=2), order == {"a": 0, "b": 1, "c": 2})
try:
    order.move_to_end("zz")
except KeyError as error:
    print("KeyError", error)
print(order.keys(), order.values(), order.items(), dict(order).keys())
try:
    for key in order:
        order[key * 2] = 0
except RuntimeError as error:
    print(error, list(order))
try:
    Lru[int, int](0)
except ValueError as error:
    print(error)
OrderedDict[str, int]().popitem()
