"""Money as whole cents: parsing, rounding modes, fair shares, interest, exchange, formats, accounts that must balance."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, unique
from functools import total_ordering
from typing import ClassVar


@unique
class Rounding(Enum):
    HALF_EVEN = "half even"
    HALF_UP = "half up"
    HALF_DOWN = "half down"
    DOWN = "down"
    UP = "up"
    FLOOR = "floor"
    CEILING = "ceiling"

    def divide(self, top: int, bottom: int) -> int:
        """top/bottom rounded to a whole number this way."""
        if bottom < 0:
            top, bottom = -top, -bottom
        low, rest = divmod(top, bottom)
        if not rest:
            return low
        negative = top < 0
        match self:
            case Rounding.FLOOR:
                return low
            case Rounding.CEILING:
                return low + 1
            case Rounding.DOWN:
                return low + negative
            case Rounding.UP:
                return low + (not negative)
        twice = 2 * rest
        if twice != bottom:
            return low + (twice > bottom)
        if self is Rounding.HALF_EVEN:
            return low + (low & 1)
        away = self is Rounding.HALF_UP
        return low + (away != negative)


class CurrencyMismatch(TypeError):
    pass


@total_ordering
@dataclass(frozen=True, eq=True)
class Money:
    cents: int
    currency: str = "EUR"

    _PATTERN: ClassVar[re.Pattern[str]] = re.compile(
        r"(?P<sign>[-+]?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?:\.(?P<cents>\d{1,2}))?\s*(?P<currency>[A-Z]{3})?"
    )

    @classmethod
    def parse(cls, text: str) -> Money:
        found = cls._PATTERN.fullmatch(text.strip())
        if found is None:
            raise ValueError(f"not an amount: {text!r}")
        cents = int(found["whole"].replace(",", "")) * 100 + int((found["cents"] or "0").ljust(2, "0"))
        return cls(-cents if found["sign"] == "-" else cents, found["currency"] or "EUR")

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise CurrencyMismatch(f"{self.currency} and {other.currency}")

    def __add__(self, other: Money | int) -> Money:
        if isinstance(other, int) and other == 0:
            return self
        if not isinstance(other, Money):
            return NotImplemented
        self._same(other)
        return Money(self.cents + other.cents, self.currency)

    __radd__ = __add__

    def __sub__(self, other: Money) -> Money:
        return self + -other

    def __neg__(self) -> Money:
        return Money(-self.cents, self.currency)

    def __abs__(self) -> Money:
        return -self if self.cents < 0 else self

    def __bool__(self) -> bool:
        return self.cents != 0

    def __mul__(self, factor: int) -> Money:
        return Money(self.cents * factor, self.currency)

    __rmul__ = __mul__

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.cents < other.cents

    def __divmod__(self, other: Money) -> tuple[int, Money]:
        self._same(other)
        count, rest = divmod(self.cents, other.cents)
        return count, Money(rest, self.currency)

    def times(self, top: int, bottom: int, how: Rounding = Rounding.HALF_EVEN) -> Money:
        return Money(how.divide(self.cents * top, bottom), self.currency)

    def shares(self, weights: Sequence[int]) -> list[Money]:
        """Parts in proportion to the weights that add up to the whole; what is left goes to the largest remainders."""
        total = sum(weights)
        parts = [divmod(self.cents * w, total) for w in weights]
        left = self.cents - sum(q for q, _ in parts)
        order = sorted(range(len(parts)), key=lambda i: (-parts[i][1], i))[:left]
        return [Money(q + (i in order), self.currency) for i, (q, _) in enumerate(parts)]

    def __format__(self, spec: str) -> str:
        mark, accounting = "," in spec, "a" in spec
        width = spec.replace(",", "").replace("a", "")
        whole, cents = divmod(abs(self.cents), 100)
        text = f"{whole:{',' if mark else ''}d}.{cents:02d} {self.currency}"
        if self.cents < 0:
            text = f"({text})" if accounting else f"-{text}"
        return format(text, width)

    def __str__(self) -> str:
        return format(self, ",")


@dataclass
class Rates:
    to_euro: dict[str, tuple[int, int]]

    def convert(self, money: Money, currency: str) -> Money:
        (a, b), (c, d) = self.to_euro[money.currency], self.to_euro[currency]
        return Money(Rounding.HALF_EVEN.divide(money.cents * a * d, b * c), currency)


def compound(start: Money, rate_bp: int, years: int, how: Rounding) -> Iterable[Money]:
    for _ in range(years):
        start = start + start.times(rate_bp, 10_000, how)
        yield start


def main() -> None:
    for how in Rounding:
        print(
            f"{how.value:>10}", [how.divide(n, 10) for n in (-25, -15, -14, -5, -1, 0, 1, 5, 14, 15, 16, 25)]
        )
    print(Rounding.HALF_EVEN.divide(7, -2), Rounding.HALF_EVEN.divide(10**30 + 5, 10), Rounding("up"))
    for text in ("12", "1,234.5", "-0.07 USD", "+1,000,000.99CHF", "12,34", "1.234", "", "7.5 euro"):
        try:
            money = Money.parse(text)
            print(f"{text!r:>20} {money!r} {money} [{money:>20,a}] [{money:*<14}]")
        except ValueError as error:
            print(f"{type(error).__name__}: {error}")
    print(
        [str(part) for part in Money(100).shares([1, 1, 1])],
        [p.cents for p in Money(-1001).shares([50, 30, 20])],
    )
    for size in range(0, 3000, 7):
        assert sum(Money(size).shares([3, 5, 7, 11])) == Money(size)
    for how in (Rounding.HALF_EVEN, Rounding.DOWN, Rounding.UP):
        print(how.name, *(f"{m:a}" for m in compound(Money.parse("-999.99"), 375, 5, how)))
    rates = Rates({"EUR": (1, 1), "USD": (92, 100), "JPY": (615, 100_000)})
    there = rates.convert(Money(123_45), "USD")
    print(there, rates.convert(there, "EUR"), rates.convert(Money(1, "USD"), "JPY"))
    print(
        max(Money(3), Money(9), Money(5)),
        sorted([Money(2), Money(-2), Money(0)]),
        divmod(Money(-705), Money(100)),
    )
    print(
        Money(5) >= Money(5),
        Money(5) == Money(5, "USD"),
        len({Money(1), Money(1), Money(1, "USD")}),
        bool(Money(0)),
    )
    attempts: list[Callable[[], object]] = [
        lambda: Money(1) + Money(1, "USD"),
        lambda: Money(1) < Money(1, "CHF"),
        lambda: divmod(Money(5), Money(0)),
        lambda: sum([Money(1), Money(2)], Money(-3)),
        lambda: 3 * Money(7) - Money(1) * 2,
        lambda: Money(1) + 5,
        lambda: Rounding("sideways"),
    ]
    for attempt in attempts:
        try:
            print(repr(attempt()))
        except (TypeError, ZeroDivisionError, ValueError) as error:
            print(type(error).__name__, "-", error)


main()
