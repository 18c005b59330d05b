"""asyncio's locks at work: readers and writers, a barrier of phases, a condition queue, bounded producers, a Runner."""

from __future__ import annotations

import asyncio
import contextvars
from collections import deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

request: contextvars.ContextVar[str] = contextvars.ContextVar("request", default="none")
trace: list[str] = []


class ReadWrite:
    def __init__(self) -> None:
        self.condition = asyncio.Condition()
        self.readers = 0
        self.writing = False

    @asynccontextmanager
    async def read(self) -> AsyncIterator[int]:
        async with self.condition:
            await self.condition.wait_for(lambda: not self.writing)
            self.readers += 1
        try:
            yield self.readers
        finally:
            async with self.condition:
                self.readers -= 1
                self.condition.notify_all()

    @asynccontextmanager
    async def write(self) -> AsyncIterator[None]:
        async with self.condition:
            await self.condition.wait_for(lambda: not self.writing and not self.readers)
            self.writing = True
        try:
            yield
        finally:
            async with self.condition:
                self.writing = False
                self.condition.notify_all()


async def reader(lock: ReadWrite, name: str) -> int:
    async with lock.read() as together:
        trace.append(f"{name}+")
        await asyncio.sleep(0.002)
        trace.append(f"{name}-")
        return together


async def writer(lock: ReadWrite, name: str) -> None:
    async with lock.write():
        trace.append(f"{name}(")
        await asyncio.sleep(0)
        trace.append(f"){name}")


async def phases(barrier: asyncio.Barrier, name: str, out: list[str]) -> None:
    for phase in range(2):
        out.append(f"{name}{phase}")
        position = await barrier.wait()
        if position == 0:
            out.append("|")
        await barrier.wait()


async def produce(queue: asyncio.Queue[int | None], count: int) -> int:
    blocked = 0
    for n in range(count):
        blocked += queue.full()
        await queue.put(n)
    await queue.put(None)
    return blocked


async def consume(queue: asyncio.Queue[int | None]) -> list[int]:
    got: list[int] = []
    while (item := await queue.get()) is not None:
        got.append(item)
        await asyncio.sleep(0)
    return got


async def tagged(name: str) -> str:
    request.set(name)
    await asyncio.sleep(0)
    return request.get()


async def main() -> int:
    lock = ReadWrite()
    print(await asyncio.gather(reader(lock, "a"), reader(lock, "b"), writer(lock, "w"), reader(lock, "c")), trace)
    out: list[str] = []
    barrier = asyncio.Barrier(3)
    async with asyncio.TaskGroup() as group:
        for name in "xyz":
            group.create_task(phases(barrier, name, out))
    print("".join(out), barrier.parties, barrier.n_waiting, barrier.broken)
    queue: asyncio.Queue[int | None] = asyncio.Queue(2)
    blocked, got = await asyncio.gather(produce(queue, 6), consume(queue))
    print(blocked > 0, got, queue.empty(), queue.qsize())
    print(await asyncio.gather(*map(tagged, ["r1", "r2"])), request.get())
    stack: asyncio.LifoQueue[str] = asyncio.LifoQueue()
    for char in "abc":
        stack.put_nowait(char)
    print([stack.get_nowait() for _ in range(3)])
    event, gate = asyncio.Event(), asyncio.Semaphore(1)
    waiter = asyncio.create_task(event.wait())
    async with gate:
        print(gate.locked(), event.is_set(), waiter.done())
        event.set()
    print(await waiter, gate.locked())
    for broken in (lambda: stack.get_nowait(), lambda: asyncio.BoundedSemaphore(1).release(), lambda: asyncio.Lock().release()):
        try:
            print(broken())
        except (asyncio.QueueEmpty, ValueError, RuntimeError) as error:
            print(type(error).__name__, error)
    history: deque[str] = deque(maxlen=2)
    loop = asyncio.get_running_loop()
    loop.call_soon(history.append, "soon")
    loop.call_later(0.001, history.append, "later")
    handle = loop.call_later(0.002, history.append, "never")
    handle.cancel()
    await asyncio.sleep(0.005)
    print(list(history), handle.cancelled())
    return len(trace)


with asyncio.Runner() as runner:
    total = runner.run(main())
    print(total, runner.run(tagged("again")), request.get())
    raise SystemExit(total + runner.run(asyncio.sleep(0, 3)))
