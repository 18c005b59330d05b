"""Tasks with durations and resources: topological order, critical path, a list scheduler, a Gantt chart."""

from __future__ import annotations

import heapq
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Task:
    name: str
    hours: int
    after: frozenset[str] = frozenset()
    people: int = 1

    @staticmethod
    def parse(line: str) -> Task:
        name, hours, *rest = line.split()
        people = next((int(r[1:]) for r in rest if r.startswith("x")), 1)
        return Task(name, int(hours), frozenset(r for r in rest if not r.startswith("x")), people)


@dataclass
class Times:
    early: int = 0
    late: int = 0

    @property
    def slack(self) -> int:
        return self.late - self.early


class PlanError(Exception):
    def __init__(self, problem: str, names: Iterable[str]) -> None:
        self.names = tuple(sorted(names))
        super().__init__(f"{problem}: {', '.join(self.names)}")


@dataclass
class Plan:
    tasks: dict[str, Task]
    times: dict[str, Times] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str) -> Plan:
        tasks: dict[str, Task] = {}
        for task in map(Task.parse, text.strip().splitlines()):
            if task.name in tasks:
                raise PlanError("defined twice", [task.name])
            tasks[task.name] = task
        if unknown := {n for t in tasks.values() for n in t.after} - tasks.keys():
            raise PlanError("unknown", unknown)
        return cls(tasks)

    def order(self) -> list[str]:
        waiting = {name: len(task.after) for name, task in self.tasks.items()}
        followers: defaultdict[str, list[str]] = defaultdict(list)
        for task in self.tasks.values():
            for name in sorted(task.after):
                followers[name].append(task.name)
        ready = deque(sorted(n for n, count in waiting.items() if count == 0))
        result = []
        while ready:
            name = ready.popleft()
            result.append(name)
            for follower in followers[name]:
                waiting[follower] -= 1
                if waiting[follower] == 0:
                    ready.append(follower)
        if len(result) < len(self.tasks):
            raise PlanError("cycle among", self.tasks.keys() - set(result))
        return result

    def analyse(self) -> int:
        order = self.order()
        for name in order:
            task = self.tasks[name]
            start = max((self.times[n].early + self.tasks[n].hours for n in task.after), default=0)
            self.times[name] = Times(start, -1)
        end = max((self.times[n].early + self.tasks[n].hours for n in order), default=0)
        for name in reversed(order):
            after = [self.times[t.name].late for t in self.tasks.values() if name in t.after]
            self.times[name].late = min(after, default=end) - self.tasks[name].hours
        return end

    def critical(self) -> list[str]:
        return [name for name in self.order() if self.times[name].slack == 0]

    def schedule(self, people: int) -> dict[str, int]:
        """Starts with so many people, the task with the least slack first."""
        if too_big := [t.name for t in self.tasks.values() if t.people > people]:
            raise PlanError(f"needs more than {people}", too_big)
        running: list[tuple[int, str]] = []
        starts: dict[str, int] = {}
        done: set[str] = set()
        now, free = 0, people
        while len(done) < len(self.tasks):
            ready = [t for t in self.tasks.values() if t.name not in starts and t.after <= done]
            for task in sorted(ready, key=lambda t: (self.times[t.name].late, -t.people, t.name)):
                if task.people <= free:
                    free -= task.people
                    starts[task.name] = now
                    heapq.heappush(running, (now + task.hours, task.name))
            now, name = heapq.heappop(running)
            done.add(name)
            free += self.tasks[name].people
            while running and running[0][0] == now:
                _, name = heapq.heappop(running)
                done.add(name)
                free += self.tasks[name].people
        return starts


def gantt(plan: Plan, starts: dict[str, int]) -> str:
    width = max(map(len, starts))
    rows = []
    for name, start in sorted(starts.items(), key=lambda item: (item[1], item[0])):
        bar = ("=" if plan.times[name].slack else "#") * plan.tasks[name].hours
        rows.append(f"{name:>{width}} |{' ' * start}{bar or '.'}")
    return "\n".join(rows)


HOUSE = """
design 3
permit 4 design
ground 2 permit x2
walls 5 ground x2
roof 2 walls x3
plumbing 3 walls
wiring 4 walls
paint 2 roof plumbing wiring x2
garden 3 ground
party 0 paint garden
"""
plan = Plan.parse(HOUSE)
print(" ".join(plan.order()))
print("length", plan.analyse(), "critical:", " ".join(plan.critical()))
for name, times in plan.times.items():
    print(f"{name:<9}{times.early:>3}{times.late:>4}{times.slack:>3} {'*' * times.slack}".rstrip())
for people in (3, 4, 9, 2):
    try:
        starts = plan.schedule(people)
    except PlanError as error:
        print(error, error.names)
        continue
    print(f"{people} people: {max(starts[n] + plan.tasks[n].hours for n in starts)} hours")
    if people == 3:
        print(gantt(plan, starts))
for text in ["a 1 b\nb 1 a\nc 1", "a 1 z y", "a 1\na 2", "a x", "a"]:
    try:
        print(Plan.parse(text).order())
    except (PlanError, ValueError) as error:
        print(type(error).__name__, error)
empty = Plan({})
print(empty.order(), empty.analyse(), empty.schedule(1))
