"""Time cards to pay slips: shifts over midnight, overtime tiers, holidays, rounding rules, errors collected per person."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from fractions import Fraction
from itertools import groupby

HOLIDAYS = {date(2024, 5, 1), date(2024, 5, 9)}


class TimecardError(ValueError):
    def __init__(self, who: str, problem: str) -> None:
        super().__init__(f"{who}: {problem}")
        self.who = who


@dataclass(frozen=True, order=True)
class Shift:
    start: datetime
    end: datetime
    pause: int = 0

    @property
    def minutes(self) -> int:
        return int((self.end - self.start).total_seconds()) // 60 - self.pause

    def overlaps(self, other: Shift) -> bool:
        return self.start < other.end and other.start < self.end

    def split(self) -> Iterator[tuple[date, int]]:
        """Minutes by the day they fall on; the pause is taken from the longest part."""
        parts: list[tuple[date, int]] = []
        at = self.start
        while at < self.end:
            midnight = datetime.combine(at.date() + timedelta(days=1), datetime.min.time())
            until = min(midnight, self.end)
            parts.append((at.date(), int((until - at).total_seconds()) // 60))
            at = until
        longest = max(range(len(parts)), key=lambda i: parts[i][1])
        for index, (day, minutes) in enumerate(parts):
            yield day, minutes - (self.pause if index == longest else 0)


@dataclass
class Employee:
    name: str
    cents_per_hour: int
    shifts: list[Shift] = field(default_factory=list)

    def punch(self, text: str) -> None:
        day, hours, *pause = text.split()
        first, last = hours.split("-")
        start = datetime.fromisoformat(f"2024-{day}T{first}")
        end = datetime.fromisoformat(f"2024-{day}T{last}")
        if end <= start:
            end += timedelta(days=1)
        shift = Shift(start, end, int(pause[0]) if pause else 0)
        if shift.minutes <= 0:
            raise TimecardError(self.name, f"the pause of {shift.pause} is longer than the shift")
        for other in self.shifts:
            if shift.overlaps(other):
                raise TimecardError(
                    self.name, f"{day} {hours} overlaps {other.start:%m-%d %H:%M}-{other.end:%H:%M}"
                )
        self.shifts.append(shift)


@dataclass
class Slip:
    name: str
    minutes: int = 0
    lines: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))

    @property
    def gross(self) -> int:
        return sum(self.lines.values())


TIERS: list[tuple[int, Fraction]] = [
    (38 * 60, Fraction(1)),
    (48 * 60, Fraction(5, 4)),
    (10**6, Fraction(3, 2)),
]


def cents(amount: Fraction) -> int:
    """Half a cent goes to the employee."""
    return (amount.numerator * 2 + amount.denominator) // (amount.denominator * 2)


def week(day: date) -> tuple[int, int]:
    year, number, _ = day.isocalendar()
    return year, number


def pay(employee: Employee) -> Slip:
    slip = Slip(employee.name)
    rate = Fraction(employee.cents_per_hour, 60)
    worked = sorted(part for shift in employee.shifts for part in shift.split())
    for _, parts in groupby(worked, key=lambda part: week(part[0])):
        done = 0
        for day, minutes in parts:
            slip.minutes += minutes
            left = minutes
            for limit, factor in TIERS:
                here = max(0, min(left, limit - done))
                if here:
                    label = "normal" if factor == 1 else f"overtime {float(factor - 1):.0%}"
                    slip.lines[label] += cents(here * rate * factor)
                    done += here
                    left -= here
            if day in HOLIDAYS:
                slip.lines["holiday 100%"] += cents(minutes * rate)
            elif day.weekday() == 6:
                slip.lines["sunday 50%"] += cents(minutes * rate / 2)
    return slip


def slips(staff: Iterable[Employee], cards: Iterable[str]) -> list[Slip]:
    by_name = {e.name: e for e in staff}
    problems: list[Exception] = []
    for card in cards:
        name, _, rest = card.partition(" ")
        try:
            by_name[name].punch(rest)
        except KeyError:
            problems.append(LookupError(f"nobody is called {name}"))
        except ValueError as error:
            problems.append(error)
    if problems:
        for problem in problems:
            print("   !", type(problem).__name__, problem)
    return [pay(e) for e in by_name.values()]


STAFF = [Employee("ann", 2150), Employee("bob", 1733), Employee("cy", 100)]
CARDS = [f"ann 05-{day:02} 08:00-17:{30 + day} 45" for day in range(6, 12)] + [
    "bob 04-30 22:00-06:00 30", "bob 05-05 13:00-13:00", "bob 05-06 00:00-04:00", "bob 05-09 09:00-10:00 60",
    "bob 05-32 09:00-10:00", "zed 05-01 09:00-10:00", "bob 05-07 9-10", "cy 05-12 10:00-10:01", "cy 05-13 10:00-10:18",
]  # fmt: skip
for slip in slips(STAFF, CARDS):
    print(f"{slip.name}: {slip.minutes // 60}:{slip.minutes % 60:02} hours, {slip.gross / 100:,.2f}")
    for label, amount in sorted(slip.lines.items()):
        print(f"   {label:<14}{amount / 100:>10.2f}")
print(list(Shift(datetime(2024, 1, 1, 23), datetime(2024, 1, 3, 1), 90).split()))
print([cents(Fraction(n, 4)) for n in range(-3, 4)], week(date(2024, 12, 30)), week(date(2021, 1, 3)))
Employee("dee", 1).punch("05-01 10:00-10:30 31")
