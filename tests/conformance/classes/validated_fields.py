"""Descriptors that validate: __set_name__, ranges, choices, derived values, caches, defaults, errors that name the field."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar, overload

T = TypeVar("T")


class FieldError(ValueError):
    def __init__(self, field: str, reason: str, value: object) -> None:
        super().__init__(f"{field}: {reason} (got {value!r})")
        self.field = field


class Field(ABC, Generic[T]):
    """A data descriptor that keeps values by the name it is given."""

    def __init__(self, default: T) -> None:
        self.default = default
        self.name = "?"
        self.owner = "?"

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name
        self.owner = owner.__name__

    @overload
    def __get__(self, record: None, owner: type) -> Field[T]: ...
    @overload
    def __get__(self, record: Record, owner: type) -> T: ...
    def __get__(self, record: Record | None, owner: type) -> Field[T] | T:
        if record is None:
            return self
        value: T = record.values.get(self.name, self.default)
        return value

    def __set__(self, record: Record, value: T) -> None:
        record.changes.append(f"{self.name}={value!r}")
        record.values[self.name] = self.check(value)

    def __delete__(self, record: Record) -> None:
        if self.name not in record.values:
            raise AttributeError(f"{self.owner}.{self.name} is not set")
        del record.values[self.name]

    @abstractmethod
    def check(self, value: T) -> T: ...

    def fail(self, reason: str, value: object) -> FieldError:
        return FieldError(f"{self.owner}.{self.name}", reason, value)


class Number(Field[float]):
    def __init__(self, low: float, high: float, default: float = 0.0) -> None:
        super().__init__(default)
        self.low, self.high = low, high

    def check(self, value: float) -> float:
        if not self.low <= value <= self.high:
            raise self.fail(f"must be between {self.low:g} and {self.high:g}", value)
        return value


class Text(Field[str]):
    def __init__(self, *, longest: int = 20, strip: bool = True) -> None:
        super().__init__("")
        self.longest, self.strip = longest, strip

    def check(self, value: str) -> str:
        if self.strip:
            value = value.strip()
        if len(value) > self.longest:
            raise self.fail(f"longer than {self.longest}", value)
        return value


class Choice(Field[str]):
    def __init__(self, *options: str) -> None:
        super().__init__(options[0])
        self.options = options

    def check(self, value: str) -> str:
        for option in self.options:
            if option.casefold() == value.casefold():
                return option
        raise self.fail(f"not one of {'/'.join(self.options)}", value)


class Listed(Field[list[int]]):
    def check(self, value: list[int]) -> list[int]:
        if any(a > b for a, b in zip(value, value[1:])):
            raise self.fail("not ascending", value)
        return list(value)


class Derived(Generic[T]):
    """Computed from the record when asked, kept until something changes."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self.compute = compute
        self.calls = 0

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, record: Record, owner: type) -> T:
        key = (self.name, len(record.changes))
        if key not in record.cache:
            self.calls += 1
            record.cache[key] = self.compute(record)
        result: T = record.cache[key]
        return result


class Record:
    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.changes: list[str] = []
        self.cache: dict[tuple[str, int], Any] = {}


class Product(Record):
    name = Text(longest=12)
    price = Number(0, 10_000, default=1)
    discount = Number(0, 1)
    kind = Choice("Tool", "Toy", "Food")
    sizes = Listed([])

    def __init__(self, name: str, price: float, **more: str) -> None:
        super().__init__()
        self.name = name
        self.price = price
        if "kind" in more:
            self.kind = more["kind"]

    final = Derived(lambda self: round(self.price * (1 - self.discount), 2))

    @Derived
    def title(self) -> str:
        return f"{self.name} ({self.kind.lower()})"


class Meal(Product):
    kind = Choice("Food")
    spice = Number(-1, 5, default=2.5)


def attempt(action: Callable[[], object]) -> None:
    try:
        print("ok", action())
    except FieldError as error:
        print("field", error.field, "|", error)
    except AttributeError as error:
        print("attribute", error)


def fill(record: Product, names: Sequence[str], value: float) -> None:
    for name in names:
        match name:
            case "price":
                record.price = value
            case "discount":
                record.discount = value
            case other:
                raise KeyError(other)


def main() -> None:
    hammer = Product("  hammer ", 20.0, kind="tool")
    print(hammer.name, hammer.price, hammer.kind, hammer.discount, hammer.sizes, hammer.final, hammer.title)
    fill(hammer, ["discount", "price"], 0.25)
    hammer.price += 99.5
    print(hammer.final, hammer.final, hammer.changes)
    hammer.sizes = sizes = [1, 2, 5]
    sizes.append(0)
    print(hammer.sizes, hammer.sizes is sizes, hammer.values)
    soup = Meal("soup", 7, kind="FOOD")
    print(soup.kind, soup.spice, soup.title, soup.final, Meal.spice.owner, Meal.name.owner, Meal.kind.name)
    attempt(lambda: setattr(hammer, "price", -1))
    attempt(lambda: setattr(hammer, "name", "a very long name"))
    attempt(lambda: Meal("cake", 3, kind="toy"))
    attempt(lambda: fill(hammer, ["price", "discount"], 2))
    attempt(lambda: setattr(hammer, "sizes", [3, 2]))
    attempt(lambda: setattr(soup, "spice", 5))
    print(hammer.price, soup.spice, hammer.changes[-2:])
    del soup.spice
    print(soup.spice)

    def again() -> None:
        del soup.spice

    attempt(again)
    print(
        type(Product.price).__name__,
        Product.price.name,
        isinstance(Product.kind, Field),
        Product.price.default,
    )
    try:
        fill(soup, ["colour"], 1)
    except KeyError as error:
        print("KeyError", error)


main()
