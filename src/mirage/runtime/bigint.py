"""`int` beyond the small word: what the compiler calls when an operation leaves 63 bits.

An `int` argument of any function here may be a small word, a `bool` object or a heap `int`
(`_negative`, `_tail` of 60-bit digits, see docs/design/abi.md).  Digit work is done on words by
`bigint_digits`; the functions never use an `int` operator that could call them back.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from mirage.lowlevel import (
    bits_float,
    float_bits,
    float_to_i64,
    i64,
    i64_to_float,
    ints_have_operators,
    is_small,
    keep_alive,
    make_small,
    mul_high,
    new_with_tail,
    noinline,
    small_value,
    tail_address,
    u64,
)
from mirage.runtime import bigint_digits as digits
from mirage.runtime import own_operators
from mirage.runtime.bigint_bits import (
    int_and as int_and,
)
from mirage.runtime.bigint_bits import (
    int_bit_count as int_bit_count,
)
from mirage.runtime.bigint_bits import (
    int_bit_length as int_bit_length,
)
from mirage.runtime.bigint_bits import (
    int_compare as int_compare,
)
from mirage.runtime.bigint_bits import (
    int_eq as int_eq,
)
from mirage.runtime.bigint_bits import (
    int_ge as int_ge,
)
from mirage.runtime.bigint_bits import (
    int_gt as int_gt,
)
from mirage.runtime.bigint_bits import (
    int_hash as int_hash,
)
from mirage.runtime.bigint_bits import (
    int_le as int_le,
)
from mirage.runtime.bigint_bits import (
    int_lt as int_lt,
)
from mirage.runtime.bigint_bits import (
    int_ne as int_ne,
)
from mirage.runtime.bigint_bits import (
    int_or as int_or,
)
from mirage.runtime.bigint_bits import (
    int_shl as int_shl,
)
from mirage.runtime.bigint_bits import (
    int_shr as int_shr,
)
from mirage.runtime.bigint_bits import (
    int_xor as int_xor,
)
from mirage.runtime.bigint_core import (
    clamp_i64 as clamp_i64,
)
from mirage.runtime.bigint_core import (
    count as count,
)
from mirage.runtime.bigint_core import (
    finish as finish,
)
from mirage.runtime.bigint_core import (
    fits_i64 as fits_i64,
)
from mirage.runtime.bigint_core import (
    from_magnitude as from_magnitude,
)
from mirage.runtime.bigint_core import (
    heap as heap,
)
from mirage.runtime.bigint_core import (
    int_from_i64 as int_from_i64,
)
from mirage.runtime.bigint_core import (
    int_from_u64 as int_from_u64,
)
from mirage.runtime.bigint_core import (
    int_to_u64_wrapping as int_to_u64_wrapping,
)
from mirage.runtime.bigint_core import (
    is_negative as is_negative,
)
from mirage.runtime.bigint_core import (
    is_zero as is_zero,
)
from mirage.runtime.bigint_core import (
    low_bits as low_bits,
)
from mirage.runtime.bigint_core import (
    plain as plain,
)
from mirage.runtime.bigint_core import (
    spread as spread,
)
from mirage.runtime.bigint_core import (
    word_index as word_index,
)

if TYPE_CHECKING:
    from mirage.runtime.formatting_text import AsciiBuilder

# --- sums --------------------------------------------------------------------------------------


def int_add(a: int, b: int) -> int:
    if ints_have_operators() and own_operators.have(a, b):
        return own_operators.add(a, b)
    a = plain(a)
    b = plain(b)
    if is_small(a) and is_small(b):
        return int_from_i64(small_value(a) + small_value(b))
    return _add_signed(heap(a), heap(b), False)


def int_sub(a: int, b: int) -> int:
    if ints_have_operators() and own_operators.have(a, b):
        return own_operators.sub(a, b)
    a = plain(a)
    b = plain(b)
    if is_small(a) and is_small(b):
        return int_from_i64(small_value(a) - small_value(b))
    return _add_signed(heap(a), heap(b), True)


def _add_signed(a: int, b: int, flip: bool) -> int:
    """a + b, or a - b with `flip`, of heap ints."""
    negative_b = b._negative != flip
    na = count(a)
    nb = count(b)
    pa = tail_address(a)
    pb = tail_address(b)
    if a._negative == negative_b:
        if na >= nb:
            result = new_with_tail(int, na + 1)
            digits.add(tail_address(result), pa, na, pb, nb)
        else:
            result = new_with_tail(int, nb + 1)
            digits.add(tail_address(result), pb, nb, pa, na)
        result._negative = negative_b
    else:
        order = digits.compare(pa, na, pb, nb)
        if order == 0:
            return make_small(i64(0))
        if order > 0:
            result = new_with_tail(int, na)
            digits.subtract(tail_address(result), pa, na, pb, nb)
            result._negative = a._negative
        else:
            result = new_with_tail(int, nb)
            digits.subtract(tail_address(result), pb, nb, pa, na)
            result._negative = negative_b
    keep_alive(a)
    keep_alive(b)
    return finish(result, count(result))


def int_neg(a: int) -> int:
    a = plain(a)
    if is_small(a):
        return int_from_i64(-small_value(a))
    return _with_sign(a, not a._negative)


def int_abs(a: int) -> int:
    a = plain(a)
    if is_small(a):
        v = small_value(a)
        return a if v >= 0 else int_from_i64(-v)
    return _with_sign(a, False) if a._negative else a


def _with_sign(a: int, negative: bool) -> int:
    """A copy of a heap int under another sign."""
    n = count(a)
    result = new_with_tail(int, n)
    result._negative = negative
    digits.copy(tail_address(result), tail_address(a), n)
    keep_alive(a)
    return finish(result, n)


def int_invert(a: int) -> int:
    a = plain(a)
    if is_small(a):
        return make_small(~small_value(a))
    return int_sub(make_small(i64(-1)), a)


# --- products ----------------------------------------------------------------------------------


def int_mul(a: int, b: int) -> int:
    if ints_have_operators() and own_operators.have(a, b):
        return own_operators.mul(a, b)
    a = plain(a)
    b = plain(b)
    if is_small(a) and is_small(b):
        return _multiply_words(small_value(a), small_value(b))
    if is_small(b):
        if -1152921504606846976 < small_value(b) < 1152921504606846976:
            return _multiply_digit(a, small_value(b))
    elif is_small(a) and -1152921504606846976 < small_value(a) < 1152921504606846976:
        return _multiply_digit(b, small_value(a))
    return _multiply_heap(heap(a), heap(b))


def _multiply_digit(a: int, factor: i64) -> int:
    """A heap int with a factor of one digit."""
    if factor == 0:
        return make_small(i64(0))
    n = count(a)
    result = new_with_tail(int, n + 1)
    result._negative = a._negative != (factor < 0)
    address = tail_address(result)
    magnitude = u64(factor if factor > 0 else -factor)
    digits.set_digit(
        address, n, digits.multiply_add_word(address, tail_address(a), n, magnitude, u64(0))
    )
    keep_alive(a)
    return finish(result, n + 1)


def _multiply_words(a: i64, b: i64) -> int:
    negative = (a < 0) != (b < 0)
    x = u64(a) if a >= 0 else -u64(a)
    y = u64(b) if b >= 0 else -u64(b)
    low = x * y
    high = mul_high(x, y)
    if high == 0:
        return from_magnitude(negative, low)
    top = high >> 56  # bits 120..123
    result = new_with_tail(int, i64(2) if top == 0 else i64(3))
    result._negative = negative
    address = tail_address(result)
    digits.set_digit(address, i64(0), low & 0xFFFFFFFFFFFFFFF)
    digits.set_digit(address, i64(1), ((low >> 60) | (high << 4)) & 0xFFFFFFFFFFFFFFF)
    if top != 0:
        digits.set_digit(address, i64(2), top)
    return result


def _multiply_heap(a: int, b: int) -> int:
    na = count(a)
    nb = count(b)
    if na == 0 or nb == 0:
        return make_small(i64(0))
    result = new_with_tail(int, na + nb)
    result._negative = a._negative != b._negative
    digits.multiply(tail_address(result), tail_address(a), na, tail_address(b), nb)
    keep_alive(a)
    keep_alive(b)
    return finish(result, na + nb)


def int_pow(a: int, b: int) -> int:
    """a ** b for b >= 0, from the exponent's top bit downwards."""
    a = plain(a)
    b = plain(b)
    if is_small(a):
        base = small_value(a)
        if base == 2 and is_small(b):
            return int_shl(make_small(i64(1)), b)
        if base == 0 or base == 1 or base == -1:
            if is_zero(b):
                return make_small(i64(1))
            odd = (int_to_u64_wrapping(b) & 1) != 0
            return a if odd else make_small(base * base)
    if not is_small(b):
        raise MemoryError()
    exponent = u64(small_value(b))
    result = make_small(i64(1))
    if exponent == 0:
        return result
    mask = u64(1) << u64(digits.word_bits(exponent) - 1)
    while mask != 0:
        result = int_mul(result, result)
        if (exponent & mask) != 0:
            result = int_mul(result, a)
        mask = mask >> 1
    return result


def int_pow_mod(a: int, b: int, modulus: int) -> int:
    """pow(a, b, modulus) with CPython's errors; the result has the modulus's sign."""
    if is_zero(modulus):
        raise ValueError("pow() 3rd argument cannot be 0")
    size = int_abs(modulus)
    if int_eq(size, make_small(i64(1))):
        return make_small(i64(0))
    if is_negative(b):
        a = inverse_mod(int_mod(a, size), size)
        b = int_neg(b)
    base = int_mod(a, size)
    result = make_small(i64(1))
    exponent = heap(b)
    address = tail_address(exponent)
    n = count(exponent)
    if n == 1 and is_small(base) and is_small(size) and small_value(size) < (i64(1) << 31):
        result = make_small(
            _pow_mod_words(small_value(base), digits.digit(address, i64(0)), small_value(size))
        )
    else:
        i = n - 1
        while i >= 0:
            word = digits.digit(address, i)
            mask = u64(1) << 59
            while mask != 0:
                result = int_mod(int_mul(result, result), size)
                if (word & mask) != 0:
                    result = int_mod(int_mul(result, base), size)
                mask = mask >> 1
            i -= 1
    keep_alive(exponent)
    if is_negative(modulus) and not is_zero(result):
        return int_add(result, modulus)
    return result


def _pow_mod_words(base: i64, exponent: u64, modulus: i64) -> i64:
    """The modulus is below 2**31, so products fit a word."""
    result = i64(1)
    while exponent != 0:
        if (exponent & 1) != 0:
            result = result * base % modulus
        base = base * base % modulus
        exponent = exponent >> 1
    return result


def inverse_mod(a: int, modulus: int) -> int:
    """The inverse of `a` by the extended Euclidean algorithm; ValueError when there is none."""
    zero = make_small(i64(0))
    r0 = modulus
    r1 = a
    t0 = zero
    t1 = make_small(i64(1))
    while not is_zero(r1):
        q = int_floordiv(r0, r1)
        r2 = int_sub(r0, int_mul(q, r1))
        t2 = int_sub(t0, int_mul(q, t1))
        r0 = r1
        r1 = r2
        t0 = t1
        t1 = t2
    if not int_eq(r0, make_small(i64(1))):
        raise ValueError("base is not invertible for the given modulus")
    return t0


# --- division ----------------------------------------------------------------------------------


def int_floordiv(a: int, b: int) -> int:
    if ints_have_operators() and own_operators.have(a, b):
        return own_operators.floordiv(a, b)
    a = plain(a)
    b = plain(b)
    if is_small(b):
        divisor = small_value(b)
        if divisor == 0:
            raise ZeroDivisionError("integer division or modulo by zero")
        if is_small(a):
            return int_from_i64(small_value(a) // divisor)
    return _quotient(heap(a), heap(b))


def int_mod(a: int, b: int) -> int:
    if ints_have_operators() and own_operators.have(a, b):
        return own_operators.mod(a, b)
    a = plain(a)
    b = plain(b)
    if is_small(b):
        divisor = small_value(b)
        if divisor == 0:
            raise ZeroDivisionError("integer modulo by zero")
        if is_small(a):
            return make_small(small_value(a) % divisor)
    return _remainder(heap(a), heap(b))


class Large:
    """Algorithms for very large ints (`bigint_large`), in programs that lift the limit on decimal digits."""

    def divide(self, a: int, b: int) -> tuple[int, int]:
        """(a // b, a % b) of positive ints."""
        return school_divmod(a, b)

    def put_decimal(self, builder: AsciiBuilder, value: int) -> None:
        """Append the digits of a positive int."""


LARGE: Final = 80  # digits of the divisor and of the quotient from which `Large.divide` is worth it
large: Large | None = None


def use_large(methods: Large) -> None:
    global large
    large = methods


def _quotient(a: int, b: int) -> int:
    """a // b of heap ints."""
    na = count(a)
    nb = count(b)
    if nb >= LARGE and na - nb >= LARGE and large is not None:
        return _large_divmod(a, b, large)[0]
    pa = tail_address(a)
    pb = tail_address(b)
    negative = a._negative != b._negative
    if digits.compare(pa, na, pb, nb) < 0:
        return make_small(i64(-1)) if negative and na > 0 else make_small(i64(0))
    result = new_with_tail(int, na - nb + 2)
    inexact = False
    if nb == 1:
        inexact = digits.divide_word(tail_address(result), pa, na, digits.digit(pb, i64(0))) != 0
    else:
        inexact = digits.divide(tail_address(result), u64(0), pa, na, pb, nb)
    keep_alive(a)
    keep_alive(b)
    if negative and inexact:  # round down, not toward zero
        one = spread(False, u64(1))
        n = na - nb + 1
        digits.add(tail_address(result), tail_address(result), n, tail_address(one), i64(1))
        keep_alive(one)
    result._negative = negative
    return finish(result, na - nb + 2)


def _remainder(a: int, b: int) -> int:
    """a % b of heap ints, with the sign of b."""
    na = count(a)
    nb = count(b)
    if nb >= LARGE and na - nb >= LARGE and large is not None:
        return _large_divmod(a, b, large)[1]
    pa = tail_address(a)
    pb = tail_address(b)
    result = new_with_tail(int, nb)
    address = tail_address(result)
    if digits.compare(pa, na, pb, nb) < 0:
        digits.copy(address, pa, na)
    elif nb == 1:
        digits.set_digit(address, i64(0), digits.remainder_word(pa, na, digits.digit(pb, i64(0))))
    else:
        digits.divide(u64(0), address, pa, na, pb, nb)
    n = digits.significant(address, nb)
    if n != 0 and a._negative != b._negative:
        digits.subtract(address, pb, nb, address, n)
    result._negative = b._negative
    keep_alive(a)
    keep_alive(b)
    return finish(result, nb)


@noinline
def _large_divmod(a: int, b: int, methods: Large) -> tuple[int, int]:
    """(a // b, a % b) of heap ints so long that the quadratic algorithm is slow."""
    quotient, rest = methods.divide(int_abs(a), int_abs(b))
    if a._negative != b._negative:
        quotient = -quotient
        if rest:
            quotient -= 1
            rest = int_abs(b) - rest
    return quotient, -rest if b._negative else rest


def school_divmod(a: int, b: int) -> tuple[int, int]:
    """(a // b, a % b) of positive ints by the quadratic algorithm, in one pass."""
    x = heap(a)
    y = heap(b)
    na = count(x)
    nb = count(y)
    if nb < 2 or digits.compare(tail_address(x), na, tail_address(y), nb) < 0:
        quotient = int_floordiv(a, b)
        return quotient, a - quotient * b
    result = new_with_tail(int, na - nb + 2)
    rest = new_with_tail(int, nb)
    digits.divide(tail_address(result), tail_address(rest), tail_address(x), na, tail_address(y), nb)
    keep_alive(x)
    keep_alive(y)
    return finish(result, na - nb + 2), finish(rest, nb)


def int_divmod(a: int, b: int) -> tuple[int, int]:
    if is_zero(b):
        raise ZeroDivisionError("integer division or modulo by zero")
    quotient = int_floordiv(a, b)
    return quotient, int_sub(a, int_mul(quotient, b))


# --- float -------------------------------------------------------------------------------------


def power_of_two(exponent: i64) -> float:
    """2.0**exponent for -1022 <= exponent <= 1023."""
    return bits_float(u64(exponent + 1023) << 52)


def scale_exact(value: float, exponent: i64) -> float:
    """value * 2**exponent, for results that are exact or overflow to infinity."""
    while exponent > 1000:
        value = value * power_of_two(i64(1000))
        exponent -= 1000
    while exponent < -1000:
        value = value * power_of_two(i64(-1000))
        exponent += 1000
    return value * power_of_two(exponent)


def _top_bits(a: int) -> tuple[i64, i64]:
    """(m, e): |a| is m * 2**e with m of at most 62 bits, its low bit set when bits were lost."""
    x = heap(a)
    address = tail_address(x)
    n = count(x)
    if n <= 1:
        return i64(low_bits(x)), i64(0)
    length = digits.bit_length(address, n)
    shift = length - 62
    if shift <= 0:
        return i64(low_bits(x)), i64(0)
    scratch = new_with_tail(int, n)
    lost = digits.shift_right(tail_address(scratch), address, n, shift)
    keep_alive(x)
    mantissa = i64(low_bits(scratch))
    if lost:
        mantissa = mantissa | 1
    return mantissa, shift


def int_to_float(a: int) -> float:
    """The nearest float, ties to even; OverflowError beyond the largest."""
    a = plain(a)
    if is_small(a):
        return i64_to_float(small_value(a))
    mantissa, exponent = _top_bits(a)
    if exponent > 1100:
        raise OverflowError("int too large to convert to float")
    result = scale_exact(i64_to_float(mantissa), exponent)
    if result > 1.7976931348623157e308:
        raise OverflowError("int too large to convert to float")
    return -result if a._negative else result


def int_truediv(a: int, b: int) -> float:
    """The correctly rounded quotient (as CPython's long_true_divide)."""
    a = plain(a)
    b = plain(b)
    if is_zero(b):
        raise ZeroDivisionError("division by zero")
    if is_small(a) and is_small(b):
        x = small_value(a)
        y = small_value(b)
        limit = i64(1) << 53
        if -limit <= x <= limit and -limit <= y <= limit:
            return i64_to_float(x) / i64_to_float(y)
    if is_zero(a):
        return -0.0 if is_negative(b) else 0.0
    negative = is_negative(a) != is_negative(b)
    x_abs = int_abs(a)
    y_abs = int_abs(b)
    difference = small_value(int_bit_length(x_abs)) - small_value(int_bit_length(y_abs))
    if difference > 1025:
        raise OverflowError("integer division result too large for a float")
    if difference < -1080:
        return -0.0 if negative else 0.0
    shift = (difference if difference > -1021 else i64(-1021)) - 55
    inexact = False
    if shift <= 0:
        scaled = int_shl(x_abs, make_small(-shift))
    else:
        scaled = int_shr(x_abs, make_small(shift))
        inexact = not int_eq(int_shl(scaled, make_small(shift)), x_abs)
    quotient = int_floordiv(scaled, y_abs)
    if not inexact:
        inexact = not int_eq(int_mul(quotient, y_abs), scaled)
    q = small_value(quotient)
    if inexact:
        q = q | 1
    bits = digits.word_bits(u64(q))
    extra = (bits if bits > -1021 - shift else -1021 - shift) - 53
    half = i64(1) << (extra - 1)
    low = q & (2 * half - 1)
    q = q - low
    if low > half or (low == half and (q & (2 * half)) != 0):
        q += 2 * half
    result = scale_exact(i64_to_float(q), shift)
    if result > 1.7976931348623157e308:
        raise OverflowError("integer division result too large for a float")
    return -result if negative else result


def int_compare_float(a: int, b: float) -> int:
    """-1, 0 or 1 as a < b, a == b, a > b in exact arithmetic; 2 for nan."""
    if b != b:
        return make_small(i64(2))
    a = plain(a)
    if is_small(a):
        v = small_value(a)
        if b >= 9223372036854775808.0:
            return make_small(i64(-1))
        if b <= -9223372036854775808.0:
            return make_small(i64(1))
        whole = float_to_i64(b)
        if v != whole:
            return make_small(i64(-1)) if v < whole else make_small(i64(1))
        fraction = b - i64_to_float(whole)
        if fraction == 0.0:
            return make_small(i64(0))
        return make_small(i64(-1)) if fraction > 0.0 else make_small(i64(1))
    if b > 1.7976931348623157e308:
        return make_small(i64(-1))
    if b < -1.7976931348623157e308:
        return make_small(i64(1))
    if -4611686018427387904.0 < b < 4611686018427387904.0:
        return make_small(i64(-1)) if a._negative else make_small(i64(1))
    return make_small(int_compare(a, float_to_int(b)))


def float_to_int(a: float) -> int:
    """Truncation toward zero; OverflowError for infinities, ValueError for nan."""
    if -4611686018427387904.0 < a < 4611686018427387904.0:
        return make_small(float_to_i64(a))
    if a != a:
        raise ValueError("cannot convert float NaN to integer")
    bits = float_bits(a)
    exponent = i64((bits >> 52) & 0x7FF)
    if exponent == 0x7FF:
        raise OverflowError("cannot convert float infinity to integer")
    mantissa = i64((bits & 0xFFFFFFFFFFFFF) | 0x10000000000000)
    return int_shl(make_small(-mantissa if a < 0.0 else mantissa), make_small(exponent - 1075))
