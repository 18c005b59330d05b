"""Asynchronous generators: driven by hand, delegated to, closed, and comprehensions over them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, AsyncIterator


async def counter(n: int, log: list[str]) -> AsyncGenerator[int, str | None]:
    try:
        for i in range(n):
            try:
                got = yield i
                if got is not None:
                    log.append(f"got {got}")
            except ValueError as error:
                log.append(f"caught {error}")
    except GeneratorExit:
        log.append("exit")
        raise
    finally:
        await asyncio.sleep(0)
        log.append("finally")


async def ignores() -> AsyncGenerator[int, None]:
    try:
        yield 1
    except GeneratorExit:
        yield 2


async def stops() -> AsyncGenerator[int, None]:
    yield 1
    raise StopAsyncIteration


async def squares(source: AsyncIterable[int]) -> AsyncIterator[int]:
    async for x in source:
        await asyncio.sleep(0)
        yield x * x


class Ticker:
    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.n = 0

    def __aiter__(self) -> Ticker:
        return self

    async def __anext__(self) -> int:
        if self.n >= self.limit:
            raise StopAsyncIteration
        self.n += 1
        await asyncio.sleep(0)
        return self.n


async def by_hand() -> None:
    log: list[str] = []
    g = counter(4, log)
    print(await g.__anext__(), await g.asend("hello"), await anext(g))
    print(await g.athrow(ValueError("v")), log)
    try:
        await g.asend(None)
    except StopAsyncIteration as stop:
        print("stopped", stop.args, log)
    print(await anext(g, "default"))
    log.clear()
    g = counter(4, log)
    await anext(g)
    await g.aclose()
    await g.aclose()
    print(log)
    log.clear()
    g = counter(4, log)
    await g.aclose()
    print("fresh", log, await anext(g, None))
    try:
        await counter(1, log).asend("early")
    except TypeError as error:
        print(error)
    bad = ignores()
    await anext(bad)
    try:
        await bad.aclose()
    except RuntimeError as error:
        print(error)
    s = stops()
    try:
        async for x in s:
            print("x", x)
    except RuntimeError as error:
        print(error, repr(error.__cause__))
    t = counter(2, log)
    try:
        await anext(t)
        await t.athrow(KeyError("k"))
    except KeyError as error:
        print("athrow", error, log)


async def comprehensions() -> None:
    print([x async for x in Ticker(3)])
    print({x: -x async for x in squares(Ticker(3))})
    print({x % 2 async for x in Ticker(4)})
    print([x + y async for x in Ticker(2) for y in range(2) if (x + y) % 2])
    print([await double(x) for x in range(3)])
    print([y for x in [1, 2] async for y in Ticker(x)])
    lazy = (x * 10 async for x in Ticker(3) if x != 2)
    async for value in lazy:
        print("lazy", value)
    pairs = [(i, v) async for i, v in enumerated(Ticker(2))]
    print(pairs)
    it = aiter(Ticker(2))
    print(await anext(it), await anext(it), await anext(it, -1))
    async for x in Ticker(2):
        if x == 5:
            break
    else:
        print("no break")
    g = counter(5, [])
    async for x in g:
        if x == 1:
            continue
        if x == 3:
            break
        print("loop", x)
    await g.aclose()


async def double(x: int) -> int:
    await asyncio.sleep(0)
    return 2 * x


async def enumerated(source: AsyncIterator[int]) -> AsyncIterator[tuple[int, int]]:
    i = 0
    async for v in source:
        yield i, v
        i += 1


async def concurrent() -> None:
    async def slow() -> AsyncGenerator[int, None]:
        await asyncio.sleep(0.001)
        yield 1

    g = slow()
    first = asyncio.create_task(step(g))
    await asyncio.sleep(0)
    try:
        await anext(g)
    except RuntimeError as error:
        print(error)
    print(await first)


async def step(g: AsyncGenerator[int, None]) -> int:
    return await anext(g)


async def main() -> None:
    await by_hand()
    await comprehensions()
    await concurrent()


asyncio.run(main())
