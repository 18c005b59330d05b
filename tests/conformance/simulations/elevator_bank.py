"""A discrete-event simulation of an elevator bank: state machines, generators as processes, priority queue, statistics."""
from __future__ import annotations

import enum
import heapq
import random
import statistics
from collections import defaultdict, deque
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count, groupby, pairwise
from typing import Any, Iterator, NamedTuple, TypeAlias

Process: TypeAlias = Generator["Wait | Signal", Any, None]


class Wait(NamedTuple):
    seconds: float


class Signal:
    def __init__(self, name: str) -> None:
        self.name = name
        self.waiting: list[Process] = []

    def __repr__(self) -> str:
        return f"Signal({self.name!r}, {len(self.waiting)} waiting)"


class Simulator:
    def __init__(self) -> None:
        self.now = 0.0
        self._queue: list[tuple[float, int, Process, Any]] = []
        self._order = count()
        self.trace: list[str] = []

    def start(self, process: Process, delay: float = 0) -> None:
        heapq.heappush(self._queue, (self.now + delay, next(self._order), process, None))

    def fire(self, signal: Signal, value: Any = None) -> int:
        woken, signal.waiting = signal.waiting, []
        for process in woken:
            heapq.heappush(self._queue, (self.now, next(self._order), process, value))
        return len(woken)

    def run(self, until: float = float("inf")) -> None:
        while self._queue and self._queue[0][0] <= until:
            self.now, _, process, value = heapq.heappop(self._queue)
            try:
                request = process.send(value)
            except StopIteration:
                continue
            match request:
                case Wait(seconds=s) if s >= 0:
                    heapq.heappush(self._queue, (self.now + s, next(self._order), process, None))
                case Signal() as signal:
                    signal.waiting.append(process)
                case _:
                    process.throw(ValueError(f"bad request {request}"))

    def log(self, text: str) -> None:
        self.trace.append(f"{self.now:7.2f} {text}")


class State(enum.Flag):
    IDLE = enum.auto()
    UP = enum.auto()
    DOWN = enum.auto()
    OPEN = enum.auto()
    MOVING = UP | DOWN


@dataclass
class Rider:
    number: int
    start: int
    goal: int
    asked: float
    boarded: float | None = None
    left: float | None = None

    @property
    def direction(self) -> State:
        return State.UP if self.goal > self.start else State.DOWN


@dataclass
class Car:
    sim: Simulator
    building: "Building"
    name: str
    floor: int = 0
    state: State = State.IDLE
    inside: list[Rider] = field(default_factory=list)
    travelled: int = 0
    times: defaultdict[State, float] = field(default_factory=lambda: defaultdict(float))

    @contextmanager
    def doing(self, state: State) -> Iterator[None]:
        before, since = self.state, self.sim.now
        self.state = state
        try:
            yield
        finally:
            self.times[state] += self.sim.now - since
            self.state = before

    def targets(self) -> set[int]:
        return {rider.goal for rider in self.inside} | {f for f, q in self.building.floors.items() if q}

    def process(self) -> Process:
        while True:
            targets = self.targets()
            if not targets:
                with self.doing(State.IDLE):
                    reason = yield self.building.called
                self.sim.log(f"{self.name} woken by {reason}")
                continue
            goal = min(targets, key=lambda floor: (abs(floor - self.floor), floor))
            step = (goal > self.floor) - (goal < self.floor)
            if step:
                with self.doing(State.UP if step > 0 else State.DOWN):
                    yield Wait(2.5)
                self.floor += step
                self.travelled += 1
            if self.floor in self.targets():
                with self.doing(State.OPEN):
                    yield from self.exchange()

    def exchange(self) -> Process:
        leaving = [rider for rider in self.inside if rider.goal == self.floor]
        for rider in leaving:
            self.inside.remove(rider)
            rider.left = self.sim.now
        queue = self.building.floors[self.floor]
        boarding = 0
        while queue and len(self.inside) < 3:
            rider = queue.popleft()
            rider.boarded = self.sim.now
            self.inside.append(rider)
            boarding += 1
        self.sim.log(f"{self.name} at {self.floor}: -{len(leaving)} +{boarding} {self.inside and [r.number for r in self.inside]}")
        yield Wait(1 + 0.5 * (len(leaving) + boarding))


class Building:
    def __init__(self, sim: Simulator, cars: int, floors: int) -> None:
        self.sim = sim
        self.floors: dict[int, deque[Rider]] = {n: deque() for n in range(floors)}
        self.called = Signal("called")
        self.cars = [Car(sim, self, chr(65 + i), floor=i * 3) for i in range(cars)]
        self.riders: list[Rider] = []
        for car in self.cars:
            sim.start(car.process())

    def arrivals(self, rng: random.Random, number: int) -> Process:
        for n in range(1, number + 1):
            yield Wait(round(rng.expovariate(1 / 6), 3))
            start, goal = rng.sample(sorted(self.floors), 2)
            rider = Rider(n, start, goal, self.sim.now)
            self.riders.append(rider)
            self.floors[start].append(rider)
            self.sim.fire(self.called, f"rider {n} on {start}")


def broken() -> Process:
    try:
        yield Wait(-1)
    except ValueError as error:
        print("thrown in:", error)
        yield Wait(1)
    print("never")


def main() -> None:
    sim = Simulator()
    building = Building(sim, cars=2, floors=8)
    sim.start(building.arrivals(random.Random(2024), 14))
    sim.start(broken(), delay=3)
    sim.run()
    print(*sim.trace[:12], f"... {len(sim.trace)} lines", sep="\n")
    waits = [r.boarded - r.asked for r in building.riders if r.boarded is not None]
    rides = [r.left - r.boarded for r in building.riders if r.left is not None and r.boarded is not None]
    print(f"{statistics.mean(waits):.3f} {statistics.median(waits):.3f} {statistics.stdev(rides):.3f} {max(rides):.2f}")
    for car in building.cars:
        moving = sum(spent for state, spent in car.times.items() if state in State.MOVING)
        print(car.name, car.floor, car.travelled, round(moving, 2), car.state, sorted(s.name or "" for s in car.times))
    ups = groupby(building.riders, key=lambda r: r.direction)
    print([(str(k), [r.number for r in g]) for k, g in ups])
    print(all(a.asked <= b.asked for a, b in pairwise(building.riders)), building.called, State.MOVING, ~State.UP)


main()
