"""A shop as coroutines of events: generators yield waits, a kernel resumes them; resources queue fairly."""

from __future__ import annotations

import heapq
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Generator, Union


@dataclass
class Wait:
    ticks: int


@dataclass
class Acquire:
    resource: Resource


@dataclass
class Release:
    resource: Resource


Command = Union[Wait, Acquire, Release]
Process = Generator[Command, int, str]


class Interrupt(Exception):
    pass


@dataclass(eq=False)
class Resource:
    name: str
    capacity: int
    users: int = 0
    queue: deque[Process] = field(default_factory=deque)
    longest: int = 0


class Kernel:
    def __init__(self) -> None:
        self.now = 0
        self.heap: list[tuple[int, int, Process, BaseException | None]] = []
        self.serial = 0
        self.results: dict[str, str] = {}
        self.names: dict[int, str] = {}
        self.failures: list[str] = []

    def start(self, name: str, process: Process, delay: int = 0) -> Process:
        self.names[id(process)] = name
        self.schedule(process, delay)
        return process

    def schedule(self, process: Process, delay: int, error: BaseException | None = None) -> None:
        self.serial += 1
        heapq.heappush(self.heap, (self.now + delay, self.serial, process, error))

    def interrupt(self, process: Process, why: str, delay: int = 0) -> None:
        self.schedule(process, delay, Interrupt(why))

    def run(self, until: int) -> None:
        while self.heap and self.heap[0][0] <= until:
            self.now, _, process, error = heapq.heappop(self.heap)
            if id(process) not in self.names or self.names[id(process)] in self.results:
                continue
            self.resume(process, error)

    def resume(self, process: Process, error: BaseException | None) -> None:
        name = self.names[id(process)]
        try:
            if error is not None:
                command = process.throw(error)
            elif name in self.started:
                command = process.send(self.now)
            else:
                self.started.add(name)
                command = next(process)
        except StopIteration as stop:
            self.results[name] = stop.value
            return
        except Interrupt as stop:
            self.failures.append(f"{name} lost to {stop}")
            self.results[name] = "interrupted"
            return
        match command:
            case Wait(ticks):
                self.schedule(process, ticks)
            case Acquire(resource) if resource.users < resource.capacity:
                resource.users += 1
                self.schedule(process, 0)
            case Acquire(resource):
                resource.queue.append(process)
                resource.longest = max(resource.longest, len(resource.queue))
            case Release(resource):
                if resource.queue:
                    self.schedule(resource.queue.popleft(), 0)
                else:
                    resource.users -= 1
                self.schedule(process, 0)

    started: set[str] = set()


def customer(name: str, till: Resource, baker: Resource, items: int) -> Process:
    arrived = yield Wait(0)
    bought = 0
    try:
        if items % 2:
            yield Acquire(baker)
            yield Wait(3)
            bought += 1
            yield Release(baker)
        yield Acquire(till)
        try:
            for _ in range(items):
                yield Wait(2)
                bought += 1
        finally:
            yield Release(till)
    except Interrupt as why:
        return f"left with {bought} because {why}"
    left = yield Wait(0)
    return f"{bought} in {left - arrived}"


def closing(kernel: Kernel, shoppers: list[Process], at: int) -> Process:
    now = yield Wait(at)
    for shopper in shoppers:
        kernel.interrupt(shopper, f"closing at {now}")
    return "closed"


def main(tills: int, close: int) -> None:
    kernel = Kernel()
    Kernel.started = set()
    till, baker = Resource("till", tills), Resource("baker", 1)
    shoppers = [
        kernel.start(f"c{i}", customer(f"c{i}", till, baker, i * 5 % 7), delay=i * 2) for i in range(1, 9)
    ]
    kernel.start("door", closing(kernel, shoppers, close))
    kernel.run(200)
    for name, result in sorted(kernel.results.items()):
        print(" ", name, result)
    print(kernel.now, till.longest, baker.longest, till.users, baker.users, len(till.queue), kernel.failures)


main(2, 100)
main(1, 31)
for process in [customer("x", Resource("t", 1), Resource("b", 1), 1)]:
    next(process)
    process.send(5)
    try:
        process.throw(Interrupt("test"))
    except StopIteration as stop:
        print(stop.value)
    try:
        process.send(1)
    except StopIteration as stop:
        print("over", stop.value)
shopper = customer("y", Resource("t", 1), Resource("b", 1), 2)
next(shopper)
print(shopper.send(3))
shopper.throw(KeyError("not an interrupt"))
