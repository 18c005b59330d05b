"""Places further up: coroutines, generators, held functions, `Any`, loggers that are wrapped."""
from __future__ import annotations

import asyncio
import contextlib
import functools
import logging
import sys
import warnings
from collections.abc import Iterator
from typing import Any

logging.basicConfig(format="%(lineno)d %(funcName)s %(message)s", stream=sys.stdout, level=logging.INFO)
log = logging.getLogger("app")


def say(text: str) -> None:
    log.info("%s", text, stacklevel=2)


def say_deep(text: str, level: int = 3) -> None:
    log.info("%s", text, stacklevel=level)


class Adapter:
    def __init__(self, inner: logging.Logger) -> None:
        self.inner = inner

    def info(self, text: str) -> None:
        self.inner.info(text, stacklevel=2)

    def outer(self, text: str) -> None:
        self.info(text)
        say_deep(text)


async def slow(n: int) -> int:
    warnings.warn(f"slow {n}", stacklevel=2)
    await asyncio.sleep(0)
    warnings.warn(f"slow again {n}", stacklevel=2)
    return n


async def work() -> None:
    a = await slow(1)
    b = await slow(
        2
    )
    print(a + b)


def warned(text: str) -> str:
    warnings.warn(text, FutureWarning, stacklevel=2)
    return text


def key_of(anything: Any) -> Any:
    return anything.key


class Old:
    @property
    def key(self) -> int:
        warned("key")
        warnings.warn("Old.key", stacklevel=3)
        return 1

    def __enter__(self) -> Old:
        warnings.warn("entering", stacklevel=2)
        return self

    def __exit__(self, *args: object) -> None:
        warnings.warn("leaving", stacklevel=2)

    def __getattr__(self, name: str) -> str:
        warnings.warn(f"no {name}", stacklevel=2)
        return name

    def __getitem__(self, key: int) -> int:
        warnings.warn(f"item {key}", stacklevel=2)
        return key

    def __init_subclass__(cls) -> None:
        warnings.warn(f"{cls.__name__} derives from Old", stacklevel=2)


class New(Old):
    label = warned("in a class")


def middle() -> int:
    warnings.warn("three", stacklevel=3)
    return 1


def outer() -> list[int]:
    return [middle() for _ in range(2)]


def generated() -> Iterator[str]:
    yield from (warned(f"g{i}") for i in range(2))


def main() -> None:
    say("one")
    Adapter(log).info("two")
    Adapter(log).outer("three")
    say_deep("four", 1)
    say_deep("top", 7)
    asyncio.run(work())
    shout = lambda text: warned(text + "!")  # noqa: E731
    shout("lambda")
    held = [warned, str.upper]
    for f in held:
        print(f("held"))
    print(key_of(Old()))
    with Old() as o:
        print(o.anything, o[3])
    outer()
    print(list(generated()))
    functools.partial(warned, "partial")()
    try:
        warned("before")
        raise ValueError
    except ValueError:
        warned("in except")
    finally:
        warned("in finally")
    print(*map(lambda w: warned(w), ["m"]))
    print(max(["a", "b"], key=warned))


warnings.simplefilter("always")
main()
