"""A dispatcher that takes handlers of every kind: `inspect` tells what a call of them makes, and what they say."""

from __future__ import annotations

import asyncio
import functools
import inspect
import types
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any


def plain(x: int) -> int:
    """Give the number back.

        more about it,
      less far in

    """
    return x


def numbers(count: int = 2) -> Iterator[int]:
    yield from range(count)


async def fetch(x: int = 1) -> int:
    """Fetch\ta number."""
    await asyncio.sleep(0)
    return x * 10


async def stream(count: int = 2) -> AsyncIterator[int]:
    for n in range(count):
        yield n


class Service:
    """A service.

    It runs.
    """

    def run(self, x: int) -> int:
        """Run it once."""
        return x + 1

    async def poll(self, x: int) -> int:
        return x + 2

    def undocumented(self) -> None: ...

    @classmethod
    def make(cls) -> Service:
        """Make one."""
        return cls()

    @staticmethod
    def double(x: int) -> int:
        return x * 2

    def items(self) -> Iterator[int]:
        yield 7

    def __call__(self, x: int) -> int:
        return x + 4


class Special(Service):
    """Special"""

    def run(self, x: int) -> int:
        return x - 1

    def undocumented(self) -> None: ...


def traced(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return wrapper


@traced
def add_one(x: int) -> int:
    """Add one."""
    return x + 1


@traced
async def add_later(x: int) -> int:
    return x + 1


@functools.lru_cache
def cached(x: int) -> int:
    """Cached."""
    return x * 3


@types.coroutine
def old_style() -> Iterator[None]:
    yield


PREDICATES: list[Callable[[object], bool]] = [
    inspect.isclass, inspect.ismethod, inspect.isfunction, inspect.isbuiltin,
]  # fmt: skip


def describe(name: str, value: object) -> None:
    found = [test.__name__ for test in PREDICATES if test(value)]
    makes = {
        "generator function": inspect.isgeneratorfunction(value),
        "coroutine function": inspect.iscoroutinefunction(value),
        "stream function": inspect.isasyncgenfunction(value),
        "generator": inspect.isgenerator(value),
        "coroutine": inspect.iscoroutine(value),
        "stream": inspect.isasyncgen(value),
        "awaitable": inspect.isawaitable(value),
        "asyncio's": asyncio.iscoroutinefunction(value),
        "traceback": inspect.istraceback(value),
    }
    print(f"{name}: {', '.join(found)} | {', '.join(key for key, holds in makes.items() if holds)}")


def shown(value: object) -> str:
    if inspect.isclass(value):
        return "class " + value.__name__
    if inspect.isfunction(value):
        return "function " + value.__qualname__
    if inspect.ismethod(value):
        return "method " + value.__name__
    if inspect.isgenerator(value):
        return f"generator of {next(value)}"
    if isinstance(value, types.BuiltinFunctionType):
        return "written in C: " + value.__name__
    return "something else"


async def dispatch(handler: Callable[[int], Awaitable[int]] | Callable[[int], int], x: int) -> int:
    if inspect.iscoroutinefunction(handler):
        return 1000 + await handler(x)
    result = handler(x)
    if inspect.isawaitable(result):
        return 2000 + await result
    assert isinstance(result, int)
    return result


async def main() -> None:
    service, pending = Service(), fetch()
    future: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    values: dict[str, object] = {
        "plain": plain, "numbers": numbers, "fetch": fetch, "stream": stream, "Service": Service, "run": service.run,
        "Service.run": Service.run, "poll": service.poll, "make": Service.make, "double": service.double,
        "items": service.items, "instance": service, "len": len, "append": [1].append, "lambda": lambda: 1,
        "add_one": add_one, "add_later": add_later, "partial": functools.partial(fetch, 1), "int": int, "none": None, "old style": old_style,
        "cached": cached, "old_style()": old_style(),
        "partial of partial": functools.partial(functools.partial(numbers)), "numbers()": numbers(), "3": 3,
        "fetch()": pending, "stream()": stream(), "future": future, "error": ValueError("x").__traceback__,
    }  # fmt: skip
    for name, value in values.items():
        describe(name, value)
    print([shown(value) for value in values.values()])
    print(await pending)
    handlers: list[Any] = [
        plain, fetch, service.run, service.poll, Service.double, service, add_one, add_later, functools.partial(fetch),
    ]  # fmt: skip
    print([await dispatch(handler, place) for place, handler in enumerate(handlers)])
    documented: list[object] = [
        plain, numbers, fetch, Service, Special, service.run, Special().run, Special.run, Service.make, add_one, add_later,
        Special().undocumented, Special().items, lambda: 3,
    ]  # fmt: skip
    for value in documented:
        print(repr(inspect.getdoc(value)))
    print(inspect.unwrap(add_one) is add_one, inspect.unwrap(add_one)(4), inspect.unwrap(plain) is plain)
    print(inspect.unwrap(add_one, stop=lambda f: f is add_one) is add_one)
    print(inspect.unwrap(traced(cached))(5), inspect.unwrap(cached) is cached)


asyncio.run(main())
for text in (
    "", "a", "\n\n  a\n    b\n  c\n\n", "  first\n\t tab\n\t\tmore\n", "\n", "   \n   ", "x\n    y\n  \n    z",
):  # fmt: skip
    print(repr(inspect.cleandoc(text)), inspect.indentsize(text))
