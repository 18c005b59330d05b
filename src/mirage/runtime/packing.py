"""Fields of binary structures in memory: C's integers and IEEE 754 numbers in either byte order.

`struct` reads its format when the program runs; where the format is known, the compiler (`lower/packed.py`)
calls what is here with constants, which leaves a test of the range and a store for each field.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import (
    i64,
    inline,
    load8,
    load16,
    load32,
    load64,
    make_small,
    store8,
    store16,
    store32,
    store64,
    u8,
    u16,
    u32,
    u64,
)
from mirage.runtime.bigint_core import int_from_i64, int_from_u64
from mirage.runtime.words import byte_swapped


@inline
def swapped(word: u64, size: i64) -> u64:
    """The low `size` bytes (2, 4 or 8) in the other order."""
    return byte_swapped(word) >> u64(64 - 8 * size)


@inline
def word_at(at: u64, size: i64, big: bool) -> u64:
    """The unsigned number of `size` bytes (1, 2, 4 or 8)."""
    if size == 1:
        return u64(load8(at))
    if size == 2:
        word = u64(load16(at))
    elif size == 4:
        word = u64(load32(at))
    else:
        word = load64(at)
    return swapped(word, size) if big else word


@inline
def put_word(at: u64, size: i64, big: bool, word: u64) -> None:
    """Store the low `size` bytes."""
    if size == 1:
        store8(at, u8(word & 0xFF))
        return
    if big:
        word = swapped(word, size)
    if size == 2:
        store16(at, u16(word & 0xFFFF))
    elif size == 4:
        store32(at, u32(word & 0xFFFFFFFF))
    else:
        store64(at, word)


@inline
def fits(value: i64, size: i64, unsigned: bool) -> bool:
    """A C integer of `size` bytes can have the value."""
    if size == 8:
        return not unsigned or value >= 0
    if unsigned:
        return u64(value) >> u64(8 * size) == 0
    return u64((value >> i64(8 * size - 1)) + 1) < 2


@inline
def integer_at(at: u64, size: i64, unsigned: bool, big: bool) -> int:
    word = word_at(at, size, big)
    if size == 8:
        return int_from_u64(word) if unsigned else int_from_i64(i64(word))
    if unsigned:
        return make_small(i64(word))
    unused = i64(64 - 8 * size)
    return make_small(i64(word << u64(unused)) >> unused)


OVERFLOW: Final = u64(0xFFFFFFFFFFFFFFFF)  # no number narrowed has it


def narrow(bits: u64, exponent_bits: i64, mantissa_bits: i64) -> u64:
    """A binary64 as a smaller IEEE 754 format, rounded half to even; OVERFLOW if it is too large there."""
    sign = bits >> 63 << u64(exponent_bits + mantissa_bits)
    exponent = i64(bits >> 52 & 0x7FF)
    mantissa = bits & 0xFFFFFFFFFFFFF
    top = (u64(1) << u64(exponent_bits)) - 1
    infinity = sign | top << u64(mantissa_bits)
    if exponent == 0x7FF:
        if mantissa == 0:
            return infinity
        return infinity | mantissa >> u64(52 - mantissa_bits) | u64(1) << u64(mantissa_bits - 1)
    if exponent == 0:  # zero, or far below every smaller format
        return sign
    exponent = exponent + i64(top >> 1) - 1023
    mantissa = mantissa | 0x10000000000000
    shift = 52 - mantissa_bits
    if exponent <= 0:  # subnormal there
        shift = shift + 1 - exponent
        exponent = i64(0)
        if shift > 60:
            return sign
    kept = mantissa >> u64(shift)
    rest = mantissa & ((u64(1) << u64(shift)) - 1)
    half = u64(1) << u64(shift - 1)
    if rest > half or (rest == half and kept & 1 == 1):
        kept = kept + 1
    # A carry out of the mantissa moves the exponent up by itself.
    if exponent > 0:
        kept = kept + (u64(exponent - 1) << u64(mantissa_bits))
    return OVERFLOW if kept >= top << u64(mantissa_bits) else sign | kept


def widened(bits: u64, exponent_bits: i64, mantissa_bits: i64) -> u64:
    """A smaller IEEE 754 format as binary64."""
    sign = bits >> u64(exponent_bits + mantissa_bits) << 63
    top = (i64(1) << exponent_bits) - 1
    exponent = i64(bits >> u64(mantissa_bits)) & top
    mantissa = bits & ((u64(1) << u64(mantissa_bits)) - 1)
    if exponent == top:
        return sign | u64(0x7FF0000000000000) | mantissa << u64(52 - mantissa_bits)
    if exponent == 0:
        if mantissa == 0:
            return sign
        exponent = i64(1)
        while mantissa >> u64(mantissa_bits) == 0:
            mantissa = mantissa << 1
            exponent = exponent - 1
        mantissa = mantissa & ((u64(1) << u64(mantissa_bits)) - 1)
    return sign | u64(exponent + 1023 - (top >> 1)) << 52 | mantissa << u64(52 - mantissa_bits)
