"""A rational number of our own: normal form, the tower of operators, the Stern-Brocot walk, Egyptian sums."""

from __future__ import annotations

import math
from collections.abc import Iterator
from functools import total_ordering
from itertools import islice
from typing import ClassVar, Union


@total_ordering
class Ratio:
    __slots__ = ("top", "bottom")
    ZERO: ClassVar[Ratio]

    def __init__(self, top: int, bottom: int = 1) -> None:
        if bottom == 0:
            raise ZeroDivisionError(f"Ratio({top}, 0)")
        shared = math.gcd(top, bottom) * (1 if bottom > 0 else -1)
        self.top, self.bottom = top // shared, bottom // shared

    @classmethod
    def coerce(cls, value: Union[Ratio, int, str]) -> Ratio:
        if isinstance(value, Ratio):
            return value
        if isinstance(value, int):
            return cls(value)
        top, slash, bottom = value.partition("/")
        return cls(int(top), int(bottom) if slash else 1)

    def __add__(self, other: Ratio | int) -> Ratio:
        o = Ratio.coerce(other)
        return Ratio(self.top * o.bottom + o.top * self.bottom, self.bottom * o.bottom)

    __radd__ = __add__

    def __neg__(self) -> Ratio:
        return Ratio(-self.top, self.bottom)

    def __sub__(self, other: Ratio | int) -> Ratio:
        return self + -Ratio.coerce(other)

    def __rsub__(self, other: int) -> Ratio:
        return -self + other

    def __mul__(self, other: Ratio | int) -> Ratio:
        o = Ratio.coerce(other)
        return Ratio(self.top * o.top, self.bottom * o.bottom)

    __rmul__ = __mul__

    def __truediv__(self, other: Ratio | int) -> Ratio:
        o = Ratio.coerce(other)
        return Ratio(self.top * o.bottom, self.bottom * o.top)

    def __rtruediv__(self, other: int) -> Ratio:
        return Ratio(other) / self

    def __floordiv__(self, other: Ratio | int) -> int:
        return math.floor(self / other)

    def __pow__(self, power: int) -> Ratio:
        if power < 0:
            return 1 / self**-power
        return Ratio(self.top**power, self.bottom**power)

    def __floor__(self) -> int:
        return self.top // self.bottom

    def __ceil__(self) -> int:
        return -(-self.top // self.bottom)

    def __trunc__(self) -> int:
        return math.floor(self) if self.top >= 0 else math.ceil(self)

    def __round__(self) -> int:
        return math.floor(self + Ratio(1, 2))

    def __abs__(self) -> Ratio:
        return -self if self.top < 0 else self

    def __float__(self) -> float:
        return self.top / self.bottom

    def __bool__(self) -> bool:
        return self.top != 0

    def __eq__(self, other: object) -> bool:
        if isinstance(other, int):
            return self.bottom == 1 and self.top == other
        return isinstance(other, Ratio) and (self.top, self.bottom) == (other.top, other.bottom)

    def __lt__(self, other: Ratio | int) -> bool:
        o = Ratio.coerce(other)
        return self.top * o.bottom < o.top * self.bottom

    def __hash__(self) -> int:
        return hash(self.top) if self.bottom == 1 else hash((self.top, self.bottom))

    def __repr__(self) -> str:
        return f"{self.top}" if self.bottom == 1 else f"{self.top}/{self.bottom}"


Ratio.ZERO = Ratio(0)


def egyptian(part: Ratio) -> Iterator[Ratio]:
    while part:
        unit = Ratio(1, math.ceil(1 / part))
        yield unit
        part -= unit


def stern_brocot(goal: Ratio) -> str:
    steps: list[str] = []
    a, b, c, d = 0, 1, 1, 0
    while (here := Ratio(a + c, b + d)) != goal:
        if goal < here:
            steps.append("L")
            c, d = a + c, b + d
        else:
            steps.append("R")
            a, b = a + c, b + d
    return "".join(steps)


def calkin_wilf() -> Iterator[Ratio]:
    q = Ratio(1)
    while True:
        yield q
        q = 1 / (2 * Ratio(math.floor(q)) - q + 1)


half, third = Ratio.coerce("1/2"), Ratio.coerce("-4/-12")
print(half + third, half - third, 1 - half, half * third, 3 * half, half / third, 2 / third, half**-3, -half)
print(
    math.floor(-half),
    math.ceil(-half),
    math.trunc(-half),
    round(half),
    abs(-third),
    float(third),
    7 // 2,
)
print(
    half > third,
    half <= 1,
    Ratio(4, 2) == 2,
    hash(Ratio(6, 3)) == hash(2),
    sorted([half, third, Ratio.ZERO, Ratio(-3, 7)]),
)
print(list(egyptian(Ratio(5, 7))), list(egyptian(Ratio(4, 13))), sum(egyptian(Ratio(3, 7)), Ratio.ZERO))
print([stern_brocot(Ratio.coerce(text)) for text in ("1", "5/7", "22/7", "3/8")])
print(list(islice(calkin_wilf(), 14)), Ratio(17, 3) // half)
total = Ratio.ZERO
for n in range(1, 21):
    total += Ratio(1, n)
print(total, f"{float(total):.10f}")
for text in ("1/0", "x", "1/"):
    try:
        print(Ratio.coerce(text))
    except (ZeroDivisionError, ValueError) as error:
        print(type(error).__name__, error)
