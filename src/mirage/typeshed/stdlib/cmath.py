"""Functions of complex numbers.

The formulas avoid overflow and cancellation as in W. Kahan, "Branch Cuts for Complex Elementary Functions";
what infinities and nans give is C99's annex G.
"""

from typing import Final, SupportsComplex, SupportsFloat, SupportsIndex, TypeAlias

from mirage.lowlevel import bits_float, float_sqrt, u64
from mirage.runtime import (
    bigint_convert,
    complexes,
    floats,
    floats_elementary,
    floats_hyperbolic,
    floats_special,
)

e: Final = 2.718281828459045
pi: Final = 3.141592653589793
tau: Final = 6.283185307179586
inf: Final = bits_float(u64(0x7FF0000000000000))
nan: Final = bits_float(u64(0x7FF8000000000000))
infj: Final = complexes.new(0.0, bits_float(u64(0x7FF0000000000000)))
nanj: Final = complexes.new(0.0, bits_float(u64(0x7FF8000000000000)))

_F: TypeAlias = SupportsFloat | SupportsIndex
_C: TypeAlias = SupportsFloat | SupportsComplex | SupportsIndex | complex

_HALF_PI: Final = 1.5707963267948966
_QUARTER_PI: Final = 0.7853981633974483
_LN2: Final = 0.6931471805599453
_LN10: Final = 2.302585092994046
_LARGE: Final = 4.49423283715579e307  # a quarter of the largest float
_LOG_LARGE: Final = 708.3964185322641
_SQRT_LARGE: Final = 6.703903964971298e153
_SQRT_SMALL: Final = 1.4916681462400413e-154
_SMALLEST: Final = 2.2250738585072014e-308


def _number(z: object) -> complex:
    if isinstance(z, complex):
        return z
    if isinstance(z, float):
        return complexes.new(z, 0.0)
    if isinstance(z, SupportsComplex):
        return z.__complex__()
    return complexes.new(bigint_convert.real_of(z), 0.0)


def _domain() -> ValueError:
    return ValueError("math domain error")


def _range() -> OverflowError:
    return OverflowError("math range error")


def _special(x: float, y: float) -> bool:
    return not floats.is_finite(x) or not floats.is_finite(y)


def _checked(x: float, y: float) -> complex:
    """A result of finite parts that came out too large."""
    if floats.is_infinite(x) or floats.is_infinite(y):
        raise _range()
    return complexes.new(x, y)


def _inf() -> float:
    return floats_elementary.infinity()


def _nan() -> float:
    return floats_elementary.not_a_number()


def _sign(x: float) -> float:
    return floats.copysign(1.0, x)


# --- roots, logarithms, exponentials ---------------------------------------------------------------


def sqrt(z: _C, /) -> complex:
    c = _number(z)
    return _sqrt(c.real, c.imag)


def _sqrt(x: float, y: float) -> complex:
    if _special(x, y):
        if floats.is_infinite(y):
            return complexes.new(_inf(), y)
        if floats.is_infinite(x):
            if x > 0.0:
                return complexes.new(x, y if y != y else floats.copysign(0.0, y))
            return complexes.new(y if y != y else 0.0, floats.copysign(_inf(), y))
        return complexes.new(_nan(), _nan())
    if x == 0.0 and y == 0.0:
        return complexes.new(0.0, y)
    ax = floats.absolute(x)
    ay = floats.absolute(y)
    if ax < _SMALLEST and ay < _SMALLEST and (ax > 0.0 or ay > 0.0):
        ax = ax * 18014398509481984.0  # 2**54
        s = float_sqrt(ax + complexes.hypotenuse(ax, ay * 18014398509481984.0)) * 5.268356063861754e-09
    else:
        ax = ax / 8.0
        s = 2.0 * float_sqrt(ax + complexes.hypotenuse(ax, ay / 8.0))
    d = ay / (2.0 * s)
    if x >= 0.0:
        return complexes.new(s, floats.copysign(d, y))
    return complexes.new(d, floats.copysign(s, y))


def exp(z: _C, /) -> complex:
    c = _number(z)
    x = c.real
    y = c.imag
    if _special(x, y):
        return _exp_special(x, y)
    if x > _LOG_LARGE:
        size = floats_elementary.exp(x - 1.0)
        return _checked(
            size * floats_elementary.cos(y) * 2.718281828459045,
            size * floats_elementary.sin(y) * 2.718281828459045,
        )
    size = floats_elementary.exp(x)
    return _checked(size * floats_elementary.cos(y), size * floats_elementary.sin(y))


def _exp_special(x: float, y: float) -> complex:
    if floats.is_infinite(x) and floats.is_finite(y):
        if y == 0.0:
            return complexes.new(_inf() if x > 0.0 else 0.0, y)
        size = _inf() if x > 0.0 else 0.0
        return complexes.new(
            floats.copysign(size, floats_elementary.cos(y)), floats.copysign(size, floats_elementary.sin(y))
        )
    if floats.is_infinite(y) and (floats.is_finite(x) or (floats.is_infinite(x) and x > 0.0)):
        raise _domain()
    if floats.is_infinite(x):
        return complexes.new(0.0, 0.0) if x < 0.0 else complexes.new(x, _nan())
    return complexes.new(_nan(), y if y == 0.0 else _nan())


def log(z: _C, base: _C = ..., /) -> complex:  # type: ignore[assignment]
    c = _number(z)
    result = _log(c.real, c.imag)
    if base is ...:
        return result
    b = _number(base)
    try:
        return complexes.quotient(result, _log(b.real, b.imag))
    except ZeroDivisionError:
        raise _domain() from None


def _log(x: float, y: float) -> complex:
    if _special(x, y):
        if floats.is_infinite(x) or floats.is_infinite(y):
            size = _inf()
        else:
            size = _nan()
        return complexes.new(size, floats_elementary.atan2(y, x))
    ax = floats.absolute(x)
    ay = floats.absolute(y)
    if ax > _LARGE or ay > _LARGE:
        real = floats_elementary.log(complexes.hypotenuse(ax / 2.0, ay / 2.0)) + _LN2
    elif ax < _SMALLEST and ay < _SMALLEST:
        if ax == 0.0 and ay == 0.0:
            raise _domain()
        scale = 9007199254740992.0  # 2**53
        real = floats_elementary.log(complexes.hypotenuse(ax * scale, ay * scale)) - 53.0 * _LN2
    else:
        h = complexes.hypotenuse(ax, ay)
        if 0.71 <= h <= 1.73:
            larger = ax if ax > ay else ay
            smaller = ay if ax > ay else ax
            real = floats_hyperbolic.log1p((larger - 1.0) * (larger + 1.0) + smaller * smaller) / 2.0
        else:
            real = floats_elementary.log(h)
    return complexes.new(real, floats_elementary.atan2(y, x))


def log10(z: _C, /) -> complex:
    c = _number(z)
    result = _log(c.real, c.imag)
    return complexes.new(result.real / _LN10, result.imag / _LN10)


# --- hyperbolic and circular functions -------------------------------------------------------------


def cosh(z: _C, /) -> complex:
    c = _number(z)
    return _cosh(c.real, c.imag)


def _cosh(x: float, y: float) -> complex:
    if _special(x, y):
        if floats.is_infinite(y) and x == x:
            raise _domain()
        if floats.is_infinite(x):
            if y == 0.0:
                return complexes.new(_inf(), floats.copysign(0.0, _sign(x) * _sign(y)))
            if y != y:
                return complexes.new(_inf(), _nan())
            return complexes.new(
                floats.copysign(_inf(), floats_elementary.cos(y)),
                floats.copysign(_inf(), floats_elementary.sin(y)) * _sign(x),
            )
        return complexes.new(_nan(), 0.0 if x == 0.0 or y == 0.0 else _nan())
    if floats.absolute(x) > _LOG_LARGE:
        less = x - _sign(x)
        return _checked(
            floats_elementary.cos(y) * floats_hyperbolic.cosh(less) * 2.718281828459045,
            floats_elementary.sin(y) * floats_hyperbolic.sinh(less) * 2.718281828459045,
        )
    return _checked(
        floats_elementary.cos(y) * floats_hyperbolic.cosh(x),
        floats_elementary.sin(y) * floats_hyperbolic.sinh(x),
    )


def sinh(z: _C, /) -> complex:
    c = _number(z)
    return _sinh(c.real, c.imag)


def _sinh(x: float, y: float) -> complex:
    if _special(x, y):
        if floats.is_infinite(y) and x == x:
            raise _domain()
        if floats.is_infinite(x):
            if y == 0.0:
                return complexes.new(x, y)
            if y != y:
                return complexes.new(_inf(), _nan())
            return complexes.new(
                floats.copysign(_inf(), floats_elementary.cos(y)) * _sign(x),
                floats.copysign(_inf(), floats_elementary.sin(y)),
            )
        if x == 0.0:
            return complexes.new(0.0, _nan())
        return complexes.new(_nan(), y if y == 0.0 else _nan())
    if floats.absolute(x) > _LOG_LARGE:
        less = x - _sign(x)
        return _checked(
            floats_elementary.cos(y) * floats_hyperbolic.sinh(less) * 2.718281828459045,
            floats_elementary.sin(y) * floats_hyperbolic.cosh(less) * 2.718281828459045,
        )
    return _checked(
        floats_elementary.cos(y) * floats_hyperbolic.sinh(x),
        floats_elementary.sin(y) * floats_hyperbolic.cosh(x),
    )


def tanh(z: _C, /) -> complex:
    c = _number(z)
    return _tanh(c.real, c.imag)


def _tanh(x: float, y: float) -> complex:
    if _special(x, y):
        if floats.is_infinite(y) and floats.is_finite(x):
            raise _domain()
        if floats.is_infinite(x):
            if y == y and floats.is_finite(y):
                turn = 2.0 * floats_elementary.sin(y) * floats_elementary.cos(y)
                return complexes.new(_sign(x), floats.copysign(0.0, turn))
            return complexes.new(_sign(x), 0.0)
        return complexes.new(_nan(), y if y == 0.0 else _nan())
    if floats.absolute(x) > _LOG_LARGE:
        return complexes.new(
            _sign(x),
            4.0
            * floats_elementary.sin(y)
            * floats_elementary.cos(y)
            * floats_elementary.exp(-2.0 * floats.absolute(x)),
        )
    tx = floats_hyperbolic.tanh(x)
    ty = floats_elementary.tan(y)
    cx = 1.0 / floats_hyperbolic.cosh(x)
    txty = tx * ty
    denominator = 1.0 + txty * txty
    return complexes.new(tx * (1.0 + ty * ty) / denominator, ((ty / denominator) * cx) * cx)


def cos(z: _C, /) -> complex:
    c = _number(z)
    return _cosh(-c.imag, c.real)


def sin(z: _C, /) -> complex:
    c = _number(z)
    turned = _sinh(-c.imag, c.real)
    return complexes.new(turned.imag, -turned.real)


def tan(z: _C, /) -> complex:
    c = _number(z)
    turned = _tanh(-c.imag, c.real)
    return complexes.new(turned.imag, -turned.real)


# --- their inverses --------------------------------------------------------------------------------


def acos(z: _C, /) -> complex:
    c = _number(z)
    x = c.real
    y = c.imag
    if _special(x, y):
        return _acos_special(x, y)
    if floats.absolute(x) > _LARGE or floats.absolute(y) > _LARGE:
        size = floats_elementary.log(complexes.hypotenuse(x / 2.0, y / 2.0)) + 2.0 * _LN2
        return complexes.new(
            floats_elementary.atan2(floats.absolute(y), x),
            -floats.copysign(size, y) if x < 0.0 else floats.copysign(size, -y),
        )
    s1 = _sqrt(1.0 - x, -y)
    s2 = _sqrt(1.0 + x, y)
    return complexes.new(
        2.0 * floats_elementary.atan2(s1.real, s2.real),
        floats_hyperbolic.asinh(s2.real * s1.imag - s2.imag * s1.real),
    )


def _acos_special(x: float, y: float) -> complex:
    if floats.is_infinite(y):
        if x != x:
            return complexes.new(_nan(), -y)
        return complexes.new(floats_elementary.atan2(_inf(), x), -y)
    if floats.is_infinite(x):
        if y != y:
            return complexes.new(_nan(), _inf())
        return complexes.new(0.0 if x > 0.0 else pi, floats.copysign(_inf(), -y))
    if x == 0.0:
        return complexes.new(_HALF_PI, _nan())
    return complexes.new(_nan(), _nan())


def acosh(z: _C, /) -> complex:
    c = _number(z)
    x = c.real
    y = c.imag
    if _special(x, y):
        if floats.is_infinite(x) or floats.is_infinite(y):
            return complexes.new(_inf(), floats_elementary.atan2(y, x))
        return complexes.new(_nan(), _nan())
    if floats.absolute(x) > _LARGE or floats.absolute(y) > _LARGE:
        size = floats_elementary.log(complexes.hypotenuse(x / 2.0, y / 2.0)) + 2.0 * _LN2
        return complexes.new(size, floats_elementary.atan2(y, x))
    s1 = _sqrt(x - 1.0, y)
    s2 = _sqrt(x + 1.0, y)
    return complexes.new(
        floats_hyperbolic.asinh(s1.real * s2.real + s1.imag * s2.imag),
        2.0 * floats_elementary.atan2(s1.imag, s2.real),
    )


def asinh(z: _C, /) -> complex:
    c = _number(z)
    return _asinh(c.real, c.imag)


def _asinh(x: float, y: float) -> complex:
    if _special(x, y):
        if floats.is_infinite(x):
            if y != y:
                return complexes.new(x, y)
            turn = _QUARTER_PI if floats.is_infinite(y) else 0.0
            return complexes.new(x, floats.copysign(turn, y))
        if floats.is_infinite(y):
            if x != x:
                return complexes.new(_inf(), _nan())
            return complexes.new(floats.copysign(_inf(), x), floats.copysign(_HALF_PI, y))
        return complexes.new(_nan(), y if y == 0.0 else _nan())
    if floats.absolute(x) > _LARGE or floats.absolute(y) > _LARGE:
        size = floats_elementary.log(complexes.hypotenuse(x / 2.0, y / 2.0)) + 2.0 * _LN2
        real = floats.copysign(size, x) if y >= 0.0 else -floats.copysign(size, -x)
        return complexes.new(real, floats_elementary.atan2(y, floats.absolute(x)))
    s1 = _sqrt(1.0 + y, -x)
    s2 = _sqrt(1.0 - y, x)
    return complexes.new(
        floats_hyperbolic.asinh(s1.real * s2.imag - s2.real * s1.imag),
        floats_elementary.atan2(y, s1.real * s2.real - s1.imag * s2.imag),
    )


def asin(z: _C, /) -> complex:
    c = _number(z)
    turned = _asinh(-c.imag, c.real)
    return complexes.new(turned.imag, -turned.real)


def atanh(z: _C, /) -> complex:
    c = _number(z)
    return _atanh(c.real, c.imag)


def _atanh(x: float, y: float) -> complex:
    if _special(x, y):
        if floats.is_infinite(y):
            return complexes.new(floats.copysign(0.0, x) if x == x else 0.0, floats.copysign(_HALF_PI, y))
        if floats.is_infinite(x):
            turn = y if y != y else floats.copysign(_HALF_PI, y)
            return complexes.new(floats.copysign(0.0, x), turn)
        if x == 0.0:
            return complexes.new(x, _nan())
        return complexes.new(_nan(), _nan())
    if x < 0.0 or (x == 0.0 and floats.sign_bit(x)):
        turned = _atanh(-x, -y)
        return complexes.new(-turned.real, -turned.imag)
    ay = floats.absolute(y)
    if x > _SQRT_LARGE or ay > _SQRT_LARGE:
        h = complexes.hypotenuse(x / 2.0, y / 2.0)
        return complexes.new(x / 4.0 / h / h, -floats.copysign(_HALF_PI, -y))
    if x == 1.0 and ay < _SQRT_SMALL:
        if ay == 0.0:
            raise _domain()
        real = -floats_elementary.log(float_sqrt(ay) / float_sqrt(complexes.hypotenuse(ay, 2.0)))
        return complexes.new(real, floats.copysign(floats_elementary.atan2(2.0, -ay) / 2.0, y))
    away = 1.0 - x
    return complexes.new(
        floats_hyperbolic.log1p(4.0 * x / (away * away + ay * ay)) / 4.0,
        -floats_elementary.atan2(-2.0 * y, away * (1.0 + x) - ay * ay) / 2.0,
    )


def atan(z: _C, /) -> complex:
    c = _number(z)
    turned = _atanh(-c.imag, c.real)
    return complexes.new(turned.imag, -turned.real)


# --- polar coordinates and tests -------------------------------------------------------------------


def phase(z: _C, /) -> float:
    c = _number(z)
    return floats_elementary.atan2(c.imag, c.real)


def polar(z: _C, /) -> tuple[float, float]:
    c = _number(z)
    size = complexes.hypotenuse(c.real, c.imag)
    if floats.is_infinite(size) and not _special(c.real, c.imag):
        raise _range()
    return size, floats_elementary.atan2(c.imag, c.real)


def rect(r: _F, phi: _F, /) -> complex:
    size = bigint_convert.real_of(r)
    angle = bigint_convert.real_of(phi)
    if _special(size, angle):
        if size != 0.0 and floats.is_infinite(angle):
            if size == size:
                raise _domain()
            return complexes.new(_nan(), _nan())
        if floats.is_infinite(size) and floats.is_finite(angle) and angle != 0.0:
            turned = size > 0.0
            x = floats.copysign(_inf(), floats_elementary.cos(angle))
            y = floats.copysign(_inf(), floats_elementary.sin(angle))
            return complexes.new(x, y) if turned else complexes.new(-x, -y)
        if floats.is_infinite(size):
            if angle == 0.0:
                return complexes.new(size, angle if size > 0.0 else -angle)
            return complexes.new(_inf(), _nan())
        if size == 0.0:
            return complexes.new(0.0, 0.0)
        return complexes.new(_nan(), angle if angle == 0.0 else _nan())
    if angle == 0.0:
        return complexes.new(size, size * angle)
    return complexes.new(size * floats_elementary.cos(angle), size * floats_elementary.sin(angle))


def isfinite(z: _C, /) -> bool:
    c = _number(z)
    return not _special(c.real, c.imag)


def isinf(z: _C, /) -> bool:
    c = _number(z)
    return floats.is_infinite(c.real) or floats.is_infinite(c.imag)


def isnan(z: _C, /) -> bool:
    c = _number(z)
    return c.real != c.real or c.imag != c.imag


def isclose(a: _C, b: _C, *, rel_tol: SupportsFloat = 1e-09, abs_tol: SupportsFloat = 0.0) -> bool:
    x = _number(a)
    y = _number(b)
    relative = bigint_convert.real_of(rel_tol)
    least = bigint_convert.real_of(abs_tol)
    if relative < 0.0 or least < 0.0:
        raise ValueError("tolerances must be non-negative")
    if x.real == y.real and x.imag == y.imag:
        return True
    if isinf(x) or isinf(y):
        return False
    difference = complexes.hypotenuse(x.real - y.real, x.imag - y.imag)
    return (
        difference <= relative * complexes.hypotenuse(y.real, y.imag)
        or difference <= relative * complexes.hypotenuse(x.real, x.imag)
        or difference <= least
    )
