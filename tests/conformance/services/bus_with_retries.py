"""A message bus: protocols, generic handlers, weak subscribers, retries with backoff, async queues, metrics."""

from __future__ import annotations

import asyncio
import contextlib
import functools
import itertools
import math
import time
import weakref
from abc import ABC, abstractmethod
from collections import Counter, deque
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from typing import Any, ClassVar, Generic, ParamSpec, Protocol, TypeVar, overload, runtime_checkable

P = ParamSpec("P")
R = TypeVar("R")
E = TypeVar("E", bound="Event")
E_contra = TypeVar("E_contra", bound="Event", contravariant=True)


@dataclass(frozen=True, kw_only=True)
class Event:
    kind: ClassVar[str] = "event"
    number: int = field(default_factory=itertools.count(1).__next__)

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        KINDS.append(cls.__name__)


KINDS: list[str] = []


@dataclass(frozen=True, kw_only=True)
class OrderPlaced(Event):
    kind: ClassVar[str] = "order"
    customer: str
    lines: tuple[tuple[str, int], ...] = ()

    @property
    def total(self) -> int:
        return sum(count for _, count in self.lines)


@dataclass(frozen=True, kw_only=True)
class PaymentFailed(Event):
    reason: str = "unknown"


class Priority(Enum):
    LOW = auto()
    HIGH = auto()

    def __lt__(self, other: Priority) -> bool:
        return self.value < other.value


@runtime_checkable
class Handler(Protocol[E_contra]):
    async def handle(self, event: E_contra) -> str | None: ...


class Retry(Exception):
    def __init__(self, after: float) -> None:
        super().__init__(f"retry after {after}")
        self.after = after


def counted(function: Callable[P, Coroutine[Any, Any, R]]) -> Callable[P, Coroutine[Any, Any, R]]:
    @functools.wraps(function)
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        CALLS[function.__qualname__] += 1
        return await function(*args, **kwargs)

    return wrapper


CALLS: Counter[str] = Counter()


class Mailer:
    def __init__(self) -> None:
        self.sent: list[str] = []

    @counted
    async def handle(self, event: OrderPlaced) -> str | None:
        await asyncio.sleep(0)
        text = f"To {event.customer}: {event.total} items"
        self.sent.append(text)
        return text


class Flaky:
    """Fails a few times before it works."""

    def __init__(self, failures: int) -> None:
        self.left = failures

    async def handle(self, event: Event) -> str | None:
        if self.left:
            self.left -= 1
            raise Retry(0.001 * self.left)
        return f"{type(event).__name__} #{event.number} at last"


class Broken:
    async def handle(self, event: PaymentFailed) -> str | None:
        raise RuntimeError(event.reason)


class Bus:
    def __init__(self, attempts: int = 3) -> None:
        self._handlers: dict[type[Event], list[tuple[Priority, Handler[Any]]]] = {}
        self._watchers: weakref.WeakSet[Watcher] = weakref.WeakSet()
        self._queue: asyncio.Queue[Event | None] = asyncio.Queue(maxsize=4)
        self.attempts = attempts
        self.errors: list[str] = []

    def on(self, kind: type[E], handler: Handler[E], priority: Priority = Priority.LOW) -> Callable[[], None]:
        entry = (priority, handler)
        handlers = self._handlers.setdefault(kind, [])
        handlers.append(entry)
        handlers.sort(key=lambda pair: pair[0], reverse=True)
        return functools.partial(handlers.remove, entry)

    def watch(self, watcher: Watcher) -> None:
        self._watchers.add(watcher)

    async def publish(self, *events: Event) -> None:
        for event in events:
            await self._queue.put(event)

    async def close(self) -> None:
        await self._queue.put(None)

    def handlers_for(self, event: Event) -> Iterator[Handler[Any]]:
        for kind in type(event).__mro__:
            for _, handler in self._handlers.get(kind, ()):
                yield handler

    async def deliver(self, handler: Handler[Any], event: Event) -> str:
        for attempt in range(1, self.attempts + 1):
            try:
                result = await handler.handle(event)
            except Retry as retry:
                await asyncio.sleep(retry.after)
            except Exception as error:
                error.add_note(f"while {type(handler).__name__} handled #{event.number}")
                raise
            else:
                return f"[{attempt}] {result}"
        raise TimeoutError(f"{type(handler).__name__} gave up on #{event.number}")

    async def run(self) -> AsyncIterator[str]:
        while (event := await self._queue.get()) is not None:
            tasks = [
                asyncio.create_task(self.deliver(h, event), name=type(h).__name__)
                for h in self.handlers_for(event)
            ]
            for task, outcome in zip(tasks, await asyncio.gather(*tasks, return_exceptions=True)):
                match outcome:
                    case str(text):
                        yield f"{task.get_name()}: {text}"
                    case TimeoutError() as error:
                        self.errors.append(str(error))
                    case BaseException() as error:
                        self.errors.append(f"{error!r} {getattr(error, '__notes__', [])}")
            for watcher in self._watchers:
                watcher.seen += 1


class Watcher:
    seen = 0


class Stats:
    """Welford's running mean and deviation."""

    def __init__(self) -> None:
        self.count, self.mean, self._m2 = 0, 0.0, 0.0

    def add(self, value: float) -> None:
        self.count += 1
        delta = value - self.mean
        self.mean += delta / self.count
        self._m2 += delta * (value - self.mean)

    @property
    def deviation(self) -> float:
        return math.sqrt(self._m2 / (self.count - 1)) if self.count > 1 else math.nan


@contextlib.contextmanager
def phase(name: str) -> Iterator[Stats]:
    stats = Stats()
    print(f"> {name}")
    try:
        yield stats
    finally:
        print(f"< {name}: {stats.count} values, {stats.mean:.2f} ± {stats.deviation:.2f}")


async def main() -> None:
    bus = Bus()
    mailer, watcher = Mailer(), Watcher()
    bus.watch(watcher)
    off = bus.on(OrderPlaced, mailer)
    bus.on(Event, Flaky(2), Priority.HIGH)
    bus.on(OrderPlaced, Flaky(5), Priority.HIGH)
    bus.on(PaymentFailed, Broken())
    first = OrderPlaced(customer="ann", lines=(("pen", 3), ("ink", 1)))

    async def produce() -> None:
        await bus.publish(first, PaymentFailed(reason="no funds"))
        await bus.publish(*(replace(first, number=n, customer=c) for n, c in enumerate("xyz", 100)))
        off()
        await bus.publish(OrderPlaced(customer="late"))
        await bus.close()

    with phase("run") as stats:
        producer = asyncio.create_task(produce())
        async for line in bus.run():
            print(line)
            stats.add(len(line))
        await producer
    print(bus.errors, watcher.seen, mailer.sent, dict(CALLS), KINDS)
    print([isinstance(x, Handler) for x in (mailer, Flaky(0), watcher)], Mailer.handle.__name__)
    with contextlib.suppress(dataclass_error()):
        first.number = 5  # type: ignore[misc]
    print(first, first == replace(first), hash(first) == hash(replace(first)), Priority.LOW < Priority.HIGH)


def dataclass_error() -> type[Exception]:
    from dataclasses import FrozenInstanceError

    return FrozenInstanceError


asyncio.run(main())
