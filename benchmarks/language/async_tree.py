"""Coroutines: a tree of tasks gathered level by level, some of them waiting (pyperformance)."""

from __future__ import annotations

import asyncio

from measuring import measure

BRANCHES, DEPTH = 5, 4


class Counter:
    def __init__(self) -> None:
        self.leaves = 0
        self.waits = 0

    async def visit(self, depth: int) -> int:
        if depth == 0:
            self.leaves += 1
            if self.leaves % 3 == 0:
                self.waits += 1
                await asyncio.sleep(0)
            return 1
        parts = await asyncio.gather(*[self.visit(depth - 1) for _ in range(BRANCHES)])
        return sum(parts) + 1


async def produce(queue: asyncio.Queue[int], count: int) -> None:
    for i in range(count):
        await queue.put(i)
    await queue.put(-1)


async def consume(queue: asyncio.Queue[int]) -> int:
    total = 0
    while (item := await queue.get()) >= 0:
        total += item
    return total


async def everything() -> bool:
    counter = Counter()
    nodes = await counter.visit(DEPTH)
    queue: asyncio.Queue[int] = asyncio.Queue(10)
    producer = asyncio.create_task(produce(queue, 1000))
    total = await consume(queue)
    await producer
    return nodes == 781 and counter.leaves == 625 and counter.waits == 208 and total == 499500


def run() -> bool:
    return asyncio.run(everything())


if __name__ == "__main__":
    measure(run)
