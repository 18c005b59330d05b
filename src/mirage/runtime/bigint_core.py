"""Heap ints made, taken apart and brought to canonical form (layout: docs/design/abi.md)."""

from __future__ import annotations

from builtins import _IntFields

from mirage.lowlevel import (
    address_of,
    fits_small,
    i64,
    inline,
    is_small,
    keep_alive,
    make_small,
    new_with_tail,
    noinline,
    small_value,
    store64,
    tail_address,
    u64,
    unchecked_cast,
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
    n = i64(2)
    if magnitude >> 60 == 0:
        n = i64(0) if magnitude == 0 else i64(1)
    result = new_with_tail(int, n)
    result._negative = negative
    address = tail_address(result)
    if n > 0:
        digits.set_digit(address, i64(0), magnitude & 0xFFFFFFFFFFFFFFF)
    if n > 1:
        digits.set_digit(address, i64(1), magnitude >> 60)
    return result


@inline
def plain(a: int) -> int:
    """The same value, never a `bool` object or one of a class derived from int."""
    if is_small(a):
        return a
    return _plain_object(a)


def _plain_object(a: int) -> int:
    if a is True:
        return make_small(i64(1))
    if a is False:
        return make_small(i64(0))
    member: object = a
    if isinstance(member, _IntFields):
        value = member._value_
        return plain(unchecked_cast(int, value))  # a member's may be of a class derived from int
    return a


def heap(a: int) -> int:
    """The value as a heap int (see spread)."""
    a = plain(a)
    if is_small(a):
        v = small_value(a)
        return spread(v < 0, u64(v) if v >= 0 else -u64(v))
    return a


@inline
def count(a: int) -> i64:
    """Digits of a heap int."""
    return a._tail.count


def finish(result: int, n: i64) -> int:
    """The canonical int of a freshly made heap int of which the low `n` digits may be zero-led."""
    address = tail_address(result)
    n = digits.significant(address, n)
    if n <= 2:
        magnitude = u64(0)
        if n > 0:
            magnitude = digits.digit(address, i64(0))
        if n > 1:
            top = digits.digit(address, i64(1))
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
    size = count(result)
    if n == size:
        return result
    if n + n >= size:  # the rest of its cell stays with it
        store64(address_of(result) + 8, u64(n))
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
    n = count(a)
    if n > 2:
        return False
    top = digits.digit(tail_address(a), i64(1))
    if top < 8:
        return True
    return a._negative and top == 8 and low_bits(a) == (u64(1) << 63)


def low_bits(a: int) -> u64:
    """The low 64 bits of a heap int's magnitude."""
    address = tail_address(a)
    n = count(a)
    value = u64(0)
    if n > 0:
        value = digits.digit(address, i64(0))
    if n > 1:
        value = value | (digits.digit(address, i64(1)) << 60)
    return value


def int_to_u64_wrapping(a: int) -> u64:
    """The low 64 bits in two's complement."""
    a = plain(a)
    if is_small(a):
        return u64(small_value(a))
    low = low_bits(a)
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
