"""Which class a factory is, where what it makes holds floats."""
from collections import defaultdict, deque
from dataclasses import dataclass, field
from typing import Callable


@dataclass
class Series:
    values: list[float] = field(default_factory=list)


d: defaultdict[str, list[float]] = defaultdict(list)
d["a"].append(1.5)
flags: defaultdict[str, set[bool]] = defaultdict(set)
flags["x"].add(True)
counts: defaultdict[str, float] = defaultdict(float)
counts["c"] += 2.5
print(d.default_factory is list, d.default_factory == list, d.default_factory is not set)
print(flags.default_factory is set, counts.default_factory is float, counts.default_factory == int)


def kind(make: Callable[[], list[float]]) -> str:
    if make is list:
        return "a list"
    return "something else"


print(kind(list), kind(lambda: [1.0]))
window: Callable[[], deque[float]] = deque
print(window is deque, window in (list, deque), window() == deque())
print(Series().values, d, dict(flags), sum(d["a"]))
