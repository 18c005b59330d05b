"""Room booking with recurring events, exceptions, time zones as offsets, free slots and conflict reports."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, timezone
from functools import partial
from itertools import count, islice, takewhile

UTC = timezone.utc
ZONES = {
    "utc": UTC,
    "berlin": timezone(timedelta(hours=1), "CET"),
    "delhi": timezone(timedelta(hours=5, minutes=30), "IST"),
}


@dataclass(frozen=True)
class Slot:
    start: datetime
    end: datetime

    def __lt__(self, other: Slot) -> bool:
        return (self.start, self.end) < (other.start, other.end)

    def __and__(self, other: Slot) -> Slot | None:
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Slot(start, end) if start < end else None

    def __str__(self) -> str:
        return f"{self.start:%a %d %H:%M}-{self.end:%H:%M}"


@dataclass(frozen=True)
class Rule:
    """DAILY, WEEKLY:MO,WE or MONTHLY:2TU (the second Tuesday), and -1FR for the last Friday."""

    text: str
    interval: int = 1

    DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

    def dates(self, first: date) -> Iterator[date]:
        kind, _, rest = self.text.partition(":")
        match kind:
            case "ONCE":
                return iter([first])
            case "DAILY":
                return (first + timedelta(days=n * self.interval) for n in count())
            case "WEEKLY":
                wanted = {self.DAYS.index(name) for name in rest.split(",")} if rest else {first.weekday()}
                monday = first - timedelta(days=first.weekday())
                weeks = (monday + timedelta(weeks=n * self.interval) for n in count())
                days = (week + timedelta(days=d) for week in weeks for d in sorted(wanted))
                return (day for day in days if day >= first)
            case "MONTHLY":
                return self.monthly(first, int(rest[:-2]), self.DAYS.index(rest[-2:]))
        raise ValueError(f"unknown rule {self.text!r}")

    def monthly(self, first: date, which: int, weekday: int) -> Iterator[date]:
        for n in count():
            month = first.month - 1 + n * self.interval
            start = date(first.year + month // 12, month % 12 + 1, 1)
            days = [start + timedelta(days=d) for d in range(31)]
            days = [d for d in days if d.month == start.month and d.weekday() == weekday]
            day = days[which - 1] if which > 0 else days[which]
            if day >= first:
                yield day


@dataclass
class Meeting:
    title: str
    first: date
    at: time
    minutes: int
    zone: timezone = UTC
    rule: Rule = Rule("ONCE")
    until: date | None = None
    skipped: set[date] = field(default_factory=set)
    moved: dict[date, datetime] = field(default_factory=dict)

    def slots(self) -> Iterator[Slot]:
        days = self.rule.dates(self.first)
        if self.until is not None:
            days = takewhile(partial(date.__ge__, self.until), days)
        for day in days:
            if day in self.skipped:
                continue
            start = self.moved.get(day, datetime.combine(day, self.at, self.zone)).astimezone(UTC)
            yield Slot(start, start + timedelta(minutes=self.minutes))


class Conflict(Exception):
    def __init__(self, wanted: Meeting, found: Meeting, slot: Slot) -> None:
        super().__init__(f"{wanted.title} meets {found.title} on {slot}")


@dataclass
class Room:
    name: str
    meetings: list[Meeting] = field(default_factory=list)

    def agenda(self, end: datetime) -> Iterator[tuple[Slot, str]]:
        streams = [
            ((slot, m.title) for slot in takewhile(lambda s: s.start < end, m.slots())) for m in self.meetings
        ]
        return heapq.merge(*streams)

    def book(self, meeting: Meeting, horizon: int = 60) -> None:
        end = datetime.combine(meeting.first, time(), UTC) + timedelta(days=horizon)
        mine = list(takewhile(lambda s: s.start < end, meeting.slots()))
        for other in self.meetings:
            for theirs in takewhile(lambda s: s.start < end, other.slots()):
                for slot in mine:
                    if (common := slot & theirs) is not None:
                        raise Conflict(meeting, other, common)
        self.meetings.append(meeting)

    def free(self, day: date, first: int, last: int, minutes: int) -> list[Slot]:
        at = datetime.combine(day, time(first), UTC)
        end = datetime.combine(day, time(last), UTC)
        found = []
        for slot, _ in self.agenda(end):
            if slot.end > at:
                if slot.start - at >= timedelta(minutes=minutes):
                    found.append(Slot(at, slot.start))
                at = max(at, slot.end)
        if end - at >= timedelta(minutes=minutes):
            found.append(Slot(at, end))
        return found


def show(items: Iterable[object], limit: int = 6) -> str:
    return ", ".join(map(str, islice(items, limit)))


room = Room("Ada")
start = date(2024, 2, 26)
for meeting in [
    Meeting(
        "standup",
        start,
        time(9, 30),
        15,
        ZONES["berlin"],
        Rule("WEEKLY:MO,TU,WE,TH,FR"),
        skipped={date(2024, 2, 28)},
    ),
    Meeting("board", start, time(14), 120, rule=Rule("MONTHLY:-1TH"), until=date(2024, 6, 30)),
    Meeting("delhi call", start, time(13, 45), 45, ZONES["delhi"], Rule("WEEKLY", 2)),
    Meeting("lunch", start, time(12), 60, ZONES["berlin"], Rule("DAILY", 2)),
    Meeting("clash", date(2024, 2, 29), time(15, 59), 30),
    Meeting(
        "retro",
        start,
        time(10),
        30,
        rule=Rule("MONTHLY:2TU"),
        moved={date(2024, 3, 12): datetime(2024, 3, 13, 18, tzinfo=UTC)},
    ),
    Meeting("odd", start, time(1), 5, rule=Rule("YEARLY")),
    Meeting("retro again", date(2024, 3, 13), time(18, 10), 10),
]:
    try:
        room.book(meeting)
        print(f"{meeting.title}: {show(meeting.slots(), 4)}")
    except Conflict as conflict:
        print("conflict:", conflict)
    except ValueError as error:
        print("error:", error)
for slot, title in room.agenda(datetime(2024, 3, 2, tzinfo=UTC)):
    print(f"   {slot} {title:<12}{slot.start.astimezone(ZONES['delhi']):%H:%M %Z}")
print(
    show(room.free(date(2024, 2, 29), 8, 18, 30)),
    "|",
    show(room.free(date(2024, 2, 28), 8, 12, 200)),
    "|",
    room.free(date(2024, 2, 29), 14, 16, 1),
)
print(
    show(Rule("MONTHLY:5FR").dates(date(2024, 3, 1)), 1),
    show(Rule("WEEKLY:SU,SA").dates(start), 4),
    min(Slot(datetime.max, datetime.max), Slot(datetime.min, datetime.max)).start.year,
)
print(show(Rule("MONTHLY:5FR").dates(date(2024, 4, 1)), 1))
