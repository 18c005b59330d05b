"""A thermostat with hysteresis, a weekly programme and a log of what it did."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from itertools import groupby


class Mode(Enum):
    OFF = auto()
    HEAT = auto()
    COOL = auto()

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(order=True)
class Setting:
    minute: int
    target: float = field(compare=False)

    @staticmethod
    def parse(text: str) -> Setting:
        clock, _, target = text.partition("=")
        hours, minutes = map(int, clock.split(":"))
        if not (0 <= hours < 24 and 0 <= minutes < 60):
            raise ValueError(f"not a time: {clock}")
        return Setting(hours * 60 + minutes, float(target))


class Programme:
    def __init__(self, *texts: str) -> None:
        self.settings = sorted(map(Setting.parse, texts))

    def __call__(self, minute: int) -> float:
        index = bisect_right(self.settings, minute % 1440, key=lambda s: s.minute)
        return self.settings[index - 1].target


@dataclass
class Thermostat:
    programme: Callable[[int], float]
    band: float = 0.5
    mode: Mode = Mode.OFF
    switches: int = 0

    @property
    def power(self) -> float:
        return {Mode.OFF: 0.0, Mode.HEAT: 0.08, Mode.COOL: -0.06}[self.mode]

    def sense(self, minute: int, temperature: float) -> Mode:
        error = self.programme(minute) - temperature
        match self.mode, error:
            case Mode.OFF, e if e > self.band:
                new = Mode.HEAT
            case Mode.OFF, e if e < -2 * self.band:
                new = Mode.COOL
            case (Mode.HEAT, e) if e <= 0:
                new = Mode.OFF
            case (Mode.COOL, e) if e >= 0:
                new = Mode.OFF
            case (mode, _):
                new = mode
        if new is not self.mode:
            self.switches += 1
            self.mode = new
        return new


def house(
    thermostat: Thermostat, start: float, outside: Callable[[int], float]
) -> Iterator[tuple[int, float, Mode]]:
    temperature, minute = start, 0
    while True:
        mode = thermostat.sense(minute, temperature)
        yield minute, temperature, mode
        temperature += thermostat.power + (outside(minute) - temperature) * 0.002
        minute += 1


def day(
    thermostat: Thermostat, start: float, outside: Callable[[int], float]
) -> list[tuple[int, float, Mode]]:
    readings: list[tuple[int, float, Mode]] = []
    for reading in house(thermostat, start, outside):
        if reading[0] >= 1440:
            break
        readings.append(reading)
    return readings


winter = Thermostat(Programme("6:30=20.5", "22:00=16", "9:00=18", "17:15=21"))
summer = Thermostat(Programme("0:00=23"), band=0.75)
for name, machine, outdoor in (
    ("winter", winter, lambda minute: 2.0 + minute % 1440 / 480),
    ("summer", summer, lambda minute: 36.0 if 600 <= minute < 1200 else 20.0),
):
    readings = day(machine, 18.0, outdoor)
    runs = [(str(m), len(list(g))) for m, g in groupby(r[2] for r in readings)]
    print(name, "switches", machine.switches, "longest", max(runs, key=lambda run: run[1]))
    print("  runs", runs[:6])
    share = {str(m): sum(r[2] is m for r in readings) for m in Mode}
    print("  minutes", share, "sum", sum(share.values()))
    for minute, temperature, mode in readings[::240]:
        print(
            f"  {minute // 60:02}:{minute % 60:02} {temperature:6.2f} {mode:>5} -> {machine.programme(minute)}"
        )
print(sorted([Setting(5, 1.0), Setting(3, 2.0)]), Setting(5, 1.0) == Setting(5, 2.0))
for wrong in ("25:00=20", "8:00", "noon=3"):
    try:
        print(Setting.parse(wrong))
    except ValueError as error:
        print("bad setting:", error)
