"""Context variables: requests with their own values in tasks, tokens, nested scopes, copies that run, a tracing span stack."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import Context, ContextVar, copy_context
from dataclasses import dataclass, field
from typing import TypeVar

T = TypeVar("T")

user: ContextVar[str] = ContextVar("user")
depth: ContextVar[int] = ContextVar("depth", default=0)
spans: ContextVar[tuple[str, ...]] = ContextVar("spans", default=())


@dataclass
class Tracer:
    finished: list[str] = field(default_factory=list)

    @contextmanager
    def span(self, name: str) -> Iterator[None]:
        token = spans.set((*spans.get(), name))
        try:
            yield
        except Exception as error:
            self.finished.append(f"{'/'.join(spans.get())} failed: {error!r}")
            raise
        else:
            self.finished.append("/".join(spans.get()))
        finally:
            spans.reset(token)


@contextmanager
def setting(variable: ContextVar[T], value: T) -> Iterator[T]:
    token = variable.set(value)
    try:
        yield value
    finally:
        variable.reset(token)


TRACER = Tracer()


def who() -> str:
    return user.get("nobody")


async def query(text: str) -> str:
    with TRACER.span(f"query {text}"):
        await asyncio.sleep(0)
        if text == "drop":
            raise PermissionError(f"{who()} may not")
        return f"{text} by {who()} at {depth.get()}"


async def handle(name: str, *texts: str) -> list[str]:
    user.set(name)
    with TRACER.span(name), setting(depth, depth.get() + 1):
        out: list[str] = []
        for text in texts:
            try:
                out.append(await query(text))
            except PermissionError as error:
                out.append(f"refused: {error}")
        return out


async def gathered(*makers: Callable[[], Awaitable[list[str]]]) -> list[list[str]]:
    return list(await asyncio.gather(*(make() for make in makers)))


def count(levels: int) -> list[int]:
    if not levels:
        return [depth.get()]
    with setting(depth, depth.get() + 10):
        return [depth.get(), *count(levels - 1), depth.get()]


def numbered(limit: int) -> Iterator[int]:
    """A generator sees the context of whoever asks for the next value."""
    for _ in range(limit):
        yield depth.get()


async def main() -> None:
    print(who(), depth.get(), user.get("x"))
    try:
        user.get()
    except LookupError as error:
        print(type(error).__name__, user.name, error.args == (user,))
    results = await gathered(
        lambda: handle("ann", "a", "b"), lambda: handle("bob", "c", "drop"), lambda: handle("cid")
    )
    print(results, who(), depth.get())
    print(*TRACER.finished, sep="\n")
    user.set("main")
    with setting(depth, 5):
        task = asyncio.create_task(handle("dee", "x"))
        depth.set(6)
        print(await task, depth.get(), who())
    print(depth.get(), count(3), depth.get())
    # contexts by hand
    context = copy_context()
    print(
        context[user],
        depth in context,
        context.get(spans),
        len([v for v in context if v is user]),
        context.run(who),
    )
    context.run(user.set, "inside")
    print(context.run(who), who(), context[user])
    nested = Context()
    print(
        nested.run(who),
        len(nested),
        nested.run(count, 1),
        len(nested),
        dict(nested.items()) == {depth: 0} or len(nested),
    )
    token = depth.set(1)
    second = depth.set(2)
    print(token.old_value is token.MISSING, second.old_value, token.var is depth, depth.get())
    depth.reset(second)
    depth.reset(token)
    for stale in (token, second):
        try:
            depth.reset(stale)
        except RuntimeError as error:
            print(str(error).split(" at 0x")[0].split("<")[-1].split(" ")[0], "used" in str(error))
    try:
        copy_context().run(lambda: user.reset(context.run(user.set, "elsewhere")))
    except ValueError as error:
        print("ValueError", "different Context" in str(error))
    try:
        context.run(lambda: context.run(who))
    except RuntimeError as error:
        print("RuntimeError", "already entered" in str(error))
    values = numbered(3)
    seen = [next(values)]
    with setting(depth, 7):
        seen.append(next(values))
    seen += values
    print(seen)
    loop = asyncio.get_running_loop()
    done: asyncio.Future[str] = loop.create_future()
    loop.call_soon(lambda: done.set_result(who()), context=context)
    print(await done, who())


asyncio.run(main())
