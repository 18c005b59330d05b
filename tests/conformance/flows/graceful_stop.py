"""A service that stops in good order: no new work, the old finished or given up, resources closed last."""

from __future__ import annotations

import asyncio
from contextlib import AsyncExitStack, asynccontextmanager
from collections.abc import AsyncIterator


class Closed(Exception):
    """The service takes no more requests."""


@asynccontextmanager
async def resource(name: str, fails: bool = False) -> AsyncIterator[str]:
    print("open", name)
    try:
        yield name.upper()
    finally:
        await asyncio.sleep(0)
        print("close", name)
        if fails:
            raise OSError(f"{name} did not close")


class Service:
    def __init__(self) -> None:
        self._running: dict[str, asyncio.Task[str]] = {}
        self._accepting = True

    def request(self, name: str, steps: int) -> None:
        if not self._accepting:
            raise Closed(name)
        self._running[name] = asyncio.create_task(self._serve(name, steps))

    async def _serve(self, name: str, steps: int) -> str:
        try:
            for _ in range(steps):
                await asyncio.sleep(0.001)
        except asyncio.CancelledError as error:
            print("given up:", name, *error.args)
            raise
        return f"{name} after {steps}"

    async def stop(self, patience: float) -> tuple[list[str], list[str]]:
        self._accepting = False
        if not self._running:
            return [], []
        done, late = await asyncio.wait(self._running.values(), timeout=patience)
        for task in late:
            task.cancel("shutdown")
        await asyncio.gather(*late, return_exceptions=True)
        finished = sorted(task.result() for task in done)
        lost = sorted(name for name, task in self._running.items() if task.cancelled())
        return finished, lost


async def main() -> None:
    try:
        async with AsyncExitStack() as stack:
            database = await stack.enter_async_context(resource("database", fails=True))
            cache = await stack.enter_async_context(resource("cache"))
            stack.callback(print, "callback between", database, cache)
            service = Service()
            for name, steps in (("short", 1), ("long", 10_000), ("quick", 2)):
                service.request(name, steps)
            finished, lost = await service.stop(0.3)
            print("finished", finished, "lost", lost)
            try:
                service.request("late", 1)
            except Closed as error:
                print("refused:", error, error.__class__.__doc__)
            print(await Service().stop(0.01))
    except OSError as error:
        print("in the end:", error)

    event = asyncio.Event()
    loop = asyncio.get_running_loop()
    loop.call_soon(event.set)
    waited = [asyncio.create_task(event.wait()) for _ in range(3)]
    print(await asyncio.gather(*waited), event.is_set())


asyncio.run(main())
