"""Lock and Event."""

import asyncio


async def critical(lock: asyncio.Lock, name: str, log: list[str]) -> None:
    async with lock:
        log.append(name + " in")
        await asyncio.sleep(0.001)
        log.append(name + " out")


async def waiter(event: asyncio.Event, name: str, log: list[str]) -> None:
    await event.wait()
    log.append(name)


async def main() -> None:
    lock = asyncio.Lock()
    log: list[str] = []
    await asyncio.gather(*[critical(lock, name, log) for name in "abc"])
    print(log, lock.locked())
    event = asyncio.Event()
    log.clear()
    tasks = [asyncio.create_task(waiter(event, name, log)) for name in "pq"]
    await asyncio.sleep(0)
    print(log, event.is_set())
    event.set()
    await asyncio.gather(*tasks)
    print(log, event.is_set())
    event.clear()
    print(event.is_set())
    semaphore = asyncio.Semaphore(2)
    async with semaphore:
        print(semaphore.locked())
        async with semaphore:
            print(semaphore.locked())


asyncio.run(main())
