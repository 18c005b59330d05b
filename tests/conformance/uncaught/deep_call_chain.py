"""An error through methods, a property, a comprehension, a lambda, a generator and a decorated function."""

from __future__ import annotations

import functools
from typing import Any, Callable, Iterator


def plain(function: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(function)
    def wrapper(*args: Any, **kwargs: Any) -> Any:
        return function(*args, **kwargs)

    return wrapper


class Table:
    def __init__(self, rows: list[dict[str, int]]) -> None:
        self.rows = rows

    @property
    def ratios(self) -> list[float]:
        return [self.ratio(row) for row in self.rows]

    @staticmethod
    def ratio(row: dict[str, int]) -> float:
        pick = lambda name: row[name] / row["total"]
        return pick("part")

    def __iter__(self) -> Iterator[float]:
        for value in self.ratios:
            yield value

    @classmethod
    @plain
    def build(cls, *pairs: tuple[int, int]) -> Table:
        return cls([{"part": a, "total": b} for a, b in pairs])


print(list(Table.build((1, 2), (3, 4))))
print(max(
    Table.build((1, 2), (3, 0)),
    key=lambda r: -r,
))
