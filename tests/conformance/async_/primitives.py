"""Locks, conditions, barriers, semaphores and queues under cancellation; Runner; event handlers."""

from __future__ import annotations

import asyncio


async def locks() -> None:
    lock = asyncio.Lock()
    order: list[str] = []

    async def holder(name: str) -> None:
        async with lock:
            order.append(f"{name} in")
            await asyncio.sleep(0)
            order.append(f"{name} out")

    tasks = [asyncio.create_task(holder(n)) for n in "abc"]
    await asyncio.sleep(0)
    tasks[1].cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    print(order, lock.locked())
    try:
        lock.release()
    except RuntimeError as error:
        print(error)


async def conditions() -> None:
    cond = asyncio.Condition()
    items: list[int] = []

    async def consumer(n: int) -> str:
        async with cond:
            await cond.wait_for(lambda: len(items) > 0)
            return f"{n} took {items.pop(0)}"

    waiting = [asyncio.create_task(consumer(i)) for i in range(3)]
    await asyncio.sleep(0)
    for value in range(3):
        async with cond:
            items.append(value)
            cond.notify(1)
        await asyncio.sleep(0)
    print(await asyncio.gather(*waiting))
    try:
        cond.notify()
    except RuntimeError as error:
        print(error)
    async with cond:
        cond.notify_all()


async def semaphores() -> None:
    limit = asyncio.Semaphore(2)
    running = 0
    peak = 0

    async def job() -> None:
        nonlocal running, peak
        async with limit:
            running += 1
            peak = max(peak, running)
            await asyncio.sleep(0.001)
            running -= 1

    await asyncio.gather(*(job() for _ in range(5)))
    print("peak", peak, limit.locked())
    bounded = asyncio.BoundedSemaphore(1)
    await bounded.acquire()
    bounded.release()
    try:
        bounded.release()
    except ValueError as error:
        print(error)
    try:
        asyncio.Semaphore(-1)
    except ValueError as error:
        print(error)


async def barriers() -> None:
    barrier = asyncio.Barrier(3)

    async def party(name: str) -> str:
        async with barrier as position:
            return f"{name} {position}"

    print(sorted(await asyncio.gather(*(party(n) for n in "xyz"))), barrier.n_waiting, barrier.parties)
    lonely = asyncio.create_task(barrier.wait())
    await asyncio.sleep(0)
    print("waiting", barrier.n_waiting)
    await barrier.abort()
    try:
        await lonely
    except asyncio.BrokenBarrierError as error:
        print("broken", error, barrier.broken)
    await barrier.reset()
    print(barrier.broken)


async def queues() -> None:
    queue: asyncio.Queue[int] = asyncio.Queue(maxsize=2)
    seen: list[int] = []

    async def worker() -> None:
        while True:
            item = await queue.get()
            seen.append(item)
            queue.task_done()

    task = asyncio.create_task(worker())
    for i in range(5):
        await queue.put(i)
    await queue.join()
    task.cancel()
    print(seen, queue.empty(), queue.qsize(), queue.maxsize)
    queue.put_nowait(1)
    queue.put_nowait(2)
    try:
        queue.put_nowait(3)
    except asyncio.QueueFull as error:
        print("full", repr(error), queue.full())
    best: asyncio.PriorityQueue[tuple[int, str]] = asyncio.PriorityQueue()
    for entry in [(3, "c"), (1, "a"), (2, "b")]:
        await best.put(entry)
    print([await best.get() for _ in range(3)])
    last: asyncio.LifoQueue[str] = asyncio.LifoQueue()
    for text in "abc":
        last.put_nowait(text)
    print([last.get_nowait() for _ in range(3)])
    try:
        last.get_nowait()
    except asyncio.QueueEmpty as error:
        print("empty", repr(error))
    try:
        last.task_done()
        last.task_done()
        last.task_done()
        last.task_done()
    except ValueError as error:
        print(error)
    getter = asyncio.create_task(last.get())
    await asyncio.sleep(0)
    getter.cancel()
    last.put_nowait("kept")
    await asyncio.sleep(0)
    print(last.qsize(), getter.cancelled())


async def groups() -> None:
    async def fail(delay: float, error: Exception) -> None:
        await asyncio.sleep(delay)
        raise error

    async def patient(name: str) -> str:
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError:
            print(name, "cancelled")
            raise
        return name

    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(patient("p"), name="patient")
            group.create_task(fail(0.001, ValueError("first")))
    except* ValueError as errors:
        print(errors.exceptions, errors.message)
    async with asyncio.TaskGroup() as group:
        one = group.create_task(asyncio.sleep(0, "value"))
        inner = group.create_task(nested(group))
    print(one.result(), inner.result())
    late = asyncio.sleep(0)
    try:
        group.create_task(late)
    except RuntimeError as error:
        print(str(error)[:10], "is finished" in str(error))
    late.close()
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(patient("q"))
            await asyncio.sleep(0)
            raise KeyError("body")
    except* KeyError as errors:
        print(errors.exceptions)


async def nested(group: asyncio.TaskGroup) -> int:
    task = group.create_task(asyncio.sleep(0, 5))
    return await task + 1


async def main() -> None:
    for part in (locks, conditions, semaphores, barriers, queues, groups):
        print("--", part.__name__)
        await part()


with asyncio.Runner() as runner:
    print(runner.run(asyncio.sleep(0, "first")), runner.get_loop().is_running())
    runner.run(main())
late = asyncio.sleep(0)
try:
    runner.run(late)
except RuntimeError as error:
    print(error)
late.close()


async def nested_run() -> None:
    coro = asyncio.sleep(0)
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        print(error)
    coro.close()


asyncio.run(nested_run())
