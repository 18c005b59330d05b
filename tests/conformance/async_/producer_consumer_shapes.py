"""Queues between tasks in many shapes: many to many, poison, bounded, cancelled getters and putters, select, debounce."""

from __future__ import annotations

import asyncio
from collections import Counter, deque
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")


class Closed(Exception):
    pass


class Channel(Generic[T]):
    """A queue that can be closed: what is in it is still received."""

    def __init__(self, room: int = 0) -> None:
        self.room = room
        self.items: deque[T] = deque()
        self.getters: deque[asyncio.Future[T]] = deque()
        self.putters: deque[tuple[T, asyncio.Future[None]]] = deque()
        self.closed = False

    def _live_getter(self) -> asyncio.Future[T] | None:
        while self.getters:
            getter = self.getters.popleft()
            if not getter.done():
                return getter
        return None

    async def send(self, item: T) -> None:
        if self.closed:
            raise Closed
        if (getter := self._live_getter()) is not None:
            getter.set_result(item)
        elif len(self.items) < self.room:
            self.items.append(item)
        else:
            done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self.putters.append((item, done))
            await done

    async def receive(self) -> T:
        while self.putters and len(self.items) <= self.room:
            item, done = self.putters.popleft()
            if not done.done():
                self.items.append(item)
                done.set_result(None)
        if self.items:
            return self.items.popleft()
        if self.closed:
            raise Closed
        getter: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self.getters.append(getter)
        return await getter

    def close(self) -> None:
        self.closed = True
        while (getter := self._live_getter()) is not None:
            getter.set_exception(Closed())
        for _, done in self.putters:
            if not done.done():
                done.set_exception(Closed())

    async def __aiter__(self) -> AsyncIterator[T]:
        try:
            while True:
                yield await self.receive()
        except Closed:
            return


@dataclass
class Tally:
    made: Counter[str] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)
    most: int = 0


async def many_to_many(room: int) -> Tally:
    queue: asyncio.Queue[str | None] = asyncio.Queue(room)
    tally = Tally()

    async def produce(name: str, count: int) -> None:
        for n in range(count):
            await queue.put(f"{name}{n}")
            tally.made[name] += 1
            tally.most = max(tally.most, queue.qsize())

    async def consume(name: str) -> None:
        while (item := await queue.get()) is not None:
            tally.used[item[0]] += 1
            await asyncio.sleep(0)
            queue.task_done()
        queue.task_done()

    consumers = [asyncio.create_task(consume(f"c{n}")) for n in range(3)]
    await asyncio.gather(produce("a", 5), produce("b", 3), produce("c", 9))
    for _ in consumers:
        await queue.put(None)
    await queue.join()
    await asyncio.gather(*consumers)
    return tally


async def cancelled_waiters() -> list[str]:
    queue: asyncio.Queue[int] = asyncio.Queue(1)
    log: list[str] = []

    async def get(name: str) -> None:
        try:
            log.append(f"{name}={await queue.get()}")
        except asyncio.CancelledError:
            log.append(f"{name} cancelled")
            raise

    async def put(value: int) -> None:
        await queue.put(value)
        log.append(f"put {value}")

    getters = [asyncio.create_task(get(name)) for name in "pqr"]
    await asyncio.sleep(0)
    getters[0].cancel()
    getters[1].cancel()
    await put(1)
    await asyncio.gather(*getters, return_exceptions=True)
    putters = [asyncio.create_task(put(n)) for n in (2, 3, 4)]
    await asyncio.sleep(0)
    putters[1].cancel()
    log.append(f"full {queue.full()}")
    log.append(str([await queue.get() for _ in range(2)]))
    await asyncio.gather(*putters, return_exceptions=True)
    log.append(f"empty {queue.empty()}")
    try:
        await asyncio.wait_for(queue.get(), 0.002)
    except TimeoutError:
        log.append("timeout")
    queue.put_nowait(9)
    log.append(f"{await asyncio.wait_for(queue.get(), 1)}")
    return log


async def select(*channels: Channel[T]) -> tuple[int, T]:
    tasks = [asyncio.create_task(c.receive()) for c in channels]
    done, waiting = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in waiting:
        task.cancel()
    await asyncio.gather(*waiting, return_exceptions=True)
    for index, task in enumerate(tasks):
        if task in done and task.exception() is None:
            return index, task.result()
    raise Closed


async def channels() -> None:
    numbers: Channel[int] = Channel()
    squares: Channel[int] = Channel(2)

    async def generate() -> None:
        for n in range(5):
            await numbers.send(n)
        numbers.close()

    async def square() -> None:
        async for n in numbers:
            await squares.send(n * n)
        squares.close()

    async with asyncio.TaskGroup() as group:
        group.create_task(generate())
        group.create_task(square())
        print([n async for n in squares])
    for action in (numbers.receive, lambda: squares.send(1)):
        try:
            await action()
        except Closed:
            print("closed", end=" ")
    a, b = Channel[str](1), Channel[str](1)
    await b.send("second")
    print(await select(a, b), end=" ")
    await a.send("first")
    await b.send("third")
    print(await select(a, b), len(b.items), end=" ")
    a.close()
    b.close()
    print([item async for item in b])


def debounced(ticks: int, action: Callable[[T], Awaitable[U]]) -> tuple[Callable[[T], None], list[U]]:
    """Only the last call of a burst counts."""
    results: list[U] = []
    pending: list[asyncio.Task[None]] = []

    async def later(value: T) -> None:
        for _ in range(ticks):
            await asyncio.sleep(0)
        results.append(await action(value))

    def call(value: T) -> None:
        while pending:
            pending.pop().cancel()
        pending.append(asyncio.create_task(later(value)))

    return call, results


async def main() -> None:
    for room in (0, 1, 4):
        tally = await many_to_many(room)
        print(room, dict(tally.made), tally.made == tally.used, tally.most <= (room or 20))
    print(await cancelled_waiters())
    await channels()

    async def shout(text: str) -> str:
        return text.upper()

    call, results = debounced(3, shout)
    for word in ("a", "ab", "abc"):
        call(word)
        await asyncio.sleep(0)
    for _ in range(6):
        await asyncio.sleep(0)
    call("next")
    for _ in range(6):
        await asyncio.sleep(0)
    print(results)


asyncio.run(main())
