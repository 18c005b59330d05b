"""A cron-like scheduler: field parsing with ranges and steps, next run by datetime arithmetic, missed runs."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import islice


class CronError(ValueError):
    pass


LIMITS = {"minute": (0, 59), "hour": (0, 23), "day": (1, 31), "month": (1, 12), "weekday": (0, 6)}
NAMES = {name: str(i) for i, name in enumerate("sun mon tue wed thu fri sat".split())}


def parse_field(text: str, name: str) -> frozenset[int]:
    low, high = LIMITS[name]
    found: set[int] = set()
    for part in text.split(","):
        span, slash, step = part.partition("/")
        try:
            by = int(step) if slash else 1
            if span == "*":
                first, last = low, high
            elif "-" in span:
                first, last = (int(NAMES.get(end, end)) for end in span.split("-"))
            else:
                first = int(NAMES.get(span, span))
                last = high if slash else first
        except ValueError as error:
            raise CronError(f"{name}: {part!r}") from error
        if not low <= first <= last <= high or by < 1:
            raise CronError(f"{name}: {first}-{last} outside {low}-{high}")
        found.update(range(first, last + 1, by))
    return frozenset(found)


@dataclass(frozen=True)
class Cron:
    fields: tuple[frozenset[int], ...]
    either_day: bool

    @classmethod
    def parse(cls, text: str) -> Cron:
        words = text.split()
        if len(words) != len(LIMITS):
            raise CronError(f"{len(words)} fields")
        return cls(tuple(map(parse_field, words, LIMITS)), words[2] != "*" and words[4] != "*")

    def fits_day(self, t: datetime) -> bool:
        day, weekday = t.day in self.fields[2], t.isoweekday() % 7 in self.fields[4]
        return day or weekday if self.either_day else day and weekday

    def after(self, t: datetime) -> Iterator[datetime]:
        t = t.replace(second=0, microsecond=0) + timedelta(minutes=1)
        minutes, hours, _, months, _ = self.fields
        stop = t + timedelta(days=366 * 5)
        while t < stop:
            if t.month not in months or not self.fits_day(t):
                t = t.replace(hour=0, minute=0) + timedelta(days=1)
            elif t.hour not in hours:
                t = t.replace(minute=0) + timedelta(hours=1)
            else:
                if t.minute in minutes:
                    yield t
                t += timedelta(minutes=1)


@dataclass(order=True)
class Entry:
    due: datetime
    name: str
    cron: Cron = field(compare=False, repr=False)
    job: Callable[[datetime], None] = field(compare=False, repr=False)


class Runner:
    def __init__(self, now: datetime) -> None:
        self.now = now
        self.heap: list[Entry] = []
        self.failures: list[tuple[str, Exception]] = []

    def add(self, name: str, text: str, job: Callable[[datetime], None]) -> None:
        cron = Cron.parse(text)
        due = next(cron.after(self.now), None)
        if due is None:
            raise CronError(f"{name} never runs")
        heapq.heappush(self.heap, Entry(due, name, cron, job))

    def run_until(self, stop: datetime) -> None:
        while self.heap and self.heap[0].due <= stop:
            entry = self.heap[0]
            self.now = entry.due
            try:
                entry.job(self.now)
            except Exception as error:
                self.failures.append((entry.name, error))
            entry.due = next(entry.cron.after(self.now))
            heapq.heapreplace(self.heap, entry)


start = datetime(2024, 2, 27, 22, 58, 31)
for text in ("*/20 23 * * *", "0 0 29 2 *", "30 6 1,15 * mon", "5-7 0 * 3 fri-sat", "59 23 31 12 *", "0 */6 * * 0"):
    runs = list(islice(Cron.parse(text).after(start), 4))
    print(f"{text:<20}", *(f"{t:%y-%m-%d %a %H:%M}" for t in runs))
log: list[str] = []
runner = Runner(start)
runner.add("hourly", "0 * * * *", lambda t: log.append(f"h{t.hour}"))
runner.add("often", "*/15 * * * *", lambda t: log.append(f"q{t.minute}"))


def picky(t: datetime) -> None:
    if t.hour % 2:
        raise RuntimeError(f"odd hour {t.hour}")
    log.append("picky")


runner.add("picky", "30 * * * *", picky)
runner.run_until(datetime(2024, 2, 28, 2, 0))
print(" ".join(log), runner.failures, runner.now, [e.name for e in sorted(runner.heap)])
print(runner.heap[0], Cron.parse("1 2 3 4 5") == Cron.parse("1 2 3 4 fri"))
for bad in ("* * * *", "61 * * * *", "5-1 * * * *", "x * * * *", "*/0 * * * *", "0 0 * * noday"):
    try:
        Cron.parse(bad)
    except CronError as error:
        print(bad, "->", error, repr(error.__cause__))
runner.add("never", "0 0 30 2 *", print)
