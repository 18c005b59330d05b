"""Months added and ends kept, business days with holidays, ISO weeks, quarters, ages, Easter, recurring rules, formats."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import MAXYEAR, MINYEAR, date, timedelta
from enum import IntEnum
from itertools import islice, takewhile


class Day(IntEnum):
    MON, TUE, WED, THU, FRI, SAT, SUN = range(7)

    @property
    def weekend(self) -> bool:
        return self >= Day.SAT


def is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year: int, month: int) -> int:
    return 28 + is_leap(year) if month == 2 else 30 + (month + month // 8) % 2


def add_months(day: date, months: int, *, keep_end: bool = False) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = days_in(year, month + 1)
    at_end = keep_end and day.day == days_in(day.year, day.month)
    return date(year, month + 1, last if at_end else min(day.day, last))


def easter(year: int) -> date:
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def nth_weekday(year: int, month: int, day: Day, n: int) -> date:
    if n > 0:
        first = date(year, month, 1)
        return first + timedelta((day - first.weekday()) % 7 + 7 * (n - 1))
    last = date(year, month, days_in(year, month))
    return last - timedelta((last.weekday() - day) % 7 - 7 * (n + 1))


def age(born: date, today: date) -> tuple[int, int, int]:
    months = (today.year - born.year) * 12 + today.month - born.month
    if add_months(born, months) > today:
        months -= 1
    return *divmod(months, 12), (today - add_months(born, months)).days


@dataclass
class Workdays:
    holidays: set[date] = field(default_factory=set)

    @classmethod
    def of(cls, *years: int) -> Workdays:
        days = set()
        for year in years:
            spring = easter(year)
            days |= {date(year, 1, 1), date(year, 12, 25), spring - timedelta(2), spring + timedelta(1)}
            days.add(nth_weekday(year, 9, Day.MON, 1))
        return cls(days)

    def __contains__(self, day: date) -> bool:
        return not Day(day.weekday()).weekend and day not in self.holidays

    def walk(self, start: date, step: int = 1) -> Iterator[date]:
        day = start
        while True:
            day += timedelta(step)
            if day in self:
                yield day

    def add(self, day: date, n: int) -> date:
        return day if not n else next(islice(self.walk(day, 1 if n > 0 else -1), abs(n) - 1, None))

    def between(self, start: date, end: date) -> int:
        return sum(1 for _ in takewhile(lambda d: d < end, self.walk(start - timedelta(1))))


@dataclass(frozen=True)
class Rule:
    """Every so many months, on the nth weekday or the given day, moved off what is no workday."""

    every: int
    day: int | tuple[int, Day]
    roll: Callable[[Workdays, date], date] | None = None

    def dates(self, start: date, work: Workdays) -> Iterator[date]:
        for k in range(0, 10_000, self.every):
            base = add_months(start.replace(day=1), k)
            match self.day:
                case int(n):
                    found = base.replace(day=min(n, days_in(base.year, base.month)))
                case (int(n), Day() as weekday):
                    found = nth_weekday(base.year, base.month, weekday, n)
            if found not in work and self.roll is not None:
                found = self.roll(work, found)
            yield found


def quarter(day: date) -> str:
    return f"{day:%y}Q{math.ceil(day.month / 3)}"


def page(year: int, month: int) -> Iterator[str]:
    first = date(year, month, 1)
    yield f"{first:%B %Y}".center(20).rstrip()
    cells = ["  "] * first.weekday() + [f"{n:2}" for n in range(1, days_in(year, month) + 1)]
    for start in range(0, len(cells), 7):
        yield " ".join(cells[start : start + 7])


def main() -> None:
    for start in (date(2024, 1, 31), date(2023, 11, 30), date(2024, 2, 29)):
        print(
            [str(add_months(start, k)) for k in (0, 1, 3, 13, -1, -11, 12)],
            add_months(start, 1, keep_end=True),
        )
    print(
        [str(easter(y)) for y in (1818, 1943, 2000, 2024, 2025, 2038)],
        Counter(easter(y).month for y in range(1900, 2100)),
    )
    print([str(nth_weekday(2024, 2, Day.THU, n)) for n in (1, 5, -1, -5)], nth_weekday(2023, 11, Day.THU, 4))
    print(
        age(date(2000, 2, 29), date(2023, 2, 28)),
        age(date(1999, 12, 31), date(2024, 3, 1)),
        age(date(2024, 5, 5), date(2024, 5, 5)),
    )
    work = Workdays.of(2024, 2025)
    print(sorted(map(str, work.holidays)), date(2024, 12, 25) in work, date(2024, 12, 24) in work)
    start = date(2024, 12, 20)
    print(
        work.add(start, 10),
        work.add(start, -10),
        work.add(start, 0),
        work.between(date(2024, 1, 1), date(2025, 1, 1)),
    )
    rules = [
        Rule(3, (3, Day.FRI)),
        Rule(1, 31, lambda w, d: w.add(d, -1)),
        Rule(12, 25, lambda w, d: w.add(d, 1)),
        Rule(1, (-1, Day.SUN)),
    ]
    for rule in rules:
        print([f"{d:%a %d.%m.%y}" for d in islice(rule.dates(date(2024, 12, 5), work), 5)])
    for day in (
        date(2020, 12, 31),
        date(2021, 1, 3),
        date(2024, 12, 30),
        date(MINYEAR, 1, 1),
        date(MAXYEAR, 12, 31),
    ):
        iso = day.isocalendar()
        print(
            day,
            iso.week,
            tuple(iso),
            date.fromisocalendar(*iso) == day,
            day.toordinal(),
            quarter(day),
            f"{day:%j %U %W %G-%V-%u %w}",
        )
    print(*page(2024, 2), sep="\n")
    print(*page(2023, 10), sep="\n")
    thirteenths = Counter(Day(date(y, m, 13).weekday()).name for y in range(1600, 2000) for m in range(1, 13))
    print(
        thirteenths.most_common(2),
        sum(thirteenths.values()),
        date(2024, 3, 1) - date(2023, 3, 1),
        max(date(2024, 1, 2), start),
    )
    actions: list[Callable[[], object]] = [
        lambda: date(2023, 2, 29), lambda: date.fromisocalendar(2023, 53, 1), lambda: date.max + timedelta(1),
        lambda: date.fromisoformat("2024-13-01"), lambda: add_months(date(9999, 12, 1), 1), lambda: date(2024, 1, 31).replace(month=4),
        lambda: date.fromordinal(0), lambda: date.fromisoformat("2024-W09-4"), lambda: date(2024, 1, 1) - timedelta(10**6),
    ]  # fmt: skip
    for action in actions:
        try:
            print(action())
        except (ValueError, OverflowError) as error:
            print(type(error).__name__, error)


main()
