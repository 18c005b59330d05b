"""Objects made without `__init__`: `cls.__new__(cls)` in class methods, for subclasses, copies and generic classes."""

from __future__ import annotations

from typing import Generic, TypeVar

T = TypeVar("T")


class Span:
    __slots__ = ("low", "high")

    def __init__(self, low: int, high: int) -> None:
        print(f"  init {type(self).__name__}")
        if low > high:
            raise ValueError(f"{low} > {high}")
        self.low, self.high = low, high

    @classmethod
    def unchecked(cls, low: int, high: int) -> Span:
        made = cls.__new__(cls)
        made.low = low
        made.high = high
        return made

    def copy(self) -> Span:
        made = self.__class__.__new__(self.__class__)
        made.low, made.high = self.low, self.high
        return made

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.low}, {self.high})"


class Wide(Span):
    __slots__ = ()

    def width(self) -> int:
        return self.high - self.low


class Stack(Generic[T]):
    def __init__(self, *items: T) -> None:
        self.items = list(items)

    @classmethod
    def wrap(cls, items: list[T]) -> Stack[T]:
        made = cls.__new__(cls)
        made.items = items
        return made

    def __len__(self) -> int:
        return len(self.items)


class Counted:
    made = 0

    def __new__(cls, name: str) -> Counted:
        cls.made += 1
        return super().__new__(cls)

    def __init__(self, name: str) -> None:
        self.name = name

    @classmethod
    def bare(cls, name: str) -> Counted:
        one = cls.__new__(cls, name)
        return one


print(Span(1, 2), Span.unchecked(5, 3), Wide.unchecked(9, 1), Wide(1, 4).copy())
wide = Wide.unchecked(2, 7)
print(isinstance(wide, Wide), wide.width() if isinstance(wide, Wide) else None, type(wide.copy()).__name__)
shared = [1, 2]
stack = Stack.wrap(shared)
shared.append(3)
print(len(stack), stack.items is shared, len(Stack("a")), len(Stack.wrap(["x"])))
print(Counted("a").name, Counted.made, type(Counted.bare("b")).__name__, Counted.made)
kind: type[Span] = Wide
print(
    kind.__new__(kind).__class__.__name__,
    Span.__new__(Span).__class__.__name__,
    object.__new__(Wide).__class__.__name__,
)
try:
    print(Span.__new__(Span).low)
except AttributeError as error:
    print("AttributeError:", error)
Span(2, 1)
