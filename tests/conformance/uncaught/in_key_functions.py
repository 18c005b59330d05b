"""An error in a key function called by sorted, called by a method used as a callback, while another error is handled."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from operator import itemgetter


class Row(dict[str, int]):
    def __missing__(self, key: str) -> int:
        raise LookupError(f"row has no {key!r}: {', '.join(self)}")


class Table:
    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = list(rows)

    def order_by(self, *keys: Callable[[Row], int]) -> Table:
        rows = self.rows
        for key in reversed(keys):
            rows = sorted(rows, key=key)
        return Table(rows)

    def total(self, column: str) -> int:
        return sum(map(itemgetter(column), self.rows))


def weighted(row: Row, *, by: str, scale: int = 1) -> int:
    return row["amount"] * scale // row[by]


table = Table([Row(amount=10, parts=3), Row(amount=7, parts=2), Row(amount=8, parts=1)])
print([row["amount"] for row in table.order_by(partial(weighted, by="parts")).rows], table.total("amount"))
table.rows.append(Row(amount=1))
try:
    print(table.total("parts"))
except LookupError as error:
    print("caught:", error)
    table.rows[-1]["parts"] = 0
    print(min(table.rows, key=lambda row: (row["parts"], row["amount"])))
    table.order_by(
        itemgetter("amount"),
        partial(weighted, by="parts", scale=100),
    )
