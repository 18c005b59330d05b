"""A junction with lights as coroutine-like generators, queues of cars, sensors, and a controller that adapts."""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple


class Colour(Enum):
    RED = "R"
    AMBER = "A"
    GREEN = "G"


class Tick(NamedTuple):
    time: int
    waiting: dict[str, int]


Light = Generator[Colour, bool, None]


def light(green: int, amber: int = 1) -> Light:
    """Sent True to go green; shows green, then amber, then red until asked again."""
    asked = yield Colour.RED
    while True:
        while not asked:
            asked = yield Colour.RED
        for _ in range(green):
            yield Colour.GREEN
        for _ in range(amber):
            yield Colour.AMBER
        asked = False


@dataclass
class Lane:
    name: str
    arrivals: Iterator[bool]
    queue: deque[int] = field(default_factory=deque)
    served: int = 0
    waited: int = 0
    longest: int = 0

    def arrive(self, now: int) -> None:
        if next(self.arrivals, False):
            self.queue.append(now)
            self.longest = max(self.longest, len(self.queue))

    def leave(self, now: int) -> None:
        if self.queue:
            self.waited += now - self.queue.popleft()
            self.served += 1


def every(period: int, offset: int = 0, until: int = 60) -> Iterator[bool]:
    return (n % period == offset for n in range(until))


def rush(until: int = 60) -> Iterator[bool]:
    yield from (False for _ in range(10))
    yield from (n % 3 != 0 for n in range(20))
    yield from every(6, until=until - 30)


Controller = Generator[str | None, Tick, None]


def fixed(names: list[str], period: int) -> Controller:
    tick = yield None
    while True:
        turn = tick.time // period % len(names)
        tick = yield names[turn] if tick.time % period == 0 else None


def adaptive(patience: int) -> Controller:
    tick = yield None
    last, rest = "", 0
    while True:
        rest -= 1
        chosen: str | None = None
        if rest <= 0 and any(tick.waiting.values()):
            chosen = max(tick.waiting, key=lambda name: (tick.waiting[name], name != last, name))
            last, rest = chosen, patience
        tick = yield chosen


def polite(inner: Controller, starving: int) -> Controller:
    """Gives way to a lane that has waited for long, whatever the inner one says."""
    next(inner)
    since: dict[str, int] = {}
    tick = yield None
    try:
        while True:
            choice = inner.send(tick)
            for name, count in tick.waiting.items():
                since[name] = since.get(name, tick.time) if count else tick.time
            hungry = [name for name, start in since.items() if tick.time - start >= starving]
            if choice is not None and hungry:
                choice = hungry[0]
                since[choice] = tick.time
            tick = yield choice
    finally:
        inner.close()
        print("   (controller closed)")


class Collision(Exception):
    pass


def simulate(
    lanes: list[Lane], controller: Controller, green: int, time: int = 60
) -> tuple[str, dict[str, str]]:
    lights = {lane.name: light(green) for lane in lanes}
    colours = {name: next(each) for name, each in lights.items()}
    next(controller)
    strip = {lane.name: "" for lane in lanes}
    for now in range(time):
        for lane in lanes:
            lane.arrive(now)
        choice = controller.send(Tick(now, {lane.name: len(lane.queue) for lane in lanes}))
        if choice is not None and any(c is not Colour.RED for n, c in colours.items() if n != choice):
            choice = None
        colours = {name: each.send(name == choice) for name, each in lights.items()}
        going = [lane for lane in lanes if colours[lane.name] is Colour.GREEN]
        if len(going) > 1:
            raise Collision(f"{' and '.join(lane.name for lane in going)} at {now}")
        for lane in going:
            lane.leave(now)
        for name, colour in colours.items():
            strip[name] += colour.value if colour is not Colour.RED else "."
    controller.close()
    for each in lights.values():
        each.close()
    served = sum(lane.served for lane in lanes)
    mean = sum(lane.waited for lane in lanes) / served if served else 0.0
    return (
        f"served {served}, mean wait {mean:.2f}, longest {[lane.longest for lane in lanes]}, left {[len(lane.queue) for lane in lanes]}",
        strip,
    )


def lanes() -> list[Lane]:
    return [Lane("north", every(4)), Lane("east", every(9, 2)), Lane("west", rush())]


NAMES = ["north", "east", "west"]
for title, controller, green in [
    ("fixed", fixed(NAMES, 8), 6), ("quick", fixed(NAMES, 4), 2), ("adaptive", adaptive(5), 4),
    ("polite", polite(adaptive(4), 12), 3),
]:  # fmt: skip
    summary, strip = simulate(lanes(), controller, green)
    print(f"{title}: {summary}")
    for name, text in strip.items():
        print(f"   {name:<6}{text}")
print(simulate([Lane("alone", iter([]))], adaptive(1), 2, 5))
one = light(2)
print(next(one), one.send(False), one.send(True), next(one), one.send(True), one.send(False), one.send(True))
one.close()
try:
    next(one)
except StopIteration as stop:
    print("stopped", stop.value)
broken = polite(adaptive(1), 3)
next(broken)
try:
    broken.throw(Collision("from outside"))
except Collision as error:
    print("raised", error)
broken.send(Tick(0, {}))
