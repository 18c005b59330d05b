"""graphlib: orders, cycles, steps taken by hand, and every complaint."""

from __future__ import annotations

import graphlib
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter


def ordered(graph: dict[str, list[str]]) -> str:
    try:
        return " ".join(TopologicalSorter(graph).static_order())
    except CycleError as error:
        return f"{error.args[0]}: {' -> '.join(error.args[1])}"


GRAPHS: list[dict[str, list[str]]] = [
    {"D": ["B", "C"], "C": ["A"], "B": ["A"]},
    {"shirt": ["tie"], "tie": ["jacket"], "jacket": []},
    {},
    {"a": []},
    {"a": ["a"]},
    {"a": ["b"], "b": ["c"], "c": ["a"], "d": ["a"]},
    {"1": ["2"], "2": ["3", "4"], "3": ["5"], "4": ["5"], "5": ["6", "2"], "6": []},
    {"x": ["y", "y"], "y": ["z"]},
]
for graph in GRAPHS:
    print(ordered(graph))


@dataclass(frozen=True)
class Task:
    name: str
    minutes: int


def schedule(tasks: dict[Task, list[Task]], workers: int) -> list[str]:
    """Which tasks run side by side, each for its time."""
    sorter: TopologicalSorter[Task] = TopologicalSorter(tasks)
    sorter.prepare()
    now = 0
    waiting: list[Task] = []
    running: list[tuple[int, Task]] = []
    log: list[str] = []
    while sorter.is_active():
        waiting.extend(sorter.get_ready())
        while waiting and len(running) < workers:
            task = waiting.pop(0)
            running.append((now + task.minutes, task))
            log.append(f"{now:>3} start {task.name}")
        running.sort(key=lambda pair: (pair[0], pair[1].name))
        now, finished = running.pop(0)
        log.append(f"{now:>3} done {finished.name}")
        sorter.done(finished)
    return log


compile_, link, test, docs, ship = (
    Task("compile", 5),
    Task("link", 2),
    Task("test", 9),
    Task("docs", 4),
    Task("ship", 1),
)
plan = {link: [compile_], test: [link], ship: [test, docs, link]}
for workers in (1, 2):
    print("\n".join(schedule(plan, workers)))

sorter = TopologicalSorter[int]()
sorter.add(1, 2, 3)
sorter.add(4, 3)
sorter.add(5)
for act in (sorter.get_ready, sorter.is_active, lambda: sorter.done(1), lambda: bool(sorter)):
    try:
        print(act())
    except ValueError as error:
        print(type(error).__name__, error)
sorter.prepare()
print(sorter.get_ready(), sorter.get_ready(), bool(sorter))
for number in (3, 3, 1, 9, 2, 5):
    try:
        sorter.done(number)
        print(number, sorter.get_ready())
    except ValueError as error:
        print(type(error).__name__, error)
sorter.done(1, 4)
print(sorter.is_active(), list(sorter.get_ready()))
for again in (sorter.prepare, lambda: sorter.add(7)):
    try:
        again()
    except ValueError as error:
        print(type(error).__name__, error)
cycle = graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1], 4: []})
try:
    cycle.prepare()
except graphlib.CycleError as error:
    print(repr(error), cycle.get_ready(), cycle.is_active())
chain = {n: [n - 1] for n in range(1, 20000)}
order = list(TopologicalSorter(chain).static_order())
print(order[:3], order[-1], len(order), issubclass(CycleError, ValueError))
