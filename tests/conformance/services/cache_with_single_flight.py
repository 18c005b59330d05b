"""An async cache: one load for many callers, refresh ahead, negative entries, invalidation by tag, weak values."""

from __future__ import annotations

import asyncio
import functools
from collections import defaultdict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from typing import Generic, ParamSpec, TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
P = ParamSpec("P")
R = TypeVar("R")


@dataclass
class Entry(Generic[V]):
    value: V | None
    error: Exception | None
    until: int
    tags: frozenset[str] = frozenset()
    hits: int = 0


@dataclass
class Counts:
    hits: int = 0
    loads: int = 0
    joined: int = 0
    errors: int = 0
    refreshed: int = 0

    def __str__(self) -> str:
        return " ".join(f"{name}={value}" for name, value in vars_of(self))


def vars_of(counts: Counts) -> list[tuple[str, int]]:
    return [("hits", counts.hits), ("loads", counts.loads), ("joined", counts.joined), ("errors", counts.errors), ("refreshed", counts.refreshed)]


class Cache(Generic[K, V]):
    def __init__(self, load: Callable[[K], Awaitable[V]], *, ttl: int = 10, ahead: int = 2, negative: int = 3, tagged: Callable[[K, V], set[str]] | None = None) -> None:
        self.load, self.ttl, self.ahead, self.negative, self.tagged = load, ttl, ahead, negative, tagged
        self.now = 0
        self.entries: dict[K, Entry[V]] = {}
        self.flights: dict[K, asyncio.Task[V]] = {}
        self.by_tag: defaultdict[str, set[K]] = defaultdict(set)
        self.counts = Counts()

    async def get(self, key: K) -> V:
        entry = self.entries.get(key)
        if entry is not None and entry.until > self.now:
            self.counts.hits += 1
            entry.hits += 1
            if entry.error is not None:
                raise entry.error
            if entry.until - self.now <= self.ahead and key not in self.flights:
                self.counts.refreshed += 1
                self._fly(key)
            assert entry.value is not None
            return entry.value
        if key in self.flights:
            self.counts.joined += 1
        else:
            self._fly(key)
        return await asyncio.shield(self.flights[key])

    def _fly(self, key: K) -> None:
        task = asyncio.create_task(self._load(key))
        self.flights[key] = task
        task.add_done_callback(lambda t: self._landed(key, t))

    def _landed(self, key: K, task: asyncio.Task[V]) -> None:
        if self.flights.get(key) is task:
            del self.flights[key]
        if not task.cancelled():
            task.exception()

    async def _load(self, key: K) -> V:
        self.counts.loads += 1
        try:
            value = await self.load(key)
        except Exception as error:
            self.counts.errors += 1
            self.entries[key] = Entry(None, error, self.now + self.negative)
            raise
        tags = frozenset(self.tagged(key, value)) if self.tagged is not None else frozenset()
        self.entries[key] = Entry(value, None, self.now + self.ttl, tags)
        for tag in tags:
            self.by_tag[tag].add(key)
        return value

    def invalidate(self, tag: str) -> int:
        keys = self.by_tag.pop(tag, set())
        for key in keys:
            self.entries.pop(key, None)
            if (flight := self.flights.pop(key, None)) is not None:
                flight.cancel()
        return len(keys)

    def sweep(self) -> list[K]:
        old = [key for key, entry in self.entries.items() if entry.until <= self.now]
        for key in old:
            for tag in self.entries.pop(key).tags:
                self.by_tag[tag].discard(key)
        return old


def single_flight(function: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    """Calls with equal arguments that overlap share one run."""
    flights: dict[tuple[object, ...], asyncio.Future[R]] = {}

    @functools.wraps(function)
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        key = (*args, *sorted(kwargs.items()))
        if key in flights:
            return await asyncio.shield(flights[key])
        future = flights[key] = asyncio.ensure_future(function(*args, **kwargs))
        try:
            return await future
        finally:
            del flights[key]

    return wrapper


@dataclass
class Store:
    rows: dict[str, str]
    reads: list[str] = field(default_factory=list)
    delay: int = 2

    async def read(self, key: str) -> str:
        self.reads.append(key)
        for _ in range(self.delay):
            await asyncio.sleep(0)
        try:
            return self.rows[key]
        except KeyError:
            raise LookupError(f"no row {key}") from None


async def main() -> None:
    store = Store({"a": "apple", "b": "banana", "c": "cherry"})
    cache: Cache[str, str] = Cache(store.read, tagged=lambda key, value: {f"len{len(value)}", "fruit"})
    print(await asyncio.gather(*(cache.get(k) for k in "aabab")), store.reads, cache.counts)
    print(await cache.get("a"), sorted((k, sorted(e.tags)) for k, e in cache.entries.items()))
    failures = await asyncio.gather(*(cache.get("x") for _ in range(3)), return_exceptions=True)
    print(failures, failures[0] is failures[2], store.reads)
    store.rows["x"] = "xigua"
    try:
        await cache.get("x")
    except LookupError as error:
        print("still", error, error.__cause__, error.__suppress_context__)
    cache.now = 4
    print(await cache.get("x"), cache.counts)
    cache.now = 8
    store.rows["a"] = "avocado"
    print(await cache.get("a"), await cache.get("a"), len(cache.flights))
    await asyncio.sleep(0.001)
    print(await cache.get("a"), cache.counts, len(cache.flights))
    print(cache.invalidate("len6"), sorted(cache.entries), cache.invalidate("nothing"), await cache.get("b"))
    cache.now = 17
    print(cache.sweep(), sorted(cache.entries), {t: sorted(k) for t, k in sorted(cache.by_tag.items())})
    store.delay = 50
    hurried = asyncio.create_task(cache.get("c"))
    patient = asyncio.create_task(cache.get("c"))
    await asyncio.sleep(0)
    hurried.cancel()
    print(await asyncio.gather(hurried, patient, return_exceptions=True), cache.counts.loads)

    runs: list[tuple[int, int]] = []

    @single_flight
    async def add(a: int, b: int = 0) -> int:
        runs.append((a, b))
        await asyncio.sleep(0)
        if a < 0:
            raise ValueError("negative")
        return a + b

    print(await asyncio.gather(add(1, b=2), add(1, b=2), add(1, 2), add(1)), runs, add.__name__)
    print(await asyncio.gather(add(-1), add(-1), return_exceptions=True), len(runs), await add(1), len(runs))


asyncio.run(main())
