"""Descriptors that validate, remember per instance, and tell a class's schema."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar, overload

T = TypeVar("T")


class Field(ABC, Generic[T]):
    def __init__(self, default: T) -> None:
        self.default = default
        self.name = "?"

    def __set_name__(self, owner: type[Record], name: str) -> None:
        self.name = name
        owner.schema = {**owner.schema, name: type(self).__name__}

    @overload
    def __get__(self, instance: None, owner: type[Record]) -> Field[T]: ...
    @overload
    def __get__(self, instance: Record, owner: type[Record]) -> T: ...
    def __get__(self, instance: Record | None, owner: type[Record]) -> Field[T] | T:
        if instance is None:
            return self
        value: T = instance.values.get(self.name, self.default)
        return value

    def __set__(self, instance: Record, value: T) -> None:
        checked = self.check(value)
        if instance.frozen:
            raise AttributeError(f"{self.name} is frozen")
        instance.values[self.name] = checked

    def __delete__(self, instance: Record) -> None:
        try:
            del instance.values[self.name]
        except KeyError:
            raise AttributeError(f"{self.name} is not set") from None

    @abstractmethod
    def check(self, value: T) -> T: ...


class Whole(Field[int]):
    def __init__(self, low: int, high: int) -> None:
        super().__init__(low)
        self.span = range(low, high + 1)

    def check(self, value: int) -> int:
        if value not in self.span:
            raise ValueError(f"{self.name}: {value} is not in {self.span.start}..{self.span[-1]}")
        return value


class Text(Field[str]):
    def __init__(self, pattern: str, *steps: Callable[[str], str]) -> None:
        super().__init__("")
        self._pattern = re.compile(pattern)
        self._steps = steps

    def check(self, value: str) -> str:
        for step in self._steps:
            value = step(value)
        if not self._pattern.fullmatch(value):
            raise ValueError(f"{self.name}: {value!r} does not match {self._pattern.pattern}")
        return value


class OneOf(Field[str]):
    def __init__(self, *choices: str) -> None:
        super().__init__(choices[0])
        self.choices = choices

    def check(self, value: str) -> str:
        for choice in self.choices:
            if choice.startswith(value):
                return choice
        raise ValueError(f"{self.name}: {value!r} is none of {', '.join(self.choices)}")


class Record:
    schema: ClassVar[dict[str, str]] = {}

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.frozen = False

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{k}={v!r}' for k, v in self.values.items())})"


class Seat(Record):
    row = Whole(1, 30)
    letter = Text("[A-F]", str.strip, str.upper)
    kind = OneOf("economy", "business", "first")


class Meal(Record):
    name = Text(r"\w+( \w+)*", lambda text: " ".join(text.split()), str.title)
    heat = Whole(0, 3)


seat, meal = Seat(), Meal()
print(seat, seat.row, repr(seat.letter), seat.kind)
seat.row, seat.letter, seat.kind = 12, " c ", "bus"
meal.name = "  pea   soup "
meal.heat += 2
print(seat, meal, seat.row + 1, sep=" | ")
for name, attempt in {"row": 31, "heat": -1}.items():
    try:
        if name == "row":
            seat.row = attempt
        else:
            meal.heat = attempt
    except ValueError as error:
        print(error)
for text in ("G", "AB", "é"):
    try:
        seat.letter = text
    except ValueError as error:
        print(error)
try:
    seat.kind = "luxury"
except ValueError as error:
    print(error)
del seat.row
print(seat, seat.row)
try:
    del seat.row
except AttributeError as error:
    print(error, error.__cause__, error.__suppress_context__)
seat.frozen = True
try:
    seat.kind = "first"
except AttributeError as error:
    print(error)
print(Seat.schema, Meal.schema, Record.schema, type(Seat.row).__name__, Seat.kind.name, sep="\n")
