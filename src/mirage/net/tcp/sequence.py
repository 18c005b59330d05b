"""Sequence numbers wrap at 2**32 on the wire; inside they are plain growing ints.

A connection numbers each direction from its initial sequence number upward without wrapping, so that
comparisons are `<`.  A number from the wire is taken to be the one nearest to a number known.
"""

from __future__ import annotations


def unwrap(wire: int, near: int) -> int:
    """The number equal to `wire` modulo 2**32 that is within 2**31 of `near`."""
    return near - 0x80000000 + ((wire - near + 0x80000000) & 0xFFFFFFFF)
