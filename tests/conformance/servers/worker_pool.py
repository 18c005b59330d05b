"""A pool of workers with priorities, retries with backoff, a rate limit, cancellation and an orderly shutdown."""

from __future__ import annotations

import asyncio
import itertools
from functools import partial
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any


class Transient(Exception):
    pass


@dataclass(order=True)
class Job:
    priority: int
    number: int
    name: str = field(compare=False)
    work: Callable[[], Awaitable[Any]] = field(compare=False)
    attempts: int = field(default=0, compare=False)


class Pool:
    def __init__(self, size: int, retries: int = 2) -> None:
        self.queue: asyncio.PriorityQueue[Job] = asyncio.PriorityQueue()
        self.results: dict[str, Any] = {}
        self.trace: list[str] = []
        self.counter = itertools.count()
        self.size = size
        self.retries = retries
        self.running = 0
        self.peak = 0

    def submit(self, name: str, work: Callable[[], Awaitable[Any]], priority: int = 5) -> None:
        self.queue.put_nowait(Job(priority, next(self.counter), name, work))

    async def worker(self, label: int) -> int:
        done = 0
        try:
            while True:
                job = await self.queue.get()
                self.running += 1
                self.peak = max(self.peak, self.running)
                try:
                    job.attempts += 1
                    self.results[job.name] = await job.work()
                    done += 1
                except Transient as error:
                    if job.attempts > self.retries:
                        self.results[job.name] = error
                        self.trace.append(f"{job.name} gave up")
                    else:
                        await asyncio.sleep(0.001 * 2**job.attempts)
                        job.priority -= 1
                        self.queue.put_nowait(job)
                except Exception as error:
                    self.results[job.name] = error
                finally:
                    self.running -= 1
                    self.queue.task_done()
        except asyncio.CancelledError:
            self.trace.append("worker ended")
            return done

    async def __aenter__(self) -> Pool:
        self.workers = [asyncio.create_task(self.worker(n), name=f"w{n}") for n in range(self.size)]
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.queue.join()
        for task in self.workers:
            task.cancel()
        self.totals = await asyncio.gather(*self.workers)


def flaky(failures: int, value: int) -> Callable[[], Coroutine[Any, Any, int]]:
    left = failures

    async def work() -> int:
        nonlocal left
        await asyncio.sleep(0)
        if left:
            left -= 1
            raise Transient(f"{left} left")
        return value

    return work


async def slow(seconds: float, value: str) -> str:
    await asyncio.sleep(seconds)
    return value


class RateLimit:
    def __init__(self, per_turn: int) -> None:
        self.semaphore = asyncio.Semaphore(per_turn)
        self.active = 0
        self.most = 0

    async def __aenter__(self) -> None:
        await self.semaphore.acquire()
        self.active += 1
        self.most = max(self.most, self.active)

    async def __aexit__(self, *exc: object) -> None:
        self.active -= 1
        self.semaphore.release()


async def main() -> None:
    async with Pool(3) as pool:
        pool.submit("a", flaky(0, 1))
        pool.submit("b", flaky(2, 2))
        pool.submit("c", flaky(9, 3))
        pool.submit("urgent", flaky(0, 4), priority=0)

        async def broken() -> int:
            return {"x": 1}["y"]

        pool.submit("d", broken)
        for n in range(5):
            pool.submit(f"s{n}", partial(slow, 0.002, f"value {n}"))
    print({name: repr(result) for name, result in sorted(pool.results.items())})
    print(Counter(pool.trace), sum(pool.totals), pool.peak, pool.running, pool.queue.empty())
    limit = RateLimit(2)

    async def limited(n: int) -> int:
        async with limit:
            await asyncio.sleep(0.001)
            return n * n

    print(await asyncio.gather(*(limited(n) for n in range(6))), limit.most)
    first, pending = await asyncio.wait({asyncio.create_task(slow(s, str(s))) for s in (0.05, 0.001, 0.1)}, return_when=asyncio.FIRST_COMPLETED)
    print([task.result() for task in first], len(pending))
    for task in pending:
        task.cancel("enough")
    print(sorted(type(r).__name__ for r in await asyncio.gather(*pending, return_exceptions=True)))
    try:
        async with asyncio.TaskGroup() as group:
            kept = group.create_task(slow(0.001, "kept"))
            group.create_task(asyncio.wait_for(slow(1, "never"), 0.002))
            group.create_task(flaky(1, 0)())
    except* TimeoutError as errors:
        print("timeouts", len(errors.exceptions))
    except* Transient as errors:
        print("transient", [str(e) for e in errors.exceptions], kept.cancelled() or kept.result())
    async for value in ticker(3):
        print(value, end=" ")
    print(await asyncio.shield(slow(0, "shielded")))
    await asyncio.wait_for(slow(1, "x"), timeout=0.001)


async def ticker(count: int) -> AsyncIterator[int]:
    for n in range(count):
        await asyncio.sleep(0)
        yield n


asyncio.run(main())
