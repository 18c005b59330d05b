"""Barriers, conditions and events: phases of a computation, a bounded buffer, a read-write lock, a latch."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Generic, TypeVar

T = TypeVar("T")


class Buffer(Generic[T]):
    def __init__(self, size: int) -> None:
        self.items: deque[T] = deque()
        self.size = size
        self.changed = asyncio.Condition()
        self.waits = 0

    async def put(self, item: T) -> None:
        async with self.changed:
            while len(self.items) >= self.size:
                self.waits += 1
                await self.changed.wait()
            self.items.append(item)
            self.changed.notify_all()

    async def take(self, wanted: Callable[[T], bool]) -> T:
        def present() -> T | None:
            return next((item for item in self.items if wanted(item)), None)

        async with self.changed:
            item = await self.changed.wait_for(present)
            assert item is not None
            self.items.remove(item)
            self.changed.notify_all()
            return item


class ReadWriteLock:
    """Many readers or one writer; waiting writers go first."""

    def __init__(self) -> None:
        self.condition = asyncio.Condition()
        self.readers = 0
        self.writer = False
        self.waiting = 0
        self.history: list[str] = []

    @asynccontextmanager
    async def read(self, name: str) -> AsyncIterator[int]:
        async with self.condition:
            await self.condition.wait_for(lambda: not self.writer and not self.waiting)
            self.readers += 1
        self.history.append(f"+{name}")
        try:
            yield self.readers
        finally:
            self.history.append(f"-{name}")
            async with self.condition:
                self.readers -= 1
                self.condition.notify_all()

    @asynccontextmanager
    async def write(self, name: str) -> AsyncIterator[None]:
        async with self.condition:
            self.waiting += 1
            await self.condition.wait_for(lambda: not self.writer and self.readers == 0)
            self.waiting -= 1
            self.writer = True
        self.history.append(f"[{name}")
        try:
            yield
        finally:
            self.history.append(f"{name}]")
            async with self.condition:
                self.writer = False
                self.condition.notify_all()


class Latch:
    def __init__(self, count: int) -> None:
        self.count = count
        self.open = asyncio.Event()

    def down(self) -> None:
        self.count -= 1
        if self.count == 0:
            self.open.set()


async def phases() -> None:
    cells = [1, 2, 3, 4]
    barrier = asyncio.Barrier(len(cells))
    log: list[str] = []

    async def cell(index: int) -> None:
        for step in range(3):
            value = cells[index - 1] + cells[(index + 1) % len(cells)]
            place = await barrier.wait()
            cells[index] = value % 10
            if place == 0:
                log.append(f"step {step}: {barrier.n_waiting} waiting")
            async with barrier:
                assert not barrier.broken

    await asyncio.gather(*(cell(i) for i in range(len(cells))))
    print(cells, log, barrier.broken, barrier.parties)

    async def waits(name: str) -> str:
        try:
            await barrier.wait()
        except asyncio.BrokenBarrierError as error:
            return f"{name} broken {error}"
        return name

    tasks = [asyncio.create_task(waits(name)) for name in "abc"]
    await asyncio.sleep(0)
    print(barrier.n_waiting)
    await barrier.abort()
    print(await asyncio.gather(*tasks), barrier.broken)
    await barrier.reset()
    print(barrier.broken, sorted(await asyncio.gather(*(waits(name) for name in "wxyz"))))
    try:
        asyncio.Barrier(0)
    except ValueError as error:
        print(error)


async def buffers() -> None:
    buffer: Buffer[int] = Buffer(2)
    taken: list[int] = []

    async def taker(rest: int) -> None:
        for _ in range(3):
            taken.append(await buffer.take(lambda n: n % 2 == rest))

    async with asyncio.TaskGroup() as group:
        group.create_task(taker(0))
        group.create_task(taker(1))
        for n in (1, 2, 4, 3, 5, 6):
            await buffer.put(n)
    print(sorted(taken), [n for n in taken if n % 2], [n for n in taken if n % 2 == 0], buffer.waits > 0, buffer.changed.locked())
    for action in (buffer.changed.notify, buffer.changed.notify_all):
        try:
            action()
        except RuntimeError as error:
            print(error)
    try:
        await buffer.changed.wait()
    except RuntimeError as error:
        print(error)


async def locks() -> None:
    lock = ReadWriteLock()
    go = asyncio.Event()
    latch = Latch(4)

    async def reader(name: str) -> int:
        async with lock.read(name) as count:
            latch.down()
            await go.wait()
            return count

    async def writer(name: str) -> None:
        async with lock.write(name):
            latch.down()
            await asyncio.sleep(0)

    first = [asyncio.create_task(reader(n)) for n in "ab"]
    await asyncio.sleep(0)
    others = [asyncio.create_task(writer("W")), asyncio.create_task(reader("c"))]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    print(lock.history, lock.waiting, lock.readers, go.is_set())
    go.set()
    await latch.open.wait()
    print(await asyncio.gather(*first), await asyncio.gather(*others), lock.history)
    try:
        async with lock.write("X"):
            raise KeyError("inside")
    except KeyError as error:
        print(error, lock.writer, lock.history[-2:])


async def main() -> None:
    await phases()
    await buffers()
    await locks()


asyncio.run(main())
