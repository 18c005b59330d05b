"""Programs over asyncio that write what happens into a list; `a` is CPython's asyncio or ours."""

from __future__ import annotations

from typing import Any


async def order_of_tasks(a: Any, out: list[object]) -> None:
    async def worker(name: str, turns: int) -> str:
        for i in range(turns):
            out.append((name, i))
            await a.sleep(0)
        return name

    loop = a.get_running_loop()
    first = a.create_task(worker("a", 3))
    loop.call_soon(out.append, "soon")
    second = a.create_task(worker("b", 2))
    first.add_done_callback(lambda t: out.append(("done", t.result())))
    second.add_done_callback(lambda t: out.append(("done", t.result())))
    out.append(await a.gather(first, second, worker("c", 1)))
    out.append(first.done())


async def timers_in_order(a: Any, out: list[object]) -> None:
    loop = a.get_running_loop()
    now = loop.time()
    for i, delay in enumerate((0.03, 0.01, 0.02, 0.01, 0.0)):
        loop.call_at(now + delay, out.append, (delay, i))
    loop.call_later(0.015, out.append, "dropped").cancel()
    await a.sleep(0.05)


async def cancel_before_start(a: Any, out: list[object]) -> None:
    async def never() -> None:
        out.append("started")

    task = a.create_task(never())
    out.append(task.cancel("why"))
    try:
        await task
    except a.CancelledError as exc:
        out.append(("cancelled", exc.args))
    out.append((task.cancelled(), task.done(), task.cancel()))


async def cancel_while_sleeping(a: Any, out: list[object]) -> None:
    async def sleeper() -> str:
        try:
            await a.sleep(10)
        except a.CancelledError as exc:
            out.append(("inner", exc.args))
            await a.sleep(0)
            raise
        finally:
            out.append("finally")
        return "no"

    task = a.create_task(sleeper())
    await a.sleep(0)
    task.cancel(msg="stop")
    out.append((task.cancelling(), task.uncancel(), task.cancelling()))
    task.cancel(msg="stop")
    try:
        await task
    except a.CancelledError as exc:
        out.append(("outer", exc.args, exc.__context__ is None))


async def swallowed_cancellation(a: Any, out: list[object]) -> None:
    async def stubborn() -> int:
        try:
            await a.sleep(10)
        except a.CancelledError:
            out.append("swallowed")
        return 7

    task = a.create_task(stubborn())
    await a.sleep(0)
    task.cancel()
    out.append(await task)
    out.append(task.cancelled())


async def cancel_self(a: Any, out: list[object]) -> None:
    async def me() -> None:
        a.current_task().cancel()
        out.append("still here")
        try:
            await a.sleep(0)
        except a.CancelledError:
            out.append("now")
            raise

    results = await a.gather(me(), return_exceptions=True)
    out.append([type(r).__name__ for r in results])


async def cancel_right_before_end(a: Any, out: list[object]) -> None:
    async def me() -> int:
        a.current_task().cancel()
        return 1

    task = a.create_task(me())
    results = await a.gather(task, return_exceptions=True)
    out.append([repr(r) for r in results])
    out.append(task.cancelled())


async def gather_exceptions(a: Any, out: list[object]) -> None:
    async def fail(turns: int) -> None:
        for _ in range(turns):
            await a.sleep(0)
        raise ValueError(turns)

    async def good(turns: int) -> int:
        for _ in range(turns):
            await a.sleep(0)
        out.append(("good", turns))
        return turns

    try:
        await a.gather(fail(2), good(1), good(4), fail(3))
    except ValueError as exc:
        out.append(repr(exc))
    out.append([repr(r) for r in await a.gather(fail(1), good(2), return_exceptions=True)])
    out.append(await a.gather())
    shared = a.create_task(good(0))
    out.append(await a.gather(shared, shared, good(1)))


async def gather_cancelled_child(a: Any, out: list[object]) -> None:
    future = a.get_running_loop().create_future()
    outer = a.gather(a.sleep(0, 1), future)
    await a.sleep(0)
    future.cancel("child")
    try:
        await outer
    except a.CancelledError as exc:
        out.append(("child", exc.args, outer.cancelled(), outer.done()))


async def gather_cancelled_outer(a: Any, out: list[object]) -> None:
    async def child(n: int) -> int:
        try:
            await a.sleep(5)
        finally:
            out.append(("ended", n))
        return n

    outer = a.gather(child(1), child(2), return_exceptions=True)
    await a.sleep(0)
    out.append(outer.cancel("all"))
    try:
        await outer
    except a.CancelledError as exc:
        out.append(("outer", exc.args))
    out.append((outer.cancelled(), outer.cancel()))


async def shielded(a: Any, out: list[object]) -> None:
    async def inner() -> int:
        await a.sleep(0.01)
        out.append("inner ends")
        return 3

    task = a.create_task(inner())

    async def waits() -> None:
        try:
            out.append(await a.shield(task))
        except a.CancelledError:
            out.append("waiter cancelled")
            raise

    waiter = a.create_task(waits())
    await a.sleep(0)
    waiter.cancel()
    out.append([type(r).__name__ for r in await a.gather(waiter, return_exceptions=True)])
    out.append(await task)
    out.append(await a.shield(task))


async def wait_for_outcomes(a: Any, out: list[object]) -> None:
    async def quick() -> int:
        await a.sleep(0)
        return 1

    async def slow() -> int:
        try:
            await a.sleep(10)
        except a.CancelledError:
            out.append("slow cancelled")
            raise
        return 2

    async def slow_but_answers() -> int:
        try:
            await a.sleep(10)
        except a.CancelledError:
            return 9
        return 2

    out.append(await a.wait_for(quick(), 1))
    out.append(await a.wait_for(quick(), None))
    for timeout in (0.01, 0, -1):
        try:
            await a.wait_for(slow(), timeout)
        except TimeoutError as exc:
            out.append((repr(exc), type(exc.__cause__).__name__))
    out.append(await a.wait_for(slow_but_answers(), 0.01))
    task = a.create_task(a.wait_for(slow(), 5))
    await a.sleep(0)
    await a.sleep(0)
    task.cancel()
    out.append([type(r).__name__ for r in await a.gather(task, return_exceptions=True)])


async def wait_modes(a: Any, out: list[object]) -> None:
    async def work(delay: float, fail: bool = False) -> float:
        await a.sleep(delay)
        if fail:
            raise KeyError(delay)
        return delay

    tasks = [a.create_task(work(d)) for d in (0.01, 0.05)]
    done, pending = await a.wait(tasks, return_when=a.FIRST_COMPLETED)
    out.append(([t.result() for t in done], len(pending)))
    done, pending = await a.wait(tasks)
    out.append((sorted(t.result() for t in done), len(pending)))
    tasks = [a.create_task(work(0.05)), a.create_task(work(0.01, True)), a.create_task(work(0.005))]
    done, pending = await a.wait(tasks, return_when=a.FIRST_EXCEPTION)
    out.append((len(done), len(pending), sorted(repr(t.exception()) for t in done)))
    done, pending = await a.wait(pending, timeout=0.001)
    out.append((len(done), len(pending)))
    for bad in ([],):
        try:
            await a.wait(bad)
        except ValueError as exc:
            out.append(repr(exc))
    await a.sleep(0.06)


async def completion_order(a: Any, out: list[object]) -> None:
    async def work(delay: float) -> float:
        await a.sleep(delay)
        if delay == 0.02:
            raise ValueError(delay)
        return delay

    for item in a.as_completed([work(0.03), work(0.01), work(0.02)]):
        try:
            out.append(await item)
        except ValueError as exc:
            out.append(repr(exc))
    for item in a.as_completed([work(0.001), work(1)], timeout=0.02):
        try:
            out.append(await item)
        except TimeoutError as exc:
            out.append(repr(exc))


async def timeouts(a: Any, out: list[object]) -> None:
    try:
        async with a.timeout(0.01) as scope:
            await a.sleep(5)
    except TimeoutError as exc:
        out.append((repr(exc), scope.expired(), type(exc.__cause__).__name__))
    async with a.timeout(1) as scope:
        await a.sleep(0)
    out.append((scope.expired(), repr(scope)))
    async with a.timeout(None) as scope:
        scope.reschedule(a.get_running_loop().time() + 5)
    try:
        async with a.timeout(-1):
            await a.sleep(0)
            out.append("one turn")
            await a.sleep(0)
            out.append("two turns")
    except TimeoutError:
        out.append("late")
    try:
        async with a.timeout(0.01):
            async with a.timeout(5):
                await a.sleep(3)
    except TimeoutError:
        out.append("outer timeout")
    try:
        scope.reschedule(None)
    except RuntimeError as exc:
        out.append(str(exc))
    out.append(a.current_task().cancelling())


async def events_and_locks(a: Any, out: list[object]) -> None:
    event, lock = a.Event(), a.Lock()

    async def waits(n: int) -> None:
        out.append((n, await event.wait()))
        async with lock:
            out.append((n, "in", lock.locked()))
            await a.sleep(0)
            out.append((n, "out"))

    tasks = [a.create_task(waits(n)) for n in range(3)]
    await a.sleep(0)
    event.set()
    await a.gather(*tasks)
    out.append((event.is_set(), lock.locked()))
    try:
        lock.release()
    except RuntimeError as exc:
        out.append(str(exc))


async def lock_and_cancel(a: Any, out: list[object]) -> None:
    lock = a.Lock()
    await lock.acquire()

    async def take(n: int) -> None:
        try:
            await lock.acquire()
            out.append(("got", n))
            lock.release()
        except a.CancelledError:
            out.append(("cancelled", n))
            raise

    tasks = [a.create_task(take(n)) for n in range(3)]
    await a.sleep(0)
    lock.release()
    tasks[0].cancel()
    await a.gather(*tasks, return_exceptions=True)
    out.append(lock.locked())


async def conditions(a: Any, out: list[object]) -> None:
    condition = a.Condition()
    state = [0]

    async def waits(n: int) -> None:
        async with condition:
            await condition.wait_for(lambda: state[0] >= n)
            out.append(("past", n))

    tasks = [a.create_task(waits(n)) for n in (2, 1, 3)]
    for _ in range(3):
        await a.sleep(0)
        async with condition:
            state[0] += 1
            condition.notify_all()
    await a.gather(*tasks)
    try:
        condition.notify()
    except RuntimeError as exc:
        out.append(str(exc))
    try:
        await condition.wait()
    except RuntimeError as exc:
        out.append(str(exc))


async def semaphores(a: Any, out: list[object]) -> None:
    semaphore = a.Semaphore(2)

    async def work(n: int) -> None:
        async with semaphore:
            out.append(("in", n, semaphore.locked()))
            await a.sleep(0)
            await a.sleep(0)
            out.append(("out", n))

    tasks = [a.create_task(work(n)) for n in range(5)]
    await a.sleep(0)
    tasks[3].cancel()
    await a.gather(*tasks, return_exceptions=True)
    bounded = a.BoundedSemaphore(1)
    for make in (bounded.release, lambda: a.Semaphore(-1)):
        try:
            make()
        except ValueError as exc:
            out.append(str(exc))


async def barriers(a: Any, out: list[object]) -> None:
    barrier = a.Barrier(3)

    async def come(n: int) -> None:
        index = await barrier.wait()
        out.append((n, index))

    await a.gather(*(come(n) for n in range(6)))
    out.append((barrier.n_waiting, barrier.broken, barrier.parties))
    task = a.create_task(come(9))
    await a.sleep(0)
    await barrier.abort()
    out.append([type(r).__name__ for r in await a.gather(task, return_exceptions=True)])


async def queues(a: Any, out: list[object]) -> None:
    queue = a.Queue(2)

    async def produce() -> None:
        for n in range(6):
            await queue.put(n)
            out.append(("put", n, queue.qsize()))

    async def consume(name: str) -> None:
        while True:
            n = await queue.get()
            out.append((name, n))
            await a.sleep(0)
            queue.task_done()

    consumers = [a.create_task(consume(name)) for name in "xy"]
    await produce()
    await queue.join()
    for consumer in consumers:
        consumer.cancel()
    await a.gather(*consumers, return_exceptions=True)
    out.append((queue.empty(), queue.full(), str(queue)))
    for call in (queue.get_nowait, queue.task_done):
        try:
            call()
        except Exception as exc:
            out.append(repr(exc))
    queue.put_nowait(1)
    queue.put_nowait(2)
    out.append(str(queue))
    try:
        queue.put_nowait(3)
    except a.QueueFull as exc:
        out.append(repr(exc))
    priorities, stack = a.PriorityQueue(), a.LifoQueue()
    for n in (3, 1, 2):
        priorities.put_nowait((n, str(n)))
        stack.put_nowait(n)
    out.append([await priorities.get() for _ in range(3)])
    out.append([await stack.get() for _ in range(3)])


async def futures(a: Any, out: list[object]) -> None:
    loop = a.get_running_loop()
    future = loop.create_future()
    for call in (future.result, future.exception):
        try:
            call()
        except a.InvalidStateError as exc:
            out.append(repr(exc))
    future.add_done_callback(lambda f: out.append(("one", f.result())))
    second = out.append
    future.add_done_callback(second)
    out.append(future.remove_done_callback(second))
    future.add_done_callback(lambda f: out.append("two"))
    future.set_result(5)
    out.append("before")
    out.append(await future)
    await a.sleep(0)
    for call in (lambda: future.set_result(1), lambda: future.set_exception(ValueError())):
        try:
            call()
        except a.InvalidStateError as exc:
            out.append(repr(exc))
    failed = loop.create_future()
    failed.set_exception(ValueError("x"))
    out.append(repr(failed.exception()))
    try:
        await failed
    except ValueError as exc:
        out.append(repr(exc))
    stop = loop.create_future()
    try:
        stop.set_exception(StopIteration())
    except TypeError as exc:
        out.append(str(exc))
    stop.cancel("msg")
    try:
        stop.result()
    except a.CancelledError as exc:
        out.append(repr(exc))
    out.append((repr(future), repr(failed), repr(stop), repr(loop.create_future())))


async def task_groups(a: Any, out: list[object]) -> None:
    async def work(n: int, fail: bool = False) -> int:
        try:
            for _ in range(n):
                await a.sleep(0)
            if fail:
                raise ValueError(n)
        except a.CancelledError:
            out.append(("cancelled", n))
            raise
        return n

    async with a.TaskGroup() as group:
        one = group.create_task(work(2))
        two = group.create_task(work(1), name="named")
    out.append((one.result(), two.result(), two.get_name()))
    try:
        async with a.TaskGroup() as group:
            group.create_task(work(1, True))
            group.create_task(work(5))
            group.create_task(work(1, True))
            await a.sleep(10)
    except BaseExceptionGroup as exc:
        out.append((str(exc), [repr(e) for e in exc.exceptions]))
    try:
        async with a.TaskGroup() as group:
            group.create_task(work(50))
            raise KeyError("body")
    except BaseExceptionGroup as exc:
        out.append((str(exc), [repr(e) for e in exc.exceptions]))

    async def cancelled_from_outside() -> None:
        async with a.TaskGroup() as group:
            group.create_task(work(50))

    task = a.create_task(cancelled_from_outside())
    await a.sleep(0)
    await a.sleep(0)
    task.cancel()
    out.append([type(r).__name__ for r in await a.gather(task, return_exceptions=True)])
    try:
        group.create_task(work(1))
    except RuntimeError as exc:
        out.append(str(exc)[-11:])
    out.append(a.current_task().cancelling())


async def readers(a: Any, out: list[object]) -> None:
    reader = a.StreamReader(limit=10)
    reader.feed_data(b"one\ntwo\nthree")
    out.append(await reader.readline())
    out.append(await reader.readuntil(b"wo\n"))
    out.append(await reader.readexactly(2))
    a.get_running_loop().call_soon(reader.feed_data, b"!!END")
    out.append(await reader.readuntil(b"END"))
    reader.feed_data(b"x" * 20)
    try:
        await reader.readuntil(b"\n")
    except a.LimitOverrunError as exc:
        out.append((str(exc), exc.consumed))
    try:
        await reader.readline()
    except ValueError as exc:
        out.append(repr(exc))
    reader.feed_data(b"y" * 12 + b"\n" + b"z")
    try:
        await reader.readuntil(b"\n")
    except a.LimitOverrunError as exc:
        out.append((str(exc), exc.consumed))
    try:
        await reader.readline()
    except ValueError as exc:
        out.append(repr(exc))
    out.append(await reader.read(5))
    reader.feed_data(b"tail")
    out.append(await reader.read(2))
    reader.feed_eof()
    out.append(reader.at_eof())
    try:
        await reader.readexactly(5)
    except a.IncompleteReadError as exc:
        out.append((str(exc), exc.partial, exc.expected))
    out.append((reader.at_eof(), await reader.read(), await reader.readline(), await reader.read(3)))
    try:
        await reader.readuntil(b"\n")
    except a.IncompleteReadError as exc:
        out.append((str(exc), exc.partial, exc.expected))
    for call in (lambda: reader.readexactly(-1), lambda: reader.readuntil(b"")):
        try:
            await call()
        except ValueError as exc:
            out.append(str(exc))
    lines = a.StreamReader()
    lines.feed_data(b"a\nb\nc")
    lines.feed_eof()
    out.append([line async for line in lines])
    broken = a.StreamReader()
    waiter = a.create_task(broken.read(1))
    await a.sleep(0)
    try:
        await broken.read(1)
    except RuntimeError as exc:
        out.append(str(exc))
    broken.set_exception(OSError(5, "io"))
    out.append([repr(r) for r in await a.gather(waiter, return_exceptions=True)])


async def connections(a: Any, out: list[object]) -> None:
    async def serve(reader: Any, writer: Any) -> None:
        peer = writer.get_extra_info("peername")
        out.append((peer[0], writer.get_extra_info("sockname")[1] == port, writer.get_extra_info("other", 4)))
        while True:
            line = await reader.readline()
            if not line:
                break
            writer.writelines([b"<", line.strip(), b">"])
            await writer.drain()
        writer.close()
        await writer.wait_closed()
        out.append("served")

    server = await a.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await a.open_connection("127.0.0.1", port)
    writer.write(b"hello\nyou\n")
    out.append(await reader.readexactly(12))
    writer.write(bytearray(b"end"))
    writer.write_eof()
    try:
        writer.write(b"more")
    except RuntimeError as exc:
        out.append(str(exc))
    out.append(await reader.read())
    out.append((writer.is_closing(), writer.can_write_eof()))
    writer.close()
    await writer.wait_closed()
    out.append(writer.is_closing())
    async with server:
        out.append(server.is_serving())
        task = a.create_task(server.serve_forever())
        await a.sleep(0)
        task.cancel()
        out.append([type(r).__name__ for r in await a.gather(task, return_exceptions=True)])
    out.append((server.is_serving(), len(server.sockets)))
    try:
        await a.open_connection("127.0.0.1", port)
    except OSError as exc:
        out.append((type(exc).__name__, exc.errno, str(exc).split("(")[0]))


async def large_transfers(a: Any, out: list[object]) -> None:
    size = 3_000_000

    async def serve(reader: Any, writer: Any) -> None:
        data = await reader.readexactly(size)
        await a.sleep(0.02)
        writer.write(data[::-1])
        await writer.drain()
        writer.close()

    server = await a.start_server(serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    reader, writer = await a.open_connection("127.0.0.1", port)
    data = bytes(range(250)) * (size // 250)
    writer.write(data)
    await a.sleep(0.05)
    await writer.drain()
    back = await reader.read()
    out.append((len(back), back == data[::-1]))
    writer.close()
    server.close()


PROGRAMS = [
    order_of_tasks, timers_in_order, cancel_before_start, cancel_while_sleeping, swallowed_cancellation,
    cancel_self, cancel_right_before_end, gather_exceptions, gather_cancelled_child, gather_cancelled_outer,
    shielded, wait_for_outcomes, wait_modes, completion_order, timeouts, events_and_locks, lock_and_cancel,
    conditions, semaphores, barriers, queues, futures, task_groups, readers, connections, large_transfers,
]  # fmt: skip
