"""Units of time: every instant and duration in the network stack is an int of nanoseconds."""

from __future__ import annotations

from typing import Final

MICROSECOND: Final = 1_000
MILLISECOND: Final = 1_000_000
SECOND: Final = 1_000_000_000

NEVER: Final = -1
"""The deadline of a timer that is not running."""


def earlier(a: int, b: int) -> int:
    """The earlier of two deadlines, either of which may be NEVER."""
    if a < 0:
        return b
    if b < 0 or a < b:
        return a
    return b
