"""Calendars: Julian days, Julian and Gregorian dates, the Islamic and French ones, moon phases, weekdays by three rules."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from enum import Enum
from typing import ClassVar, NamedTuple, Protocol


class Day(NamedTuple):
    year: int
    month: int
    day: int

    def __str__(self) -> str:
        era = f"{self.year}" if self.year > 0 else f"{1 - self.year} BC"
        return f"{self.day:02}.{self.month:02}.{era}"


class Calendar(Protocol):
    @property
    def name(self) -> str: ...

    def to_jdn(self, day: Day) -> int: ...
    def from_jdn(self, jdn: int) -> Day: ...


@dataclass(frozen=True)
class Western:
    name: str
    gregorian: bool

    def to_jdn(self, day: Day) -> int:
        y, m, d = day
        a = (14 - m) // 12
        y, m = y + 4800 - a, m + 12 * a - 3
        base = d + (153 * m + 2) // 5 + 365 * y + y // 4
        return base - y // 100 + y // 400 - 32045 if self.gregorian else base - 32083

    def from_jdn(self, jdn: int) -> Day:
        c = jdn + 32082
        b = 0
        if self.gregorian:
            a = jdn + 32044
            b = (4 * a + 3) // 146097
            c = a - 146097 * b // 4
        d = (4 * c + 3) // 1461
        e = c - 1461 * d // 4
        m = (5 * e + 2) // 153
        return Day(100 * b + d - 4800 + m // 10, m + 3 - 12 * (m // 10), e - (153 * m + 2) // 5 + 1)


class Islamic:
    name = "islamic"
    EPOCH: ClassVar[int] = 1948440

    def to_jdn(self, day: Day) -> int:
        return (
            day.day
            + math.ceil(29.5 * (day.month - 1))
            + (day.year - 1) * 354
            + (3 + 11 * day.year) // 30
            + self.EPOCH
            - 1
        )

    def from_jdn(self, jdn: int) -> Day:
        year = (30 * (jdn - self.EPOCH) + 10646) // 10631
        month = min(12, math.ceil((jdn - (29 + self.to_jdn(Day(year, 1, 1)))) / 29.5) + 1)
        return Day(year, month, jdn - self.to_jdn(Day(year, month, 1)) + 1)


class Republican:
    name = "republican"
    EPOCH = 2375840

    def _start(self, year: int) -> int:
        n = year - 1
        return self.EPOCH + 365 * n + year // 4 - year // 100 + year // 400

    def to_jdn(self, day: Day) -> int:
        return self._start(day.year) + 30 * (day.month - 1) + day.day - 1

    def from_jdn(self, jdn: int) -> Day:
        year = (jdn - self.EPOCH) // 366 + 1
        while self._start(year + 1) <= jdn:
            year += 1
        month, day = divmod(jdn - self._start(year), 30)
        return Day(year, month + 1, day + 1)


class Phase(Enum):
    NEW, CRESCENT, QUARTER, GIBBOUS, FULL, WANING, LAST, OLD = range(8)


def moon(moment: datetime) -> tuple[Phase, float]:
    new = datetime(2000, 1, 6, 18, 14, tzinfo=timezone.utc)
    age = (moment - new) / timedelta(days=29.530588853) % 1
    return Phase(int(age * 8 + 0.5) % 8), age


def zeller(y: int, m: int, d: int) -> int:
    if m < 3:
        y, m = y - 1, m + 12
    return (d + 13 * (m + 1) // 5 + y + y // 4 - y // 100 + y // 400 + 5) % 7


def doomsday(y: int, m: int, d: int) -> int:
    leap = y % 4 == 0 and y % 100 != 0 or y % 400 == 0
    anchors = [4 if leap else 3, 29 if leap else 28, 14, 4, 9, 6, 11, 8, 5, 10, 7, 12]
    century, rest = divmod(y, 100)
    anchor = (2, 0, 5, 3)[century % 4] + rest // 12 + rest % 12 + rest % 12 // 4
    return (anchor + d - anchors[m - 1] - 1) % 7


def main() -> None:
    gregorian, julian = Western("gregorian", True), Western("julian", False)
    calendars: list[Calendar] = [gregorian, julian, Islamic(), Republican()]
    for day in (
        date(1, 1, 1),
        date(622, 7, 19),
        date(1582, 10, 15),
        date(1794, 7, 27),
        date(1858, 11, 17),
        date(2000, 2, 29),
        date(2024, 12, 31),
        date(9999, 12, 31),
    ):
        jdn = day.toordinal() + 1721425
        shown = [f"{c.name} {c.from_jdn(jdn)}" for c in calendars]
        print(
            day,
            jdn,
            *shown,
            all(c.to_jdn(c.from_jdn(jdn)) == jdn for c in calendars),
            "Mon Tue Wed Thu Fri Sat Sun".split()[jdn % 7],
            sep=" | ",
        )
    assert all(
        gregorian.from_jdn(d.toordinal() + 1721425) == (d.year, d.month, d.day)
        for d in (date(1600, 1, 1) + timedelta(k * 37) for k in range(4000))
    )
    gaps = [
        gregorian.to_jdn(Day(y, 1, 1)) - julian.to_jdn(Day(y, 1, 1))
        for y in (-100, 200, 300, 1500, 1583, 1900, 2100)
    ]
    print(
        gaps,
        gregorian.from_jdn(0),
        julian.from_jdn(0),
        gregorian.from_jdn(-1000),
        julian.to_jdn(Day(-43, 3, 15)),
    )
    for k in range(8):
        moment = datetime(2024, 1, 11, 12, tzinfo=timezone.utc) + timedelta(days=3.7 * k)
        phase, age = moon(moment)
        print(f"{moment:%d.%m. %H:%M} {phase.name} {age:.6f}", end="; ")
    print()
    days = [date(1583, 1, 1) + timedelta(days=7919 * k) for k in range(80)]
    rules: list[Callable[[int, int, int], int]] = [zeller, doomsday, lambda y, m, d: date(y, m, d).weekday()]
    print(
        [sum(rule(d.year, d.month, d.day) == d.weekday() for d in days) for rule in rules],
        len(days),
        days[-1],
    )
    print(
        sorted({Islamic().from_jdn(date(2024, m, 1).toordinal() + 1721425).month for m in range(1, 13)}),
        Republican().from_jdn(2375840 + 365),
        max(gregorian.from_jdn(2460000 + k) for k in range(400)),
    )
    fraction = 2451545 + 0.25
    whole = math.floor(fraction + 0.5)
    clock = timedelta(days=fraction + 0.5 - whole)
    print(
        gregorian.from_jdn(whole),
        clock,
        datetime.combine(date(*gregorian.from_jdn(whole)), (datetime.min + clock).time()),
    )
    attempts: list[Callable[[], object]] = [
        lambda: date(*gregorian.from_jdn(0)),
        lambda: date(*Day(2023, 2, 30)),
        lambda: Phase(9),
    ]
    for bad in attempts:
        try:
            print(bad())
        except ValueError as error:
            print(error)


main()
