"""Currency conversion over a table of exact rates, with routes and rounding rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce, total_ordering
from heapq import heappop, heappush


class NoRoute(LookupError):
    """Two currencies that no chain of rates joins."""


@total_ordering
@dataclass(frozen=True, eq=False)
class Money:
    amount: Fraction
    code: str

    @classmethod
    def of(cls, text: str) -> Money:
        amount, code = text.split()
        return cls(Fraction(amount), code)

    def _same(self, other: Money) -> None:
        if self.code != other.code:
            raise TypeError(f"{self.code} is not {other.code}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Money) and (self.amount, self.code) == (other.amount, other.code)

    def __hash__(self) -> int:
        return hash((self.amount, self.code))

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.amount < other.amount

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.amount + other.amount, self.code)

    def __mul__(self, factor: Fraction | int) -> Money:
        return Money(self.amount * factor, self.code)

    __rmul__ = __mul__

    def split(self, weights: Iterable[int]) -> list[Money]:
        """Shares in whole cents that add up to the rounded whole."""
        parts = list(weights)
        cents = round(self.amount * 100)
        shares = [cents * part // sum(parts) for part in parts]
        for index in range(cents - sum(shares)):
            shares[index] += 1
        return [Money(Fraction(share, 100), self.code) for share in shares]

    def __str__(self) -> str:
        cents = round(self.amount * 100)
        sign = "-" if cents < 0 else ""
        whole, rest = divmod(abs(cents), 100)
        return f"{sign}{whole:,}.{rest:02} {self.code}"


class Rates:
    def __init__(self) -> None:
        self.table: dict[str, dict[str, Fraction]] = {}

    def __setitem__(self, pair: tuple[str, str], rate: str) -> None:
        source, target = pair
        value = Fraction(rate)
        self.table.setdefault(source, {})[target] = value
        self.table.setdefault(target, {})[source] = 1 / value

    def __getitem__(self, pair: tuple[str, str]) -> Fraction:
        return self.route(*pair)[0]

    def route(self, source: str, target: str) -> tuple[Fraction, list[str]]:
        queue: list[tuple[int, list[str], Fraction]] = [(0, [source], Fraction(1))]
        seen: set[str] = set()
        while queue:
            length, path, rate = heappop(queue)
            if path[-1] == target:
                return rate, path
            if path[-1] in seen:
                continue
            seen.add(path[-1])
            for following, factor in self.table.get(path[-1], {}).items():
                heappush(queue, (length + 1, [*path, following], rate * factor))
        raise NoRoute(f"{source} to {target}")

    def convert(self, money: Money, code: str) -> Money:
        return Money(money.amount * self[money.code, code], code)


rates = Rates()
for line in "EUR USD 1.0875;USD JPY 149.5;EUR CHF 19/20;CHF SEK 11.8;DOGE SHIB 7/3".split(";"):
    left, right, number = line.split()
    rates[left, right] = number
for pair in (("EUR", "JPY"), ("SEK", "JPY"), ("JPY", "JPY"), ("USD", "SHIB")):
    try:
        print(*pair, *rates.route(*pair))
    except NoRoute as error:
        print("no route:", error)
purse = [Money.of(t) for t in ("12.50 EUR", "1/3 USD", "-2000 JPY", "99.995 SEK")]
in_euros = [rates.convert(m, "EUR") for m in purse]
for had, made in zip(purse, in_euros, strict=True):
    print(f"{had!s:>16} = {made!s:>12}  ({made.amount})")
total = reduce(lambda a, b: a + b, in_euros)
print(total, max(in_euros), sorted(in_euros)[0], rates.convert(rates.convert(total, "SEK"), "EUR") == total)
print(*map(str, Money.of("100 EUR").split([1, 1, 1])), "|", *map(str, Money.of("0.05 USD").split([3, 7])))
print(3 * Money.of("0.1 EUR") == Money.of("0.3 EUR"), Money.of("1234567.891 USD"), len({*purse, *purse}))
try:
    print(purse[0] < purse[1])
except TypeError as error:
    print("TypeError:", error)
