"""Numbers of a few digits inside texts."""

from __future__ import annotations

from mirage.lowlevel import i64, make_small, small_value
from mirage.runtime.text import char_at


def digits(text: str, start: int, end: int) -> int:
    """The number in text[start:end], -1 when that is not all ASCII digits, one to eighteen."""
    i = small_value(start)
    last = small_value(end)
    if last > text._length or i >= last:
        return make_small(i64(-1))
    value = i64(0)
    while i < last:
        digit = char_at(text, i) - 48
        if digit > 9:  # below "0" it has wrapped
            return make_small(i64(-1))
        value = value * 10 + i64(digit)
        i = i + 1
    return make_small(value)
