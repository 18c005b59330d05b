"""Annotations in a module that keeps them as texts: get_type_hints evaluates them, the rest reads the texts."""

from __future__ import annotations

import dataclasses
from typing import Any, ClassVar, NamedTuple, Optional, get_type_hints


class Column:
    def __init__(self, kind: Any, optional: bool) -> None:
        self.kind = kind
        self.optional = optional


class TableMeta(type):
    columns: dict[str, Column]

    def __init__(cls, name: str, bases: tuple[type, ...], namespace: dict[str, Any]) -> None:
        super().__init__(name, bases, namespace)
        texts: dict[str, str] = namespace.get("__annotations__", {})
        cls.columns = {key: Column(text.removesuffix(" | None"), "None" in text) for key, text in texts.items()}


class Table(metaclass=TableMeta):
    pass


class User(Table):
    name: str
    age: int | None = None
    friends: list[User]


class Pair(NamedTuple):
    left: int
    right: dict[str, list[int]]


@dataclasses.dataclass(frozen=True)
class Base:
    number: int
    label: Optional[str] = None
    shared: ClassVar[list[int]] = []


@dataclasses.dataclass(frozen=True)
class Item(Base):
    price: float = 1.5
    tags: tuple[str, ...] = ()

    def total(self, count: int, *, tax: float = 0.0) -> float:
        return self.price * count + tax


class Checked:
    """Tests its attributes against the annotations of its class."""

    def __init__(self, **values: Any) -> None:
        for name, kind in get_type_hints(type(self)).items():
            value = values[name]
            if not isinstance(value, kind):
                raise TypeError(f"{name} must be {kind.__name__}, not {type(value).__name__}")
        self.values = values


class Order(Checked):
    number: int
    note: str


print([(key, column.kind, column.optional) for key, column in User.columns.items()])
print(User.__annotations__, get_type_hints(User))
print(get_type_hints(Pair), Pair(1, {}).left)
print(Base.__annotations__, Item.__annotations__, get_type_hints(Item))
print([(field.name, field.type) for field in dataclasses.fields(Item)])
print(Item.total.__annotations__, get_type_hints(Item.total))
print([field.type for field in dataclasses.fields(Item(3, "x"))], Item(3).total(4, tax=1.0))
print(Order(number=3, note="x").values)
for values in ({"number": "3", "note": "x"}, {"number": 3, "note": None}):
    try:
        Order(**values)
    except TypeError as error:
        print("TypeError", error)


def shown(cls: type[Any]) -> str:
    return ", ".join(f"{name}: {text}" for name, text in cls.__annotations__.items())


print([shown(cls) for cls in (User, Item, Order, Table)])


def exact(price: Order, name: "str") -> "Order | None":
    return None


print(exact.__annotations__)
