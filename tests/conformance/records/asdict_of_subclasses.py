"""asdict and astuple make lists, dicts and tuples of the classes they find, also of the program's own."""

from collections import Counter, OrderedDict
from dataclasses import asdict, astuple, dataclass, field
from typing import Any


class Tags(list[str]):
    def joined(self) -> str:
        return "+".join(self)


class Prices(dict[str, float]):
    def total(self) -> float:
        return sum(self.values())


class Pair(tuple[int, int]):
    pass


@dataclass
class Item:
    name: str
    tags: Tags


@dataclass
class Order:
    items: list[Item]
    prices: Prices
    where: Pair
    notes: "OrderedDict[str, list[int]]" = field(default_factory=OrderedDict)
    plain: dict[str, Item] = field(default_factory=dict)


order = Order(
    [Item("tea", Tags(["hot", "green"]))],
    Prices(tea=2.5, cake=3.25),
    Pair((3, 4)),
    OrderedDict([("b", [1]), ("a", [2, 3])]),
    {"one": Item("cup", Tags())},
)
for made in (asdict(order), astuple(order)):
    print(made)


def kinds(value: Any) -> str:
    return type(value).__name__


whole = asdict(order)
print([f"{name}: {kinds(value)}" for name, value in whole.items()])
tags = whole["items"][0]["tags"]
print(kinds(tags), tags.joined(), tags is order.items[0].tags)
print(whole["prices"].total(), whole["prices"] is order.prices, whole["prices"] == order.prices)
print([kinds(value) for value in astuple(order)], kinds(astuple(order)[0][0][1]))


@dataclass
class Letters:
    counts: "Counter[str]"


letters = asdict(Letters(Counter("hello")))
print(kinds(letters["counts"]), sorted(letters["counts"].items()))
