"""What is a future already, what becomes one, and loops that run already."""

import asyncio
from typing import Any


async def work(n: int) -> int:
    await asyncio.sleep(0)
    return n


class Later:
    def __await__(self) -> Any:
        yield from work(5).__await__()
        return "later"


async def main() -> None:
    loop = asyncio.get_running_loop()
    fut: asyncio.Future[int] = loop.create_future()
    fut.set_result(1)
    for attempt in (
        lambda: loop.run_until_complete(fut),
        lambda: loop.run_forever(),
        lambda: asyncio.new_event_loop().run_until_complete(fut),
    ):
        try:
            print(attempt())
        except RuntimeError as e:
            print(e)
    bad: Any = 5
    try:
        asyncio.ensure_future(bad)
    except TypeError as e:
        print(e)
    unknown: Any = work(4)
    made = asyncio.ensure_future(unknown)
    print(made.done(), await made)
    t = asyncio.ensure_future(work(3))
    t.set_name("t")
    print(t.get_name(), await t, await asyncio.ensure_future(Later()))
    print(await asyncio.ensure_future(fut), asyncio.ensure_future(fut) is fut)
    await asyncio.sleep(0.001)
    print("went on")


asyncio.run(main())
