"""An elevator bank simulated tick by tick: states as classes, observers, statistics by floor."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Callable, NamedTuple


class Call(NamedTuple):
    time: int
    start: int
    goal: int

    @property
    def direction(self) -> int:
        return 1 if self.goal > self.start else -1


class State(ABC):
    def __init__(self, car: Car) -> None:
        self.car = car

    @abstractmethod
    def tick(self) -> State: ...

    def __str__(self) -> str:
        return type(self).__name__.lower()


class Idle(State):
    def tick(self) -> State:
        wanted = self.car.wanted()
        if not wanted:
            return self
        if self.car.floor in wanted:
            return Doors(self.car)
        nearest = min(wanted, key=lambda f: (abs(f - self.car.floor), f))
        return Moving(self.car, 1 if nearest > self.car.floor else -1).tick()


class Moving(State):
    def __init__(self, car: Car, direction: int) -> None:
        super().__init__(car)
        self.direction = direction

    def tick(self) -> State:
        car = self.car
        car.floor += self.direction
        car.travelled += 1
        if car.stops_here(self.direction):
            return Doors(car, self.direction)
        ahead = [f for f in car.wanted() if (f - car.floor) * self.direction > 0]
        return self if ahead else Idle(car)

    def __str__(self) -> str:
        return "up" if self.direction > 0 else "down"


class Doors(State):
    def __init__(self, car: Car, direction: int = 0) -> None:
        super().__init__(car)
        self.direction, self.left = direction, 2

    def tick(self) -> State:
        if self.left == 2:
            self.car.exchange()
        self.left -= 1
        if self.left:
            return self
        ahead = [f for f in self.car.wanted() if (f - self.car.floor) * self.direction > 0]
        return Moving(self.car, self.direction) if ahead else Idle(self.car)


Listener = Callable[[str, int, Call], None]


@dataclass
class Car:
    name: str
    room: int = 3
    floor: int = 0
    travelled: int = 0
    riders: list[Call] = field(default_factory=list)
    waiting: list[Call] = field(default_factory=list)
    listeners: list[Listener] = field(default_factory=list, repr=False)
    now: int = field(default=0, repr=False)

    def __post_init__(self) -> None:
        self.state: State = Idle(self)

    def wanted(self) -> set[int]:
        inside = {c.goal for c in self.riders}
        return inside | ({c.start for c in self.waiting} if len(self.riders) < self.room else set())

    def stops_here(self, direction: int) -> bool:
        if any(c.goal == self.floor for c in self.riders):
            return True
        here = [c for c in self.waiting if c.start == self.floor]
        ahead = any((f - self.floor) * direction > 0 for f in self.wanted())
        return bool(here) and len(self.riders) < self.room and (not ahead or any(c.direction == direction for c in here))

    def exchange(self) -> None:
        for rider in [c for c in self.riders if c.goal == self.floor]:
            self.riders.remove(rider)
            self.tell("out", rider)
        for call in self.waiting[:]:
            if call.start == self.floor:
                if len(self.riders) == self.room:
                    self.tell("full", call)
                    break
                self.waiting.remove(call)
                self.riders.append(call)
                self.tell("in", call)

    def tell(self, what: str, call: Call) -> None:
        for listener in self.listeners:
            listener(what, self.now, call)

    def tick(self) -> None:
        self.state = self.state.tick()
        self.now += 1


def simulate(cars: list[Car], calls: list[Call], limit: int) -> dict[int, list[int]]:
    waits: defaultdict[int, list[int]] = defaultdict(list)
    log: list[str] = []

    def note(what: str, now: int, call: Call) -> None:
        log.append(f"{now:>3} {what:<4} {call.start}->{call.goal}")
        if what == "out":
            waits[call.start].append(now - call.time)

    for car in cars:
        car.listeners.append(note)
    pending = sorted(calls, reverse=True)
    for now in range(limit):
        while pending and pending[-1].time <= now:
            call = pending.pop()
            best = min(cars, key=lambda car: (len(car.riders) + len(car.waiting), abs(car.floor - call.start)))
            best.waiting.append(call)
        for car in cars:
            car.tick()
        if now % 10 == 0:
            print(now, [f"{car.name}@{car.floor}{car.state}{len(car.riders)}" for car in cars])
        if not pending and not any(car.riders or car.waiting for car in cars):
            break
    print(*log, sep="\n")
    assert sum(map(len, waits.values())) == len(calls), f"{limit} ticks were too few: {cars}"
    return dict(sorted(waits.items()))


calls = [Call(t * 3 % 20, t * 7 % 10, (t * 7 + 1 + t % 8) % 10) for t in range(14)]
for bank in ([Car("a")], [Car("a", 2), Car("b", 4, 9)]):
    waits = simulate(bank, calls, 300)
    print(waits, [car.travelled for car in bank], max(map(max, waits.values())))
simulate([Car("slow", 1)], calls, 12)
