"""SystemExit through finally and with, from inside of an async task."""

import asyncio
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def step(name: str) -> Iterator[None]:
    print("begin", name)
    try:
        yield
    finally:
        print("end", name)


async def main() -> None:
    with step("outer"):
        try:
            with step("inner"):
                await asyncio.sleep(0)
                sys.exit("fatal: no disk")
        except Exception:
            print("not caught")
        finally:
            print("finally")


asyncio.run(main())
