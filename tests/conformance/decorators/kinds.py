"""Decorators of every kind: plain, with arguments, with state, classes, stacked; on every kind of function."""

from __future__ import annotations

import asyncio
import functools
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from typing import Any, Concatenate, Generic, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
T = TypeVar("T")

events: list[str] = []


def traced(function: Callable[P, R]) -> Callable[P, R]:
    @functools.wraps(function)
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        events.append(f"{function.__name__}{args}{kwargs}")
        return function(*args, **kwargs)

    return wrapper


def repeat(times: int, *, label: str = "") -> Callable[[Callable[P, R]], Callable[P, list[R]]]:
    def decorate(function: Callable[P, R]) -> Callable[P, list[R]]:
        @functools.wraps(function)
        def wrapper(*args: P.args, **kwargs: P.kwargs) -> list[R]:
            if label:
                events.append(label)
            return [function(*args, **kwargs) for _ in range(times)]

        return wrapper

    return decorate


class Counted(Generic[P, R]):
    """Counts the calls of what it decorates."""

    def __init__(self, function: Callable[P, R]) -> None:
        functools.update_wrapper(self, function)
        self.function = function
        self.calls = 0

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> R:
        self.calls += 1
        return self.function(*args, **kwargs)


class Registry:
    def __init__(self) -> None:
        self.handlers: dict[str, Callable[..., str]] = {}

    def register(self, name: str) -> Callable[[Callable[..., str]], Callable[..., str]]:
        def decorate(function: Callable[..., str]) -> Callable[..., str]:
            self.handlers[name] = function
            return function

        return decorate

    def __call__(self, function: Callable[..., str]) -> Callable[..., str]:
        self.handlers[function.__name__] = function
        return function


registry = Registry()


@registry.register("hello")
def say_hello(name: str) -> str:
    return f"hello {name}"


@registry
def bye(name: str, *, loud: bool = False) -> str:
    return f"BYE {name}" if loud else f"bye {name}"


def with_logger(function: Callable[Concatenate[list[str], P], R]) -> Callable[P, R]:
    def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        return function(events, *args, **kwargs)

    return wrapper


@traced
def add(a: int, b: int = 10) -> int:
    """Add two numbers."""
    return a + b


@repeat(3)
@traced
def stacked(text: str) -> str:
    return text * 2


@repeat(2, label="labelled")
def listed() -> int:
    return 1


@Counted
def counted(x: int, y: int = 1) -> int:
    return x * y


@with_logger
def logged(log: list[str], value: int) -> int:
    log.append(f"logged {value}")
    return value + 1


@traced
def generator(n: int) -> Iterator[int]:
    for i in range(n):
        yield i * i


@(lambda function: function)
def through_lambda() -> str:
    return "lambda"


class Account:
    def __init__(self, owner: str) -> None:
        self.owner = owner
        self.balance = 0

    @traced
    def deposit(self, amount: int, *, note: str = "") -> int:
        """Put money in."""
        self.balance += amount
        return self.balance

    @staticmethod
    @traced
    def fee(amount: int) -> int:
        return amount // 10

    @classmethod
    @traced
    def opened(cls, owner: str) -> Account:
        return cls(owner)

    @property
    @traced
    def worth(self) -> int:
        return self.balance * 2

    def __repr__(self) -> str:
        return f"Account({self.owner!r})"


def logged_async(function: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
    @functools.wraps(function)
    async def wrapper(*args: P.args, **kwargs: P.kwargs) -> R:
        events.append(f"start {function.__name__}")
        result = await function(*args, **kwargs)
        events.append(f"end {function.__name__}")
        return result

    return wrapper


@logged_async
async def fetch(n: int) -> int:
    await asyncio.sleep(0)
    return n * 3


@traced
async def ticker(n: int) -> AsyncIterator[int]:
    for i in range(n):
        yield i


async def asynchronous() -> None:
    print(await fetch(4), [i async for i in ticker(3)])


def flush() -> None:
    for event in events:
        print("  ", event)
    events.clear()


def main() -> None:
    print(add(1), add(1, b=2), add.__name__, add.__doc__, add.__qualname__)
    flush()
    print(stacked("ab"), listed(), stacked.__name__)
    flush()
    print(counted(2), counted(3, y=4), counted.calls)
    print(
        sorted(registry.handlers),
        registry.handlers["hello"]("you"),
        registry.handlers["bye"]("me", loud=True),
    )
    print(say_hello("x"), bye("y"), logged(5), logged(value=6), through_lambda())
    print(list(generator(4)))
    flush()
    account = Account.opened("ann")
    print(account.deposit(100), account.deposit(5, note="n"), Account.fee(50), account.fee(70), account.worth)
    print(Account.deposit(account, 1), account.deposit.__name__, Account.deposit.__doc__)
    bound: Callable[[int], int] = account.deposit
    print(bound(7), [method(1) for method in (account.deposit, account.deposit)])
    flush()
    asyncio.run(asynchronous())
    flush()
    inner = traced(lambda x: x + 1)
    print(inner(3))
    flush()


main()
