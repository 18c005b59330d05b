"""A manager made by a generator is entered once; one that was entered decorates nothing any more."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager


@contextmanager
def step(name: str) -> Iterator[str]:
    print("begin", name)
    try:
        yield name.upper()
    finally:
        print("end", name)


once = step("first")
with once as shown:
    print(shown)
try:
    with once:
        print("not reached")
except AttributeError as error:
    print(error)

fresh = step("second")


@fresh
def work(number: int) -> int:
    return number * 2


print(work(2), work(3))
with fresh:
    print("inside")
try:
    print(work(4))
except AttributeError as error:
    print(error)


@asynccontextmanager
async def later(name: str) -> AsyncIterator[str]:
    print("open", name)
    yield name
    print("close", name)


async def main() -> None:
    manager = later("door")
    async with manager as name:
        print(name)
    try:
        async with manager:
            print("not reached")
    except AttributeError as error:
        print(error)


asyncio.run(main())
