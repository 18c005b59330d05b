"""Random bytes of the machine as a `bytes` object."""

from __future__ import annotations

from mirage.lowlevel import Array, i64, tail_address, u8, u64
from mirage.targets.current import random_fill


def random_bytes(count: int) -> bytes:
    """`count` bytes fit for keys."""
    buffer: Array[u8] = Array(i64(count))
    random_fill(tail_address(buffer), u64(count))
    return bytes._from_memory(tail_address(buffer), i64(count))
