"""Decorators and dispatchers that take functions of both kinds: `asyncio.iscoroutinefunction` tells them apart."""

import asyncio
import functools
from collections.abc import AsyncIterator, Callable
from typing import Any


def timed(func: Callable[..., Any]) -> Callable[..., Any]:
    if asyncio.iscoroutinefunction(func):

        @functools.wraps(func)
        async def inner(*args: Any, **kwargs: Any) -> Any:
            print("async", func.__name__)
            return await func(*args, **kwargs)

        return inner

    @functools.wraps(func)
    def plain(*args: Any, **kwargs: Any) -> Any:
        print("sync", func.__name__)
        return func(*args, **kwargs)

    return plain


@timed
async def a(x: int) -> int:
    """A."""
    return x + 1


@timed
def b(x: int) -> int:
    return x * 2


class C:
    async def m(self) -> int:
        return 7

    def n(self) -> int:
        return 8

    @staticmethod
    async def s() -> None: ...
    @classmethod
    async def k(cls) -> None: ...
    async def g(self) -> AsyncIterator[int]:
        yield 1


class D:
    async def __call__(self) -> None: ...


async def run(handler: Callable[[int], object], x: int) -> object:
    if asyncio.iscoroutinefunction(handler):
        return await handler(x)
    return handler(x)


async def main() -> None:
    print(await a(1), b(4), a.__name__, a.__doc__)
    c = C()
    partial = functools.partial
    many: list[object] = [a, b, c.m, c.n, C.m, C.s, C.k, c.g, D(), D, print, len, 3, "x", lambda: 1]
    many += [partial(a, 1), partial(partial(b, 1)), main, asyncio.sleep, partial(c.m)]
    print([asyncio.iscoroutinefunction(x) for x in many])

    async def h(x: int) -> int:
        await asyncio.sleep(0)
        return x * 3

    print(await run(h, 5), await run(lambda v: v - 1, 5))


asyncio.run(main())
