"""Gamma, the error functions, norms: what `math` has beyond the elementary functions.

Gamma and lgamma follow CPython's Lanczos sums step by step (mathmodule.c), so that results agree.
The error functions are summed in fixed point and rounded once.
"""

from __future__ import annotations

from mirage.lowlevel import bits_float, float_bits, float_sqrt, float_to_i64, i64, i64_to_float, u64
from mirage.runtime import floats, floats_elementary
from mirage.runtime.floats_elementary import Parts, infinity, int_sqrt, pi_fixed, rounded
from mirage.runtime.floats_fast import SLACK, entry, magnitude, settled, sum_error, top
from mirage.runtime.floats_tables import ERRORS


def domain_error() -> ValueError:
    return ValueError("math domain error")


def range_error() -> OverflowError:
    return OverflowError("math range error")


# --- gamma -------------------------------------------------------------------------------------

_G = 6.024680040776729583740234375
_G_MINUS_HALF = 5.524680040776729583740234375


def _lanczos_sum(x: float) -> float:
    """The rational function of 13 coefficients; in 1/x for large x so that nothing overflows."""
    if x < 5.0:
        num = 2.5066282746310002701649081771338373386264310793408
        num = num * x + 210.82427775157934587250973392071336271166969580291
        num = num * x + 8071.6720023658162106380029022722506138218516325024
        num = num * x + 186056.26539522349504029498971604569928220784236328
        num = num * x + 2876370.6289353724412254090516208496135991145378768
        num = num * x + 31426415.585400194380614231628318205362874684987640
        num = num * x + 248874557.86205415651146038641322942321632125127801
        num = num * x + 1439720407.3117216736632230727949123939715485786372
        num = num * x + 6039542586.3520280050642916443072979210699388420708
        num = num * x + 17921034426.037209699919755754458931112671403265390
        num = num * x + 35711959237.355668049440185451547166705960488635843
        num = num * x + 42919803642.649098768957899047001988850926355848959
        num = num * x + 23531376880.410759688572007674451636754734846804940
        den = 1.0
        den = den * x + 66.0
        den = den * x + 1925.0
        den = den * x + 32670.0
        den = den * x + 357423.0
        den = den * x + 2637558.0
        den = den * x + 13339535.0
        den = den * x + 45995730.0
        den = den * x + 105258076.0
        den = den * x + 150917976.0
        den = den * x + 120543840.0
        den = den * x + 39916800.0
        den = den * x + 0.0
        return num / den
    num = 23531376880.410759688572007674451636754734846804940
    num = num / x + 42919803642.649098768957899047001988850926355848959
    num = num / x + 35711959237.355668049440185451547166705960488635843
    num = num / x + 17921034426.037209699919755754458931112671403265390
    num = num / x + 6039542586.3520280050642916443072979210699388420708
    num = num / x + 1439720407.3117216736632230727949123939715485786372
    num = num / x + 248874557.86205415651146038641322942321632125127801
    num = num / x + 31426415.585400194380614231628318205362874684987640
    num = num / x + 2876370.6289353724412254090516208496135991145378768
    num = num / x + 186056.26539522349504029498971604569928220784236328
    num = num / x + 8071.6720023658162106380029022722506138218516325024
    num = num / x + 210.82427775157934587250973392071336271166969580291
    num = num / x + 2.5066282746310002701649081771338373386264310793408
    den = 0.0
    den = den / x + 39916800.0
    den = den / x + 120543840.0
    den = den / x + 150917976.0
    den = den / x + 105258076.0
    den = den / x + 45995730.0
    den = den / x + 13339535.0
    den = den / x + 2637558.0
    den = den / x + 357423.0
    den = den / x + 32670.0
    den = den / x + 1925.0
    den = den / x + 66.0
    den = den / x + 1.0
    return num / den


def _sin_pi(x: float) -> float:
    """sin(pi*x) for finite x, exact at integers."""
    y = floats.fmod(floats.absolute(x), 2.0)
    n = float_to_i64(2.0 * y + 0.5)
    if n == 0:
        r = floats_elementary.sin(3.141592653589793 * y)
    elif n == 1:
        r = floats_elementary.cos(3.141592653589793 * (y - 0.5))
    elif n == 2:
        r = floats_elementary.sin(3.141592653589793 * (1.0 - y))
    elif n == 3:
        r = -floats_elementary.cos(3.141592653589793 * (y - 1.5))
    else:
        r = floats_elementary.sin(3.141592653589793 * (y - 2.0))
    return floats.copysign(1.0, x) * r


def gamma(x: float) -> float:
    if not floats.is_finite(x):
        if x != x or x > 0.0:
            return x
        raise domain_error()
    if x == 0.0:
        raise domain_error()
    if floats.trunc(x) == x:
        if x < 0.0:
            raise domain_error()
        if x <= 23.0:
            product = 1.0
            factor = 2.0
            while factor < x:
                product = product * factor
                factor += 1.0
            return product
    size = floats.absolute(x)
    if size < 1e-20:
        result = 1.0 / x
        if floats.is_infinite(result):
            raise range_error()
        return result
    if size > 200.0:
        if x < 0.0:
            return 0.0 / _sin_pi(x)
        raise range_error()
    y = size + _G_MINUS_HALF
    if size > _G_MINUS_HALF:
        z = y - size - _G_MINUS_HALF
    else:
        z = y - _G_MINUS_HALF - size
    z = z * _G / y
    if x < 0.0:
        result = -3.141592653589793 / _sin_pi(size) / size * floats_elementary.exp(y) / _lanczos_sum(size)
        result -= z * result
        if size < 140.0:
            result = result / floats_elementary.pow(y, size - 0.5)
        else:
            root = floats_elementary.pow(y, size / 2.0 - 0.25)
            result = result / root
            result = result / root
    else:
        result = _lanczos_sum(size) / floats_elementary.exp(y)
        result += z * result
        if size < 140.0:
            result = result * floats_elementary.pow(y, size - 0.5)
        else:
            root = floats_elementary.pow(y, size / 2.0 - 0.25)
            result = result * root
            result = result * root
    if floats.is_infinite(result):
        raise range_error()
    return result


def lgamma(x: float) -> float:
    if not floats.is_finite(x):
        return x if x != x else infinity()
    if x <= 2.0 and floats.trunc(x) == x:
        if x <= 0.0:
            raise domain_error()
        return 0.0
    size = floats.absolute(x)
    if size < 1e-20:
        return -floats_elementary.log(size)
    result = floats_elementary.log(_lanczos_sum(size)) - _G
    result += (size - 0.5) * (floats_elementary.log(size + _G - 0.5) - 1.0)
    if x < 0.0:
        sine = floats.absolute(_sin_pi(size))
        result = (
            1.144729885849400174143427351353058711647
            - floats_elementary.log(sine)
            - (floats_elementary.log(size))
            - result
        )
    if floats.is_infinite(result):
        raise range_error()
    return result


# --- error functions ---------------------------------------------------------------------------


def _erf_fixed(x: float, precision: int) -> int:
    """erf(x) * 2**precision for 0 <= x < 28 by the alternating series, precision at most 1290."""
    work = precision + 64 + int(x * x * 1.4427)
    z = Parts(x).fixed(work)
    square = z * z >> work
    total = z
    term = z
    n = 1
    while term != 0 and term != -1:
        term = -(term * square >> work) // n
        total += term // (2 * n + 1)
        n += 1
    root = int_sqrt(pi_fixed(precision) << precision)
    return (total >> (work - precision)) * 2 * (1 << precision) // root


def _erf_quickly(x: float) -> float:
    """erf of 1e-9 < x < 6 by its series at the nearest 1/32, as in `floats_fast`; a nan is "unsure"."""
    index = float_to_i64(x * 32.0 + 0.5)
    c = i64_to_float(index) * 0.03125
    t = x - c  # exact
    # e**(-2 c s - s s) = 1 + h1 s + h2 s s + ..., whose integral to t is t + more
    before = 1.0
    h = -2.0 * c
    power = t * t
    more = 0.5 * h * power
    k = 2.0
    while k < 17.0:
        following = -2.0 * (c * h + before) / k
        before = h
        h = following
        power = power * t
        k = k + 1.0
        more = more + h * power / k
    value = entry(ERRORS, index * 4)
    slope = entry(ERRORS, index * 4 + 2)
    slope_low = entry(ERRORS, index * 4 + 3)
    t1 = top(t)
    product = slope * t1
    total = value + product
    error = sum_error(value, product, total) + entry(ERRORS, index * 4 + 1)
    error = error + (slope * (t - t1) + slope_low * t + (slope + slope_low) * more)
    high = total + error
    slack = high * SLACK + magnitude(slope * more) * 8.881784197001252e-16
    return settled(high, error - (high - total), slack)


def erf(x: float) -> float:
    if x != x:
        return x
    if x < 0.0:
        return -erf(-x)
    if 1e-9 < x < 6.0:
        quick = _erf_quickly(x)
        if quick == quick:
            return quick
    if x > 6.0:
        return 1.0
    if x < 1e-9:
        if x < 1e-290:
            return x * 1.1283791670955126
        root = int_sqrt(pi_fixed(240) << 240)
        parts = Parts(x)
        return rounded((parts.mantissa << 300) // root, 59 - parts.exponent)
    return rounded(_erf_fixed(x, 240), 240)


def erfc(x: float) -> float:
    if x != x:
        return x
    if x < -6.0:
        return 2.0
    if x > 27.3:
        return 0.0
    precision = 160
    if x > 0.0:
        precision += int(x * x * 1.4427)
    if -1e-9 < x < 1e-9:
        return 1.0 - x * 1.1283791670955126
    value = _erf_fixed(x, precision) if x > 0.0 else -_erf_fixed(-x, precision)
    return rounded((1 << precision) - value, precision)


# --- norms and sums ----------------------------------------------------------------------------


def _square_error(x: float, square: float) -> float:
    """x*x - square exactly (Dekker), for x between 2**-480 and 2**480."""
    t = x * 134217729.0
    high = t - (t - x)
    low = x - high
    return high * high - square + 2.0 * high * low + low * low


def norm(values: list[float]) -> float:
    """The Euclidean length; infinite when a value is, whatever else is nan."""
    largest = 0.0
    missing = False
    for value in values:
        size = floats.absolute(value)
        if size != size:
            missing = True
        elif size > largest:
            largest = size
    if floats.is_infinite(largest):
        return largest
    if missing:
        return floats_elementary.not_a_number()
    if largest == 0.0:
        return 0.0
    exponent = i64((float_bits(largest) >> 52) & 0x7FF)
    if exponent < 8:  # subnormal neighbourhood: exact in ints
        total = 0
        for value in values:
            fixed = Parts(value).fixed(1080)
            total += fixed * fixed
        return rounded(int_sqrt(total << 200), 1180)
    scale = bits_float(u64(2046 - exponent) << 52) if exponent < 2046 else 5.562684646268003e-309
    total_high = 0.0
    total_low = 0.0
    for value in values:
        x = value * scale
        square = x * x
        error = _square_error(x, square) if floats.absolute(x) > 1e-140 else 0.0
        s = total_high + square
        b = s - total_high
        total_low += (total_high - (s - b)) + (square - b) + error
        total_high = s
    h = float_sqrt(total_high + total_low)
    square = h * h
    rest = (total_high - square) - _square_error(h, square) + total_low
    return (h + rest / (2.0 * h)) / scale


class ExactSum:
    """A running sum without rounding error (Shewchuk's partials, as in CPython's fsum)."""

    def __init__(self) -> None:
        self._partials: list[float] = []
        self._special: float = 0.0
        self._infinite: float = 0.0

    def add(self, x: float) -> None:
        original = x
        kept: list[float] = []
        for partial in self._partials:
            y = partial
            if floats.absolute(x) < floats.absolute(y):
                x, y = y, x
            high = x + y
            low = y - (high - x)
            if low != 0.0:
                kept.append(low)
            x = high
        if x != 0.0:
            if not floats.is_finite(x):
                if floats.is_finite(original):
                    raise OverflowError("intermediate overflow in fsum")
                if floats.is_infinite(original):
                    self._infinite += original
                self._special += original
                kept = []
            else:
                kept.append(x)
        self._partials = kept

    def result(self) -> float:
        if self._special != 0.0:
            if self._infinite != self._infinite:
                raise ValueError("-inf + inf in fsum")
            return self._special
        n = len(self._partials)
        if n == 0:
            return 0.0
        high = self._partials[n - 1]
        low = 0.0
        n -= 1
        while n > 0:
            x = high
            n -= 1
            y = self._partials[n]
            high = x + y
            low = y - (high - x)
            if low != 0.0:
                break
        if n > 0 and (
            (low < 0.0 and self._partials[n - 1] < 0.0) or (low > 0.0 and self._partials[n - 1] > 0.0)
        ):
            y = low * 2.0
            x = high + y
            if y == x - high:
                high = x
        return high


def next_after(x: float, y: float) -> float:
    """The float next to x in the direction of y."""
    if x != x or y != y:
        return x + y
    if x == y:
        return y
    if x == 0.0:
        return floats.copysign(5e-324, y)
    bits = float_bits(x)
    return bits_float(bits + 1 if (x < y) == (x > 0.0) else bits - 1)


def remainder(x: float, y: float) -> float:
    """IEEE 754 remainder: x - n*y for the integer n nearest to x/y, ties to even."""
    if floats.is_finite(x) and floats.is_finite(y):
        if y == 0.0:
            raise domain_error()
        a = floats.absolute(x)
        b = floats.absolute(y)
        m = floats.fmod(a, b)
        c = b - m
        if m < c:
            r = m
        elif m > c:
            r = -c
        else:
            r = m - 2.0 * floats.fmod(0.5 * (a - m), b)
        return floats.copysign(1.0, x) * r
    if x != x:
        return x
    if y != y:
        return y
    if floats.is_infinite(x):
        raise domain_error()
    return x


def split_exponent(x: float) -> tuple[float, int]:
    """(m, e) with x == m * 2**e and 0.5 <= |m| < 1; (x, 0) for zero, infinities and nan."""
    if x == 0.0 or not floats.is_finite(x):
        return x, 0
    bits = float_bits(x)
    exponent = i64((bits >> 52) & 0x7FF)
    if exponent == 0:
        bits = float_bits(x * 18014398509481984.0)
        exponent = i64((bits >> 52) & 0x7FF) - 54
    return bits_float((bits & 0x800FFFFFFFFFFFFF) | 0x3FE0000000000000), int(exponent - 1022)


def load_exponent(x: float, exponent: int) -> float:
    """x * 2**exponent, rounded once."""
    if x == 0.0 or not floats.is_finite(x):
        return x
    if exponent > 2200:
        raise range_error()
    if exponent < -2200:
        return floats.copysign(0.0, x)
    parts = Parts(x)
    shift = parts.exponent + exponent
    result = rounded(parts.mantissa << shift, 0) if shift > 0 else rounded(parts.mantissa, -shift)
    if floats.is_infinite(result):
        raise range_error()
    return result if result != 0.0 else floats.copysign(0.0, x)
