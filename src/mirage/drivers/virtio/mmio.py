"""virtio over memory-mapped registers, version 1 (legacy) and 2 (virtio 1.2, 4.2)."""

from __future__ import annotations

from typing import Final

from mirage.drivers.virtio.transport import Transport
from mirage.lowlevel import noinline, u8, u32, u64, volatile_load8, volatile_load32, volatile_store32

_MAGIC: Final = 0x74726976

# Register offsets.
_MAGIC_VALUE: Final = 0x000
_VERSION: Final = 0x004
_DEVICE_ID: Final = 0x008
_DEVICE_FEATURES: Final = 0x010
_DEVICE_FEATURES_SELECT: Final = 0x014
_DRIVER_FEATURES: Final = 0x020
_DRIVER_FEATURES_SELECT: Final = 0x024
_GUEST_PAGE_SIZE: Final = 0x028
_QUEUE_SELECT: Final = 0x030
_QUEUE_SIZE_MAX: Final = 0x034
_QUEUE_SIZE: Final = 0x038
_QUEUE_ALIGN: Final = 0x03C
_QUEUE_PAGE: Final = 0x040
_QUEUE_READY: Final = 0x044
_QUEUE_NOTIFY: Final = 0x050
_INTERRUPT_STATUS: Final = 0x060
_INTERRUPT_ACKNOWLEDGE: Final = 0x064
_STATUS: Final = 0x070
_QUEUE_DESCRIPTORS: Final = 0x080
_QUEUE_DRIVER: Final = 0x090
_QUEUE_DEVICE: Final = 0x0A0
_CONFIG: Final = 0x100


class MmioTransport(Transport):
    """The device whose registers begin at `base`."""

    def __init__(self, base: u64, kind: u64, modern: bool) -> None:
        super().__init__(kind, modern)
        self._base = base

    @noinline
    def _read(self, register: int) -> u64:
        return u64(volatile_load32(self._base + u64(register)))

    @noinline
    def _write(self, register: int, value: u64) -> None:
        volatile_store32(self._base + u64(register), u32(value))

    def read_status(self) -> u64:
        return self._read(_STATUS)

    def write_status(self, value: u64) -> None:
        self._write(_STATUS, value)
        if value == 0 and not self.modern:
            self._write(_GUEST_PAGE_SIZE, u64(4096))

    def read_features(self) -> u64:
        self._write(_DEVICE_FEATURES_SELECT, u64(0))
        features = self._read(_DEVICE_FEATURES)
        if self.modern:
            self._write(_DEVICE_FEATURES_SELECT, u64(1))
            features = features | self._read(_DEVICE_FEATURES) << 32
        return features

    def write_features(self, features: u64) -> None:
        self._write(_DRIVER_FEATURES_SELECT, u64(0))
        self._write(_DRIVER_FEATURES, features & 0xFFFFFFFF)
        if self.modern:
            self._write(_DRIVER_FEATURES_SELECT, u64(1))
            self._write(_DRIVER_FEATURES, features >> 32)

    def queue_size(self, queue: u64) -> u64:
        self._write(_QUEUE_SELECT, queue)
        return self._read(_QUEUE_SIZE_MAX)

    def set_queue(self, queue: u64, size: u64, descriptors: u64, available: u64, used: u64) -> None:
        self._write(_QUEUE_SELECT, queue)
        self._write(_QUEUE_SIZE, size)
        if self.modern:
            self._write_address(_QUEUE_DESCRIPTORS, descriptors)
            self._write_address(_QUEUE_DRIVER, available)
            self._write_address(_QUEUE_DEVICE, used)
            self._write(_QUEUE_READY, u64(1))
        else:
            self._write(_QUEUE_ALIGN, u64(4096))
            self._write(_QUEUE_PAGE, descriptors >> 12)

    @noinline
    def _write_address(self, register: int, address: u64) -> None:
        self._write(register, address & 0xFFFFFFFF)
        self._write(register + 4, address >> 32)

    def notify(self, queue: u64) -> None:
        volatile_store32(self._base + u64(_QUEUE_NOTIFY), u32(queue))

    def read_config(self, offset: u64) -> u64:
        return u64(u8(volatile_load8(self._base + u64(_CONFIG) + offset)))

    def acknowledge_interrupt(self) -> None:
        pending = self._read(_INTERRUPT_STATUS)
        if pending != 0:
            self._write(_INTERRUPT_ACKNOWLEDGE, pending)


@noinline
def mmio_transport(base: u64) -> MmioTransport | None:
    """The device at `base`, whose page is mapped; None when the slot is empty or unknown."""
    if volatile_load32(base + u64(_MAGIC_VALUE)) != _MAGIC:
        return None
    version = volatile_load32(base + u64(_VERSION))
    kind = u64(volatile_load32(base + u64(_DEVICE_ID)))
    if kind == 0 or (version != 1 and version != 2):
        return None
    return MmioTransport(base, kind, version == 2)
