"""Hashes: keyed for text and bytes (a fresh key at each boot), CPython's formulas for tuples and sets."""

from __future__ import annotations

from mirage.lowlevel import (
    Array,
    fits_small,
    i64,
    inline,
    is_small,
    load64,
    make_small,
    mul_high,
    noinline,
    small_value,
    tail_address,
    u64,
)
from mirage.runtime.bigint import int_from_i64, int_hash
from mirage.runtime.bigint_core import fits_i64, int_to_u64_wrapping
from mirage.targets.current import monotonic_ns, random_fill

_key0: u64
_key1: u64


@noinline
def _make_keys() -> None:
    global _key0, _key1
    words: Array[u64] = Array(i64(2))
    random_fill(tail_address(words), u64(16))
    _key1 = words[i64(1)] | 1
    _key0 = (words[i64(0)] ^ u64(monotonic_ns())) | 1


@inline
def _mix(a: u64, b: u64) -> u64:
    return (a * b) ^ mul_high(a, b)


def hash_memory(address: u64, size: u64) -> i64:
    """The keyed hash of some bytes at an address that is a multiple of 8; not 0, not -1, fits a small int.

    Whole words are read, so up to 7 bytes past the end are touched (never past a page) and masked out.
    """
    if _key0 == 0:
        _make_keys()
    key = _key1
    state = _key0 ^ (size * 0x9E3779B97F4A7C15)
    left = size
    while left >= 8:
        state = _mix(state ^ load64(address), key)
        address = address + 8
        left = left - 8
    if left > 0:
        word = load64(address) & ((u64(1) << (left * 8)) - 1)
        state = _mix(state ^ word, key)
    state = _mix(state ^ 0xE7037ED1A0B428DB, key ^ 0x8EBC6AF09C88C6E3)
    result = i64(state >> 3)
    if result == 0:
        return i64(1)
    return result


@inline
def hash_word(value: int) -> i64:
    """The result of a `__hash__` method as a word, never -1."""
    if is_small(value):
        word = small_value(value)
        if word == -1:
            return i64(-2)
        return word
    return _big_hash(value)


@noinline
def _big_hash(value: int) -> i64:
    if fits_i64(value):
        word = i64(int_to_u64_wrapping(value))
        if word == -1:
            return i64(-2)
        return word
    return hash_word(int_hash(value))


@inline
def hash_int(word: i64) -> int:
    """The int of a hash word."""
    if fits_small(word):
        return make_small(word)
    return int_from_i64(word)


@inline
def tuple_hash_start() -> u64:
    return u64(2870177450012600261)


@inline
def tuple_hash_step(state: u64, item: i64) -> u64:
    """One lane of CPython's tuple hash (xxHash)."""
    state = state + u64(item) * 14029467366897019727
    state = (state << 31) | (state >> 33)
    return state * 11400714785074694791


def tuple_hash_end(state: u64, count: i64) -> i64:
    state = state + (u64(count) ^ (2870177450012600261 ^ 3527539))
    if state == 0xFFFFFFFFFFFFFFFF:
        return i64(1546275796)
    return i64(state)


@inline
def shuffle_bits(hash_value: u64) -> u64:
    """One element's share of a frozenset's hash."""
    return ((hash_value ^ 89869747) ^ (hash_value << 16)) * 3644798167


def set_hash_end(state: u64, count: i64) -> i64:
    """Finish CPython's frozenset hash."""
    state = state ^ ((u64(count) + 1) * 1927868237)
    state = state ^ (state >> 11) ^ (state >> 25)
    state = state * 69069 + 907133923
    if state == 0xFFFFFFFFFFFFFFFF:
        return i64(590923713)
    return i64(state)
