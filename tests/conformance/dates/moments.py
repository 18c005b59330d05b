"""datetime: making, zones, arithmetic, comparison, ISO text, replace, fold, errors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

naive = datetime(2024, 2, 29, 13, 5, 9, 42)
aware = datetime(2024, 2, 29, 13, 5, 9, tzinfo=UTC)
india = timezone(timedelta(hours=5, minutes=30), "IST")
west = timezone(-timedelta(hours=3, minutes=30))
for moment in (naive, aware, aware.astimezone(india), aware.astimezone(west), datetime(1, 1, 1), datetime(2024, 1, 1, fold=1)):
    print(repr(moment), str(moment), moment.isoformat(), moment.ctime())
    print("  ", moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second, moment.microsecond)
    print("  ", moment.tzinfo, moment.utcoffset(), moment.tzname(), moment.dst(), moment.fold, moment.timetuple())
    print("  ", moment.date(), moment.time(), moment.timetz(), moment.utctimetuple().tm_hour, moment.weekday())
    print("  ", moment.strftime("%Y-%m-%dT%H:%M:%S.%f%z %Z %I%p %c %x %X %s"), f"{moment:%H:%M}", moment.isocalendar())
print([aware.isoformat(timespec=t) for t in ("auto", "hours", "minutes", "seconds", "milliseconds", "microseconds")])
print(naive.isoformat(" "), naive.isoformat(sep="_", timespec="milliseconds"))
print(naive + timedelta(days=1, hours=11), naive - timedelta(microseconds=43), timedelta(1) + naive)
print(aware - aware.astimezone(india), datetime(2024, 3, 1, tzinfo=india) - aware, naive - datetime(2023, 2, 28))
print(aware == aware.astimezone(west), hash(aware) == hash(aware.astimezone(india)), aware == naive, aware != naive)
print(aware < datetime(2024, 3, 1, tzinfo=west), naive > datetime(2024, 1, 1), naive <= naive, naive >= datetime.max)
print(aware.timestamp(), naive.timestamp(), datetime(1969, 12, 31, 23, 59, 59, 500000).timestamp())
print(datetime.fromtimestamp(1700000000.123456, UTC), datetime.fromtimestamp(-1.5), datetime.fromtimestamp(0, india))
print(datetime.fromtimestamp(1.0000005, tz=UTC), datetime.fromtimestamp(0.9999999), datetime.fromtimestamp(1e9, west))
print(datetime.combine(date(2020, 1, 2), time(3, 4, 5, 6, tzinfo=UTC)), datetime.combine(naive, time(1), india))
print(naive.replace(year=2023, day=28), aware.replace(tzinfo=None), naive.replace(tzinfo=india, fold=1), aware.replace(minute=0))
print(datetime.min, datetime.max, datetime.resolution, datetime.fromordinal(738000), datetime.fromisocalendar(2024, 9, 4))
print(india, repr(india), west, repr(west), timezone.utc, repr(timezone.min), timezone(timedelta(0), "Z"), india == timezone(timedelta(seconds=19800)))
print(timezone(timedelta(hours=1, seconds=7, microseconds=9)), hash(india) == hash(timedelta(seconds=19800)))
print(datetime(2024, 1, 1) == date(2024, 1, 1), date(2024, 1, 1) == datetime(2024, 1, 1), isinstance(naive, date))
now = datetime.now(UTC)
print(now.tzinfo, now > aware, (datetime.now() - datetime.now()) < timedelta(seconds=5), naive.astimezone().utcoffset())

for text in (
    "2020-01-01", "2020-01-01T12", "2020-01-01 12:30", "2020-01-01T12:30:15.123", "20200101T123015,123456789Z",
    "2020-01-01T12:30+05", "20200101T1230", "2020-W01-1T12:30-00:00", "2020-01-01T12:30:15.1",
    "2020-01-01T12:30:15+05:30:10.5", "2020-W01T10", "2020W011T10", "2020-01-01T12:30:15-0330",
    "2020-01-01T", "2020-01-01T24:00", "2020-01-01T12:3", "2020-01-01T12:30:", "2020-01-01T12:30:15.",
    "2020-01-01T12:3015", "2020-01-01T12:30:15+25:00", "", "x", "2020-13-01T10:00", "2020-01-01T10:00:60",
):  # fmt: skip
    try:
        print(text, repr(datetime.fromisoformat(text)))
    except ValueError as error:
        print(text, "ValueError", error)


def attempt(name: str, work: Callable[[], object]) -> None:
    try:
        print(name, work())
    except Exception as error:
        print(name, type(error).__name__, error)


attempt("mixed order", lambda: naive < aware)
attempt("mixed difference", lambda: naive - aware)
attempt("with a date", lambda: naive < date(2024, 1, 1))
attempt("hour", lambda: datetime(2024, 1, 1, 24))
attempt("minute", lambda: datetime(2024, 1, 1, 0, 60))
attempt("second", lambda: datetime(2024, 1, 1, 0, 0, 60))
attempt("microsecond", lambda: datetime(2024, 1, 1, 0, 0, 0, 10**6))
attempt("fold", lambda: datetime(2024, 1, 1, fold=2))
attempt("over", lambda: datetime.max + timedelta(microseconds=1))
attempt("under", lambda: datetime.min - timedelta(days=1))
attempt("zone", lambda: timezone(timedelta(hours=24)))
attempt("timespec", lambda: naive.isoformat(timespec="days"))
attempt("nan", lambda: datetime.fromtimestamp(float("nan")))
attempt("far", lambda: datetime.fromtimestamp(1e12))
attempt("farther", lambda: datetime.fromtimestamp(1e20))


class Summer(tzinfo):
    """One hour ahead in winter, two from April to October (by the day, not the hour)."""

    def utcoffset(self, dt: datetime | None, /) -> timedelta:
        return timedelta(hours=1) + (self.dst(dt) or timedelta())

    def dst(self, dt: datetime | None, /) -> timedelta | None:
        return timedelta(hours=1) if dt is not None and 4 <= dt.month <= 9 else timedelta()

    def tzname(self, dt: datetime | None, /) -> str:
        return "SUMMER" if self.dst(dt) else "WINTER"


zone = Summer()
for month in (1, 3, 4, 7, 9, 10):
    local = datetime(2024, month, 1, 0, 30, tzinfo=zone)
    utc = local.astimezone(UTC)
    print(local, local.tzname(), local.dst(), utc, utc.astimezone(zone), local == utc, local.timetuple().tm_isdst)


class Stamp(datetime):
    """A subclass keeps its kind through arithmetic."""

    def tick(self) -> Stamp:
        return self + timedelta(seconds=1)


s = Stamp(2024, 1, 1, tzinfo=UTC)
print(repr(s), repr(s.tick().tick()), type(s.replace(hour=3)).__name__, type(Stamp.now()).__name__, s == datetime(2024, 1, 1, tzinfo=UTC))
print(type(s.astimezone(india)).__name__, Stamp.fromisoformat("2024-05-06T07:08:09"), Stamp.strptime("2024", "%Y"))
