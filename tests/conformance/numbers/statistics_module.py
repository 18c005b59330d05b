"""statistics: averages, spread, quantiles, two variables, NormalDist, errors."""

import statistics as s
from collections.abc import Callable
from statistics import NormalDist

samples: list[list[float]] = [[1, 2, 3, 4], [1, 2, 3], [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5], [1e16, 1, -1e16], [0.1] * 10, [5, 5], [10**20, 1, 2], [1, 2.5], [0.1, 0.2, 0.3, 7.0]]
for data in samples:
    print(data, s.mean(data), s.fmean(data), s.median(data), s.median_low(data), s.median_high(data), s.median_grouped(data))
    print("  ", s.variance(data), s.pvariance(data), s.stdev(data), s.pstdev(data), s.quantiles(data), s.quantiles(data, n=3, method="inclusive"), s.multimode(data))
ints = [3, 1, 4, 1, 5, 9, 2, 6]
print(s.mean(ints), s.mean([2, 4]), s.mean(range(101)), s.variance([1, 3]), s.pvariance([1, 3]), s.variance([2, 2, 2]), s.variance(ints, 3), s.pvariance(ints, mu=3.875), s.stdev(ints, xbar=s.mean(ints)))
print(s.mode(ints), s.mode("abracadabra"), s.mode(["red", "blue", "blue"]), s.multimode("aabbbbccddddeeffffgg"), s.multimode(""))
print(s.geometric_mean([54, 24, 36]), s.harmonic_mean([40, 60]), s.harmonic_mean([40, 60], weights=[5, 30]), s.harmonic_mean([2.5, 3, 10]), s.harmonic_mean([4]), s.harmonic_mean([1, 0]), s.harmonic_mean([2, 2]))
print(s.fmean([85, 92, 83], weights=[0.2, 0.3, 0.5]), s.quantiles(range(1, 100), n=10), s.quantiles([1, 2], n=4), s.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5], interval=2))
x, y = [1.0, 2.0, 3.0, 4.0, 5.0], [2.1, 3.9, 6.2, 7.8, 10.1]
print(s.covariance(x, y), s.correlation(x, y), s.linear_regression(x, y), s.linear_regression(x, y, proportional=True), s.correlation(x, list(reversed(x))))
slope, intercept = s.linear_regression([1971, 1975, 1979, 1982, 1983], [1, 2, 3, 4, 5])
print(slope, intercept, round(slope * 2019 + intercept))
n = NormalDist(100, 15)
print(n.mean, n.stdev, n.variance, n.median, n.mode, n.pdf(110.0), n.cdf(120.0), n.inv_cdf(0.3), n.zscore(85.0), n.quantiles(), n.inv_cdf(1e-12), n.inv_cdf(0.999), n.inv_cdf(0.01))
print(NormalDist.from_samples([2.5, 3.1, 2.1, 2.4, 2.7, 3.5]), NormalDist(5, 2) + 3.0, NormalDist(5, 2) - 1.5, NormalDist(5, 2) * 2.0, NormalDist(6, 2) / 2.0, -NormalDist(5, 2), 10.0 - NormalDist(5, 2))
print(NormalDist(5.0, 3.0) + NormalDist(1.0, 4.0), NormalDist(5.0, 3.0) - NormalDist(1.0, 4.0), n.overlap(NormalDist(110.0, 10.0)), n.overlap(NormalDist(105.0, 15.0)), n == NormalDist(100, 15), n.samples(3, seed=7))


def attempt(work: Callable[[], object]) -> None:
    try:
        print(work())
    except Exception as error:
        print(type(error).__name__, error)


empty: list[float] = []
for function in (s.mean, s.fmean, s.median, s.median_low, s.median_high, s.variance, s.pvariance, s.stdev, s.pstdev, s.geometric_mean, s.harmonic_mean, s.median_grouped):
    attempt(lambda: function(empty))
attempt(lambda: s.mode(empty))
attempt(lambda: s.variance([1]))
attempt(lambda: s.stdev([1]))
attempt(lambda: s.geometric_mean([1, -1]))
attempt(lambda: s.harmonic_mean([1, -1]))
attempt(lambda: s.harmonic_mean([1, 2], weights=[1]))
attempt(lambda: s.fmean([1, 2], weights=[1]))
attempt(lambda: s.fmean([1, 2], weights=[1, -1]))
attempt(lambda: s.quantiles([1], n=4))
attempt(lambda: s.quantiles([1, 2], n=0))
attempt(lambda: s.covariance([1.0], [1.0, 2.0]))
attempt(lambda: s.correlation([1.0, 1.0], [1.0, 2.0]))
attempt(lambda: s.linear_regression([1.0, 1.0], [1.0, 2.0]))
attempt(lambda: NormalDist(0, -1))
attempt(lambda: n.inv_cdf(1.0))
attempt(lambda: NormalDist(1, 0).cdf(1))
print(s.mean([float("inf"), 1]), s.mean([float("inf"), float("-inf")]))
