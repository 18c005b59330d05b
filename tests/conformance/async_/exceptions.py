"""Exceptions through gather and tasks."""

import asyncio


async def good(n: int) -> int:
    await asyncio.sleep(0)
    return n


async def bad(text: str) -> int:
    await asyncio.sleep(0)
    raise ValueError(text)


async def main() -> None:
    results = await asyncio.gather(good(1), bad("two"), good(3), return_exceptions=True)
    print([repr(result) for result in results])
    try:
        await asyncio.gather(good(1), bad("first"), bad("second"))
    except ValueError as error:
        print("gather", error)
    task = asyncio.create_task(bad("task"))
    try:
        await task
    except ValueError as error:
        print("task", error, task.done(), repr(task.exception()))
    task = asyncio.create_task(good(5))
    try:
        task.result()
    except asyncio.InvalidStateError:
        print("not yet")
    print(await task, task.exception())


asyncio.run(main())
