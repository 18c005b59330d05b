"""Items of memory views: integers of the native formats, single bytes."""

from __future__ import annotations

from typing import SupportsIndex

from mirage.lowlevel import i64, load8, make_small, store8, u64
from mirage.runtime import bigint, packing, text_codecs


def native(format: str) -> str:
    """The letter of a format, "" when it is none of a single native item."""
    letter = format[1:] if format[:1] == "@" else format
    return letter if len(letter) == 1 and letter in "BbcHhIiLlQqNn" else ""


def size_of(letter: str) -> i64:
    if letter in "Bbc":
        return i64(1)
    if letter in "Hh":
        return i64(2)
    if letter in "Ii":
        return i64(4)
    return i64(8)


def load(address: u64, letter: str) -> object:
    if letter == "B":
        return make_small(i64(load8(address)))
    if letter == "c":
        return text_codecs.bytes_from(address, i64(1))
    return packing.integer_at(address, size_of(letter), letter in "HILQN", False)


def store(address: u64, letter: str, format: str, value: object) -> None:
    if letter == "c":
        if not isinstance(value, bytes):
            raise TypeError(f"memoryview: invalid type for format '{format}'")
        if len(value) != 1:
            raise ValueError(f"memoryview: invalid value for format '{format}'")
        store8(address, value._tail[i64(0)])
        return
    if isinstance(value, SupportsIndex):
        number = value.__index__()
    else:
        raise TypeError(f"memoryview: invalid type for format '{format}'")
    size = size_of(letter)
    bits = 8 * int(make_small(size))
    low = 0
    high = (1 << bits) - 1
    if letter in "bhilqn":
        low = -(1 << (bits - 1))
        high = (1 << (bits - 1)) - 1
    if number < low or number > high:
        raise ValueError(f"memoryview: invalid value for format '{format}'")
    packing.put_word(address, size, False, bigint.int_to_u64_wrapping(number))
