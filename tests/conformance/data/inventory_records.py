"""Dataclasses as records: ordering, keyword-only fields, computed fields, replace, nested conversion, slots, inheritance."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, replace
from typing import ClassVar


@dataclass(order=True, frozen=True)
class Sku:
    family: str
    number: int

    def __str__(self) -> str:
        return f"{self.family}-{self.number:04d}"

    @classmethod
    def parse(cls, text: str) -> Sku:
        family, _, number = text.partition("-")
        return cls(family.upper(), int(number))


@dataclass
class Item:
    sku: Sku
    title: str
    _: KW_ONLY
    price: float = 0.0
    quantity: int = 1
    tags: frozenset[str] = frozenset()
    history: list[str] = field(default_factory=list, repr=False, compare=False)

    def value(self) -> float:
        return self.price * self.quantity


@dataclass
class Perishable(Item):
    days: int = 7
    created: ClassVar[int] = 0

    def __post_init__(self) -> None:
        Perishable.created += 1
        if self.days < 0:
            self.history.append("expired")


@dataclass(slots=True)
class Stock:
    items: dict[Sku, Item] = field(default_factory=dict)
    seed: InitVar[Iterable[Item]] = ()
    moves: int = field(init=False, default=0)
    label: str = field(default="main", metadata={"max": 10})

    def __post_init__(self, seed: Iterable[Item]) -> None:
        for item in seed:
            self.items[item.sku] = item

    def move(self, sku: Sku, amount: int) -> Item:
        item = self.items[sku]
        if item.quantity + amount < 0:
            raise ValueError(f"only {item.quantity} of {sku}")
        changed = replace(item, quantity=item.quantity + amount, history=[*item.history, f"{amount:+d}"])
        self.items[sku] = changed
        self.moves += 1
        return changed


pen, ink, milk = Item(Sku("W", 7), "Pen", price=1.25, quantity=100), Item(Sku.parse("w-12"), "Ink", tags=frozenset({"blue"})), Perishable(Sku("F", 1), "Milk", days=-1, price=0.9)
stock = Stock(seed=[pen, ink, milk])
print(pen, ink, milk, sep="\n")
print(sorted(stock.items), [str(sku) for sku in sorted(stock.items, reverse=True)], Sku("A", 2) < Sku("A", 10) < Sku("B", 1), max(stock.items), {Sku("W", 7): 1}[pen.sku])
moved = stock.move(pen.sku, -30)
stock.move(pen.sku, +5)
print(stock.items[pen.sku], stock.items[pen.sku].history, pen.quantity, moved is pen, pen == replace(pen), replace(pen, history=["x"]) == pen, stock.moves, stock.label)
print(asdict(ink), astuple(Sku("Z", 9)), asdict(milk)["sku"], [f.name for f in fields(Perishable)], [f.name for f in fields(stock)], fields(Stock)[-1].metadata["max"], Perishable.created, milk.history)
print(sum(item.value() for item in stock.items.values()), isinstance(milk, Item), Item(Sku("F", 1), "Milk", price=0.9) == milk, repr(stock)[:48], hash(Sku("q", 1)) == hash(Sku("q", 1)))
for number in range(3):
    try:
        match number:
            case 0:
                stock.move(ink.sku, -2)
            case 1:
                stock.move(Sku("N", 0), 1)
            case 2:
                ink.sku.number = 5  # type: ignore[misc]
    except (ValueError, KeyError, FrozenInstanceError, TypeError) as error:
        print(type(error).__name__, error)
Sku.parse("broken")
