"""Stages that sum up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..core import Problems, Row
from . import STAGES, stage

_WIDTH = 10


def bar(amount: float) -> str:
    return "#" * min(_WIDTH, round(amount / 10))


@stage
def monthly(rows: Iterator[Row], problem: Problems) -> Iterator[Row]:
    sums: defaultdict[str, float] = defaultdict(float)
    for row in rows:
        sums[f"{row.fields['when']:%Y-%m}"] += row.fields["amount"]
    for number, (month, total) in enumerate(sorted(sums.items()), 1):
        yield Row(number, {"month": month, "total": total, "bar": bar(total), "of": len(STAGES)})
