"""contextlib from end to end."""

from __future__ import annotations

import asyncio
import contextlib
import io
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import (
    AbstractAsyncContextManager,
    AbstractContextManager,
    AsyncExitStack,
    ContextDecorator,
    ExitStack,
    aclosing,
    asynccontextmanager,
    closing,
    contextmanager,
    nullcontext,
    redirect_stderr,
    redirect_stdout,
    suppress,
)
from types import TracebackType


@contextmanager
def tag(name: str) -> Iterator[str]:
    print(f"<{name}>")
    try:
        yield name.upper()
    except ValueError as error:
        print("caught", error)
    finally:
        print(f"</{name}>")


@contextmanager
def never() -> Iterator[int]:
    if len("") == 1:
        yield 1


@contextmanager
def twice() -> Iterator[int]:
    yield 1
    yield 2


@contextmanager
def twice_after_error() -> Iterator[int]:
    try:
        yield 1
    except KeyError:
        yield 2


@contextmanager
def replaces() -> Iterator[None]:
    try:
        yield
    except KeyError as error:
        raise RuntimeError("replaced") from error


class Resource:
    def __init__(self, name: str, fail: bool = False, swallow: bool = False) -> None:
        self.name = name
        self.fail = fail
        self.swallow = swallow

    def __enter__(self) -> Resource:
        print("enter", self.name)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        print("exit", self.name, kind.__name__ if kind is not None else None, error)
        if self.fail:
            raise OSError(f"closing {self.name}")
        return self.swallow

    def close(self) -> None:
        print("close", self.name)


class Timed(ContextDecorator):
    def __init__(self, label: str) -> None:
        self.label = label

    def __enter__(self) -> Timed:
        print("begin", self.label)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        print("end", self.label, repr(error))


class Base(AbstractContextManager["Base"]):
    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        print("base exit")


@Timed("add")
def add(a: int, b: int) -> int:
    return a + b


@tag("wrapped")
def wrapped(text: str) -> str:
    print("inside", text)
    return text * 2


def stacks() -> None:
    with ExitStack() as stack:
        names = [stack.enter_context(Resource(n)).name for n in "ab"]
        stack.callback(print, "callback", 1, sep="-")
        stack.push(Resource("pushed"))
        print(names)
    try:
        with ExitStack() as stack:
            stack.enter_context(Resource("x", fail=True))
            stack.enter_context(Resource("y"))
            raise KeyError("body")
    except OSError as error:
        print(error, repr(error.__context__))
    with ExitStack() as stack:
        stack.enter_context(Resource("swallows", swallow=True))
        stack.enter_context(Resource("fails", fail=True))
        raise KeyError("gone")
    print("after")
    with ExitStack() as stack:
        stack.enter_context(Resource("kept"))
        later = stack.pop_all()
    print("still open")
    later.close()

    def on_exit(
        kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        print("function sees", repr(error))
        return True

    with ExitStack() as stack:
        stack.push(on_exit)

        @stack.callback
        def cleanup() -> None:
            print("cleanup")

        raise ValueError("v")


def simple() -> None:
    with tag("a") as a, tag("b") as b:
        print(a, b)
    with tag("c"):
        raise ValueError("inside c")
    for manager in (never, twice, twice_after_error):
        try:
            with manager() as value:
                if manager is twice_after_error:
                    raise KeyError("k")
                print(value)
        except RuntimeError as error:
            print(error)
    try:
        with replaces():
            raise KeyError("k")
    except RuntimeError as error:
        print(error, repr(error.__cause__))
    try:
        with replaces():
            raise StopIteration("s")
    except StopIteration as error:
        print("stop", error)
    print(add(1, b=2))
    print(wrapped("w"), wrapped("v"))
    with suppress(KeyError, IndexError):
        [][1]
    with suppress(LookupError) as nothing:
        print(nothing)
        {}["x"]
    try:
        with suppress(KeyError):
            raise ValueError("not this")
    except ValueError as error:
        print(error)
    with closing(Resource("closed")) as r:
        print(r.name)
    with nullcontext(5) as five, nullcontext() as none:
        print(five, none)
    buffer = io.StringIO()
    with redirect_stdout(buffer):
        print("hidden")
        with redirect_stderr(buffer):
            print("error", file=sys.stderr)
    print(repr(buffer.getvalue()))
    with Base() as base:
        print(type(base).__name__)
    print(isinstance(base, AbstractContextManager), isinstance(Resource("i"), AbstractContextManager))


@asynccontextmanager
async def connection(name: str) -> AsyncIterator[str]:
    print("connect", name)
    try:
        await asyncio.sleep(0)
        yield f"conn-{name}"
    except LookupError as error:
        print("lookup", error)
    finally:
        print("disconnect", name)


class AsyncResource(AbstractAsyncContextManager["AsyncResource"]):
    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        print("async exit", repr(error))
        return isinstance(error, ZeroDivisionError)


async def ticks(n: int) -> AsyncIterator[int]:
    try:
        for i in range(n):
            yield i
    finally:
        print("ticks closed")


async def main() -> None:
    async with connection("a") as a, connection("b") as b:
        print(a, b)
    async with connection("c"):
        raise KeyError("inside")
    async with AsyncResource() as res:
        print(type(res).__name__)
        print(1 // len(""))

    async def bye(text: str) -> None:
        await asyncio.sleep(0)
        print("bye", text)

    async with AsyncExitStack() as stack:
        print(await stack.enter_async_context(connection("d")))
        print(stack.enter_context(tag("e")))
        stack.push_async_callback(bye, "x")
        stack.callback(print, "sync callback")
        await stack.enter_async_context(AsyncResource())
        raise ZeroDivisionError("z")
    async with aclosing(ticks(5)) as source:
        async for i in source:
            print(i)
            if i == 1:
                break
    async with nullcontext("async null") as text:
        print(text)
    print("done")


simple()
stacks()
asyncio.run(main())
print(contextlib.suppress.__name__)
