"""date: calendar arithmetic, ISO weeks, text both ways, comparison, errors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

for d in (date(2024, 2, 29), date(1, 1, 1), date(9999, 12, 31), date(1999, 12, 31), date(2000, 1, 1)):
    print(repr(d), str(d), d.isoformat(), d.ctime(), d.toordinal(), d.weekday(), d.isoweekday())
    print("  ", d.isocalendar(), tuple(d.isocalendar()), d.timetuple())
    print("  ", d.strftime("%Y-%m-%d %j %U %W %V %G %u %w %a %A %b %B %y %C %e %-d %-m %%"), f"{d:%d.%m.%Y}", f"{d}")

start = date(2023, 12, 25)
for step in range(0, 15, 2):
    day = start + timedelta(days=step)
    year, week, weekday = day.isocalendar()
    print(day, week, weekday, day - start, (start - day).days, year == day.isocalendar().year)
print(start - timedelta(365), timedelta(1) + start, start + timedelta(hours=47), start - timedelta(hours=-25))
print(start.replace(month=2), start.replace(day=1, year=1), start.replace())
print(start < date(2024, 1, 1), start <= start, start > date.min, start >= date.max, start == date(2023, 12, 25))
print(date.min, date.max, date.resolution, date.fromordinal(738000), date.fromtimestamp(1700000000))
print(date.fromisoformat("2024-03-10"), date.fromisoformat("20240310"), date.fromisoformat("2024-W10-7"))
print(date.fromisoformat("2024W107"), date.fromisoformat("2024-W10"), date.fromisocalendar(2020, 53, 7))
print(date(2024, 1, 1) == "2024-01-01", date(2024, 1, 1) != date(2024, 1, 2))
days = {date(2024, 1, n): n * n for n in range(1, 4)}
print(days[date(2024, 1, 2)], date(2024, 1, 3) in days, sorted(days, reverse=True))


def attempt(name: str, work: Callable[[], object]) -> None:
    try:
        print(name, work())
    except Exception as error:
        print(name, type(error).__name__, error)


attempt("year", lambda: date(0, 1, 1))
attempt("month", lambda: date(2024, 13, 1))
attempt("day", lambda: date(2023, 2, 29))
attempt("replace", lambda: date(2024, 2, 29).replace(year=2023))
attempt("over", lambda: date.max + timedelta(1))
attempt("under", lambda: date.min - timedelta(1))
attempt("ordinal", lambda: date.fromordinal(0))
attempt("week", lambda: date.fromisocalendar(2021, 53, 1))
attempt("weekday", lambda: date.fromisocalendar(2021, 1, 8))
for text in ("2024-13-01", "2024-1-1", "x", "2024-02-30", "2024-W54-1", "202401", "2024/01/01", ""):
    attempt(text, lambda: date.fromisoformat(text))


def easter(year: int) -> date:
    """Gauss, in the form of Meeus."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def workdays(first: date, last: date) -> int:
    return sum(1 for n in range((last - first).days + 1) if (first + timedelta(n)).weekday() < 5)


print([str(easter(y)) for y in range(2020, 2027)], workdays(date(2024, 1, 1), date(2024, 12, 31)))


class Holiday(date):
    """A day with a longer name for itself."""

    def label(self) -> str:
        return f"holiday on {self:%d %B}"


h = Holiday(2024, 12, 24)
print(repr(h), (h + timedelta(1)).label(), type(h.replace(day=31)).__name__, Holiday.fromordinal(738000), h == date(2024, 12, 24))
