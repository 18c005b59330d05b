"""A map over coroutines that keeps order, bounds what runs at once, and reports progress."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable
from typing import ParamSpec, TypeVar

A = TypeVar("A")
B = TypeVar("B")
P = ParamSpec("P")


class Gauge:
    """Counts how many are inside, and the most there ever were."""

    def __init__(self) -> None:
        self.inside = 0
        self.peak = 0

    def __enter__(self) -> Gauge:
        self.inside += 1
        self.peak = max(self.peak, self.inside)
        return self

    def __exit__(self, *_: object) -> None:
        self.inside -= 1


def gauged(gauge: Gauge, function: Callable[P, Awaitable[B]]) -> Callable[P, Awaitable[B]]:
    async def inner(*args: P.args, **kwargs: P.kwargs) -> B:
        with gauge:
            return await function(*args, **kwargs)

    return inner


async def bounded(function: Callable[[A], Awaitable[B]], items: Iterable[A], limit: int) -> AsyncIterator[B]:
    """Results in the order of the items, never more than `limit` under way."""

    async def one(item: A) -> B:
        return await function(item)

    flying: deque[asyncio.Task[B]] = deque()
    try:
        for item in items:
            if len(flying) >= limit:
                yield await flying.popleft()
            flying.append(asyncio.create_task(one(item)))
        while flying:
            yield await flying.popleft()
    finally:
        for task in flying:
            task.cancel()
        if flying:
            print("left behind:", len(await asyncio.gather(*flying, return_exceptions=True)))


class Progress:
    """Writes a bar at every quarter."""

    def __init__(self, total: int) -> None:
        self.total = total
        self._done = 0
        self._shown = -1

    def step(self) -> None:
        self._done += 1
        quarter = self._done * 4 // self.total
        if quarter != self._shown:
            self._shown = quarter
            print(f"[{'#' * quarter:.<4}] {self._done / self.total:>4.0%}")


async def main() -> None:
    gauge = Gauge()

    async def square(number: int) -> int:
        for _ in range(number % 4):
            await asyncio.sleep(0)
        if number == 13:
            raise RuntimeError("unlucky")
        return number * number

    watched = gauged(gauge, square)
    progress = Progress(10)
    results: list[int] = []
    async for result in bounded(watched, range(10), 3):
        results.append(result)
        progress.step()
    print(results, "peak", gauge.peak, "inside", gauge.inside)

    try:
        async for result in bounded(watched, range(11, 20), 4):
            print("got", result)
    except RuntimeError as error:
        print("stopped:", error)
    print("inside", gauge.inside)

    text = [word async for word in bounded(shout, "to be or not".split(), 2)]
    print(" ".join(text))


async def shout(word: str) -> str:
    await asyncio.sleep(0)
    return word.upper() + "!"


asyncio.run(main())
