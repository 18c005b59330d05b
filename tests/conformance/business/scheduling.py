"""Meeting rooms and shifts: overlapping intervals, greedy and weighted scheduling, free slots, recurring events."""

from __future__ import annotations

import heapq
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import IntEnum
from functools import cache, total_ordering
from itertools import pairwise, takewhile


class Day(IntEnum):
    MON, TUE, WED, THU, FRI, SAT, SUN = range(7)


@total_ordering
@dataclass(frozen=True)
class Slot:
    start: datetime
    end: datetime
    title: str = field(default="", compare=False)
    weight: int = field(default=1, compare=False)

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"{self.title or 'slot'} ends at {self.end:%H:%M}, before {self.start:%H:%M}")

    def __lt__(self, other: Slot) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def overlaps(self, other: Slot) -> bool:
        return self.start < other.end and other.start < self.end

    def __str__(self) -> str:
        return f"{self.title}[{self.start:%H:%M}-{self.end:%H:%M}]"


DAY = date(2024, 6, 3)


def slot(text: str) -> Slot:
    title, times, *weight = text.split()
    low, high = (datetime.combine(DAY, time.fromisoformat(part)) for part in times.split("-"))
    return Slot(low, high, title, int(weight[0]) if weight else 1)


def rooms(slots: Iterable[Slot]) -> dict[str, int]:
    """Each slot gets the free room with the lowest number."""
    busy: list[tuple[datetime, int]] = []
    free: list[int] = []
    used = 0
    given: dict[str, int] = {}
    for item in sorted(slots):
        while busy and busy[0][0] <= item.start:
            heapq.heappush(free, heapq.heappop(busy)[1])
        if free:
            room = heapq.heappop(free)
        else:
            used += 1
            room = used
        heapq.heappush(busy, (item.end, room))
        given[item.title] = room
    return given


def most_meetings(slots: Iterable[Slot]) -> list[Slot]:
    chosen: list[Slot] = []
    for item in sorted(slots, key=lambda s: (s.end, s.start)):
        if not chosen or chosen[-1].end <= item.start:
            chosen.append(item)
    return chosen


def best_value(slots: Iterable[Slot]) -> tuple[int, tuple[str, ...]]:
    ordered = sorted(slots, key=lambda s: s.end)
    ends = [s.end for s in ordered]

    @cache
    def best(count: int) -> tuple[int, tuple[str, ...]]:
        if count == 0:
            return 0, ()
        item = ordered[count - 1]
        before = bisect_right(ends, item.start, 0, count - 1)
        value, titles = best(before)
        return max(best(count - 1), (value + item.weight, (*titles, item.title)), key=lambda pair: pair[0])

    return best(len(ordered))


def gaps(slots: Iterable[Slot], opens: time, closes: time) -> Iterator[timedelta]:
    merged: list[Slot] = []
    for item in sorted(slots):
        if merged and merged[-1].end >= item.start:
            merged[-1] = Slot(merged[-1].start, max(merged[-1].end, item.end))
        else:
            merged.append(item)
    edge = datetime.combine(DAY, opens)
    for item in merged:
        if item.start > edge:
            yield item.start - edge
        edge = max(edge, item.end)
    if (last := datetime.combine(DAY, closes)) > edge:
        yield last - edge


def recurring(start: date, days: set[Day], every: int = 1) -> Iterator[date]:
    week = start - timedelta(days=start.weekday())
    while True:
        for day in sorted(days):
            if (found := week + timedelta(days=day)) >= start:
                yield found
        week += timedelta(weeks=every)


slots = [slot(line) for line in "standup 09:00-09:15 1|review 09:10-10:30 6|design 10:30-12:00 4|lunch 12:00-13:00 3|one2one 11:30-12:30 5|demo 10:00-11:45 7|retro 12:45-13:30 2".split("|")]
print(*sorted(slots, reverse=True))
print(rooms(slots))
print(*most_meetings(slots), best_value(slots))
print([str(gap) for gap in gaps(slots, time(8, 30), time(18))], sum(gaps(slots[:2], time(9), time(12)), timedelta()))
print([f"{a.title}/{b.title}" for a, b in pairwise(sorted(slots)) if a.overlaps(b)], slots[0] <= slots[1], slots[0] == slot("other 09:00-09:15"), min(slots, key=lambda s: s.end - s.start).title)
dates = takewhile(lambda d: d < date(2024, 7, 15), recurring(date(2024, 6, 5), {Day.FRI, Day.TUE}, every=2))
print([f"{d:%a %d %b}" for d in dates])
print([d.isoformat() for d, _ in zip(recurring(date(2023, 12, 30), {Day.SUN, Day.SAT}), range(4))])
print(slot("bad 10:00-09:00"))
