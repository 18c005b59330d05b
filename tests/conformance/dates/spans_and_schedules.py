"""timedelta in use: parsing and printing spans, arithmetic at the edges, back-off, rates, cron-like clocks, timesheets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import reduce
from itertools import accumulate, groupby, islice, pairwise
from operator import add
from typing import Final

UNITS: Final = {"w": 7 * 86400, "d": 86400, "h": 3600, "m": 60, "s": 1}
SPAN: Final = re.compile(
    r"""(?P<sign>-)?                # all of it is negative
        (?:(?P<w>\d+)\s*w(?:eeks?)?)?\s*
        (?:(?P<d>\d+)\s*d(?:ays?)?)?\s*
        (?:(?P<h>\d+)\s*h(?:ours?)?)?\s*
        (?:(?P<m>\d+)\s*m(?:in(?:utes?)?)?)?\s*
        (?:(?P<s>\d+(?:\.\d+)?)\s*s(?:ec(?:onds?)?)?)?""",
    re.VERBOSE | re.IGNORECASE,
)


def parse(text: str) -> timedelta:
    found = SPAN.fullmatch(text.strip())
    if found is None or not any(found.group(*UNITS)):
        raise ValueError(f"not a span: {text!r}")
    seconds = sum((float(found[u] or 0) * size for u, size in UNITS.items()), 0.0)
    return timedelta(seconds=-seconds if found["sign"] else seconds)


def brief(span: timedelta, parts: int = 2) -> str:
    if span < timedelta(0):
        return "-" + brief(-span, parts)
    rest = span.days * 86400 + span.seconds
    out: list[str] = []
    for unit, size in UNITS.items():
        n, rest = divmod(rest, size)
        if n:
            out.append(f"{n}{unit}")
    return " ".join(out[:parts]) or (f"{span / timedelta(milliseconds=1):g}ms" if span else "0s")


def ago(then: datetime, now: datetime) -> str:
    span = now - then
    for limit, name, unit in (
        (60, "second", 1),
        (3600, "minute", 60),
        (86400, "hour", 3600),
        (86400 * 30, "day", 86400),
    ):
        if abs(span.total_seconds()) < limit:
            n = int(abs(span) / timedelta(seconds=unit))
            words = f"{n} {name}{'s' * (n != 1)}"
            return f"{words} ago" if span >= timedelta() else f"in {words}"
    return f"on {then:%d %b}"


def back_off(first: timedelta, limit: timedelta, factor: float = 2.5) -> Iterator[timedelta]:
    span = first
    while True:
        yield min(span, limit)
        span *= factor


class Clock:
    """Minutes, hours and weekdays as sets; '*' and '*/n' and 'a-b' and lists."""

    def __init__(self, text: str) -> None:
        minutes, hours, days = text.split()
        self.minutes, self.hours, self.days = (
            self.field(f, n) for f, n in ((minutes, 60), (hours, 24), (days, 7))
        )

    @staticmethod
    def field(text: str, size: int) -> frozenset[int]:
        values: set[int] = set()
        for part in text.split(","):
            part, _, step = part.partition("/")
            low, _, high = ("0", "-", str(size - 1)) if part == "*" else part.partition("-")
            found = range(int(low), int(high or low) + 1, int(step or 1))
            if not found or found[-1] >= size:
                raise ValueError(f"{text!r} is outside of 0-{size - 1}")
            values.update(found)
        return frozenset(values)

    def after(self, moment: datetime) -> Iterator[datetime]:
        moment = moment.replace(second=0, microsecond=0)
        while True:
            moment += timedelta(minutes=1)
            if moment.weekday() not in self.days:
                moment = datetime.combine(moment.date(), time(23, 59))
            elif moment.hour not in self.hours:
                moment = moment.replace(minute=59)
            elif moment.minute in self.minutes:
                yield moment


def timesheet(lines: str) -> dict[date, timedelta]:
    total: defaultdict[date, timedelta] = defaultdict(timedelta)
    stamps = [
        (datetime.strptime(line[:14], "%y-%m-%d %H:%M"), line[15:]) for line in lines.strip().splitlines()
    ]
    for (start, what), (end, _) in pairwise(stamps):
        if what != "out":
            total[start.date()] += end - start
    return total


def main() -> None:
    for text in (
        "1w 2d 3h",
        "90m",
        "-1h30m",
        "1.5s",
        "36 hours",
        "2 DAYS 5 sec",
        "0s",
        "",
        "5",
        "1h 2w",
        "250000d",
    ):
        try:
            span = parse(text)
            print(f"{text!r:16} {span!s:>22} {span!r} {brief(span)} | {brief(span, 9)}")
        except ValueError as error:
            print(error)
    edge = [
        timedelta.max,
        timedelta.min,
        timedelta.resolution,
        -timedelta.resolution,
        timedelta(-1, 86399, 999999),
    ]
    for span in edge:
        print(repr(span), span, span.total_seconds(), bool(span), span.days)
    day = timedelta(days=1)
    print(
        day / 7,
        day // 7,
        day % timedelta(hours=5),
        divmod(-day, timedelta(hours=7)),
        day / timedelta(minutes=1),
        -day // timedelta(7),
    )
    print(
        timedelta(0.5) * 3,
        1.5 * day,
        day * 0.1,
        timedelta(microseconds=0.5),
        timedelta(microseconds=1.5),
        timedelta(milliseconds=-0.0015),
    )
    print(
        timedelta(weeks=1, days=-8, hours=25),
        abs(timedelta(-1)),
        +day is day,
        day == timedelta(hours=24),
        hash(day) == hash(timedelta(1)),
    )
    print([brief(s) for s in islice(back_off(timedelta(milliseconds=120), timedelta(minutes=2)), 10)])
    print(
        reduce(add, (timedelta(seconds=n) for n in range(100))),
        sum([day, day], timedelta()),
        [*accumulate([day] * 3)][-1],
    )
    now = datetime(2024, 7, 1, 12)
    for text in ("0s", "59s", "1m", "3h", "-26h", "40d", "29d", "1.9s"):
        print(ago(now - parse(text), now), end="; ")
    print()
    for rule in ("*/20 9-17/4 0-4", "59 23 6", "5,7 0 *", "0 * 5-6", "60 1 1", "1 5-3 1"):
        try:
            print(
                rule,
                [f"{m:%a %d %H:%M}" for m in islice(Clock(rule).after(datetime(2024, 2, 28, 17, 20, 59)), 5)],
            )
        except ValueError as error:
            print(error)
    sheet = timesheet("""
24-03-01 08:00 mail
24-03-01 09:15 code
24-03-01 12:00 out
24-03-01 12:45 code
24-03-01 23:30 deploy
24-03-02 00:30 out
24-03-04 10:10 review
24-03-04 10:40 out""")
    for week, days in groupby(sheet.items(), key=lambda item: item[0].isocalendar().week):
        print(week, {f"{d:%a}": str(t) for d, t in days})
    tries: list[Callable[[], object]] = [
        lambda: timedelta.max + timedelta.resolution, lambda: timedelta(days=10**9), lambda: day / timedelta(), lambda: day // 0,
        lambda: day * float("nan"), lambda: day * float("inf"), lambda: timedelta(days=float("nan")), lambda: -timedelta.min,
    ]  # fmt: skip
    for attempt in tries:
        try:
            print(attempt())
        except (OverflowError, ValueError, ZeroDivisionError) as error:
            print(type(error).__name__, error)


main()
