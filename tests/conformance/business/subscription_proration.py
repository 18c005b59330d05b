"""Subscriptions: plans changed within a month, prorated credits, trials, dunning, invoices as immutable documents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import Enum
from typing import NamedTuple, Self


class Plan(Enum):
    FREE = 0
    BASIC = 1000
    TEAM = 2999
    GOLD = 9950

    def __lt__(self, other: Plan) -> bool:
        return self.value < other.value


class Line(NamedTuple):
    text: str
    cents: int


@dataclass(frozen=True)
class Invoice:
    number: int
    day: date
    lines: tuple[Line, ...] = ()
    paid: bool = False

    @property
    def total(self) -> int:
        return sum(line.cents for line in self.lines)

    def with_line(self, text: str, cents: int) -> Self:
        return replace(self, lines=(*self.lines, Line(text, cents))) if cents else self

    def __str__(self) -> str:
        body = "; ".join(f"{text} {cents / 100:.2f}" for text, cents in self.lines) or "nothing"
        return f"#{self.number} {self.day} {'paid' if self.paid else 'open'} {self.total / 100:.2f} ({body})"


def next_month(day: date, anchor: int) -> date:
    """The same day of the month after, or its last."""
    year, month = day.year + day.month // 12, day.month % 12 + 1
    for number in range(anchor, 27, -1):
        try:
            return date(year, month, number)
        except ValueError:
            continue
    return date(year, month, min(anchor, 28))


class Declined(Exception):
    pass


@dataclass
class Card:
    balance: int

    def charge(self, cents: int) -> None:
        if cents > self.balance:
            raise Declined(f"{cents} with {self.balance} left")
        self.balance -= cents


@dataclass
class Subscription:
    customer: str
    plan: Plan
    card: Card
    start: date
    trial_days: int = 0
    credit: int = 0
    failures: int = 0
    active: bool = True
    invoices: list[Invoice] = field(default_factory=list)
    period: tuple[date, date] = field(init=False)

    def __post_init__(self) -> None:
        if self.trial_days:
            self.period = self.start, self.start + timedelta(self.trial_days)
            self.trial = True
        else:
            self.trial = False
            self.open_period(self.start)

    def open_period(self, first: date) -> None:
        self.period = first, next_month(first, self.start.day if not self.trial_days else first.day)
        self.bill(first, Line(f"{self.plan.name.lower()} to {self.period[1]:%d.%m.}", self.plan.value))

    def bill(self, day: date, *lines: Line) -> None:
        invoice = Invoice(len(self.invoices) + 1, day)
        for line in lines:
            invoice = invoice.with_line(*line)
        used = min(self.credit, max(0, invoice.total))
        invoice = invoice.with_line("credit", -used)
        self.credit -= used
        if invoice.total < 0:
            self.credit -= invoice.total
            invoice = invoice.with_line("kept as credit", -invoice.total)
        if invoice.lines:
            self.invoices.append(invoice)
            self.collect(day)

    def collect(self, day: date) -> None:
        for index, invoice in enumerate(self.invoices):
            if not invoice.paid:
                try:
                    self.card.charge(invoice.total)
                except Declined:
                    self.failures += 1
                    if self.failures >= 3:
                        self.active = False
                    return
                self.invoices[index] = replace(invoice, paid=True)
                self.failures = 0

    def change(self, plan: Plan, day: date) -> None:
        if plan is self.plan or not self.active:
            raise ValueError(f"{self.customer} cannot change from {self.plan.name} to {plan.name}")
        first, last = self.period
        old, self.plan = self.plan, plan
        if self.trial:
            return
        rest, whole = (last - day).days, (last - first).days
        refund = old.value * rest // whole
        price = -(-plan.value * rest // whole)
        word = "up" if old < plan else "down"
        self.bill(
            day, Line(f"{word}grade {rest}/{whole}", price), Line(f"unused {old.name.lower()}", -refund)
        )

    def advance(self, day: date) -> Iterator[str]:
        while self.active and day >= self.period[1]:
            self.trial = False
            self.open_period(self.period[1])
            yield f"{self.customer}: period from {self.period[0]}"
        if self.active and any(not i.paid for i in self.invoices):
            self.collect(day)
            yield f"{self.customer}: retried, {self.failures} failures"


SUBSCRIPTIONS = {
    "ann": Subscription("ann", Plan.BASIC, Card(100_000), date(2024, 1, 31)),
    "bob": Subscription("bob", Plan.TEAM, Card(3500), date(2024, 1, 10), trial_days=14),
    "cy": Subscription("cy", Plan.FREE, Card(0), date(2023, 12, 30)),
}
for line in """
2024-02-05 - -
2024-02-14 ann GOLD
2024-02-20 ann BASIC
2024-02-20 bob GOLD
2024-02-29 - -
2024-03-02 cy BASIC
2024-03-02 cy BASIC
2024-03-31 - -
2024-04-10 ann TEAM
2024-05-01 - -
2024-05-02 cy GOLD
2024-05-03 - -
""".strip().splitlines():
    day_text, who, plan = line.split()
    day = date.fromisoformat(day_text)
    for subscription in SUBSCRIPTIONS.values():
        for event in subscription.advance(day):
            print(f"{day} {event}")
    if who != "-":
        try:
            SUBSCRIPTIONS[who].change(Plan[plan], day)
            print(f"{day} {who} changed to {plan}")
        except ValueError as error:
            print(f"{day} refused: {error}")
for subscription in SUBSCRIPTIONS.values():
    print(
        f"{subscription.customer}: {subscription.plan}, active {subscription.active}, credit {subscription.credit}, {subscription.card}"
    )
    print(*subscription.invoices, sep="\n")
print(
    [str(next_month(date(2024, m, 31), 31)) for m in (1, 3, 12)],
    next_month(date(2023, 1, 30), 30),
    next_month(date(2024, 2, 29), 31),
)
print(
    sorted([Plan.GOLD, Plan.FREE, Plan.TEAM]),
    max(Plan),
    Plan(2999),
    Invoice(1, date(2024, 1, 1)).with_line("x", 0),
)
Plan(1)
