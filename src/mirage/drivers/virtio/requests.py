"""A split virtqueue of requests: header, data, status (virtio 1.2, 2.7 and 5.2.6).

Request i is the chain of descriptors 3i, 3i+1, 3i+2 over memory of its own, always in this order.  The device
is not trusted: what it could not rightly have written raises DeviceError before anything is done with it.
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
    load64,
    noinline,
    store8,
    store16,
    store32,
    store64,
    u8,
    u16,
    u32,
    u64,
    volatile_load8,
    volatile_load16,
    volatile_load32,
    volatile_store8,
    volatile_store16,
)

_NEXT: Final = 1
_DEVICE_WRITES: Final = 2
_NO_INTERRUPT: Final = 1
_NO_NOTIFY: Final = 1
_CHAIN: Final = u64(3)  # descriptors of a request
_HEADER: Final = u64(16)
_STATUS: Final = u64(16)  # offset in a request's memory; the data begins at _DATA
_DATA: Final = u64(32)
_UNSAID: Final = 0xFF  # a status no device writes


class RequestQueue:
    """`count` requests with up to `most` bytes of data each."""

    @noinline
    def __init__(self, transport: Transport, number: u64, count: u64, most: u64) -> None:
        """Allocate the queue and tell the device.  Raises DeviceError, MemoryError."""
        self._transport = transport
        self._number = number
        size = transport.queue_size(number)
        if size < 4 or size > 32768 or (size & (size - 1)) != 0:
            raise DeviceError(5, "virtio queue of unusable size")
        if not transport.fixed_queue_size():
            while size > 4 and size >> 1 >= count * _CHAIN:
                size = size >> 1
        self.size = size
        self.count = count
        if size // _CHAIN < count:
            self.count = size // _CHAIN
        self.most = most
        used_offset = (size * 18 + 6 + 4095) & ~u64(4095)
        self._descriptors = dma.allocate(used_offset + size * 8 + 6, u64(4096))
        self._available = self._descriptors + size * 16
        self._used = self._descriptors + used_offset
        self._stride = (_DATA + most + 511) & ~u64(511)
        self._memory = dma.allocate(self.count * self._stride, u64(512))
        self._next_available = u16(0)  # free-running; `% size` on use
        self._next_used = u16(0)
        # Two words for each request: 1 while the device's; bytes that the device may write.
        self._in_flight = dma.allocate(self.count * 16, u64(8))
        self.last_length = u64(0)  # bytes the device wrote for the request last returned by `take_used`
        volatile_store16(self._available, u16(_NO_INTERRUPT))
        transport.set_queue(number, size, self._descriptors, self._available, self._used)

    def header(self, index: u64) -> u64:
        """The address of 16 bytes that the device reads."""
        return self._memory + index * self._stride

    def data(self, index: u64) -> u64:
        """The address of the request's data."""
        return self._memory + index * self._stride + _DATA

    def status(self, index: u64) -> u64:
        """What the device wrote at the end of the chain; 255 when it wrote nothing."""
        return u64(volatile_load8(self.header(index) + _STATUS))

    def submit(self, index: u64, length: u64, device_writes: bool) -> None:
        """Give the request with `length` bytes of data to the device; it looks after `kick`."""
        header = self.header(index)
        volatile_store8(header + _STATUS, u8(_UNSAID))
        store8(self._in_flight + index * 16, u8(1))
        store64(self._in_flight + index * 16 + 8, length + 1 if device_writes else u64(1))
        first = index * _CHAIN
        last = first + 1 if length == 0 else first + 2
        self._describe(first, header, _HEADER, u64(_NEXT), first + 1)
        if length != 0:
            flags = u64(_NEXT | _DEVICE_WRITES) if device_writes else u64(_NEXT)
            self._describe(first + 1, header + _DATA, length, flags, last)
        self._describe(last, header + _STATUS, u64(1), u64(_DEVICE_WRITES), u64(0))
        slot = u64(self._next_available) & (self.size - 1)
        store16(self._available + 4 + slot * 2, u16(first))
        compiler_barrier()  # the device must see slot and descriptors before the index that covers them
        self._next_available = self._next_available + 1
        volatile_store16(self._available + 2, self._next_available)

    @noinline
    def _describe(self, number: u64, address: u64, length: u64, flags: u64, following: u64) -> None:
        descriptor = self._descriptors + number * 16
        store64(descriptor, address)
        store32(descriptor + 8, u32(length))
        store16(descriptor + 12, u16(flags))
        store16(descriptor + 14, u16(following))

    def kick(self) -> None:
        """Tell the device about submitted requests, unless it said that it looks by itself."""
        full_barrier()  # it must see the index before we read whether it sleeps
        if (volatile_load16(self._used) & _NO_NOTIFY) == 0:
            self._transport.notify(self._number)

    def has_used(self) -> bool:
        """The device has given something back."""
        return volatile_load16(self._used + 2) != self._next_used

    def take_used(self) -> i64:
        """A request the device has ended, -1 for none; `last_length` then says how much it wrote.

        raises     DeviceError: the device gave back what it did not have, or wrote more than it could
        """
        index = volatile_load16(self._used + 2)
        if index == self._next_used:
            return i64(-1)
        if u64(index - self._next_used) > self.size:
            raise DeviceError(5, "virtio device ended more requests than there are")
        compiler_barrier()  # the entry is read after the index that covers it
        entry = self._used + 4 + (u64(self._next_used) & (self.size - 1)) * 8
        head = u64(volatile_load32(entry))
        length = u64(volatile_load32(entry + 4))
        number = head // _CHAIN
        if head % _CHAIN != 0 or number >= self.count:
            raise DeviceError(5, "virtio device ended an unknown request")
        if load8(self._in_flight + number * 16) == 0:
            raise DeviceError(5, "virtio device ended a request it does not have")
        if length > self._may_write(number):
            raise DeviceError(5, "virtio device claims to have written past a request")
        store8(self._in_flight + number * 16, u8(0))
        self._next_used = self._next_used + 1
        self.last_length = length
        return i64(number)

    def _may_write(self, number: u64) -> u64:
        return load64(self._in_flight + number * 16 + 8)

    def interrupt_when_used(self, wanted: bool) -> None:
        """Ask for an interrupt with the next request that ends, or for none; then look at `has_used`."""
        volatile_store16(self._available, u16(0 if wanted else _NO_INTERRUPT))
        full_barrier()  # the device must see the flag before we look at its index
