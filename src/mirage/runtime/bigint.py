"""`int` beyond the small word: what the compiler calls when an operation leaves 63 bits.

An `int` argument of any function here may be a small word, a `bool` object or a heap `int`
(`_negative`, `_tail` of 30-bit digits, see docs/design/abi.md).  Digit work is done on words by
`bigint_digits`; the functions never use an `int` operator that could call them back.
"""

from __future__ import annotations

from mirage.lowlevel import (
    bits_float,
    fits_small,
    float_bits,
    float_to_i64,
    i64,
    i64_to_float,
    inline,
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

# --- making and taking apart -------------------------------------------------------------------


@inline
def int_from_i64(v: i64) -> int:
    """The int of a signed word."""
    if fits_small(v):
        return make_small(v)
    return from_magnitude(v < 0, u64(v) if v >= 0 else -u64(v))


@inline
def int_from_u64(v: u64) -> int:
    """The int of an unsigned word."""
    if v >> 62 == 0:
        return make_small(i64(v))
    return from_magnitude(False, v)


@noinline
def from_magnitude(negative: bool, magnitude: u64) -> int:
    """The int of a sign and an absolute value of up to 64 bits."""
    if magnitude >> 62 == 0:
        return make_small(-i64(magnitude) if negative else i64(magnitude))
    if negative and magnitude == (u64(1) << 62):
        return make_small(-(i64(1) << 62))
    return spread(negative, magnitude)


def spread(negative: bool, magnitude: u64) -> int:
    """A heap int, even when the value is small: only for use as an operand of digit functions."""
    n = i64(3)
    if magnitude >> 60 == 0:
        n = i64(2)
        if magnitude >> 30 == 0:
            n = i64(0) if magnitude == 0 else i64(1)
    result = new_with_tail(int, n)
    result._negative = negative
    address = tail_address(result)
    i = i64(0)
    while i < n:
        digits.set_digit(address, i, magnitude & 0x3FFFFFFF)
        magnitude = magnitude >> 30
        i += 1
    return result


@inline
def plain(a: int) -> int:
    """The same value, never a `bool` object."""
    if is_small(a):
        return a
    return _plain_object(a)


def _plain_object(a: int) -> int:
    if a is True:
        return make_small(i64(1))
    if a is False:
        return make_small(i64(0))
    return a


def heap(a: int) -> int:
    """The value as a heap int (see spread)."""
    a = plain(a)
    if is_small(a):
        v = small_value(a)
        return spread(v < 0, u64(v) if v >= 0 else -u64(v))
    return a


@inline
def _count(a: int) -> i64:
    """Digits of a heap int."""
    return a._tail.count


def finish(result: int, n: i64) -> int:
    """The canonical int of a freshly made heap int of which the low `n` digits may be zero-led."""
    address = tail_address(result)
    n = digits.significant(address, n)
    if n <= 3:
        magnitude = u64(0)
        if n > 0:
            magnitude = digits.digit(address, i64(0))
        if n > 1:
            magnitude = magnitude | (digits.digit(address, i64(1)) << 30)
        if n > 2:
            top = digits.digit(address, i64(2))
            if top < 5:
                magnitude = magnitude | (top << 60)
                small = i64(magnitude)
                if result._negative:
                    if magnitude <= (u64(1) << 62):
                        return make_small(-small)
                elif magnitude >> 62 == 0:
                    return make_small(small)
        else:
            return make_small(-i64(magnitude) if result._negative else i64(magnitude))
    if n == _count(result):
        return result
    exact = new_with_tail(int, n)
    exact._negative = result._negative
    digits.copy(tail_address(exact), address, n)
    keep_alive(result)
    return exact


def is_negative(a: int) -> bool:
    a = plain(a)
    if is_small(a):
        return small_value(a) < 0
    return a._negative


def is_zero(a: int) -> bool:
    a = plain(a)
    return is_small(a) and small_value(a) == 0


def fits_i64(a: int) -> bool:
    """-2**63 <= a < 2**63."""
    a = plain(a)
    if is_small(a):
        return True
    n = _count(a)
    if n > 3:
        return False
    top = digits.digit(tail_address(a), i64(2))
    if top < 8:
        return True
    return a._negative and top == 8 and _low_bits(a) == (u64(1) << 63)


def _low_bits(a: int) -> u64:
    """The low 64 bits of a heap int's magnitude."""
    address = tail_address(a)
    n = _count(a)
    value = u64(0)
    if n > 0:
        value = digits.digit(address, i64(0))
    if n > 1:
        value = value | (digits.digit(address, i64(1)) << 30)
    if n > 2:
        value = value | (digits.digit(address, i64(2)) << 60)
    return value


def int_to_u64_wrapping(a: int) -> u64:
    """The low 64 bits in two's complement."""
    a = plain(a)
    if is_small(a):
        return u64(small_value(a))
    low = _low_bits(a)
    return -low if a._negative else low


def clamp_i64(a: int) -> i64:
    """The nearest signed word: what CPython calls clipping to Py_ssize_t."""
    a = plain(a)
    if is_small(a):
        return small_value(a)
    if fits_i64(a):
        return i64(int_to_u64_wrapping(a))
    return i64(u64(1) << 63) if a._negative else i64((u64(1) << 63) - 1)


def word_index(a: int, message: str) -> i64:
    """The value as a word; OverflowError(message) beyond 64 bits."""
    if not fits_i64(a):
        raise OverflowError(message)
    return i64(int_to_u64_wrapping(a))


# --- sums --------------------------------------------------------------------------------------


def int_add(a: int, b: int) -> int:
    a = plain(a)
    b = plain(b)
    if is_small(a) and is_small(b):
        return int_from_i64(small_value(a) + small_value(b))
    return _add_signed(heap(a), heap(b), False)


def int_sub(a: int, b: int) -> int:
    a = plain(a)
    b = plain(b)
    if is_small(a) and is_small(b):
        return int_from_i64(small_value(a) - small_value(b))
    return _add_signed(heap(a), heap(b), True)


def _add_signed(a: int, b: int, flip: bool) -> int:
    """a + b, or a - b with `flip`, of heap ints."""
    negative_b = b._negative != flip
    na = _count(a)
    nb = _count(b)
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
    return finish(result, _count(result))


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
    n = _count(a)
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
    a = plain(a)
    b = plain(b)
    if is_small(a) and is_small(b):
        return _multiply_words(small_value(a), small_value(b))
    return _multiply_heap(heap(a), heap(b))


def _multiply_words(a: i64, b: i64) -> int:
    negative = (a < 0) != (b < 0)
    x = u64(a) if a >= 0 else -u64(a)
    y = u64(b) if b >= 0 else -u64(b)
    low = x * y
    high = mul_high(x, y)
    if high == 0:
        return from_magnitude(negative, low)
    n = i64(4)
    top = (high >> 26) & 0x3FFFFFFF  # bits 90..119
    last = high >> 56  # bits 120..127
    if last != 0:
        n = i64(5)
    elif top == 0:
        n = i64(3)
    result = new_with_tail(int, n)
    result._negative = negative
    address = tail_address(result)
    digits.set_digit(address, i64(0), low & 0x3FFFFFFF)
    digits.set_digit(address, i64(1), (low >> 30) & 0x3FFFFFFF)
    digits.set_digit(address, i64(2), ((low >> 60) | (high << 4)) & 0x3FFFFFFF)
    if n > 3:
        digits.set_digit(address, i64(3), top)
    if n > 4:
        digits.set_digit(address, i64(4), last)
    return result


def _multiply_heap(a: int, b: int) -> int:
    na = _count(a)
    nb = _count(b)
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
    n = _count(exponent)
    if n == 1 and is_small(base) and is_small(size) and small_value(size) < (i64(1) << 31):
        result = make_small(
            _pow_mod_words(small_value(base), digits.digit(address, i64(0)), small_value(size))
        )
    else:
        i = n - 1
        while i >= 0:
            word = digits.digit(address, i)
            mask = u64(1) << 29
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
    a = plain(a)
    b = plain(b)
    if is_small(b):
        divisor = small_value(b)
        if divisor == 0:
            raise ZeroDivisionError("integer modulo by zero")
        if is_small(a):
            return make_small(small_value(a) % divisor)
    return _remainder(heap(a), heap(b))


def _quotient(a: int, b: int) -> int:
    """a // b of heap ints."""
    na = _count(a)
    nb = _count(b)
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
        rest = new_with_tail(int, nb)
        digits.divide(tail_address(result), tail_address(rest), pa, na, pb, nb)
        inexact = digits.significant(tail_address(rest), nb) != 0
        keep_alive(rest)
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
    na = _count(a)
    nb = _count(b)
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


def int_divmod(a: int, b: int) -> tuple[int, int]:
    if is_zero(b):
        raise ZeroDivisionError("integer division or modulo by zero")
    quotient = int_floordiv(a, b)
    return quotient, int_sub(a, int_mul(quotient, b))


# --- shifts and bits ---------------------------------------------------------------------------


def int_shl(a: int, b: int) -> int:
    a = plain(a)
    b = plain(b)
    if is_negative(b):
        raise ValueError("negative shift count")
    if is_zero(a):
        return a
    if not is_small(b):
        if small_value(int_bit_length(b)) > 67:
            raise OverflowError("too many digits in integer")
        raise MemoryError()
    bits = small_value(b)
    if bits > (i64(1) << 40):
        raise MemoryError()
    if is_small(a) and bits < 62:
        v = small_value(a)
        shifted = v << bits
        if fits_small(shifted) and shifted >> bits == v:
            return make_small(shifted)
    x = heap(a)
    n = _count(x)
    size = n + bits // 30 + 1
    result = new_with_tail(int, size)
    result._negative = x._negative
    digits.shift_left(tail_address(result), tail_address(x), n, bits)
    keep_alive(x)
    return finish(result, size)


def int_shr(a: int, b: int) -> int:
    a = plain(a)
    b = plain(b)
    if is_negative(b):
        raise ValueError("negative shift count")
    if is_small(a):
        if is_small(b) and small_value(b) < 63:
            return make_small(small_value(a) >> small_value(b))
        return make_small(i64(-1)) if small_value(a) < 0 else make_small(i64(0))
    n = _count(a)
    if not is_small(b) or small_value(b) // 30 >= n:
        return make_small(i64(-1)) if a._negative else make_small(i64(0))
    bits = small_value(b)
    size = n - bits // 30
    result = new_with_tail(int, size + 1)
    result._negative = a._negative
    address = tail_address(result)
    lost = digits.shift_right(address, tail_address(a), n, bits)
    keep_alive(a)
    if lost and a._negative:  # floor
        one = spread(False, u64(1))
        digits.add(address, address, size, tail_address(one), i64(1))
        keep_alive(one)
    return finish(result, size + 1)


def int_and(a: int, b: int) -> int:
    a = plain(a)
    b = plain(b)
    if is_small(a) and is_small(b):
        return make_small(small_value(a) & small_value(b))
    return _bitwise(heap(a), heap(b), i64(0))


def int_or(a: int, b: int) -> int:
    a = plain(a)
    b = plain(b)
    if is_small(a) and is_small(b):
        return make_small(small_value(a) | small_value(b))
    return _bitwise(heap(a), heap(b), i64(1))


def int_xor(a: int, b: int) -> int:
    a = plain(a)
    b = plain(b)
    if is_small(a) and is_small(b):
        return make_small(small_value(a) ^ small_value(b))
    return _bitwise(heap(a), heap(b), i64(2))


def _bitwise(a: int, b: int, operation: i64) -> int:
    """Of heap ints, as if in endless two's complement.  0 and, 1 or, 2 xor."""
    na = _count(a)
    nb = _count(b)
    n = (na if na > nb else nb) + 1  # the extra digit holds the sign
    x = _complemented(a, n)
    y = _complemented(b, n)
    result = new_with_tail(int, n)
    px = tail_address(x)
    py = tail_address(y)
    address = tail_address(result)
    i = i64(0)
    while i < n:
        left = digits.digit(px, i)
        right = digits.digit(py, i)
        if operation == 0:
            left = left & right
        elif operation == 1:
            left = left | right
        else:
            left = left ^ right
        digits.set_digit(address, i, left)
        i += 1
    keep_alive(x)
    keep_alive(y)
    if digits.digit(address, n - 1) >> 29 != 0:
        digits.complement(address, address, n)
        result._negative = True
    return finish(result, n)


def _complemented(a: int, n: i64) -> int:
    """A heap int of n digits with the two's complement of `a`."""
    result = new_with_tail(int, n)
    address = tail_address(result)
    digits.copy(address, tail_address(a), _count(a))
    keep_alive(a)
    if a._negative:
        digits.complement(address, address, n)
    return result


def int_bit_length(a: int) -> int:
    a = plain(a)
    if is_small(a):
        v = small_value(a)
        return make_small(digits.word_bits(u64(v) if v >= 0 else -u64(v)))
    return make_small(digits.bit_length(tail_address(a), _count(a)))


def int_bit_count(a: int) -> int:
    """One bits of the absolute value."""
    x = heap(a)
    address = tail_address(x)
    n = _count(x)
    total = u64(0)
    i = i64(0)
    while i < n:
        word = digits.digit(address, i)
        word = word - ((word >> 1) & 0x55555555)
        word = (word & 0x33333333) + ((word >> 2) & 0x33333333)
        word = (word + (word >> 4)) & 0x0F0F0F0F
        total = total + ((word * 0x01010101) >> 24 & 0xFF)
        i += 1
    keep_alive(x)
    return make_small(i64(total))


# --- comparison --------------------------------------------------------------------------------


def int_compare(a: int, b: int) -> i64:
    """-1, 0 or 1."""
    a = plain(a)
    b = plain(b)
    if is_small(a):
        if is_small(b):
            x = small_value(a)
            y = small_value(b)
            if x == y:
                return i64(0)
            return i64(-1) if x < y else i64(1)
        return i64(1) if b._negative else i64(-1)
    if is_small(b):
        return i64(-1) if a._negative else i64(1)
    if a._negative != b._negative:
        return i64(-1) if a._negative else i64(1)
    order = digits.compare(tail_address(a), _count(a), tail_address(b), _count(b))
    keep_alive(a)
    keep_alive(b)
    return -order if a._negative else order


def int_eq(a: int, b: int) -> bool:
    return int_compare(a, b) == 0


def int_lt(a: int, b: int) -> bool:
    return int_compare(a, b) < 0


def int_le(a: int, b: int) -> bool:
    return int_compare(a, b) <= 0


def int_gt(a: int, b: int) -> bool:
    return int_compare(a, b) > 0


def int_ge(a: int, b: int) -> bool:
    return int_compare(a, b) >= 0


def int_hash(a: int) -> int:
    """The value modulo 2**61 - 1 with its sign; -2 instead of -1 (CPython's numeric hash)."""
    a = plain(a)
    if is_small(a):
        v = small_value(a)
        if v >= 0:
            return make_small(v % 0x1FFFFFFFFFFFFFFF)
        result = -(-v % 0x1FFFFFFFFFFFFFFF)
        return make_small(i64(-2) if result == -1 else result)
    address = tail_address(a)
    x = u64(0)
    i = _count(a) - 1
    while i >= 0:
        x = ((x << 30) & 0x1FFFFFFFFFFFFFFF) | (x >> 31)
        x = x + digits.digit(address, i)
        if x >= 0x1FFFFFFFFFFFFFFF:
            x = x - 0x1FFFFFFFFFFFFFFF
        i -= 1
    keep_alive(a)
    result = -i64(x) if a._negative else i64(x)
    return make_small(i64(-2) if result == -1 else result)


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
    n = _count(x)
    if n <= 2:
        return i64(_low_bits(x)), i64(0)
    length = digits.bit_length(address, n)
    shift = length - 62
    if shift <= 0:
        return i64(_low_bits(x)), i64(0)
    scratch = new_with_tail(int, n)
    lost = digits.shift_right(tail_address(scratch), address, n, shift)
    keep_alive(x)
    mantissa = i64(_low_bits(scratch))
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


def int_ne(a: int, b: int) -> bool:
    return int_compare(a, b) != 0
