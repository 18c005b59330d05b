"""Callbacks that fail: what the loop says of them, on standard error and to a handler of one's own."""
from __future__ import annotations

import asyncio
import functools
from typing import Any, Callable


def fails(*args: object, **kwargs: object) -> None:
    raise ValueError("failed with", args)


def traced(function: Callable[..., None]) -> Callable[..., None]:
    @functools.wraps(function)
    def wrapper(*args: Any) -> None:
        function(*args)

    return wrapper


@traced
def decorated(value: int) -> None:
    raise KeyError(value)


class Worker:
    def __init__(self, name: str) -> None:
        self.name = name

    def step(self, count: int) -> None:
        raise RuntimeError(f"{self.name} at {count}")

    def __call__(self) -> None:
        raise LookupError(self.name)

    def __repr__(self) -> str:
        return f"Worker({self.name!r})"


def handler(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    print(context["message"])
    print(sorted(context), type(context["exception"]).__name__, context["handle"])


async def main() -> None:
    loop = asyncio.get_running_loop()
    loop.call_soon(fails, 1, "two", [1, 2, 3, 4, 5, 6, 7, 8], {"k": 1, "a": 2, "c": 3, "d": 4, "e": 5})
    loop.call_soon(fails, "a long text that is longer than thirty characters", 10**50, (1,), {3, 1, 2})
    loop.call_soon(functools.partial(fails, 1, key=2), 3)
    loop.call_soon(decorated, 7)
    loop.call_soon(Worker("w").step, 4)
    loop.call_soon(Worker("v"))
    loop.call_soon(lambda: fails())
    loop.call_soon(fails, "sooner")
    future: asyncio.Future[int] = loop.create_future()
    future.add_done_callback(fails)
    future.set_result(3)
    await asyncio.sleep(0.05)
    loop.set_exception_handler(handler)
    loop.call_soon(fails, None, 2.5)
    loop.call_soon(Worker("u").step, 9)
    loop.call_soon(decorated, 8)
    other: asyncio.Future[str] = loop.create_future()
    other.add_done_callback(fails)
    other.set_result("x")
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    handle = loop.call_soon(fails, "never")
    print(handle)
    handle.cancel()
    print(handle, handle.cancelled())


asyncio.run(main())
