"""A sales report from delimited text: types guessed by column, groups with subtotals, a pivot, bars and ranks."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import groupby
from operator import itemgetter
from typing import Any

DATA = """\
region;product;month;units;price
north;pen;2024-01;120;1.20
north;book;2024-01;14;12.50
south;pen;2024-01;80;1.25
south;book;2024-02;;11.00
north;pen;2024-02;95;1.20
east;lamp;2024-02;7;34.99
south;lamp;2024-03;3;35.5
east;pen;2024-03;210;1.10
north;book;2024-03;20;n/a
"""

Row = dict[str, Any]


def convert(text: str) -> Any:
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text or None


def load(text: str) -> tuple[list[Row], dict[str, str]]:
    header, *lines = (line.split(";") for line in text.strip().split("\n"))
    rows = [dict(zip(header, map(convert, line))) for line in lines]
    kinds: dict[str, str] = {}
    for name in header:
        found = {type(row[name]).__name__ for row in rows if row[name] is not None}
        kinds[name] = found.pop() if len(found) == 1 else "|".join(sorted(found))
    return rows, kinds


def revenue(row: Row) -> float | None:
    units, price = row["units"], row["price"]
    if isinstance(units, int) and isinstance(price, float):
        return units * price
    return None


def grouped(rows: Iterable[Row], *names: str) -> Iterable[tuple[Any, list[Row]]]:
    key = itemgetter(*names)
    for value, group in groupby(sorted(rows, key=key), key=key):
        yield value, list(group)


def pivot(rows: list[Row], down: str, across: str, value: Callable[[Row], float | None]) -> list[list[str]]:
    cells: defaultdict[tuple[str, str], float] = defaultdict(float)
    for row in rows:
        if (amount := value(row)) is not None:
            cells[row[down], row[across]] += amount
    columns = sorted({row[across] for row in rows})
    table = [["", *columns, "sum"]]
    for name in sorted({row[down] for row in rows}):
        values = [cells.get((name, column), 0.0) for column in columns]
        table.append([name, *(f"{v:.2f}" if v else "-" for v in values), f"{sum(values):.2f}"])
    table.append(["sum", *(f"{sum(cells.get((r, c), 0.0) for r in {row[down] for row in rows}):.2f}" for c in columns), f"{sum(cells.values()):.2f}"])
    return table


rows, kinds = load(DATA)
print(kinds, len(rows), rows[3], rows[-1]["price"])
total = 0.0
for region, members in grouped(rows, "region"):
    subtotal = 0.0
    for row in sorted(members, key=itemgetter("product")):
        amount = revenue(row)
        subtotal += amount or 0
        print(f"{region:<7}{row['product']:<6}{row['month']:<9}{row['units'] or 0:>5}{amount if amount is not None else float('nan'):>10.2f}")
    print(f"{'':-<37}\n{'total':<27}{subtotal:>10.2f}")
    total += subtotal
print(f"{total:.2f}", [(key, len(group)) for key, group in grouped(rows, "product", "region")])
for line in pivot(rows, "product", "month", revenue):
    print("".join(f"{cell:>10}" for cell in line))
by_month = {month: sum(filter(None, map(revenue, group))) for month, group in grouped(rows, "month")}
peak = max(by_month.values())
for month, amount in by_month.items():
    print(f"{month} {'█' * round(20 * amount / peak)}{'░' * (20 - round(20 * amount / peak))} {amount / total:6.1%}")
ranked = sorted(((revenue(row) or 0.0, row["region"], row["product"]) for row in rows), reverse=True)
print(ranked[:3], [round(value) for value, *_ in ranked], sum(row["units"] for row in rows if row["units"]))
best: dict[str, Row] = {}
for row in rows:
    if (revenue(row) or 0) > (revenue(best.get(row["region"], {"units": None, "price": None})) or 0):
        best[row["region"]] = row
print({region: row["product"] for region, row in sorted(best.items())})
print(sum(row["price"] for row in rows))
