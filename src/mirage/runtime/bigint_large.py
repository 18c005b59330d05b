"""Division and decimal text of very large ints, in less than quadratic time.

Division is Burnikel and Ziegler's ("Fast recursive division", 1998) over Karatsuba's multiplication; decimal
text halves the number by powers of ten.  Both end in the quadratic algorithms, faster for small numbers.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import i64
from mirage.runtime import bigint, bigint_text
from mirage.runtime.formatting_text import AsciiBuilder

_SCHOOL_BITS: Final = 4000
_SCHOOL_DECIMALS: Final = 2000


class Fast(bigint.Large):
    """What `sys.set_int_max_str_digits` brings into a program."""

    def divide(self, a: int, b: int) -> tuple[int, int]:
        size = bigint.int_bit_length(b)
        mask = (1 << size) - 1
        count = (bigint.int_bit_length(a) + size - 1) // size
        quotient = 0
        rest = 0
        while count > 0:
            count -= 1
            part, rest = _two_by_one((rest << size) | ((a >> (count * size)) & mask), b, size)
            quotient = (quotient << size) | part
        return quotient, rest

    def put_decimal(self, builder: AsciiBuilder, value: int) -> None:
        powers = [10**_SCHOOL_DECIMALS]
        while powers[-1] <= value:
            powers.append(powers[-1] * powers[-1])
        _put(builder, value, powers, len(powers) - 1, False)


def _two_by_one(a: int, b: int, size: int) -> tuple[int, int]:
    """a below b << size, b of exactly `size` bits."""
    if size <= _SCHOOL_BITS or bigint.int_bit_length(a) - size <= _SCHOOL_BITS // 2:
        return bigint.school_divmod(a, b)
    odd = size & 1
    if odd:
        a <<= 1
        b <<= 1
        size += 1
    half = size >> 1
    mask = (1 << half) - 1
    top = b >> half
    low = b & mask
    high, rest = _three_by_two(a >> size, (a >> half) & mask, b, top, low, half)
    last, rest = _three_by_two(rest, a & mask, b, top, low, half)
    return (high << half) | last, rest >> odd


def _three_by_two(a: int, next_part: int, b: int, top: int, low: int, half: int) -> tuple[int, int]:
    """(a << half | next_part) by b = (top << half | low); the quotient fits `half` bits."""
    if a >> half == top:
        guess = (1 << half) - 1
        rest = a - (top << half) + top
    else:
        guess, rest = _two_by_one(a, top, half)
    rest = ((rest << half) | next_part) - guess * low
    while rest < 0:
        guess -= 1
        rest += b
    return guess, rest


def _put(builder: AsciiBuilder, value: int, powers: list[int], level: int, padded: bool) -> None:
    """`value` is below powers[level]; `padded` fills with zeros to the width of powers[level]."""
    if level == 0:
        text = bigint_text.magnitude_to_str(value, False)
        if padded:
            missing = _SCHOOL_DECIMALS - len(text)
            while missing > 0:
                builder.put(i64(48))
                missing -= 1
        index = 0
        while index < len(text):
            builder.put(i64(ord(text[index])))
            index += 1
        return
    high, low = divmod(value, powers[level - 1])
    if high or padded:
        _put(builder, high, powers, level - 1, padded)
        padded = True
    _put(builder, low, powers, level - 1, padded)
