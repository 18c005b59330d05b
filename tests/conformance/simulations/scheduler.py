"""Process schedulers compared: first come, shortest job, round robin, priorities with ageing, by generators."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Generator
from dataclasses import dataclass
from typing import Protocol, TypeVar


@dataclass
class Job:
    name: str
    arrival: int
    work: int
    priority: int = 0
    done: int = 0
    finished: int | None = None

    def __lt__(self, other: Job) -> bool:
        return (self.priority, self.arrival, self.name) < (other.priority, other.arrival, other.name)

    @property
    def left(self) -> int:
        return self.work - self.done


class Policy(Protocol):
    name: str

    def add(self, job: Job) -> None: ...

    def pick(self) -> Job | None: ...

    def quantum(self, job: Job) -> int: ...


class Fifo:
    name = "fifo"

    def __init__(self) -> None:
        self.queue: deque[Job] = deque()

    def add(self, job: Job) -> None:
        self.queue.append(job)

    def pick(self) -> Job | None:
        return self.queue.popleft() if self.queue else None

    def quantum(self, job: Job) -> int:
        return job.left


class RoundRobin(Fifo):
    def __init__(self, slice_: int) -> None:
        super().__init__()
        self.slice = slice_
        self.name = f"round robin {slice_}"

    def quantum(self, job: Job) -> int:
        return min(self.slice, super().quantum(job))


class Shortest:
    name = "shortest left"

    def __init__(self) -> None:
        self.jobs: list[tuple[int, str, Job]] = []

    def add(self, job: Job) -> None:
        heapq.heappush(self.jobs, (job.left, job.name, job))

    def pick(self) -> Job | None:
        return heapq.heappop(self.jobs)[-1] if self.jobs else None

    def quantum(self, job: Job) -> int:
        return 1


class Ageing:
    name = "priority, ageing"

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def add(self, job: Job) -> None:
        self.jobs.append(job)

    def pick(self) -> Job | None:
        if not self.jobs:
            return None
        best = min(self.jobs)
        self.jobs.remove(best)
        for job in self.jobs:
            job.priority -= 1
        return best

    def quantum(self, job: Job) -> int:
        return 2


def machine(policy: Policy) -> Generator[tuple[int, str], list[Job], dict[str, int]]:
    clock = 0
    ends: dict[str, int] = {}
    arrived = yield clock, "boot"
    while True:
        for job in arrived:
            policy.add(job)
        job_now = policy.pick()
        if job_now is None:
            arrived = yield clock, "idle"
            if not arrived:
                return ends
            clock = max(clock, min(j.arrival for j in arrived))
            continue
        ran = policy.quantum(job_now)
        clock += ran
        job_now.done += ran
        if job_now.left == 0:
            job_now.finished = ends[job_now.name] = clock
        elif job_now.left < 0:
            raise OverflowError(f"{job_now.name} did {-job_now.left} too much")
        arrived = yield clock, f"{job_now.name}{ran}"
        if job_now.left:
            policy.add(job_now)


def run(policy: Policy, jobs: list[Job]) -> None:
    waiting = deque(sorted(jobs, key=lambda j: j.arrival))
    core = machine(policy)
    clock, what = next(core)
    chart = []
    idle = False
    try:
        while True:
            batch: list[Job] = []
            while waiting and (waiting[0].arrival <= clock or idle and not batch):
                batch.append(waiting.popleft())
            clock, what = core.send(batch)
            idle = what == "idle"
            chart.append(what)
    except StopIteration as stop:
        ends: dict[str, int] = stop.value
    around = {job.name: ends[job.name] - job.arrival for job in jobs}
    print(f"{policy.name:<18}", " ".join(chart))
    print(f"{'':<18} {around} mean {sum(around.values()) / len(around):.2f}")


TABLE = [("a", 0, 8, 3), ("b", 1, 4, 1), ("c", 2, 9, 4), ("d", 3, 5, 2), ("e", 40, 2, 0)]
for policy in (Fifo(), RoundRobin(3), RoundRobin(1), Shortest(), Ageing()):
    run(policy, [Job(*row) for row in TABLE])


class Greedy(Fifo):
    name = "greedy"

    def quantum(self, job: Job) -> int:
        return 6


run(Greedy(), [Job(*row) for row in TABLE])
