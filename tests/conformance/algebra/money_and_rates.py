"""Money of several currencies with operators that refuse nonsense, split without losing a cent."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction


class Currency(enum.Enum):
    EUR = ("€", 2)
    JPY = ("¥", 0)
    KWD = ("KD", 3)

    def __init__(self, sign: str, places: int) -> None:
        self.sign = sign
        self.places = places

    @property
    def unit(self) -> Fraction:
        return Fraction(1, 10**self.places)

    def rounded(self, amount: Fraction) -> Fraction:
        """To the nearest unit, ties to the even one."""
        return round(amount / self.unit) * self.unit


class CurrencyMismatch(TypeError):
    pass


@dataclass(frozen=True, slots=True)
class Money:
    amount: Fraction
    currency: Currency

    @classmethod
    def of(cls, amount: str | int, currency: Currency = Currency.EUR) -> Money:
        return cls(currency.rounded(Fraction(amount)), currency)

    def _same(self, other: Money, verb: str) -> Fraction:
        if self.currency is not other.currency:
            raise CurrencyMismatch(f"cannot {verb} {other.currency.name} and {self.currency.name}")
        return other.amount

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other, "add"), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other, "subtract"), self.currency)

    def __mul__(self, factor: int | Fraction) -> Money:
        return Money(self.currency.rounded(self.amount * factor), self.currency)

    __rmul__ = __mul__

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same(other, "compare")

    def __neg__(self) -> Money:
        return self * -1

    def split(self, *weights: int) -> list[Money]:
        """Parts in proportion; what is left over goes to the first ones, a unit each."""
        whole = sum(weights)
        units = int(self.amount / self.currency.unit)
        parts = [units * weight // whole for weight in weights]
        for place in range(units - sum(parts)):
            parts[place] += 1
        return [Money(part * self.currency.unit, self.currency) for part in parts]

    def __str__(self) -> str:
        sign = "-" if self.amount < 0 else ""
        return f"{sign}{self.currency.sign}{float(abs(self.amount)):,.{self.currency.places}f}"


class Purse:
    def __init__(self, coins: Iterable[Money] = ()) -> None:
        self._held: defaultdict[Currency, Fraction] = defaultdict(Fraction)
        for coin in coins:
            self += coin

    def __iadd__(self, money: Money) -> Purse:
        self._held[money.currency] += money.amount
        return self

    def in_(self, currency: Currency, rates: Mapping[tuple[Currency, Currency], Fraction]) -> Money:
        total = sum((amount * rates[held, currency] for held, amount in self._held.items()), Fraction())
        return Money(currency.rounded(total), currency)

    def __repr__(self) -> str:
        return "Purse(" + ", ".join(str(Money(a, c)) for c, a in self._held.items()) + ")"


EUR, JPY, KWD = Currency
rates = {(EUR, EUR): Fraction(1), (JPY, EUR): Fraction("0.0061"), (KWD, EUR): Fraction("2.987")}
price = Money.of("1234.565")
print(price, -price, price * 3, Fraction("0.19") * price, Money.of("12.5", JPY), Money.of("1.23456", KWD))
print(
    sum((Money.of(n) for n in (1, 2, 3)), Money.of(0)),
    max(Money.of("3.1"), Money.of("3.09")),
    Money.of(2) == Money.of("2.00"),
)
print(*Money.of(100).split(1, 1, 1), *Money.of("0.05").split(3, 7), *Money.of(10, JPY).split(1, 2, 4))
purse = Purse([price, Money.of(5000, JPY)])
purse += Money.of("2.5", KWD)
purse += Money.of(-34)
print(purse, purse.in_(EUR, rates))
print(len({Money.of(1), Money.of("1.00"), Money.of(1, JPY)}), Money.of("7.1"))
for attempt in (lambda: Money.of(1) + Money.of(1, JPY), lambda: Money.of(1) < Money.of(1, KWD)):
    try:
        print(attempt())
    except CurrencyMismatch as error:
        print(error)
try:
    purse.in_(KWD, rates)
except KeyError as error:
    print("no rate for", [one.name for one in error.args[0]])
