"""Zones of one's own: rules for summer time, folds and gaps, conversions, comparison of aware moments, naive refusals."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import Any

HOUR = timedelta(hours=1)


def last_sunday(year: int, month: int) -> date:
    day = date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
    return day - timedelta(days=(day.weekday() + 1) % 7)


class European(tzinfo):
    """Summer time from the last Sunday of March to that of October, at 01:00 UTC."""

    def __init__(self, standard: int, names: tuple[str, str]) -> None:
        self.standard = timedelta(hours=standard)
        self.names = names

    def changes(self, year: int) -> tuple[datetime, datetime]:
        return tuple(datetime.combine(last_sunday(year, month), time(1)) for month in (3, 10))  # type: ignore[return-value]

    def dst(self, dt: datetime | None) -> timedelta:
        if dt is None:
            return timedelta(0)
        start, end = (moment + self.standard for moment in self.changes(dt.year))
        naive = dt.replace(tzinfo=None)
        if start + HOUR <= naive < end:
            return HOUR
        if end <= naive < end + HOUR:
            return HOUR if not dt.fold else timedelta(0)
        if start <= naive < start + HOUR:
            return HOUR if dt.fold else timedelta(0)
        return timedelta(0)

    def utcoffset(self, dt: datetime | None) -> timedelta:
        return self.standard + self.dst(dt)

    def tzname(self, dt: datetime | None) -> str:
        return self.names[bool(self.dst(dt))]

    def fromutc(self, dt: datetime) -> datetime:
        naive = dt.replace(tzinfo=None)
        start, end = self.changes(dt.year)
        if start <= naive < end:
            return (naive + self.standard + HOUR).replace(tzinfo=self)
        local = (naive + self.standard).replace(tzinfo=self)
        return local.replace(fold=1) if end <= naive < end + HOUR else local

    def __repr__(self) -> str:
        return f"European({self.names[0]})"


PARIS = European(1, ("CET", "CEST"))
LISBON = European(0, ("WET", "WEST"))
INDIA = timezone(timedelta(hours=5, minutes=30))

print([last_sunday(y, m).isoformat() for y in (2023, 2024) for m in (3, 10, 12)])
start = datetime(2024, 3, 31, 0, 30, tzinfo=timezone.utc)
for step in range(3):
    moment = (start + step * HOUR / 2).astimezone(PARIS)
    print(moment.isoformat(), moment.tzname(), moment.dst(), moment.fold)
start = datetime(2024, 10, 27, 0, 30, tzinfo=timezone.utc)
for step in range(4):
    moment = (start + step * HOUR / 2).astimezone(PARIS)
    print(moment, moment.tzname(), moment.fold, moment.astimezone(LISBON).strftime("%H:%M %Z"), moment.astimezone(INDIA).strftime("%H:%M %z"))
early = datetime(2024, 10, 27, 2, 30, tzinfo=PARIS)
late = early.replace(fold=1)
print(early == late, early.utcoffset(), late.utcoffset(), late - early, late.timestamp() - early.timestamp(), early.astimezone(timezone.utc) < late.astimezone(timezone.utc))
noon = datetime(2024, 7, 1, 12, tzinfo=PARIS)
print(noon == datetime(2024, 7, 1, 11, tzinfo=LISBON), noon - datetime(2024, 7, 1, 12, tzinfo=INDIA), sorted([noon, datetime(2024, 7, 1, 12, tzinfo=INDIA), datetime(2024, 7, 1, 12, tzinfo=timezone.utc)])[0].tzinfo, hash(noon) == hash(noon.astimezone(timezone.utc)))
print(noon.timetuple().tm_isdst, noon.utctimetuple()[:6], noon.timetz(), repr(noon), noon.time(), noon.date().timetuple().tm_yday, noon.strftime("%c|%x|%X"))
print(datetime.fromisoformat("2024-05-06T07:08:09.120+02:00").tzinfo, datetime.fromisoformat("2024-05-06 07:08Z"), datetime.fromisoformat("20240506T070809,5-0330").isoformat(), time.fromisoformat("07:08:09+01:30").utcoffset(), datetime.strptime("06/May/2024 07:08:09 +0530", "%d/%b/%Y %H:%M:%S %z"))
print(timezone.utc, timezone(timedelta(hours=-3, minutes=-30)), timezone(HOUR, "X"), repr(timezone(HOUR, "X")), timezone(HOUR) == timezone(HOUR, "Y"), timezone.min, timezone(timedelta(seconds=3661)).tzname(None))
naive = datetime(2024, 1, 1)
attempts: list[Callable[[], object]] = [
    lambda: naive < noon, lambda: noon - naive, lambda: timezone(timedelta(days=1)), lambda: datetime(2024, 2, 30), lambda: time(25), lambda: datetime.strptime("x", "%Y"),
    lambda: datetime(2024, 1, 1, tzinfo=timezone.utc).replace(month=13), lambda: datetime.max + HOUR, lambda: date.fromisoformat("2024-1-1"), lambda: datetime.strptime("2024-01-01 z", "%Y-%m-%d"), lambda: timedelta.max + timedelta(1), lambda: datetime.fromisoformat("2024-01-01T10:00:00+25:00"),
]
for attempt in attempts:
    try:
        print(attempt())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(naive == noon, naive != noon, naive in {noon: 1})
print(max(noon, naive))

cet = timezone(timedelta(hours=1), "CET")
plain = timezone(timedelta(hours=2))
for zone in (cet, plain, timezone.utc, timezone.min):
    for made in (copy.copy(zone), copy.deepcopy(zone)):
        print(made == zone, made is zone, made, made.tzname(None))
moment = datetime(2024, 1, 2, tzinfo=timezone.utc)
print(copy.deepcopy(moment).tzinfo is timezone.utc)
nothing: Any = None
try:
    print(timezone(timedelta(0), nothing))
except TypeError:
    print("a name must be a text")
