"""The frontend's side of a ring of requests and responses in shared pages (Xen, public/io/ring.h).

Counts run freely; slot n of `size` is n mod size.  The backend is not trusted: its counts must fit what was
asked of it.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import (
    compiler_barrier,
    fill_memory,
    full_barrier,
    u8,
    u32,
    u64,
    volatile_load32,
    volatile_store32,
)

_REQUEST_PRODUCED: Final = 0
_REQUEST_EVENT: Final = 4
_RESPONSE_PRODUCED: Final = 8
_RESPONSE_EVENT: Final = 12
_ENTRIES: Final = 64


def entries(memory: u64, entry_size: u64) -> u64:
    """The slots of a ring in so many bytes, a power of two."""
    size = u64(1)
    while size * 2 * entry_size <= memory - u64(_ENTRIES):
        size = size * 2
    return size


class FrontRing:
    """One ring.  `broken`: the backend counted what cannot be, and the ring is used no more until `reset`."""

    def __init__(self, page: u64, memory: u64, entry_size: u64) -> None:
        """A ring in `memory` bytes from `page` on."""
        self.page = page
        self._bytes = memory
        self._entry_size = entry_size
        self.size = entries(memory, entry_size)
        self.produced = u32(0)  # requests prepared
        self.consumed = u32(0)  # responses taken
        self._published = u32(0)
        self.broken = False
        self.reset()

    def resize(self, memory: u64) -> None:
        """Use so much of the memory; `reset` has yet to follow."""
        self._bytes = memory
        self.size = entries(memory, self._entry_size)

    def reset(self) -> None:
        """An empty ring for a new backend."""
        fill_memory(self.page, u8(0), self._bytes)
        self.produced = u32(0)
        self.consumed = u32(0)
        self._published = u32(0)
        self.broken = False
        volatile_store32(self.page + u64(_REQUEST_EVENT), u32(1))
        volatile_store32(self.page + u64(_RESPONSE_EVENT), u32(1))

    def slot(self, number: u32) -> u64:
        """The address of the slot of this request or response."""
        return self.page + u64(_ENTRIES) + (u64(number) & (self.size - 1)) * self._entry_size

    def outstanding(self) -> u64:
        """Requests without a response."""
        return u64(self.produced - self.consumed)

    def room(self) -> u64:
        """Requests that may still be prepared."""
        if self.broken:
            return u64(0)
        return self.size - self.outstanding()

    def publish(self) -> bool:
        """Show the prepared requests to the backend; True: it wants an event."""
        before = self._published
        self._published = self.produced
        compiler_barrier()  # the requests stand before the count that covers them
        volatile_store32(self.page + u64(_REQUEST_PRODUCED), self.produced)
        full_barrier()  # it must see the count before we read whether it waits
        event = volatile_load32(self.page + u64(_REQUEST_EVENT))
        return u64(self.produced - event) < u64(self.produced - before)

    def responses(self) -> u64:
        """Responses to take; 0 when there are none, or the backend claims more than there can be."""
        count = u64(volatile_load32(self.page + u64(_RESPONSE_PRODUCED)) - self.consumed)
        if count > self.outstanding():
            self.broken = True
            return u64(0)
        if self.broken:
            return u64(0)
        compiler_barrier()  # responses are read after the count that covers them
        return count

    def tell_after(self, count: u64) -> None:
        """Ask for an event when `count` more responses are there; look at `responses` once more then."""
        volatile_store32(self.page + u64(_RESPONSE_EVENT), self.consumed + u32(count))
        full_barrier()
