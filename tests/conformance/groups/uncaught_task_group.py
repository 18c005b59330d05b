"""A TaskGroup's failure that nobody catches."""

import asyncio


async def fail(n: int) -> None:
    await asyncio.sleep(0)
    raise ValueError(n)


async def main() -> None:
    async with asyncio.TaskGroup() as group:
        group.create_task(fail(1))
        group.create_task(fail(2))


asyncio.run(main())
