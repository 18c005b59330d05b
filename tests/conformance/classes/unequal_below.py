"""`!=` where classes of one hierarchy have written `__ne__`, `__eq__` or neither: who is asked, and in which order."""

from typing import Any


class Base:
    def __init__(self, x: int) -> None:
        self.x = x

    def __eq__(self, other: object) -> bool:
        print("Base.eq", self.x, end=" ")
        return isinstance(other, Base) and other.x == self.x


class Sub(Base):
    def __eq__(self, other: object) -> bool:
        print("Sub.eq", self.x, end=" ")
        return isinstance(other, Sub) and other.x == self.x


class Quiet(Base):
    pass


class SubNe(Base):
    def __ne__(self, other: object) -> bool:
        print("SubNe.ne", self.x, end=" ")
        return True


class SubNe2(Sub):
    def __ne__(self, other: object) -> bool:
        print("SubNe2.ne", self.x, end=" ")
        return NotImplemented


class Other:
    def __ne__(self, o: object) -> bool:
        print("Other.ne", end=" ")
        return True


class O2(Other):
    def __ne__(self, o: object) -> bool:
        print("O2.ne", end=" ")
        return True


class O3(Other):
    def __eq__(self, o: object) -> bool:
        print("O3.eq", end=" ")
        return True


def f(xs: list[Any]) -> None:
    for a in xs:
        for b in xs:
            print(type(a).__name__, type(b).__name__, a != b)


def g(xs: list[Base]) -> None:
    for a in xs:
        for b in xs:
            print(type(a).__name__, type(b).__name__, a != b)


def h(xs: list[Other]) -> None:
    for a in xs:
        for b in xs:
            print(type(a).__name__, type(b).__name__, a != b)


f([Base(1), Sub(1), Quiet(2), SubNe(3), SubNe2(4), Other(), O2(), O3()])
g([Base(1), Sub(1), Quiet(2), SubNe(3), SubNe2(4)])
h([Other(), O2(), O3()])
