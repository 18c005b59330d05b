"""A limit order book: price-time priority, market and stop orders, partial fills, cancels, and a tape."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from enum import Enum
from itertools import count
from typing import Literal


class Side(str, Enum):
    BUY = "buy"
    SELL = "sell"

    @property
    def other(self) -> Side:
        return Side.SELL if self is Side.BUY else Side.BUY

    @property
    def sign(self) -> int:
        return -1 if self is Side.BUY else 1


Life = Literal["day", "ioc", "fok"]


@dataclass
class Order:
    number: int
    who: str
    side: Side
    price: int | None
    quantity: int
    life: Life = "day"
    cancelled: bool = False

    @property
    def live(self) -> bool:
        return self.quantity > 0 and not self.cancelled


@dataclass(frozen=True)
class Trade:
    buyer: str
    seller: str
    price: int
    quantity: int


class Rejected(Exception):
    pass


@dataclass
class Book:
    queues: dict[Side, list[tuple[int, int, Order]]] = field(default_factory=lambda: {s: [] for s in Side})
    orders: dict[int, Order] = field(default_factory=dict)
    stops: list[tuple[int, Order]] = field(default_factory=list)
    tape: list[Trade] = field(default_factory=list)
    ids: count[int] = field(default_factory=lambda: count(1), repr=False)

    def best(self, side: Side) -> Order | None:
        queue = self.queues[side]
        while queue and not queue[0][2].live:
            heapq.heappop(queue)
        return queue[0][2] if queue else None

    def crosses(self, order: Order, resting: Order) -> bool:
        assert resting.price is not None
        return order.price is None or order.side.sign * (order.price - resting.price) <= 0

    def fillable(self, order: Order) -> int:
        return sum(
            o.quantity for _, _, o in self.queues[order.side.other] if o.live and self.crosses(order, o)
        )

    def submit(
        self, who: str, side: Side, quantity: int, price: int | None = None, life: Life = "day"
    ) -> Order:
        if quantity <= 0:
            raise Rejected(f"quantity {quantity}")
        order = Order(next(self.ids), who, side, price, quantity, life)
        self.orders[order.number] = order
        if life == "fok" and self.fillable(order) < quantity:
            order.cancelled = True
            return order
        self.match(order)
        if order.live:
            if price is None or life == "ioc":
                order.cancelled = True
            else:
                heapq.heappush(self.queues[side], (side.sign * price, order.number, order))
        self.trigger()
        return order

    def stop(self, who: str, side: Side, quantity: int, at: int) -> None:
        self.stops.append((at, Order(next(self.ids), who, side, None, quantity)))

    def match(self, order: Order) -> None:
        while order.quantity and (resting := self.best(order.side.other)) is not None:
            if not self.crosses(order, resting):
                break
            if resting.who == order.who:
                resting.cancelled = True
                continue
            amount = min(order.quantity, resting.quantity)
            order.quantity -= amount
            resting.quantity -= amount
            pair = (order.who, resting.who) if order.side is Side.BUY else (resting.who, order.who)
            assert resting.price is not None
            self.tape.append(Trade(*pair, resting.price, amount))

    def trigger(self) -> None:
        if not self.tape:
            return
        last = self.tape[-1].price
        ready = [s for s in self.stops if s[1].side.sign * (s[0] - last) >= 0]
        self.stops = [s for s in self.stops if s not in ready]
        for _, order in ready:
            self.match(order)
        if ready:
            self.trigger()

    def cancel(self, number: int) -> int:
        order = self.orders.get(number)
        if order is None or not order.live:
            raise Rejected(f"order {number} is not open")
        order.cancelled = True
        return order.quantity

    def depth(self, side: Side) -> dict[int, int]:
        levels: dict[int, int] = {}
        for key, _, order in sorted(self.queues[side], key=lambda entry: entry[:2]):
            if order.live:
                price = key * side.sign
                levels[price] = levels.get(price, 0) + order.quantity
        return levels


book = Book()
B, S = Side.BUY, Side.SELL
seen = 0


def show(what: str) -> None:
    global seen
    print(f"{what}: bids {book.depth(B)} asks {book.depth(S)}")
    for trade in book.tape[seen:]:
        print(f"    {trade.buyer} buys {trade.quantity} of {trade.seller} at {trade.price}")
    seen = len(book.tape)


for who, side, quantity, price in [
    ("a", S, 5, 101),
    ("b", S, 7, 100),
    ("c", S, 4, 100),
    ("d", B, 6, 98),
    ("e", B, 3, 99),
]:
    book.submit(who, side, quantity, price)
show("opening")
book.submit("f", B, 9, 100)
show("limit that crosses")
book.submit("c", B, 3, 100)
show("own order is cancelled")
print(book.submit("g", B, 50).cancelled)
show("market order")
print(book.submit("h", S, 100, 97, "fok"), book.submit("h", S, 5, 98, "ioc").quantity)
show("fill or kill, immediate or cancel")
book.stop("i", S, 2, 95)
book.stop("j", B, 1, 99)
book.submit("k", S, 8, 105)
book.submit("l", B, 1, 94)
book.submit("m", S, 5, 94)
show("stops wake")
for number in (1, 10, 999):
    try:
        print("cancelled", book.cancel(number))
    except Rejected as error:
        print("rejected:", error)
volume = sum(t.quantity for t in book.tape)
print(volume, round(sum(t.price * t.quantity for t in book.tape) / volume, 4), len(book.orders), book.stops)
print(
    Side("buy").other.value,
    B == "buy",
    f"{S.value:>6}",
    sorted(Side, key=lambda s: s.sign),
    set(map(type, book.tape)),
)
book.submit("z", B, 0)
