"""Histograms in text: bins by several rules, bars of eighths, boxes and stem-and-leaf."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import InitVar, dataclass, field

EIGHTHS = " ▏▎▍▌▋▊▉█"


def bar(share: float, width: int) -> str:
    whole, part = divmod(round(share * width * 8), 8)
    return "█" * whole + (EIGHTHS[part] if part else "")


def sturges(values: Sequence[float]) -> int:
    return math.ceil(math.log2(len(values))) + 1


def rice(values: Sequence[float]) -> int:
    return math.ceil(2 * math.pow(len(values), 1 / 3))


def square_root(values: Sequence[float]) -> int:
    return math.isqrt(len(values) - 1) + 1


@dataclass
class Histogram:
    values: InitVar[Iterable[float]]
    rule: InitVar[Callable[[Sequence[float]], int] | int]
    low: float = field(init=False)
    width: float = field(init=False)
    counts: list[int] = field(init=False)

    def __post_init__(self, values: Iterable[float], rule: Callable[[Sequence[float]], int] | int) -> None:
        kept = [v for v in values if math.isfinite(v)]
        if not kept:
            raise ValueError("nothing to count")
        bins = rule if isinstance(rule, int) else rule(kept)
        self.low = min(kept)
        self.width = (max(kept) - self.low) / bins or 1.0
        self.counts = [0] * bins
        for value in kept:
            self.counts[min(int((value - self.low) / self.width), bins - 1)] += 1

    def __str__(self) -> str:
        top = max(self.counts)
        lines: list[str] = []
        for index, count in enumerate(self.counts):
            start = self.low + index * self.width
            lines.append(
                f"[{start:8.2f}, {start + self.width:8.2f}) {count:>4} {bar(count / top, 12)}".rstrip()
            )
        return "\n".join(lines)

    def upright(self, height: int = 4) -> str:
        top = max(self.counts)
        rows = [
            "".join("#" if count * height >= level * top and count else " " for count in self.counts).rstrip()
            for level in range(height, 0, -1)
        ]
        return "\n".join([*rows, "-" * len(self.counts)])


def quantile(ordered: Sequence[float], q: float) -> float:
    place = q * (len(ordered) - 1)
    low, part = int(place), place % 1
    return ordered[low] + part * (ordered[min(low + 1, len(ordered) - 1)] - ordered[low])


def box(values: Iterable[float], width: int = 31) -> str:
    ordered = sorted(values)
    spots = [quantile(ordered, q / 4) for q in range(5)]
    scale = (width - 1) / ((spots[-1] - spots[0]) or 1)
    low, first, middle, third, high = (round((s - spots[0]) * scale) for s in spots)
    line = [" "] * width
    line[low:high] = "-" * (high - low)
    line[first:third] = "=" * (third - first)
    for spot, mark in ((low, "|"), (high, "|"), (first, "["), (third, "]"), (middle, "+")):
        line[spot] = mark
    return "".join(line)


def stems(values: Iterable[int], unit: int = 10) -> str:
    leaves: defaultdict[int, list[int]] = defaultdict(list)
    for value in sorted(values):
        leaves[value // unit].append(value % unit)
    return "\n".join(
        f"{stem:>3} | {' '.join(map(str, leaves.get(stem, [])))}".rstrip()
        for stem in range(min(leaves), max(leaves) + 1)
    )


def noise(count: int, seed: int = 12345) -> Iterable[int]:
    for _ in range(count):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        yield (seed >> 16) % 41 + (seed >> 8) % 37 - 20


sample = list(noise(120))
rules: dict[str, Callable[[Sequence[float]], int] | int]
rules = {"sturges": sturges, "rice": rice, "root": square_root, "five": 5}
for name, rule in rules.items():
    histogram = Histogram(sample, rule)
    print(name, len(histogram.counts), sum(histogram.counts), f"{histogram.width:.4f}", histogram.counts)
print(Histogram(map(float, sample), sturges))
print(Histogram(sample, 24).upright())
print(box(sample), box([1, 2, 3, 4, 100]), box([5]), sep="\n")
print(stems(sample[:40]))
print(Histogram([2.5, 2.5, math.inf, math.nan], 3), Histogram([0, 0.1, 0.2, 0.3], rule=2).counts)
print([bar(n / 16, 2) for n in range(0, 17, 3)])
try:
    Histogram([math.nan], sturges)
except ValueError as error:
    print(error)
