"""Queue: producers and consumers, maxsize, join."""

import asyncio


async def producer(queue: asyncio.Queue[int], count: int) -> None:
    for n in range(count):
        await queue.put(n)
        print("put", n)


async def consumer(queue: asyncio.Queue[int], name: str, seen: list[str]) -> None:
    while True:
        item = await queue.get()
        seen.append(f"{name}{item}")
        queue.task_done()
        await asyncio.sleep(0)


async def main() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue(maxsize=2)
    seen: list[str] = []
    consumers = [asyncio.create_task(consumer(queue, name, seen)) for name in "xy"]
    await producer(queue, 7)
    await queue.join()
    print(sorted(seen, key=lambda s: s[1:]), queue.empty(), queue.qsize(), queue.full())
    for task in consumers:
        task.cancel()
    await asyncio.gather(*consumers, return_exceptions=True)
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull:
        print("full")
    print(queue.get_nowait(), queue.get_nowait())
    try:
        queue.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")


asyncio.run(main())
