"""Managers as decorators: where one swallows an exception, the function gives None."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Iterator


@contextlib.contextmanager
def scope(name: str) -> Iterator[str]:
    try:
        yield name
    except ZeroDivisionError as e:
        print(name, e)


@scope("decorated")
def risky(n: int) -> float:
    return 1 / n


@scope("d")
def text(n: int) -> str:
    return str(1 // n)


@scope("d")
def numbers(n: int) -> list[int]:
    return [1 // n]


def plain(n: int) -> int:
    with scope("inner"):
        return 1 // n
    return -1


print(risky(4), risky(0), text(1), text(0), numbers(1), numbers(0), plain(0))
x = risky(0)
print(x is None, x)


class Quiet(contextlib.ContextDecorator):
    def __enter__(self) -> Quiet:
        return self

    def __exit__(self, *details: object) -> bool:
        return details[0] is KeyError


class Table:
    def __init__(self) -> None:
        self.rows = {"a": 1}

    @Quiet()
    def row(self, key: str) -> int:
        return self.rows[key]

    @scope("method")
    def share(self, n: int) -> float:
        return self.rows["a"] / n


@contextlib.asynccontextmanager
async def later() -> AsyncIterator[None]:
    try:
        yield
    except LookupError as error:
        print("lost", error)


@later()
async def fetch(key: str) -> int:
    return {"x": 1}[key]


async def main() -> None:
    first = await fetch("x")
    second = await fetch("y")
    print(first, second, await asyncio.gather(fetch("x"), fetch("z")))


table = Table()
print(table.row("a"), table.row("b"), table.share(2), table.share(0))
asyncio.run(main())
