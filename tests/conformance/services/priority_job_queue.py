"""Jobs by priority with PriorityQueue and LifoQueue: dependencies, deadlines of a logical clock, requeueing, poison."""

from __future__ import annotations

import asyncio
import itertools
from collections import defaultdict
from dataclasses import dataclass, field
from functools import total_ordering
from typing import NamedTuple


@total_ordering
@dataclass(eq=False)
class Job:
    name: str
    priority: int = 5
    needs: tuple[str, ...] = ()
    cost: int = 1
    tries: int = 0
    serial: int = field(default_factory=itertools.count().__next__)

    def __lt__(self, other: object) -> bool:
        if not isinstance(other, Job):
            return NotImplemented
        return (self.priority, self.serial) < (other.priority, other.serial)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Job) and self.serial == other.serial

    def __hash__(self) -> int:
        return hash(self.serial)


STOP = Job("stop", 1000)


class Done(NamedTuple):
    worker: str
    job: str
    tick: int


class Cycle(Exception):
    pass


class Board:
    def __init__(self) -> None:
        self.ready: asyncio.PriorityQueue[Job] = asyncio.PriorityQueue()
        self.blocked: dict[str, set[str]] = {}
        self.dependents: defaultdict[str, list[Job]] = defaultdict(list)
        self.finished: list[Done] = []
        self.failed: list[str] = []
        self.tick = 0

    def submit(self, *jobs: Job) -> None:
        known = {job.name: job for job in jobs}
        self._check(known)
        done = {d.job for d in self.finished}
        for job in jobs:
            missing = {n for n in job.needs if n not in done}
            if missing:
                self.blocked[job.name] = missing
                for name in missing:
                    self.dependents[name].append(job)
            else:
                self.ready.put_nowait(job)

    @staticmethod
    def _check(jobs: dict[str, Job]) -> None:
        colours: dict[str, int] = {}

        def visit(name: str, path: tuple[str, ...]) -> None:
            if colours.get(name) == 1:
                raise Cycle(" > ".join(path[path.index(name) :] + (name,)))
            if colours.get(name) == 2 or name not in jobs:
                return
            colours[name] = 1
            for need in jobs[name].needs:
                visit(need, path + (name,))
            colours[name] = 2

        for name in jobs:
            visit(name, ())

    def finish(self, worker: str, job: Job) -> None:
        self.finished.append(Done(worker, job.name, self.tick))
        for dependent in self.dependents.pop(job.name, []):
            left = self.blocked[dependent.name]
            left.discard(job.name)
            if not left:
                del self.blocked[dependent.name]
                self.ready.put_nowait(dependent)

    async def work(self, worker: str, flaky: dict[str, int]) -> int:
        count = 0
        while True:
            job = await self.ready.get()
            if job is STOP:
                self.ready.task_done()
                return count
            for _ in range(job.cost):
                self.tick += 1
                await asyncio.sleep(0)
            job.tries += 1
            if flaky.get(job.name, 0) >= job.tries:
                if job.tries >= 3:
                    self.failed.append(f"{job.name} after {job.tries}")
                else:
                    job.priority += 1
                    self.ready.put_nowait(job)
            else:
                count += 1
                self.finish(worker, job)
            self.ready.task_done()


async def run(jobs: list[Job], workers: int, flaky: dict[str, int]) -> Board:
    board = Board()
    board.submit(*jobs)
    tasks = [asyncio.create_task(board.work(f"w{n}", flaky)) for n in range(workers)]
    await board.ready.join()

    for _ in tasks:
        board.ready.put_nowait(STOP)
    print("by worker", await asyncio.gather(*tasks), "ticks", board.tick)
    return board


async def main() -> None:
    jobs = [
        Job("deploy", 1, ("build", "test")),
        Job("lint", 9),
        Job("build", 3, ("fetch",), cost=2),
        Job("test", 2, ("build",)),
        Job("fetch", 5),
        Job("docs", 4, ("fetch",)),
        Job("notify", 0, ("deploy", "docs")),
        Job("flaky", 2),
        Job("poison", 2),
    ]
    board = await run(jobs, 1, {"flaky": 1, "poison": 99})
    print([d.job for d in board.finished], board.failed, board.blocked)
    print(board.finished[0], board.finished[-1]._asdict())
    for job in jobs:
        job.tries = 0
    board = await run([Job(j.name, j.serial % 3, j.needs) for j in jobs], 3, {})
    place = {d.job: n for n, d in enumerate(board.finished)}
    print(all(place[need] < place[j.name] for j in jobs for need in j.needs), len(place), sorted({d.worker for d in board.finished}))
    try:
        Board().submit(Job("a", needs=("b",)), Job("b", needs=("c",)), Job("c", needs=("b",)))
    except Cycle as error:
        print("cycle", error)

    stack: asyncio.LifoQueue[str] = asyncio.LifoQueue(maxsize=3)
    for word in ("one", "two", "three"):
        await stack.put(word)
    try:
        stack.put_nowait("four")
    except asyncio.QueueFull as error:
        print(repr(error), stack.full(), stack.qsize(), stack.maxsize)
    blocked = asyncio.create_task(stack.put("five"))
    await asyncio.sleep(0)
    print([await stack.get() for _ in range(4)], blocked.done())
    try:
        stack.get_nowait()
    except asyncio.QueueEmpty as error:
        print(repr(error), stack.empty())
    for _ in range(4):
        stack.task_done()
    try:
        stack.task_done()
    except ValueError as error:
        print(error)
    mixed: asyncio.PriorityQueue[tuple[int, str]] = asyncio.PriorityQueue()
    for item in ((3, "c"), (1, "z"), (1, "a"), (2, "m")):
        mixed.put_nowait(item)
    print([mixed.get_nowait() for _ in range(mixed.qsize())])
    try:
        sorted([jobs[0], 3])  # type: ignore[type-var]
    except TypeError as error:
        print(error)
    print(max(jobs).name, min(jobs).name, jobs[0] >= jobs[1], jobs[0] != jobs[1])


asyncio.run(main())
