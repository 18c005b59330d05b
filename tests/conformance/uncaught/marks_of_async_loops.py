"""Where tracebacks mark asynchronous loops: the whole statement, the whole comprehension."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable


async def blocks(count: int) -> AsyncIterator[int]:
    for number in range(count):
        if number == 2:
            raise ValueError(number)
        yield number


async def one() -> None:
    async for x in blocks(3):
        print(x)


async def two() -> None:
    async for x in blocks(3):
        print(x)


async def three() -> None:
    print({x: y async for x in blocks(2) for y in [1] async for z in blocks(3)})


async def four() -> None:
    g = (x async for x in blocks(3))
    print([y + 1 async for y in g])


async def main() -> None:
    import traceback

    jobs: list[Callable[[], Awaitable[None]]] = [one, two, three, four]
    for f in jobs:
        try:
            await f()
        except ValueError:
            traceback.print_exc()


asyncio.run(main())
