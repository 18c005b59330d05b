"""Several asynchronous generators merged into one, fairly or in order of time."""

from __future__ import annotations

import asyncio
import heapq
from collections.abc import AsyncIterator, Awaitable
from typing import Generic, TypeVar

T = TypeVar("T")


async def ticks(name: str, moments: list[int]) -> AsyncIterator[tuple[int, str]]:
    try:
        for moment in moments:
            await asyncio.sleep(0)
            yield moment, name
    finally:
        print("closed", name)


async def in_order(*feeds: AsyncIterator[tuple[int, str]]) -> AsyncIterator[tuple[int, str]]:
    """Merge feeds that are each sorted."""
    heads: list[tuple[int, str, int]] = []
    for place, feed in enumerate(feeds):
        async for moment, name in feed:
            heapq.heappush(heads, (moment, name, place))
            break
    while heads:
        moment, name, place = heapq.heappop(heads)
        yield moment, name
        try:
            following = await anext(feeds[place])
        except StopAsyncIteration:
            continue
        heapq.heappush(heads, (following[0], following[1], place))


class FanIn(Generic[T]):
    """Reads every feed in a task of its own; ends when all have ended."""

    def __init__(self, *feeds: AsyncIterator[T]) -> None:
        self._queue: asyncio.Queue[T | Exception | None] = asyncio.Queue(maxsize=2)
        self._open = len(feeds)
        self._tasks = [asyncio.create_task(self._pump(feed)) for feed in feeds]

    async def _pump(self, feed: AsyncIterator[T]) -> None:
        try:
            async for item in feed:
                await self._queue.put(item)
        except ValueError as error:
            await self._queue.put(error)
        await self._queue.put(None)

    def __aiter__(self) -> FanIn[T]:
        return self

    async def __anext__(self) -> T:
        while self._open:
            item = await self._queue.get()
            if item is None:
                self._open -= 1
            elif isinstance(item, Exception):
                print("a feed failed:", item)
            else:
                return item
        await asyncio.gather(*self._tasks)
        raise StopAsyncIteration


async def numbers(start: int, stop: int) -> AsyncIterator[int]:
    for number in range(start, stop):
        if number % 10 == 7:
            raise ValueError(f"no {number} please")
        yield number
        await asyncio.sleep(0)


async def counted(work: Awaitable[list[int]]) -> int:
    return len(await work)


async def collect(feed: AsyncIterator[int]) -> list[int]:
    return sorted([item async for item in feed])


async def main() -> None:
    async for moment, name in in_order(ticks("a", [1, 4, 9]), ticks("b", [2, 3]), ticks("c", [])):
        print(moment, name)
    print(await collect(FanIn(numbers(0, 4), numbers(15, 25), numbers(40, 42))))
    print(await counted(collect(FanIn(numbers(1, 3), numbers(1, 3)))))
    words = FanIn(ticks("x", [5, 6]), ticks("y", [1]))
    print(sorted([f"{name}{moment}" async for moment, name in words]))


asyncio.run(main())
