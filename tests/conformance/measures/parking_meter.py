"""A parking meter: coins, tariffs by the hour, tickets and fines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import ClassVar, NamedTuple


class Tariff(NamedTuple):
    start: time
    end: time
    cents_an_hour: int

    def applies(self, moment: datetime) -> bool:
        return self.start <= moment.time() < self.end


class MeterError(Exception):
    pass


class BadCoin(MeterError):
    def __init__(self, coin: int) -> None:
        super().__init__(coin)
        self.coin = coin

    def __str__(self) -> str:
        return f"a coin of {self.coin} falls through"


@dataclass(frozen=True)
class Ticket:
    plate: str
    bought: datetime
    until: datetime
    paid: int

    counter: ClassVar[int] = 0

    def __post_init__(self) -> None:
        type(self).counter += 1

    def fine(self, seen: datetime) -> int:
        late = seen - self.until
        if late <= timedelta(minutes=10):
            return 0
        return min(1000 + 250 * (late // timedelta(minutes=30)), 4000)


class Meter:
    COINS = (200, 100, 50, 20, 10)

    def __init__(self, tariffs: Sequence[Tariff], longest: timedelta) -> None:
        self.tariffs = tariffs
        self.longest = longest
        self.box: Counter[int] = Counter()
        self.inserted: list[int] = []

    def insert(self, *coins: int) -> Meter:
        for coin in coins:
            if coin not in self.COINS:
                raise BadCoin(coin)
            self.inserted.append(coin)
        return self

    def rate(self, moment: datetime) -> int:
        return next((t.cents_an_hour for t in self.tariffs if t.applies(moment)), 0)

    def extend(self, start: datetime, cents: int) -> tuple[datetime, int]:
        """Until when the money lasts, in steps of five minutes, and what is left of it."""
        moment, step = start, timedelta(minutes=5)
        while moment - start < self.longest:
            cost = self.rate(moment) * 5 // 60
            if cost > cents or (cents == 0 and cost == 0):
                break
            cents -= cost
            moment += step
        return moment, cents

    def change(self, cents: int) -> list[int]:
        coins: list[int] = []
        for coin in self.COINS:
            while cents >= coin and self.box[coin] > 0:
                self.box[coin] -= 1
                cents -= coin
                coins.append(coin)
        return coins

    def ticket(self, plate: str, now: datetime) -> tuple[Ticket, list[int]]:
        if not self.inserted:
            raise MeterError("no money")
        money = sum(self.inserted)
        self.box.update(self.inserted)
        self.inserted.clear()
        until, left = self.extend(now, money)
        coins = self.change(left)
        return Ticket(plate, now, until, money - sum(coins)), coins


meter = Meter(
    [Tariff(time(8), time(12), 240), Tariff(time(12), time(14), 120), Tariff(time(14), time(18, 30), 300)],
    timedelta(hours=3),
)
noon = datetime(2024, 2, 29, 11, 30)
tickets: list[Ticket] = []
for plate, coins, moment in [
    ("AB 123", [100, 50, 20], noon),
    ("CD 456", [200, 200, 200, 200], noon),
    ("EF 789", [20], datetime(2024, 2, 29, 18, 20)),
    ("GH 000", [10, 50], datetime(2024, 2, 29, 17, 45)),
    ("IJ 111", [], noon),
    ("KL 222", [100, 7], noon),
]:
    try:
        ticket, back = meter.insert(*coins).ticket(plate, moment)
    except MeterError as error:
        print(f"{plate}: {type(error).__name__}: {error} {error.args}")
        continue
    tickets.append(ticket)
    print(f"{plate}: until {ticket.until:%d %b %H:%M}, paid {ticket.paid / 100:.2f}, back {back}")
print(meter.inserted, sorted(meter.box.items()), Ticket.counter)
check = datetime(2024, 2, 29, 19, 5)
for ticket in sorted(tickets, key=lambda t: t.until):
    print(ticket.plate, check - ticket.until, ticket.fine(check))
print(tickets[0])
