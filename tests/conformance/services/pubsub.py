"""Publish and subscribe: topics with wildcards, typed events, async handlers, dead letters, unsubscribing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar


@dataclass(frozen=True)
class Event:
    topic: ClassVar[str] = "event"

    @property
    def path(self) -> str:
        return self.topic


@dataclass(frozen=True)
class OrderPlaced(Event):
    number: int
    total: float
    topic: ClassVar[str] = "shop.order.placed"


@dataclass(frozen=True)
class OrderShipped(Event):
    number: int
    topic: ClassVar[str] = "shop.order.shipped"


@dataclass(frozen=True)
class Alarm(Event):
    level: int = 1

    @property
    def path(self) -> str:
        return f"ops.alarm.{self.level}"


Handler = Callable[[Any], Awaitable[None]]
E = TypeVar("E", bound=Event)


def matches(pattern: str, path: str) -> bool:
    wanted, parts = pattern.split("."), path.split(".")
    for i, word in enumerate(wanted):
        if word == "#":
            return True
        if i >= len(parts) or word not in ("*", parts[i]):
            return False
    return len(wanted) == len(parts)


@dataclass
class Bus:
    handlers: list[tuple[str, Handler]] = field(default_factory=list)
    dead: list[tuple[Event, str]] = field(default_factory=list)
    sent: int = 0

    def on(self, pattern: str) -> Callable[[Handler], Handler]:
        def register(handler: Handler) -> Handler:
            self.handlers.append((pattern, handler))
            return handler

        return register

    def off(self, handler: Handler) -> int:
        before = len(self.handlers)
        self.handlers = [(p, h) for p, h in self.handlers if h is not handler]
        return before - len(self.handlers)

    async def publish(self, event: Event) -> int:
        self.sent += 1
        chosen = [h for p, h in self.handlers if matches(p, event.path)]
        if not chosen:
            self.dead.append((event, "nobody listens"))
        results = await asyncio.gather(*(h(event) for h in chosen), return_exceptions=True)
        for result in results:
            if isinstance(result, BaseException):
                self.dead.append((event, f"{type(result).__name__}: {result}"))
        return len(chosen)

    @asynccontextmanager
    async def collect(self, pattern: str) -> AsyncIterator[list[Event]]:
        seen: list[Event] = []

        async def keep(event: Event) -> None:
            seen.append(event)

        self.on(pattern)(keep)
        try:
            yield seen
        finally:
            self.off(keep)

    async def stream(self, kind: type[E], count: int) -> AsyncIterator[E]:
        queue: asyncio.Queue[E] = asyncio.Queue()

        async def put(event: Event) -> None:
            if isinstance(event, kind):
                await queue.put(event)

        self.handlers.append(("#", put))
        try:
            for _ in range(count):
                yield await queue.get()
        finally:
            self.off(put)


bus = Bus()
revenue: dict[int, float] = {}
trace: list[str] = []


@bus.on("shop.order.*")
async def audit(event: Event) -> None:
    await asyncio.sleep(0)
    trace.append(f"{event.path}:{getattr(event, 'number', None)}")


@bus.on("shop.order.placed")
async def book(event: OrderPlaced) -> None:
    if event.total < 0:
        raise ValueError(f"negative total of order {event.number}")
    revenue[event.number] = event.total


@bus.on("ops.#")
async def page(event: Alarm) -> None:
    match event:
        case Alarm(level=1 | 2):
            trace.append("noted")
        case Alarm(level=n) if n > 8:
            await bus.publish(OrderShipped(n))
            trace.append("escalated")
        case _:
            trace.append("paged")


async def main() -> None:
    async def consume() -> list[int]:
        return [event.number async for event in bus.stream(OrderPlaced, 2)]

    consumer = asyncio.create_task(consume())
    await asyncio.sleep(0)
    async with bus.collect("shop.#") as seen:
        counts = [await bus.publish(e) for e in (OrderPlaced(1, 9.5), OrderPlaced(2, -1), OrderShipped(1), Alarm(), Alarm(5), Alarm(9), Event())]
        print(counts, seen)
    print(await consumer, revenue, trace)
    print(bus.dead, len(bus.handlers), bus.sent, bus.off(audit), bus.off(audit))
    print([matches(p, "a.b.c") for p in ("a.b.c", "a.*.c", "#", "a.#", "a.*", "*.*.*.*", "a.b.c.#")])
    print(await bus.publish(OrderShipped(7)), bus.dead[-1])
    async with bus.collect("shop.*") as nothing:
        await bus.publish(OrderPlaced(3, 1))
        raise LookupError(f"collected {nothing}")


asyncio.run(main())
