"""Loans and savings: annuities with exact fractions, amortisation tables, interest by day counts, internal rate of return."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple


class Row(NamedTuple):
    month: int
    interest: int
    principal: int
    balance: int


def annuity(principal: int, yearly: Fraction, months: int) -> int:
    rate = yearly / 12
    if rate == 0:
        return -(-principal // months)
    growth = (1 + rate) ** months
    return math.ceil(principal * rate * growth / (growth - 1))


def schedule(principal: int, yearly: Fraction, months: int) -> Iterator[Row]:
    payment = annuity(principal, yearly, months)
    balance = principal
    for month in range(1, months + 1):
        interest = round(balance * yearly / 12)
        part = min(payment - interest, balance)
        balance -= part
        yield Row(month, interest, part, balance)


def thirty_360(start: date, end: date) -> int:
    d1, d2 = min(start.day, 30), end.day
    if d2 == 31 and d1 == 30:
        d2 = 30
    return (end.year - start.year) * 360 + (end.month - start.month) * 30 + d2 - d1


def actual(start: date, end: date) -> int:
    return (end - start).days


def bisect_root(function: Callable[[float], float], low: float, high: float, steps: int = 100) -> float:
    if function(low) * function(high) > 0:
        raise ValueError(f"no sign change between {low:g} and {high:g}")
    for _ in range(steps):
        middle = (low + high) / 2
        if function(low) * function(middle) <= 0:
            high = middle
        else:
            low = middle
    return (low + high) / 2


def present_value(flows: list[float], rate: float) -> float:
    return math.fsum(flow / (1 + rate) ** year for year, flow in enumerate(flows))


def add_months(day: date, months: int) -> date:
    year, month = divmod(day.month - 1 + months, 12)
    year += day.year
    month += 1
    last = (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days
    return day.replace(year=year, month=month, day=min(day.day, last))


rows = list(schedule(20_000_000, Fraction("0.0375"), 240))
print(annuity(20_000_000, Fraction("0.0375"), 240), len(rows), sum(row.interest for row in rows))
for row in (*rows[:3], rows[119], *rows[-2:]):
    print(f"{row.month:>4} {row.interest / 100:>12,.2f} {row.principal / 100:>12,.2f} {row.balance / 100:>14,.2f}")
assert rows[-1].balance == 0 and sum(row.principal for row in rows) == 20_000_000
print(list(schedule(1000, Fraction(0), 3)), annuity(1, Fraction(1, 10), 1))
start = date(2023, 12, 31)
for months in (1, 2, 3, 14, 26):
    end = add_months(start, months)
    print(end.isoformat(), thirty_360(start, end), actual(start, end), f"{actual(start, end) / 365:.6f}", end.strftime("%j %U"))
flows = [-1000.0, 300.0, 420.0, 680.0]
irr = bisect_root(lambda rate: present_value(flows, rate), -0.9, 1.0)
print(f"{irr:.10f} {present_value(flows, irr):.3e} {present_value(flows, 0.1):.6f}")
compound = [round(1000 * (1 + Fraction(5, 100) / n) ** n) for n in (1, 4, 12, 365)]
print(compound, f"{1000 * math.exp(0.05):.4f}", math.isclose((1 + 0.05 / 365) ** 365, float((1 + Fraction(5, 36500)) ** 365)))
print(Fraction("0.0375") / 12, (Fraction(1, 3) + Fraction(1, 6)) ** -3, Fraction(7, 3).limit_denominator(2), Fraction(3.25), Fraction("1e-3"), round(Fraction(5, 2)), round(Fraction(22, 7), 2), divmod(Fraction(7, 2), Fraction(2, 3)))
bisect_root(lambda x: x * x + 1, -1, 1)
