"""async for, async with, asynchronous iterators by class."""

import asyncio


class Ticker:
    def __init__(self, count: int) -> None:
        self.count = count
        self.n = 0

    def __aiter__(self) -> "Ticker":
        return self

    async def __anext__(self) -> int:
        if self.n >= self.count:
            raise StopAsyncIteration
        await asyncio.sleep(0)
        self.n += 1
        return self.n


class Connection:
    def __init__(self, name: str) -> None:
        self.name = name

    async def __aenter__(self) -> str:
        await asyncio.sleep(0)
        print("open", self.name)
        return self.name.upper()

    async def __aexit__(self, kind: object, error: object, trace: object) -> bool:
        await asyncio.sleep(0)
        print("close", self.name, error)
        return isinstance(error, KeyError)


async def main() -> None:
    async for n in Ticker(3):
        print(n)
    else:
        print("else of async for")
    print([n * n async for n in Ticker(4) if n != 2])
    async with Connection("db") as db, Connection("cache") as cache:
        print(db, cache)
    async with Connection("swallows"):
        raise KeyError("gone")
    try:
        async with Connection("passes"):
            raise ValueError("through")
    except ValueError as error:
        print("caught", error)


asyncio.run(main())
