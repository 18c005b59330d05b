"""Shifts, two's-complement operators, comparison and hash of ints of any size."""

from __future__ import annotations

from mirage.lowlevel import (
    fits_small,
    i64,
    ints_have_operators,
    is_small,
    keep_alive,
    make_small,
    new_with_tail,
    small_value,
    tail_address,
    u64,
    unchecked_cast,
)
from mirage.runtime import bigint_digits as digits
from mirage.runtime import own_operators
from mirage.runtime.bigint_core import count, finish, heap, is_negative, is_zero, plain, spread

# --- shifts and bits ---------------------------------------------------------------------------


def int_shl(a: int, b: int) -> int:
    if ints_have_operators() and own_operators.have(a, b):
        return own_operators.lshift(a, b)
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
    n = count(x)
    size = n + bits // 60 + 1
    result = new_with_tail(int, size)
    result._negative = x._negative
    digits.shift_left(tail_address(result), tail_address(x), n, bits)
    keep_alive(x)
    return finish(result, size)


def int_shr(a: int, b: int) -> int:
    if ints_have_operators() and own_operators.have(a, b):
        return own_operators.rshift(a, b)
    a = plain(a)
    b = plain(b)
    if is_negative(b):
        raise ValueError("negative shift count")
    if is_small(a):
        if is_small(b) and small_value(b) < 63:
            return make_small(small_value(a) >> small_value(b))
        return make_small(i64(-1)) if small_value(a) < 0 else make_small(i64(0))
    n = count(a)
    if not is_small(b) or small_value(b) // 60 >= n:
        return make_small(i64(-1)) if a._negative else make_small(i64(0))
    bits = small_value(b)
    size = n - bits // 60
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


def _is_bool(a: int) -> bool:
    return a is True or a is False


def int_and(a: int, b: int) -> int:
    if ints_have_operators() and own_operators.have(a, b):
        return own_operators.and_(a, b)
    if _is_bool(a) and _is_bool(b):
        return unchecked_cast(int, (a is True) & (b is True))
    a = plain(a)
    b = plain(b)
    if is_small(a) and is_small(b):
        return make_small(small_value(a) & small_value(b))
    return _bitwise(heap(a), heap(b), i64(0))


def int_or(a: int, b: int) -> int:
    if ints_have_operators() and own_operators.have(a, b):
        return own_operators.or_(a, b)
    if _is_bool(a) and _is_bool(b):
        return unchecked_cast(int, (a is True) | (b is True))
    a = plain(a)
    b = plain(b)
    if is_small(a) and is_small(b):
        return make_small(small_value(a) | small_value(b))
    return _bitwise(heap(a), heap(b), i64(1))


def int_xor(a: int, b: int) -> int:
    if ints_have_operators() and own_operators.have(a, b):
        return own_operators.xor(a, b)
    if _is_bool(a) and _is_bool(b):
        return unchecked_cast(int, (a is True) ^ (b is True))
    a = plain(a)
    b = plain(b)
    if is_small(a) and is_small(b):
        return make_small(small_value(a) ^ small_value(b))
    return _bitwise(heap(a), heap(b), i64(2))


def _bitwise(a: int, b: int, operation: i64) -> int:
    """Of heap ints, as if in endless two's complement.  0 and, 1 or, 2 xor."""
    na = count(a)
    nb = count(b)
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
    if digits.digit(address, n - 1) >> 59 != 0:
        digits.complement(address, address, n)
        result._negative = True
    return finish(result, n)


def _complemented(a: int, n: i64) -> int:
    """A heap int of n digits with the two's complement of `a`."""
    result = new_with_tail(int, n)
    address = tail_address(result)
    digits.copy(address, tail_address(a), count(a))
    keep_alive(a)
    if a._negative:
        digits.complement(address, address, n)
    return result


def int_bit_length(a: int) -> int:
    a = plain(a)
    if is_small(a):
        v = small_value(a)
        return make_small(digits.word_bits(u64(v) if v >= 0 else -u64(v)))
    return make_small(digits.bit_length(tail_address(a), count(a)))


def int_bit_count(a: int) -> int:
    """One bits of the absolute value."""
    x = heap(a)
    address = tail_address(x)
    n = count(x)
    total = u64(0)
    i = i64(0)
    while i < n:
        word = digits.digit(address, i)
        word = word - ((word >> 1) & 0x5555555555555555)
        word = (word & 0x3333333333333333) + ((word >> 2) & 0x3333333333333333)
        word = (word + (word >> 4)) & 0x0F0F0F0F0F0F0F0F
        total = total + (word * 0x0101010101010101 >> 56)
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
    order = digits.compare(tail_address(a), count(a), tail_address(b), count(b))
    keep_alive(a)
    keep_alive(b)
    return -order if a._negative else order


def int_eq(a: int, b: int) -> bool:
    return int_compare(a, b) == 0


def int_ne(a: int, b: int) -> bool:
    return int_compare(a, b) != 0


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
    i = count(a) - 1
    while i >= 0:
        x = ((x << 60) & 0x1FFFFFFFFFFFFFFF) | (x >> 1)
        x = x + digits.digit(address, i)
        if x >= 0x1FFFFFFFFFFFFFFF:
            x = x - 0x1FFFFFFFFFFFFFFF
        i -= 1
    keep_alive(a)
    result = -i64(x) if a._negative else i64(x)
    return make_small(i64(-2) if result == -1 else result)
