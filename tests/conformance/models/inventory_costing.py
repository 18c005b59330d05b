"""Stock valued by first-in, last-in and average cost, with returns and shortages, in exact fractions."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from dataclasses import dataclass, field
from fractions import Fraction
from typing import ClassVar


def cents(value: Fraction) -> Fraction:
    return round(value, 2)


def text(value: Fraction) -> str:
    return f"{float(value):.2f}"


class StockError(Exception):
    """Anything wrong with stock."""


@dataclass
class Shortage(StockError):
    item: str
    wanted: int
    available: int

    def __str__(self) -> str:
        return f"{self.item}: {self.wanted} wanted, {self.available} available"


@dataclass
class Lot:
    quantity: int
    cost: Fraction


class Costing(ABC):
    title: ClassVar[str]
    kinds: ClassVar[list[type[Costing]]] = []

    def __init_subclass__(cls) -> None:
        cls.kinds.append(cls)

    def __init__(self, item: str) -> None:
        self.item = item
        self.sold = Fraction(0)

    @property
    @abstractmethod
    def quantity(self) -> int: ...

    @property
    @abstractmethod
    def value(self) -> Fraction: ...

    @abstractmethod
    def receive(self, lot: Lot) -> None: ...

    @abstractmethod
    def take(self, quantity: int) -> Fraction: ...

    def sell(self, quantity: int) -> Fraction:
        if quantity <= 0:
            raise StockError(f"cannot sell {quantity}")
        if quantity > self.quantity:
            raise Shortage(self.item, quantity, self.quantity)
        cost = cents(self.take(quantity))
        self.sold += cost
        return cost


class Layered(Costing):
    title = "layers"

    def __init__(self, item: str) -> None:
        super().__init__(item)
        self.lots: deque[Lot] = deque()

    @property
    def quantity(self) -> int:
        return sum(lot.quantity for lot in self.lots)

    @property
    def value(self) -> Fraction:
        return sum((lot.quantity * lot.cost for lot in self.lots), Fraction(0))

    def receive(self, lot: Lot) -> None:
        self.lots.append(Lot(lot.quantity, lot.cost))

    def end(self) -> int:
        return 0

    def take(self, quantity: int) -> Fraction:
        cost = Fraction(0)
        while quantity:
            lot = self.lots[self.end()]
            part = min(quantity, lot.quantity)
            lot.quantity -= part
            quantity -= part
            cost += part * lot.cost
            if lot.quantity == 0:
                del self.lots[self.end()]
        return cost


class Fifo(Layered):
    title = "first in, first out"


class Lifo(Layered):
    title = "last in, first out"

    def end(self) -> int:
        return -1


class Average(Costing):
    title = "moving average"

    def __init__(self, item: str) -> None:
        super().__init__(item)
        self._quantity, self._value = 0, Fraction(0)

    quantity = property(lambda self: self._quantity)
    value = property(lambda self: self._value)

    def receive(self, lot: Lot) -> None:
        self._quantity += lot.quantity
        self._value += lot.quantity * lot.cost

    def take(self, quantity: int) -> Fraction:
        cost = self._value * quantity / self._quantity
        self._quantity -= quantity
        self._value -= cost
        return cost


@dataclass(frozen=True)
class Event:
    line: str
    verb: str = field(init=False)
    words: list[str] = field(init=False)

    def __post_init__(self) -> None:
        verb, *words = self.line.split()
        object.__setattr__(self, "verb", verb)
        object.__setattr__(self, "words", words)


HISTORY = [
    "buy 10 2.00",
    "buy 5 2.60",
    "sell 12",
    "buy 7 2.451",
    "sell 20",
    "sell 3",
    "sell -1",
    "buy x 1",
    "buy 1 1/0",
    "buy 1 a",
    "buy 1 1/3",
    "sell 7",
    "sell 1",
]
for kind in Costing.kinds:
    if kind is Layered:
        continue
    stock = kind("bolts")
    print(kind.title.upper())
    for event in map(Event, HISTORY):
        try:
            match event.verb, event.words:
                case "buy", [count, price]:
                    stock.receive(Lot(int(count), Fraction(price)))
                    note = ""
                case "sell", [count]:
                    note = f"cost {text(stock.sell(int(count)))}"
                case _:
                    raise StockError(event.line)
        except Shortage as error:
            note = f"short: {error} {error == Shortage('bolts', 20, 10)}"
        except (StockError, ValueError) as error:
            note = f"refused: {error}"
        except ZeroDivisionError as error:
            note = f"not a price: {error}"
        print(f"  {event.line:<12}{stock.quantity:>4} worth {text(stock.value):>6}  {note}".rstrip())
    print(f"  sold at cost {stock.sold}, left {stock.value}")
print([kind.__name__ for kind in Costing.kinds], Event("buy 1 2"))
