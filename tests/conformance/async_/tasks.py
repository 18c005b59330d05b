"""Tasks run between each other's awaits."""

import asyncio


async def worker(name: str, steps: int, log: list[str]) -> str:
    for step in range(steps):
        log.append(f"{name}{step}")
        await asyncio.sleep(0)
    return name * steps


async def main() -> None:
    log: list[str] = []
    a = asyncio.create_task(worker("a", 3, log))
    b = asyncio.create_task(worker("b", 2, log))
    print(a.done(), await a, await b, a.done(), a.result())
    print(log)
    log.clear()
    print(await asyncio.gather(worker("x", 2, log), worker("y", 3, log), worker("z", 1, log)))
    print(log, await asyncio.gather())


asyncio.run(main())
