"""Asynchronous generators."""

import asyncio
from typing import AsyncIterator


async def numbers(count: int) -> AsyncIterator[int]:
    try:
        for n in range(count):
            await asyncio.sleep(0)
            yield n
    finally:
        print("numbers end", count)


async def doubled(source: AsyncIterator[int]) -> AsyncIterator[int]:
    async for n in source:
        yield n * 2


async def main() -> None:
    async for n in numbers(3):
        print(n)
    print([n async for n in doubled(numbers(4))], {n: str(n) async for n in numbers(2)})
    iterator = numbers(2)
    print(await iterator.__anext__(), await iterator.__anext__())
    try:
        await iterator.__anext__()
    except StopAsyncIteration:
        print("stop")
    print(sum([n async for n in numbers(5) if n % 2]))


asyncio.run(main())
