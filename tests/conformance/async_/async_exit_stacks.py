"""AsyncExitStack in full: order of leaving, callbacks, suppressing, replacing errors, pop_all, aclosing, nullcontext."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Iterator
from contextlib import (
    AbstractAsyncContextManager,
    AsyncContextDecorator,
    AsyncExitStack,
    aclosing,
    asynccontextmanager,
    contextmanager,
    nullcontext,
)
from types import TracebackType

events: list[str] = []


def show(title: str) -> None:
    print(f"{title:10} {', '.join(events)}")
    events.clear()


@asynccontextmanager
async def resource(name: str, *, fail_on: str = "") -> AsyncIterator[str]:
    if fail_on == "enter":
        raise OSError(f"{name} cannot be opened")
    events.append(f"+{name}")
    try:
        yield name.upper()
    except BaseException as error:
        events.append(f"{name} saw {type(error).__name__}")
        raise
    finally:
        await asyncio.sleep(0)
        events.append(f"-{name}")
        if fail_on == "exit":
            raise RuntimeError(f"{name} cannot be closed")


@contextmanager
def plain(name: str) -> Iterator[int]:
    events.append(f"({name}")
    yield len(name)
    events.append(f"{name})")


class Swallow(AbstractAsyncContextManager["Swallow"]):
    def __init__(self, *kinds: type[BaseException]) -> None:
        self.kinds = kinds
        self.caught: list[BaseException] = []

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        if error is not None and isinstance(error, self.kinds):
            self.caught.append(error)
            return True
        return False


class Traced(AsyncContextDecorator):
    def __init__(self, label: str) -> None:
        self.label = label

    async def __aenter__(self) -> Traced:
        events.append(f"<{self.label}")
        return self

    async def __aexit__(self, *details: object) -> None:
        events.append(f"{self.label}>")


@Traced("traced")
async def computed(n: int) -> int:
    events.append(f"n={n}")
    if n < 0:
        raise ValueError(n)
    return n * n


async def farewell(word: str, *, loud: bool = False) -> None:
    await asyncio.sleep(0)
    events.append(word.upper() if loud else word)


async def order() -> None:
    async with AsyncExitStack() as stack:
        names = [await stack.enter_async_context(resource(n)) for n in "abc"]
        size = stack.enter_context(plain("sync"))
        stack.callback(events.append, "called")
        stack.push_async_callback(farewell, "bye", loud=True)
        events.append(f"{names} {size}")
    show("order")


async def failing() -> None:
    swallow = Swallow(LookupError)
    async with AsyncExitStack() as stack:
        await stack.enter_async_context(resource("outer"))
        assert await stack.enter_async_context(swallow) is swallow
        await stack.enter_async_context(resource("inner"))
        raise KeyError("k")
    show("swallowed")
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(resource("a", fail_on="exit"))
            await stack.enter_async_context(resource("b", fail_on="exit"))
            raise ValueError("body")
    except RuntimeError as error:
        chain: list[str] = []
        step: BaseException | None = error
        while step is not None:
            chain.append(str(step))
            step = step.__context__
        events.append(" <- ".join(chain))
    show("replaced")
    try:
        async with AsyncExitStack() as stack:
            await stack.enter_async_context(resource("x"))
            await stack.enter_async_context(resource("y", fail_on="enter"))
    except OSError as error:
        events.append(str(error))
    show("not opened")


async def open_all(*names: str) -> AsyncExitStack:
    """All or nothing: closed when one cannot be opened, kept open for the caller otherwise."""
    async with AsyncExitStack() as stack:
        for name in names:
            await stack.enter_async_context(resource(name, fail_on="enter" if name == "bad" else ""))
        return stack.pop_all()


async def transferring() -> None:
    kept = await open_all("p", "q")
    show("kept")
    await kept.aclose()
    show("closed")
    try:
        await open_all("r", "bad", "s")
    except OSError as error:
        events.append(str(error))
    show("all or none")
    stack = AsyncExitStack()

    async def leave(kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> bool:
        events.append(f"leave {kind.__name__ if kind else None}")
        return kind is ZeroDivisionError

    stack.push_async_exit(leave)
    stack.push(lambda kind, error, trace: events.append(f"push {error!r}"))
    async with stack:
        events.append(str(1 // 0))
    events.append("after")
    show("pushed")


async def generators() -> None:
    async def counting(limit: int) -> AsyncGenerator[int, None]:
        try:
            for n in range(limit):
                yield n
        finally:
            await asyncio.sleep(0)
            events.append("generator closed")

    async with aclosing(counting(100)) as numbers:
        async for n in numbers:
            if n == 3:
                events.append("break")
                break
    show("aclosing")
    for manager in (nullcontext(5), resource("real")):
        async with manager as value:
            events.append(repr(value))
    show("optional")
    events.append(str(await computed(4)))
    try:
        await computed(-1)
    except ValueError as error:
        events.append(repr(error))
    show("decorator")
    try:
        async with resource("used") as first:
            events.append(first)
            raise asyncio.CancelledError("stop")
    except asyncio.CancelledError as error:
        events.append(str(error))
    show("cancelled")


async def main() -> None:
    for step in (order, failing, transferring, generators):
        await step()


asyncio.run(main())
