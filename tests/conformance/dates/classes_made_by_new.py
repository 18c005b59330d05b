"""Classes derived from date, datetime, time, timedelta and Fraction, made by a `__new__` of their own or by `__init__`."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction


class Day(dt.date):
    label: str

    def __new__(cls, year: int, month: int, day: int, label: str = "") -> Day:
        self = super().__new__(cls, year, month, day)
        self.label = label
        return self


d = Day(2024, 2, 29, "leap")
print(d, d.label, d.isoformat(), repr(d), type(d).__name__)


class Stamp(dt.datetime):
    def __init__(self, *parts: int) -> None:
        self.count = len(parts)


class Zoned(dt.datetime):
    source: str

    def __new__(cls, text: str) -> Zoned:
        base = dt.datetime.fromisoformat(text)
        self = dt.datetime.__new__(
            cls, base.year, base.month, base.day, base.hour, base.minute, tzinfo=base.tzinfo, fold=base.fold
        )
        self.source = text
        return self


class Clock(dt.time):
    def __new__(cls, minutes: int) -> Clock:
        return super().__new__(cls, minutes // 60, minutes % 60)

    def later(self, minutes: int) -> Clock:
        return Clock((self.hour * 60 + self.minute + minutes) % 1440)


class Weeks(dt.timedelta):
    def __new__(cls, count: int) -> Weeks:
        return super().__new__(cls, weeks=count)


s = Stamp(2024, 5, 6, 7)
print(s, s.count, type(s).__name__, isinstance(s, dt.date), s == dt.datetime(2024, 5, 6, 7))
z = Zoned("2024-03-01T10:20:00+02:00")
print(z, z.source, repr(z), z.utcoffset(), z.date())
print(Clock(75).later(60), repr(Clock(5)), Weeks(2), repr(Weeks(1)), Weeks(3) + dt.timedelta(days=1))
print(type(Weeks(1) + Weeks(1)).__name__, hash(Day(2024, 1, 1)) == hash(dt.date(2024, 1, 1)))
for bad in (lambda: Day(2024, 13, 1), lambda: Clock(-5), lambda: Zoned("x")):
    try:
        bad()
    except ValueError as error:
        print(type(error).__name__, error)


class Ratio(Fraction):
    unit: str

    def __new__(cls, top: int, bottom: int = 1, unit: str = "x") -> Ratio:
        self = super().__new__(cls, top, bottom)
        self.unit = unit
        return self

    def __repr__(self) -> str:
        return f"{self.numerator}/{self.denominator} {self.unit}"


r = Ratio(6, 4, "m")
print(
    r, repr(r), r + 1, type(r + 1).__name__, r == Fraction(3, 2), hash(r) == hash(1.5), r.limit_denominator(1)
)
