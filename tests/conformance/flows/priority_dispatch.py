"""A dispatcher over a priority queue: levels, ageing, and jobs that may be withdrawn."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any


class Level(IntEnum):
    URGENT = 0
    NORMAL = 5
    IDLE = 9


@dataclass(order=True)
class Job:
    level: int
    number: int
    name: str = field(compare=False)
    body: Callable[[], Coroutine[Any, Any, str]] = field(compare=False, repr=False)
    withdrawn: bool = field(default=False, compare=False)


class Dispatcher:
    def __init__(self) -> None:
        self._queue: asyncio.PriorityQueue[Job] = asyncio.PriorityQueue()
        self._numbers = itertools.count(1)
        self.journal: list[str] = []

    def submit(self, name: str, body: Callable[[], Coroutine[Any, Any, str]], level: Level) -> Job:
        job = Job(level, next(self._numbers), name, body)
        self._queue.put_nowait(job)
        return job

    def age(self) -> None:
        """Everything that waits becomes a little more urgent."""
        waiting: list[Job] = []
        while not self._queue.empty():
            waiting.append(self._queue.get_nowait())
            self._queue.task_done()
        for job in waiting:
            job.level = max(Level.URGENT, job.level - 2)
            self._queue.put_nowait(job)

    async def work(self, worker: str) -> None:
        while True:
            job = await self._queue.get()
            try:
                if job.withdrawn:
                    self.journal.append(f"{worker} skips {job.name}")
                    continue
                answer = await job.body()
                self.journal.append(f"{worker} did {job.name}: {answer}")
            except ArithmeticError as error:
                self.journal.append(f"{worker} failed {job.name}: {type(error).__name__}: {error}")
            finally:
                self._queue.task_done()

    async def finish(self) -> None:
        worker = asyncio.create_task(self.work("w1"))
        await self._queue.join()
        worker.cancel()
        try:
            await worker
        except asyncio.CancelledError:
            self.journal.append("w1 dismissed")


def dividing(a: int, b: int) -> Callable[[], Coroutine[Any, Any, str]]:
    async def run() -> str:
        await asyncio.sleep(0)
        return str(a // b)

    return run


async def main() -> None:
    dispatcher = Dispatcher()
    dispatcher.submit("sweep", dividing(9, 2), Level.IDLE)
    dispatcher.submit("report", dividing(20, 0), Level.NORMAL)
    mail = dispatcher.submit("mail", dividing(8, 4), Level.NORMAL)
    dispatcher.submit("fire", dividing(7, 7), Level.URGENT)
    dispatcher.age()
    for name in ("alarm", "drill"):
        dispatcher.submit(name, dividing(len(name), 2), Level.URGENT)
    dispatcher.submit("lunch", dividing(1, 1), Level.NORMAL)
    mail.withdrawn = True
    print(mail, mail < Job(3, 99, "x", mail.body), Level.IDLE > Level.URGENT)
    await dispatcher.finish()
    print(*dispatcher.journal, sep="\n")


asyncio.run(main())
