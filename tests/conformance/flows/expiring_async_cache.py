"""An asynchronous cache as a decorator: expiry by a made-up clock, least recent out, requests joined."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from typing import Generic, NamedTuple, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class FakeClock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Statistics(NamedTuple):
    hits: int = 0
    misses: int = 0
    joined: int = 0
    expired: int = 0
    evicted: int = 0


class AsyncCache(Generic[K, V]):
    """Remembers what `fetch` answered for `life` seconds, at most `size` answers."""

    def __init__(
        self, fetch: Callable[[K], Awaitable[V]], *, size: int, life: float, clock: Callable[[], float]
    ) -> None:
        self._fetch = fetch
        self._size = size
        self._life = life
        self._clock = clock
        self._known: OrderedDict[K, tuple[float, V]] = OrderedDict()
        self._coming: dict[K, asyncio.Future[V]] = {}
        self.statistics = Statistics()

    def _count(self, **changes: int) -> None:
        now = self.statistics._asdict()
        self.statistics = Statistics(**{name: now[name] + changes.get(name, 0) for name in now})

    async def __call__(self, key: K) -> V:
        if key in self._known:
            until, value = self._known[key]
            if self._clock() < until:
                self._known.move_to_end(key)
                self._count(hits=1)
                return value
            del self._known[key]
            self._count(expired=1)
        if key in self._coming:
            self._count(joined=1)
            return await self._coming[key]
        self._count(misses=1)
        future: asyncio.Future[V] = asyncio.get_running_loop().create_future()
        self._coming[key] = future
        try:
            value = await self._fetch(key)
        except LookupError as error:
            future.set_exception(error)
            future.exception()
            raise
        else:
            future.set_result(value)
            self._known[key] = (self._clock() + self._life, value)
            while len(self._known) > self._size:
                self._known.popitem(last=False)
                self._count(evicted=1)
            return value
        finally:
            del self._coming[key]


async def main() -> None:
    clock = FakeClock()
    asked: list[str] = []

    async def population(town: str) -> int:
        asked.append(town)
        await asyncio.sleep(0)
        if town.startswith("?"):
            raise KeyError(town)
        return len(town) * 1000

    cached = AsyncCache(population, size=2, life=10.0, clock=clock)
    print(await asyncio.gather(cached("Ulm"), cached("Ulm"), cached("Graz")))
    clock.seconds = 5.0
    print(await cached("Ulm"), await cached("Bern"), await cached("Ulm"))
    clock.seconds = 12.0
    print(await cached("Ulm"), await cached("Bern"))
    failed = await asyncio.gather(cached("?"), cached("?"), return_exceptions=True)
    print([f"{type(one).__name__}: {one}" for one in failed])
    print(asked)
    print(cached.statistics)


asyncio.run(main())
