"""Deep recursion through generators and awaits ends in RecursionError, as other recursion does."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator


def down(n: int) -> Iterator[int]:
    yield n
    yield from down(n + 1)


def looped(n: int) -> Iterator[int]:
    yield n
    for x in looped(n + 1):
        yield x


async def deep(n: int) -> int:
    return await deep(n + 1) + 1


async def waits(n: int) -> int:
    if n > 100:
        await asyncio.sleep(0)
        return n
    return await waits(n + 1)


def bounded(n: int) -> Iterator[int]:
    if n > 0:
        yield n
        yield from bounded(n - 1)


def count(it: Iterator[int]) -> str:
    seen = 0
    try:
        for _ in it:
            seen += 1
    except RecursionError as error:
        return f"RecursionError {error.args[0][:32]} after many {seen > 100}"
    return f"ended {seen}"


async def main() -> None:
    try:
        await deep(0)
    except RecursionError as error:
        print("deep await", error.args[0][:32])
    print(await waits(0))


print(count(down(0)))
print(count(looped(0)))
print(sum(bounded(150)))
asyncio.run(main())
