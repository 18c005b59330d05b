"""Calendars: month grids, ISO weeks, Easter by two algorithms, moon-free holidays, business days, durations in words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from itertools import count, islice


def month_grid(year: int, month: int, first: int = 0) -> Iterator[str]:
    start = date(year, month, 1)
    yield f"{start:%B %Y}".center(20).rstrip()
    yield " ".join(f"{date(2024, 1, 1 + (first + i) % 7):%a}"[:2] for i in range(7))
    cells = ["  "] * ((start.weekday() - first) % 7)
    day = start
    while day.month == month:
        cells.append(f"{day.day:2}")
        day += timedelta(days=1)
    for at in range(0, len(cells), 7):
        yield " ".join(cells[at : at + 7])


def easter(year: int) -> date:
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * l) // 433
    month = (h + l - 7 * m + 90) // 25
    return date(year, month, (h + l - 7 * m + 33 * month + 19) % 32)


def easter_gauss(year: int) -> date:
    a, b, c = year % 19, year % 4, year % 7
    k = year // 100
    p, q = (13 + 8 * k) // 25, k // 4
    m, n = (15 - p + k - q) % 30, (4 + k - q) % 7
    d = (19 * a + m) % 30
    e = (2 * b + 4 * c + 6 * d + n) % 7
    if d == 29 and e == 6:
        return date(year, 4, 19)
    if d == 28 and e == 6 and (11 * m + 11) % 30 < 19:
        return date(year, 4, 18)
    return date(year, 3, 22) + timedelta(days=d + e)


def holidays(year: int) -> dict[date, str]:
    sunday = easter(year)
    moving = {-2: "Good Friday", 1: "Easter Monday", 39: "Ascension", 50: "Whit Monday"}
    found = {sunday + timedelta(days=offset): name for offset, name in moving.items()}
    found |= {date(year, 1, 1): "New Year", date(year, 5, 1): "Labour Day", date(year, 12, 25): "Christmas"}
    return dict(sorted(found.items()))


def business_days(start: date, closed: set[date]) -> Iterator[date]:
    return (day for offset in count() if (day := start + timedelta(days=offset)).weekday() < 5 and day not in closed)


def in_words(span: timedelta) -> str:
    seconds = abs(int(span.total_seconds()))
    parts: list[str] = []
    for size, name in ((86400 * 7, "week"), (86400, "day"), (3600, "hour"), (60, "minute"), (1, "second")):
        number, seconds = divmod(seconds, size)
        if number:
            parts.append(f"{number} {name}{'s' * (number > 1)}")
    return (", ".join(parts[:-1]) + " and " + parts[-1] if len(parts) > 1 else "".join(parts) or "now") + (" ago" if span < timedelta() else "")


for line in month_grid(2024, 2):
    print(line)
for line in month_grid(2023, 10, first=6):
    print(line)
assert all(easter(y) == easter_gauss(y) for y in range(1700, 2300))
print([easter(y).isoformat() for y in (1818, 1943, 2000, 2024, 2038)], max(range(1900, 2100), key=lambda y: easter(y).timetuple().tm_yday))
for day, name in holidays(2025).items():
    print(f"{day:%a %d %b} {name:<14} week {day.isocalendar().week:>2} day {day.toordinal() - date(2025, 1, 1).toordinal() + 1}")
print([f"{d:%d.%m.}" for d in islice(business_days(date(2025, 4, 16), set(holidays(2025))), 6)])
for text in ("2020-12-31", "2021-01-03", "2021-01-04", "2024-12-30", "2027-01-01"):
    d = date.fromisoformat(text)
    iso = d.isocalendar()
    print(text, tuple(iso), f"{d:%G-W%V-%u %U %W %j}", date.fromisocalendar(*iso) == d)
for span in (timedelta(0), timedelta(seconds=61), timedelta(days=-15, hours=2), timedelta(weeks=1, milliseconds=999), timedelta(hours=25, minutes=1, seconds=1)):
    print(repr(span), "|", span, "|", in_words(span))
zone = timezone(timedelta(hours=5, minutes=45), "NPT")
moment = datetime(2024, 2, 29, 23, 59, 59, 999_999, zone)
print(moment, moment.astimezone(timezone.utc).isoformat(timespec="milliseconds"), moment.utcoffset(), moment.tzname(), (moment + timedelta(microseconds=1)).date(), moment.strftime("%Z %z %f %I %p %%"))
print(moment.replace(year=2023))
