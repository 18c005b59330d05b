"""The split virtqueue (virtio 1.2, 2.7): the rings, and a queue of plain buffers over them.

In a Virtqueue buffer i is always described by descriptor i, and every chain is one descriptor long
(requests.py has the chains of three).  The device is not trusted: an index, length or count that it could
not rightly have written raises DeviceError before anything is done with it.
"""

from __future__ import annotations

from typing import Final

from mirage.drivers import dma
from mirage.drivers.virtio.transport import DeviceError, Transport
from mirage.lowlevel import (
    compiler_barrier,
    full_barrier,
    i64,
    load8,
    noinline,
    store8,
    store16,
    store32,
    store64,
    u8,
    u16,
    u32,
    u64,
    volatile_load16,
    volatile_load32,
    volatile_store16,
)

_DEVICE_WRITES: Final = 2
_NO_INTERRUPT: Final = 1
_NO_NOTIFY: Final = 1
_LARGEST: Final = 32768  # descriptors of a queue


class SplitQueue:
    """Descriptors, the available and the used ring; the chains are the subclass's.

    last_length  bytes the device wrote into what was last taken
    """

    @noinline
    def __init__(self, transport: Transport, number: u64, size: u64) -> None:
        """Memory for a queue of `size` descriptors, which `queue_size` gave.  Raises MemoryError."""
        self._transport = transport
        self._number = number
        self.size = size
        used_offset = (size * 18 + 6 + 4095) & ~u64(4095)
        self._descriptors = dma.allocate(used_offset + size * 8 + 6, u64(4096))
        self._available = self._descriptors + size * 16
        self._used = self._descriptors + used_offset
        self._next_available = u16(0)  # free-running; `% size` on use
        self._next_used = u16(0)
        self.last_length = u64(0)

    def _begin(self) -> None:
        """Tell the device where the queue is; it interrupts only when it is asked to."""
        volatile_store16(self._available, u16(_NO_INTERRUPT))
        self._transport.set_queue(self._number, self.size, self._descriptors, self._available, self._used)

    def _describe(self, number: u64, address: u64, length: u64, flags: u64, following: u64) -> None:
        """Fill a descriptor (2.7.5)."""
        descriptor = self._descriptors + number * 16
        store64(descriptor, address)
        store32(descriptor + 8, u32(length))
        store16(descriptor + 12, u16(flags))
        store16(descriptor + 14, u16(following))

    def _make_available(self, head: u64) -> None:
        """Give the chain that begins at this descriptor to the device (2.7.13); it looks after `kick`."""
        slot = u64(self._next_available) & (self.size - 1)
        store16(self._available + 4 + slot * 2, u16(head))
        compiler_barrier()  # the device must see slot and descriptors before the index that covers them
        self._next_available = self._next_available + 1
        volatile_store16(self._available + 2, self._next_available)

    def kick(self) -> None:
        """Tell the device about what was submitted, unless it said that it looks by itself."""
        full_barrier()  # it must see the index before we read whether it sleeps
        if (volatile_load16(self._used) & _NO_NOTIFY) == 0:
            self._transport.notify(self._number)

    def has_used(self) -> bool:
        """The device has given something back."""
        return volatile_load16(self._used + 2) != self._next_used

    def _used_entry(self, what: str) -> u64:
        """The address of the next entry of the used ring, 0 for none.

        what       it would give back, in the plural
        raises     DeviceError: more entries than the queue has
        """
        index = volatile_load16(self._used + 2)
        if index == self._next_used:
            return u64(0)
        if u64(index - self._next_used) > self.size:
            raise DeviceError(5, "virtio device returned more " + what + " than there are")
        compiler_barrier()  # the entry is read after the index that covers it
        return self._used + 4 + (u64(self._next_used) & (self.size - 1)) * 8

    def _accept(self, length: u64) -> None:
        """The entry is right: go on to the next one."""
        self._next_used = self._next_used + 1
        self.last_length = length

    def interrupt_when_used(self, wanted: bool) -> None:
        """Ask for an interrupt with what is given back next, or for none.

        After asking, look at `has_used` once more: what came before the request does not interrupt.
        """
        volatile_store16(self._available, u16(0 if wanted else _NO_INTERRUPT))
        full_barrier()  # the device must see the flag before we look at its index


def queue_size(transport: Transport, number: u64, least: u64, wanted: u64) -> u64:
    """Descriptors of the device's queue: where that is ours to say, no more than `wanted` needs.

    raises     DeviceError: fewer than `least`, or no power of two
    """
    size = transport.queue_size(number)
    if size < least or size > u64(_LARGEST) or (size & (size - 1)) != 0:
        raise DeviceError(5, "virtio queue of unusable size")
    if not transport.fixed_queue_size():
        while size > least and size >> 1 >= wanted:
            size = size >> 1
    return size


class Virtqueue(SplitQueue):
    """`count` buffers of `buffer_size` bytes that go back and forth between driver and device."""

    @noinline
    def __init__(
        self, transport: Transport, number: u64, count: u64, buffer_size: u64, device_writes: bool
    ) -> None:
        """Allocate the queue, at most `count` buffers (a power of two), and tell the device.

        All buffers are the driver's.  Raises DeviceError, MemoryError.
        """
        super().__init__(transport, number, queue_size(transport, number, u64(1), count))
        self.count = count
        if self.size < count:
            self.count = self.size
        self.buffer_size = buffer_size
        self._flags = u64(_DEVICE_WRITES if device_writes else 0)
        self._device_writes = device_writes
        self._buffers = dma.allocate(self.count * buffer_size, u64(4096))
        self._in_flight = dma.allocate(self.count, u64(8))  # a byte for each buffer: 1 the device's
        self._begin()

    def buffer(self, index: u64) -> u64:
        """The address of a buffer; the driver owns it between `take_used` and `submit`."""
        return self._buffers + index * self.buffer_size

    def submit(self, index: u64, length: u64) -> None:
        """Give `length` bytes of the buffer to the device; it looks after `kick`."""
        store8(self._in_flight + index, u8(1))
        self._describe(index, self.buffer(index), length, self._flags, u64(0))
        self._make_available(index)

    def take_used(self) -> i64:
        """A buffer the device has given back, -1 for none; `last_length` then says how much it wrote.

        raises     DeviceError: the device gave back what it did not have, or wrote more than it could
        """
        entry = self._used_entry("buffers")
        if entry == 0:
            return i64(-1)
        number = u64(volatile_load32(entry))
        length = u64(volatile_load32(entry + 4))
        if number >= self.count:
            raise DeviceError(5, "virtio device returned an unknown buffer")
        if load8(self._in_flight + number) == 0:
            raise DeviceError(5, "virtio device returned a buffer it does not own")
        if self._device_writes and length > self.buffer_size:
            raise DeviceError(5, "virtio device claims to have written past a buffer")
        store8(self._in_flight + number, u8(0))
        self._accept(length)
        return i64(number)
