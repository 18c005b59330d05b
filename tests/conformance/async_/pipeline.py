"""A pipeline of stages over queues, closed by a sentinel."""

import asyncio


async def stage(
    name: str, source: asyncio.Queue[int | None], sink: asyncio.Queue[int | None], factor: int
) -> int:
    count = 0
    while (item := await source.get()) is not None:
        await sink.put(item * factor + 1)
        count += 1
    await sink.put(None)
    print("stage", name, "moved", count)
    return count


async def main() -> None:
    queues: list[asyncio.Queue[int | None]] = [asyncio.Queue(2) for _ in range(4)]
    stages = [asyncio.create_task(stage("abc"[i], queues[i], queues[i + 1], i + 2)) for i in range(3)]

    async def feed() -> None:
        for n in range(6):
            await queues[0].put(n)
        await queues[0].put(None)

    feeder = asyncio.create_task(feed())
    results: list[int] = []
    while (value := await queues[3].get()) is not None:
        results.append(value)
    await feeder
    print(results, await asyncio.gather(*stages))


asyncio.run(main())
