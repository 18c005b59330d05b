# args: --month 2024-02 --currency €
# stdin: 2024-01-30 salary 2500.00\n2024-02-01 rent -900\n2024-02-03 food -45.50\n\n2024-02-14 flowers -20,00\n2024-02-29 food -61.25\n2024-03-01 salary 2500\n2024-02-31 odd 1\n
"""A bank statement from standard input: argument types, running balances, bars, bad lines on standard error."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import accumulate, groupby
from typing import NamedTuple


class Entry(NamedTuple):
    day: date
    what: str
    cents: int

    @classmethod
    def parse(cls, line: str) -> Entry:
        day, what, amount = line.split()
        whole, dot, part = amount.replace(",", ".").partition(".")
        if dot and len(part) != 2:
            raise ValueError(f"{amount} has {len(part)} decimals")
        sign = -1 if whole.startswith("-") else 1
        return cls(date.fromisoformat(day), what, int(whole) * 100 + sign * int(part or 0))


def read(lines: Iterable[str]) -> Iterator[Entry]:
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            yield Entry.parse(line)
        except ValueError as error:
            print(f"line {number}: {error}", file=sys.stderr)


def money(cents: int, currency: str = "") -> str:
    text = f"{abs(cents) // 100:,}.{abs(cents) % 100:02}"
    text = f"({text})" if cents < 0 else f"{text} "
    return currency + text if currency else text


def month(text: str) -> tuple[int, int]:
    first = date.fromisoformat(text + "-01")
    return first.year, first.month


def bar(value: int, largest: int, width: int = 20) -> str:
    eighths = round(abs(value) * width * 8 / largest) if largest else 0
    full, rest = divmod(eighths, 8)
    return "█" * full + ("" if rest == 0 else chr(0x258F - rest + 1))


class Statement:
    def __init__(self, entries: list[Entry], period: tuple[int, int], currency: str) -> None:
        self.entries = [e for e in entries if (e.day.year, e.day.month) == period]
        self.opening = sum(e.cents for e in entries if (e.day.year, e.day.month) < period)
        self.currency = currency

    @property
    def closing(self) -> int:
        return self.opening + sum(e.cents for e in self.entries)

    def rows(self) -> Iterator[str]:
        yield f"{'date':<11}{'what':<10}{'amount':>12}{'balance':>14}"
        yield "-" * 47
        yield f"{'':<11}{'opening':<10}{'':>12}{money(self.opening, self.currency):>14}"
        balances = list(accumulate((e.cents for e in self.entries), initial=self.opening))[1:]
        for entry, balance in zip(self.entries, balances):
            yield f"{entry.day:%d %b}     {entry.what:<10}{money(entry.cents):>12}{money(balance, self.currency):>14}"
        yield "=" * 47
        yield f"{'':<11}{'closing':<10}{'':>12}{money(self.closing, self.currency):>14}"

    def categories(self) -> Iterator[str]:
        ordered = sorted(self.entries, key=lambda e: e.what)
        sums = {what: sum(e.cents for e in group) for what, group in groupby(ordered, key=lambda e: e.what)}
        largest = max(map(abs, sums.values()), default=0)
        for what, total in sorted(sums.items(), key=lambda item: item[1]):
            yield f"{what:<10}{money(total):>12} {bar(total, largest)}"


parser = argparse.ArgumentParser(prog="statement")
parser.add_argument("--month", type=month, required=True)
parser.add_argument("--currency", default="")
options = parser.parse_args()
entries = sorted(read(sys.stdin))
statement = Statement(entries, options.month, options.currency)
print("\n".join(statement.rows()))
print("\n".join(statement.categories()))
empty = Statement(entries, (2030, 1), "$")
print(*empty.rows(), *empty.categories(), sep="\n")
print(money(-5), money(123456789), money(0, "£"), [bar(n, 16, 2) for n in range(0, 17, 3)], bar(1, 0))
for text in ["2024-01-01 x 1.5", "2024-01-01 x", "24-1-1 x 1.00", "2024-01-01 x -0.50", "2024-01-01 x 1.-5"]:
    try:
        print(Entry.parse(text))
    except ValueError as error:
        print(f"{text!r}: {error}")
sys.exit(3 if statement.closing < 0 else 0)
