"""Intervals with open and closed ends, their unions kept in normal form, and set operations on them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import reduce


@dataclass(frozen=True)
class Interval:
    low: float
    high: float
    left: bool = True
    right: bool = False

    def __post_init__(self) -> None:
        if self.low > self.high:
            raise ValueError(f"{self.low} is after {self.high}")

    def __bool__(self) -> bool:
        return self.low < self.high or (self.left and self.right)

    def __contains__(self, x: float) -> bool:
        after = x > self.low or (self.left and x == self.low)
        return after and (x < self.high or (self.right and x == self.high))

    def __and__(self, other: Interval) -> Interval | None:
        low, left = max((self.low, not self.left), (other.low, not other.left))
        high, right = min((self.high, self.right), (other.high, other.right))
        return Interval(low, high, not left, right) if low <= high else None

    def touches(self, other: Interval) -> bool:
        """Whether the other, which starts later, goes on where this one ends."""
        return other.low < self.high or (other.low == self.high and (self.right or other.left))

    def __format__(self, spec: str) -> str:
        numbers = f"{self.low:{spec}}, {self.high:{spec}}"
        return f"{'(['[self.left]}{numbers}{')]'[self.right]}"

    def __str__(self) -> str:
        return format(self, "g")


class Region:
    """Disjoint intervals in order."""

    def __init__(self, parts: Iterable[Interval] = ()) -> None:
        self._parts: list[Interval] = []
        for part in sorted(filter(None, parts), key=lambda p: (p.low, not p.left)):
            if self._parts and self._parts[-1].touches(part):
                last = self._parts.pop()
                high, right = max((last.high, last.right), (part.high, part.right))
                part = Interval(last.low, high, last.left, right)
            self._parts.append(part)

    def __iter__(self) -> Iterator[Interval]:
        return iter(self._parts)

    def __or__(self, other: Region) -> Region:
        return Region([*self, *other])

    def __and__(self, other: Region) -> Region:
        return Region(both for a in self for b in other if (both := a & b))

    def __invert__(self) -> Region:
        gaps: list[Interval] = []
        low, left = -math.inf, False
        for part in self:
            gaps.append(Interval(low, part.low, left, not part.left))
            low, left = part.high, not part.right
        gaps.append(Interval(low, math.inf, left, False))
        return Region(gap for gap in gaps if gap.low < gap.high or math.isfinite(gap.low))

    def __sub__(self, other: Region) -> Region:
        return self & ~other

    def __xor__(self, other: Region) -> Region:
        return (self | other) - (self & other)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Region) and self._parts == other._parts

    def __contains__(self, x: float) -> bool:
        return any(x in part for part in self._parts)

    @property
    def measure(self) -> float:
        return sum(part.high - part.low for part in self)

    def __str__(self) -> str:
        return " u ".join(map(str, self)) or "nothing"


a = Region([Interval(0, 2), Interval(2, 3, right=True), Interval(5, 7)])
b = Region([Interval(1, 5, left=False, right=True), Interval(6.5, 9)])
for sign, region in {
    "a": a,
    "b": b,
    "a|b": a | b,
    "a&b": a & b,
    "a-b": a - b,
    "b-a": b - a,
    "a^b": a ^ b,
}.items():
    print(f"{sign:<4}{region!s:<32}{region.measure:.2f}")
print("~a ", ~a, "|", ~~a == a, "|", ~Region())
print("de Morgan", ~(a | b) == ~a & ~b, ~(a & b) == ~a | ~b)
print([x for x in (0, 0.5, 1, 3, 3.5, 5, 6, 7, 8) if x in a and x not in b])
print(f"{Interval(1 / 3, 2 / 3):.3f} {Interval(1, 1, right=True)!r} {bool(Interval(1, 1))}")
print(reduce(Region.__or__, (Region([Interval(n, n + 0.5)]) for n in range(3))))
try:
    Interval(2, 1)
except ValueError as error:
    print(error)
