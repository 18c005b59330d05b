"""The split virtqueue (virtio 1.2, 2.7), with buffer i always described by descriptor i.

Every chain is one descriptor long.  The device is not trusted: an index, length or count that it could not
rightly have written raises DeviceError before anything is done with it.
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


class Virtqueue:
    """`count` buffers of `buffer_size` bytes that go back and forth between driver and device."""

    @noinline
    def __init__(
        self, transport: Transport, number: u64, count: u64, buffer_size: u64, device_writes: bool
    ) -> None:
        """Allocate the queue, at most `count` buffers, and tell the device.  All buffers are the driver's."""
        self._transport = transport
        self._number = number
        size = transport.queue_size(self._number)
        if size == 0 or size > 32768 or (size & (size - 1)) != 0:
            raise DeviceError(5, "virtio queue of unusable size")
        if not transport.fixed_queue_size():
            while size > count:
                size = size >> 1
        self.size = size
        self.count = count
        if size < count:
            self.count = size
        self.buffer_size = buffer_size
        self._flags = u16(_DEVICE_WRITES if device_writes else 0)
        self._device_writes = device_writes
        used_offset = (size * 18 + 6 + 4095) & ~u64(4095)
        self._descriptors = dma.allocate(used_offset + size * 8 + 6, u64(4096))
        self._available = self._descriptors + size * 16
        self._used = self._descriptors + used_offset
        self._buffers = dma.allocate(self.count * buffer_size, u64(4096))
        self._next_available = u16(0)  # free-running; `% size` on use
        self._next_used = u16(0)
        self._in_flight = dma.allocate(self.count, u64(8))  # a byte for each buffer: 1 the device's
        self.last_length = u64(0)  # bytes the device wrote into the buffer last returned by `take_used`
        volatile_store16(self._available, u16(_NO_INTERRUPT))
        transport.set_queue(self._number, size, self._descriptors, self._available, self._used)

    def buffer(self, index: u64) -> u64:
        """The address of a buffer; the driver owns it between `take_used` and `submit`."""
        return self._buffers + index * self.buffer_size

    def submit(self, index: u64, length: u64) -> None:
        """Give `length` bytes of the buffer to the device (virtio 1.2, 2.7.13); it looks after `kick`."""
        store8(self._in_flight + index, u8(1))
        descriptor = self._descriptors + index * 16
        store64(descriptor, self.buffer(index))
        store32(descriptor + 8, u32(length))
        store16(descriptor + 12, self._flags)
        store16(descriptor + 14, u16(0))
        slot = u64(self._next_available) & (self.size - 1)
        store16(self._available + 4 + slot * 2, u16(index))
        compiler_barrier()  # the device must see slot and descriptor before the index that covers them
        self._next_available = self._next_available + 1
        volatile_store16(self._available + 2, self._next_available)

    def kick(self) -> None:
        """Tell the device about submitted buffers, unless it said that it looks by itself."""
        full_barrier()  # it must see the index before we read whether it sleeps
        if (volatile_load16(self._used) & _NO_NOTIFY) == 0:
            self._transport.notify(self._number)

    def has_used(self) -> bool:
        """The device has given something back."""
        return volatile_load16(self._used + 2) != self._next_used

    def take_used(self) -> i64:
        """A buffer the device has given back, -1 for none; `last_length` then says how much it wrote.

        raises     DeviceError: the device gave back what it did not have, or wrote more than it could
        """
        index = volatile_load16(self._used + 2)
        if index == self._next_used:
            return i64(-1)
        if u64(index - self._next_used) > self.size:
            raise DeviceError(5, "virtio device returned more buffers than there are")
        compiler_barrier()  # the entry is read after the index that covers it
        entry = self._used + 4 + (u64(self._next_used) & (self.size - 1)) * 8
        number = u64(volatile_load32(entry))
        length = u64(volatile_load32(entry + 4))
        if number >= self.count:
            raise DeviceError(5, "virtio device returned an unknown buffer")
        if load8(self._in_flight + number) == 0:
            raise DeviceError(5, "virtio device returned a buffer it does not own")
        if self._device_writes and length > self.buffer_size:
            raise DeviceError(5, "virtio device claims to have written past a buffer")
        store8(self._in_flight + number, u8(0))
        self._next_used = self._next_used + 1
        self.last_length = length
        return i64(number)

    def interrupt_when_used(self, wanted: bool) -> None:
        """Ask for an interrupt with the next buffer given back, or for none.

        After asking, look at `has_used` once more: what came before the request does not interrupt.
        """
        volatile_store16(self._available, u16(0 if wanted else _NO_INTERRUPT))
        full_barrier()  # the device must see the flag before we look at its index
