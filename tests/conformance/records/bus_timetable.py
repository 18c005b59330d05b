"""Journeys by bus: lines with stops and departures, the earliest arrival, changes, days without service."""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

WEEKDAYS, EVERY_DAY = frozenset(range(5)), frozenset(range(7))


@dataclass(frozen=True)
class Line:
    name: str
    stops: tuple[tuple[str, int], ...]  # with minutes after the departure
    first: time
    last: time
    every: timedelta
    days: frozenset[int] = EVERY_DAY

    def departures(self, day: date) -> list[datetime]:
        if day.weekday() not in self.days:
            return []
        at, end = datetime.combine(day, self.first), datetime.combine(day, self.last)
        if end < at:
            end += timedelta(days=1)  # the last bus leaves after midnight
        found = []
        while at <= end:
            found.append(at)
            at += self.every
        return found


@dataclass(order=True, frozen=True)
class Leg:
    arrives: datetime
    leaves: datetime
    line: str = field(compare=False)
    start: str = field(compare=False)
    end: str = field(compare=False)

    def __str__(self) -> str:
        return f"{self.leaves:%H:%M} {self.start} -> {self.end} {self.arrives:%H:%M} ({self.line})"


class Network:
    CHANGE = timedelta(minutes=3)

    def __init__(self, lines: list[Line], day: date) -> None:
        self.legs: defaultdict[str, list[Leg]] = defaultdict(list)
        for line in lines:
            for departure in line.departures(day):
                for (a, start), (b, end) in zip(line.stops, line.stops[1:], strict=False):
                    leaves, arrives = departure + timedelta(minutes=start), departure + timedelta(minutes=end)
                    self.legs[a].append(Leg(arrives, leaves, line.name, a, b))
        for legs in self.legs.values():
            legs.sort(key=lambda leg: leg.leaves)

    def after(self, stop: str, moment: datetime) -> Iterator[Leg]:
        legs = self.legs.get(stop, [])
        yield from legs[bisect_left(legs, moment, key=lambda leg: leg.leaves) :]

    def journey(self, start: str, goal: str, moment: datetime) -> list[Leg] | None:
        waiting: list[tuple[datetime, int, str, str]] = [(moment, 0, start, "")]
        came: dict[tuple[str, str], Leg] = {}
        done: set[tuple[str, str]] = set()
        order = 0
        while waiting:
            now, _, stop, on = heapq.heappop(waiting)
            if (stop, on) in done:
                continue
            done.add((stop, on))
            if stop == goal:
                return list(self.back(came, stop, on))
            for leg in self.after(stop, now):
                if on and leg.line != on and leg.leaves < now + self.CHANGE:
                    continue
                key = (leg.end, leg.line)
                if key not in came or leg.arrives < came[key].arrives:
                    came[key] = leg
                    order += 1
                    heapq.heappush(waiting, (leg.arrives, order, leg.end, leg.line))
        return None

    @staticmethod
    def back(came: dict[tuple[str, str], Leg], stop: str, on: str) -> Iterator[Leg]:
        path = []
        while on:
            leg = came[stop, on]
            path.append(leg)
            before = [key for key in came if key[0] == leg.start and came[key].arrives <= leg.leaves]
            same = (leg.start, leg.line)
            stop, on = (
                same if same in before else max(before, key=lambda k: came[k].arrives, default=("", ""))
            )
        yield from reversed(path)


def joined(legs: list[Leg]) -> Iterator[Leg]:
    current: Leg | None = None
    for leg in legs:
        if current is not None and current.line == leg.line:
            current = Leg(leg.arrives, current.leaves, leg.line, current.start, leg.end)
        else:
            if current is not None:
                yield current
            current = leg
    if current is not None:
        yield current


LINES = [
    Line(
        "7",
        (("Port", 0), ("Mill", 6), ("Square", 11), ("Hill", 19)),
        time(6, 10),
        time(22, 10),
        timedelta(minutes=20),
    ),
    Line(
        "7",
        (("Hill", 0), ("Square", 8), ("Mill", 13), ("Port", 19)),
        time(6, 0),
        time(22, 0),
        timedelta(minutes=20),
    ),
    Line("X", (("Square", 0), ("Airport", 25)), time(5, 30), time(0, 30), timedelta(hours=1), EVERY_DAY),
    Line("S", (("Mill", 0), ("School", 4)), time(7, 15), time(8, 0), timedelta(minutes=15), WEEKDAYS),
]
for day in (date(2026, 11, 26), date(2026, 11, 28)):
    network = Network(LINES, day)
    print(f"{day:%A}", sum(map(len, network.legs.values())), "legs")
    for start, goal, at in (
        ("Port", "Airport", time(7, 0)), ("Hill", "School", time(7, 1)), ("Airport", "Port", time(9, 0)),
        ("Port", "Hill", time(22, 5)), ("Hill", "Airport", time(23, 50)), ("Port", "Port", time(8, 0)),
    ):  # fmt: skip
        found = network.journey(start, goal, datetime.combine(day, at))
        if found is None:
            print(f"  no way from {start} to {goal} after {at:%H:%M}")
            continue
        legs = list(joined(found))
        took = legs[-1].arrives - legs[0].leaves if legs else timedelta(0)
        print(f"  {start} to {goal}: {took}, {max(0, len(legs) - 1)} changes; " + "; ".join(map(str, legs)))
print(LINES[2].departures(date(2026, 11, 26))[-1], min(network.legs["Square"]))
