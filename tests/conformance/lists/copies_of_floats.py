"""list() of lists of floats that pass through Any and object."""

from __future__ import annotations

import statistics
from collections.abc import Iterable
from typing import Any


def copied(data: Iterable[Any]) -> list[Any]:
    values: list[Any] = list(data)
    values.append("end")
    return values


def widened(data: list[Any]) -> list[object]:
    return list(data)


weights: list[float] = [1.5, 2.5, 4.0]
flags: list[bool] = [True, False]
print(statistics.stdev(weights), statistics.pstdev(weights), statistics.variance(weights))
print(copied(weights), copied(flags), copied([1, 2]), copied((2.5, None)))
print(widened(weights), widened(flags), list(weights), sorted(widened(weights), key=str))
