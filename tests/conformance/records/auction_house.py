"""Auctions of several kinds behind one interface, with proxies, reserves and a settled book."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable
from contextlib import contextmanager
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar


class AuctionError(Exception):
    pass


class TooLow(AuctionError):
    def __init__(self, offered: int, least: int) -> None:
        super().__init__(offered, least)
        self.offered, self.least = offered, least

    def __str__(self) -> str:
        return f"{self.offered} is below {self.least}"


class Closed(AuctionError):
    pass


@dataclass(frozen=True)
class Sale:
    lot: str
    winner: str
    price: int

    def __str__(self) -> str:
        return f"{self.lot} to {self.winner} for {self.price}"


class Auction(ABC):
    kinds: ClassVar[dict[str, type[Auction]]] = {}
    kind: ClassVar[str] = ""

    def __init_subclass__(cls, kind: str = "", **rest: object) -> None:
        super().__init_subclass__(**rest)
        if kind:
            cls.kind = kind
            Auction.kinds[kind] = cls

    def __init__(self, lot: str, reserve: int = 0) -> None:
        self.lot, self.reserve = lot, reserve
        self.bids: list[tuple[str, int]] = []
        self.is_open = True

    def bid(self, who: str, amount: int) -> None:
        if not self.is_open:
            raise Closed(f"{self.lot} is closed")
        self.check(who, amount)
        self.bids.append((who, amount))

    def check(self, who: str, amount: int) -> None:
        if amount <= 0:
            raise TooLow(amount, 1)

    def close(self) -> Sale | None:
        self.is_open = False
        result = self.result()
        if result is None or result[1] < self.reserve:
            return None
        return Sale(self.lot, *result)

    @abstractmethod
    def result(self) -> tuple[str, int] | None: ...


class English(Auction, kind="english"):
    STEP = 5

    def check(self, who: str, amount: int) -> None:
        super().check(who, amount)
        if self.bids and amount < (least := self.bids[-1][1] + self.STEP):
            raise TooLow(amount, least)

    def result(self) -> tuple[str, int] | None:
        return self.bids[-1] if self.bids else None


class Proxy(English, kind="proxy"):
    """Everybody says how far to go; the price is a step above the second."""

    def __init__(self, lot: str, reserve: int = 0) -> None:
        super().__init__(lot, reserve)
        self.limits: dict[str, int] = {}

    def check(self, who: str, amount: int) -> None:
        Auction.check(self, who, amount)
        if amount <= (old := self.limits.get(who, 0)):
            raise TooLow(amount, old + 1)
        self.limits[who] = amount

    def result(self) -> tuple[str, int] | None:
        ranked = sorted(self.limits.items(), key=lambda item: -item[1])
        match ranked:
            case []:
                return None
            case [(who, limit)]:
                return who, min(limit, max(self.reserve, self.STEP))
            case [(who, limit), (_, second), *_]:
                return who, min(limit, max(second + self.STEP, self.reserve))
        raise AssertionError


class Sealed(Auction, kind="sealed"):
    def check(self, who: str, amount: int) -> None:
        super().check(who, amount)
        if any(name == who for name, _ in self.bids):
            raise AuctionError(f"{who} has bid already")

    def result(self) -> tuple[str, int] | None:
        return max(self.bids, key=lambda bid: bid[1], default=None)


class Vickrey(Sealed, kind="vickrey"):
    def result(self) -> tuple[str, int] | None:
        if (best := super().result()) is None:
            return None
        others = [amount for who, amount in self.bids if who != best[0]]
        return best[0], max([self.reserve, *others])


class House:
    def __init__(self) -> None:
        self.sales: list[Sale] = []
        self.unsold: list[str] = []
        self.failures: defaultdict[str, list[str]] = defaultdict(list)

    @contextmanager
    def auction(self, kind: str, lot: str, reserve: int = 0) -> Iterator[Auction]:
        if kind not in Auction.kinds:
            raise KeyError(kind)
        held = Auction.kinds[kind](lot, reserve)
        try:
            yield held
        finally:
            sale = held.close()
            if sale is None:
                self.unsold.append(lot)
            else:
                self.sales.append(sale)

    def offer(self, held: Auction, bids: Iterable[tuple[str, int]]) -> None:
        for who, amount in bids:
            try:
                held.bid(who, amount)
            except AuctionError as error:
                self.failures[who].append(f"{type(error).__name__}: {error}")


BIDS = [("ann", 50), ("bo", 52), ("bo", 60), ("cy", 61), ("ann", 80), ("cy", 0), ("bo", 79)]
house = House()
for kind in Auction.kinds:
    with house.auction(kind, f"clock ({kind})", reserve=55) as held:
        house.offer(held, BIDS)
with house.auction("english", "vase", 500) as held:
    house.offer(held, BIDS[:3])
with house.auction("vickrey", "stamp") as held:
    pass
try:
    with house.auction("proxy", "lamp") as held:
        held.bid("dee", 30)
        held.bid("dee", 20)
except TooLow as error:
    print("stopped:", error, error.args, error.least)
try:
    held.bid("late", 100)
except Closed as error:
    print(error)
try:
    with house.auction("dutch", "tulip"):
        print("never")
except KeyError as error:
    print("no such auction:", error)
print(*house.sales, sep="\n")
print("unsold:", house.unsold)
for who, reasons in sorted(house.failures.items()):
    print(who, len(reasons), reasons[-1])
print({kind: cls.__mro__[1].__name__ for kind, cls in Auction.kinds.items()}, Proxy.kind, Auction.kind == "")
print(sum(sale.price for sale in house.sales), max(house.sales, key=lambda sale: (sale.price, sale.lot)))
