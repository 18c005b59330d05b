"""Orders against stock: enumerations, nested dataclasses, reservations in a context manager, a summary table."""

from __future__ import annotations

from collections import defaultdict
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from enum import Enum, unique
from typing import Iterator, Mapping


@unique
class Status(str, Enum):
    NEW = "new"
    PICKED = "picked"
    SHIPPED = "shipped"
    CANCELLED = "cancelled"

    def can_become(self, other: Status) -> bool:
        return other in {
            Status.NEW: (Status.PICKED, Status.CANCELLED),
            Status.PICKED: (Status.SHIPPED, Status.CANCELLED),
        }.get(self, ())


class StockError(Exception):
    pass


class OutOfStock(StockError):
    def __init__(self, sku: str, wanted: int, there: int) -> None:
        self.sku, self.wanted, self.there = sku, wanted, there
        super().__init__(sku, wanted, there)

    def __str__(self) -> str:
        return f"{self.sku}: {self.wanted} wanted, {self.there} there"


@dataclass(frozen=True, order=True)
class Line:
    sku: str
    count: int
    cents: int = field(compare=False)

    @property
    def total(self) -> int:
        return self.count * self.cents


@dataclass
class Order:
    number: int
    lines: list[Line] = field(default_factory=list)
    status: Status = Status.NEW
    notes: list[str] = field(default_factory=list)

    @property
    def total(self) -> int:
        return sum(line.total for line in self.lines)

    def become(self, status: Status) -> Order:
        if not self.status.can_become(status):
            raise ValueError(f"order {self.number}: {self.status.value} -> {status.value}")
        return replace(self, status=status, notes=[*self.notes, f"{self.status.name}>{status.name}"])


class Stock:
    def __init__(self, counts: Mapping[str, int]) -> None:
        self._counts = defaultdict(int, counts)
        self.moves = 0

    def __getitem__(self, sku: str) -> int:
        return self._counts[sku]

    @contextmanager
    def reserve(self, order: Order) -> Iterator[dict[str, int]]:
        taken: dict[str, int] = {}
        try:
            for line in order.lines:
                if self._counts[line.sku] < line.count:
                    raise OutOfStock(line.sku, line.count, self._counts[line.sku])
                self._counts[line.sku] -= line.count
                taken[line.sku] = taken.get(line.sku, 0) + line.count
                self.moves += 1
            yield taken
        except StockError:
            for sku, count in taken.items():
                self._counts[sku] += count
                self.moves += 1
            raise
        else:
            taken.clear()

    def table(self) -> str:
        width = max(map(len, self._counts))
        return "\n".join(f"{sku:<{width}} |{n:>5d} |{'#' * n}" for sku, n in sorted(self._counts.items()))


def euros(cents: int) -> str:
    sign, cents = "-" if cents < 0 else "", abs(cents)
    return f"{sign}{cents // 100:,d}.{cents % 100:02d}"


stock = Stock({"bolt": 12, "nut": 9, "washer": 4})
orders = [
    Order(1, [Line("bolt", 5, 25), Line("nut", 5, 12)]),
    Order(2, [Line("nut", 2, 12), Line("washer", 9, 3)]),
    Order(3, [Line("bolt", 7, 25), Line("gear", 1, 129999)]),
    Order(4, [Line("washer", 4, 3)]),
]
book: dict[int, Order] = {}
for order in orders:
    try:
        with stock.reserve(order) as taken:
            print(order.number, "takes", taken, euros(order.total))
            if order.number == 4:
                raise StockError("checked by hand")
            order = order.become(Status.PICKED)
        order = order.become(Status.SHIPPED)
    except OutOfStock as error:
        order = order.become(Status.CANCELLED)
        order.notes.append(str(error))
    except StockError as error:
        order.notes.append(repr(error))
    book[order.number] = order
for order in book.values():
    print(order.number, order.status, order.status.value, order.notes, order.status == "new")
print(stock.table(), stock.moves, stock["missing"])
print(asdict(book[1]))
print(max(l for o in book.values() for l in o.lines), Line("a", 1, 5) == Line("a", 1, 9), sorted(orders[0].lines)[0].sku)
by_status: defaultdict[Status, int] = defaultdict(int)
for order in book.values():
    by_status[order.status] += order.total
print({s.value: euros(t) for s, t in by_status.items()}, euros(-5), euros(123456789), Status("picked"))
for bad in ("gone", "NEW"):
    try:
        Status(bad)
    except ValueError as error:
        print(error)
book[1].become(Status.NEW)
