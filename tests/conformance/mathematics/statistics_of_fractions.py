"""Averages and spreads of fractions are exact; beside floats they are floats."""

import math
import statistics
from fractions import Fraction as F
from typing import Any

shares = [F(1, 2), F(2, 3), F(3, 4), F(4, 5), F(5, 6), F(6, 7), F(7, 8)]


def show(label: str, value: object) -> None:
    print(f"{label:24} {type(value).__name__:9} {value}")


show("mean", statistics.mean(shares))
show("mean, an int among them", statistics.mean([F(1, 3), 2, F(5, 3)]))
show("mean, a float among them", statistics.mean([F(1, 4), 0.5, F(3, 4)]))
show("fmean", statistics.fmean(shares))
show("harmonic mean", statistics.harmonic_mean(shares))
show("weighted", statistics.harmonic_mean([F(10, 3), F(23, 5), F(7, 2)], [5, 2, 10]))
show("weighted by fractions", statistics.harmonic_mean([40, 60], [F(1, 3), F(2, 3)]))
show("weighted by zeros", statistics.harmonic_mean([F(1, 2), F(0), 4], [1, 0, 3]))
show("of zero", statistics.harmonic_mean([F(1, 2), F(0), 4]))
show("geometric mean", round(statistics.geometric_mean([F(1, 2), F(1, 8)]), 12))
show("median", statistics.median(shares))
show("median of four", statistics.median(shares[:4]))
show("low and high", (statistics.median_low(shares[:4]), statistics.median_high(shares[:4])))
show("quantiles", statistics.quantiles(shares, n=4))
show("mode", statistics.mode([F(1, 2), F(2, 4), F(1, 3)]))

data = [F(1, 4), F(1, 4), F(3, 4), F(7, 4)]
show("variance", statistics.variance(data))
show("pvariance", statistics.pvariance(data))
show("pvariance, known mean", statistics.pvariance(data, F(3, 4)))
show("variance around an int", statistics.variance(data, 1))
show("variance of ints", statistics.variance([4, 7, 13, 16], F(10)))
show("variance, mixed", statistics.variance([F(1, 4), 2.0, F(3, 4)]))
show("stdev", statistics.stdev(data))
show("pstdev", statistics.pstdev([F(1, 3), F(2, 3)]))

for bad in ([F(-1, 2), F(1, 2)], [F(1, 2), -1], []):
    try:
        given: list[Any] = bad
        print(statistics.harmonic_mean(given))
    except statistics.StatisticsError as error:
        print("error:", error)
for values in ([2.0, math.nan, 1.0], [2.0, math.inf, 1.0]):
    print(statistics.harmonic_mean(values), statistics.mean(values))
