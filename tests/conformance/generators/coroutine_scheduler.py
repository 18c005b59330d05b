"""A scheduler of generators: system calls by yield, sleeping by logical time, pipes, joins, errors thrown in."""

from __future__ import annotations

import heapq
from collections import deque
from collections.abc import Generator
from dataclasses import dataclass, field
from typing import Any, Union


@dataclass(frozen=True)
class Sleep:
    ticks: int


@dataclass(frozen=True)
class Spawn:
    work: Program
    name: str


@dataclass(frozen=True)
class Join:
    task: Task


@dataclass(frozen=True)
class Send:
    pipe: Pipe
    value: object


@dataclass(frozen=True)
class Receive:
    pipe: Pipe


@dataclass(frozen=True)
class Kill:
    task: Task


Call = Union[Sleep, Spawn, Join, Send, Receive, Kill, None]
Program = Generator[Call, Any, object]


@dataclass(eq=False)
class Pipe:
    room: int = 1
    items: deque[object] = field(default_factory=deque)
    readers: deque[Task] = field(default_factory=deque)
    writers: deque[tuple[Task, object]] = field(default_factory=deque)


@dataclass(eq=False)
class Task:
    name: str
    work: Program
    result: object = None
    error: BaseException | None = None
    done: bool = False
    waiting: list[Task] = field(default_factory=list)


class Killed(Exception):
    pass


class Deadlock(RuntimeError):
    pass


class Kernel:
    def __init__(self) -> None:
        self.ready: deque[tuple[Task, Any, BaseException | None]] = deque()
        self.sleeping: list[tuple[int, int, Task]] = []
        self.now = 0
        self.serial = 0
        self.alive: list[Task] = []
        self.log: list[str] = []

    def spawn(self, work: Program, name: str) -> Task:
        task = Task(name, work)
        self.alive.append(task)
        self.ready.append((task, None, None))
        return task

    def run(self) -> None:
        while self.ready or self.sleeping:
            if not self.ready:
                self.now, _, task = heapq.heappop(self.sleeping)
                if not task.done:
                    self.ready.append((task, None, None))
                continue
            task, value, error = self.ready.popleft()
            if task.done:
                continue
            try:
                call = task.work.throw(error) if error is not None else task.work.send(value)
            except StopIteration as stop:
                self.finish(task, stop.value, None)
            except Exception as failure:
                self.finish(task, None, failure)
            else:
                self.serve(task, call)
        if self.alive:
            raise Deadlock(", ".join(sorted(t.name for t in self.alive)))

    def finish(self, task: Task, result: object, error: BaseException | None) -> None:
        task.done, task.result, task.error = True, result, error
        self.alive.remove(task)
        self.log.append(f"{self.now}:{task.name}={result!r}" if error is None else f"{self.now}:{task.name}!{error!r}")
        for waiter in task.waiting:
            self.ready.append((waiter, result, error))

    def serve(self, task: Task, call: Call) -> None:
        match call:
            case None:
                self.ready.append((task, None, None))
            case Sleep(ticks):
                self.serial += 1
                heapq.heappush(self.sleeping, (self.now + ticks, self.serial, task))
            case Spawn(work, name):
                self.ready.append((task, self.spawn(work, name), None))
            case Join(other) if other.done:
                self.ready.append((task, other.result, other.error))
            case Join(other):
                other.waiting.append(task)
            case Kill(other):
                if not other.done:
                    self.ready.append((other, None, Killed(task.name)))
                self.ready.append((task, None, None))
            case Send(pipe, value) if pipe.readers:
                self.ready.append((pipe.readers.popleft(), value, None))
                self.ready.append((task, None, None))
            case Send(pipe, value) if len(pipe.items) < pipe.room:
                pipe.items.append(value)
                self.ready.append((task, None, None))
            case Send(pipe, value):
                pipe.writers.append((task, value))
            case Receive(pipe) if pipe.items:
                self.ready.append((task, pipe.items.popleft(), None))
                if pipe.writers:
                    writer, value = pipe.writers.popleft()
                    pipe.items.append(value)
                    self.ready.append((writer, None, None))
            case Receive(pipe):
                pipe.readers.append(task)


def producer(pipe: Pipe, count: int, delay: int) -> Program:
    for n in range(count):
        yield Sleep(delay)
        yield Send(pipe, n * n)
    yield Send(pipe, None)
    return f"sent {count}"


def receive(pipe: Pipe) -> Generator[Call, Any, int | None]:
    value: int | None = yield Receive(pipe)
    return value


def consumer(pipe: Pipe) -> Program:
    total = 0
    while (value := (yield from receive(pipe))) is not None:
        total += value
    return total


def careful(pipe: Pipe) -> Program:
    try:
        while True:
            yield Sleep(3)
    except Killed as error:
        yield Send(pipe, 1000)
        return f"killed by {error}"
    finally:
        yield None


def faulty(after: int) -> Program:
    yield Sleep(after)
    raise ValueError(f"after {after}")


def parent(kernel: Kernel) -> Program:
    pipe = Pipe()
    children: list[Task] = []
    for program, name in ((producer(pipe, 4, 2), "producer"), (consumer(pipe), "consumer"), (careful(pipe), "careful"), (faulty(5), "faulty")):
        child = yield Spawn(program, name)
        children.append(child)
    try:
        yield Join(children[3])
    except ValueError as error:
        kernel.log.append(f"{kernel.now}:caught {error}")
    yield Kill(children[2])
    results = []
    for child in children[:3]:
        results.append((yield Join(child)))
    return results


kernel = Kernel()
top = kernel.spawn(parent(kernel), "parent")
kernel.run()
print(*kernel.log, sep="\n")
print(top.result, kernel.now, kernel.alive)

stuck = Kernel()
forever = Pipe()
stuck.spawn(consumer(forever), "thirsty")
stuck.spawn(faulty(1), "faulty")
try:
    stuck.run()
except Deadlock as error:
    print("deadlock:", error, stuck.log)
writers = Kernel()
full = Pipe(room=2)
for n in range(3):
    writers.spawn(producer(full, 2, n), f"p{n}")
for n in range(3):
    writers.spawn(consumer(full), f"c{n}")
writers.run()
print(writers.log, full.items, len(full.readers), len(full.writers))
