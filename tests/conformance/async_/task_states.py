"""Tasks in every state: names, callbacks, messages of cancellation, shield, wait, as_completed."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import AsyncIterator

request: contextvars.ContextVar[str] = contextvars.ContextVar("request", default="none")


async def work(name: str, delay: float, fail: bool = False) -> str:
    try:
        await asyncio.sleep(delay)
        if fail:
            raise ValueError(f"{name} failed")
        return f"{name} done"
    except asyncio.CancelledError as error:
        print(name, "cancelled", error.args)
        raise


def finished(task: asyncio.Task[str]) -> None:
    if task.cancelled():
        print("callback", task.get_name(), "cancelled")
    elif task.exception() is not None:
        print("callback", task.get_name(), repr(task.exception()))
    else:
        print("callback", task.get_name(), task.result())


async def names_and_messages() -> None:
    a = asyncio.create_task(work("a", 0.001), name="first")
    b = asyncio.create_task(work("b", 10))
    b.set_name("second")
    c = asyncio.create_task(work("c", 0, True), name="third")
    for task in (a, b, c):
        task.add_done_callback(finished)
    print(a.get_name(), b.get_name(), a.done(), len(asyncio.all_tasks()))
    await a
    await asyncio.sleep(0)
    print(b.cancel("too slow"), b.cancelling(), b.cancelled())
    try:
        await b
    except asyncio.CancelledError as error:
        print("awaited", error.args, b.cancelled(), b.cancel())
    try:
        await c
    except ValueError as error:
        print(error)
    try:
        b.result()
    except asyncio.CancelledError:
        print("result of a cancelled task")
    pending = asyncio.create_task(work("p", 1))
    try:
        pending.result()
    except asyncio.InvalidStateError as error:
        print(error)
    try:
        pending.exception()
    except asyncio.InvalidStateError as error:
        print(error)
    pending.cancel()
    results = await asyncio.gather(pending, return_exceptions=True)
    print([type(r).__name__ for r in results])


async def stubborn() -> str:
    for _ in range(2):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            current = asyncio.current_task()
            assert current is not None
            print("refused", error.args, current.cancelling(), current.uncancel())
    return "survived"


async def cancelling() -> None:
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel("one")
    await asyncio.sleep(0)
    task.cancel("two")
    print(await task, task.cancelling())
    inner = asyncio.create_task(work("inner", 0.005))
    outer = asyncio.create_task(guard(inner))
    await asyncio.sleep(0)
    outer.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print("outer cancelled, inner", inner.done())
    print(await inner)
    never = asyncio.create_task(work("never started", 1))
    never.cancel()
    try:
        await never
    except asyncio.CancelledError:
        print("never started:", never.cancelled())


async def guard(task: asyncio.Task[str]) -> str:
    return await asyncio.shield(task)


async def waiting() -> None:
    tasks = {asyncio.create_task(work(f"w{i}", i * 0.04), name=f"w{i}") for i in range(1, 4)}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    print([t.get_name() for t in done], sorted(t.get_name() for t in pending))
    done, pending = await asyncio.wait(pending, timeout=0)
    print(len(done), len(pending))
    done, pending = await asyncio.wait(pending)
    print(sorted(t.result() for t in done), len(pending))
    tasks = {asyncio.create_task(work(f"f{i}", i * 0.03, i == 1), name=f"f{i}") for i in (1, 2)}
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    print([repr(t.exception()) for t in done], len(pending))
    for task in pending:
        task.cancel()
    await asyncio.wait(pending)
    for next_done in asyncio.as_completed([work("slow", 0.06), work("fast", 0.001), work("mid", 0.03)]):
        print("completed", await next_done)
    try:
        for next_done in asyncio.as_completed([work("never", 5)], timeout=0.002):
            await next_done
    except TimeoutError as error:
        print("as_completed timeout", error.args)
    try:
        await asyncio.wait_for(work("late", 5), 0.002)
    except asyncio.TimeoutError as error:
        print("wait_for timeout", error.args)
    print(await asyncio.wait_for(work("in time", 0), None))
    try:
        await asyncio.gather(work("g1", 0.001, True), work("g2", 0.05), work("g3", 0.03, True))
    except ValueError as error:
        print("gather", error)
    await asyncio.sleep(0.08)
    mixed = await asyncio.gather(work("m1", 0), work("m2", 0, True), return_exceptions=True)
    print(mixed)


async def with_context(value: str) -> None:
    token = request.set(value)
    await asyncio.sleep(0)
    print("in", value, request.get())
    request.reset(token)
    print("after", value, request.get())


async def contexts() -> None:
    request.set("main")
    await asyncio.gather(with_context("x"), with_context("y"))
    print(request.get())
    ctx = contextvars.copy_context()
    print(ctx.run(lambda: (request.set("inside"), request.get())[1]), request.get(), ctx[request])
    task = asyncio.create_task(with_context("z"), context=ctx)
    await task
    print(ctx.get(request), len(ctx) >= 1, request in ctx)


async def timeouts() -> None:
    loop = asyncio.get_running_loop()
    try:
        async with asyncio.timeout(0.002) as scope:
            await asyncio.sleep(5)
    except TimeoutError:
        print("timed out", scope.expired())
    async with asyncio.timeout(None) as scope:
        scope.reschedule(loop.time() + 5)
        await asyncio.sleep(0)
    print(scope.expired())
    try:
        async with asyncio.timeout_at(loop.time() - 1):
            await asyncio.sleep(0)
            print("not reached")
    except TimeoutError as error:
        print("past deadline", repr(error), type(error.__cause__).__name__)
    try:
        async with asyncio.timeout(50):
            async with asyncio.timeout(0.002):
                await asyncio.sleep(1)
    except TimeoutError:
        print("inner")


async def callbacks() -> None:
    loop = asyncio.get_running_loop()
    order: list[str] = []
    handle = loop.call_later(0.001, order.append, "later")
    loop.call_soon(order.append, "soon 1")
    cancelled = loop.call_soon(order.append, "cancelled")
    cancelled.cancel()
    loop.call_at(loop.time() + 0.03, order.append, "at")
    future = loop.create_future()
    future.add_done_callback(lambda f: order.append(f"future {f.result()}"))
    loop.call_soon(future.set_result, 7)
    order.append("sync")
    print(await future, handle.cancelled(), cancelled.cancelled())
    await asyncio.sleep(0.06)
    print(order)
    failing = loop.create_future()
    failing.set_exception(KeyError("set"))
    try:
        await failing
    except KeyError as error:
        print(repr(error))
    try:
        failing.set_result(1)
    except asyncio.InvalidStateError as error:
        print("InvalidStateError", error)


async def main() -> None:
    for part in (names_and_messages, cancelling, waiting, contexts, timeouts, callbacks):
        print("--", part.__name__)
        await part()


asyncio.run(main())
