"""Runner, loops made by hand, callbacks with delays, futures with callbacks, exception handlers, task names and sets."""

from __future__ import annotations

import asyncio
import contextvars
from collections.abc import AsyncIterator, Callable
from typing import Any

counter: contextvars.ContextVar[int] = contextvars.ContextVar("counter", default=0)


async def step(by: int) -> int:
    counter.set(counter.get() + by)
    await asyncio.sleep(0)
    return counter.get()


def runners() -> None:
    with asyncio.Runner() as runner:
        print(runner.run(step(1)), runner.run(step(10)), runner.run(step(100)), counter.get())
        loop = runner.get_loop()
        print(loop.is_running(), loop.is_closed(), loop.run_until_complete(step(1)))
        try:
            runner.run(failing("inside"))
        except ArithmeticError as error:
            print("runner lets pass:", error)
        print(runner.run(step(0), context=contextvars.Context()))
    print(loop.is_closed())
    late = step(1)
    try:
        runner.run(late)
    except RuntimeError as error:
        print(error)
    late.close()


async def failing(text: str) -> None:
    await asyncio.sleep(0)
    raise ArithmeticError(text)


def by_hand() -> None:
    loop = asyncio.new_event_loop()
    order: list[str] = []
    try:
        loop.call_later(0.004, order.append, "later 4")
        loop.call_later(0.002, order.append, "later 2")
        dropped = loop.call_later(0.001, order.append, "dropped")
        loop.call_soon(order.append, "soon")
        loop.call_at(loop.time() + 0.006, loop.stop)
        dropped.cancel()
        print(dropped.cancelled(), dropped.when() > 0)
        loop.run_forever()
        print(order)

        def countdown(n: int) -> None:
            order.append(str(n))
            if n:
                loop.call_soon(countdown, n - 1)
            else:
                finished.set_result("lift off")

        order.clear()
        finished: asyncio.Future[str] = loop.create_future()
        finished.add_done_callback(lambda f: order.append(f"callback {f.result()}"))
        loop.call_soon(countdown, 3)
        print(loop.run_until_complete(finished), order)
        task = loop.create_task(step(5), name="stepper")
        print(task.get_name(), loop.run_until_complete(task), task.done(), task.result())
    finally:
        loop.run_until_complete(loop.shutdown_asyncgens())
        loop.close()
    try:
        loop.call_soon(print)
    except RuntimeError as error:
        print(error)


async def futures() -> None:
    loop = asyncio.get_running_loop()
    seen: list[str] = []

    def note(name: str) -> Callable[[asyncio.Future[int]], None]:
        return lambda future: seen.append(f"{name}:{future.cancelled() or future.exception() or future.result()}")

    value, broken, dropped = (loop.create_future() for _ in range(3))
    for name, future in (("value", value), ("broken", broken), ("dropped", dropped)):
        future.add_done_callback(note(name))
    extra = note("never")
    value.add_done_callback(extra)
    print(value.remove_done_callback(extra), value.remove_done_callback(extra))
    value.set_result(7)
    broken.set_exception(KeyError("b"))
    dropped.cancel("gone")
    print(seen, value.done(), dropped.cancelled())
    await asyncio.sleep(0)
    print(seen)
    for action in (lambda: value.set_result(8), lambda: broken.set_exception(ValueError()), lambda: dropped.result(), lambda: loop.create_future().result()):
        try:
            action()
        except (asyncio.InvalidStateError, asyncio.CancelledError) as error:
            print(type(error).__name__, error)
    try:
        loop.create_future().set_exception(StopIteration())
    except TypeError as error:
        print(error)
    try:
        unset = loop.create_future()
        unset.set_exception(ValueError)
        unset.result()
    except ValueError as error:
        print("a class is an exception too", repr(error))


async def handlers() -> None:
    loop = asyncio.get_running_loop()
    reports: list[tuple[str, str]] = []

    def report(where: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        reports.append((context["message"].split("(")[0].split("<")[0].strip(), repr(context.get("exception"))))

    loop.set_exception_handler(report)
    loop.call_soon(lambda: 1 // 0)
    loop.call_soon([].pop)
    await asyncio.sleep(0.001)
    print([r[1] for r in reports], loop.get_exception_handler() is report)
    loop.call_exception_handler({"message": "by hand", "exception": OSError(5, "io")})
    print(reports[-1])


async def tasks() -> None:
    me = asyncio.current_task()
    assert me is not None
    me.set_name("main")
    background = {asyncio.create_task(asyncio.sleep(5), name=f"sleeper-{n}") for n in range(3)}
    print(sorted(t.get_name() for t in asyncio.all_tasks()), len(asyncio.all_tasks() - background))
    for task in background:
        task.cancel()
    await asyncio.wait(background)
    print([t.cancelled() for t in background], [t.get_name() for t in asyncio.all_tasks()])
    order: list[int] = []

    async def worker(n: int) -> int:
        await asyncio.sleep(0.001 * (4 - n))
        order.append(n)
        return n * n

    results = [await result for result in asyncio.as_completed([worker(n) for n in range(4)])]
    print(results, order)
    names: list[str] = []

    async def ticker() -> AsyncIterator[int]:
        try:
            for n in range(10):
                yield n
        finally:
            names.append("ticker closed")

    stream = ticker()
    print(await anext(stream), await stream.__anext__(), await anext(stream))
    done = asyncio.create_task(worker(3))
    done.add_done_callback(lambda t: names.append(f"{t.get_name() != ''} {t.result()}"))
    await done
    await asyncio.sleep(0)
    waiting = worker(1)
    print(names, asyncio.iscoroutine(waiting), await waiting)


runners()
by_hand()
for part in (futures, handlers, tasks):
    asyncio.run(part())
