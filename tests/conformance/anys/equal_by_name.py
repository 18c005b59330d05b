from __future__ import annotations
from dataclasses import dataclass
from fractions import Fraction
from datetime import date
from enum import Enum
from typing import Any


class Plain:
    pass


class Child(Plain):
    def __eq__(self, other: object) -> bool:
        return isinstance(other, Child)


class Name(str):
    pass


class Color(Enum):
    RED = 1


@dataclass
class P:
    x: int


def show(a: Any, b: Any) -> None:
    print(a.__eq__(b), a.__ne__(b), end="; ")


def show_object(a: object, b: object) -> None:
    print(a.__eq__(b), a.__ne__(b))


p, c = Plain(), Child()
values: list[Any] = [1, True, 2.0, "a", b"a", [1], (1,), {1: 2}, {1}, None, p, c, P(1), Name("a"), Fraction(1, 2), date(2020, 1, 1), Color.RED, range(3)]
for one in values:
    print(type(one).__name__)
    for other in (one, 1, "a", None, P(1)):
        show(one, other)
        show_object(one, other)
