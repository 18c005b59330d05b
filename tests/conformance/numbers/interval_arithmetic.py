"""Intervals that hold rounding errors: arithmetic, inclusion, Newton with intervals, bisection of roots, unions, hulls."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import and_
from typing import Union

Real = Union[int, float]


@dataclass(frozen=True)
class Interval:
    low: float
    high: float

    def __post_init__(self) -> None:
        if not self.low <= self.high:
            raise ValueError(f"empty interval [{self.low}, {self.high}]")

    @classmethod
    def of(cls, x: Interval | Real) -> Interval:
        return x if isinstance(x, Interval) else cls(float(x), float(x))

    @classmethod
    def around(cls, *values: float) -> Interval:
        """The hull, a step wider on both sides."""
        return cls(math.nextafter(min(values), -math.inf), math.nextafter(max(values), math.inf))

    @classmethod
    def hull(cls, parts: Iterable[Interval]) -> Interval:
        items = list(parts)
        return cls(min(i.low for i in items), max(i.high for i in items))

    @property
    def width(self) -> float:
        return self.high - self.low

    @property
    def middle(self) -> float:
        return self.low + self.width / 2

    def __contains__(self, x: Interval | Real) -> bool:
        other = Interval.of(x)
        return self.low <= other.low and other.high <= self.high

    def __add__(self, other: Interval | Real) -> Interval:
        o = Interval.of(other)
        return Interval.around(self.low + o.low, self.high + o.high)

    __radd__ = __add__

    def __neg__(self) -> Interval:
        return Interval(-self.high, -self.low)

    def __sub__(self, other: Interval | Real) -> Interval:
        return self + -Interval.of(other)

    def __rsub__(self, other: Real) -> Interval:
        return -self + other

    def __mul__(self, other: Interval | Real) -> Interval:
        o = Interval.of(other)
        return Interval.around(self.low * o.low, self.low * o.high, self.high * o.low, self.high * o.high)

    __rmul__ = __mul__

    def __truediv__(self, other: Interval | Real) -> Interval:
        o = Interval.of(other)
        if 0 in o:
            raise ZeroDivisionError(f"{o} holds zero")
        return self * Interval.around(1 / o.low, 1 / o.high)

    def __rtruediv__(self, other: Real) -> Interval:
        return Interval.of(other) / self

    def __pow__(self, n: int) -> Interval:
        if n % 2 == 0 and 0 in self:
            return Interval(0.0, math.nextafter(max(-self.low, self.high) ** n, math.inf))
        return Interval.around(self.low**n, self.high**n)

    def __and__(self, other: Interval) -> Interval | None:
        low, high = max(self.low, other.low), min(self.high, other.high)
        return Interval(low, high) if low <= high else None

    def __or__(self, other: Interval) -> Interval:
        return Interval.hull([self, other])

    def __lt__(self, other: Interval | Real) -> bool:
        return self.high < Interval.of(other).low

    def __gt__(self, other: Interval | Real) -> bool:
        return self.low > Interval.of(other).high

    def __bool__(self) -> bool:
        return 0 not in self

    def split(self) -> tuple[Interval, Interval]:
        return Interval(self.low, self.middle), Interval(self.middle, self.high)

    def __format__(self, spec: str) -> str:
        return f"[{self.low:{spec}}, {self.high:{spec}}]"

    def __iter__(self) -> Iterator[float]:
        yield self.low
        yield self.high


Function = Callable[[Interval], Interval]


def roots(f: Function, area: Interval, width: float = 1e-6) -> Iterator[Interval]:
    """Small intervals outside of which the function has no zero, merged where they touch."""
    found: Interval | None = None
    stack = [area]
    while stack:
        part = stack.pop()
        if 0 not in f(part):
            continue
        if part.width > width:
            left, right = part.split()
            stack += [right, left]
        elif found is not None and part.low <= found.high:
            found |= part
        else:
            if found is not None:
                yield found
            found = part
    if found is not None:
        yield found


def newton(
    f: Callable[[float], Interval], slope: Function, start: Interval, steps: int = 20
) -> list[Interval]:
    out = [start]
    for _ in range(steps):
        x = out[-1]
        middle = x.middle
        step = Interval.of(middle) - f(middle) / slope(x)
        narrowed = x & step
        if narrowed is None:
            raise ArithmeticError(f"no zero in {x:.3f}")
        if narrowed.width >= x.width:
            break
        out.append(narrowed)
    return out


def main() -> None:
    a, b = Interval(1, 2), Interval(-3, 4.5)
    for name, value in {
        "+": a + b,
        "-": a - b,
        "*": a * b,
        "/": b / a,
        "**2": b**2,
        "**3": b**3,
        "1/": 1 / a,
        "5-": 5 - b,
        "2*": 2 * a,
        "|": a | Interval(7, 8),
    }.items():
        print(name, f"{value:.6g}", value.low < value.high, bool(value))
    tenth = Interval.of(0.1)
    total = reduce(lambda x, y: x + y, [tenth] * 10)
    print(1 in total, total.width < 1e-14, f"{total:.17g}", tenth * 3 == Interval.of(0.3), 0.3 in tenth * 3)
    print(
        a & Interval(1.5, 9),
        a & Interval(3, 4),
        reduce(and_, [Interval(0, k) for k in (5, 3, 4)]),
        a < 3,
        a < 2,
        b > -4,
        a in b,
        b in a,
        *a,
    )
    print([f"{r:.5f}" for r in roots(lambda x: x**3 - 2 * x + 0.5, Interval(-3, 3))])
    print(
        [f"{r:.4f}" for r in roots(lambda x: (x - 1) ** 2 * (x + 2), Interval(-4, 4), 1e-3)],
        list(roots(lambda x: x * x + 1, Interval(-1, 1))),
    )
    steps = newton(lambda x: Interval.of(x) ** 2 - 2, lambda x: 2 * x, Interval(1, 2))
    print(
        len(steps),
        f"{steps[-1]:.15f}",
        math.sqrt(2) in steps[-1],
        all(later in earlier for earlier, later in zip(steps, steps[1:])),
    )
    x = Interval(0, 1)
    print(
        f"{x * (1 - x):.3f} {x - x:.3f}",
        f"{Interval.hull(y * (1 - y) for y in [z for h in x.split() for z in h.split()]):.3f}",
    )
    rump = Interval(-math.inf, math.inf) & Interval(5, 6)
    print(
        rump,
        Interval(1, 1) == Interval.of(1),
        hash(Interval(0, 1)) == hash(Interval(0.0, 1.0)),
        Interval(-0.0, 0.0),
        {a: 1}[Interval(1.0, 2.0)],
    )
    tries: list[Callable[[], object]] = [
        lambda: Interval(2, 1), lambda: a / b, lambda: Interval(0, math.nan), lambda: newton(lambda v: Interval.of(v) ** 2 + 1, lambda v: 2 * v, Interval(1, 2)), lambda: 1 / Interval(0, 0),
    ]  # fmt: skip
    for attempt in tries:
        try:
            print(attempt())
        except (ValueError, ArithmeticError) as error:
            print(type(error).__name__, error)


main()
