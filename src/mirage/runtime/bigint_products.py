"""Greatest common divisors, and products of ranges: what factorials and binomials are made of."""

from __future__ import annotations

from mirage.lowlevel import (
    i64,
    inline,
    is_small,
    keep_alive,
    make_small,
    mul_high,
    new_with_tail,
    small_value,
    tail_address,
    u64,
)
from mirage.runtime import bigint
from mirage.runtime import bigint_digits as digits


def gcd(a: int, b: int) -> int:
    """The greatest common divisor of two ints, which are not negative."""
    a = bigint.plain(a)
    b = bigint.plain(b)
    if is_small(a) and is_small(b):
        return make_small(i64(_gcd_words(u64(small_value(a)), u64(small_value(b)))))
    return _gcd_heap(bigint.heap(a), bigint.heap(b))


def _gcd_words(a: u64, b: u64) -> u64:
    while b != 0:
        a, b = b, a % b
    return a


def _gcd_heap(a: int, b: int) -> int:
    """Lehmer's algorithm (TAOCP 2, 4.5.2, L; as in CPython's _PyLong_GCD).

    The quotients of Euclid's algorithm are found from the leading 60 bits of both, as long as these decide
    them, and some thirty steps are then made at once on all digits.
    """
    if digits.compare(tail_address(a), bigint.count(a), tail_address(b), bigint.count(b)) < 0:
        a, b = b, a
    n = bigint.count(a)
    nb = bigint.count(b)
    scratch = new_with_tail(int, 3 * n)
    x = tail_address(scratch)  # x >= y, both of n digits, of which y may have fewer
    y = digits.at(x, n)
    spare = digits.at(y, n)
    digits.copy(x, tail_address(a), n)
    digits.copy(y, tail_address(b), nb)
    keep_alive(a)
    keep_alive(b)
    while n > 1:
        if not _lehmer_steps(x, y, n):  # one step of Euclid's
            nb = digits.significant(y, n)
            if nb == 0:
                break
            if nb == 1:
                rest = digits.remainder_word(x, n, digits.digit(y, i64(0)))
                digits.clear(spare, n)
                digits.set_digit(spare, i64(0), rest)
            else:
                digits.divide(u64(0), spare, x, n, y, nb)
                digits.clear(digits.at(spare, nb), n - nb)
            x, y, spare = y, spare, x
        n = digits.significant(x, n)
    result = new_with_tail(int, n)
    digits.copy(tail_address(result), x, n)
    if n == 1:
        digits.set_digit(
            tail_address(result), i64(0), _gcd_words(digits.digit(x, i64(0)), digits.digit(y, i64(0)))
        )
    keep_alive(scratch)
    return bigint.finish(result, n)


def _lehmer_steps(x: u64, y: u64, n: i64) -> bool:
    """As many steps as the leading bits decide; False when it is none.  x has n >= 2 digits, no leading 0."""
    down = u64(digits.word_bits(digits.digit(x, n - 1)))
    up = 60 - down
    high = digits.digit(x, n - 1) << up | digits.digit(x, n - 2) >> down
    low = digits.digit(y, n - 1) << up | digits.digit(y, n - 2) >> down
    a = u64(1)
    b = u64(0)
    c = u64(0)
    d = u64(1)
    steps = i64(0)
    while low != c:
        quotient = (high + (a - 1)) // (low - c)
        s = b + quotient * d
        t = high - quotient * low
        if i64(s) > i64(t):  # not sure
            break
        high = low
        low = t
        t = a + quotient * c
        a = d
        b = c
        c = s
        d = t
        steps += 1
    if steps == 0:
        return False
    if steps & 1 == 0:
        _combine(x, y, x, y, n, a << 4, b << 4, c << 4, d << 4)
    else:
        _combine(x, y, y, x, n, a << 4, b << 4, c << 4, d << 4)
    return True


@inline
def _combine(x: u64, y: u64, p: u64, q: u64, n: i64, a: u64, b: u64, c: u64, d: u64) -> None:
    """x, y = a*p - b*q, d*q - c*p, neither negative; the factors are given times 16."""
    first = i64(0)
    second = i64(0)
    i = i64(0)
    while i < n:
        one = digits.digit(p, i)
        other = digits.digit(q, i)
        first = first + i64((a * one >> 4) - (b * other >> 4))
        second = second + i64((d * other >> 4) - (c * one >> 4))
        digits.set_digit(x, i, u64(first) & 0xFFFFFFFFFFFFFFF)
        digits.set_digit(y, i, u64(second) & 0xFFFFFFFFFFFFFFF)
        first = (first >> 60) + i64(mul_high(a, one) - mul_high(b, other))
        second = (second >> 60) + i64(mul_high(d, other) - mul_high(c, one))
        i += 1


def product_of_range(low: int, high: int) -> int:
    """low * (low + 1) * ... * (high - 1), low > 0: by halves, and within a word as far as it goes."""
    if not is_small(high) or small_value(high) >> 31 != 0:
        return _product_of_large(low, high)
    return _product(small_value(low), small_value(high))


def _product(low: i64, high: i64) -> int:
    if (high - low) * digits.word_bits(u64(high)) > 61:
        middle = (low + high) >> 1
        return bigint.int_mul(_product(low, middle), _product(middle, high))
    result = i64(1)
    while low < high:
        result = result * low
        low += 1
    return make_small(result)


def _product_of_large(low: int, high: int) -> int:
    if high - low < 8:
        result = 1
        while low < high:
            result *= low
            low += 1
        return result
    middle = (low + high) // 2
    return _product_of_large(low, middle) * _product_of_large(middle, high)
