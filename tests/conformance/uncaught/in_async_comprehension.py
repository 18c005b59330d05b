"""An error in an async generator reached through an async comprehension in a task group's task, after clean-ups that print."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


class Corrupt(RuntimeError):
    def __init__(self, block: int) -> None:
        super().__init__(f"block {block} is corrupt")
        self.block = block


@asynccontextmanager
async def opened(name: str) -> AsyncIterator[str]:
    print("open", name)
    try:
        yield name.upper()
    finally:
        await asyncio.sleep(0)
        print("close", name)


async def blocks(name: str, count: int) -> AsyncIterator[bytes]:
    for number in range(count):
        await asyncio.sleep(0)
        if name == "BAD" and number == 2:
            raise Corrupt(number)
        yield bytes([number]) * 2


async def load(name: str) -> int:
    async with opened(name) as stream:
        parts = [block async for block in blocks(stream, 4) if block != b"\0\0"]
    return sum(map(len, parts))


async def first_of(*names: str) -> dict[str, int]:
    sizes: dict[str, int] = {}
    for name in names:
        try:
            sizes[name] = await load(name)
        except Corrupt as error:
            raise LookupError(f"no {name}") from error
        finally:
            print("tried", name)
    return sizes


async def main() -> None:
    print(await first_of("one", "two"))
    print(await asyncio.gather(load("three"), asyncio.wait_for(load("four"), 5)))
    await asyncio.wait_for(asyncio.shield(asyncio.create_task(first_of("one", "bad"))), 5)


asyncio.run(main())
