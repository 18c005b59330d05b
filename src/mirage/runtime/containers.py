"""Indices, slices and recursion guards that list, tuple, str, bytes and the other containers share."""

from __future__ import annotations

from typing import Any, NoReturn, SupportsIndex

from mirage.lowlevel import (
    Array,
    address_of,
    i64,
    inline,
    is_small,
    make_small,
    noinline,
    small_value,
    u64,
    unchecked_cast,
)
from mirage.runtime.class_names import class_name


@inline
def index_word(index: SupportsIndex) -> i64:
    """The index as a word; IndexError when it has more than 64 bits."""
    if is_small(index):
        return small_value(unchecked_cast(int, index))
    return _odd_index(index)


@noinline
def _odd_index(index: SupportsIndex) -> i64:
    value = index.__index__()
    if is_small(value):
        return small_value(value)
    if value is True:
        return i64(1)
    if value is False:
        return i64(0)
    if value >= -9223372036854775808 and value <= 9223372036854775807:
        return i64(value)
    raise IndexError("cannot fit 'int' into an index-sized integer")


def any_index(index: object, what: str) -> i64:
    """The index as a word; `what` names the container of which it may not be one."""
    if is_small(index):
        return small_value(unchecked_cast(int, index))
    if not isinstance(index, SupportsIndex):
        _no_index(index, what)
    return _odd_index(index)


def integer_index(index: object, what: str) -> int:
    if not isinstance(index, SupportsIndex):
        _no_index(index, what)
    return index.__index__()


@noinline
def _no_index(index: object, what: str) -> NoReturn:
    name = class_name(index)
    if what == "string":
        raise TypeError("string indices must be integers, not '" + name + "'")
    raise TypeError(what + " indices must be integers or slices, not " + name)


def count_word(count: SupportsIndex) -> i64:
    """A repeat count as a word; OverflowError when it has more than 64 bits."""
    if is_small(count):
        return small_value(unchecked_cast(int, count))
    value = count.__index__()
    if is_small(value):
        return small_value(value)
    if value is True:
        return i64(1)
    if value is False:
        return i64(0)
    if value >= -9223372036854775808 and value <= 9223372036854775807:
        return i64(value)
    raise OverflowError("cannot fit 'int' into an index-sized integer")


def int_word(value: SupportsIndex) -> i64:
    """An argument that CPython holds in 32 bits."""
    number = value.__index__()
    if number > 2147483647 or number < -2147483648:
        raise OverflowError("Python int too large to convert to C int")
    return count_word(number)


@inline
def repeated(size: i64, times: i64, text: str = "") -> i64:
    """size * times, both positive; OverflowError with the text, or MemoryError, when that cannot be."""
    if (size | times) >> 30 == 0:
        return size * times
    return _often_repeated(size, times, text)


@noinline
def _often_repeated(size: i64, times: i64, text: str) -> i64:
    if times > i64(9223372036854775807) // size and text != "":
        raise OverflowError(text)
    if times > i64(1152921504606846976) // size:
        raise MemoryError()
    return size * times


@inline
def argument_word(value: SupportsIndex) -> i64:
    """A width, a count or a position given to a method, as a word; OverflowError when it does not fit."""
    if is_small(value):
        return small_value(unchecked_cast(int, value))
    return _odd_argument(value)


@noinline
def _odd_argument(value: SupportsIndex) -> i64:
    number = value.__index__()
    if number < -9223372036854775808 or number > 9223372036854775807:
        raise OverflowError("Python int too large to convert to C ssize_t")
    return _odd_index(number)


def clamped_word(value: int) -> i64:
    """An int as a word; what does not fit becomes the nearest word."""
    if is_small(value):
        return small_value(value)
    if value is True:
        return i64(1)
    if value is False:
        return i64(0)
    if value > 4611686018427387903:
        return i64(4611686018427387903)
    return i64(-4611686018427387904)


def clamp_start(value: SupportsIndex | None, length: i64) -> i64:
    """The start argument of find, index, startswith...: negative counts from the end; may exceed length."""
    if value is None:
        return i64(0)
    start = clamped_word(value.__index__())
    if start < 0:
        start = start + length
        if start < 0:
            start = i64(0)
    return start


def clamp_end(value: SupportsIndex | None, length: i64) -> i64:
    if value is None:
        return length
    end = clamped_word(value.__index__())
    if end > length:
        return length
    if end < 0:
        end = end + length
        if end < 0:
            end = i64(0)
    return end


@inline
def backward_bound(value: int, length: i64) -> i64:
    """Where a slice with step -1 begins or ends: an index, or -1."""
    word = small_value(value) if is_small(value) else clamped_word(value)
    if word < 0:
        word = word + length
        return i64(-1) if word < 0 else word
    return word if word < length else length - 1


@inline
def part_bound(value: int, length: i64) -> i64:
    """Where a slice with step 1 begins or ends."""
    word = small_value(value) if is_small(value) else clamped_word(value)
    if word < 0:
        word = word + length
        if word < 0:
            return i64(0)
        return word
    if word > length:
        return length
    return word


@inline
def _slice_word(value: SupportsIndex) -> i64:
    if is_small(value):
        return small_value(unchecked_cast(int, value))
    return _odd_slice_word(value)


@noinline
def _odd_slice_word(value: SupportsIndex) -> i64:
    return clamped_word(value.__index__())


def slice_step(step: SupportsIndex | None) -> i64:
    if step is None:
        return i64(1)
    word = _slice_word(step)
    if word == 0:
        raise ValueError("slice step cannot be zero")
    return word


def slice_start(start: SupportsIndex | None, step: i64, length: i64) -> i64:
    if start is None:
        if step > 0:
            return i64(0)
        return length - 1
    return _slice_clamp(_slice_word(start), step, length)


def slice_stop(stop: SupportsIndex | None, step: i64, length: i64) -> i64:
    if stop is None:
        if step > 0:
            return length
        return i64(-1)
    return _slice_clamp(_slice_word(stop), step, length)


@inline
def _slice_clamp(word: i64, step: i64, length: i64) -> i64:
    if word < 0:
        word = word + length
        if word < 0:
            if step > 0:
                return i64(0)
            return i64(-1)
        return word
    if word >= length:
        if step > 0:
            return length
        return length - 1
    return word


@inline
def slice_count(start: i64, stop: i64, step: i64) -> i64:
    """How many indices the adjusted slice takes."""
    if step > 0:
        if start < stop:
            return (stop - start - 1) // step + 1
        return i64(0)
    if stop < start:
        if step == -1:
            return start - stop
        return (start - stop - 1) // (-step) + 1
    return i64(0)


class _ReprStack:
    """The containers whose repr is being made."""

    def __init__(self) -> None:
        self.items: Array[u64] = Array(i64(16))
        self.count = i64(0)


_stack: _ReprStack | None = None


def repr_enter(container: object) -> bool:
    """False when the container's repr is being made already (then it prints as `...`)."""
    global _stack
    stack = _stack
    if stack is None:
        stack = _ReprStack()
        _stack = stack
    address = address_of(container)
    i = i64(0)
    while i < stack.count:
        if stack.items[i] == address:
            return False
        i = i + 1
    if stack.count == stack.items.count:
        wider: Array[u64] = Array(stack.count * 2)
        wider.copy_from(i64(0), stack.items, i64(0), stack.count)
        stack.items = wider
    stack.items[stack.count] = address
    stack.count = stack.count + 1
    return True


def repr_leave() -> None:
    stack = _stack
    if stack is not None:
        stack.count = stack.count - 1


@inline
def length_int(count: i64) -> int:
    """A length as an int."""
    return make_small(count)


def check_fields(values: tuple[object, ...], wanted: i64) -> None:
    """A named tuple is made of exactly as many values as it has fields."""
    if values._tail.count != wanted:
        raise TypeError(f"Expected {length_int(wanted)} arguments, got {len(values)}")


def filled(made: Any, /, iterable: Any, value: Any = None) -> None:
    """What `fromkeys` does with an object of a dict class of the application."""
    for key in iterable:
        made[key] = value
