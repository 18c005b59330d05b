"""Spans kept in a context variable through tasks and callbacks, with a tree of what took part in what."""

from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar, copy_context
from io import StringIO
from itertools import count
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

current: ContextVar[str] = ContextVar("current", default="root")
user: ContextVar[str] = ContextVar("user")


class Tracer:
    def __init__(self) -> None:
        self._numbers = count(1)
        self._children: defaultdict[str, list[str]] = defaultdict(list)
        self.failed: set[str] = set()

    @contextmanager
    def span(self, name: str) -> Iterator[str]:
        label = f"{next(self._numbers)}:{name}"
        self._children[current.get()].append(label)
        token = current.set(label)
        try:
            yield label
        except Exception:
            self.failed.add(label)
            raise
        finally:
            current.reset(token)

    def traced(self, function: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
            with self.span(function.__name__):
                return await function(*args, **kwargs)

        return wrapper

    def tree(self, label: str = "root", depth: int = 0) -> Iterator[str]:
        yield "  " * depth + label + (" !" if label in self.failed else "")
        for child in self._children[label]:
            yield from self.tree(child, depth + 1)


class InContext(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.msg = f"<{current.get()}|{user.get('nobody')}> {record.msg}"
        return True


tracer = Tracer()
stream = StringIO()
handler = logging.StreamHandler(stream)
handler.setFormatter(logging.Formatter("%(levelname)-7s %(message)s"))
handler.addFilter(InContext())
log = logging.getLogger("traced")
log.addHandler(handler)
log.setLevel(logging.INFO)
log.propagate = False


@tracer.traced
async def query(table: str) -> int:
    await asyncio.sleep(0)
    log.info("asked %s", table)
    if table == "secrets":
        raise PermissionError(table)
    return len(table)


@tracer.traced
async def request(who: str, *tables: str) -> int:
    user.set(who)
    answers = await asyncio.gather(*(query(table) for table in tables), return_exceptions=True)
    log.warning("%d answers", len(answers))
    return sum(answer for answer in answers if isinstance(answer, int))


async def main() -> None:
    log.info("start")
    with tracer.span("day") as label:
        print(label, await asyncio.gather(request("ann", "pets", "towns"), request("bob", "secrets")))
        with tracer.span("night"):
            asyncio.get_running_loop().call_soon(log.info, "from a callback")
        await asyncio.sleep(0)
    print(current.get(), user.get("unset"))
    copied = copy_context()
    copied.run(user.set, "eve")
    print(copied[user], user in copied, user.get("still unset"), len(copied) > 0)


asyncio.run(main())
print(*tracer.tree(), sep="\n")
print(stream.getvalue(), end="")
try:
    user.get()
except LookupError as error:
    print(type(error).__name__)
