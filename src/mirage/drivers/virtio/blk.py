"""virtio block device (virtio 1.2, 5.2): reads, writes, flush, discard, read-only.

Data stands in buffers of the driver while the device has it: a request whose caller has gone harms nobody.
The protocol counts in sectors of 512 bytes whatever the disk's own are.
"""

from __future__ import annotations

from typing import Final

from mirage.drivers import dma
from mirage.drivers.disk import FLUSH, READ, WRITE, Disk
from mirage.drivers.virtio.requests import RequestQueue
from mirage.drivers.virtio.transport import DeviceError, Transport, negotiate, start_device, stop_device
from mirage.lowlevel import Array, copy_memory, i64, keep_alive, store32, store64, tail_address, u32, u64

_FEATURE_SIZE_MAX: Final = 1 << 1
_FEATURE_READ_ONLY: Final = 1 << 5
_FEATURE_BLOCK_SIZE: Final = 1 << 6
_FEATURE_FLUSH: Final = 1 << 9
_FEATURE_DISCARD: Final = 1 << 13

# Offsets in the configuration (5.2.4).
_CAPACITY: Final = 0
_SIZE_MAX: Final = 8
_BLOCK_SIZE: Final = 20
_MAX_DISCARD_SECTORS: Final = 36

_TYPE_IN: Final = 0
_TYPE_OUT: Final = 1
_TYPE_FLUSH: Final = 4
_TYPE_GET_ID: Final = 8
_TYPE_DISCARD: Final = 11
_OK: Final = 0
_UNSUPPORTED: Final = 2
_ID_BYTES: Final = 20
_RANGE_BYTES: Final = 16  # of a discarded range (5.2.6.1)

_WIRE: Final = 512
_REQUESTS: Final = 8
_MOST_BYTES: Final = 65536  # of data in one request
_LARGEST_SECTOR: Final = 65536
_LARGEST_CAPACITY: Final = 1 << 54  # sectors: byte offsets stay below 2**63
_EIO: Final = 5
_EOPNOTSUPP: Final = 95


class VirtioBlock(Disk):
    """One disk."""

    def __init__(self, transport: Transport) -> None:
        """Take the device into use.  Raises DeviceError, MemoryError."""
        self._transport = transport
        features = int(
            negotiate(
                transport,
                _FEATURE_SIZE_MAX
                | _FEATURE_READ_ONLY
                | _FEATURE_BLOCK_SIZE
                | _FEATURE_FLUSH
                | _FEATURE_DISCARD,
                classic_layout=True,
            )
        )
        self.read_only = features & _FEATURE_READ_ONLY != 0
        self.can_flush = features & _FEATURE_FLUSH != 0
        self.sector_size = self._config(_BLOCK_SIZE, 4) if features & _FEATURE_BLOCK_SIZE != 0 else _WIRE
        size = self.sector_size
        if size < _WIRE or size > _LARGEST_SECTOR or size & (size - 1) != 0:
            raise DeviceError(_EIO, f"virtio disk with sectors of {size} bytes")
        most = _MOST_BYTES
        if features & _FEATURE_SIZE_MAX != 0:
            limit = self._config(_SIZE_MAX, 4)
            if limit != 0 and limit < most:
                most = limit
        self.piece = most // size
        if self.piece == 0:
            raise DeviceError(_EIO, "virtio disk that takes less than a sector at a time")
        self._wire = size // _WIRE
        capacity = self._config(_CAPACITY, 8)
        again = self._config(_CAPACITY, 8)
        while again != capacity:  # it is read in pieces, and may change between them
            capacity = again
            again = self._config(_CAPACITY, 8)
        if capacity > _LARGEST_CAPACITY:
            raise DeviceError(_EIO, "virtio disk of impossible size")
        self.sectors = capacity // self._wire
        self.discard = 0
        if features & _FEATURE_DISCARD != 0 and not self.read_only:
            self.discard = self._config(_MAX_DISCARD_SECTORS, 4) // self._wire
        queue = RequestQueue(transport, u64(0), u64(_REQUESTS), u64(self.piece * size))
        self._queue = queue
        self._lengths: Array[i64] = Array(i64(queue.count))  # of what a READ is to give; 0 for others
        self._short: Array[i64] = Array(i64(queue.count))  # 1: the device wrote less than that
        self._free: Array[i64] = Array(i64(queue.count))  # the first `_free_count`
        self._free_count = i64(0)
        index = i64(0)
        while index < i64(queue.count):
            self._release(index)
            index += 1
        start_device(transport)

    def _config(self, offset: int, size: int) -> int:
        """A little-endian number of the device's configuration."""
        value = 0
        for i in range(size):
            value |= int(self._transport.read_config(u64(offset + i))) << (8 * i)
        return value

    def _release(self, index: i64) -> None:
        self._free[self._free_count] = index
        self._free_count = self._free_count + 1

    def begin(self, kind: int, sector: int, count: int, data: bytes, start: int) -> int:
        """Queue a request (Disk.begin)."""
        if kind == READ:
            return self._submit(_TYPE_IN, sector, count * self.sector_size, True)
        if kind == WRITE:
            size = count * self.sector_size
            number = self._take()
            if number >= 0:
                source = tail_address(data) + u64(start)
                copy_memory(self._queue.data(u64(number)), source, u64(size))
                keep_alive(data)
                self._send(number, _TYPE_OUT, sector, size, False)
            return int(number)
        if kind == FLUSH:
            return self._submit(_TYPE_FLUSH, 0, 0, False)
        number = self._take()
        if number >= 0:
            place = self._queue.data(u64(number))
            store64(place, u64(sector * self._wire))
            store32(place + 8, u32(count * self._wire))
            store32(place + 12, u32(0))
            self._send(number, _TYPE_DISCARD, 0, _RANGE_BYTES, False)
        return int(number)

    def begin_identify(self) -> int:
        """Queue a question for the device's name, 20 bytes padded with zeros."""
        return self._submit(_TYPE_GET_ID, 0, _ID_BYTES, True)

    def _submit(self, kind: int, sector: int, size: int, device_writes: bool) -> int:
        number = self._take()
        if number >= 0:
            self._send(number, kind, sector, size, device_writes)
        return int(number)

    def _take(self) -> i64:
        """A free request, -1: none."""
        if self._free_count == 0:
            return i64(-1)
        self._free_count = self._free_count - 1
        return self._free[self._free_count]

    def _send(self, number: i64, kind: int, sector: int, size: int, device_writes: bool) -> None:
        header = self._queue.header(u64(number))
        store32(header, u32(kind))
        store32(header + 4, u32(0))
        store64(header + 8, u64(sector * self._wire))
        self._lengths[number] = i64(size if device_writes else 0)
        self._queue.submit(u64(number), u64(size), device_writes)

    def kick(self) -> None:
        self._queue.kick()

    def take_done(self) -> int:
        """A request that has ended (Disk.take_done).  Raises DeviceError."""
        number = self._queue.take_used()
        if number >= 0:
            self._short[number] = i64(1 if i64(self._queue.last_length) <= self._lengths[number] else 0)
        return int(number)

    def has_ended(self) -> bool:
        return self._queue.has_used()

    def status(self, number: int) -> int:
        """0, or the errno."""
        said = int(self._queue.status(u64(number)))
        if said == _UNSUPPORTED:
            return _EOPNOTSUPP
        if said != _OK:
            return _EIO
        # What a READ did not fill is an earlier request's.
        return _EIO if self._lengths[i64(number)] != 0 and self._short[i64(number)] != 0 else 0

    def finish(self, number: int) -> bytes:
        """What was read; the number is free again."""
        data = b""
        size = self._lengths[i64(number)]
        if size != 0 and self.status(number) == 0:
            data = dma.read_bytes(self._queue.data(u64(number)), u64(size))
        self._release(i64(number))
        return data

    def prepare_to_sleep(self) -> bool:
        self._transport.acknowledge_interrupt()
        self._queue.interrupt_when_used(True)
        return not self._queue.has_used()

    def wake(self) -> None:
        self._queue.interrupt_when_used(False)
        self._transport.acknowledge_interrupt()

    def stop(self) -> None:
        """Reset the device."""
        stop_device(self._transport)
