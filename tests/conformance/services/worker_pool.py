"""A pool of asyncio workers with a priority queue, retries with backoff, and results gathered by futures."""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import Awaitable, Callable


class Transient(Exception):
    pass


class Fatal(Exception):
    pass


@dataclass(order=True)
class Job:
    priority: int
    serial: int
    name: str = field(compare=False)
    work: Callable[[int], Awaitable[int]] = field(compare=False)
    attempts: int = field(default=0, compare=False)
    result: asyncio.Future[int] | None = field(default=None, compare=False, repr=False)


class Pool:
    def __init__(self, size: int, retries: int = 2) -> None:
        self.queue: asyncio.PriorityQueue[Job] = asyncio.PriorityQueue()
        self.size, self.retries = size, retries
        self.workers: list[asyncio.Task[None]] = []
        self.log: list[str] = []
        self.stats: Counter[str] = Counter()
        self._serial = 0

    async def __aenter__(self) -> Pool:
        self.workers = [asyncio.create_task(self._run(i), name=f"w{i}") for i in range(self.size)]
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self.queue.join()
        for worker in self.workers:
            worker.cancel()
        ended = await asyncio.gather(*self.workers, return_exceptions=True)
        self.stats["cancelled"] = sum(isinstance(e, asyncio.CancelledError) for e in ended)

    def submit(self, name: str, work: Callable[[int], Awaitable[int]], priority: int = 5) -> asyncio.Future[int]:
        self._serial += 1
        future: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        self.queue.put_nowait(Job(priority, self._serial, name, work, result=future))
        return future

    async def _run(self, number: int) -> None:
        while True:
            job = await self.queue.get()
            assert job.result is not None
            job.attempts += 1
            try:
                value = await job.work(job.attempts)
            except Transient as error:
                self.stats["retry"] += 1
                if job.attempts > self.retries:
                    job.result.set_exception(Fatal(f"{job.name} gave up"))
                    job.result.exception()
                else:
                    job.priority += 1
                    self.log.append(f"{job.name} again ({error})")
                    self.queue.put_nowait(job)
            except Exception as error:
                self.stats["failed"] += 1
                job.result.set_exception(error)
            else:
                self.stats["done"] += 1
                job.result.set_result(value)
                self.log.append(f"{job.name}={value}")
            finally:
                self.queue.task_done()


def steady(value: int, ticks: int) -> Callable[[int], Awaitable[int]]:
    async def work(attempt: int) -> int:
        for _ in range(ticks):
            await asyncio.sleep(0)
        return value * attempt

    return work


def flaky(failures: int) -> Callable[[int], Awaitable[int]]:
    async def work(attempt: int) -> int:
        await asyncio.sleep(0)
        if attempt <= failures:
            raise Transient(f"attempt {attempt}")
        return attempt

    return work


async def broken(attempt: int) -> int:
    return attempt // 0


async def main() -> None:
    async with Pool(1) as pool:
        futures = {name: pool.submit(name, steady(i, 1), priority=9 - i) for i, name in enumerate("abc")}
        futures["f"] = pool.submit("f", flaky(2), 1)
    print(pool.log, {n: f.result() for n, f in futures.items()}, dict(pool.stats))
    async with Pool(3) as pool:
        ok = [pool.submit(f"s{i}", steady(i, i % 3)) for i in range(6)]
        bad = pool.submit("z", broken)
        gone = pool.submit("g", flaky(99))
    print([f.result() for f in ok], repr(bad.exception()), repr(gone.exception()), sorted(pool.stats.items()))
    print(sorted(pool.log), pool.queue.empty(), pool.queue.qsize(), [w.get_name() for w in pool.workers])
    try:
        await gone
    except Fatal as error:
        print("fatal:", error, error.__context__)
    await bad


asyncio.run(main())
