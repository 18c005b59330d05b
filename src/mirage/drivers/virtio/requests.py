"""A split virtqueue of requests: header, data, status (virtio 1.2, 2.7 and 5.2.6).

Request i is the chain of descriptors 3i, 3i+1, 3i+2 over memory of its own, always in this order.  The device
is not trusted: what it could not rightly have written raises DeviceError before anything is done with it.
"""

from __future__ import annotations

from typing import Final

from mirage.drivers import dma
from mirage.drivers.virtio.transport import DeviceError, Transport
from mirage.drivers.virtio.virtqueue import SplitQueue, queue_size
from mirage.lowlevel import (
    i64,
    load8,
    load64,
    noinline,
    store8,
    store64,
    u8,
    u64,
    volatile_load8,
    volatile_load32,
    volatile_store8,
)

_NEXT: Final = 1
_DEVICE_WRITES: Final = 2
_CHAIN: Final = u64(3)  # descriptors of a request
_HEADER: Final = u64(16)
_STATUS: Final = u64(16)  # offset in a request's memory; the data begins at _DATA
_DATA: Final = u64(32)
_UNSAID: Final = 0xFF  # a status no device writes


class RequestQueue(SplitQueue):
    """`count` requests with up to `most` bytes of data each."""

    @noinline
    def __init__(self, transport: Transport, number: u64, count: u64, most: u64) -> None:
        """Allocate the queue and tell the device.  Raises DeviceError, MemoryError."""
        super().__init__(transport, number, queue_size(transport, number, u64(4), count * _CHAIN))
        self.count = count
        if self.size // _CHAIN < count:
            self.count = self.size // _CHAIN
        self.most = most
        self._stride = (_DATA + most + 511) & ~u64(511)
        self._memory = dma.allocate(self.count * self._stride, u64(512))
        # Two words for each request: 1 while the device's; bytes that the device may write.
        self._in_flight = dma.allocate(self.count * 16, u64(8))
        self._begin()

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
        self._make_available(first)

    def take_used(self) -> i64:
        """A request the device has ended, -1 for none; `last_length` then says how much it wrote.

        raises     DeviceError: the device gave back what it did not have, or wrote more than it could
        """
        entry = self._used_entry("requests")
        if entry == 0:
            return i64(-1)
        head = u64(volatile_load32(entry))
        length = u64(volatile_load32(entry + 4))
        number = head // _CHAIN
        if head % _CHAIN != 0 or number >= self.count:
            raise DeviceError(5, "virtio device ended an unknown request")
        if load8(self._in_flight + number * 16) == 0:
            raise DeviceError(5, "virtio device ended a request it does not have")
        if length > load64(self._in_flight + number * 16 + 8):
            raise DeviceError(5, "virtio device claims to have written past a request")
        store8(self._in_flight + number * 16, u8(0))
        self._accept(length)
        return i64(number)
