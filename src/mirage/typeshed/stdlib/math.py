"""math: floats by `mirage.runtime.floats_*`, ints by typed Python.

Each function has an overload for plain floats, which is what calls with float and int arguments
reach; anything else with `__float__` or `__index__` goes through the general form.
"""

from collections.abc import Iterable
from typing import Any, Final, Protocol, SupportsFloat, SupportsIndex, TypeAlias, TypeVar, overload

from mirage.lowlevel import float_sqrt
from mirage.runtime import (
    bigint_convert,
    bigint_products,
    floats,
    floats_elementary,
    floats_hyperbolic,
    floats_special,
)
from mirage.runtime.floats_elementary import Parts, int_sqrt

_T = TypeVar("_T")
_T_co = TypeVar("_T_co", covariant=True)

_SupportsFloatOrIndex: TypeAlias = SupportsFloat | SupportsIndex

e: Final[float] = 2.718281828459045
pi: Final[float] = 3.141592653589793
inf: Final[float] = 1e999
nan: Final[float] = 1e999 - 1e999
tau: Final[float] = 6.283185307179586


def _float(x: _SupportsFloatOrIndex) -> float:
    if isinstance(x, float):
        return x
    if isinstance(x, int):
        return float(x)
    if isinstance(x, str):
        raise TypeError("must be real number, not str")
    return bigint_convert.real_of(x)


def _nan_or_domain(x: float) -> float:
    """nan stays nan, anything else here is outside the function's domain."""
    if x != x:
        return x
    raise floats_special.domain_error()


def _checked(result: float) -> float:
    """A result for finite arguments."""
    if floats.is_infinite(result):
        raise floats_special.range_error()
    return result


@overload
def acos(x: float, /) -> float:
    if not -1.0 <= x <= 1.0:
        return _nan_or_domain(x)
    return floats_elementary.acos(x)


@overload
def acos(x: _SupportsFloatOrIndex, /) -> float: ...
def acos(x: _SupportsFloatOrIndex, /) -> float:
    return acos(_float(x))


@overload
def acosh(x: float, /) -> float:
    if not 1.0 <= x < inf:
        if x == inf:
            return x
        return _nan_or_domain(x)
    return floats_hyperbolic.acosh(x)


@overload
def acosh(x: _SupportsFloatOrIndex, /) -> float: ...
def acosh(x: _SupportsFloatOrIndex, /) -> float:
    return acosh(_float(x))


@overload
def asin(x: float, /) -> float:
    if not -1.0 <= x <= 1.0:
        return _nan_or_domain(x)
    return floats_elementary.asin(x)


@overload
def asin(x: _SupportsFloatOrIndex, /) -> float: ...
def asin(x: _SupportsFloatOrIndex, /) -> float:
    return asin(_float(x))


@overload
def asinh(x: float, /) -> float:
    if not floats.is_finite(x):
        return x
    return floats_hyperbolic.asinh(x)


@overload
def asinh(x: _SupportsFloatOrIndex, /) -> float: ...
def asinh(x: _SupportsFloatOrIndex, /) -> float:
    return asinh(_float(x))


@overload
def atan(x: float, /) -> float:
    if x != x:
        return x
    return floats_elementary.atan(x)


@overload
def atan(x: _SupportsFloatOrIndex, /) -> float: ...
def atan(x: _SupportsFloatOrIndex, /) -> float:
    return atan(_float(x))


@overload
def atanh(x: float, /) -> float:
    if not -1.0 < x < 1.0:
        return _nan_or_domain(x)
    return floats_hyperbolic.atanh(x)


@overload
def atanh(x: _SupportsFloatOrIndex, /) -> float: ...
def atanh(x: _SupportsFloatOrIndex, /) -> float:
    return atanh(_float(x))


@overload
def cbrt(x: float, /) -> float:
    return floats_elementary.cbrt(x)


@overload
def cbrt(x: _SupportsFloatOrIndex, /) -> float: ...
def cbrt(x: _SupportsFloatOrIndex, /) -> float:
    return cbrt(_float(x))


@overload
def cos(x: float, /) -> float:
    if not floats.is_finite(x):
        return _nan_or_domain(x)
    return floats_elementary.cos(x)


@overload
def cos(x: _SupportsFloatOrIndex, /) -> float: ...
def cos(x: _SupportsFloatOrIndex, /) -> float:
    return cos(_float(x))


@overload
def cosh(x: float, /) -> float:
    if not floats.is_finite(x):
        return x * x
    return _checked(floats_hyperbolic.cosh(x))


@overload
def cosh(x: _SupportsFloatOrIndex, /) -> float: ...
def cosh(x: _SupportsFloatOrIndex, /) -> float:
    return cosh(_float(x))


@overload
def degrees(x: float, /) -> float:
    return x * 57.29577951308232


@overload
def degrees(x: _SupportsFloatOrIndex, /) -> float: ...
def degrees(x: _SupportsFloatOrIndex, /) -> float:
    return degrees(_float(x))


@overload
def erf(x: float, /) -> float:
    return floats_special.erf(x)


@overload
def erf(x: _SupportsFloatOrIndex, /) -> float: ...
def erf(x: _SupportsFloatOrIndex, /) -> float:
    return erf(_float(x))


@overload
def erfc(x: float, /) -> float:
    return floats_special.erfc(x)


@overload
def erfc(x: _SupportsFloatOrIndex, /) -> float: ...
def erfc(x: _SupportsFloatOrIndex, /) -> float:
    return erfc(_float(x))


@overload
def exp(x: float, /) -> float:
    if not floats.is_finite(x):
        return 0.0 if x == -inf else x
    return _checked(floats_elementary.exp(x))


@overload
def exp(x: _SupportsFloatOrIndex, /) -> float: ...
def exp(x: _SupportsFloatOrIndex, /) -> float:
    return exp(_float(x))


@overload
def exp2(x: float, /) -> float:
    if not floats.is_finite(x):
        return 0.0 if x == -inf else x
    return _checked(floats_elementary.exp2(x))


@overload
def exp2(x: _SupportsFloatOrIndex, /) -> float: ...
def exp2(x: _SupportsFloatOrIndex, /) -> float:
    return exp2(_float(x))


@overload
def expm1(x: float, /) -> float:
    if not floats.is_finite(x):
        return -1.0 if x == -inf else x
    return _checked(floats_hyperbolic.expm1(x))


@overload
def expm1(x: _SupportsFloatOrIndex, /) -> float: ...
def expm1(x: _SupportsFloatOrIndex, /) -> float:
    return expm1(_float(x))


@overload
def fabs(x: float, /) -> float:
    return floats.absolute(x)


@overload
def fabs(x: _SupportsFloatOrIndex, /) -> float: ...
def fabs(x: _SupportsFloatOrIndex, /) -> float:
    return fabs(_float(x))


@overload
def gamma(x: float, /) -> float:
    return floats_special.gamma(x)


@overload
def gamma(x: _SupportsFloatOrIndex, /) -> float: ...
def gamma(x: _SupportsFloatOrIndex, /) -> float:
    return gamma(_float(x))


@overload
def lgamma(x: float, /) -> float:
    return floats_special.lgamma(x)


@overload
def lgamma(x: _SupportsFloatOrIndex, /) -> float: ...
def lgamma(x: _SupportsFloatOrIndex, /) -> float:
    return lgamma(_float(x))


@overload
def log1p(x: float, /) -> float:
    if not -1.0 < x < inf:
        if x == inf:
            return x
        return _nan_or_domain(x)
    return floats_hyperbolic.log1p(x)


@overload
def log1p(x: _SupportsFloatOrIndex, /) -> float: ...
def log1p(x: _SupportsFloatOrIndex, /) -> float:
    return log1p(_float(x))


@overload
def radians(x: float, /) -> float:
    return x * 0.017453292519943295


@overload
def radians(x: _SupportsFloatOrIndex, /) -> float: ...
def radians(x: _SupportsFloatOrIndex, /) -> float:
    return radians(_float(x))


@overload
def sin(x: float, /) -> float:
    if not floats.is_finite(x):
        return _nan_or_domain(x)
    return floats_elementary.sin(x)


@overload
def sin(x: _SupportsFloatOrIndex, /) -> float: ...
def sin(x: _SupportsFloatOrIndex, /) -> float:
    return sin(_float(x))


@overload
def sinh(x: float, /) -> float:
    if not floats.is_finite(x):
        return x
    return _checked(floats_hyperbolic.sinh(x))


@overload
def sinh(x: _SupportsFloatOrIndex, /) -> float: ...
def sinh(x: _SupportsFloatOrIndex, /) -> float:
    return sinh(_float(x))


@overload
def sqrt(x: float, /) -> float:
    if not x >= 0.0:
        return _nan_or_domain(x)
    return float_sqrt(x)


@overload
def sqrt(x: _SupportsFloatOrIndex, /) -> float: ...
def sqrt(x: _SupportsFloatOrIndex, /) -> float:
    return sqrt(_float(x))


@overload
def tan(x: float, /) -> float:
    if not floats.is_finite(x):
        return _nan_or_domain(x)
    return floats_elementary.tan(x)


@overload
def tan(x: _SupportsFloatOrIndex, /) -> float: ...
def tan(x: _SupportsFloatOrIndex, /) -> float:
    return tan(_float(x))


@overload
def tanh(x: float, /) -> float:
    if not floats.is_finite(x):
        return x if x != x else floats.copysign(1.0, x)
    return floats_hyperbolic.tanh(x)


@overload
def tanh(x: _SupportsFloatOrIndex, /) -> float: ...
def tanh(x: _SupportsFloatOrIndex, /) -> float:
    return tanh(_float(x))


@overload
def ulp(x: float, /) -> float:
    if x != x:
        return x
    x = floats.absolute(x)
    if x == inf:
        return x
    following = floats_special.next_after(x, inf)
    if following == inf:
        return x - floats_special.next_after(x, -inf)
    return following - x


@overload
def ulp(x: _SupportsFloatOrIndex, /) -> float: ...
def ulp(x: _SupportsFloatOrIndex, /) -> float:
    return ulp(_float(x))


@overload
def isinf(x: float, /) -> bool:
    return floats.is_infinite(x)


@overload
def isinf(x: _SupportsFloatOrIndex, /) -> bool: ...
def isinf(x: _SupportsFloatOrIndex, /) -> bool:
    return isinf(_float(x))


@overload
def isfinite(x: float, /) -> bool:
    return floats.is_finite(x)


@overload
def isfinite(x: _SupportsFloatOrIndex, /) -> bool: ...
def isfinite(x: _SupportsFloatOrIndex, /) -> bool:
    return isfinite(_float(x))


@overload
def isnan(x: float, /) -> bool:
    return x != x


@overload
def isnan(x: _SupportsFloatOrIndex, /) -> bool: ...
def isnan(x: _SupportsFloatOrIndex, /) -> bool:
    return isnan(_float(x))


@overload
def atan2(y: float, x: float, /) -> float:
    return floats_elementary.atan2(y, x)


@overload
def atan2(y: _SupportsFloatOrIndex, x: _SupportsFloatOrIndex, /) -> float: ...
def atan2(y: _SupportsFloatOrIndex, x: _SupportsFloatOrIndex, /) -> float:
    return atan2(_float(y), _float(x))


@overload
def copysign(x: float, y: float, /) -> float:
    return floats.copysign(x, y)


@overload
def copysign(x: _SupportsFloatOrIndex, y: _SupportsFloatOrIndex, /) -> float: ...
def copysign(x: _SupportsFloatOrIndex, y: _SupportsFloatOrIndex, /) -> float:
    return copysign(_float(x), _float(y))


@overload
def fmod(x: float, y: float, /) -> float:
    if floats.is_infinite(y) and floats.is_finite(x):
        return x
    if x != x or y != y:
        return x + y
    if floats.is_infinite(x) or y == 0.0:
        raise floats_special.domain_error()
    return floats.fmod(x, y)


@overload
def fmod(x: _SupportsFloatOrIndex, y: _SupportsFloatOrIndex, /) -> float: ...
def fmod(x: _SupportsFloatOrIndex, y: _SupportsFloatOrIndex, /) -> float:
    return fmod(_float(x), _float(y))


@overload
def nextafter(x: float, y: float, /) -> float:
    return floats_special.next_after(x, y)


@overload
def nextafter(x: _SupportsFloatOrIndex, y: _SupportsFloatOrIndex, /) -> float: ...
def nextafter(x: _SupportsFloatOrIndex, y: _SupportsFloatOrIndex, /) -> float:
    return nextafter(_float(x), _float(y))


@overload
def pow(x: float, y: float, /) -> float:
    result = floats_elementary.pow(x, y)
    if floats.is_finite(result) or not floats.is_finite(x) or not floats.is_finite(y):
        return result
    if result != result or x == 0.0:
        raise floats_special.domain_error()
    raise floats_special.range_error()


@overload
def pow(x: _SupportsFloatOrIndex, y: _SupportsFloatOrIndex, /) -> float: ...
def pow(x: _SupportsFloatOrIndex, y: _SupportsFloatOrIndex, /) -> float:
    return pow(_float(x), _float(y))


@overload
def remainder(x: float, y: float, /) -> float:
    return floats_special.remainder(x, y)


@overload
def remainder(x: _SupportsFloatOrIndex, y: _SupportsFloatOrIndex, /) -> float: ...
def remainder(x: _SupportsFloatOrIndex, y: _SupportsFloatOrIndex, /) -> float:
    return remainder(_float(x), _float(y))


# --- logarithms: ints of any size ---------------------------------------------------------------


def _split_int(x: int) -> tuple[float, int]:
    """x > 0 too large for a float as (m, e): x is about m * 2**e, 0.5 <= m < 1."""
    length = x.bit_length()
    return x / (1 << length), length


def _log_float(x: float) -> float:
    if not 0.0 < x < inf:
        if x == inf:
            return x
        return _nan_or_domain(x)
    return floats_elementary.log(x)


def _log_int(x: int) -> float:
    if x <= 0:
        raise floats_special.domain_error()
    if x.bit_length() <= 1023:
        return floats_elementary.log(float(x))
    m, exponent = _split_int(x)
    return floats_elementary.log(m) + 0.6931471805599453 * float(exponent)


def _log_any(x: _SupportsFloatOrIndex) -> float:
    if isinstance(x, int):
        return _log_int(x)
    return _log_float(_float(x))


def _quotient_of_logs(x: float, base: float) -> float:
    if base == 0.0:
        raise ZeroDivisionError("float division by zero")
    return x / base


@overload
def log(x: int, /) -> float:
    return _log_int(x)


@overload
def log(x: float, /) -> float:
    return _log_float(x)


@overload
def log(x: _SupportsFloatOrIndex, base: _SupportsFloatOrIndex = ..., /) -> float: ...
def log(x: _SupportsFloatOrIndex, base: _SupportsFloatOrIndex | None = None, /) -> float:
    value = _log_any(x)
    return value if base is None else _quotient_of_logs(value, _log_any(base))


@overload
def log2(x: float, /) -> float:
    if not 0.0 < x < inf:
        if x == inf:
            return x
        return _nan_or_domain(x)
    return floats_elementary.log2(x)


@overload
def log2(x: _SupportsFloatOrIndex, /) -> float: ...
def log2(x: _SupportsFloatOrIndex, /) -> float:
    if isinstance(x, int):
        if x <= 0:
            raise floats_special.domain_error()
        if x.bit_length() > 1023:
            m, exponent = _split_int(x)
            return floats_elementary.log2(m) + float(exponent)
    return log2(_float(x))


@overload
def log10(x: float, /) -> float:
    if not 0.0 < x < inf:
        if x == inf:
            return x
        return _nan_or_domain(x)
    return floats_hyperbolic.log10(x)


@overload
def log10(x: _SupportsFloatOrIndex, /) -> float: ...
def log10(x: _SupportsFloatOrIndex, /) -> float:
    if isinstance(x, int):
        if x <= 0:
            raise floats_special.domain_error()
        if x.bit_length() > 1023:
            m, exponent = _split_int(x)
            return floats_hyperbolic.log10(m) + 0.3010299956639812 * float(exponent)
    return log10(_float(x))


# --- rounding ------------------------------------------------------------------------------------


class _SupportsCeil(Protocol[_T_co]):
    def __ceil__(self) -> _T_co: ...


class _SupportsFloor(Protocol[_T_co]):
    def __floor__(self) -> _T_co: ...


class _SupportsTrunc(Protocol[_T_co]):
    def __trunc__(self) -> _T_co: ...


@overload
def ceil(x: float, /) -> int:
    return floats.float_to_int(floats.ceil(x))


@overload
def ceil(x: _SupportsCeil[_T], /) -> _T:
    return x.__ceil__()


@overload
def ceil(x: _SupportsFloatOrIndex, /) -> int: ...
def ceil(x: Any, /) -> Any:
    if isinstance(x, int):
        return x.__ceil__()
    return floats.float_to_int(floats.ceil(_float(x)))


@overload
def floor(x: float, /) -> int:
    return floats.float_to_int(floats.floor(x))


@overload
def floor(x: _SupportsFloor[_T], /) -> _T:
    return x.__floor__()


@overload
def floor(x: _SupportsFloatOrIndex, /) -> int: ...
def floor(x: Any, /) -> Any:
    if isinstance(x, int):
        return x.__floor__()
    return floats.float_to_int(floats.floor(_float(x)))


def trunc(x: _SupportsTrunc[_T], /) -> _T:
    return x.__trunc__()


def frexp(x: _SupportsFloatOrIndex, /) -> tuple[float, int]:
    return floats_special.split_exponent(_float(x))


def ldexp(x: _SupportsFloatOrIndex, i: int, /) -> float:
    return floats_special.load_exponent(_float(x), i)


def modf(x: _SupportsFloatOrIndex, /) -> tuple[float, float]:
    value = _float(x)
    if not floats.is_finite(value):
        return (value, value) if value != value else (floats.copysign(0.0, value), value)
    whole = floats.trunc(value)
    return floats.copysign(value - whole, value), whole


def isclose(
    a: _SupportsFloatOrIndex,
    b: _SupportsFloatOrIndex,
    *,
    rel_tol: _SupportsFloatOrIndex = 1e-09,
    abs_tol: _SupportsFloatOrIndex = 0.0,
) -> bool:
    x = _float(a)
    y = _float(b)
    relative = _float(rel_tol)
    absolute = _float(abs_tol)
    if relative < 0.0 or absolute < 0.0:
        raise ValueError("tolerances must be non-negative")
    if x == y:
        return True
    if floats.is_infinite(x) or floats.is_infinite(y):
        return False
    difference = floats.absolute(y - x)
    return (
        difference <= floats.absolute(relative * y)
        or difference <= floats.absolute(relative * x)
        or difference <= absolute
    )


# --- many values ---------------------------------------------------------------------------------


def hypot(*coordinates: _SupportsFloatOrIndex) -> float:
    values: list[float] = []
    for coordinate in coordinates:
        values.append(_float(coordinate))
    return floats_special.norm(values)


def dist(p: Iterable[_SupportsFloatOrIndex], q: Iterable[_SupportsFloatOrIndex], /) -> float:
    first: list[float] = []
    for x in p:
        first.append(_float(x))
    values: list[float] = []
    count = 0
    for y in q:
        if count < len(first):
            values.append(first[count] - _float(y))
        count += 1
    if count != len(first):
        raise ValueError("both points must have the same number of dimensions")
    return floats_special.norm(values)


def fsum(seq: Iterable[_SupportsFloatOrIndex], /) -> float:
    total = floats_special.ExactSum()
    for x in seq:
        total.add(_float(x))
    return total.result()


# --- ints ----------------------------------------------------------------------------------------


def gcd(*integers: SupportsIndex) -> int:
    result = 0
    for item in integers:
        result = bigint_products.gcd(abs(item.__index__()), result)
    return abs(result)


def lcm(*integers: SupportsIndex) -> int:
    result = 1
    for item in integers:
        value = abs(item.__index__())
        if value == 0:
            result = 0
        elif result != 0:
            result = result // bigint_products.gcd(result, value) * value
    return result


def factorial(x: SupportsIndex, /) -> int:
    n = x.__index__()
    if n < 0:
        raise ValueError("factorial() not defined for negative values")
    return bigint_products.product_of_range(2, n + 1)


def isqrt(n: SupportsIndex, /) -> int:
    value = n.__index__()
    if value < 0:
        raise ValueError("isqrt() argument must be nonnegative")
    return int_sqrt(value)


def perm(n: SupportsIndex, k: SupportsIndex | None = None, /) -> int:
    if k is None:
        return factorial(n)
    total = n.__index__()
    chosen = k.__index__()
    if total < 0:
        raise ValueError("n must be a non-negative integer")
    if chosen < 0:
        raise ValueError("k must be a non-negative integer")
    if chosen > total:
        return 0
    return bigint_products.product_of_range(total - chosen + 1, total + 1)


def comb(n: SupportsIndex, k: SupportsIndex, /) -> int:
    total = n.__index__()
    chosen = k.__index__()
    if total < 0:
        raise ValueError("n must be a non-negative integer")
    if chosen < 0:
        raise ValueError("k must be a non-negative integer")
    if chosen > total:
        return 0
    if chosen > total - chosen:
        chosen = total - chosen
    return bigint_products.product_of_range(
        total - chosen + 1, total + 1
    ) // bigint_products.product_of_range(2, chosen + 1)


class _Multiplicable(Protocol):
    def __mul__(self, other: Any, /) -> Any: ...


_MultiplicableT1 = TypeVar("_MultiplicableT1", bound=_Multiplicable)
_MultiplicableT2 = TypeVar("_MultiplicableT2", bound=_Multiplicable)


@overload
def prod(iterable: Iterable[int], /, *, start: int = 1) -> int:
    result = start
    for x in iterable:
        result = result * x
    return result


@overload
def prod(iterable: Iterable[float], /, *, start: float = 1) -> float:
    result = start
    for x in iterable:
        result = result * x
    return result


@overload
def prod(
    iterable: Iterable[_MultiplicableT1], /, *, start: _MultiplicableT2
) -> _MultiplicableT1 | _MultiplicableT2: ...
def prod(iterable: Iterable[Any], /, *, start: Any = 1) -> Any:
    result = start
    for x in iterable:
        result = result * x
    return result
