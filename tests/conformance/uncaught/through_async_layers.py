"""An error that passes tasks, an async generator, an async manager and gather, and ends the program."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager


@asynccontextmanager
async def session(name: str) -> AsyncIterator[str]:
    print("open", name)
    try:
        yield name.upper()
    except LookupError as error:
        raise ConnectionError(f"session {name} broke") from error
    finally:
        print("close", name)


async def pages(n: int) -> AsyncIterator[dict[str, int]]:
    for i in range(n):
        await asyncio.sleep(0)
        yield {"page": i} if i < 2 else {}


async def total(name: str, n: int) -> int:
    async with session(name):
        return sum([page["page"] async for page in pages(n)])


async def main() -> None:
    print(await asyncio.gather(total("a", 2), total("b", 1)))
    results = await asyncio.gather(total("c", 3), total("d", 2), return_exceptions=True)
    print([r if isinstance(r, int) else f"{type(r).__name__}: {r} <- {r.__cause__!r}" for r in results])
    task = asyncio.create_task(total("e", 5), name="last")
    await asyncio.wait([task])
    print(task.done(), task.get_name(), type(task.exception()).__name__)
    await task


asyncio.run(main())
