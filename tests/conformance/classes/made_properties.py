"""Properties that functions make and classes keep."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any


def quantity(storage: str, check: Callable[[float], bool] = lambda v: v > 0) -> property:
    values: dict[int, float] = {}

    def getter(self: object) -> float:
        return values[id(self)]

    def setter(self: object, value: float) -> None:
        if not check(value):
            raise ValueError(f"{storage} must be positive, not {value!r}")
        values[id(self)] = value

    return property(getter, setter, doc=f"the {storage}")


def constant(value: object) -> property:
    return property(lambda self: value)


def blank() -> property:
    return property(None, lambda self, v: None)


class Item:
    weight = quantity("weight")
    price = quantity("price", lambda v: v >= 0)
    kind = constant("item")
    hidden = blank()

    def __init__(self, name: str, weight: float, price: float) -> None:
        self.name = name
        self.weight = weight
        self.price = price

    @property
    def total(self) -> float:
        return float(self.weight * self.price)


class Gift(Item):
    kind = constant("gift")


item, gift = Item("nut", 2.0, 1.5), Gift("box", 4.0, 0.0)
item.weight += 0.5
print(item.weight, item.price, item.total, item.kind, gift.kind, gift.total, gift.price)
for name, value in (("weight", 0.0), ("price", -1.0), ("weight", 3.0)):
    try:
        if name == "weight":
            item.weight = value
        else:
            item.price = value
        print(name, item.total)
    except ValueError as error:
        print(error)
try:
    item.kind = "x"
except AttributeError as error:
    print(error)
try:
    print(item.hidden)
except AttributeError as error:
    print(error)
try:
    del item.weight
except AttributeError as error:
    print(error)
held: Any = Item.weight
print(type(held).__name__, isinstance(held, property), held.fget(item), held.fset is not None, held.fdel)
held.__set__(item, 9.0)
other = held.getter(lambda self: -1.0)
print(item.weight, held.__get__(item), other.__get__(item), held.__get__(None, Item) is held)
