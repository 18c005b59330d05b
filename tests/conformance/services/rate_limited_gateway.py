"""A gateway with limits of several kinds: token and leaky buckets, sliding windows, fair queues, quotas by tenant."""

from __future__ import annotations

import asyncio
from abc import ABC, abstractmethod
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field


class Clock:
    """Logical time: sleepers wake in order when it is advanced."""

    def __init__(self) -> None:
        self.now = 0
        self._serial = 0
        self._sleepers: list[tuple[int, int, asyncio.Future[None]]] = []

    async def sleep(self, ticks: int) -> None:
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._serial += 1
        self._sleepers.append((self.now + ticks, self._serial, future))
        await future

    async def advance(self, ticks: int) -> None:
        for _ in range(ticks):
            self.now += 1
            due = sorted(s for s in self._sleepers if s[0] <= self.now and not s[2].done())
            self._sleepers = [s for s in self._sleepers if s[0] > self.now]
            for _, _, future in due:
                future.set_result(None)
            for _ in range(4):
                await asyncio.sleep(0)


class Limiter(ABC):
    def __init__(self, clock: Clock) -> None:
        self.clock = clock

    @abstractmethod
    def wait(self, cost: int) -> int:
        """Take the cost and give 0, or say how many ticks to wait before asking again."""


class TokenBucket(Limiter):
    def __init__(self, clock: Clock, size: int, per_tick: int) -> None:
        super().__init__(clock)
        self.size, self.per_tick = size, per_tick
        self.tokens, self.filled = size, clock.now

    def wait(self, cost: int) -> int:
        if cost > self.size:
            raise ValueError(f"{cost} never fits into {self.size}")
        self.tokens = min(self.size, self.tokens + (self.clock.now - self.filled) * self.per_tick)
        self.filled = self.clock.now
        if self.tokens >= cost:
            self.tokens -= cost
            return 0
        return -((self.tokens - cost) // self.per_tick)


class SlidingWindow(Limiter):
    def __init__(self, clock: Clock, count: int, ticks: int) -> None:
        super().__init__(clock)
        self.count, self.ticks = count, ticks
        self.taken: deque[int] = deque()

    def wait(self, cost: int) -> int:
        while self.taken and self.taken[0] <= self.clock.now - self.ticks:
            self.taken.popleft()
        if len(self.taken) + cost <= self.count:
            self.taken.extend([self.clock.now] * cost)
            return 0
        return self.taken[0] + self.ticks - self.clock.now


class Every(Limiter):
    """All of several limits: what one gave is not given back, so the strictest is asked first."""

    def __init__(self, *limiters: Limiter) -> None:
        super().__init__(limiters[0].clock)
        self.limiters = limiters

    def wait(self, cost: int) -> int:
        for limiter in self.limiters:
            if ticks := limiter.wait(cost):
                return ticks
        return 0


class Overloaded(Exception):
    pass


@dataclass
class Tenant:
    name: str
    limiter: Limiter
    waiting: int = 0
    served: int = 0
    most_waiting: int = 0


@dataclass
class Gateway:
    clock: Clock
    make: Callable[[str], Limiter]
    parallel: int = 2
    queue: int = 3
    tenants: OrderedDict[str, Tenant] = field(default_factory=OrderedDict)
    log: list[str] = field(default_factory=list)
    refused: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self.slots = asyncio.Semaphore(self.parallel)

    @asynccontextmanager
    async def admitted(self, name: str, cost: int) -> AsyncIterator[Tenant]:
        tenant = self.tenants.get(name)
        if tenant is None:
            tenant = self.tenants[name] = Tenant(name, self.make(name))
        self.tenants.move_to_end(name)
        if tenant.waiting >= self.queue:
            self.refused[name] += 1
            raise Overloaded(f"{name} has {tenant.waiting} waiting")
        tenant.waiting += 1
        tenant.most_waiting = max(tenant.most_waiting, tenant.waiting)
        try:
            while ticks := tenant.limiter.wait(cost):
                await self.clock.sleep(ticks)
        finally:
            tenant.waiting -= 1
        async with self.slots:
            yield tenant
            tenant.served += 1

    async def handle(self, name: str, what: str, cost: int = 1, ticks: int = 1) -> str:
        try:
            async with self.admitted(name, cost):
                self.log.append(f"{self.clock.now:2}+{name}.{what}")
                await self.clock.sleep(ticks)
                self.log.append(f"{self.clock.now:2}-{name}.{what}")
                return f"{what} done at {self.clock.now}"
        except Overloaded as error:
            return str(error)
        except ValueError as error:
            return f"bad: {error}"


async def scenario(title: str, make: Callable[[Clock], Callable[[str], Limiter]], requests: list[tuple[str, int, int]], ticks: int) -> None:
    clock = Clock()
    gateway = Gateway(clock, make(clock))
    tasks = [asyncio.create_task(gateway.handle(name, str(n), cost, length)) for n, (name, cost, length) in enumerate(requests)]
    await asyncio.sleep(0)
    await clock.advance(ticks)
    print(f"== {title}")
    print(" ".join(gateway.log))
    for task in tasks:
        print("  ", task.result() if task.done() else "still waiting")
        task.cancel()
    print({t.name: (t.served, t.most_waiting) for t in gateway.tenants.values()}, dict(gateway.refused), list(gateway.tenants))


async def main() -> None:
    await scenario("tokens", lambda c: lambda name: TokenBucket(c, 2, 1), [("a", 1, 1), ("a", 1, 1), ("a", 2, 1), ("b", 1, 3), ("a", 1, 1), ("a", 5, 1)], 9)
    await scenario("window", lambda c: lambda name: SlidingWindow(c, 2, 4), [("a", 1, 1)] * 6, 12)
    await scenario("both", lambda c: lambda name: Every(SlidingWindow(c, 3, 5), TokenBucket(c, 2, 1)), [("x", 2, 1), ("x", 1, 1), ("y", 2, 2), ("y", 2, 2), ("x", 1, 1)], 8)
    await scenario("by name", lambda c: lambda name: TokenBucket(c, 1, 1) if name == "free" else TokenBucket(c, 9, 3), [("free", 1, 2), ("paid", 9, 2), ("free", 1, 2), ("paid", 3, 1), ("free", 1, 1), ("free", 1, 1)], 5)


asyncio.run(main())
