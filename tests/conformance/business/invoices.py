"""Invoices in whole cents: line items, discounts, taxes by rate, rounding that adds up, a printed form."""

from __future__ import annotations

import textwrap
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from typing import NamedTuple


class Rate(Enum):
    STANDARD = Fraction(20, 100)
    REDUCED = Fraction(55, 1000)
    ZERO = Fraction(0)

    def __str__(self) -> str:
        return f"{float(self.value):.1%}"


class Money(NamedTuple):
    cents: int

    def __str__(self) -> str:
        sign = "-" if self.cents < 0 else ""
        whole, rest = divmod(abs(self.cents), 100)
        return f"{sign}{whole:,}.{rest:02d}"

    def __add__(self, other: object) -> Money:
        if not isinstance(other, Money):
            return NotImplemented
        return Money(self.cents + other.cents)

    def share(self, part: Fraction) -> Money:
        """Half a cent goes to the even neighbour."""
        return Money(round(self.cents * part))

    @classmethod
    def parse(cls, text: str) -> Money:
        whole, _, rest = text.replace(",", "").partition(".")
        if len(rest) > 2:
            raise ValueError(f"{text}: fractions of a cent")
        return cls(int(whole) * 100 + (int(rest.ljust(2, "0")) if rest else 0) * (-1 if whole.startswith("-") else 1))


@dataclass(frozen=True)
class Line:
    title: str
    price: Money
    quantity: int = 1
    rate: Rate = Rate.STANDARD
    discount: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        if not 0 <= self.discount < 1:
            raise ValueError(f"discount of {float(self.discount):.0%} on {self.title!r}")

    @property
    def net(self) -> Money:
        return Money(self.price.cents * self.quantity).share(1 - self.discount)


@dataclass
class Invoice:
    number: int
    customer: str
    day: date
    lines: list[Line] = field(default_factory=list)
    days: int = 30

    @property
    def due(self) -> date:
        due = self.day + timedelta(days=self.days)
        while due.weekday() >= 5:
            due += timedelta(days=1)
        return due

    def taxes(self) -> dict[Rate, tuple[Money, Money]]:
        bases: defaultdict[Rate, Money] = defaultdict(lambda: Money(0))
        for line in self.lines:
            bases[line.rate] += line.net
        return {rate: (base, base.share(rate.value)) for rate, base in bases.items()}

    @property
    def total(self) -> Money:
        result = Money(0)
        for base, tax in self.taxes().values():
            result = result + base + tax
        return result

    def form(self, width: int = 56) -> str:
        out = [f"INVOICE {self.number:05d}".center(width, "="), f"{self.customer:<{width - 10}}{self.day:%d/%m/%Y}"]
        for line in self.lines:
            head, *more = textwrap.wrap(line.title, width - 28)
            note = f"-{float(line.discount):.0%}" if line.discount else ""
            out.append(f"{head:<{width - 28}}{line.quantity:>4} x{line.price!s:>10}{note:>4}{line.net!s:>8}"[:width])
            out += [f"  {text}" for text in more]
        out.append("-" * width)
        for rate, (base, tax) in sorted(self.taxes().items(), key=lambda item: item[0].value):
            out.append(f"{'VAT ' + str(rate):<12}{base!s:>{width - 24}}{tax!s:>12}")
        out.append(f"{'TOTAL':<12}{self.total!s:>{width - 12}}")
        return "\n".join(out)

    def instalments(self, count: int) -> list[Money]:
        each, rest = divmod(self.total.cents, count)
        return [Money(each + (i < rest)) for i in range(count)]


invoice = Invoice(42, "Ådalen & Sønner", date(2024, 2, 1), [
    Line("Consulting, and a rather long description that has to be wrapped", Money.parse("1,250.00"), 3),
    Line("Book", Money.parse("19.99"), 7, Rate.REDUCED, Fraction(1, 10)),
    Line("Postage", Money(485), rate=Rate.ZERO),
    Line("Rounding", Money(1), 5, Rate.REDUCED, Fraction(1, 2)),
])
print(invoice.form())
print(invoice.due, f"{invoice.due:%A}", invoice.total, sum(p.cents for p in invoice.instalments(7)) == invoice.total.cents, *invoice.instalments(3))
print([str(Money(c)) for c in (0, 5, -5, 100000, -123456, 99)], Money.parse("-3.50"), Money.parse("7"), Money(250).share(Fraction(1, 4)), Money(350).share(Fraction(1, 4)))
print(Money(1) + Money(2), sum([Money(1), Money(2)], Money(0)), sorted([Money(3), Money(-1)]), Money(5) == (5,))
for text in ("1.005", "x", "--1"):
    try:
        print(Money.parse(text))
    except ValueError as error:
        print("ValueError:", error)
try:
    print(Money(1) + 2)
except TypeError as error:
    print(error)
Line("Free", Money(100), discount=Fraction(1))
