"""Progressive taxes by brackets, payroll with overtime, and a comparison of what bisect, loops and recursion give."""

from __future__ import annotations

from bisect import bisect, bisect_left
from dataclasses import dataclass
from itertools import accumulate
from operator import attrgetter, itemgetter
from typing import Final

BRACKETS: Final = ((0, 0), (11_295, 11), (28_798, 30), (82_342, 41), (177_107, 45))
LIMITS: Final = tuple(map(itemgetter(0), BRACKETS))


def by_loop(income: int) -> int:
    tax = 0
    for (low, rate), high in zip(BRACKETS, (*LIMITS[1:], None)):
        top = income if high is None else min(income, high)
        if top > low:
            tax += (top - low) * rate
    return tax


BASES: Final = tuple(accumulate((by_loop(limit) - by_loop(previous) for previous, limit in zip((0, *LIMITS), LIMITS)), initial=0))[1:]


def by_bisect(income: int) -> int:
    place = bisect(LIMITS, income) - 1
    return BASES[place] + (income - LIMITS[place]) * BRACKETS[place][1] if place >= 0 else 0


def by_recursion(income: int, place: int = len(BRACKETS) - 1) -> int:
    if place < 0:
        return 0
    low, rate = BRACKETS[place]
    return max(0, income - low) * rate + by_recursion(min(income, low), place - 1)


@dataclass(order=True, slots=True)
class Employee:
    name: str
    hourly: int
    hours: float
    dependants: int = 0

    def gross(self) -> int:
        regular, extra = min(self.hours, 35), max(0.0, self.hours - 35)
        return round((regular + 1.25 * min(extra, 8) + 1.5 * max(0.0, extra - 8)) * self.hourly * 52)

    def net(self) -> int:
        parts = 1 + 0.5 * self.dependants
        gross = self.gross() // 100
        return gross - int(by_loop(int(gross / parts)) * parts) // 100


for income in (-5, 0, 11_295, 11_296, 28_798, 50_000, 82_343, 177_107, 1_000_000):
    results = {by_loop(income), by_bisect(income), by_recursion(income)}
    assert len(results) == 1, (income, results)
    tax = results.pop()
    share = f"{tax / 100 / income:7.3%}" if income > 0 else "      -"
    print(f"{income:>10,} {tax / 100:>12,.2f} {share} {bisect_left(LIMITS, income)} {bisect(LIMITS, income)}")
print(BASES, LIMITS)
staff = [Employee("Zoë", 2150, 35), Employee("ann", 3899, 46.5, 2), Employee("Bo", 8000, 20.25, 1), Employee("Cy", 1200, 35.0)]
for person in sorted(staff, key=attrgetter("hourly", "name"), reverse=True):
    print(f"{person.name:<5}{person.gross() / 100:>12_.2f}{person.net():>10_d}  {person!r}")
print(max(staff).name, min(staff, key=Employee.net).name, [p.name for p in sorted(staff)], staff[0] < staff[3], Employee("Cy", 1200, 35) == staff[3])
ranks = {p.name: place for place, p in enumerate(sorted(staff, key=Employee.gross), start=1)}
print(ranks, *(f"{p.name}:{p.gross():+.2e}" for p in staff))
totals = list(accumulate(map(Employee.net, staff)))
print(totals, list(accumulate(totals, max)), list(accumulate("abc", lambda a, b: b + a)), [*accumulate([1, 2, 3], initial=100)])
raise SystemExit(f"budget exceeded by {totals[-1] - 100_000:,}")
