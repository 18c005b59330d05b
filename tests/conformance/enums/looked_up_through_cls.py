"""Members found through `cls`, text made by lambdas in the class body, sums of a class of one's own."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, Flag, auto
from typing import Any, ClassVar


class Right(Flag):
    READ = auto()
    WRITE = auto()
    ADMIN = READ | WRITE

    @classmethod
    def parse(cls, text: str) -> Right:
        found = cls(0)
        for right in (cls[word.upper()] for word in text.split("+")):
            found |= right
        return found

    @classmethod
    def each(cls, *words: str) -> list[Right]:
        return [cls[word] for word in words]


class Suit(Enum):
    CLUBS = "♣"
    HEARTS = "♥"

    @classmethod
    def named(cls, name: str, default: str = "CLUBS") -> Suit:
        try:
            return cls[name]
        except KeyError as error:
            print("no", error)
            return cls[default]


class Money:
    unit = "EUR"

    def __init__(self, cents: int) -> None:
        self.cents = cents

    def __add__(self, other: Money) -> Money:
        return Money(self.cents + other.cents)

    def __radd__(self, other: int) -> Money:
        return self if other == 0 else NotImplemented

    def __format__(self, spec: str) -> str:
        return f"{self.cents / 100:{spec or '.2f'}} {self.unit}"

    __str__ = __repr__ = lambda self: format(self, "")
    doubled: ClassVar[Callable[[Any], Money]] = lambda self: Money(self.cents * 2)  # noqa: E731


print(Right.parse("read"), Right.parse("write+read") is Right.ADMIN, Right.each("ADMIN", "READ"))
try:
    Right.parse("read+fly")
except KeyError as error:
    print("KeyError", error)
print(Suit.named("HEARTS"), Suit.named("STARS"), Suit.named("", "HEARTS").value)
print([Suit[name] for name in ("HEARTS", "CLUBS")], [kind["READ"] for kind in (Right,)])
prices = [Money(250), Money(1), Money(99)]
print(
    sum(prices),
    sum(p for p in prices if p.cents > 50),
    sum([Money(5)], Money(1)),
    sum([m.cents for m in prices]),
)
print(prices, str(prices[0]), f"{prices[0]:>8.1f}", repr(sum(prices)))
anything: Any = prices[1]
print(anything, anything.doubled(), prices[0].doubled(), [p.doubled() for p in prices])
held: list[object] = [prices[0], Suit.CLUBS, Right.READ]
print(held, [str(thing) for thing in held])
