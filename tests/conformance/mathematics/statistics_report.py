"""Descriptive statistics by hand and by the library, quantiles, correlation, histograms, normal distributions, errors."""

from __future__ import annotations

import math
import random
import statistics
from collections.abc import Callable, Sequence
from itertools import accumulate


def histogram(values: Sequence[float], bins: int, width: int = 30) -> list[str]:
    low, high = min(values), max(values)
    step = (high - low) / bins
    counts = [0] * bins
    for value in values:
        counts[min(int((value - low) / step), bins - 1)] += 1
    top = max(counts)
    return [f"{low + i * step:8.2f} {'#' * round(c / top * width):<{width}} {c}" for i, c in enumerate(counts)]


def welford(values: Sequence[float]) -> tuple[float, float]:
    mean = m2 = 0.0
    for n, value in enumerate(values, 1):
        delta = value - mean
        mean += delta / n
        m2 += delta * (value - mean)
    return mean, math.sqrt(m2 / (len(values) - 1))


def spearman(xs: Sequence[float], ys: Sequence[float]) -> float:
    def ranks(values: Sequence[float]) -> list[float]:
        order = sorted(range(len(values)), key=values.__getitem__)
        result = [0.0] * len(values)
        at = 0
        while at < len(order):
            end = at
            while end + 1 < len(order) and values[order[end + 1]] == values[order[at]]:
                end += 1
            for place in range(at, end + 1):
                result[order[place]] = (at + end) / 2 + 1
            at = end + 1
        return result

    return statistics.correlation(ranks(xs), ranks(ys))


generator = random.Random(2024)
sample = [generator.gauss(50, 10) for _ in range(200)]
print("\n".join(histogram(sample, 8)))
mean, deviation = welford(sample)
print(f"{mean:.9f} {statistics.fmean(sample):.9f} {deviation:.9f} {statistics.stdev(sample):.9f}", math.isclose(statistics.variance(sample), deviation**2))
print([round(q, 6) for q in statistics.quantiles(sample, n=4)], [round(q, 4) for q in statistics.quantiles(sample, n=5, method="inclusive")], f"{statistics.median(sample):.6f}")
ages = [23, 25, 25, 31, 40, 40, 41]
print(statistics.mean(ages), statistics.median(ages), statistics.mode(ages), statistics.multimode(ages), statistics.median_low(ages[:4]), statistics.median_high(ages[:4]), statistics.median_grouped(ages), statistics.pvariance(ages), statistics.variance([1, 2]), statistics.mean([1, 2, 4]), statistics.mean([1, 3]))
print(statistics.geometric_mean([54, 24, 36]), statistics.harmonic_mean([40, 60]), statistics.harmonic_mean([40, 60], weights=[5, 30]), statistics.fmean([3.5, 4, 5.25], weights=[1, 2, 1]), statistics.mode("aabbb"), statistics.multimode(""), statistics.mode(["red", "blue", "blue"]))
heights, weights = [1.5, 1.6, 1.7, 1.8, 1.9], [52, 60, 61, 75, 80]
slope, intercept = statistics.linear_regression(heights, weights)
print(f"{slope:.6f} {intercept:.6f} {statistics.correlation(heights, weights):.9f} {statistics.covariance(heights, weights):.6f} {spearman(heights, [1, 2, 2, 5, 4]):.9f}")
normal = statistics.NormalDist(100, 15)
other = statistics.NormalDist.from_samples(sample)
print(f"{normal.cdf(130):.9f} {normal.inv_cdf(0.975):.6f} {normal.pdf(100):.9f} {normal.zscore(85)} {normal.overlap(statistics.NormalDist(110, 15)):.6f}", normal + 5, normal * 2, normal + statistics.NormalDist(1, 20), -normal, [round(q, 3) for q in normal.quantiles(4)], normal == statistics.NormalDist(100, 15))
print(round(other.mean, 6), round(other.stdev, 6), normal.median, normal.variance, [round(x, 3) for x in normal.samples(3, seed=1)])
running = list(accumulate(ages, max))
print(running, [round(statistics.fmean(ages[max(0, i - 2) : i + 1]), 3) for i in range(len(ages))], math.fsum([0.1] * 10), sum([0.1] * 10), math.fsum([1e100, 1.0, -1e100]), math.dist([1, 2], [4, 6]), math.hypot(3, 4, 12))
tries: list[Callable[[], object]] = [
    lambda: statistics.mean([]), lambda: statistics.stdev([1]), lambda: statistics.median([]), lambda: statistics.mode([]), lambda: statistics.correlation([1], [2]), lambda: statistics.correlation([1, 1], [2, 3]), lambda: statistics.geometric_mean([0, 1]),
    lambda: statistics.harmonic_mean([-1, 2]), lambda: statistics.quantiles([1]), lambda: statistics.NormalDist(0, -1), lambda: statistics.linear_regression([1, 2], [1]), lambda: normal.inv_cdf(1.5), lambda: statistics.fmean([]),
]  # fmt: skip
for attempt in tries:
    try:
        print(attempt())
    except statistics.StatisticsError as error:
        print("StatisticsError:", error)
statistics.pvariance([])
