"""Statistics of numbers: sums are exact, results are rounded once."""

from __future__ import annotations

import math as _math
import random as _random
from bisect import bisect_left as _bisect_left, bisect_right as _bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from fractions import Fraction as _Fraction
from typing import Any, Final, Literal, NamedTuple, TypeVar

__all__ = [
    "NormalDist",
    "StatisticsError",
    "correlation",
    "covariance",
    "fmean",
    "geometric_mean",
    "harmonic_mean",
    "linear_regression",
    "mean",
    "median",
    "median_grouped",
    "median_high",
    "median_low",
    "mode",
    "multimode",
    "pstdev",
    "pvariance",
    "quantiles",
    "stdev",
    "variance",
]

_T = TypeVar("_T")
_HashableT = TypeVar("_HashableT", bound=Hashable)
_Number = int | float


class StatisticsError(ValueError):
    """There are too few data, or wrong ones."""


# --- exact sums --------------------------------------------------------------------------------


class _Sum:
    """A sum as a fraction whose denominator is a power of two; specials and other fractions beside it."""

    numerator: int
    shift: int  # the denominator is 2**shift
    special: float  # inf, -inf or nan when one of the values was
    others: _Fraction | None  # the sum of the values that were Fractions
    floats: bool
    count: int

    def __init__(self) -> None:
        self.numerator = 0
        self.shift = 0
        self.special = 0.0
        self.others = None
        self.floats = False
        self.count = 0

    def add(self, value: int | float | _Fraction) -> None:
        self.count += 1
        if isinstance(value, _Fraction):
            self.others = value if self.others is None else self.others + value
        elif isinstance(value, float):
            self.floats = True
            if not _math.isfinite(value):
                self.special += value
                return
            numerator, denominator = value.as_integer_ratio()
            self.add_fraction(numerator, denominator.bit_length() - 1)
        else:
            self.numerator += value << self.shift

    def add_fraction(self, numerator: int, shift: int) -> None:
        if shift > self.shift:
            self.numerator = (self.numerator << (shift - self.shift)) + numerator
            self.shift = shift
        else:
            self.numerator += numerator << (self.shift - shift)

    def exact(self, others: _Fraction) -> _Fraction:
        """The whole sum."""
        return others + _Fraction(self.numerator, 1 << self.shift)

    def divided(self, divisor: int) -> int | float | _Fraction:
        """The sum over a number: an int where all values were ints and it comes out even."""
        if self.special != 0.0:
            return self.special
        if self.others is not None:
            mean = self.exact(self.others) / divisor
            return float(mean) if self.floats else mean
        denominator = divisor << self.shift
        if not self.floats and self.numerator % denominator == 0:
            return self.numerator // denominator
        return self.numerator / denominator


def _summed(data: Iterable[int | float | _Fraction]) -> _Sum:
    total = _Sum()
    for value in data:
        total.add(value)
    return total


def _squares(
    data: Sequence[int | float | _Fraction], center: int | float | _Fraction | None
) -> tuple[int, int, type[object], float]:
    """(numerator, denominator) of the sum of squared deviations, what the numbers were, nan or 0.

    center   the mean when it is known; None lets it be computed exactly
    """
    total = _summed(data)
    if total.special != 0.0:
        return 0, 1, float, _math.nan
    kind: type[object] = float if total.floats or isinstance(center, float) else int
    if kind is int and (total.others is not None or isinstance(center, _Fraction)):
        kind = _Fraction
    if center is None and total.others is not None:
        center = total.exact(total.others) / total.count
    if center is None:
        count = total.count
        squares = _Sum()
        for value in data:
            numerator, denominator = value.as_integer_ratio()
            squares.add_fraction(numerator * numerator, 2 * (denominator.bit_length() - 1))
        # sum(x*x) - sum(x)**2 / n, over a common denominator
        shift = max(squares.shift, 2 * total.shift)
        first = squares.numerator << (shift - squares.shift)
        second = total.numerator * total.numerator << (shift - 2 * total.shift)
        return first * count - second, count << shift, kind, 0.0
    around, below = center.as_integer_ratio()
    numerator = 0
    denominator = 1
    for value in data:
        n, d = value.as_integer_ratio()
        n, d = n * below - around * d, d * below
        numerator, denominator = numerator * d * d + n * n * denominator, denominator * d * d
        common = _math.gcd(numerator, denominator)
        numerator, denominator = numerator // common, denominator // common
    return numerator, denominator, kind, 0.0


def _fraction(numerator: int, denominator: int, kind: type[object]) -> Any:
    if kind is _Fraction:
        return _Fraction(numerator, denominator)
    if kind is int and numerator % denominator == 0:
        return numerator // denominator
    return numerator / denominator


def _root(numerator: int, denominator: int) -> float:
    """The square root of a fraction, correctly rounded."""
    if numerator == 0:
        return 0.0
    shift = (numerator.bit_length() - denominator.bit_length() - 109) // 2
    if shift >= 0:
        top, bottom = numerator, denominator << 2 * shift
    else:
        top, bottom = numerator << -2 * shift, denominator
    root = _math.isqrt(top // bottom)
    if root * root * bottom != top:
        root |= 1  # round to odd: the rest decides in the last division
    return float(root << shift) if shift >= 0 else root / (1 << -shift)


# --- averages ----------------------------------------------------------------------------------


def mean(data: Iterable[Any]) -> Any:
    """The arithmetic mean."""
    total = _summed(data)
    if total.count < 1:
        raise StatisticsError("mean requires at least one data point")
    return total.divided(total.count)


def fmean(
    data: Iterable[int | float | _Fraction], weights: Iterable[int | float | _Fraction] | None = None
) -> float:
    """The mean in floats, perhaps weighted."""
    values = [float(value) for value in data]
    if weights is None:
        if not values:
            raise StatisticsError("fmean requires at least one data point")
        return _math.fsum(values) / len(values)
    factors = [float(weight) for weight in weights]
    if len(values) != len(factors):
        raise StatisticsError("data and weights must be the same length")
    total = _math.fsum([values[index] * factors[index] for index in range(len(values))])
    weight = _math.fsum(factors)
    if not weight:
        raise StatisticsError("sum of weights must be non-zero")
    return total / weight


def geometric_mean(data: Iterable[int | float | _Fraction]) -> float:
    values = [float(value) for value in data]
    if not values or min(values) <= 0.0:
        raise StatisticsError("geometric mean requires a non-empty dataset containing positive numbers")
    return _math.exp(fmean([_math.log(value) for value in values]))


def harmonic_mean(data: Iterable[Any], weights: Iterable[Any] | None = None) -> Any:
    values: list[Any] = list(data)
    if not values:
        raise StatisticsError("harmonic_mean requires at least one data point")
    if len(values) == 1 and weights is None:
        if values[0] < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        return values[0]
    factors: list[Any] = [1] * len(values) if weights is None else list(weights)
    if len(factors) != len(values):
        raise StatisticsError("Number of weights does not match data size")
    shares = _Sum()
    total = _Sum()
    for index in range(len(values)):
        value: int | float | _Fraction = values[index]
        weight: int | float | _Fraction = factors[index]
        if value < 0 or weight < 0:
            raise StatisticsError("harmonic mean does not support negative values")
        total.add(weight)
        if weight:
            if value == 0:
                return 0
            shares.add(weight / value)
    if shares.special != 0.0 or total.special != 0.0:
        return total.divided(1) / float(shares.divided(1))
    if shares.others is not None or total.others is not None:
        weights_sum = total.exact(total.others or _Fraction())
        share = shares.exact(shares.others or _Fraction())
        if share <= 0:
            raise StatisticsError("Weighted sum must be positive")
        result = weights_sum / share
        return float(result) if shares.floats or total.floats else result
    if shares.numerator <= 0:
        raise StatisticsError("Weighted sum must be positive")
    return (total.numerator << shares.shift) / (shares.numerator << total.shift)


def median(data: Iterable[Any]) -> Any:
    values: list[Any] = sorted(data)
    count = len(values)
    if count == 0:
        raise StatisticsError("no median for empty data")
    if count % 2 == 1:
        return values[count // 2]
    return (values[count // 2 - 1] + values[count // 2]) / 2


def median_low(data: Iterable[Any]) -> Any:
    values: list[Any] = sorted(data)
    count = len(values)
    if count == 0:
        raise StatisticsError("no median for empty data")
    return values[(count - 1) // 2]


def median_high(data: Iterable[Any]) -> Any:
    values: list[Any] = sorted(data)
    count = len(values)
    if count == 0:
        raise StatisticsError("no median for empty data")
    return values[count // 2]


def median_grouped(data: Iterable[int | float], interval: int | float = 1.0) -> float:
    """The median of values that stand for classes of width `interval`."""
    values: list[Any] = sorted(data)
    count = len(values)
    if not count:
        raise StatisticsError("no median for empty data")
    middle = float(values[count // 2])
    first = _bisect_left(values, middle)
    last = _bisect_right(values, middle, lo=first)
    width = float(interval)
    return middle - width / 2.0 + width * (count / 2 - first) / (last - first)


def mode(data: Iterable[_HashableT]) -> _HashableT:
    """The most frequent value, the first of equals."""
    found = multimode(data)
    if not found:
        raise StatisticsError("no mode for empty data")
    return found[0]


def multimode(data: Iterable[_HashableT]) -> list[_HashableT]:
    counts: dict[_HashableT, int] = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    most = 0
    for count in counts.values():
        if count > most:
            most = count
    return [value for value, count in counts.items() if count == most]


def quantiles(
    data: Iterable[Any], *, n: int = 4, method: Literal["inclusive", "exclusive"] = "exclusive"
) -> list[Any]:
    """The n - 1 cut points between n groups of equal probability."""
    if n < 1:
        raise StatisticsError("n must be at least 1")
    values: list[Any] = sorted(data)
    size = len(values)
    if size < 2:
        raise StatisticsError("must have at least two data points")
    result: list[Any] = []
    if method == "inclusive":
        for i in range(1, n):
            j, delta = divmod(i * (size - 1), n)
            result.append((values[j] * (n - delta) + values[j + 1] * delta) / n)
        return result
    if method == "exclusive":
        for i in range(1, n):
            j = i * (size + 1) // n
            j = 1 if j < 1 else size - 1 if j > size - 1 else j
            delta = i * (size + 1) - j * n
            result.append((values[j - 1] * (n - delta) + values[j] * delta) / n)
        return result
    raise ValueError(f"Unknown method: {method!r}")


# --- spread ------------------------------------------------------------------------------------


def variance(data: Iterable[Any], xbar: Any = None) -> Any:
    """The sample variance."""
    values: list[Any] = list(data)
    if len(values) < 2:
        raise StatisticsError("variance requires at least two data points")
    numerator, denominator, kind, special = _squares(values, xbar)
    return special if special else _fraction(numerator, denominator * (len(values) - 1), kind)


def pvariance(data: Iterable[Any], mu: Any = None) -> Any:
    """The variance of a whole population."""
    values: list[Any] = list(data)
    if not values:
        raise StatisticsError("pvariance requires at least one data point")
    numerator, denominator, kind, special = _squares(values, mu)
    return special if special else _fraction(numerator, denominator * len(values), kind)


def stdev(data: Iterable[Any], xbar: Any = None) -> Any:
    values: list[Any] = list(data)
    if len(values) < 2:
        raise StatisticsError("stdev requires at least two data points")
    numerator, denominator, _, special = _squares(values, xbar)
    return special if special else _root(numerator, denominator * (len(values) - 1))


def pstdev(data: Iterable[Any], mu: Any = None) -> Any:
    values: list[Any] = list(data)
    if not values:
        raise StatisticsError("pstdev requires at least one data point")
    numerator, denominator, _, special = _squares(values, mu)
    return special if special else _root(numerator, denominator * len(values))


# --- two variables -----------------------------------------------------------------------------


def covariance(x: Sequence[int | float], y: Sequence[int | float], /) -> float:
    count = len(x)
    if len(y) != count:
        raise StatisticsError("covariance requires that both inputs have same number of data points")
    if count < 2:
        raise StatisticsError("covariance requires at least two data points")
    xbar = _math.fsum([float(v) for v in x]) / count
    ybar = _math.fsum([float(v) for v in y]) / count
    return _math.fsum([(x[i] - xbar) * (y[i] - ybar) for i in range(count)]) / (count - 1)


def correlation(x: Sequence[int | float], y: Sequence[int | float], /) -> float:
    count = len(x)
    if len(y) != count:
        raise StatisticsError("correlation requires that both inputs have same number of data points")
    if count < 2:
        raise StatisticsError("correlation requires at least two data points")
    xbar = _math.fsum([float(v) for v in x]) / count
    ybar = _math.fsum([float(v) for v in y]) / count
    sxy = _math.fsum([(x[i] - xbar) * (y[i] - ybar) for i in range(count)])
    sxx = _math.fsum([(x[i] - xbar) ** 2.0 for i in range(count)])
    syy = _math.fsum([(y[i] - ybar) ** 2.0 for i in range(count)])
    if sxx * syy == 0.0:
        raise StatisticsError("at least one of the inputs is constant")
    return sxy / _math.sqrt(sxx * syy)


class LinearRegression(NamedTuple):
    slope: float
    intercept: float


def linear_regression(
    regressor: Sequence[int | float],
    dependent_variable: Sequence[int | float],
    /,
    *,
    proportional: bool = False,
) -> LinearRegression:
    """Least squares: y = slope * x + intercept."""
    x, y = regressor, dependent_variable
    count = len(x)
    if len(y) != count:
        raise StatisticsError("linear regression requires that both inputs have same number of data points")
    if count < 2:
        raise StatisticsError("linear regression requires at least two data points")
    if proportional:
        sxy = _math.fsum([float(x[i] * y[i]) for i in range(count)])
        sxx = _math.fsum([float(x[i] * x[i]) for i in range(count)])
        if sxx == 0.0:
            raise StatisticsError("x is constant")
        return LinearRegression(sxy / sxx, 0.0)
    xbar = _math.fsum([float(v) for v in x]) / count
    ybar = _math.fsum([float(v) for v in y]) / count
    sxy = _math.fsum([(x[i] - xbar) * (y[i] - ybar) for i in range(count)])
    sxx = _math.fsum([(x[i] - xbar) ** 2.0 for i in range(count)])
    if sxx == 0.0:
        raise StatisticsError("x is constant")
    slope = sxy / sxx
    return LinearRegression(slope, ybar - slope * xbar)


# --- the normal distribution -------------------------------------------------------------------

_CENTRAL_TOP: Final = (
    2.50908_09287_30122_6727e3, 3.34305_75583_58812_8105e4, 6.72657_70927_00870_0853e4,
    4.59219_53931_54987_1457e4, 1.37316_93765_50946_1125e4, 1.97159_09503_06551_4427e3,
    1.33141_66789_17843_7745e2, 3.38713_28727_96366_6080e0,
)  # fmt: skip
_CENTRAL_BOTTOM: Final = (
    5.22649_52788_52854_5610e3, 2.87290_85735_72194_2674e4, 3.93078_95800_09271_0610e4,
    2.12137_94301_58659_5867e4, 5.39419_60214_24751_1077e3, 6.87187_00749_20579_0830e2,
    4.23133_30701_60091_1252e1, 1.0,
)  # fmt: skip
_MIDDLE_TOP: Final = (
    7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1,
    1.27045_82524_52368_38258e0, 3.64784_83247_63204_60504e0, 5.76949_72214_60691_40550e0,
    4.63033_78461_56545_29590e0, 1.42343_71107_49683_57734e0,
)  # fmt: skip
_MIDDLE_BOTTOM: Final = (
    1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2,
    1.48103_97642_74800_74590e-1, 6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e0,
    2.05319_16266_37758_82187e0, 1.0,
)  # fmt: skip
_TAIL_TOP: Final = (
    2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3,
    2.65321_89526_57612_30930e-2, 2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e0,
    5.46378_49111_64114_36990e0, 6.65790_46435_01103_77720e0,
)  # fmt: skip
_TAIL_BOTTOM: Final = (
    2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5,
    7.86869_13114_56132_59100e-4, 1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1,
    5.99832_20655_58879_37690e-1, 1.0,
)  # fmt: skip


def _polynomial(coefficients: tuple[float, ...], x: float) -> float:
    value = coefficients[0]
    for index in range(1, len(coefficients)):
        value = value * x + coefficients[index]
    return value


def _inverse(p: float, mu: float, sigma: float) -> float:
    """The value below which a share p lies (Wichura, algorithm AS 241, 1988)."""
    q = p - 0.5
    if abs(q) <= 0.425:
        r = 0.180625 - q * q
        x = _polynomial(_CENTRAL_TOP, r) * q / _polynomial(_CENTRAL_BOTTOM, r)
        return mu + x * sigma
    r = p if q <= 0.0 else 1.0 - p
    r = _math.sqrt(-_math.log(r))
    if r <= 5.0:
        r -= 1.6
        x = _polynomial(_MIDDLE_TOP, r) / _polynomial(_MIDDLE_BOTTOM, r)
    else:
        r -= 5.0
        x = _polynomial(_TAIL_TOP, r) / _polynomial(_TAIL_BOTTOM, r)
    return mu + (-x if q < 0.0 else x) * sigma


class NormalDist:
    """A normal distribution."""

    _mu: float
    _sigma: float

    def __init__(self, mu: float = 0.0, sigma: float = 1.0) -> None:
        if sigma < 0.0:
            raise StatisticsError("sigma must be non-negative")
        self._mu = mu
        self._sigma = sigma

    @classmethod
    def from_samples(cls, data: Iterable[int | float]) -> NormalDist:
        values = list(data)
        sigma = stdev(values)
        total = _summed(values)
        return NormalDist(float(total.divided(total.count)), sigma)

    @property
    def mean(self) -> float:
        return self._mu

    @property
    def median(self) -> float:
        return self._mu

    @property
    def mode(self) -> float:
        return self._mu

    @property
    def stdev(self) -> float:
        return self._sigma

    @property
    def variance(self) -> float:
        return self._sigma * self._sigma

    def samples(self, n: int, *, seed: int | float | str | bytes | bytearray | None = None) -> list[float]:
        if seed is None:
            return [_random.gauss(self._mu, self._sigma) for _ in range(n)]
        generator = _random.Random(seed)
        return [generator.gauss(self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x: float) -> float:
        variance = self._sigma * self._sigma
        if not variance:
            raise StatisticsError("pdf() not defined when sigma is zero")
        diff = x - self._mu
        return _math.exp(diff * diff / (-2.0 * variance)) / _math.sqrt(_math.tau * variance)

    def cdf(self, x: float) -> float:
        if not self._sigma:
            raise StatisticsError("cdf() not defined when sigma is zero")
        return 0.5 * (1.0 + _math.erf((x - self._mu) / (self._sigma * _math.sqrt(2.0))))

    def inv_cdf(self, p: float) -> float:
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError("p must be in the range 0.0 < p < 1.0")
        if self._sigma <= 0.0:
            raise StatisticsError("cdf() not defined when sigma at or below zero")
        return _inverse(p, self._mu, self._sigma)

    def quantiles(self, n: int = 4) -> list[float]:
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other: NormalDist) -> float:
        """The area that both densities share."""
        x, y = self, other
        if (y._sigma, y._mu) < (x._sigma, x._mu):
            x, y = y, x
        x_var, y_var = x.variance, y.variance
        if not x_var or not y_var:
            raise StatisticsError("overlap() not defined when sigma is zero")
        dv = y_var - x_var
        dm = abs(y._mu - x._mu)
        if not dv:
            return 1.0 - _math.erf(dm / (2.0 * x._sigma * _math.sqrt(2.0)))
        a = x._mu * y_var - y._mu * x_var
        b = x._sigma * y._sigma * _math.sqrt(dm * dm + dv * _math.log(y_var / x_var))
        low, high = (a + b) / dv, (a - b) / dv
        return 1.0 - (abs(y.cdf(low) - x.cdf(low)) + abs(y.cdf(high) - x.cdf(high)))

    def zscore(self, x: float) -> float:
        if not self._sigma:
            raise StatisticsError("zscore() not defined when sigma is zero")
        return (x - self._mu) / self._sigma

    def __add__(self, x2: float | NormalDist) -> NormalDist:
        if isinstance(x2, NormalDist):
            return NormalDist(self._mu + x2._mu, _math.hypot(self._sigma, x2._sigma))
        return NormalDist(self._mu + x2, self._sigma)

    def __sub__(self, x2: float | NormalDist) -> NormalDist:
        if isinstance(x2, NormalDist):
            return NormalDist(self._mu - x2._mu, _math.hypot(self._sigma, x2._sigma))
        return NormalDist(self._mu - x2, self._sigma)

    def __mul__(self, x2: float) -> NormalDist:
        return NormalDist(self._mu * x2, self._sigma * abs(x2))

    def __truediv__(self, x2: float) -> NormalDist:
        return NormalDist(self._mu / x2, self._sigma / abs(x2))

    def __pos__(self) -> NormalDist:
        return NormalDist(self._mu, self._sigma)

    def __neg__(self) -> NormalDist:
        return NormalDist(-self._mu, self._sigma)

    def __radd__(self, x2: float) -> NormalDist:
        return self + x2

    def __rsub__(self, x2: float) -> NormalDist:
        return -(self - x2)

    def __rmul__(self, x2: float) -> NormalDist:
        return self * x2

    def __eq__(self, x2: object) -> bool:
        if isinstance(x2, NormalDist):
            return self._mu == x2._mu and self._sigma == x2._sigma
        return NotImplemented

    def __hash__(self) -> int:
        return hash((self._mu, self._sigma))

    def __repr__(self) -> str:
        return f"NormalDist(mu={self._mu!r}, sigma={self._sigma!r})"
