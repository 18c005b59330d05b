"""Quick ways to sin, cos, tan and their inverses: as `floats_fast`, from tables at each 1/64."""

from __future__ import annotations

from mirage.lowlevel import float_sqrt, float_to_i64, i64, i64_to_float, inline
from mirage.runtime.floats_fast import SLACK, entry, magnitude, settled, sum_error, top, unsure
from mirage.runtime.floats_tables import (
    ARCTANGENTS,
    QUARTER_A,
    QUARTER_B,
    QUARTER_C,
    RIGHT_A,
    RIGHT_B,
    SINES,
    STRAIGHT_A,
    STRAIGHT_B,
)


class _Turned:
    """An angle as quadrant * pi/2 + (high + low), hardly above pi/4; `error`: a second float."""

    def __init__(self) -> None:
        self.quadrant: i64 = i64(0)
        self.high: float = 0.0
        self.low: float = 0.0
        self.error: float = 0.0


_turned: _Turned = _Turned()


def _turn(x: float, angle: _Turned) -> None:
    n = float_to_i64(x * 0.6366197723675814 + (0.5 if x >= 0.0 else -0.5))
    count = i64_to_float(n)
    near = x - count * QUARTER_A  # exact, and so is the next product
    part = count * QUARTER_B
    high = near - part
    rest = sum_error(near, -part, high) - count * QUARTER_C
    total = high + rest
    angle.quadrant = n
    angle.high = total
    angle.low = rest - (total - high)


def _sine(high: float, rest: float, angle: _Turned, cosine: bool) -> float:
    """The sine or cosine of high + rest, |high| < 0.8: off by less than 2**-66 of it."""
    negative = high < 0.0
    if negative:
        high = -high
        rest = -rest
    index = float_to_i64(high * 64.0 + 0.5)
    if index > 51:
        index = i64(51)
    near = high - i64_to_float(index) * 0.015625  # exact
    t = near + rest
    rest = rest - (t - near)
    u = t * t
    sine = rest + t * u * (-0.16666666666666666 + u * (0.008333333333333333 - u * 0.0001984126984126984))
    cosine_less = u * (
        -0.5 + u * (0.041666666666666664 + u * (-0.001388888888888889 + u * 2.48015873015873e-05))
    )
    cosine_less = cosine_less - t * rest
    s1 = entry(SINES, index * 4)
    s2 = entry(SINES, index * 4 + 1)
    c1 = entry(SINES, index * 4 + 2)
    c2 = entry(SINES, index * 4 + 3)
    if cosine:
        swapped = -s1
        s1 = c1
        c1 = swapped
        swapped = -s2
        s2 = c2
        c2 = swapped
    t1 = top(t)
    product = c1 * t1
    total = s1 + product
    error = product - (total - s1)
    error = error + (s2 + (c1 * (t - t1) + c2 * t + (c1 + c2) * sine + (s1 + s2) * cosine_less))
    result = total + error
    error = error - (result - total)
    if negative and not cosine:
        angle.error = -error
        return -result
    angle.error = error
    return result


def sin_or_cos(x: float, turn: i64) -> float:
    """sin(x + turn * pi/2)."""
    if not 1e-8 < magnitude(x) < 1000000.0:
        return unsure()
    angle = _turned
    _turn(x, angle)
    quadrant = angle.quadrant + turn
    high = _sine(angle.high, angle.low, angle, (quadrant & 1) != 0)
    result = settled(high, angle.error, magnitude(high) * SLACK)
    return -result if (quadrant & 2) != 0 else result


def tan(x: float) -> float:
    if not 1e-8 < magnitude(x) < 1000000.0:
        return unsure()
    angle = _turned
    _turn(x, angle)
    sine = _sine(angle.high, angle.low, angle, False)
    sine_error = angle.error
    cosine = _sine(angle.high, angle.low, angle, True)
    if (angle.quadrant & 1) == 0:
        return _divided(sine, sine_error, cosine, angle.error)
    return _divided(-cosine, -angle.error, sine, sine_error)


@inline
def _lacking(quotient: float, a: float, a_low: float, b: float, b_low: float) -> float:
    """a + a_low - quotient * (b + b_low), of which most cancels."""
    product = quotient * b
    q1 = top(quotient)
    q2 = quotient - q1
    b1 = top(b)
    b2 = b - b1
    error = ((q1 * b1 - product) + q1 * b2 + q2 * b1) + q2 * b2
    return (a - product) - error + a_low - quotient * b_low


def _divided(a: float, a_low: float, b: float, b_low: float) -> float:
    if b == 0.0:
        return unsure()
    quotient = a / b
    return settled(quotient, _lacking(quotient, a, a_low, b, b_low) / b, magnitude(quotient) * SLACK)


# --- inverses ----------------------------------------------------------------------------------


def _arctangent(y: float, y_low: float, x: float, x_low: float, angle: _Turned) -> float:
    """atan((y + y_low) / (x + x_low)) for 0 <= y <= x, 0 < x: off by less than 2**-66 of it."""
    index = float_to_i64(y / x * 64.0 + 0.5)
    c = i64_to_float(index) * 0.015625
    x1 = top(x)
    y1 = top(y)
    # (y - c x) / (x + c y), each in two floats: products with c are exact
    part = c * x1
    a = y - part
    error = sum_error(y, -part, a)
    part = c * (x - x1)
    over = a - part
    error = error + sum_error(a, -part, over) + (y_low - c * x_low)
    a = over + error
    a_low = error - (a - over)
    part = c * y1
    over = x + part
    error = part - (over - x) + (c * (y - y1) + x_low + c * y_low)
    b = over + error
    b_low = error - (b - over)
    z = a / b
    z_low = _lacking(z, a, a_low, b, b_low) / b
    u = z * z
    rest = z_low + z * u * (
        -0.3333333333333333
        + u * (0.2 + u * (-0.14285714285714285 + u * (0.1111111111111111 - u * 0.09090909090909091)))
    )
    first = entry(ARCTANGENTS, index * 2)
    total = first + z
    rest = rest + (sum_error(first, z, total) + entry(ARCTANGENTS, index * 2 + 1))
    high = total + rest
    angle.error = rest - (high - total)
    return high


def _angle(y: float, y_low: float, x: float, x_low: float, negative_x: bool) -> float:
    """The angle of the point, y and x >= 0 and not both 0; with `negative_x` that of (-x, y)."""
    angle = _turned
    if y <= x:
        high = _arctangent(y, y_low, x, x_low, angle)
        rest = angle.error
        if negative_x:
            total = STRAIGHT_A - high
            rest = ((STRAIGHT_A - total) - high) + (STRAIGHT_B - rest)
            high = total
    else:
        high = _arctangent(x, x_low, y, y_low, angle)
        rest = angle.error
        if not negative_x:
            high = -high
            rest = -rest
        total = RIGHT_A + high
        rest = (high - (total - RIGHT_A)) + (RIGHT_B + rest)
        high = total
    total = high + rest
    return settled(total, rest - (total - high), total * SLACK)


@inline
def _is_plain(x: float) -> bool:
    """So that nothing over- or underflows."""
    return 1e-100 < x < 1e100


def atan2(y: float, x: float) -> float:
    """The angle of the point (x, y)."""
    height = magnitude(y)
    width = magnitude(x)
    if not _is_plain(height) or not _is_plain(width):
        return unsure()
    result = _angle(height, 0.0, width, 0.0, x < 0.0)
    return -result if y < 0.0 else result


def _leg(x: float, angle: _Turned) -> float:
    """sqrt(1 - x * x) for 0 <= x <= 1."""
    less = 1.0 - x
    less_error = (1.0 - less) - x
    more = 1.0 + x
    more_error = x - (more - 1.0)
    over = less * more
    rest = less * more_error + less_error * more - _lacking(less, over, 0.0, more, 0.0)
    left = over + rest
    if left <= 0.0:
        angle.error = 0.0
        return 0.0
    root = float_sqrt(left)
    angle.error = _lacking(root, left, rest - (left - over), root, 0.0) / (2.0 * root)
    return root


def asin(x: float) -> float:
    """-1 <= x <= 1."""
    size = magnitude(x)
    if not _is_plain(size):
        return unsure()
    angle = _turned
    leg = _leg(size, angle)
    result = _angle(size, 0.0, leg, angle.error, False)
    return -result if x < 0.0 else result


def acos(x: float) -> float:
    """-1 <= x <= 1."""
    size = magnitude(x)
    if not _is_plain(size):
        return unsure()
    angle = _turned
    leg = _leg(size, angle)
    return _angle(leg, angle.error, size, 0.0, x < 0.0)
