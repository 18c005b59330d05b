"""An event bus with typed events, priorities, once-only and weak subscribers, and nested publishing."""

from __future__ import annotations

import weakref
from bisect import insort
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import count
from typing import Any, TypeVar

E = TypeVar("E", bound="Event")


@dataclass(frozen=True)
class Event:
    source: str


@dataclass(frozen=True)
class Ordered(Event):
    item: str
    amount: int = 1


@dataclass(frozen=True)
class Shipped(Ordered):
    parcel: int = 0


@dataclass(order=True)
class Subscription:
    rank: int
    number: int = field(default_factory=count().__next__)
    handler: Callable[[Any], bool | None] = field(compare=False, kw_only=True)
    kind: type[Event] = field(compare=False, kw_only=True)
    left: int | None = field(default=None, compare=False, kw_only=True)


class Bus:
    def __init__(self) -> None:
        self.subscriptions: list[Subscription] = []
        self.waiting: deque[Event] = deque()
        self.busy = False
        self.errors: list[tuple[Event, Exception]] = []

    def on(
        self, kind: type[E], handler: Callable[[E], bool | None], *, rank: int = 0, times: int | None = None
    ) -> Callable[[], None]:
        made = Subscription(-rank, handler=handler, kind=kind, left=times)
        insort(self.subscriptions, made)
        return lambda: self.subscriptions.remove(made)

    def publish(self, event: Event) -> int:
        self.waiting.append(event)
        if self.busy:
            return 0
        self.busy, delivered = True, 0
        try:
            while self.waiting:
                delivered += self.deliver(self.waiting.popleft())
        finally:
            self.busy = False
        return delivered

    def deliver(self, event: Event) -> int:
        delivered = 0
        for subscription in self.subscriptions[:]:
            if not isinstance(event, subscription.kind):
                continue
            if subscription.left is not None:
                subscription.left -= 1
                if subscription.left == 0:
                    self.subscriptions.remove(subscription)
            delivered += 1
            try:
                if subscription.handler(event):
                    break
            except (ValueError, ZeroDivisionError) as error:
                self.errors.append((event, error))
        return delivered


class Stock:
    def __init__(self, bus: Bus, **held: int) -> None:
        self.held = held
        me = weakref.ref(self)

        def forward(event: Ordered) -> None:
            if (stock := me()) is not None:
                stock.ordered(event, bus)

        bus.on(Ordered, forward, rank=5)

    def ordered(self, event: Ordered, bus: Bus) -> None:
        if isinstance(event, Shipped):
            return
        if self.held.get(event.item, 0) < event.amount:
            raise ValueError(f"too few {event.item}")
        self.held[event.item] -= event.amount
        bus.publish(Shipped("stock", event.item, event.amount, parcel=100 // event.amount))


def audit(event: Event) -> None:
    print("  audit:", event)


bus = Bus()
stock = Stock(bus, tea=5, jam=1)
unsubscribe = bus.on(Event, audit)
bus.on(Shipped, lambda event: print("  parcel", event.parcel, "of", event.item), rank=1)
bus.on(Ordered, lambda event: print("  first order:", event.item), times=1, rank=9)
bus.on(Event, lambda event: event.source == "spam", rank=20)
for event in (
    Ordered("ann", "tea", 2),
    Ordered("spam", "tea", 2),
    Ordered("bob", "jam", 2),
    Ordered("cat", "jam", 0),
    Event("clock"),
):
    print(type(event).__name__, event.source)
    print("  delivered", bus.publish(event))
print(stock.held, [(e.source, type(x).__name__, str(x)) for e, x in bus.errors])
unsubscribe()
print(bus.publish(Ordered("dan", "tea")), stock.held, len(bus.subscriptions), bus.busy)
try:
    unsubscribe()
except ValueError as error:
    print("gone:", type(error).__name__)
print(
    Shipped("s", "x") == Ordered("s", "x"),
    {Ordered("s", "x"), Ordered("s", "x", 1)},
    [s.rank for s in bus.subscriptions],
)
