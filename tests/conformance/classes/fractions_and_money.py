"""Numbers of ones own: mixed arithmetic with ints, reflected operators, ordering, hashing, formatting."""

from __future__ import annotations

from functools import total_ordering
from math import gcd


@total_ordering
class Ratio:
    __slots__ = ("num", "den")

    def __init__(self, num: int, den: int = 1) -> None:
        if den == 0:
            raise ZeroDivisionError(f"Ratio({num}, 0)")
        sign = -1 if den < 0 else 1
        shared = gcd(num, den)
        self.num, self.den = sign * num // shared, sign * den // shared

    @staticmethod
    def of(value: object) -> Ratio | None:
        if isinstance(value, Ratio):
            return value
        return Ratio(value) if isinstance(value, int) else None

    def __add__(self, other: object) -> Ratio:
        o = Ratio.of(other)
        return NotImplemented if o is None else Ratio(self.num * o.den + o.num * self.den, self.den * o.den)

    __radd__ = __add__

    def __neg__(self) -> Ratio:
        return Ratio(-self.num, self.den)

    def __sub__(self, other: object) -> Ratio:
        o = Ratio.of(other)
        return NotImplemented if o is None else self + -o

    def __rsub__(self, other: object) -> Ratio:
        o = Ratio.of(other)
        return NotImplemented if o is None else o - self

    def __mul__(self, other: object) -> Ratio:
        o = Ratio.of(other)
        if o is None:
            return NotImplemented
        return Ratio(self.num * o.num, self.den * o.den)

    __rmul__ = __mul__

    def __truediv__(self, other: object) -> Ratio:
        o = Ratio.of(other)
        return NotImplemented if o is None else Ratio(self.num * o.den, self.den * o.num)

    def __rtruediv__(self, other: object) -> Ratio:
        o = Ratio.of(other)
        return NotImplemented if o is None else o / self

    def __pow__(self, power: int) -> Ratio:
        return Ratio(self.num**power, self.den**power) if power >= 0 else Ratio(1) / self**-power

    def __eq__(self, other: object) -> bool:
        o = Ratio.of(other)
        return NotImplemented if o is None else (self.num, self.den) == (o.num, o.den)

    def __lt__(self, other: object) -> bool:
        o = Ratio.of(other)
        return NotImplemented if o is None else self.num * o.den < o.num * self.den

    def __hash__(self) -> int:
        return hash(self.num) if self.den == 1 else hash((self.num, self.den))

    def __float__(self) -> float:
        return self.num / self.den

    def __bool__(self) -> bool:
        return self.num != 0

    def __abs__(self) -> Ratio:
        return Ratio(abs(self.num), self.den)

    def __repr__(self) -> str:
        return f"{self.num}/{self.den}" if self.den != 1 else str(self.num)

    def __format__(self, spec: str) -> str:
        return format(float(self), spec) if spec.endswith("f") else format(repr(self), spec)


half, third = Ratio(1, 2), Ratio(2, 6)
print(half + third, half - third, half * third, half / third, half**3, half**-2, -half, abs(-half))
print(1 + half, 1 - half, 2 * third, 1 / third, half + 1, half - 1, half / 2, 3 - third)
print(half == third, half == Ratio(2, 4), Ratio(4, 2) == 2, 2 == Ratio(4, 2), half != 1, half == "x")
print(half < third, half > third, half <= 1, half >= Ratio(1, 2), 1 > half, 0 < third, 1 <= half, max(half, third))
print(sorted([half, third, Ratio(-1), Ratio(5, 4)]), sum([half, third], Ratio(0)), sum([half, half]), bool(half - half))
print({Ratio(2): "two"}[Ratio(4, 2)], hash(Ratio(3)) == hash(3), float(third), f"{third:.3f}|{half:>6}|{half}|{half!r}")
total = Ratio(0)
for i in range(1, 8):
    total += Ratio(1, i)
print(total, f"{total:.4f}")
attempts = [lambda: half + "x", lambda: 1.5 - half, lambda: half < "y", lambda: half / 0, lambda: [] * half]  # type: ignore[operator,list-item]
for attempt in attempts:
    try:
        print(attempt())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)
