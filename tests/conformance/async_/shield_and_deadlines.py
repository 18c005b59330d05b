"""Cancellation in depth: shield, uncancel, nested timeouts, cleaning that awaits, messages, wait_for, gather."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

T = TypeVar("T")
log: list[str] = []


def flush(title: str) -> None:
    print(f"{title}: {' | '.join(log)}")
    log.clear()


async def outcome(work: Awaitable[T]) -> str:
    try:
        return f"value {await work!r}"
    except asyncio.CancelledError as error:
        return f"cancelled {error.args}"
    except Exception as error:
        return f"{type(error).__name__} {error.args}"


async def slow(name: str, value: int = 0, fail: bool = False) -> int:
    try:
        log.append(f"{name} starts")
        await asyncio.sleep(0.01 if value < 100 else 10)
        if fail:
            raise ValueError(name)
        log.append(f"{name} ends")
        return value
    except asyncio.CancelledError as error:
        log.append(f"{name} cancelled {error.args}")
        await asyncio.sleep(0)
        log.append(f"{name} cleaned")
        raise
    finally:
        log.append(f"{name} finally")


async def shielding() -> None:
    inner = asyncio.create_task(slow("inner", 1))

    async def outer() -> int:
        try:
            return await asyncio.shield(inner)
        except asyncio.CancelledError:
            log.append(f"outer cancelled, inner done: {inner.done()}")
            return await inner + 100

    task = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    task.cancel("not now")
    log.append(await outcome(task))
    flush("shield")
    hard = asyncio.create_task(slow("hard", 100))
    guard = asyncio.shield(hard)
    await asyncio.sleep(0)
    hard.cancel("inner one")
    log.append(await outcome(guard))
    log.append(f"{guard.cancelled()} {hard.cancelled()}")
    flush("inner cancelled")
    print(await outcome(asyncio.shield(slow("coro", 7))), await outcome(asyncio.shield(slow("bad", 7, True))))
    log.clear()


async def timeouts() -> None:
    try:
        async with asyncio.timeout(10) as outer:
            try:
                async with asyncio.timeout(0.005) as inner:
                    await slow("long", 100)
            except TimeoutError as error:
                log.append(f"inner {inner.expired()} outer {outer.expired()} {error.__cause__!r}")
            outer.reschedule(asyncio.get_running_loop().time() - 1)
            await asyncio.sleep(1)
    except TimeoutError:
        log.append(f"outer {outer.expired()}")
    flush("nested")
    async with asyncio.timeout(None) as never:
        log.append(str(never.when()))
        await asyncio.sleep(0)
    async with asyncio.timeout(5) as unused:
        pass
    for finished in (unused, never):
        try:
            finished.reschedule(None)
        except RuntimeError as error:
            log.append(str(error))
    log.append(repr(unused)[:18])
    flush("reschedule")
    try:
        async with asyncio.timeout(0.001):
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                raise KeyError("translated") from None
    except KeyError as error:
        print("other error wins", error, error.__suppress_context__)
    for seconds in (0.005, 1):
        print(await outcome(asyncio.wait_for(slow("w", 5 if seconds == 1 else 200), seconds)))
    print(await outcome(asyncio.wait_for(asyncio.sleep(5), 0)), await outcome(asyncio.wait_for(asyncio.sleep(0, "at once"), None)))
    flush("wait_for")


async def uncancelling() -> None:
    async def stubborn(times: int) -> str:
        refused = 0
        me = asyncio.current_task()
        assert me is not None
        while True:
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError as error:
                refused += 1
                log.append(f"{error.args} cancelling={me.cancelling()} after={me.uncancel()}")
                if refused == times:
                    return f"refused {refused}"

    task = asyncio.create_task(stubborn(3))
    for n in range(3):
        await asyncio.sleep(0)
        log.append(str(task.cancel(n) if n else task.cancel()))
    log.append(await outcome(task))
    log.append(f"{task.cancel()} {task.cancelled()} {task.cancelling()}")
    flush("stubborn")
    early = asyncio.create_task(slow("never"))
    early.cancel("before the start")
    log.append(await outcome(early))
    flush("early")


async def gathering() -> None:
    def make(kinds: str) -> list[Coroutine[Any, Any, int]]:
        return [slow(f"{k}{i}", i + (100 if k == "l" else 0), k == "f") for i, k in enumerate(kinds)]

    print(await outcome(asyncio.gather(*make("ss"))), len(log))
    log.clear()
    tasks = [asyncio.create_task(c) for c in make("fl")]
    log.append(await outcome(asyncio.gather(*tasks)))
    log.append(f"the other goes on: {not tasks[1].done()}")
    tasks[1].cancel()
    log.append(await outcome(tasks[1]))
    flush("gather fails")
    group = asyncio.gather(*(children := [asyncio.create_task(c) for c in make("ll")]))
    await asyncio.sleep(0)
    group.cancel("all of you")
    log.append(await outcome(group))
    log.append(str([c.cancelled() for c in children]))
    flush("gather cancelled")
    mixed = await asyncio.gather(*make("sf"), asyncio.wait_for(slow("x", 300), 0.001), return_exceptions=True)
    print([r if isinstance(r, int) else type(r).__name__ for r in mixed])
    log.clear()
    done, pending = await asyncio.wait([asyncio.create_task(c, name=f"task {i}") for i, c in enumerate(make("sfl"))], return_when=asyncio.FIRST_EXCEPTION)
    print(sorted(t.get_name() for t in done), [t.get_name() for t in pending], sum(1 for t in done if t.exception()))
    for task in pending:
        task.cancel()
    print([await outcome(task) for task in pending])
    log.clear()


steps: list[Callable[[], Awaitable[None]]] = [shielding, timeouts, uncancelling, gathering]
for step in steps:
    async def run() -> None:
        await step()

    asyncio.run(run())
