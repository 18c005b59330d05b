"""Attributes that are objects with `__get__`, `__set__`, `__delete__` and `__set_name__`."""

from __future__ import annotations

from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class Positive:
    def __set_name__(self, owner: type, name: str) -> None:
        print("set_name", owner.__name__, name)
        self.name = name
        self.values: dict[int, int] = {}

    def __get__(self, obj: object, owner: type | None = None) -> int:
        if obj is None:
            return -1
        return self.values.get(id(obj), 0)

    def __set__(self, obj: object, value: int) -> None:
        if value < 0:
            raise ValueError(f"{self.name} must be positive")
        self.values[id(obj)] = value

    def __delete__(self, obj: object) -> None:
        print("delete", self.name)
        del self.values[id(obj)]


class Item:
    price = Positive()
    count = Positive()

    def __init__(self, price: int, count: int) -> None:
        self.price = price
        self.count = count

    def total(self) -> int:
        return self.price * self.count


i, j = Item(3, 4), Item(5, 6)
print(i.total(), j.total(), i.price, Item.price)
i.price += 10
print(i.total(), j.total())
try:
    i.count = -1
except ValueError as e:
    print(e)
del i.count
print(i.count)


class Lazy(Generic[T]):
    def __init__(self, value: T) -> None:
        self.value = value

    @overload
    def __get__(self, obj: None, owner: type) -> Lazy[T]: ...
    @overload
    def __get__(self, obj: object, owner: type) -> T: ...
    def __get__(self, obj: object | None, owner: type) -> Lazy[T] | T:
        print("get", owner.__name__)
        return self if obj is None else self.value


class Conf:
    host = Lazy("localhost")
    port = Lazy(8080)


c = Conf()
print(c.host.upper(), c.port + 1, Conf.port.value)
