"""Memory that devices read and write: a pool outside the collected heap, handed out once, never returned."""

from __future__ import annotations

from mirage.lowlevel import (
    copy_memory,
    fill_memory,
    i64,
    keep_alive,
    new_with_tail,
    noinline,
    nostack,
    small_value,
    tail_address,
    u8,
    u64,
)

_next: u64 = u64(0)
_end: u64 = u64(0)


@nostack
def set_pool(start: u64, end: u64) -> None:
    """Use [start, end) from now on."""
    global _next, _end
    _next = start
    _end = end


@noinline
def allocate(size: u64, alignment: u64) -> u64:
    """`size` zeroed bytes on a multiple of `alignment` (a power of two).  Raises MemoryError."""
    global _next
    start = (_next + alignment - 1) & ~(alignment - 1)
    if start + size > _end:
        raise MemoryError("no memory left for device buffers")
    _next = start + size
    fill_memory(start, u8(0), size)
    return start


@nostack
def left() -> u64:
    """Bytes that nobody has yet."""
    return _end - _next


def read_bytes(address: u64, size: u64) -> bytes:
    """A copy of device memory."""
    result = new_with_tail(bytes, i64(size))
    copy_memory(tail_address(result), address, size)
    keep_alive(result)
    return result


def write_bytes(address: u64, data: bytes) -> None:
    """Copy `data` to device memory; the caller has checked that it fits."""
    copy_memory(address, tail_address(data), u64(small_value(len(data))))
    keep_alive(data)
