"""What tasks and futures say of themselves: where their coroutine stands, what it awaits, who waits for them."""
from __future__ import annotations

import asyncio
from typing import Any


def note(future: asyncio.Future[Any]) -> None:
    print("noted", future)


async def step(seconds: float) -> list[int]:
    await asyncio.sleep(seconds)
    return list(range(12))


async def outer() -> int:
    total = 0
    for number in range(2):
        total += len(
            await step(0.01)
        )
        await asyncio.sleep(0)
    return total


async def fails() -> None:
    await asyncio.sleep(0)
    raise ValueError("no")


class Client:
    async def fetch(self, what: str) -> str:
        await asyncio.sleep(0.01)
        return what * 20


async def main() -> None:
    task = asyncio.create_task(outer(), name="counting")
    print(task)
    await asyncio.sleep(0)
    print(task)
    task.add_done_callback(note)
    print(task)
    task.add_done_callback(lambda future: None)
    print(task)
    print(await task, task)
    fetched = asyncio.create_task(Client().fetch("abc"))
    waiting = asyncio.create_task(asyncio.wait_for(asyncio.shield(fetched), None))
    await asyncio.sleep(0)
    await fetched
    await waiting
    print(fetched)
    failing = asyncio.create_task(fails())
    try:
        await failing
    except ValueError:
        print(failing)
    cancelled = asyncio.create_task(step(5))
    await asyncio.sleep(0)
    cancelled.cancel()
    print(cancelled)
    await asyncio.wait([cancelled])
    print(cancelled)
    future: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    print(future)
    tasks: set[asyncio.Task[list[int]]] = set()
    one = asyncio.create_task(step(0))
    tasks.add(one)
    one.add_done_callback(tasks.discard)
    print(one)
    await one
    future.set_result("a" * 50)
    print(future, len(tasks))
    lost = asyncio.create_task(fails())
    await asyncio.sleep(0.01)
    del lost


asyncio.run(main())
