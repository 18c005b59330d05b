"""Sleeping tasks finish in the order of their deadlines."""

import asyncio
import time


async def after(delay: float, name: str, log: list[str]) -> None:
    await asyncio.sleep(delay)
    log.append(name)


async def main() -> None:
    log: list[str] = []
    started = time.monotonic()
    await asyncio.gather(after(0.06, "c", log), after(0.02, "a", log), after(0.04, "b", log))
    spent = time.monotonic() - started
    print(log, 0.05 < spent < 2.0)
    loop = asyncio.get_running_loop()
    loop.call_later(0.02, log.append, "late")
    loop.call_soon(log.append, "soon")
    await asyncio.sleep(0)
    print(log)
    await asyncio.sleep(0.05)
    print(log)


asyncio.run(main())
