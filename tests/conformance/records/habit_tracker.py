"""Habits on a calendar: streaks, schedules by weekday, a heat map and levels."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import IntFlag
from itertools import takewhile


class Days(IntFlag):
    MON = 1
    TUE = 2
    WED = 4
    THU = 8
    FRI = 16
    SAT = 32
    SUN = 64
    WEEKEND = 96
    WEEKDAYS = 31
    EVERY = 127

    @classmethod
    def of(cls, day: date) -> Days:
        return cls(1 << day.weekday())


def span(start: date, end: date) -> Iterator[date]:
    while start <= end:
        yield start
        start += timedelta(days=1)


@dataclass
class Habit:
    name: str
    days: Days = Days.EVERY
    done: set[date] = field(default_factory=set)

    def mark(self, *days: date) -> Habit:
        for day in days:
            if Days.of(day) not in self.days:
                raise ValueError(f"{self.name} is not due on {day:%A}")
            self.done.add(day)
        return self

    def due(self, start: date, end: date) -> list[date]:
        return [day for day in span(start, end) if Days.of(day) & self.days]

    def runs(self, start: date, end: date) -> list[tuple[date, int]]:
        found: list[tuple[date, int]] = []
        going = False
        for day in self.due(start, end):
            if day not in self.done:
                going = False
            elif going:
                found[-1] = (found[-1][0], found[-1][1] + 1)
            else:
                found.append((day, 1))
                going = True
        return found

    def current(self, start: date, today: date) -> int:
        backwards = reversed(self.due(start, today))
        return sum(1 for _ in takewhile(self.done.__contains__, backwards))


def heat(habits: Iterable[Habit], start: date, end: date) -> str:
    tracked = list(habits)
    lines = [[" "] * 6 for _ in range(7)]
    first = start - timedelta(days=start.weekday())
    for day in span(start, end):
        due = [h for h in tracked if Days.of(day) in h.days]
        share = sum(day in h.done for h in due) / len(due) if due else 0
        lines[day.weekday()][(day - first).days // 7] = ".-+#"[min(int(share * 4), 3)]
    return "\n".join(f"{'MTWTFSS'[i]} {''.join(line)}".rstrip() for i, line in enumerate(lines))


def together(habits: Iterable[Habit]) -> AbstractSet[date]:
    sets = [h.done for h in habits]
    return sets[0].intersection(*sets[1:]) if sets else set()


start, end = date(2024, 2, 1), date(2024, 3, 3)
read = Habit("read").mark(*(d for d in span(start, end) if d.day % 5))
gym = Habit("gym", Days.MON | Days.WED | Days.FRI)
gym.mark(*[d for i, d in enumerate(gym.due(start, end)) if i not in (2, 7)])
rest = Habit("rest", Days.WEEKEND).mark(date(2024, 2, 3), date(2024, 2, 4), date(2024, 3, 3))
for habit in (read, gym, rest):
    runs = habit.runs(start, end)
    due = habit.due(start, end)
    best = max(runs, key=lambda run: (run[1], run[0]))
    print(
        f"{habit.name:<5} {len(habit.done)}/{len(due)} ({len(habit.done) / len(due):.0%}) now {habit.current(start, end)}"
    )
    print("  best", best[0].strftime("%d %b"), best[1], "of", [n for _, n in runs], int(habit.days))
print(heat([read, gym, rest], start, end))
print(sorted(d.isoformat() for d in together([read, gym]))[:3], together([]), len(together([read, rest])))
try:
    gym.mark(date(2024, 2, 19), date(2024, 2, 20), date(2024, 2, 21))
except ValueError as error:
    print(error, date(2024, 2, 19) in gym.done)
print(Days.WEEKEND == Days.SAT | Days.SUN, Days.MON in Days.WEEKDAYS, [d.name for d in Days if d in gym.days])
print(
    Days.EVERY & ~Days.WEEKDAYS == Days.WEEKEND,
    Days.of(end).name,
    bool(Days.MON & Days.WEEKEND),
    Days.EVERY - 1,
)
