"""A ring of bytes between the domain and a daemon: the console's and the store's.

Both sides keep free-running 32-bit counts of what they produced and consumed:
Xen, public/io/console.h and xs_wire.h.
The other side is not trusted: a count that it could not rightly have written reads as nothing there, or as no
room.
"""

from __future__ import annotations

from mirage.lowlevel import (
    compiler_barrier,
    full_barrier,
    noinline,
    nostack,
    u8,
    u32,
    u64,
    volatile_load8,
    volatile_load32,
    volatile_store8,
    volatile_store32,
)


@noinline
@nostack
def put(ring: u64, capacity: u64, produced_at: u64, consumed_at: u64, address: u64, size: u64) -> u64:
    """Copy up to `size` bytes into the ring (a power of two); how many went in."""
    produced = volatile_load32(produced_at)
    used = u64(produced - volatile_load32(consumed_at))
    if used >= capacity:
        return u64(0)
    full_barrier()  # the room is read before it is written to
    count = capacity - used
    if count > size:
        count = size
    i = u64(0)
    while i < count:
        volatile_store8(ring + ((u64(produced) + i) & (capacity - 1)), volatile_load8(address + i))
        i += 1
    compiler_barrier()  # the bytes before the count that covers them
    volatile_store32(produced_at, produced + u32(count))
    full_barrier()
    return count


@noinline
@nostack
def take(ring: u64, capacity: u64, produced_at: u64, consumed_at: u64, address: u64, size: u64) -> u64:
    """Copy up to `size` bytes out of the ring; how many there were."""
    consumed = volatile_load32(consumed_at)
    count = u64(volatile_load32(produced_at) - consumed)
    if count > capacity:
        return u64(0)
    compiler_barrier()  # the bytes are read after the count that covers them
    if count > size:
        count = size
    i = u64(0)
    while i < count:
        volatile_store8(address + i, u8(volatile_load8(ring + ((u64(consumed) + i) & (capacity - 1)))))
        i += 1
    compiler_barrier()
    volatile_store32(consumed_at, consumed + u32(count))
    full_barrier()
    return count
