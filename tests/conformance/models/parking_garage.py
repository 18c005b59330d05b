"""A garage with levels and slot sizes, tickets, tariffs as step functions, a lost ticket, and a daily report."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate, chain
from math import ceil
from typing import NamedTuple, Protocol


class Size(IntEnum):
    MOTORBIKE = 1
    CAR = 2
    VAN = 3

    @classmethod
    def named(cls, text: str) -> Size:
        for member in cls:
            if member.name.lower().startswith(text.lower()):
                return member
        raise ValueError(f"{text!r} is not a size of {cls.__name__}")


class Slot(NamedTuple):
    level: int
    number: int
    size: Size

    def __str__(self) -> str:
        return f"{'ABC'[self.level]}{self.number:02}"


class Tariff(Protocol):
    def cost(self, minutes: int) -> int: ...


@dataclass(frozen=True)
class Stepped:
    """Pairs (up to this many minutes, costs so much), and by the hour after the last."""

    steps: Sequence[tuple[int, int]]
    hourly: int

    def cost(self, minutes: int) -> int:
        for limit, price in self.steps:
            if minutes <= limit:
                return price
        limit, price = self.steps[-1]
        return price + self.hourly * ceil((minutes - limit) / 60)


@dataclass(frozen=True)
class Capped:
    inner: Tariff
    per_day: int

    def cost(self, minutes: int) -> int:
        days, rest = divmod(minutes, 24 * 60)
        return days * self.per_day + min(self.per_day, self.inner.cost(rest))


class GarageFull(Exception):
    pass


class Garage:
    def __init__(self, levels: list[dict[Size, int]], tariffs: dict[Size, Tariff]) -> None:
        self.slots: list[Slot] = []
        for level, sizes in enumerate(levels):
            ends = list(accumulate(sizes.values(), initial=1))
            for size, first, end in zip(sizes, ends, ends[1:]):
                self.slots.extend(Slot(level, n, size) for n in range(first, end))
        self.tariffs = tariffs
        self.parked: dict[str, tuple[Slot, int]] = {}
        self.takings: Counter[Size] = Counter()

    def free(self) -> list[Slot]:
        taken = {slot for slot, _ in self.parked.values()}
        return [slot for slot in self.slots if slot not in taken]

    def enter(self, plate: str, size: Size, now: int) -> Slot:
        if plate in self.parked:
            raise ValueError(f"{plate} is inside already")
        fitting = [slot for slot in self.free() if slot.size >= size]
        if not fitting:
            raise GarageFull(f"nothing for a {size.name.lower()}")
        slot = min(fitting, key=lambda s: (s.size, s))
        self.parked[plate] = slot, now
        return slot

    def leave(self, plate: str, now: int, lost_ticket: bool = False) -> int:
        slot, since = self.parked.pop(plate)
        if now < since:
            self.parked[plate] = slot, since
            raise ValueError(f"{plate} leaves before it came")
        cost = self.tariffs[slot.size].cost(now - since)
        if lost_ticket:
            cost = max(cost, 2500)
        self.takings[slot.size] += cost
        return cost


def clock(text: str) -> int:
    day, hours, minutes = (int(part) for part in text.replace("d", ":").split(":"))
    return (day * 24 + hours) * 60 + minutes


cars = Capped(Stepped([(15, 0), (60, 150), (120, 250)], 200), 1800)
garage = Garage(
    [{Size.MOTORBIKE: 1, Size.CAR: 2}, {Size.CAR: 1, Size.VAN: 1}],
    {Size.MOTORBIKE: Stepped([(30, 0), (24 * 60, 300)], 50), Size.CAR: cars, Size.VAN: Capped(cars, 3600)},
)
print(*garage.slots)
for line in """
in AA-1 car 0d8:00
in BB-2 car 0d8:05
in MM-1 moto 0d8:10
in MM-2 m 0d8:11
in CC-3 car 0d8:30
in VV-1 van 0d9:00
out AA-1 0d8:15
in AA-1 car 0d8:16
in AA-1 car 0d8:17
out BB-2 0d10:06
in VV-2 van 0d10:10
out CC-3 2d9:30
out MM-2 0d8:00
lost MM-1 0d9:00
out ZZ-9 0d9:00
in XX-1 tank 0d9:00
out MM-2 3d0:00
out AA-1 0d14:17
out VV-1 0d12:00
""".strip().splitlines():
    try:
        match line.split():
            case ["in", plate, kind, when]:
                print(f"{line}: slot {garage.enter(plate, Size.named(kind), clock(when))}")
            case [("out" | "lost") as how, plate, when]:
                print(f"{line}: pays {garage.leave(plate, clock(when), how == 'lost') / 100:.2f}")
    except GarageFull as error:
        print(f"{line}: full, {error}")
    except (ValueError, KeyError) as error:
        print(f"{line}: {type(error).__name__} {error}")
print(
    {size.name: f"{cents / 100:.2f}" for size, cents in garage.takings.most_common()}, garage.takings.total()
)
print([cars.cost(m) for m in (0, 15, 16, 60, 61, 121, 700, 1440, 1441, 1500, 2880)], *garage.free())
print(
    list(chain.from_iterable((s.level, s.size.value) for s in garage.slots)),
    Size.named("V") is Size.VAN,
    Size(2) + 1,
)
print(max(garage.slots), Size.VAN > Size.CAR, Size["CAR"], f"{Size.CAR:03d}", garage.slots[0]._asdict())
