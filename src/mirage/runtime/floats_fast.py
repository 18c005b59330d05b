"""Quick ways to exp, log, log2 and pow: sums of two floats, kept only when the rounding is certain.

Every result is computed as high + low with a relative error below 2**-65, from a table and a short series
in the rest.  Where the exact value may lie on either side of the middle between two floats, or the argument
is unusual, the answer is a nan, "unsure", and `floats_elementary` computes it with long ints: the results are
the same.  Angles are in `floats_angles`, the error function in `floats_special`.

`top(x)` has the first 26 bits of x: products of two such are exact.  What a sum of floats lacks is a float,
which `sum_error` gives (Knuth; Dekker, 1971).  A result of two floats leaves the second in `low`.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import (
    bits_float,
    float_bits,
    float_to_i64,
    i64,
    i64_to_float,
    inline,
    load64,
    tail_address,
    u64,
)
from mirage.runtime.floats_tables import (
    LN2_A,
    LN2_B,
    LOGARITHMS,
    PER_LN2_A,
    PER_LN2_B,
    POWERS,
    STEP_A,
    STEP_B,
)

SLACK: Final = 4e-20  # of a result; 2**-64 is 5.4e-20
low: float = 0.0  # the second float of the last result that has two


@inline
def unsure() -> float:
    return bits_float(u64(0x7FF8) << 48)


@inline
def top(x: float) -> float:
    """The first 26 bits."""
    return bits_float(float_bits(x) & u64(0xFFFFFFFFF8000000))


@inline
def entry(table: bytes, index: i64) -> float:
    return bits_float(load64(tail_address(table) + (u64(index) << 3)))


@inline
def sum_error(a: float, b: float, total: float) -> float:
    """What `total`, the float a + b, lacks."""
    share = total - a
    return (a - (total - share)) + (b - share)


@inline
def settled(high: float, rest: float, slack: float) -> float:
    """The float nearest to high + rest, which is known to `slack`; a nan where that leaves two."""
    above = high + (rest + slack)
    return above if above == high + (rest - slack) else unsure()


@inline
def _is_normal(bits: u64) -> bool:
    """A positive normal number."""
    exponent = bits >> 52
    return exponent != 0 and exponent < 0x7FF


@inline
def magnitude(x: float) -> float:
    return bits_float(float_bits(x) & u64(0x7FFFFFFFFFFFFFFF))


def _log(bits: u64) -> float:
    """ln of a normal number, its second float in `low`; off by less than 2**-72 and 2**-66 of it."""
    global low
    exponent = i64(bits >> 52) - 1023
    index = i64((bits >> 45) & 127)
    mantissa = bits_float((bits & 0xFFFFFFFFFFFFF) | (u64(1023) << 52))
    reciprocal = entry(LOGARITHMS, index * 3)
    whole = entry(LOGARITHMS, index * 3 + 1)
    tail = entry(LOGARITHMS, index * 3 + 2)
    if index == 127:  # a little below a power of two: ln 2 would cancel
        exponent += 1
        whole = 0.0
        tail = 0.0
    count = i64_to_float(exponent)
    whole = whole + count * LN2_A  # exact
    tail = tail + count * LN2_B
    first = top(mantissa)
    near = first * reciprocal - 1.0
    rest = (mantissa - first) * reciprocal
    a = near + rest  # mantissa * reciprocal = 1 + a, |a| < 2**-7
    a_error = sum_error(near, rest, a)
    a1 = top(a)
    a2 = a - a1
    half = a1 * a1 * 0.5
    half_rest = a1 * a2 + a2 * a2 * 0.5 + a * a_error
    w = 0.1 - a * (0.09090909090909091 - a * 0.08333333333333333)
    w = 0.125 - a * (0.1111111111111111 - a * w)
    w = 0.16666666666666666 - a * (0.14285714285714285 - a * w)
    w = 0.25 - a * (0.2 - a * w)
    cube = a * a * a * (0.3333333333333333 - a * w)
    high = whole + a
    error = sum_error(whole, a, high)
    result = high - half
    error = error + sum_error(high, -half, result)
    rest = error + (tail + a_error + (cube - half_rest))
    total = result + rest
    low = rest - (total - result)
    return total


def log(x: float) -> float:
    bits = float_bits(x)
    if not _is_normal(bits):
        return unsure()
    high = _log(bits)
    return settled(high, low, magnitude(high) * SLACK)


def log2(x: float) -> float:
    bits = float_bits(x)
    if not _is_normal(bits):
        return unsure()
    high = _log(bits)
    part = top(high)
    product = part * PER_LN2_A
    rest = (high - part) * PER_LN2_A + high * PER_LN2_B + low * PER_LN2_A
    total = product + rest
    return settled(total, rest - (total - product), magnitude(total) * SLACK)


def _exp(high: float, rest: float, slack: float) -> float:
    """e**(high + rest) for an exponent known to `slack`, |high| < 709."""
    n = float_to_i64(high * 92.33248261893199 + (0.5 if high >= 0.0 else -0.5))
    count = i64_to_float(n)
    near = high - count * STEP_A  # exact
    step = count * STEP_B
    first = near - step
    error = sum_error(near, -step, first) + rest
    s = first + error
    s_error = error - (s - first)
    w = 0.001388888888888889 + s * 0.0001984126984126984
    w = 0.041666666666666664 + s * (0.008333333333333333 + s * w)
    square = s * s
    w = s_error + s_error * s + square * (0.5 + s * (0.16666666666666666 + s * w))
    first = entry(POWERS, (n & 63) * 2)
    second = entry(POWERS, (n & 63) * 2 + 1)
    part = top(s)
    product = first * part
    total = first + product
    error = product - (total - first)
    error = error + (first * (s - part) + (first * w + second * (1.0 + (s + w))))
    result = settled(total, error, slack + SLACK)
    exponent = n >> 6
    if exponent < -1021 or exponent > 1022:
        return unsure()
    return result * bits_float(u64(exponent + 1023) << 52)


def exp(x: float) -> float:
    if not -700.0 < x < 709.0:
        return unsure()
    return _exp(x, 0.0, 0.0)


def pow(x: float, y: float) -> float:
    """x ** y for x > 0."""
    bits = float_bits(x)
    size = magnitude(y)
    if not _is_normal(bits) or not 9.5367431640625e-07 < size < 1048576.0:
        return unsure()
    high = _log(bits)
    high1 = top(high)
    high2 = high - high1
    y1 = top(y)
    y2 = y - y1
    product = high * y
    if not -700.0 < product < 700.0:
        return unsure()
    rest = ((high1 * y1 - product) + high1 * y2 + high2 * y1) + high2 * y2 + low * y
    return _exp(product, rest, size * 2.117582368135751e-22)  # 2**-72
