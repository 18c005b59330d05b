"""Timesheets: clock-ins parsed from text, breaks taken off, hours rounded and summed by week."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Literal

SHEET = """
2024-03-04 ann in 08:58
2024-03-04 bob in 09:30
2024-03-04 ann out 12:31
2024-03-04 ann in 13:02
2024-03-04 ann out 18:47
2024-03-04 bob out 17:00
2024-03-05 ann in 22:10
2024-03-06 ann out 06:05
# a comment
2024-03-09 bob in 10:00
2024-03-09 bob in 10:05
2024-03-09 bob out 13:20
2024-03-11 ann out 09:00
2024-03-12 bob in 7:77
2024-03-12 carl in 09:00
nonsense
"""
ENTRY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d) (?P<who>\w+) (?P<kind>in|out) (?P<clock>\d+:\d+)")


@dataclass
class Span:
    who: str
    start: datetime
    end: datetime

    @property
    def length(self) -> timedelta:
        return self.end - self.start

    def rounded(self, minutes: int = 15) -> timedelta:
        unit = timedelta(minutes=minutes)
        whole, rest = divmod(self.length, unit)
        return unit * (whole + (rest * 2 >= unit))


@dataclass
class Clock:
    open: dict[str, datetime] = field(default_factory=dict)
    spans: list[Span] = field(default_factory=list)
    problems: list[tuple[int, str]] = field(default_factory=list)

    def read(self, text: str) -> Clock:
        for number, line in enumerate(text.splitlines()):
            if not line or line.startswith("#"):
                continue
            try:
                self.entry(line)
            except ValueError as error:
                self.problems.append((number, str(error)))
        for who in sorted(self.open):
            self.problems.append((-1, f"{who} never left"))
        return self

    def entry(self, line: str) -> None:
        if (found := ENTRY.fullmatch(line)) is None:
            raise ValueError(f"cannot read {line!r}")
        hours, minutes = (int(part) for part in found["clock"].split(":"))
        day = date.fromisoformat(found["day"])
        moment = datetime(day.year, day.month, day.day, hours, minutes)
        kind: Literal["in", "out"] = "in" if found["kind"] == "in" else "out"
        who = found["who"]
        if kind == "in":
            if who in self.open:
                raise ValueError(f"{who} is in since {self.open[who]:%H:%M}")
            self.open[who] = moment
        elif (start := self.open.pop(who, None)) is None:
            raise ValueError(f"{who} was not in")
        else:
            self.spans.append(Span(who, start, moment))

    def weeks(self) -> Iterator[tuple[str, int, timedelta]]:
        def key(span: Span) -> tuple[str, int]:
            return span.who, span.start.isocalendar().week

        for (who, week), spans in groupby(sorted(self.spans, key=key), key):
            yield who, week, sum((s.rounded() for s in spans), timedelta())


def hours(length: timedelta) -> str:
    minutes = length // timedelta(minutes=1)
    return f"{minutes // 60}:{minutes % 60:02}"


clock = Clock().read(SHEET)
for span in clock.spans:
    night = " overnight" if span.start.date() != span.end.date() else ""
    print(
        f"{span.who:<4} {span.start:%a %d %H:%M}-{span.end:%H:%M} {hours(span.length):>6} {hours(span.rounded())}{night}"
    )
for who, week, total in clock.weeks():
    extra = max(total - timedelta(hours=10), timedelta())
    print(f"week {week} {who}: {hours(total)} ({total / timedelta(hours=1):.2f} h), over {hours(extra)}")
for number, problem in clock.problems:
    print("line", number, problem)
per_day: defaultdict[date, dict[str, timedelta]] = defaultdict(dict)
for span in clock.spans:
    row = per_day[span.start.date()]
    row[span.who] = row.get(span.who, timedelta()) + span.length
for day, row in per_day.items():
    print(
        day.isoformat(),
        {who: hours(length) for who, length in sorted(row.items())},
        max(row, key=row.__getitem__),
    )
