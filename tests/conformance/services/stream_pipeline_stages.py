"""Pipelines of async stages: sources, maps with bounded parallelism in order, batches by size, fan-out, merging, sinks."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Callable, Iterable
from contextlib import aclosing
from typing import Any, Generic, TypeVar

T = TypeVar("T")
U = TypeVar("U")
K = TypeVar("K")
END: Any = object()
closed: list[str] = []


class Stream(Generic[T]):
    def __init__(self, source: AsyncIterable[T]) -> None:
        self._source = source

    @classmethod
    def of(cls, items: Iterable[T], name: str = "source") -> Stream[T]:
        async def generate() -> AsyncIterator[T]:
            try:
                for item in items:
                    yield item
                    await asyncio.sleep(0)
            finally:
                closed.append(name)

        return cls(generate())

    def __aiter__(self) -> AsyncIterator[T]:
        return self._source.__aiter__()

    def map(self, function: Callable[[T], Awaitable[U]], parallel: int = 1) -> Stream[U]:
        async def run() -> AsyncIterator[U]:
            running: list[asyncio.Task[U]] = []

            async def call(item: T) -> U:
                return await function(item)

            try:
                async for item in self:
                    running.append(asyncio.create_task(call(item)))
                    if len(running) >= parallel:
                        yield await running.pop(0)
                while running:
                    yield await running.pop(0)
            finally:
                for task in running:
                    task.cancel()

        return Stream(run())

    def filter(self, wanted: Callable[[T], bool]) -> Stream[T]:
        return Stream(item async for item in self if wanted(item))

    def batch(self, size: int) -> Stream[list[T]]:
        async def run() -> AsyncIterator[list[T]]:
            kept: list[T] = []
            async for item in self:
                kept.append(item)
                if len(kept) == size:
                    yield kept
                    kept = []
            if kept:
                yield kept

        return Stream(run())

    def take(self, count: int) -> Stream[T]:
        async def run() -> AsyncIterator[T]:
            if count <= 0:
                return
            left = count
            async for item in self:
                yield item
                left -= 1
                if not left:
                    return

        return Stream(run())

    def retry(self, times: int, function: Callable[[T], Awaitable[U]]) -> Stream[U | Exception]:
        async def attempt(item: T) -> U | Exception:
            for n in range(times + 1):
                try:
                    return await function(item)
                except ValueError as error:
                    if n == times:
                        return error
            raise AssertionError

        return self.map(attempt)

    async def split(self, branches: int, room: int = 2) -> list[Stream[T]]:
        """Every branch sees every item; the slowest decides the pace."""
        queues: list[asyncio.Queue[T]] = [asyncio.Queue(room) for _ in range(branches)]

        async def feed() -> None:
            async for item in self:
                await asyncio.gather(*(q.put(item) for q in queues))
            for q in queues:
                await q.put(END)

        task = asyncio.create_task(feed())

        async def branch(queue: asyncio.Queue[T]) -> AsyncIterator[T]:
            while (item := await queue.get()) is not END:
                yield item
            await task

        return [Stream(branch(q)) for q in queues]

    async def collect(self) -> list[T]:
        return [item async for item in self]

    async def reduce(self, function: Callable[[U, T], U], start: U) -> U:
        total = start
        async for item in self:
            total = function(total, item)
        return total

    async def group(self, key: Callable[[T], K]) -> dict[K, list[T]]:
        groups: dict[K, list[T]] = {}
        async for item in self:
            groups.setdefault(key(item), []).append(item)
        return groups


async def merged(*streams: Stream[T]) -> AsyncGenerator[T, None]:
    """Items as they come, from whichever has one."""
    waiting: dict[asyncio.Task[Any], AsyncIterator[T]] = {}

    async def following(iterator: AsyncIterator[T]) -> Any:
        return await anext(iterator, END)

    for stream in streams:
        iterator = stream.__aiter__()
        waiting[asyncio.create_task(following(iterator))] = iterator
    while waiting:
        done, _ = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
        for task in sorted(done, key=lambda t: str(t.result())):
            iterator = waiting.pop(task)
            if task.result() is not END:
                waiting[asyncio.create_task(following(iterator))] = iterator
                yield task.result()


active = 0
peak = 0


async def slow_square(n: int) -> int:
    global active, peak
    active += 1
    peak = max(peak, active)
    for _ in range(5 - n % 5):
        await asyncio.sleep(0)
    active -= 1
    return n * n


attempts: dict[int, int] = {}


async def flaky(n: int) -> str:
    attempts[n] = attempts.get(n, 0) + 1
    if n % 3 == 0 and attempts[n] < 2 or n == 7:
        raise ValueError(f"bad {n}")
    return f"ok{n}"


async def main() -> None:
    for parallel in (1, 3, 10):
        global peak
        peak = 0
        print(parallel, await Stream.of(range(9)).map(slow_square, parallel).filter(lambda n: n % 2 == 0).batch(2).collect(), peak)
    print(await Stream.of(range(8)).retry(2, flaky).collect(), attempts)
    print(await Stream.of("abcdef", "letters").take(2).collect(), await Stream.of("xyz").take(0).collect())
    left, right = await Stream.of(range(1, 6)).split(2)
    print(await asyncio.gather(left.reduce(lambda t, n: t + n, 0), right.map(slow_square).reduce(lambda t, n: f"{t},{n}", "")))
    print(await Stream.of("the quick brown fox jumped over it".split()).group(len))
    print(sorted([item async for item in merged(Stream.of([3, 1]), Stream.of([20, 10, 30]), Stream.of([]))]))
    async with aclosing(merged(Stream.of("ab"), Stream.of("AB"))) as both:
        async for letter in both:
            print("first", letter)
            break

    async def bad(n: int) -> int:
        if n == 3:
            raise KeyError(n)
        return n

    seen: list[int] = []
    try:
        async for n in Stream.of(range(6), "failing").map(bad, 2):
            seen.append(n)
    except KeyError as error:
        print("stopped at", error, seen)
    print(active, closed.count("source") >= 8)


asyncio.run(main())
