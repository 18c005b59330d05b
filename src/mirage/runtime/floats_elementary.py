"""Elementary functions of floats, correctly rounded.

Every function is evaluated in fixed point on ints with at least 100 bits to spare and rounded once,
so the result is the float nearest to the exact value but for cases nobody has met (an exact value
within 2**-150 of the middle between two floats).  C libraries promise less; where they return the
nearest float, which is nearly always, the results are equal.

Arguments are finite unless a function says otherwise; domain errors are the callers' business.
"""

from __future__ import annotations

from mirage.lowlevel import bits_float, float_bits, float_sqrt, i64, inline, make_small, u64
from mirage.runtime import floats_angles, floats_fast

# pi * 2**1300 and ln(2) * 2**320, truncated
_PI = 0x3243F6A8885A308D313198A2E03707344A4093822299F31D0082EFA98EC4E6C89452821E638D01377BE5466CF34E90C6CC0AC29B7C97C50DD3F84D5B5B54709179216D5D98979FB1BD1310BA698DFB5AC2FFD72DBD01ADFB7B8E1AFED6A267E96BA7C9045F12C7F9924A19947B3916CF70801F2E2858EFC16636920D871574E69A458FEA3F4933D7E0D95748F728EB658718BCD5882154AEE7B54A41DC25A59B59C30D  # noqa: E501
_LN2 = 0xB17217F7D1CF79ABC9E3B39803F2F6AF40F343267298B62D8A0D175B8BAAFA2BE7B876206DEBAC98


class Parts:
    """A finite float as `mantissa` * 2**`exponent`; the mantissa is odd or zero, with the sign."""

    def __init__(self, x: float) -> None:
        bits = float_bits(x)
        mantissa = i64(bits & 0xFFFFFFFFFFFFF)
        exponent = i64((bits >> 52) & 0x7FF)
        if exponent == 0:
            exponent = i64(1)
        else:
            mantissa = mantissa | 0x10000000000000
        exponent -= 1075
        if mantissa != 0:
            while (mantissa & 1) == 0:
                mantissa = mantissa >> 1
                exponent += 1
        self.mantissa: int = make_small(-mantissa if x < 0.0 else mantissa)
        self.exponent: int = make_small(exponent)

    def fixed(self, precision: int) -> int:
        """The value * 2**precision, rounded down."""
        shift = self.exponent + precision
        return self.mantissa << shift if shift >= 0 else self.mantissa >> -shift


def infinity() -> float:
    return bits_float(u64(0x7FF) << 52)


def not_a_number() -> float:
    return bits_float(u64(0x7FF8) << 48)


@inline
def _finite(x: float) -> bool:
    return -1.7976931348623157e308 <= x <= 1.7976931348623157e308


def rounded(value: int, precision: int) -> float:
    """value / 2**precision as the nearest float, infinity when it is too large."""
    if precision < 0:
        value <<= -precision
        precision = 0
    if value.bit_length() - precision > 1024:
        return infinity() if value > 0 else -infinity()
    if value.bit_length() - precision < -1080:
        return 0.0 if value >= 0 else -0.0
    try:
        return value / (1 << precision)
    except OverflowError:
        return infinity() if value > 0 else -infinity()


# --- fixed point -------------------------------------------------------------------------------


def ln2_fixed(precision: int) -> int:
    return _LN2 >> (320 - precision)


def pi_fixed(precision: int) -> int:
    return _PI >> (1300 - precision)


def exp_fixed(x: int, precision: int) -> int:
    """e**x for 0 <= x < 1, both scaled by 2**precision."""
    work = precision + 16
    r = x << 8  # x / 2**8 at the working precision
    one = 1 << work
    total = one + r
    term = r
    n = 2
    while term != 0:
        term = (term * r >> work) // n
        total += term
        n += 1
    i = 0
    while i < 8:
        total = total * total >> work
        i += 1
    return total >> 16


def _atanh_series(z: int, precision: int) -> int:
    """atanh(z), |z| small."""
    square = z * z >> precision
    total = z
    term = z
    n = 3
    while term != 0 and term != -1:
        term = term * square >> precision
        total += term // n
        n += 2
    return total


_log_steps: list[int] | None = None


def _log_step(index: int) -> int:
    """ln(1 + index/32) * 2**320, remembered."""
    global _log_steps
    steps = _log_steps
    if steps is None:
        steps = [-1] * 33
        _log_steps = steps
    value = steps[index]
    if value < 0:
        value = 2 * _atanh_series((index << 328) // (64 + index), 328) >> 8
        steps[index] = value
    return value


def log_fixed(x: int, precision: int) -> int:
    """ln(x) for 1 <= x < 2, both scaled by 2**precision (at most 300)."""
    index = (x - (1 << precision)) >> (precision - 5)
    near = (32 + index) << (precision - 5)
    series = 2 * _atanh_series(((x - near) << precision) // (x + near), precision)
    return (_log_step(index) >> (320 - precision)) + series


def log_parts(mantissa: int, exponent: int, precision: int) -> int:
    """ln(mantissa * 2**exponent) * 2**precision, mantissa > 0; exact digits near 1 too."""
    length = mantissa.bit_length()
    scale = exponent + length - 1
    x = mantissa << (precision - length + 1) if length <= precision else mantissa >> (length - 1 - precision)
    if scale == -1 and x >> (precision - 3) >= 12:  # 0.75 <= value < 1: no cancellation of ln 2
        one = 1 << precision
        half = x >> 1
        return 2 * _atanh_series(((half - one) << precision) // (half + one), precision)
    return log_fixed(x, precision) + scale * ln2_fixed(precision)


def sin_cos_fixed(r: int, precision: int) -> tuple[int, int]:
    """(sin r, cos r) for |r| < 1, scaled by 2**precision."""
    square = r * r >> precision
    one = 1 << precision
    cos = one
    term = one
    n = 1
    while term != 0 and term != -1:
        term = -(term * square >> precision) // (n * (n + 1))
        cos += term
        n += 2
    sin = r
    term = r
    n = 2
    while term != 0 and term != -1:
        term = -(term * square >> precision) // (n * (n + 1))
        sin += term
        n += 2
    return sin, cos


def _reduce(x: Parts, precision: int) -> tuple[int, int]:
    """(quadrant, r): x = quadrant * pi/2 + r, |r| <= pi/4, r scaled by 2**precision."""
    guard = x.exponent + 54
    if guard < 0:
        guard = 0
    fixed = x.fixed(precision + guard)
    half_pi = pi_fixed(precision + guard) >> 1
    quadrant = (fixed + (half_pi >> 1)) // half_pi
    return quadrant & 3, (fixed - quadrant * half_pi) >> guard


_atan_steps: list[int] | None = None


def _atan_series(z: int, precision: int) -> int:
    square = z * z >> precision
    total = z
    term = z
    n = 3
    while term != 0 and term != -1:
        term = -(term * square >> precision)
        total += term // n
        n += 2
    return total


def _atan_step(index: int) -> int:
    """atan(index/16) * 2**300, remembered; by one halving of the angle."""
    global _atan_steps
    steps = _atan_steps
    if steps is None:
        steps = [-1] * 17
        _atan_steps = steps
    value = steps[index]
    if value < 0:
        z = index << 316
        root = int_sqrt((1 << 640) + z * z)
        value = 2 * _atan_series((z << 320) // ((1 << 320) + root), 320) >> 20
        steps[index] = value
    return value


def atan_fixed(y: int, x: int, precision: int) -> int:
    """atan(y/x) * 2**precision for 0 <= y <= x (precision at most 300)."""
    index = (y << 4) // x
    numerator = (y << 4) - index * x
    denominator = (x << 4) + index * y
    return (_atan_step(index) >> (300 - precision)) + _atan_series(
        (numerator << precision) // denominator, precision
    )


def int_sqrt(n: int) -> int:
    """floor(sqrt(n)) by Newton's method from above."""
    if n <= 0:
        return 0
    if n < 1 << 52:
        return int(float_sqrt(float(n)))
    half = (n.bit_length() - 52 + 1) // 2
    x = (int(float_sqrt(float(n >> (2 * half)))) + 1) << half
    while True:
        y = (x + n // x) >> 1
        if y >= x:
            return x
        x = y


# --- functions ---------------------------------------------------------------------------------


def _exp_scaled(value: int, precision: int) -> float:
    """e**(value / 2**precision) for a value of any sign; |value / 2**precision| < 1100."""
    ln2 = ln2_fixed(precision)
    n = value // ln2
    return rounded(exp_fixed(value - n * ln2, precision), precision - n)


def exp(x: float) -> float:
    quick = floats_fast.exp(x)
    if quick == quick:
        return quick
    if x > 709.8:
        return infinity()
    if x < -745.2:
        return 0.0
    if -5.5e-17 < x < 5.5e-17:
        return 1.0 + x
    return _exp_scaled(Parts(x).fixed(180), 180)


def exp2(x: float) -> float:
    if x >= 1024.0:
        return infinity()
    if x < -1075.5:
        return 0.0
    if -5.5e-17 < x < 5.5e-17:
        return 1.0 + x
    fixed = Parts(x).fixed(180)
    n = fixed >> 180
    return rounded(exp_fixed((fixed - (n << 180)) * ln2_fixed(180) >> 180, 180), 180 - n)


def log(x: float) -> float:
    """x > 0."""
    quick = floats_fast.log(x)
    if quick == quick:
        return quick
    if x == 1.0:
        return 0.0
    parts = Parts(x)
    return rounded(log_parts(parts.mantissa, parts.exponent, 240), 240)


def log_of_int(n: int) -> float:
    """ln(n) of an int > 0 of any size."""
    if n == 1:
        return 0.0
    return rounded(log_parts(n, 0, 240), 240)


def log2(x: float) -> float:
    quick = floats_fast.log2(x)
    if quick == quick:
        return quick
    parts = Parts(x)
    return log2_of_parts(parts.mantissa, parts.exponent)


def log2_of_parts(mantissa: int, exponent: int) -> float:
    if mantissa & (mantissa - 1) == 0:
        return float(exponent + mantissa.bit_length() - 1)
    value = log_parts(mantissa, exponent, 240)
    return rounded((value << 240) // ln2_fixed(240), 240)


def sin(x: float) -> float:
    quick = floats_angles.sin_or_cos(x, i64(0))
    if quick == quick:
        return quick
    if -7.4e-9 < x < 7.4e-9:
        return x
    quadrant, r = _reduce(Parts(x), 240)
    s, c = sin_cos_fixed(r, 240)
    value = s if quadrant & 1 == 0 else c
    return rounded(-value if quadrant >= 2 else value, 240)


def cos(x: float) -> float:
    quick = floats_angles.sin_or_cos(x, i64(1))
    if quick == quick:
        return quick
    if -7.4e-9 < x < 7.4e-9:
        return 1.0
    quadrant, r = _reduce(Parts(x), 240)
    s, c = sin_cos_fixed(r, 240)
    value = c if quadrant & 1 == 0 else s
    return rounded(-value if quadrant == 1 or quadrant == 2 else value, 240)


def tan(x: float) -> float:
    quick = floats_angles.tan(x)
    if quick == quick:
        return quick
    if -7.4e-9 < x < 7.4e-9:
        return x
    quadrant, r = _reduce(Parts(x), 240)
    s, c = sin_cos_fixed(r, 240)
    if quadrant & 1 == 0:
        return rounded((s << 240) // c, 240)
    return rounded((-c << 240) // s, 240)


def _atan_quotient(y: int, x: int, negative_x: bool) -> float:
    """The angle of (x, y) for ints y, x >= 0 not both 0; with `negative_x` of (-x, y)."""
    difference = x.bit_length() - y.bit_length()
    if y == 0:
        angle = 0
    elif difference > 60 and not negative_x:
        if difference > 1200:
            return 0.0
        # atan(t) = t - t**3/3 ...: below t by less than the float's grain
        return rounded((y << 1300) // x - 1, 1300)
    elif difference > 280:
        angle = 0
    elif y <= x:
        angle = atan_fixed(y, x, 290)
    elif difference < -280:
        angle = pi_fixed(290) >> 1
    else:
        angle = (pi_fixed(290) >> 1) - atan_fixed(x, y, 290)
    if negative_x:
        angle = pi_fixed(290) - angle
    return rounded(angle, 290)


def atan(x: float) -> float:
    quick = floats_angles.atan2(x, 1.0)
    if quick == quick:
        return quick
    if -7.4e-9 < x < 7.4e-9:
        return x
    if not _finite(x):
        return atan2(x, 1.0)
    parts = Parts(x if x > 0.0 else -x)
    if parts.exponent >= 0:
        result = _atan_quotient(parts.mantissa << parts.exponent, 1, False)
    else:
        result = _atan_quotient(parts.mantissa, 1 << -parts.exponent, False)
    return result if x > 0.0 else -result


def atan2(y: float, x: float) -> float:
    """The angle of the point (x, y), for any arguments."""
    quick = floats_angles.atan2(y, x)
    if quick == quick:
        return quick
    if x != x or y != y:
        return not_a_number()
    negative_y = float_bits(y) >> 63 != 0
    negative_x = float_bits(x) >> 63 != 0
    if not _finite(y) or not _finite(x):
        if _finite(y):
            a, b = 0, 1
        elif _finite(x):
            a, b = 1, 0
        else:
            a, b = 1, 1
    else:
        top = Parts(-y if negative_y else y)
        bottom = Parts(-x if negative_x else x)
        shift = top.exponent - bottom.exponent
        a = top.mantissa
        b = bottom.mantissa
        if a == 0:
            b = 1
        elif b == 0:
            a = 1
        elif shift >= 0:
            a <<= shift
        else:
            b <<= -shift
    result = _atan_quotient(a, b, negative_x)
    return -result if negative_y else result


def asin(x: float) -> float:
    """-1 <= x <= 1."""
    quick = floats_angles.asin(x)
    if quick == quick:
        return quick
    if -7.4e-9 < x < 7.4e-9:
        return x
    y = Parts(x if x > 0.0 else -x).fixed(600)
    result = _atan_quotient(y, int_sqrt((1 << 1200) - y * y), False)
    return result if x > 0.0 else -result


def acos(x: float) -> float:
    """-1 <= x <= 1."""
    quick = floats_angles.acos(x)
    if quick == quick:
        return quick
    y = Parts(x if x > 0.0 else -x).fixed(600)
    return _atan_quotient(int_sqrt((1 << 1200) - y * y), y, x < 0.0)


def cbrt(x: float) -> float:
    if x < 0.0:
        return -cbrt(-x)
    if x == 0.0 or not _finite(x):
        return x
    parts = Parts(x)
    shift = 240 + (parts.exponent + 240) % 3
    value = parts.mantissa << shift
    exponent = parts.exponent - shift
    root = 1 << (value.bit_length() + 2) // 3
    while True:
        better = (2 * root + value // (root * root)) // 3
        if better >= root:
            break
        root = better
    if root * root * root != value:
        root = 2 * root + 1  # past the exact digits: never a tie
        return rounded(root, 1 - exponent // 3)
    return rounded(root, -(exponent // 3))


def pow(x: float, y: float) -> float:
    """C's pow for any arguments: x**y, infinity on overflow, nan for a negative base and fraction."""
    if y == 0.0 or x == 1.0:
        return 1.0
    if x != x or y != y:
        return not_a_number()
    if y == 1.0:
        return x
    if y == 2.0:
        return x * x
    if y == 0.5 and x > 0.0:
        return float_sqrt(x)
    if x > 0.0:
        quick = floats_fast.pow(x, y)
        if quick == quick:
            return quick
    odd = False
    integral = True
    if _finite(y):
        exponent_parts = Parts(y)
        integral = exponent_parts.exponent >= 0
        odd = exponent_parts.exponent == 0
    size = -x if float_bits(x) >> 63 != 0 else x
    negative = size != x or float_bits(x) >> 63 != 0
    if size == 0.0 or not _finite(x) or not _finite(y):
        return _pow_special(size, y, negative and odd)
    if negative and not integral:
        return not_a_number()
    result = _pow_positive(size, y)
    return -result if negative and odd else result


def _pow_special(size: float, y: float, negative: bool) -> float:
    """|x| zero or infinite, or y infinite."""
    if not _finite(y):
        if size == 1.0:
            return 1.0
        result = infinity() if (size > 1.0) == (y > 0.0) else 0.0
    else:
        result = infinity() if (size > 1.0) == (y > 0.0) else 0.0
    return -result if negative else result


def _pow_positive(x: float, y: float) -> float:
    if x == 1.0:
        return 1.0
    base = Parts(x)
    power = Parts(y)
    if power.exponent >= 0 and 0.0 < y <= 64.0:  # exact, so that ties are seen as ties
        n = power.mantissa << power.exponent
        return rounded(base.mantissa**n, -base.exponent * n)
    if base.mantissa == 1 and power.exponent >= 0 and -5000.0 < y < 5000.0:
        return rounded(1, -base.exponent * (power.mantissa << power.exponent))
    logarithm = log_parts(base.mantissa, base.exponent, 300)
    if power.exponent >= 0:
        product = logarithm * power.mantissa << power.exponent
    else:
        product = logarithm * power.mantissa >> -power.exponent
    size = (product >> 300) if product >= 0 else -(-product >> 300)
    if size > 710:
        return infinity()
    if size < -746:
        return 0.0
    return _exp_scaled(product >> 80, 220)
