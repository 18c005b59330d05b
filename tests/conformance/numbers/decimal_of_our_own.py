"""Decimal numbers of one's own: coefficient and exponent, a context with precision and rounding, signals, text, square roots."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import total_ordering


class How(Enum):
    EVEN = auto()
    UP = auto()
    DOWN = auto()
    FLOOR = auto()


class Inexact(ArithmeticError):
    pass


@dataclass
class Context:
    digits: int = 12
    how: How = How.EVEN
    trap: bool = False
    signals: list[str] = field(default_factory=list)

    def rounded(self, coefficient: int, exponent: int) -> Dec:
        size = len(str(abs(coefficient)))
        if size > self.digits:
            coefficient, lost = self.cut(coefficient, size - self.digits)
            exponent += size - self.digits
            if lost:
                self.signals.append("inexact")
                if self.trap:
                    raise Inexact(f"rounded to {coefficient}E{exponent}")
            if len(str(abs(coefficient))) > self.digits:
                coefficient //= 10
                exponent += 1
        return Dec(coefficient, exponent)

    def cut(self, coefficient: int, places: int) -> tuple[int, bool]:
        unit = 10**places
        low, rest = divmod(coefficient, unit)
        if not rest:
            return low, False
        match self.how:
            case How.FLOOR:
                return low, True
            case How.DOWN:
                return low + (coefficient < 0), True
            case How.UP:
                return low + (coefficient > 0), True
            case How.EVEN:
                twice = 2 * rest
                return low + (twice > unit or twice == unit and low % 2 == 1), True


_current = [Context()]


def context() -> Context:
    return _current[-1]


@contextmanager
def local(digits: int, how: How = How.EVEN, trap: bool = False) -> Iterator[Context]:
    _current.append(Context(digits, how, trap))
    try:
        yield context()
    finally:
        _current.pop()


@total_ordering
@dataclass(frozen=True, eq=False)
class Dec:
    coefficient: int
    exponent: int = 0

    @classmethod
    def parse(cls, text: str) -> Dec:
        found = re.fullmatch(r"([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?", text.strip().replace("_", ""))
        if found is None or not (found[2] or found[3]):
            raise ValueError(f"no decimal: {text!r}")
        part = found[3] or ""
        value = int((found[2] or "0") + part)
        return cls(-value if found[1] == "-" else value, int(found[4] or 0) - len(part))

    @staticmethod
    def of(value: Dec | int | str) -> Dec:
        return value if isinstance(value, Dec) else Dec.parse(value) if isinstance(value, str) else Dec(value)

    def aligned(self, other: Dec) -> tuple[int, int, int]:
        e = min(self.exponent, other.exponent)
        return self.coefficient * 10 ** (self.exponent - e), other.coefficient * 10 ** (other.exponent - e), e

    def __add__(self, other: Dec | int) -> Dec:
        a, b, e = self.aligned(Dec.of(other))
        return context().rounded(a + b, e)

    __radd__ = __add__

    def __neg__(self) -> Dec:
        return Dec(-self.coefficient, self.exponent)

    def __abs__(self) -> Dec:
        return Dec(abs(self.coefficient), self.exponent)

    def __sub__(self, other: Dec | int) -> Dec:
        return self + -Dec.of(other)

    def __rsub__(self, other: int) -> Dec:
        return -self + other

    def __mul__(self, other: Dec | int) -> Dec:
        o = Dec.of(other)
        return context().rounded(self.coefficient * o.coefficient, self.exponent + o.exponent)

    __rmul__ = __mul__

    def __truediv__(self, other: Dec | int) -> Dec:
        o = Dec.of(other)
        if not o.coefficient:
            raise ZeroDivisionError(f"{self} / {o}")
        shift = max(0, context().digits + 3 + len(str(abs(o.coefficient))) - len(str(abs(self.coefficient))))
        quotient, rest = divmod(self.coefficient * 10**shift, o.coefficient)
        sticky = quotient * 10 + 1 if rest and quotient % 5 == 0 else quotient * 10
        return context().rounded(sticky, self.exponent - o.exponent - shift - 1).trimmed()

    def __floordiv__(self, other: Dec | int) -> int:
        a, b, _ = self.aligned(Dec.of(other))
        return a // b

    def __mod__(self, other: Dec | int) -> Dec:
        a, b, e = self.aligned(Dec.of(other))
        return Dec(a % b, e)

    def __pow__(self, n: int) -> Dec:
        if n < 0:
            return 1 / self**-n
        result, power = Dec(1), self
        while n:
            if n & 1:
                result = result * power
            power, n = power * power, n >> 1
        return result

    def __rtruediv__(self, other: int) -> Dec:
        return Dec(other) / self

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Dec, int)):
            return NotImplemented
        a, b, _ = self.aligned(Dec.of(other))
        return a == b

    def __lt__(self, other: Dec | int) -> bool:
        a, b, _ = self.aligned(Dec.of(other))
        return a < b

    def __hash__(self) -> int:
        t = self.trimmed()
        return hash(t.coefficient * 10**t.exponent) if t.exponent >= 0 else hash((t.coefficient, t.exponent))

    def __float__(self) -> float:
        return float(f"{self.coefficient}e{self.exponent}")

    def __int__(self) -> int:
        size = abs(self.coefficient)
        for _ in range(abs(self.exponent)):
            size = size * 10 if self.exponent > 0 else size // 10
        return -size if self.coefficient < 0 else size

    def __round__(self, places: int = 0) -> Dec:
        if -self.exponent <= places:
            return Dec(self.coefficient * 10 ** (self.exponent + places), -places)
        return Dec(context().cut(self.coefficient, -self.exponent - places)[0], -places)

    def trimmed(self) -> Dec:
        c, e = self.coefficient, self.exponent
        if not c:
            return Dec(0)
        while c % 10 == 0:
            c //= 10
            e += 1
        return Dec(c, e)

    def sqrt(self) -> Dec:
        if self.coefficient < 0:
            raise ValueError("square root of a negative number")
        shift = 2 * context().digits + (self.exponent % 2)
        root = math.isqrt(self.coefficient * 10**shift)
        exact = root * root == self.coefficient * 10**shift
        return context().rounded(root if exact else root * 10 + 1, (self.exponent - shift) // 2 - (not exact))

    def __str__(self) -> str:
        sign, digits = "-" if self.coefficient < 0 else "", str(abs(self.coefficient))
        point = len(digits) + self.exponent
        if self.exponent > 0 or point < -5:
            rest = f".{digits[1:]}" if digits[1:] else ""
            return f"{sign}{digits[0]}{rest}E{point - 1:+d}"
        if not self.exponent:
            return sign + digits
        return (
            sign
            + (digits[:point] or "0" if point > 0 else "0")
            + "."
            + digits[max(point, 0) :].rjust(-self.exponent, "0")
        )

    __repr__ = __str__


def main() -> None:
    for text in (
        "1.10",
        "-0.005",
        "1e5",
        "12.5E-3",
        ".5",
        "7.",
        "-0",
        "1_000.25",
        "0.0000001",
        "123456789012345",
    ):
        d = Dec.parse(text)
        print(f"{text:>16} {d!s:>16} {d.trimmed()!s:>16} {float(d)!r:>10} {int(d)} {round(d, 2)} {round(d)}")
    a, b = Dec.parse("1.30"), Dec.parse("0.7")
    print(
        a + b,
        a - b,
        a * b,
        a / b,
        a // b,
        a % b,
        -a % b,
        a**5,
        b**-3,
        3 - a,
        1 / Dec(3),
        2 * a,
        abs(-b),
        sum([a, b], Dec(0)),
    )
    print(
        a == Dec.parse("1.3"),
        hash(a) == hash(Dec.parse("1.3")),
        a > 1,
        b >= a,
        Dec(5) == 5,
        hash(Dec(500)) == hash(500),
        max(a, b),
        sorted([a, b, Dec(1)]),
        a != "1.3",
    )
    with local(5) as c:
        print(
            Dec(2).sqrt(),
            Dec.parse("2.25").sqrt(),
            Dec.parse("1e7").sqrt(),
            Dec(10) / 3,
            Dec(99999) + Dec.parse("0.6"),
            c.signals,
        )
    for how in How:
        with local(3, how):
            print(
                how.name,
                [Dec.parse(t) * 1 for t in ("1.235", "1.245", "-1.245", "9.995", "-9.991", "1.2")],
                Dec(-2) / 3,
            )
    with local(40):
        third = Dec(1) / 7
        print(third, third * 7, Dec(2).sqrt(), Dec.parse("0.1") ** 30, len(context().signals))
        compound = Dec.parse("1000") * Dec.parse("1.0325") ** 30
        print(compound, round(compound, 2))
    tries: list[Callable[[], object]] = [
        lambda: a / 0, lambda: Dec.parse("1.2.3"), lambda: Dec.parse("."), lambda: Dec(-1).sqrt(), lambda: a // Dec(0), lambda: Dec.parse("nan"),
    ]  # fmt: skip
    with local(4, trap=True):
        tries.append(lambda: Dec(10000) + 1)
        for attempt in tries:
            try:
                print(attempt())
            except (ArithmeticError, ValueError) as error:
                print(type(error).__name__, error)
    print(context().digits, context().signals.count("inexact"), len(_current))


main()
