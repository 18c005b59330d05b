"""Adler-32 (RFC 1950), on memory."""

from __future__ import annotations

from mirage.lowlevel import i64, keep_alive, load8, tail_address, u64
from mirage.runtime.bigint import int_from_u64, int_to_u64_wrapping


def adler32(data: bytes, value: int) -> int:
    """The checksum of what the value is the checksum of, and these bytes behind it."""
    start = int_to_u64_wrapping(value)
    low, high = start & 0xFFFF, start >> 16 & 0xFFFF
    address = tail_address(data)
    left = data._tail.count
    while left > 0:
        size = left if left < 5552 else i64(5552)  # so many fit before the sums must be reduced
        end = address + u64(size)
        while address < end:
            low = low + u64(load8(address))
            high = high + low
            address = address + 1
        low = low % 65521
        high = high % 65521
        left = left - size
    keep_alive(data)
    return int_from_u64(high << 16 | low)
