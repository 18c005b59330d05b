"""Quick ways to exp, log, sin, cos and pow: 64-bit fixed point, kept only when the rounding is certain.

Each result is computed with an error of a few units of 2**-64 and rounded to 53 bits; when the
discarded bits lie so near a tie that the error could matter, or the argument is unusual, the answer
is a nan, "unsure", and `floats_elementary` computes it with long ints.  So the results are the same.
"""

from __future__ import annotations

from mirage.lowlevel import (
    Array,
    bits_float,
    float_bits,
    float_to_i64,
    i64,
    i64_to_float,
    inline,
    mul_high,
    u64,
)
from mirage.runtime.bigint_core import int_to_u64_wrapping
from mirage.runtime.bigint_digits import word_bits

# for each 1/64 of [1, 2) a reciprocal r / 256 of its middle, and ln(256 / r) * 2**64
_RECIPROCALS = (
    254, 250, 246, 243, 239, 236, 232, 229, 226, 223, 220, 217, 214, 211, 209, 206,
    204, 201, 199, 196, 194, 192, 189, 187, 185, 183, 181, 179, 177, 175, 173, 172,
    170, 168, 166, 165, 163, 161, 160, 158, 157, 155, 154, 152, 151, 150, 148, 147,
    146, 144, 143, 142, 141, 139, 138, 137, 136, 135, 134, 133, 132, 131, 130, 129,
)  # fmt: skip
_LOGS = (
    0x020202AEB11BCE25, 0x0612494A3232AFA2, 0x0A33576A16F1F4C6, 0x0D5779687D887E0D, 0x11973BD1465566D1,
    0x14D3115D207EAC5D, 0x19335E5D594988AE, 0x1C885801BC4B2368, 0x1FE89139DBD56594, 0x235456FC47EE53C7,
    0x26CBF9602B202C5F, 0x2A4FCBC9436B19F4, 0x2DE02516EAD57739, 0x317D5FD671FD1855, 0x33ED880E112CC826,
    0x37A10E7077B15A1D, 0x3A206FE4CABCF6B0, 0x3DEB5BC9B9FFCBBD, 0x407AB9589B1A43DC, 0x445E3A089F91EF78,
    0x46FE658D69AE5376, 0x49A58844D36E49E0, 0x4DAD9DDAF8445BB3, 0x5066D08F57A31C86, 0x532782785CB0EFBB,
    0x55EFDD4F2347EB7B, 0x58C00C2CEAB124EE, 0x5B983B9ABC65C859, 0x5E7899A1F3ECF63E, 0x616155DDB72FEAB7,
    0x6452A18D6FDA2652, 0x65CE8D0C4D5AB73B, 0x68CD100893E9E322, 0x6BD4A5492337419D, 0x6EE5846E038BEC2D,
    0x707181A4FE8E7640, 0x7390BC60191D0D07, 0x76B9D521325856F4, 0x785228689C9B3653, 0x7B8A855AD04F93FA,
    0x7D2A9FB80C64B379, 0x8072D72D903D588B, 0x821B05F3B01D6774, 0x8573B71682A7D21A, 0x87244C308E670A66,
    0x88D7C11E3AD53CDC, 0x8C47720791E53313, 0x8E03C24D73003959, 0x8FC31AFE30B2C6DE, 0x934B1089A6DC93C1,
    0x9513C36876083695, 0x96DFAABD86FA1646, 0x98AED221A03458B6, 0x9C5710B8CBB73A42, 0x9E304061B5FDA919,
    0xA00CE1092E5498C3, 0xA1ECFF97C91E267B, 0xA3D0A93F45169A4A, 0xA5B7EB7CB860FB88, 0xA7A2D41AD270C9D7,
    0xA991713433C2B998, 0xAB83D135DC633301, 0xAD7A02E1B24EFD31, 0xAF74155120C9011C,
)  # fmt: skip


@inline
def _unsure() -> float:
    return bits_float(u64(0x7FF8) << 48)


@inline
def _ln2() -> u64:
    """ln 2 * 2**64."""
    return u64(0xB17217F7D1CF79AB)


@inline
def _ln2_tail() -> u64:
    """The 64 bits after those."""
    return u64(0xC9E3B39803F2F6AF)


@inline
def _compose(exponent: i64, fraction: u64, slack: u64) -> float:
    """(1 + fraction / 2**64) * 2**exponent, the fraction known to `slack` units."""
    low = fraction & 0xFFF
    distance = low - 0x800 if low >= 0x800 else u64(0x800) - low
    if distance <= slack or exponent < -1022 or exponent > 1022:
        return _unsure()
    bits = (u64(exponent + 1023) << 52) + (fraction >> 12)
    if low > 0x800:
        bits = bits + 1
    return bits_float(bits)


def _from_fixed(whole: u64, fraction: u64, slack: u64) -> float:
    """whole + fraction / 2**64, the fraction known to `slack` units; unsure below 1/64."""
    if whole == 0:
        bits = word_bits(fraction)
        if bits < 59:
            return _unsure()
        shift = u64(65 - bits)
        return _compose(bits - 65, fraction << shift, slack << shift)
    exponent = word_bits(whole) - 1
    if exponent == 0:
        return _compose(exponent, fraction, slack)
    return _compose(exponent, (whole << u64(64 - exponent)) | (fraction >> u64(exponent)), slack + 1)


def _exp_fraction(r: u64) -> u64:
    """(e**r - 1) * 2**64 for r = fraction / 2**64 below ln 2; off by less than 4."""
    v = mul_high(r, u64(0xCCCCCCCCCCCCCCC))
    v = mul_high(r + mul_high(r, v), u64(0xD79435E50D79435))  # / 19
    v = mul_high(r + mul_high(r, v), u64(0xE38E38E38E38E38))  # / 18
    v = mul_high(r + mul_high(r, v), u64(0xF0F0F0F0F0F0F0F))  # / 17
    v = mul_high(r + mul_high(r, v), u64(0x1000000000000000))  # / 16
    v = mul_high(r + mul_high(r, v), u64(0x1111111111111111))  # / 15
    v = mul_high(r + mul_high(r, v), u64(0x1249249249249249))  # / 14
    v = mul_high(r + mul_high(r, v), u64(0x13B13B13B13B13B1))  # / 13
    v = mul_high(r + mul_high(r, v), u64(0x1555555555555555))  # / 12
    v = mul_high(r + mul_high(r, v), u64(0x1745D1745D1745D1))  # / 11
    v = mul_high(r + mul_high(r, v), u64(0x1999999999999999))  # / 10
    v = mul_high(r + mul_high(r, v), u64(0x1C71C71C71C71C71))  # / 9
    v = mul_high(r + mul_high(r, v), u64(0x2000000000000000))  # / 8
    v = mul_high(r + mul_high(r, v), u64(0x2492492492492492))  # / 7
    v = mul_high(r + mul_high(r, v), u64(0x2AAAAAAAAAAAAAAA))  # / 6
    v = mul_high(r + mul_high(r, v), u64(0x3333333333333333))  # / 5
    v = mul_high(r + mul_high(r, v), u64(0x4000000000000000))  # / 4
    v = mul_high(r + mul_high(r, v), u64(0x5555555555555555))  # / 3
    v = mul_high(r + mul_high(r, v), u64(0x8000000000000000))  # / 2
    return r + mul_high(r, v)


def exp(x: float) -> float:
    if not -700.0 < x < 700.0 or -1e-5 < x < 1e-5:
        return _unsure()
    n = float_to_i64(x * 1.4426950408889634 + (0.5 if x >= 0.0 else -0.5))
    count = i64_to_float(n)
    # the first constant ends in 32 zero bits: product and difference are exact
    rest = x - count * 6.93147180369123816490e-01
    low = count * 1.90821492927058770002e-10
    r = u64(float_to_i64(rest * 9223372036854775808.0)) << 1
    r = r - u64(float_to_i64(low * 18446744073709551616.0))
    if rest - low < 0.0:
        if rest - low > -1e-9:
            return _unsure()
        n -= 1
        r = r + _ln2()
    elif rest - low < 1e-9:
        return _unsure()
    return _compose(n, _exp_fraction(r), u64(10))


class _Logs:
    """The tables as words."""

    def __init__(self) -> None:
        self.reciprocals: Array[u64] = Array[u64](i64(64))
        self.logs: Array[u64] = Array[u64](i64(64))
        i = i64(0)
        for value in _RECIPROCALS:
            self.reciprocals[i] = int_to_u64_wrapping(value)
            i += 1
        i = i64(0)
        for value in _LOGS:
            self.logs[i] = int_to_u64_wrapping(value)
            i += 1


_logs: _Logs | None = None


def _all_logs() -> _Logs:
    global _logs
    known = _logs
    if known is None:
        known = _Logs()
        _logs = known
    return known


def _log_fraction(mantissa: u64) -> u64:
    """ln(mantissa / 2**52) * 2**64 for 2**52 <= mantissa < 2**53; off by less than 5."""
    tables = _all_logs()
    index = i64((mantissa >> 46) & 63)
    product = mantissa * tables.reciprocals[index]
    base = tables.logs[index]
    one = u64(1) << 60
    below = product < one
    a = (one - product) << 4 if below else (product - one) << 4
    w = u64(0x1745D1745D1745D1)
    if below:
        w = u64(0x1999999999999999) + mul_high(a, w)
        w = u64(0x1C71C71C71C71C71) + mul_high(a, w)
        w = u64(0x2000000000000000) + mul_high(a, w)
        w = u64(0x2492492492492492) + mul_high(a, w)
        w = u64(0x2AAAAAAAAAAAAAAA) + mul_high(a, w)
        w = u64(0x3333333333333333) + mul_high(a, w)
        w = u64(0x4000000000000000) + mul_high(a, w)
        w = u64(0x5555555555555555) + mul_high(a, w)
        w = u64(0x8000000000000000) + mul_high(a, w)
        total = base - (a + mul_high(a, mul_high(a, w)))
    else:
        w = u64(0x1999999999999999) - mul_high(a, w)
        w = u64(0x1C71C71C71C71C71) - mul_high(a, w)
        w = u64(0x2000000000000000) - mul_high(a, w)
        w = u64(0x2492492492492492) - mul_high(a, w)
        w = u64(0x2AAAAAAAAAAAAAAA) - mul_high(a, w)
        w = u64(0x3333333333333333) - mul_high(a, w)
        w = u64(0x4000000000000000) - mul_high(a, w)
        w = u64(0x5555555555555555) - mul_high(a, w)
        w = u64(0x8000000000000000) - mul_high(a, w)
        total = base + (a - mul_high(a, mul_high(a, w)))
    if index < 32 and total >> 63 != 0:  # a little below zero
        return u64(0)
    return total


@inline
def _is_normal(bits: u64) -> bool:
    """A positive normal number."""
    exponent = bits >> 52
    return exponent != 0 and exponent < 0x7FF


def log(x: float) -> float:
    bits = float_bits(x)
    if not _is_normal(bits):
        return _unsure()
    k = i64(bits >> 52) - 1023
    part = _log_fraction((bits & 0xFFFFFFFFFFFFF) | 0x10000000000000)
    count = u64(k) if k >= 0 else u64(-k)
    whole = mul_high(count, _ln2())
    fraction = count * _ln2()
    tail = mul_high(count, _ln2_tail())
    fraction = fraction + tail
    if fraction < tail:
        whole = whole + 1
    if k >= 0:
        fraction = fraction + part
        if fraction < part:
            whole = whole + 1
        return _from_fixed(whole, fraction, u64(8))
    if fraction < part:
        whole = whole - 1
    return -_from_fixed(whole, fraction - part, u64(8))


def pow(x: float, y: float) -> float:
    """x ** y for x > 0."""
    bits = float_bits(x)
    size = y if y >= 0.0 else -y
    if not _is_normal(bits) or not 0.0009765625 <= size <= 64.0 or x == 1.0:
        return _unsure()
    k = i64(bits >> 52) - 1023
    part = _log_fraction((bits & 0xFFFFFFFFFFFFF) | 0x10000000000000)
    count = u64(k) if k >= 0 else u64(-k)
    whole = mul_high(count, _ln2())
    fraction = count * _ln2()
    tail = mul_high(count, _ln2_tail())
    fraction = fraction + tail
    if fraction < tail:
        whole = whole + 1
    if k >= 0:
        fraction = fraction + part
        if fraction < part:
            whole = whole + 1
    else:
        if fraction < part:
            whole = whole - 1
        fraction = fraction - part
    # (whole, fraction) is |ln x|; times |y| = units + rest / 2**64
    units = u64(float_to_i64(size))
    rest = u64(float_to_i64((size - i64_to_float(i64(units))) * 9223372036854775808.0)) << 1
    high = units * whole + mul_high(units, fraction) + mul_high(rest, whole)
    low = units * fraction
    term = rest * whole
    low = low + term
    if low < term:
        high = high + 1
    term = mul_high(rest, fraction)
    low = low + term
    if low < term:
        high = high + 1
    if high > 690:
        return _unsure()
    n = u64(
        float_to_i64(
            (i64_to_float(i64(high)) + i64_to_float(i64(low >> 1)) / 9223372036854775808.0)
            / 0.6931471805599453
        )
    )
    n_high = mul_high(n, _ln2())
    n_low = n * _ln2()
    tail = mul_high(n, _ln2_tail())
    n_low = n_low + tail
    if n_low < tail:
        n_high = n_high + 1
    over = high - n_high
    if low < n_low:
        over = over - 1
    r = low - n_low
    if over >> 63 != 0:
        n = n - 1
        r = r + _ln2()
    elif over != 0 or r >= _ln2():
        n = n + 1
        r = r - _ln2()
    slack = units * 8 + 24
    if r <= 256 or r >= _ln2() - 256:
        return _unsure()
    if (k >= 0) == (y >= 0.0):
        return _compose(i64(n), _exp_fraction(r), slack)
    return _compose(-i64(n) - 1, _exp_fraction(_ln2() - r), slack)


def sin_or_cos(x: float, turn: i64) -> float:
    """sin(x + turn * pi/2)."""
    if not -100000.0 < x < 100000.0:
        return _unsure()
    n = float_to_i64(x * 0.6366197723675814 + (0.5 if x >= 0.0 else -0.5))
    count = i64_to_float(n)
    # the constants hold 33 bits of pi/2 each, so that the products are exact, and the rest
    rest = x - count * 1.57079632673412561417e00
    if -1e-4 < rest < 1e-4:
        return _unsure()
    quadrant = (n + turn) & 3
    scale = 9223372036854775808.0
    near = (quadrant & 1) == 0 and -0.015625 < rest < 0.015625
    if near:  # a sine about as small: six bits more
        scale = 590295810358705651712.0
    correction = float_to_i64(count * 6.07710050630396597660e-11 * (scale * 2.0))
    correction += float_to_i64(count * 2.02226624879595063154e-21 * (scale * 2.0))
    negative = rest < 0.0
    if negative:
        r = (u64(float_to_i64(-rest * scale)) << 1) + u64(correction)
    else:
        r = (u64(float_to_i64(rest * scale)) << 1) - u64(correction)
    z = mul_high(r, r)
    if near:
        z = z >> 12
    if (quadrant & 1) == 0:
        p = mul_high(z, u64(0x9C09C09C09C09C))
        p = mul_high(mul_high(z, -p), u64(0xBFA02FE80BFA02))  # / (18 * 19)
        p = mul_high(mul_high(z, -p), u64(0xF0F0F0F0F0F0F0))  # / (16 * 17)
        p = mul_high(mul_high(z, -p), u64(0x138138138138138))  # / (14 * 15)
        p = mul_high(mul_high(z, -p), u64(0x1A41A41A41A41A4))  # / (12 * 13)
        p = mul_high(mul_high(z, -p), u64(0x253C8253C8253C8))  # / (10 * 11)
        p = mul_high(mul_high(z, -p), u64(0x38E38E38E38E38E))  # / (8 * 9)
        p = mul_high(mul_high(z, -p), u64(0x618618618618618))  # / (6 * 7)
        p = mul_high(mul_high(z, -p), u64(0xCCCCCCCCCCCCCCC))  # / (4 * 5)
        p = mul_high(mul_high(z, -p), u64(0x2AAAAAAAAAAAAAAA))  # / (2 * 3)
        result = _from_fixed(u64(0), mul_high(r, -p), u64(10))
        if near:
            result = result * 0.015625
    else:
        negative = False
        p = mul_high(z, u64(0x8DDA5202376948))
        p = mul_high(mul_high(z, -p), u64(0xAC7691840AC769))  # / (19 * 20)
        p = mul_high(mul_high(z, -p), u64(0xD62B80D62B80D6))  # / (17 * 18)
        p = mul_high(mul_high(z, -p), u64(0x111111111111111))  # / (15 * 16)
        p = mul_high(mul_high(z, -p), u64(0x168168168168168))  # / (13 * 14)
        p = mul_high(mul_high(z, -p), u64(0x1F07C1F07C1F07C))  # / (11 * 12)
        p = mul_high(mul_high(z, -p), u64(0x2D82D82D82D82D8))  # / (9 * 10)
        p = mul_high(mul_high(z, -p), u64(0x492492492492492))  # / (7 * 8)
        p = mul_high(mul_high(z, -p), u64(0x888888888888888))  # / (5 * 6)
        p = mul_high(mul_high(z, -p), u64(0x1555555555555555))  # / (3 * 4)
        result = _from_fixed(u64(0), -(mul_high(z, -p) >> 1), u64(10))
    return -result if negative != (quadrant >= 2) else result
