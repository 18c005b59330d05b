"""A thermostat: schedules, hysteresis, a control loop over simulated minutes, and its report."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import groupby, pairwise


class Mode(Enum):
    OFF = auto()
    HEAT = auto()
    COOL = auto()


@dataclass(frozen=True, order=True)
class Slot:
    minute: int
    target: float

    @classmethod
    def parse(cls, text: str) -> "Slot":
        clock, _, target = text.partition("=")
        hours, minutes = map(int, clock.split(":"))
        if not (0 <= hours < 24 and 0 <= minutes < 60):
            raise ValueError(f"no such time: {clock}")
        return cls(hours * 60 + minutes, float(target))


class Schedule:
    def __init__(self, text: str) -> None:
        self.slots = sorted(Slot.parse(part) for part in text.split())
        if any(a.minute == b.minute for a, b in pairwise(self.slots)):
            raise ValueError("two slots at the same time")

    def __getitem__(self, minute: int) -> float:
        at = bisect_right(self.slots, minute % 1440, key=lambda slot: slot.minute)
        return self.slots[at - 1].target


@dataclass
class Thermostat:
    schedule: Schedule
    band: float = 0.5
    mode: Mode = Mode.OFF
    switches: int = 0

    def decide(self, minute: int, temperature: float) -> Mode:
        target = self.schedule[minute]
        wanted = self.mode
        if temperature < target - self.band:
            wanted = Mode.HEAT
        elif temperature > target + self.band * 4:
            wanted = Mode.COOL
        elif self.mode is Mode.HEAT and temperature >= target + self.band:
            wanted = Mode.OFF
        elif self.mode is Mode.COOL and temperature <= target:
            wanted = Mode.OFF
        if wanted is not self.mode:
            self.mode, self.switches = wanted, self.switches + 1
        return self.mode


POWER = {Mode.OFF: 0.0, Mode.HEAT: 0.09, Mode.COOL: -0.08}


def day(
    thermostat: Thermostat, outside: Callable[[int], float], start: float
) -> Iterable[tuple[int, float, Mode]]:
    temperature = start
    for minute in range(1440):
        mode = thermostat.decide(minute, temperature)
        temperature += POWER[mode] + (outside(minute) - temperature) * 0.002
        yield minute, temperature, mode


def winter(minute: int) -> float:
    return 2 + 5 * math.sin((minute - 480) / 1440 * 2 * math.pi)


def report(name: str, thermostat: Thermostat, outside: Callable[[int], float], start: float) -> None:
    states = list(day(thermostat, outside, start))
    runs = [(mode, len(list(group))) for mode, group in groupby(states, key=lambda state: state[2])]
    heating = sum(length for mode, length in runs if mode is Mode.HEAT)
    low, high = min(s[1] for s in states), max(s[1] for s in states)
    print(
        f"{name:<8} {len(runs):>3} runs, heats {heating / 1440:6.1%}, {low:.1f} to {high:.1f}, {thermostat.switches}"
    )
    longest = max(runs, key=lambda run: run[1])
    print(
        f"         longest {longest[0].name} {longest[1] // 60}:{longest[1] % 60:02}, at noon {states[720][1]:.2f}"
    )


comfort = Schedule("22:30=16 06:00=21 08:30=18.5 17:00=21.5")
print([comfort[m] for m in (0, 359, 360, 510, 1020, 1350, 1440 + 400)])
report("winter", Thermostat(comfort), winter, 17)
report("summer", Thermostat(comfort), lambda minute: winter(minute) + 25, 22.0)
report("tight", Thermostat(comfort, band=0.1), winter, 17)
report("wide", replace(Thermostat(comfort), band=1.5), winter, 17)
for text in ("25:00=3", "7:00=1 07:00=2", "8=4", "9:30=warm"):
    try:
        Schedule(text)
    except ValueError as error:
        print(f"{text}: {error}")
