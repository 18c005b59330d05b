"""An error on its way through managers made of generators, nested, sync and async."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager


@contextmanager
def plain(name: str) -> Iterator[str]:
    try:
        yield name
    finally:
        print("leaving", name)


@contextmanager
def translating() -> Iterator[None]:
    try:
        yield
    except KeyError as error:
        raise LookupError("translated") from error


@asynccontextmanager
async def session() -> AsyncIterator[int]:
    try:
        yield 1
    finally:
        await asyncio.sleep(0)
        print("session over")


def find(key: str) -> int:
    table: dict[str, int] = {}
    with plain("inner") as name:
        print(name)
        return table[key]


async def main() -> None:
    async with session():
        with ExitStack() as stack:
            stack.enter_context(plain("stacked"))
            with plain("outer"), translating():
                find("missing")


asyncio.run(main())
