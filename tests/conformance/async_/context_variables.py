"""Context variables across tasks, callbacks, generators and copied contexts: request ids, nested tokens, a logger."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from contextvars import ContextVar, Token
from dataclasses import dataclass, field

request_id: ContextVar[str] = ContextVar("request_id")
depth: ContextVar[int] = ContextVar("depth", default=0)
user: ContextVar["User | None"] = ContextVar("user", default=None)
lines: list[str] = []


@dataclass(frozen=True)
class User:
    name: str
    roles: frozenset[str] = field(default_factory=frozenset)


def log(text: str) -> None:
    who = user.get()
    lines.append(f"[{request_id.get('-')}]{'  ' * depth.get()}{who.name + ': ' if who else ''}{text}")


@contextmanager
def nested(text: str) -> Iterator[int]:
    log(text)
    token = depth.set(depth.get() + 1)
    try:
        yield depth.get()
    finally:
        depth.reset(token)


@asynccontextmanager
async def acting_as(name: str, *roles: str) -> AsyncIterator[User]:
    token = user.set(User(name, frozenset(roles)))
    try:
        yield User(name, frozenset(roles))
    finally:
        user.reset(token)


def requires(role: str) -> None:
    who = user.get()
    if who is None or role not in who.roles:
        raise PermissionError(f"{who.name if who else 'nobody'} is not {role}")


async def query(table: str, delay: int) -> int:
    with nested(f"query {table}"):
        for _ in range(delay):
            await asyncio.sleep(0)
        log(f"{table} done")
        return len(table)


async def handle(name: str, *tables: str) -> str:
    request_id.set(name)
    with nested("request"):
        sizes = await asyncio.gather(*(query(t, len(tables) - i) for i, t in enumerate(tables)))
        log(f"sizes {sizes}")
        try:
            requires("admin")
        except PermissionError as error:
            log(f"refused: {error}")
        async with acting_as("root", "admin", "dev"):
            requires("admin")
            log("allowed")
            await asyncio.create_task(query("audit", 1))
    return f"{request_id.get()} at {depth.get()}"


async def numbers() -> AsyncIterator[str]:
    """The generator's body runs in the context of whoever asks for the next item."""
    for n in range(3):
        depth.set(depth.get() + n)
        yield f"{n}@{depth.get()} {request_id.get('none')}"


async def main() -> None:
    tasks = [asyncio.create_task(handle(*words.split())) for words in ("r1 users orders", "r2 stock", "r3")]
    print(await asyncio.gather(*tasks))
    for name in ("r1", "r2", "r3"):
        print(*(line for line in lines if line.startswith(f"[{name}]")), sep="\n")
    try:
        request_id.get()
    except LookupError as error:
        print("not set here:", type(error).__name__, depth.get(), user.get())
    lines.clear()

    request_id.set("main")
    print([item async for item in numbers()], depth.get())
    depth.set(0)

    copied = contextvars.copy_context()
    copied.run(request_id.set, "copy")
    copied.run(log, "inside of the copy")
    log("outside")
    print(lines, copied[request_id], copied.get(depth, -1), user in copied, len(copied) >= 2, request_id.get())
    empty = contextvars.Context()
    print(empty.run(lambda: (request_id.get("unset"), depth.get())), len(empty), list(empty.items()))

    loop = asyncio.get_running_loop()
    ended: asyncio.Future[str] = loop.create_future()
    loop.call_soon(lambda: log("callback sees the context of call_soon"))
    request_id.set("later")
    loop.call_soon(lambda: ended.set_result(request_id.get()), context=copied)
    print(await ended, lines[-1])
    task = asyncio.create_task(handle("r9"), context=copied)
    print(await task, copied[request_id], request_id.get())

    tokens: list[Token[int]] = [depth.set(n) for n in (1, 2, 3)]
    print(tokens[0].old_value, tokens[2].old_value, tokens[1].var is depth, request_id.name)
    depth.reset(tokens[0])
    print(depth.get())
    actions: list[Callable[[], None]] = [lambda: depth.reset(tokens[0]), lambda: copied.run(depth.reset, tokens[1]), lambda: copied.run(copied.run, print)]
    for action in actions:
        try:
            action()
        except (RuntimeError, ValueError) as error:
            print(type(error).__name__, str(error).split("<")[0].strip()[:40])
    user.set(User("ann"))
    first = user.set(None)
    print(first.old_value, Token.MISSING is ContextVar("fresh", default=1).set(2).old_value)


asyncio.run(main())
