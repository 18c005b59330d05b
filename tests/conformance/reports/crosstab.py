"""Cross tabulation with row and column totals, percentages, several aggregates and nested headings."""

from __future__ import annotations

import statistics
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

R = TypeVar("R")
N = TypeVar("N", int, float)
Key = Hashable


@dataclass(frozen=True)
class Sale:
    region: str
    quarter: int
    product: str
    units: int
    price: float

    @property
    def revenue(self) -> float:
        return self.units * self.price


class Crosstab(Generic[R]):
    def __init__(
        self,
        records: Iterable[R],
        rows: Callable[[R], str],
        columns: Callable[[R], str],
        value: Callable[[R], float],
        fold: Callable[[Sequence[float]], float] = sum,
    ) -> None:
        self.cells: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
        for record in records:
            self.cells[rows(record), columns(record)].append(value(record))
        self.row_names = sorted({row for row, _ in self.cells})
        self.column_names = sorted({column for _, column in self.cells})
        self.fold = fold

    def at(self, row: str | None, column: str | None) -> float | None:
        values = [
            value
            for (r, c), found in self.cells.items()
            if (row is None or r == row) and (column is None or c == column)
            for value in found
        ]
        return self.fold(values) if values else None

    def table(self, pattern: str = "{:,.1f}", blank: str = "·", totals: bool = True) -> list[str]:
        rows: list[str | None] = [*self.row_names, *([None] if totals else [])]
        columns: list[str | None] = [*self.column_names, *([None] if totals else [])]
        grid = [["", *("total" if c is None else c for c in columns)]]
        for row in rows:
            cells = [self.at(row, column) for column in columns]
            grid.append(
                ["total" if row is None else row, *(blank if v is None else pattern.format(v) for v in cells)]
            )
        widths = [max(map(len, column)) for column in zip(*grid)]
        lines = []
        for number, texts in enumerate(grid):
            first, *rest = texts
            lines.append(
                "  ".join([first.ljust(widths[0]), *(t.rjust(w) for t, w in zip(rest, widths[1:]))]).rstrip()
            )
            if number == 0 or (totals and number == len(grid) - 2):
                lines.append("  ".join("-" * w for w in widths))
        return lines

    def shares(self) -> dict[str, dict[str, str]]:
        result: dict[str, dict[str, str]] = {}
        for row in self.row_names:
            whole = self.at(row, None) or 0.0
            result[row] = (
                {c: f"{(self.at(row, c) or 0) / whole:.1%}" for c in self.column_names} if whole else {}
            )
        return result


def sales() -> Iterable[Sale]:
    products = {"apples": 1.25, "bread": 3.1, "cheese": 12.0}
    for number in range(40):
        region = ("north", "south", "east")[number * 7 % 3]
        product = sorted(products)[number * 5 % 11 % 3]
        if (region, product) != ("east", "cheese"):
            yield Sale(region, number % 4 + 1, product, number * 13 % 17 + 1, products[product])


def running(values: Iterable[N], start: N) -> list[N]:
    result = [start]
    for value in values:
        result.append(result[-1] + value)
    return result


data = list(sales())
by_region = Crosstab(data, lambda s: s.region, lambda s: s.product, lambda s: s.revenue)
print(len(data), *by_region.table(), sep="\n")
print(by_region.shares())
folds: list[tuple[str, Callable[[Sequence[float]], float], str]] = [
    ("count", len, "{:d}"), ("max", max, "{:.0f}"), ("median", statistics.median, "{:g}"),
    ("spread", lambda v: statistics.pstdev(v), "{:.3f}"), ("mean", statistics.fmean, "{:8.2e}"),
]  # fmt: skip
for name, fold, pattern in folds:
    tab = Crosstab(data, lambda s: f"Q{s.quarter}", lambda s: s.region, lambda s: s.units, fold)
    print(name, *tab.table(pattern), sep="\n   ")
nested = Crosstab(data, lambda s: f"{s.region}/{s.product}", lambda s: f"Q{s.quarter}", lambda s: s.units)
print("\n".join(nested.table("{:.0f}", totals=False)))
empty = Crosstab(list[Sale](), lambda s: s.region, lambda s: s.product, lambda s: 1.0)
print(empty.table(), empty.shares(), empty.at(None, None))
print(
    running([1, 2, 3], 10),
    running([0.1, 0.2], 0.0),
    by_region.at("east", "cheese"),
    by_region.at("west", None),
)
words = Crosstab("the cat saw the dog and the bird".split(), lambda w: w[0], lambda w: str(len(w)), len)
print("\n".join(words.table("{:>3}")))
print(Crosstab([-1, 1], lambda n: "zero", lambda n: "x" if n < 0 else "y", float).shares())
by_region.table("{:q}")
