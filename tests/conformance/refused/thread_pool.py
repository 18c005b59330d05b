# expect-refusal: no-threads
"""Threads: an image has one."""

import asyncio


def heavy(n: int) -> int:
    return sum(range(n))


async def main() -> None:
    print(await asyncio.to_thread(heavy, 10))


asyncio.run(main())
