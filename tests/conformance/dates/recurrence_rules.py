"""Recurrence rules (RFC 5545 in part): parsed, checked, expanded lazily, merged into a calendar with exceptions."""

from __future__ import annotations

import heapq
import itertools
import operator
import re
import string
import textwrap
from abc import ABC, abstractmethod
from collections import ChainMap, Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import KW_ONLY, InitVar, dataclass, field, replace
from datetime import date, datetime, time, timedelta, timezone
from enum import Enum, IntEnum, unique
from functools import cache, cached_property, reduce, singledispatchmethod, total_ordering
from typing import Annotated, Any, Final, NamedTuple, Self, assert_never, overload

UTC = timezone.utc


@unique
class Weekday(IntEnum):
    MO, TU, WE, TH, FR, SA, SU = range(7)

    @classmethod
    def _missing_(cls, value: object) -> Weekday | None:
        if isinstance(value, str):
            return cls.__members__.get(value.upper())
        return None

    def __call__(self, nth: int) -> NthDay:
        return NthDay(self, nth)


class NthDay(NamedTuple):
    day: Weekday
    nth: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        if (found := re.fullmatch(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", text)) is None:
            raise ValueError(f"not a weekday: {text!r}")
        nth, name = found.groups(default="0")
        return cls(Weekday[name], int(nth))

    def __str__(self) -> str:
        return f"{self.nth or ''}{self.day.name}"

    def within(self, days: Sequence[date]) -> list[date]:
        """The days of this name, or the nth of them, in a month or a year."""
        matching = [d for d in days if d.weekday() == self.day]
        if not self.nth:
            return matching
        try:
            return [matching[self.nth - (self.nth > 0)]]
        except IndexError:
            return []


class Frequency(Enum):
    DAILY = "day"
    WEEKLY = "week"
    MONTHLY = "month"
    YEARLY = "year"

    def __init__(self, unit: str) -> None:
        self.unit = unit

    def adverb(self, interval: int) -> str:
        match interval:
            case 1:
                return f"every {self.unit}"
            case 2:
                return f"every other {self.unit}"
            case n:
                return f"every {n} {self.unit}s"


class RuleError(ValueError):
    def __init__(self, part: str, reason: str) -> None:
        super().__init__(part, reason)
        self.part, self.reason = part, reason

    def __str__(self) -> str:
        return f"{self.part}: {self.reason}"


Positive = Annotated[int, "> 0"]


@dataclass(frozen=True)
class Rule:
    frequency: Frequency
    _: KW_ONLY
    interval: Positive = 1
    count: int | None = None
    until: date | None = None
    by_day: tuple[NthDay, ...] = ()
    by_month_day: tuple[int, ...] = ()
    by_month: frozenset[int] = frozenset()
    positions: tuple[int, ...] = field(default=(), repr=False)

    def __post_init__(self) -> None:
        if self.interval < 1:
            raise RuleError("INTERVAL", f"{self.interval} is less than 1")
        if self.count is not None and self.until is not None:
            raise RuleError("COUNT", "given together with UNTIL")
        if any(d.nth for d in self.by_day) and self.frequency in (Frequency.DAILY, Frequency.WEEKLY):
            raise RuleError("BYDAY", f"{self.by_day[0]} in a {self.frequency.name.lower()} rule")

    @classmethod
    def parse(cls, text: str) -> Self:
        given: dict[str, str] = {}
        for part in text.removeprefix("RRULE:").split(";"):
            name, sep, value = part.partition("=")
            if not sep or name in given:
                raise RuleError(name, "twice" if sep else "no value")
            given[name] = value
        converters: dict[str, tuple[str, Callable[[str], Any]]] = {
            "INTERVAL": ("interval", int),
            "COUNT": ("count", int),
            "UNTIL": ("until", lambda v: datetime.strptime(v, "%Y%m%d").date()),
            "BYDAY": ("by_day", lambda v: tuple(map(NthDay.parse, v.split(",")))),
            "BYMONTHDAY": ("by_month_day", lambda v: tuple(int(n) for n in v.split(","))),
            "BYMONTH": ("by_month", lambda v: frozenset(map(int, v.split(",")))),
            "BYSETPOS": ("positions", lambda v: tuple(map(int, v.split(",")))),
        }
        try:
            frequency = Frequency[given.pop("FREQ")]
        except KeyError as error:
            raise RuleError("FREQ", f"unknown or missing: {error}") from None
        arguments: dict[str, Any] = {}
        for name, value in given.items():
            if name not in converters:
                raise RuleError(name, "not supported")
            target, convert = converters[name]
            try:
                arguments[target] = convert(value)
            except ValueError as error:
                raise RuleError(name, str(error)) from error
        return cls(frequency, **arguments)

    def __str__(self) -> str:
        words = [self.frequency.adverb(self.interval)]
        if self.by_day:
            words.append("on " + ", ".join(map(str, self.by_day)))
        if self.by_month_day:
            words.append("on the " + ", ".join(map(ordinal, self.by_month_day)))
        if self.by_month:
            words.append("in " + "/".join(f"{date(2000, m, 1):%b}" for m in sorted(self.by_month)))
        if self.count is not None:
            words.append(f"{self.count} times")
        elif self.until:
            words.append(f"until {self.until:%d.%m.%Y}")
        return " ".join(words)

    def periods(self, start: date) -> Iterator[Sequence[date]]:
        """The days of each day, week, month or year that the rule looks at."""
        match self.frequency:
            case Frequency.DAILY:
                for n in itertools.count(0, self.interval):
                    yield [start + timedelta(days=n)]
            case Frequency.WEEKLY:
                monday = start - timedelta(days=start.weekday())
                for n in itertools.count(0, self.interval):
                    yield [monday + timedelta(weeks=n, days=d) for d in range(7)]
            case Frequency.MONTHLY:
                for n in itertools.count(start.month - 1, self.interval):
                    years, month = divmod(n, 12)
                    yield month_days(start.year + years, month + 1)
            case Frequency.YEARLY:
                for year in itertools.count(start.year, self.interval):
                    yield [d for m in range(1, 13) for d in month_days(year, m)]
            case _ as never:
                assert_never(never)

    def chosen(self, days: Sequence[date], start: date) -> list[date]:
        if self.by_month:
            days = [d for d in days if d.month in self.by_month]
        if self.by_month_day:
            lengths = {(d.year, d.month): len(month_days(d.year, d.month)) for d in days}
            days = [
                d
                for d in days
                if d.day in self.by_month_day or d.day - lengths[d.year, d.month] - 1 in self.by_month_day
            ]
        if self.by_day:
            if self.frequency is Frequency.YEARLY and self.by_month:
                groups = [list(g) for _, g in itertools.groupby(days, key=operator.attrgetter("month"))]
            else:
                groups = [list(days)]
            days = sorted({d for g in groups for nth in self.by_day for d in nth.within(g)})
        elif not self.by_month_day:
            match self.frequency:
                case Frequency.WEEKLY:
                    days = [d for d in days if d.weekday() == start.weekday()]
                case Frequency.MONTHLY:
                    days = [d for d in days if d.day == start.day]
                case Frequency.YEARLY:
                    days = [
                        d
                        for d in days
                        if (d.month in self.by_month or d.month == start.month) and d.day == start.day
                    ]
        if self.positions:
            days = [days[p - (p > 0)] for p in self.positions if -len(days) <= p - (p > 0) < len(days)]
        return list(days)

    def dates(self, start: date) -> Iterator[date]:
        candidates = itertools.chain.from_iterable(self.chosen(p, start) for p in self.periods(start))
        later: Iterator[date] = itertools.dropwhile(lambda d: d < start, candidates)
        if self.until is not None:
            limit = self.until
            later = itertools.takewhile(lambda d: d <= limit, later)
        return itertools.islice(later, self.count)


def ordinal(n: int) -> str:
    if n < 0:
        return "last" if n == -1 else f"{ordinal(-n)} last"
    suffix = "th" if 10 <= n % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(n % 10, "th")
    return f"{n}{suffix}"


@cache
def month_days(year: int, month: int) -> tuple[date, ...]:
    first = date(year, month, 1)
    after = (first.replace(day=28) + timedelta(days=4)).replace(day=1)
    return tuple(first + timedelta(days=n) for n in range((after - first).days))


@total_ordering
class Occurrence:
    __slots__ = ("event", "begin", "moved")

    def __init__(self, event: Event, begin: datetime, moved: bool = False) -> None:
        self.event, self.begin, self.moved = event, begin, moved

    @property
    def end(self) -> datetime:
        return self.begin + self.event.length

    def _key(self) -> tuple[datetime, str]:
        return self.begin, self.event.title

    def __eq__(self, other: object) -> bool:
        return self._key() == other._key() if isinstance(other, Occurrence) else NotImplemented

    def __lt__(self, other: Occurrence) -> bool:
        return self._key() < other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __format__(self, spec: str) -> str:
        mark = "*" if self.moved else " "
        return f"{self.begin:{spec or '%Y-%m-%d %H:%M'}}{mark}{self.event.title} ({self.event.length})"


@dataclass(kw_only=True)
class Event(ABC):
    title: str
    begin: datetime
    hours: InitVar[float] = 1.0
    length: timedelta = field(init=False)

    def __post_init__(self, hours: float) -> None:
        self.length = timedelta(hours=hours)

    @abstractmethod
    def occurrences(self) -> Iterator[Occurrence]: ...


class Single(Event):
    def occurrences(self) -> Iterator[Occurrence]:
        yield Occurrence(self, self.begin)


@dataclass(kw_only=True)
class Recurring(Event):
    rule: Rule
    skipped: set[date] = field(default_factory=set)
    moved: dict[date, datetime] = field(default_factory=dict)

    def occurrences(self) -> Iterator[Occurrence]:
        for day in self.rule.dates(self.begin.date()):
            if day in self.skipped:
                continue
            if (other := self.moved.get(day)) is not None:
                yield Occurrence(self, other, moved=True)
            else:
                yield Occurrence(self, datetime.combine(day, self.begin.timetz()))

    def except_for(self, *days: date) -> Self:
        return replace(self, skipped=self.skipped | set(days), hours=self.length / timedelta(hours=1))


class Calendar:
    def __init__(self, *events: Event) -> None:
        self._events: list[Event] = []
        self.add(*events)

    @overload
    def add(self, *events: Event) -> None: ...
    @overload
    def add(self, first: str, /, *, begin: datetime, rule: str | None = None, hours: float = 1) -> Event: ...
    def add(self, *events: Any, **options: Any) -> Event | None:
        match events:
            case [str(title)]:
                rule = options.pop("rule", None)
                event: Event
                if rule is None:
                    event = Single(title=title, **options)
                else:
                    event = Recurring(title=title, rule=Rule.parse(rule), **options)
                self._events.append(event)
                return event
            case _:
                self._events.extend(events)
                return None

    def __iter__(self) -> Iterator[Occurrence]:
        return heapq.merge(*(e.occurrences() for e in self._events))

    @singledispatchmethod
    def __getitem__(self, key: Any) -> list[Occurrence]:
        raise TypeError(f"no occurrences by {type(key).__name__}")

    @__getitem__.register
    def _(self, key: date) -> list[Occurrence]:
        return [o for o in self.between(key, key + timedelta(days=1))]

    @__getitem__.register
    def _(self, key: slice) -> list[Occurrence]:
        return list(self.between(key.start, key.stop))

    def between(self, first: date, last: date) -> Iterator[Occurrence]:
        begin, end = (datetime.combine(d, time.min, UTC) for d in (first, last))
        for occurrence in self:
            if occurrence.begin >= end:
                return
            if occurrence.end > begin:
                yield occurrence

    def conflicts(self, first: date, last: date) -> Iterator[tuple[Occurrence, Occurrence]]:
        running: list[Occurrence] = []
        for occurrence in self.between(first, last):
            running = [r for r in running if r.end > occurrence.begin]
            yield from ((r, occurrence) for r in running)
            running.append(occurrence)


@contextmanager
def reporting(what: str) -> Iterator[None]:
    try:
        yield
    except (RuleError, TypeError) as error:
        cause = f" <- {error.__cause__!r}" if error.__cause__ else ""
        print(f"{what}: {type(error).__name__}: {error}{cause}")


def main() -> None:
    calendar = Calendar()
    nine = datetime(2024, 1, 29, 9, 30, tzinfo=UTC)
    standup = calendar.add("stand-up", begin=nine, rule="FREQ=WEEKLY;BYDAY=MO,WE,FR", hours=0.25)
    calendar.add(
        "pay day", begin=nine.replace(hour=0), rule="FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", hours=24
    )
    calendar.add("month's end", begin=nine + timedelta(days=2), rule="FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=4")
    calendar.add(
        "leap day", begin=datetime(2024, 2, 29, 12, tzinfo=UTC), rule="FREQ=YEARLY;COUNT=3", hours=2.5
    )
    review = Recurring(
        title="review",
        begin=nine.replace(hour=9, minute=40),
        rule=Rule(
            Frequency.WEEKLY, interval=2, by_day=(Weekday.FR(0), NthDay.parse("WE")), until=date(2024, 3, 1)
        ),
    )
    calendar.add(
        review.except_for(date(2024, 2, 14)), Single(title="party", begin=nine + timedelta(days=18), hours=3)
    )
    review.moved[date(2024, 2, 2)] = datetime(2024, 2, 3, 8, tzinfo=UTC)
    calendar.add(replace(review, title="moved review", hours=0.5))
    assert isinstance(standup, Recurring)
    print(standup.rule, "|", review.rule, "|", review.rule == replace(review.rule), sep=" ")
    for occurrence in calendar[date(2024, 1, 29) : date(2024, 2, 10)]:
        print(f"{occurrence:%a %d %b %H:%M}")
    print([f"{o}" for o in calendar[date(2024, 2, 29)]])
    clashes = Counter(
        (a.event.title, b.event.title) for a, b in calendar.conflicts(date(2024, 2, 1), date(2024, 3, 10))
    )
    for (a, b), n in sorted(clashes.items()):
        print(f"{a} / {b}: {n}")
    for text in (
        "FREQ=MONTHLY;BYDAY=-1FR;COUNT=4",
        "FREQ=YEARLY;BYMONTH=5,11;BYDAY=2SU;COUNT=5",
        "FREQ=DAILY;INTERVAL=10;UNTIL=20240310",
        "FREQ=YEARLY;BYDAY=1MO,-1MO;COUNT=4;INTERVAL=2",
        "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=5",
        "FREQ=YEARLY;COUNT=3",
        "FREQ=HOURLY",
        "FREQ=DAILY;COUNT=2;UNTIL=20250101",
        "FREQ=DAILY;BYDAY=8XX",
        "FREQ=WEEKLY;BYDAY=2MO",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=x",
        "FREQ=DAILY;WKST=MO",
        "FREQ",
    ):
        with reporting(text):
            rule = Rule.parse(text)
            print(f"{rule!s:<48}", *(f"{d:%d.%m.%y}" for d in rule.dates(date(2024, 2, 29))))
    with reporting("by name"):
        print(calendar["party"])
    wanted: Any = "sa"
    by_month: defaultdict[str, list[int]] = defaultdict(list)
    for day in itertools.islice(Rule.parse("FREQ=WEEKLY;INTERVAL=3").dates(date(2024, 1, 1)), 8):
        by_month[f"{day:%B}"].append(day.day)
    print(dict(by_month), repr(Weekday(wanted)), repr(Weekday(6)))
    print(textwrap.indent(repr(Rule.parse("FREQ=MONTHLY;BYDAY=1MO")), "  "))


main()
