"""A discrete simulation whose processes are coroutines by hand: `__await__`, resources, stores, interrupts, statistics."""

from __future__ import annotations

import heapq
import itertools
import random
from collections import deque
from collections.abc import Callable, Coroutine, Generator
from dataclasses import dataclass, field
from statistics import mean
from typing import Any, Generic, TypeVar

T = TypeVar("T")
Process = Coroutine[Any, Any, Any]


class Interrupt(Exception):
    pass


class Event(Generic[T]):
    def __init__(self, world: World) -> None:
        self.world = world
        self.waiting: list[Running] = []
        self.done = False
        self.value: T | None = None

    def succeed(self, value: T | None = None) -> None:
        if self.done:
            raise RuntimeError("an event happens once")
        self.done, self.value = True, value
        for running in self.waiting:
            self.world.schedule(0, running, value)

    def __await__(self) -> Generator[Event[T], Any, T | None]:
        if self.done:
            return self.value
        value: T | None = yield self
        return value


class Timeout(Event[None]):
    def __init__(self, world: World, delay: float) -> None:
        if delay < 0:
            raise ValueError(f"delay of {delay}")
        super().__init__(world)
        self.delay = delay


@dataclass(eq=False)
class Running:
    process: Process
    name: str
    ended: Event[Any]
    version: int = 0
    target: Event[Any] | None = None


class World:
    def __init__(self) -> None:
        self.now = 0.0
        self.serial = itertools.count()
        self.agenda: list[tuple[float, int, Running, int, Any]] = []
        self.log: list[str] = []

    def schedule(self, delay: float, running: Running, value: Any) -> None:
        heapq.heappush(self.agenda, (self.now + delay, next(self.serial), running, running.version, value))

    def start(self, process: Process, name: str) -> Running:
        running = Running(process, name, Event(self))
        self.schedule(0, running, None)
        return running

    def timeout(self, delay: float) -> Timeout:
        return Timeout(self, delay)

    def interrupt(self, running: Running, why: str) -> bool:
        if running.ended.done:
            return False
        running.version += 1
        if running.target is not None and running in running.target.waiting:
            running.target.waiting.remove(running)
        self.schedule(0, running, Interrupt(why))
        return True

    def note(self, text: str) -> None:
        self.log.append(f"{self.now:g} {text}")

    def run(self, until: float = float("inf")) -> None:
        while self.agenda and self.agenda[0][0] <= until:
            self.now, _, running, version, value = heapq.heappop(self.agenda)
            if version != running.version or running.ended.done:
                continue
            running.version += 1
            try:
                event = running.process.throw(value) if isinstance(value, Interrupt) else running.process.send(value)
            except StopIteration as stop:
                running.ended.succeed(stop.value)
                continue
            except Interrupt as error:
                self.note(f"{running.name} killed: {error}")
                running.ended.succeed(None)
                continue
            running.target = event
            if isinstance(event, Timeout):
                self.schedule(event.delay, running, None)
            else:
                event.waiting.append(running)


class Resource:
    def __init__(self, world: World, room: int) -> None:
        self.world, self.room = world, room
        self.users = 0
        self.queue: deque[Event[None]] = deque()
        self.longest = 0

    async def __aenter__(self) -> Resource:
        if self.users < self.room:
            self.users += 1
        else:
            turn: Event[None] = Event(self.world)
            self.queue.append(turn)
            self.longest = max(self.longest, len(self.queue))
            try:
                await turn
            except Interrupt:
                if turn.done:
                    await self.__aexit__()
                else:
                    self.queue.remove(turn)
                raise
        return self

    async def __aexit__(self, *details: object) -> None:
        if self.queue:
            self.queue.popleft().succeed()
        else:
            self.users -= 1


@dataclass
class Shop:
    world: World
    clerks: Resource
    waits: list[float] = field(default_factory=list)
    left: int = 0

    async def customer(self, name: str, patience: float, service: float) -> str:
        arrived = self.world.now
        try:
            async with self.clerks:
                self.waits.append(self.world.now - arrived)
                await self.world.timeout(service)
                self.world.note(f"{name} served")
                return "happy"
        except Interrupt as error:
            self.left += 1
            self.world.note(f"{name} leaves: {error}")
            return "angry"

    async def door(self, count: int, source: random.Random) -> list[str | None]:
        customers: list[Running] = []
        for n in range(count):
            await self.world.timeout(source.randint(1, 3))
            running = self.world.start(self.customer(f"c{n}", 4, source.randint(2, 7)), f"c{n}")
            self.world.start(self.impatience(running, 5), f"p{n}")
            customers.append(running)
        return [await c.ended for c in customers]

    async def impatience(self, running: Running, after: float) -> None:
        await self.world.timeout(after)
        if running.target is not None and not isinstance(running.target, Timeout):
            self.world.interrupt(running, f"waited {after:g}")


async def machine(world: World, name: str) -> int:
    made, broken = 0, 0
    while made < 4:
        try:
            await world.timeout(3)
            made += 1
        except Interrupt as error:
            broken += 1
            world.note(f"{name} {error}")
            await world.timeout(1)
    return made * 10 + broken


async def breaker(world: World, target: Running, times: list[float]) -> list[bool]:
    results = []
    for time in times:
        await world.timeout(time - world.now)
        results.append(world.interrupt(target, "breaks"))
    return results


def simulate(title: str, build: Callable[[World], Process]) -> World:
    world = World()
    top = world.start(build(world), title)
    world.run(200)
    print(title, top.ended.value, f"at {world.now:g}")
    return world


async def workshop(world: World) -> Any:
    first = world.start(machine(world, "m"), "m")
    second = world.start(breaker(world, first, [2, 7, 7.5, 90]), "b")
    return await first.ended, await second.ended


shops: list[Shop] = []


def shop_of(clerks: int) -> Callable[[World], Process]:
    def build(world: World) -> Process:
        shops.append(Shop(world, Resource(world, clerks)))
        return shops[-1].door(9, random.Random(3))

    return build


print(*simulate("workshop", workshop).log, sep="; ")
for clerks in (1, 2):
    world = simulate(f"shop{clerks}", shop_of(clerks))
    shop = shops[-1]
    print("; ".join(world.log), "|", round(mean(shop.waits), 3), shop.left, shop.clerks.longest, shop.clerks.users)
try:
    World().timeout(-1)
except ValueError as error:
    print(error)
once: Event[int] = Event(World())
once.succeed(4)
try:
    once.succeed(5)
except RuntimeError as error:
    print(error, once.value)
