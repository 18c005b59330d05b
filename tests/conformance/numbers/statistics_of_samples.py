"""Statistics both ways: the module's functions beside one-pass formulas, quantiles, regression, distributions, errors."""

from __future__ import annotations

import math
import random
import statistics
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from statistics import NormalDist, StatisticsError


@dataclass
class Running:
    """Welford's moments; two of them add up."""

    n: int = 0
    mean: float = 0.0
    m2: float = 0.0
    low: float = math.inf
    high: float = -math.inf

    def push(self, x: float) -> None:
        self.n += 1
        delta = x - self.mean
        self.mean += delta / self.n
        self.m2 += delta * (x - self.mean)
        self.low, self.high = min(self.low, x), max(self.high, x)

    @classmethod
    def of(cls, values: Iterable[float]) -> Running:
        out = cls()
        for value in values:
            out.push(value)
        return out

    def __add__(self, other: Running) -> Running:
        n = self.n + other.n
        if not n:
            return Running()
        delta = other.mean - self.mean
        mean = self.mean + delta * other.n / n
        m2 = self.m2 + other.m2 + delta * delta * self.n * other.n / n
        return Running(n, mean, m2, min(self.low, other.low), max(self.high, other.high))

    @property
    def variance(self) -> float:
        return self.m2 / (self.n - 1) if self.n > 1 else math.nan


def percentile(ordered: Sequence[float], p: float) -> float:
    at = (len(ordered) - 1) * p
    low = math.floor(at)
    part = at - low
    return ordered[low] if not part else ordered[low] * (1 - part) + ordered[low + 1] * part


def histogram(values: Sequence[float], bins: int) -> list[str]:
    low, high = min(values), max(values)
    step = (high - low) / bins
    counts = Counter(min(int((v - low) / step), bins - 1) for v in values)
    return [f"{low + i * step:8.2f} {'#' * counts[i]}" for i in range(bins)]


def main() -> None:
    source = random.Random(8)
    heights = [round(source.gauss(170, 8), 1) for _ in range(60)]
    weights = [round(0.9 * h - 85 + source.gauss(0, 5), 1) for h in heights]
    run = Running.of(heights[:25]) + Running.of(heights[25:])
    print(
        run.n,
        run.low,
        run.high,
        math.isclose(run.mean, statistics.fmean(heights)),
        math.isclose(run.variance, statistics.variance(heights)),
    )
    print(
        statistics.mean(heights),
        statistics.fmean(heights),
        statistics.median(heights),
        statistics.mode(heights),
    )
    print(
        statistics.stdev(heights),
        statistics.pstdev(heights),
        statistics.variance(weights),
        statistics.pvariance(weights),
    )
    print(statistics.quantiles(heights), statistics.quantiles(heights, n=5, method="inclusive"))
    ordered = sorted(heights)
    print(
        [percentile(ordered, p) for p in (0, 0.2, 0.5, 1)],
        statistics.median_low(heights),
        statistics.median_high(heights),
    )
    line = statistics.linear_regression(heights, weights)
    print(line, line.slope, statistics.correlation(heights, weights), statistics.covariance(heights, weights))
    print(statistics.linear_regression([1, 2, 3], [2, 4, 6.5], proportional=True))
    print(*histogram(heights, 6), sep="\n")
    counts = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]
    print(
        statistics.mean(counts),
        statistics.mean([1, 2, 3, 4]),
        statistics.mean([2, 4]),
        statistics.multimode("mississippi"),
        statistics.mode(["b", "a", "a", "b"]),
    )
    print(
        statistics.median([1, 3, 5, 7]),
        statistics.median([5]),
        statistics.median_grouped([52, 52, 53, 54]),
        statistics.median_grouped([1, 3, 3, 5, 7], 2),
    )
    print(
        statistics.harmonic_mean([40, 60]),
        statistics.harmonic_mean([40, 60], weights=[5, 30]),
        statistics.geometric_mean([54, 24, 36]),
    )
    print(statistics.fmean([85, 92, 83, 91], [0.20, 0.20, 0.30, 0.30]))
    print(
        statistics.mean([1e30, 1, 3, -1e30]),
        statistics.mean([0.1] * 10),
        statistics.fmean([0.1] * 10),
        sum([0.1] * 10) / 10,
    )
    print(
        statistics.pvariance([1.5, 2.5, 2.5, 2.75, 3.25, 4.75]),
        statistics.variance([1, 2, 3, 4]),
        statistics.stdev([1.5, 2.5]),
        statistics.pstdev([5, 5]),
    )
    fit = NormalDist.from_samples(heights)
    print(
        fit,
        f"{fit.pdf(170):.6f} {fit.cdf(180):.6f} {fit.inv_cdf(0.975):.4f} {fit.zscore(180):.5f} {fit.variance:.5f}",
    )
    a, b = NormalDist(100, 15), NormalDist(110, 10)
    print(
        a + b,
        a - b,
        a * 2,
        3 + a,
        -a,
        a / 4,
        a == NormalDist(100, 15),
        f"{a.overlap(b):.6f}",
        [round(q, 3) for q in a.quantiles()],
    )
    print(
        [f"{x:.3f}" for x in a.samples(4, seed=7)],
        a.mean,
        a.median,
        a.mode,
        a.stdev,
        hash(a) == hash(NormalDist(100.0, 15.0)),
    )
    empty: list[float] = []
    tries: list[Callable[[], object]] = [
        lambda: statistics.mean(empty), lambda: statistics.median(empty), lambda: statistics.mode(empty), lambda: statistics.variance([1.0]),
        lambda: statistics.pvariance(empty), lambda: statistics.harmonic_mean([1, -1]), lambda: statistics.geometric_mean([0.0, 1.0]),
        lambda: statistics.quantiles([1]), lambda: statistics.quantiles([1, 2], n=0),
        lambda: statistics.correlation([1, 2], [3]), lambda: statistics.correlation([1, 1], [2, 3]), lambda: statistics.linear_regression([2, 2], [1, 3]),
        lambda: NormalDist(0, -1), lambda: a.inv_cdf(1.0), lambda: NormalDist(1, 0).cdf(1), lambda: statistics.fmean([1.0], [0.0]), lambda: statistics.multimode(empty),
    ]  # fmt: skip
    for attempt in tries:
        try:
            print(attempt())
        except (StatisticsError, ValueError) as error:
            print(type(error).__name__, error)


main()
