"""The arithmetic of `range` and `slice`."""

from __future__ import annotations

from typing import SupportsIndex

from mirage.lowlevel import i64, noinline


def range_length(start: int, stop: int, step: int) -> int:
    """The number of items; ValueError for step 0."""
    if step > 0:
        return (stop - start + step - 1) // step if stop > start else 0
    if step == 0:
        raise ValueError("range() arg 3 must not be zero")
    return (start - stop - step - 1) // -step if start > stop else 0


def count_word(start: i64, stop: i64, step: i64) -> i64:
    """The number of items; -1 when the step is 0 or so large that one step too far could overflow."""
    if step > 0 and step <= 2147483648:
        return (stop - start - 1) // step + 1 if start < stop else i64(0)
    if step < 0 and step >= -2147483648:
        return (start - stop - 1) // -step + 1 if start > stop else i64(0)
    return i64(-1)


@noinline
def nearest_word(value: int) -> i64:
    """The number, or the last one on its side that a small int holds."""
    if -(2**62) < value < 2**62:
        return i64(value)
    return i64(2**62 - 1 if value > 0 else -(2**62) + 1)


def range_contains(start: int, step: int, length: int, value: int) -> bool:
    offset = value - start
    if offset % step != 0:
        return False
    index = offset // step
    return 0 <= index < length


def range_item(start: int, step: int, length: int, index: int) -> int:
    if index < 0:
        index += length
    if index < 0 or index >= length:
        raise IndexError("range object index out of range")
    return start + index * step


def _index(value: object) -> int:
    if isinstance(value, int):
        return value
    if isinstance(value, SupportsIndex):
        return value.__index__()
    raise TypeError("slice indices must be integers or None or have an __index__ method")


def _bound(value: object, default: int, lower: int, upper: int, length: int) -> int:
    """A start or stop, counted from the end when negative, kept within [lower, upper]."""
    if value is None:
        return default
    index = _index(value)
    if index < 0:
        index += length
        return lower if index < lower else index
    return upper if index > upper else index


def slice_indices(start: object, stop: object, step: object, length: int) -> tuple[int, int, int]:
    """slice(start, stop, step).indices(length)."""
    if length < 0:
        raise ValueError("length should not be negative")
    by = 1 if step is None else _index(step)
    if by == 0:
        raise ValueError("slice step cannot be zero")
    if by < 0:
        last = length - 1
        return _bound(start, last, -1, last, length), _bound(stop, -1, -1, last, length), by
    return _bound(start, 0, 0, length, length), _bound(stop, length, 0, length, length), by
