"""Meetings over time zones: a zone with daylight saving of our own, fold, overlaps, free slots, stamps, ISO texts."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta, timezone, tzinfo
from functools import reduce

HOUR = timedelta(hours=1)
ZERO = timedelta(0)


def last_sunday(year: int, month: int) -> datetime:
    day = datetime(year, month, 31)
    return day - timedelta(days=(day.weekday() + 1) % 7)


class European(tzinfo):
    """Standard offset, and an hour more from the last Sunday of March, 1:00 UTC, to that of October."""

    def __init__(self, hours: int, name: str) -> None:
        self.standard, self.name = timedelta(hours=hours), name

    def _summer(self, moment: datetime) -> bool:
        wall = moment.replace(tzinfo=None)
        start = last_sunday(wall.year, 3) + HOUR + self.standard
        end = last_sunday(wall.year, 10) + HOUR + self.standard
        if start + HOUR <= wall < end:
            return True
        if end <= wall < end + HOUR:
            return not moment.fold
        return start <= wall < start + HOUR and bool(moment.fold)

    def utcoffset(self, moment: datetime | None) -> timedelta:
        return self.standard + self.dst(moment)

    def dst(self, moment: datetime | None) -> timedelta:
        return HOUR if moment is not None and self._summer(moment) else ZERO

    def tzname(self, moment: datetime | None) -> str:
        return self.name + ("S" if self.dst(moment) else "")

    def fromutc(self, moment: datetime) -> datetime:
        naive = moment.replace(tzinfo=None)
        summer = last_sunday(naive.year, 3) + HOUR <= naive < last_sunday(naive.year, 10) + HOUR
        wall = naive + self.standard + (HOUR if summer else ZERO)
        again = ZERO <= naive - (last_sunday(naive.year, 10) + HOUR) < HOUR
        return wall.replace(tzinfo=self, fold=int(again))

    def __repr__(self) -> str:
        return f"<{self.name}>"


UTC = timezone.utc
BERN = European(1, "BRN")
LONDON = European(0, "LON")
TOKYO = timezone(timedelta(hours=9), "TYO")
KATHMANDU = timezone(timedelta(hours=5, minutes=45))


@dataclass(frozen=True, order=True)
class Slot:
    start: datetime
    end: datetime

    def __post_init__(self) -> None:
        if self.end <= self.start:
            raise ValueError(f"ends before it starts: {self}")

    def __str__(self) -> str:
        return f"{self.start:%d. %H:%M}-{self.end:%H:%M %Z}"

    def __and__(self, other: Slot) -> Slot | None:
        start, end = max(self.start, other.start), min(self.end, other.end)
        return Slot(start, end) if start < end else None

    @property
    def length(self) -> timedelta:
        return self.end - self.start


def hours(zone: tzinfo, first: datetime, days: int, opened: time, closed: time) -> list[Slot]:
    out: list[Slot] = []
    for k in range(days):
        day = (first + timedelta(days=k)).date()
        if day.weekday() < 5:
            out.append(
                Slot(
                    datetime.combine(day, opened, zone).astimezone(UTC),
                    datetime.combine(day, closed, zone).astimezone(UTC),
                )
            )
    return out


def intersect(a: Iterable[Slot], b: Iterable[Slot]) -> list[Slot]:
    return sorted(c for x in a for y in list(b) if (c := x & y) is not None)


def merged(slots: Iterable[Slot]) -> Iterator[Slot]:
    current: Slot | None = None
    for slot in heapq.merge(sorted(slots)):
        if current is not None and slot.start <= current.end:
            current = Slot(current.start, max(current.end, slot.end))
        else:
            if current is not None:
                yield current
            current = slot
    if current is not None:
        yield current


def free(slots: Iterable[Slot], busy: Iterable[Slot]) -> Iterator[Slot]:
    taken = list(merged(busy))
    for slot in slots:
        at = slot.start
        for meeting in taken:
            if meeting.end <= at or meeting.start >= slot.end:
                continue
            if at < meeting.start:
                yield Slot(at, meeting.start)
            at = max(at, meeting.end)
        if at < slot.end:
            yield Slot(at, slot.end)


def main() -> None:
    first = datetime(2024, 3, 28)
    offices = [hours(z, first, 7, time(8), time(18, 30)) for z in (BERN, LONDON)] + [
        hours(TOKYO, first, 7, time(9), time(20))
    ]
    common = reduce(intersect, offices)
    print(*common, sep="\n")
    busy = [
        Slot(s.start + timedelta(minutes=m), s.start + timedelta(minutes=m + 25))
        for s in common
        for m in (0, 20, 70)
    ]
    for slot in free(common, busy):
        print(
            slot,
            slot.length,
            slot.start.astimezone(TOKYO).isoformat(),
            f"{slot.start.astimezone(BERN):%a %H:%M %Z %z}",
        )
    for text in ("2024-03-31T00:59", "2024-03-31T01:00", "2024-10-27T00:30", "2024-10-27T01:30:00.000001"):
        moment = datetime.fromisoformat(text).replace(tzinfo=UTC)
        local = moment.astimezone(BERN)
        print(
            local, local.fold, local.tzname(), local.astimezone(UTC) == moment, local.utcoffset(), repr(local)
        )
    twice = datetime(2024, 10, 27, 2, 30, tzinfo=BERN)
    again = twice.replace(fold=1)
    print(
        twice == again,
        again.timestamp() - twice.timestamp(),
        twice.utctimetuple()[:5],
        again - twice,
        twice.dst(),
    )
    print(
        datetime(2024, 3, 31, 2, 30, tzinfo=BERN).astimezone(UTC),
        datetime(2024, 3, 31, 2, 30, tzinfo=BERN, fold=1).astimezone(UTC),
    )
    moment = datetime(2024, 2, 29, 23, 59, 59, 999_999, tzinfo=KATHMANDU)
    print(
        moment,
        f"{moment:%H:%M:%S.%f %z %Z}",
        moment.astimezone(UTC),
        moment.isoformat(" ", "minutes"),
        moment.timetz(),
        moment.ctime(),
    )
    for text in (
        "2024-02-29 12:00+05:45",
        "20240229T120000Z",
        "2024-02-29T12:00:00.5-00:30",
        "2024-W09-4T10",
        "2024-02-30",
        "12:00",
        "2024-02-29T25",
    ):
        try:
            print(repr(datetime.fromisoformat(text)))
        except ValueError as error:
            print(error)
    stamps = [0, 86_399.999_999_5, 1e9 + 0.25, -1.5, 4_102_444_800]
    print([str(datetime.fromtimestamp(s, UTC)) for s in stamps], datetime.fromtimestamp(5, TOKYO).timestamp())
    print(
        sorted([twice, again, moment], key=datetime.timestamp)[0] is moment,
        max(moment, twice).year,
        hash(moment) == hash(moment.astimezone(UTC)),
    )
    tries: list[Callable[[], object]] = [
        lambda: twice < first, lambda: first - twice, lambda: first == twice, lambda: Slot(moment, moment), lambda: timezone(timedelta(hours=24)),
        lambda: datetime.strptime("31/02/24", "%d/%m/%y"), lambda: datetime.strptime("1 Mar 2024 +0130", "%d %b %Y %z"), lambda: datetime.max + HOUR,
    ]  # fmt: skip
    for attempt in tries:
        try:
            print(attempt())
        except (TypeError, ValueError, OverflowError) as error:
            print(type(error).__name__, error)


main()
