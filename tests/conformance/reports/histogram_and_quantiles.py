# stdin: 3.5 2 8 1e1 7 7.25 x 4 -1 inf 5 6 6 6 nan 100 2.5
"""Numbers from standard input summarised: quantiles by several rules, outliers, histogram, box plot, sparkline."""

from __future__ import annotations

import math
import sys
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import pairwise

SPARKS = "▁▂▃▄▅▆▇█"


def numbers(text: str) -> tuple[list[float], list[str]]:
    good: list[float] = []
    bad: list[str] = []
    for word in text.split():
        try:
            value = float(word)
            if not math.isfinite(value):
                raise ValueError("not finite")
        except ValueError as error:
            bad.append(f"{word} ({error})")
        else:
            good.append(value)
    return good, bad


def lower(ordered: Sequence[float], q: float) -> float:
    return ordered[max(0, math.ceil(q * len(ordered)) - 1)]


def linear(ordered: Sequence[float], q: float) -> float:
    place = q * (len(ordered) - 1)
    low = math.floor(place)
    return ordered[low] + (place - low) * (ordered[math.ceil(place)] - ordered[low])


def midpoint(ordered: Sequence[float], q: float) -> float:
    place = q * (len(ordered) - 1)
    return (ordered[math.floor(place)] + ordered[math.ceil(place)]) / 2


def nice(value: float) -> float:
    """The next of 1, 2, 5 times a power of ten."""
    if value <= 0:
        return 1.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in (1, 2, 5, 10) if value <= step * power * 1.0000001)


def histogram(values: Sequence[float], bins: int = 6, width: int = 24) -> list[str]:
    low, high = min(values), max(values)
    step = nice((high - low) / bins)
    first = math.floor(low / step) * step
    count = int((high - first) // step) + 1
    edges = [first + step * n for n in range(count + 1)]
    tally = [0] * count
    for value in values:
        tally[min(count - 1, int((value - first) // step))] += 1
    top = max(tally)
    return [
        f"{a:>8g} .. {b:<8g} {n:>3} {'#' * round(n * width / top)}".rstrip()
        for (a, b), n in zip(pairwise(edges), tally)
    ]


def box(values: Sequence[float], width: int = 41) -> str:
    ordered = sorted(values)
    q1, q2, q3 = (linear(ordered, q) for q in (0.25, 0.5, 0.75))
    fence = 1.5 * (q3 - q1)
    low = ordered[bisect_left(ordered, q1 - fence)]
    high = max(v for v in ordered if v <= q3 + fence)
    span = ordered[-1] - ordered[0] or 1.0

    def at(value: float) -> int:
        return round((value - ordered[0]) / span * (width - 1))

    cells = [" "] * width
    for place in range(at(low), at(high) + 1):
        cells[place] = "-"
    for place in range(at(q1), at(q3) + 1):
        cells[place] = "="
    for value in ordered:
        if value < low or value > high:
            cells[at(value)] = "o"
    for mark, value in (("|", low), ("|", high), ("[", q1), ("]", q3), (":", q2)):
        cells[at(value)] = mark
    return "".join(cells).rstrip()


def spark(values: Sequence[float]) -> str:
    low, high = min(values), max(values)
    scale = (high - low) or 1.0
    return "".join(SPARKS[min(7, int((v - low) / scale * 8))] for v in values)


good, bad = numbers(sys.stdin.read())
print(len(good), "good;", "; ".join(bad))
rules: dict[str, Callable[[Sequence[float], float], float]] = {
    "lower": lower,
    "linear": linear,
    "midpoint": midpoint,
}
for name, rule in rules.items():
    print(f"{name:<9}", *(f"{rule(sorted(good), q):8.3f}" for q in (0, 0.1, 0.25, 0.5, 0.75, 0.9, 1)))
print(*histogram(good), sep="\n")
print("usual:", *histogram([v for v in good if v < 50], 8), sep="\n")
print(box(good), box([v for v in good if v < 50]), box([1, 1, 1]), sep="\n")
print(spark(good), spark([1, 1]), spark([math.sin(n / 3) for n in range(30)]))
print([nice(v) for v in (0.003, 1, 2.1, 7, 99, 101, 0, 5e7)], histogram([4.0]), histogram([-0.5, 0.5], 2))
moments = [sum((v - sum(good) / len(good)) ** k for v in good) / len(good) for k in (2, 3, 4)]
print(
    f"sd {math.sqrt(moments[0]):.4f} skew {moments[1] / moments[0] ** 1.5:.4f} kurtosis {moments[2] / moments[0] ** 2 - 3:.4f}"
)
print(numbers(""), numbers("1_000 0x10 ١٢ +.5 -5. 1e400 infinity"))
try:
    histogram([])
except ValueError as error:
    print("error:", error)
lower([], 0.5)
