"""Async generators in chains, async context managers nested, conditions and barriers, context variables per task."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import AsyncIterable, AsyncIterator
from contextlib import AsyncExitStack, aclosing, asynccontextmanager
from typing import TypeVar

T = TypeVar("T")
request = contextvars.ContextVar("request", default="none")
events: list[str] = []


async def ticker(n: int, name: str = "t") -> AsyncIterator[int]:
    try:
        for i in range(n):
            await asyncio.sleep(0)
            yield i
    finally:
        events.append(f"{name} closed")


async def batch(source: AsyncIterable[T], size: int) -> AsyncIterator[list[T]]:
    group: list[T] = []
    async for item in source:
        group.append(item)
        if len(group) == size:
            yield group
            group = []
    if group:
        yield group


async def merge(*sources: AsyncIterator[T]) -> AsyncIterator[T]:
    queue: asyncio.Queue[tuple[bool, T | None]] = asyncio.Queue()

    async def pump(source: AsyncIterator[T]) -> None:
        async for item in source:
            await queue.put((True, item))
        await queue.put((False, None))

    tasks = [asyncio.create_task(pump(s)) for s in sources]
    left = len(tasks)
    while left:
        more, item = await queue.get()
        if more:
            yield item  # type: ignore[misc]
        else:
            left -= 1
    await asyncio.gather(*tasks)


class Countdown:
    def __init__(self, n: int) -> None:
        self.n = n

    def __aiter__(self) -> Countdown:
        return self

    async def __anext__(self) -> int:
        if self.n <= 0:
            raise StopAsyncIteration
        self.n -= 1
        return self.n


@asynccontextmanager
async def resource(name: str, fail: bool = False) -> AsyncIterator[str]:
    events.append(f"open {name}")
    if fail:
        raise OSError(f"cannot open {name}")
    try:
        yield name.upper()
    except KeyError as error:
        events.append(f"{name} saw {error!r}")
    finally:
        await asyncio.sleep(0)
        events.append(f"close {name}")


async def conversation() -> list[str]:
    out: list[str] = []

    async def chat() -> AsyncIterator[str]:
        yield "start"

    agen = chat()
    out.append(await anext(agen))
    out.append(await anext(agen, "default"))
    return out


async def handler(name: str, gate: asyncio.Barrier) -> str:
    token = request.set(name)
    await gate.wait()
    inner = await asyncio.create_task(child())
    mine = request.get()
    request.reset(token)
    return f"{mine}/{inner}/{request.get()}"


async def child() -> str:
    before = request.get()
    request.set("child of " + before)
    await asyncio.sleep(0)
    return request.get()


async def producer_consumer() -> list[int]:
    condition = asyncio.Condition()
    buffer: list[int] = []
    taken: list[int] = []

    async def produce() -> None:
        for i in range(6):
            async with condition:
                await condition.wait_for(lambda: len(buffer) < 2)
                buffer.append(i)
                condition.notify_all()

    async def consume() -> None:
        while len(taken) < 6:
            async with condition:
                await condition.wait_for(lambda: bool(buffer))
                taken.append(buffer.pop(0))
                condition.notify_all()

    await asyncio.gather(produce(), consume())
    return taken


async def main() -> None:
    print([b async for b in batch(ticker(7), 3)], [x async for x in Countdown(3)])
    print({i: i * i async for i in ticker(4, "d") if i % 2}, [(a, b) async for a in ticker(2) for b in "xy"])
    print(sorted([x async for x in merge(ticker(3, "m1"), Countdown(2))]), sum([await asyncio.sleep(0, n) for n in (1, 2)]))
    async with aclosing(ticker(100, "early")) as source:  # type: ignore[type-var]
        async for i in source:
            if i == 2:
                break
    events.append("after break")
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(resource(n)) for n in ("a", "b")]
        stack.push_async_callback(asyncio.sleep, 0)
        print(names)
        raise KeyError("k")
    try:
        async with resource("c") as c, resource("d", fail=True) as d:
            print("not here", c, d)
    except OSError as error:
        events.append(str(error))
    print(*events, sep=", ")
    print(await conversation())
    gate = asyncio.Barrier(2)
    print(await asyncio.gather(handler("r1", gate), handler("r2", gate)), request.get())
    print(await producer_consumer())
    context = contextvars.copy_context()
    print(context.run(lambda: (request.set("in copy"), request.get())[1]), request.get(), request in context)
    async for i in ticker(3, "last"):
        if i == 1:
            raise ValueError(f"at {i}")


asyncio.run(main())
