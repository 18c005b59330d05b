"""The ancestors of classes that derive from generic classes and protocols."""
from __future__ import annotations

from typing import Any, Generic, Protocol, TypeVar

T = TypeVar("T")
K = TypeVar("K")
R = TypeVar("R", covariant=True)


class Box(Generic[T]):
    def __init__(self, item: T) -> None:
        self.item = item


class Ints(Box[int]):
    pass


class Pair(Box[T], Generic[T, K]):
    pass


class Greets(Protocol):
    def greet(self) -> str: ...


class Polite(Greets):
    def greet(self) -> str:
        return "good day"


class Gets(Protocol[R]):
    def get(self) -> R: ...


class Mixin:
    pass


class Store(Mixin, Gets[str]):
    def get(self) -> str:
        return "x"


class Last(Mixin, Generic[T]):
    pass


class First(Generic[T], Mixin):
    pass


class Two(Ints, Polite):
    pass


def lineage(value: object) -> str:
    return " < ".join(cls.__name__ for cls in type(value).__mro__)


values: list[Any] = [Box(1), Ints(2), Pair("a"), Polite(), Store(), Last(), First(), Two(3)]
for value in values:
    print(lineage(value))
    print([base.__name__ for base in type(value).__bases__], type(value).__base__)
print(Box.__mro__, Greets.__mro__, Ints.__bases__, Gets.__bases__)
print(Ints in type(values[1]).__mro__, [c.__module__ for c in Polite.__mro__])
plain: list[object] = [1, "a", [1], {}, 2.5, True, ValueError("x"), KeyError("k")]
for thing in plain:
    print(lineage(thing))


class Failed(Mixin, ValueError):
    pass


class Slots:
    __slots__ = ("a",)


class Both(Mixin, Slots):
    pass


print(Failed.__base__, Both.__base__, First.__base__, Failed.__mro__, object.__base__)
