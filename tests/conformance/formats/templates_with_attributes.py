"""Templates with attributes and items: literals, constants, tables of messages, string.Formatter."""

from __future__ import annotations

import string
from collections import deque
from dataclasses import dataclass, field
from datetime import date
from enum import Enum


class Status(Enum):
    OPEN = "open"
    PAID = "paid"


@dataclass
class Address:
    street: str
    town: str


@dataclass
class Customer:
    name: str
    address: Address
    tags: list[str] = field(default_factory=list)
    extra: dict[str, int] = field(default_factory=dict)

    @property
    def initials(self) -> str:
        return "".join(part[0] for part in self.name.split())


class Grid:
    def __init__(self, width: int) -> None:
        self.width = width

    def __getitem__(self, key: int | str) -> str:
        return f"cell {key!r} of {self.width}"


LINE = "{c.name:<12}|{c.address.town:>10}|{total:8.2f}|{when.year}"
MESSAGES = {
    "greet": "Dear {0.name} ({0.initials}) of {0.address.street}!",
    "tags": "{0.tags[0]} and {0.tags[1]}, {0.extra[age]} years, {0.extra[age]:>+5}",
    "status": "{status.name}: {status.value!r} {status}",
    "kind": "{0.__class__.__name__} {1.__class__.__name__}",
}


class Invoice:
    template = "No. {self.number} {self.customer.name}: {self.total:.2f}"

    def __init__(self, number: int, customer: Customer, total: float) -> None:
        self.number, self.customer, self.total = number, customer, total

    def __str__(self) -> str:
        return self.template.format(self=self)

    def __format__(self, spec: str) -> str:
        return f"<{self.number}:{spec}>"


ann = Customer("Ann Lee", Address("Elm 3", "Bath"), ["new", "vip"], {"age": 41})
print(LINE.format(c=ann, total=12.5, when=date(2024, 2, 29)))
for key, args in [("greet", (ann,)), ("tags", (ann,)), ("kind", (ann, 3))]:
    print(MESSAGES[key].format(*args))
print(MESSAGES["status"].format(status=Status.PAID))
print(Invoice(7, ann, 99.5))
print("{0:x} {0.number:>{1}} {0.customer.address}".format(Invoice(7, ann, 1.0), 6))
print("{.name} {.town}".format(ann, ann.address))
print("{p.real} {p.imag}".format(p=3 + 4j), "{0.numerator}/{0.denominator}".format(6))
print("{g[5]} {g[a]} {d[1]} {t[0][1]} {b[0]}".format(g=Grid(2), d=deque([1, 2]), t=([8, 9],), b=b"A"))
print("{c.name} {c.tags}".format_map({"c": ann}))
print(string.Formatter().format("{0.name}, {1.town!r:>8} {x.tags[1]}", ann, ann.address, x=ann))
for template in (
    "{0.colour}",
    "{0.name.x}",
    "{0.}",
    "{0.tags[9]}",
    "{0.tags[x]}",
    "{0[1]}",
    "{0.extra[b]}",
    "{0.name]}",
):
    try:
        print(template.format(ann))
    except (AttributeError, ValueError, IndexError, TypeError, KeyError) as error:
        print(template, type(error).__name__, error)
rows = [ann, Customer("Bo", Address("Oak 1", "York"), ["x", "y"])]
print("\n".join(map("{0.name} <{0.address.town}>".format, rows)))
