"""Caches: LRU by a linked list, LFU by counts, time-to-live with a fake clock, stacked decorators."""

from __future__ import annotations

import functools
from collections import Counter, OrderedDict
from typing import Callable, Generic, Hashable, ParamSpec, Protocol, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
Key = TypeVar("Key", bound=Hashable, contravariant=True)
P = ParamSpec("P")


class Cache(Protocol[Key, V]):
    def get(self, key: Key) -> V | None: ...

    def put(self, key: Key, value: V) -> None: ...

    def __len__(self) -> int: ...


class LRU(Generic[K, V]):
    def __init__(self, room: int, on_evict: Callable[[K, V], None] | None = None) -> None:
        if room < 1:
            raise ValueError(f"room for {room}?")
        self.room = room
        self.items: OrderedDict[K, V] = OrderedDict()
        self.on_evict = on_evict

    def get(self, key: K) -> V | None:
        if key not in self.items:
            return None
        self.items.move_to_end(key)
        return self.items[key]

    def put(self, key: K, value: V) -> None:
        self.items[key] = value
        self.items.move_to_end(key)
        if len(self.items) > self.room:
            old, gone = self.items.popitem(last=False)
            if self.on_evict:
                self.on_evict(old, gone)

    def __len__(self) -> int:
        return len(self.items)


class LFU(Generic[K, V]):
    def __init__(self, room: int) -> None:
        self.room = room
        self.items: dict[K, V] = {}
        self.uses: Counter[K] = Counter()

    def get(self, key: K) -> V | None:
        if key in self.items:
            self.uses[key] += 1
        return self.items.get(key)

    def put(self, key: K, value: V) -> None:
        if key not in self.items and len(self.items) >= self.room:
            victim = min(self.items, key=lambda k: self.uses[k])
            del self.items[victim], self.uses[victim]
        self.items[key] = value
        self.uses[key] += 1

    def __len__(self) -> int:
        return len(self.items)


class Clock:
    now = 0.0

    @classmethod
    def advance(cls, seconds: float) -> None:
        cls.now += seconds


class TTL(Generic[K, V]):
    def __init__(self, inner: Cache[K, tuple[float, V]], seconds: float) -> None:
        self.inner, self.seconds = inner, seconds

    def get(self, key: K) -> V | None:
        entry = self.inner.get(key)
        if entry is None or entry[0] <= Clock.now:
            return None
        return entry[1]

    def put(self, key: K, value: V) -> None:
        self.inner.put(key, (Clock.now + self.seconds, value))

    def __len__(self) -> int:
        return len(self.inner)


def cached(cache: Cache[str, V]) -> Callable[[Callable[P, V]], Callable[P, V]]:
    def decorate(function: Callable[P, V]) -> Callable[P, V]:
        @functools.wraps(function)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> V:
            key = f"{args}{sorted(kwargs.items())}"
            kept = cache.get(key)
            if kept is not None:
                return kept
            result = function(*args, **kwargs)
            cache.put(key, result)
            return result

        return wrapper

    return decorate


evicted: list[str] = []
calls = 0
store: LRU[str, int] = LRU(2, lambda k, v: evicted.append(f"{k}={v}"))


@cached(store)
def slow(x: int, *, scale: int = 1) -> int:
    """Slowly multiply."""
    global calls
    calls += 1
    return x * scale


print([slow(1), slow(2), slow(1), slow(3), slow(2), slow(2, scale=10)], calls, evicted, slow.__name__, slow.__doc__)


def drive(cache: Cache[int, str], name: str) -> None:
    trace = []
    for key in [1, 2, 3, 1, 1, 4, 2, 5, 1, 2, 3]:
        hit = cache.get(key)
        trace.append(f"{key}{'+' if hit else '-'}")
        if hit is None:
            cache.put(key, f"value {key}")
        Clock.advance(0.5)
    print(f"{name:>4}", " ".join(trace), len(cache))


drive(LRU(3), "LRU")
drive(LFU(3), "LFU")
ttl: TTL[int, str] = TTL(LRU(10), 2.0)
drive(ttl, "TTL")
drive(TTL(LFU(2), 100), "both")


@functools.lru_cache(maxsize=3)
def ways(n: int) -> int:
    return 1 if n < 2 else ways(n - 1) + ways(n - 2)


print(ways(30), ways.cache_info(), ways.cache_parameters() if hasattr(ways, "cache_parameters") else "")
ways.cache_clear()
print(ways.cache_info(), Clock.now)
LRU[int, int](0)
