"""A roster of shifts over two weeks: rests kept, weekends shared, hours counted, clashes told."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import cycle, groupby, pairwise


@dataclass(frozen=True, order=True)
class Shift:
    start: datetime
    length: timedelta = field(compare=False)
    name: str = field(compare=False)

    @property
    def end(self) -> datetime:
        return self.start + self.length

    @property
    def weekend(self) -> bool:
        return self.start.isoweekday() > 5

    def __str__(self) -> str:
        return f"{self.start:%a %d.%m. %H:%M}-{self.end:%H:%M} {self.name}"


PLAN = [("early", time(6), 8.0), ("late", time(14), 8.0), ("night", time(22), 8.5)]
REST = timedelta(hours=11)


def shifts(first: date, days: int) -> Iterator[Shift]:
    for offset in range(days):
        day = first + timedelta(days=offset)
        for name, start, hours in PLAN:
            if name != "night" or day.weekday() != 6:
                yield Shift(datetime.combine(day, start), timedelta(hours=hours), name)


class Roster:
    def __init__(self, *people: str) -> None:
        self.people = people
        self._given: defaultdict[str, list[Shift]] = defaultdict(list)
        self.unfilled: list[Shift] = []

    def free(self, person: str, shift: Shift) -> bool:
        mine = self._given[person]
        return not mine or mine[-1].end + REST <= shift.start

    def fill(self, plan: Iterator[Shift]) -> None:
        turn = cycle(self.people)
        for shift in plan:
            for _ in self.people:
                person = next(turn)
                if self.free(person, shift):
                    self._given[person].append(shift)
                    break
            else:
                self.unfilled.append(shift)

    def hours(self, person: str) -> float:
        return sum((shift.length for shift in self._given[person]), timedelta()) / timedelta(hours=1)

    def shortest_rest(self, person: str) -> timedelta:
        return min(b.start - a.end for a, b in pairwise(self._given[person]))

    def by_week(self, person: str) -> dict[int, list[str]]:
        return {
            week: [f"{shift.start.day}{shift.name[0]}" for shift in part]
            for week, part in groupby(self._given[person], key=lambda shift: shift.start.isocalendar().week)
        }

    def kinds(self, person: str) -> Counter[str]:
        return Counter(shift.name for shift in self._given[person])

    def weekends(self, person: str) -> int:
        return sum(shift.weekend for shift in self._given[person])


roster = Roster("Ana", "Ben", "Cho", "Dee")
roster.fill(shifts(date(2024, 2, 26), 14))
for person in roster.people:
    print(
        f"{person} {roster.hours(person):>5.1f}h rest {roster.shortest_rest(person)}",
        dict(roster.kinds(person)),
    )
    print("   ", roster.by_week(person), "weekends", roster.weekends(person))
print("unfilled", len(roster.unfilled))
small = Roster("Eva", "Finn")
small.fill(shifts(date(2023, 12, 31), 2))
print(*small.unfilled, sep="\n")
first, second = list(shifts(date(2024, 2, 29), 1))[::2]
print(first < second, max(first, second), second.end.date() - first.start.date(), first.start.isoformat())
print(first == Shift(first.start, timedelta(1), "other"), sorted([second, first])[0].name, repr(first.length))
