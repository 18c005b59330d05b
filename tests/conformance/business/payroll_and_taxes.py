"""Payroll: employees of several kinds by inheritance, tax brackets, pay slips with aligned columns, a report as CSV."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import singledispatch
from io import StringIO
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any, NamedTuple


class Bracket(NamedTuple):
    above: int
    percent: int


BRACKETS = [Bracket(0, 10), Bracket(100_000, 20), Bracket(300_000, 37), Bracket(800_000, 45)]


def tax(cents: int) -> int:
    total = 0
    for bracket, following in pairwise([*BRACKETS, Bracket(10**15, 0)]):
        if cents <= bracket.above:
            break
        total += (min(cents, following.above) - bracket.above) * bracket.percent
    return (total + 50) // 100


@dataclass
class Employee:
    name: str
    team: str
    extras: dict[str, int] = field(default_factory=dict, kw_only=True)

    def gross(self) -> int:
        return sum(self.extras.values())

    def slip(self) -> PaySlip:
        gross = self.gross()
        return PaySlip(self, gross, tax(gross))


@dataclass
class Salaried(Employee):
    yearly: int

    def gross(self) -> int:
        return super().gross() + round(self.yearly / 12)


@dataclass
class Hourly(Employee):
    rate: int
    hours: list[float]

    def gross(self) -> int:
        regular = sum(min(h, 8.0) for h in self.hours)
        overtime = sum(max(h - 8.0, 0.0) for h in self.hours)
        return super().gross() + int(regular * self.rate + overtime * self.rate * 3 / 2)


@dataclass
class Manager(Salaried):
    reports: list[Employee] = field(default_factory=list)

    def gross(self) -> int:
        return super().gross() + 5_000 * len(self.reports)


@dataclass(frozen=True)
class PaySlip:
    employee: Employee
    gross: int
    tax: int

    @property
    def net(self) -> int:
        return self.gross - self.tax

    def __lt__(self, other: PaySlip) -> bool:
        return self.net < other.net


@singledispatch
def describe(person: Any) -> str:
    return f"unknown {person!r}"


@describe.register
def _(person: Employee) -> str:
    return f"{person.name} of {person.team}"


@describe.register
def _(person: Hourly) -> str:
    return f"{person.name} worked {sum(person.hours):g} h"


@describe.register
def _(person: Manager) -> str:
    return f"{person.name} leads {', '.join(r.name for r in person.reports) or 'nobody'}"


def money(cents: int) -> str:
    return f"{cents // 100:,}.{cents % 100:02}"


team = [
    Salaried("Ann", "core", 6_000_000),
    Hourly("Bob", "shop", 2_150, [8, 9.5, 7, 10, 8.25]),
    Hourly("Cy", "shop", 1_900, [4.0] * 10, extras={"bonus": 12_345}),
    Salaried("Dee", "core", 4_800_001, extras={"relocation": 90_000, "phone": 2_000}),
]
team.append(Manager("Eve", "core", 9_600_000, [team[0], team[3]]))
slips = [person.slip() for person in team]
print(f"{'name':<6}{'gross':>12}{'tax':>12}{'net':>12}  rate")
for slip in sorted(slips, reverse=True):
    print(f"{slip.employee.name:<6}{money(slip.gross):>12}{money(slip.tax):>12}{money(slip.net):>12}  {slip.tax / slip.gross:.1%}")
print([tax(c) for c in (0, 1, 100_000, 100_001, 299_999, 1_000_000)], max(slips).employee.name, min(slips).net)
for name, members in groupby(sorted(slips, key=attrgetter("employee.team", "net")), key=lambda s: s.employee.team):
    group = list(members)
    print(name, [s.employee.name for s in group], money(sum(s.net for s in group)))
print(*map(describe, [*team, "Zed", None]), sep="\n")
out = StringIO()
print("name", "net", "kind", sep=",", file=out)
for slip in slips:
    print(slip.employee.name, slip.net, type(slip.employee).__mro__[1].__name__, sep=",", file=out)
print(repr(out.getvalue()), out.tell())
print(team[1], isinstance(team[4], Salaried), Manager.__mro__[1].__name__, Salaried("F", "x", 12).gross())
print(Hourly("Gil", "shop", 100, []).slip().tax / Hourly("Gil", "shop", 100, []).gross())
