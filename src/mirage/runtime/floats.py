"""`float` beyond machine instructions: division and powers by Python's rules, rounding, hashing."""

from __future__ import annotations

from mirage.lowlevel import (
    address_of,
    bits_float,
    float_bits,
    float_to_i64,
    i64,
    i64_to_float,
    inline,
    make_small,
    noinline,
    u64,
)
from mirage.runtime import bigint, floats_elementary
from mirage.runtime.bigint import float_to_int as float_to_int
from mirage.runtime.floats_decimal import power_of_ten, scaled_to_int

# --- pieces ------------------------------------------------------------------------------------


@inline
def is_nan(x: float) -> bool:
    return x != x


@inline
def is_infinite(x: float) -> bool:
    return x > 1.7976931348623157e308 or x < -1.7976931348623157e308


@inline
def is_finite(x: float) -> bool:
    return -1.7976931348623157e308 <= x <= 1.7976931348623157e308


@inline
def sign_bit(x: float) -> bool:
    return float_bits(x) >> 63 != 0


@inline
def copysign(x: float, y: float) -> float:
    """The magnitude of x with the sign of y."""
    return bits_float((float_bits(x) & 0x7FFFFFFFFFFFFFFF) | (float_bits(y) & (u64(1) << 63)))


def floor(x: float) -> float:
    """The largest integral float that is not above x."""
    if not -4503599627370496.0 < x < 4503599627370496.0:
        return x
    whole = i64_to_float(float_to_i64(x))
    if whole > x:
        whole -= 1.0
    return copysign(whole, x)


def ceil(x: float) -> float:
    """The smallest integral float that is not below x."""
    if not -4503599627370496.0 < x < 4503599627370496.0:
        return x
    whole = i64_to_float(float_to_i64(x))
    if whole < x:
        whole += 1.0
    return copysign(whole, x)


def trunc(x: float) -> float:
    if not -4503599627370496.0 < x < 4503599627370496.0:
        return x
    return copysign(i64_to_float(float_to_i64(x)), x)


def is_integral(x: float) -> bool:
    """Finite and without fraction."""
    return is_finite(x) and trunc(x) == x


def fmod(x: float, y: float) -> float:
    """The exact remainder with the sign of x (C's fmod); nan for y == 0, infinite x or nan."""
    if not is_finite(x) or y != y or y == 0.0:
        return bits_float(u64(0x7FF8) << 48)
    a = x if x >= 0.0 else -x
    b = y if y >= 0.0 else -y
    if a < b:
        return x
    if a < 9007199254740992.0:
        m = float_to_i64(a)
        n = float_to_i64(b)
        if i64_to_float(m) == a and i64_to_float(n) == b:
            return copysign(i64_to_float(m % n), x)
    bits_a = float_bits(a)
    bits_b = float_bits(b)
    exponent_a = i64(bits_a >> 52)
    exponent_b = i64(bits_b >> 52)
    m_a = bits_a & 0xFFFFFFFFFFFFF
    m_b = bits_b & 0xFFFFFFFFFFFFF
    if exponent_a == 0:
        exponent_a = i64(1)
    else:
        m_a = m_a | 0x10000000000000
    if exponent_b == 0:
        exponent_b = i64(1)
    else:
        m_b = m_b | 0x10000000000000
    m_a = m_a % m_b
    shift = exponent_a - exponent_b
    while shift > 0 and m_a != 0:
        step = shift if shift < 11 else i64(11)
        m_a = (m_a << u64(step)) % m_b
        shift -= step
    return copysign(bigint.scale_exact(i64_to_float(i64(m_a)), exponent_b - 1075), x)


# --- operators ---------------------------------------------------------------------------------


@noinline
def _zero_division(message: str) -> ZeroDivisionError:
    return ZeroDivisionError(message)


@inline
def float_truediv(a: float, b: float) -> float:
    if b == 0.0:
        raise _zero_division("float division by zero")
    return a / b


def float_mod(a: float, b: float) -> float:
    """The remainder with the sign of b."""
    if b == 0.0:
        raise _zero_division("float modulo")
    rest = fmod(a, b)
    if rest != 0.0:
        if (b < 0.0) != (rest < 0.0):
            rest += b
        return rest
    return copysign(0.0, b)


def float_floordiv(a: float, b: float) -> float:
    if b == 0.0:
        raise _zero_division("float floor division by zero")
    return floor_quotient(a, b)


def floor_quotient(a: float, b: float) -> float:
    """a // b for b that is not zero (CPython's _float_div_mod)."""
    near = a / b
    if -1073741824.0 < near < 1073741824.0:
        whole = i64_to_float(float_to_i64(near))
        if whole > near:
            whole -= 1.0
        if 1e-6 < near - whole < 0.999999:  # the rounding of the division does not matter
            return whole
    rest = fmod(a, b)
    quotient = (a - rest) / b
    if rest != 0.0 and (b < 0.0) != (rest < 0.0):
        quotient -= 1.0
    if quotient == 0.0:
        return copysign(0.0, a / b)
    whole = floor(quotient)
    if quotient - whole > 0.5:
        whole += 1.0
    return whole


def float_divmod(a: float, b: float) -> tuple[float, float]:
    if b == 0.0:
        raise _zero_division("float divmod()")
    return floor_quotient(a, b), float_mod(a, b)


def real_pow(a: float, b: float) -> float:
    """a ** b where a float must come out: TypeError where it is complex (runtime.complexes gives that)."""
    if a < 0.0 and is_finite(a) and is_finite(b) and trunc(b) != b:
        raise TypeError("expected float, got complex")
    return float_pow(a, b)


def float_pow(a: float, b: float) -> float:
    """a ** b with CPython's errors; for the library, a fraction of a negative number is a ValueError."""
    if b == 0.0 or a == 1.0:
        return 1.0
    if a != a:
        return a
    if b != b:
        return b
    if a == 0.0 and b < 0.0 and is_finite(b):
        raise _zero_division("0.0 cannot be raised to a negative power")
    if a < 0.0 and is_finite(a) and is_finite(b) and trunc(b) != b:
        raise ValueError("a negative number raised to a fractional power is complex")
    result = floats_elementary.pow(a, b)
    if is_infinite(result) and is_finite(a) and is_finite(b):
        raise OverflowError(34, "Numerical result out of range")
    return result


def float_hash(a: float) -> int:
    """Equal to the hash of the int or Fraction of the same value; nan has an arbitrary one."""
    if not is_finite(a):
        if a > 0.0:
            return make_small(i64(314159))
        if a < 0.0:
            return make_small(i64(-314159))
        return make_small(i64(0))
    if -4611686018427387904.0 < a < 4611686018427387904.0:
        whole = float_to_i64(a)
        if i64_to_float(whole) == a:
            return bigint.int_hash(make_small(whole))
    bits = float_bits(a)
    exponent = i64((bits >> 52) & 0x7FF)
    mantissa = bits & 0xFFFFFFFFFFFFF
    if exponent == 0:
        exponent = i64(1)
    else:
        mantissa = mantissa | 0x10000000000000
    # mantissa * 2**e modulo 2**61 - 1 is a rotation by e modulo 61
    turn = u64((exponent - 1075) % 61)
    x = mantissa
    if turn != 0:
        x = ((x << turn) & 0x1FFFFFFFFFFFFFFF) | (x >> (61 - turn))
    result = -i64(x) if a < 0.0 else i64(x)
    return make_small(i64(-2) if result == -1 else result)


def object_hash_of_nan(value: object) -> int:
    """The hash of a boxed nan: its identity, as in CPython since 3.10."""
    address = address_of(value)
    return bigint.int_from_i64(i64((address >> 4) | (address << 60)))


# --- rounding and ratios -----------------------------------------------------------------------


def round_to_int(x: float) -> int:
    """round(x): ties to even."""
    if x != x:
        raise ValueError("cannot convert float NaN to integer")
    if is_infinite(x):
        raise OverflowError("cannot convert float infinity to integer")
    if -4503599627370496.0 < x < 4503599627370496.0:
        low = floor(x)
        rest = x - low
        whole = float_to_i64(low)
        if rest > 0.5 or (rest == 0.5 and (whole & 1) != 0):
            whole += 1
        return make_small(whole)
    return float_to_int(x)


def round_digits(x: float, digits: i64) -> float:
    """round(x, digits): the float nearest to the exact decimal rounding, ties to even."""
    if not is_finite(x) or x == 0.0 or digits > 323:
        return x
    if digits < -308:
        return copysign(0.0, x)
    scaled = scaled_to_int(x, digits)
    if digits >= 0:
        result = bigint.int_truediv(scaled, power_of_ten(digits))
    else:
        try:
            result = bigint.int_to_float(bigint.int_mul(scaled, power_of_ten(-digits)))
        except OverflowError:
            raise OverflowError("rounded value too large to represent") from None
    return copysign(result, x)


def integer_ratio(x: float) -> tuple[int, int]:
    """(numerator, denominator > 0) in lowest terms."""
    if x != x:
        raise ValueError("cannot convert NaN to integer ratio")
    if is_infinite(x):
        raise OverflowError("cannot convert Infinity to integer ratio")
    bits = float_bits(x)
    exponent = i64((bits >> 52) & 0x7FF)
    mantissa = i64(bits & 0xFFFFFFFFFFFFF)
    if exponent == 0:
        exponent = i64(1)
    else:
        mantissa = mantissa | 0x10000000000000
    one = make_small(i64(1))
    if mantissa == 0:
        return make_small(i64(0)), one
    exponent -= 1075
    while (mantissa & 1) == 0:
        mantissa = mantissa >> 1
        exponent += 1
    numerator = make_small(-mantissa if x < 0.0 else mantissa)
    if exponent >= 0:
        return bigint.int_shl(numerator, make_small(exponent)), one
    return numerator, bigint.int_shl(one, make_small(-exponent))


@inline
def absolute(x: float) -> float:
    return bits_float(float_bits(x) & 0x7FFFFFFFFFFFFFFF)


def int_negative_pow(a: int, b: int) -> float:
    """a ** b of ints for b < 0."""
    return float_pow(bigint.int_to_float(a), bigint.int_to_float(b))


def power_of_ints(a: int, b: int) -> object:
    """a ** b of ints: a float for a negative exponent."""
    if b >= 0:
        return bigint.int_pow(a, b)
    return int_negative_pow(a, b)
