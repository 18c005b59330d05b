"""Numbers in series: running statistics (Welford), percentiles, regression, histograms as text, moving windows."""

from __future__ import annotations

import math
import statistics
from bisect import bisect_left, insort
from collections import deque
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Callable, Iterable, Iterator, Sequence


@dataclass
class Running:
    n: int = 0
    mean: float = 0.0
    m2: float = 0.0
    low: float = math.inf
    high: float = -math.inf

    def add(self, x: float) -> Running:
        self.n += 1
        delta = x - self.mean
        self.mean += delta / self.n
        self.m2 += delta * (x - self.mean)
        self.low, self.high = min(self.low, x), max(self.high, x)
        return self

    def __or__(self, other: Running) -> Running:
        n = self.n + other.n
        if not n:
            return Running()
        delta = other.mean - self.mean
        return Running(
            n,
            self.mean + delta * other.n / n,
            self.m2 + other.m2 + delta**2 * self.n * other.n / n,
            min(self.low, other.low),
            max(self.high, other.high),
        )

    @property
    def deviation(self) -> float:
        return math.sqrt(self.m2 / (self.n - 1))


def median_window(xs: Iterable[float], size: int) -> Iterator[float]:
    window: deque[float] = deque()
    order: list[float] = []
    for x in xs:
        window.append(x)
        insort(order, x)
        if len(window) > size:
            del order[bisect_left(order, window.popleft())]
        if len(window) == size:
            middle = size // 2
            yield order[middle] if size % 2 else (order[middle - 1] + order[middle]) / 2


def percentile(xs: Sequence[float], p: float) -> float:
    ordered = sorted(xs)
    place = (len(ordered) - 1) * p / 100
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def fit(xs: Sequence[float], ys: Sequence[float]) -> tuple[float, float, float]:
    mx, my = math.fsum(xs) / len(xs), math.fsum(ys) / len(ys)
    sxy = math.fsum((x - mx) * (y - my) for x, y in zip(xs, ys, strict=True))
    sxx = math.fsum((x - mx) ** 2 for x in xs)
    syy = math.fsum((y - my) ** 2 for y in ys)
    return sxy / sxx, my - sxy / sxx * mx, sxy / math.sqrt(sxx * syy)


def histogram(xs: Sequence[float], bins: int) -> list[str]:
    low, high = min(xs), max(xs)
    width = (high - low) / bins
    counts = [0] * bins
    for x in xs:
        counts[min(int((x - low) / width), bins - 1)] += 1
    return [f"{low + i * width:8.2f} | {'#' * n:<12}| {n:>3}" for i, n in enumerate(counts)]


def integrate(f: Callable[[float], float], a: float, b: float, n: int = 100) -> float:
    h = (b - a) / n
    return h / 3 * (f(a) + f(b) + sum((4 if i % 2 else 2) * f(a + i * h) for i in range(1, n)))


def newton(f: Callable[[float], float], x: float, tolerance: float = 1e-12) -> float:
    for step in range(50):
        slope = (f(x + 1e-6) - f(x - 1e-6)) / 2e-6
        if slope == 0:
            raise ArithmeticError(f"flat at {x} after {step} steps")
        x, old = x - f(x) / slope, x
        if abs(x - old) < tolerance:
            return x
    raise ArithmeticError(f"no end at {x}")


data = [(i * 7919 % 1000) / 10 - 3 for i in range(60)]
running = Running()
for x in data:
    running.add(x)
halves = Running()
for part in (data[:25], data[25:]):
    piece = Running()
    for x in part:
        piece.add(x)
    halves = halves | piece
print(f"{running.mean:.9f} {running.deviation:.9f} {running.low} {running.high}", math.isclose(halves.deviation, running.deviation), halves.n)
print(math.isclose(running.mean, statistics.fmean(data)), f"{statistics.stdev(data):.6f} {statistics.median(data):.3f}")
print([round(percentile(data, p), 3) for p in (0, 10, 50, 90, 99.5, 100)], list(median_window([3, 1, 4, 1, 5, 9, 2, 6], 3)), list(median_window([1, 2, 3, 4], 4)))
xs = [float(i) for i in range(10)]
print([f"{v:.6f}" for v in fit(xs, [2.5 * x - 1 + (-1) ** int(x) * 0.1 for x in xs])])
print(*histogram(data, 5), sep="\n")
print(f"{integrate(math.sin, 0, math.pi):.8f} {integrate(lambda x: x**3, 0, 2):.6f} {integrate(math.exp, 0, 1, 10):.7f}")
print(f"{newton(lambda x: x * x - 2, 1):.10f} {newton(math.cos, 1):.10f} {newton(lambda x: x**3 - x - 2, 1.5):.10f}")
print([b - a for a, b in pairwise(accumulate([1, 2.5, 4]))], list(accumulate([5, 3, 8, 1], max)), sum([0.1] * 10), math.fsum([0.1] * 10))
for bad in (lambda: fit([1.0, 2.0], [1.0]), lambda: fit([1.0, 1.0], [1.0, 2.0]), lambda: percentile([], 50), lambda: Running().add(1.0).deviation):
    try:
        print(bad())
    except (ValueError, ZeroDivisionError, IndexError) as error:
        print(type(error).__name__, error)
newton(lambda x: x * x + 1, 0)
