"""Descriptors that keep values in the dict of the object, as books show them."""

from __future__ import annotations

import copy
import math
from collections.abc import Callable
from functools import cached_property
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Validated:
    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, obj: Any, owner: type | None = None) -> Any:
        if obj is None:
            return self
        try:
            return obj.__dict__[self.name]
        except KeyError:
            raise AttributeError(f"{type(obj).__name__}.{self.name} is not set") from None

    def __set__(self, obj: Any, value: Any) -> None:
        value = self.check(value)
        obj.__dict__[self.name] = value

    def check(self, value: Any) -> Any:
        return value


class Quantity(Validated):
    def check(self, value: Any) -> Any:
        if value <= 0:
            raise ValueError(f"{self.name} must be > 0, not {value!r}")
        return value


class Text(Validated):
    def check(self, value: Any) -> Any:
        value = value.strip()
        if not value:
            raise ValueError(f"{self.name} is blank")
        return value


class LineItem:
    description = Text()
    weight = Quantity()
    price = Quantity()

    def __init__(self, description: str, weight: float, price: float) -> None:
        self.number = 7
        self.description = description
        self.weight = weight
        self.price = price

    def subtotal(self) -> float:
        return float(self.weight * self.price)


class Special(LineItem):
    rebate = Quantity()

    def __init__(self, description: str, weight: float, price: float, rebate: float) -> None:
        super().__init__(description, weight, price)
        self.rebate = rebate


class Bare:
    price = Quantity()


class lazy(Generic[T]):
    """A property that is computed once."""

    def __init__(self, function: Callable[[Any], T]) -> None:
        self.function = function
        self.name = function.__name__

    def __get__(self, obj: Any, owner: type) -> T:
        if obj is None:
            return self  # type: ignore[return-value]
        print(f"computing {self.name}")
        value = self.function(obj)
        obj.__dict__[self.name] = value
        return value


class Circle:
    def __init__(self, radius: float) -> None:
        self.radius = radius

    @lazy
    def area(self) -> float:
        return round(math.pi * self.radius**2, 3)


class Typed:
    def __init__(self, kind: type, default: object = None) -> None:
        self.kind = kind
        self.default = default

    def __set_name__(self, owner: type, name: str) -> None:
        self.key = "_" + name

    def __get__(self, obj: object, owner: type) -> Any:
        return vars(obj).get(self.key, self.default)

    def __set__(self, obj: object, value: object) -> None:
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.key[1:]} must be {self.kind.__name__}, not {type(value).__name__}")
        obj.__dict__[self.key] = value


class Point:
    x = Typed(int)
    y = Typed(int, 5)

    def __init__(self, x: int) -> None:
        self.x = x


class Secret:
    __hidden = Typed(str, "none")
    __weight = Quantity()

    def __init__(self) -> None:
        self.__weight = 4
        try:
            self.__weight = 0
        except ValueError as error:
            print(error)

    def hide(self, text: str) -> str:
        self.__hidden = text
        return f"{self.__hidden} {self.__weight}"


class A:
    def __init__(self) -> None:
        self.a = 1


class B:
    size = Quantity()

    def __init__(self) -> None:
        self.b = 2

    @cached_property
    def half(self) -> float:
        print("halving")
        return self.size / 2


class C(A, B):
    def __init__(self) -> None:
        A.__init__(self)
        B.__init__(self)
        self.size = 3

    @cached_property
    def total(self) -> int:
        return self.a + self.b


def main() -> None:
    item = LineItem(" figs ", 2, 1.5)
    print(item.description, item.weight, item.price, item.subtotal())
    print(item.__dict__, vars(item))
    for name, value in (("weight", 0), ("price", -2.5), ("description", "  ")):
        try:
            setattr(item, name, value)
        except ValueError as error:
            print(error)
    name = "weight"
    setattr(item, name[:6], 12)
    print(item.weight)
    item.weight = 10
    print(item.subtotal(), "weight" in item.__dict__, item.__dict__.get("colour"))
    twin = copy.copy(item)
    twin.price = 99
    print(item.price, twin.price, copy.deepcopy(twin).price)
    special = Special("dates", 1, 2, 0.5)
    print(vars(special), type(Special.rebate).__name__, LineItem.price is Special.price)
    bare = Bare.__new__(Bare)
    try:
        print(bare.price)
    except AttributeError as error:
        print(error)
    anything: Any = special
    anything.rebate = 0.75
    print(anything.rebate, anything.weight, getattr(anything, "price"))

    circle = Circle(2)
    print(vars(circle))
    print(circle.area, circle.area, vars(circle))
    held: Any = Circle(1)
    print(held.area, held.area)

    point = Point(3)
    print(point.x, point.y, point.__dict__)
    try:
        point.y = "7"
    except TypeError as error:
        print(error)
    point.y = 8
    print(point.x, point.y, sorted(vars(point).items()))
    secret = Secret()
    print(secret.hide("secret"))
    c = C()
    print(c.a, c.b, c.size, c.__dict__.get("size"), c.half, c.half, c.total)


main()
