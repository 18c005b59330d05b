"""A subclass on the right is asked first: by its static type, by its class, as Any, in containers."""

from __future__ import annotations

from typing import Any


class Base:
    def __init__(self, x: int) -> None:
        self.x = x

    def __eq__(self, other: object) -> bool:
        print("Base.eq", end=" ")
        return isinstance(other, Base) and other.x == self.x

    def __lt__(self, other: Base) -> bool:
        print("Base.lt", end=" ")
        return self.x < other.x

    def __gt__(self, other: Base) -> bool:
        print("Base.gt", end=" ")
        return self.x > other.x

    def __add__(self, other: Base) -> Base:
        print("Base.add", end=" ")
        return Base(self.x + other.x)

    def __radd__(self, other: Base) -> Base:
        print("Base.radd", end=" ")
        return Base(self.x + other.x)

    def __hash__(self) -> int:
        return self.x

    def __sub__(self, other: Base) -> Base:
        print("Base.sub", end=" ")
        return Base(self.x - other.x)


class Sub(Base):
    def __eq__(self, other: object) -> bool:
        print("Sub.eq", end=" ")
        return isinstance(other, Sub) and other.x == self.x

    def __gt__(self, other: Base) -> bool:
        print("Sub.gt", end=" ")
        return self.x > other.x

    def __radd__(self, other: Base) -> Base:
        print("Sub.radd", end=" ")
        return Sub(self.x + other.x)

    def __rsub__(self, other: Base) -> Base:
        print("Sub.rsub", end=" ")
        return Sub(other.x - self.x)

    __hash__ = Base.__hash__


class Quiet(Base):
    pass


def pairs(items: list[Base]) -> None:
    for a in items:
        for b in items:
            print(type(a).__name__, type(b).__name__)
            print(" ", a == b, a != b)
            print(" ", a < b, a > b)
            print(" ", type(a + b).__name__, type(a - b).__name__)


def loose(items: list[Any]) -> None:
    for a in items:
        for b in items:
            print(" ", a == b, a != b, a < b, a > b, type(a + b).__name__, type(a - b).__name__)


things: list[Base] = [Base(1), Sub(1), Quiet(1)]
pairs(things)
loose(things)
print(Sub(1) in [Base(1)], Base(1) in [Sub(1)], things.index(Sub(1)), things.count(Base(1)))
print([x.x for x in sorted([Sub(3), Base(2), Sub(1), Quiet(0)])])
print({Base(1): "a"}.get(Sub(1)), max(things).x, (Base(1), 2) == (Sub(1), 2))


class Loud(str):
    def __eq__(self, other: object) -> bool:
        return isinstance(other, str) and self.upper() == other.upper()

    def __hash__(self) -> int:
        return hash(self.upper())

    def __gt__(self, other: str) -> bool:
        return True

    def __lt__(self, other: str) -> bool:
        return False


def check(a: str, b: str) -> None:
    print(a == b, a != b, a < b, a > b, b == a, b < a)


check("a", Loud("A"))
check("a", "A")
check(Loud("x"), Loud("X"))
texts: list[str] = ["a", Loud("B")]
print("A" in texts, "b" in texts, texts.index("b"), texts == ["a", "b"], sorted(texts))


class Row(tuple[int, ...]):
    def __eq__(self, other: object) -> bool:
        return isinstance(other, tuple) and sum(self) == sum(other)

    def __hash__(self) -> int:
        return 1


rows: list[tuple[int, ...]] = [(1, 2), Row((3,))]
print([a == b for a in rows for b in rows], (1, 2) == Row((2, 1)))
