"""`defaultdict(list)` and its like over ints and floats: what is put in comes out, and the factory is the class."""

from __future__ import annotations

from collections import defaultdict, deque

ROWS = [("a", 1), ("b", 2), ("a", 3.5), ("c", True)]


def grouped() -> None:
    groups = defaultdict(list)
    for name, value in ROWS:
        groups[name].append(value)
    print(dict(groups), groups.default_factory is list)
    for name in sorted(groups):
        print(name, sum(groups[name]), max(groups[name]), groups[name][0])


def unique() -> None:
    seen = defaultdict(set)
    for name, value in [("a", 1), ("a", 1.0), ("b", 2.5), ("b", 3)]:
        seen[name].add(value)
    print({name: sorted(values) for name, values in seen.items()})


def recent() -> None:
    last: defaultdict[str, deque[float]] = defaultdict(deque)
    for name, value in ROWS:
        last[name].appendleft(value)
    print({name: list(values) for name, values in last.items()})


def totals():
    totals = defaultdict(float)
    counts = defaultdict(int)
    for name, value in ROWS:
        totals[name] += value
        counts[name] += 1
    return {name: (totals[name], totals[name] / counts[name]) for name in totals}


class Series:
    def __init__(self) -> None:
        self.points: dict[str, list[float]] = defaultdict(list)

    def add(self, name: str, value: float) -> None:
        self.points[name].append(value)


grouped()
unique()
recent()
print(totals())
series = Series()
series.add("x", 1)
series.add("x", 2.5)
print(dict(series.points), [type(point).__name__ for point in series.points["x"]])
