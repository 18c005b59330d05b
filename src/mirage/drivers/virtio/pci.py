"""virtio over PCI: modern (virtio 1.2, 4.1) and legacy (4.1.4.10), with MSI-X when the device has it."""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64.instructions import in8, in16, in32, out8, out16, out32
from mirage.drivers import pci
from mirage.drivers.virtio.transport import Transport
from mirage.lowlevel import (
    Array,
    i64,
    noinline,
    u8,
    u16,
    u32,
    u64,
    volatile_load8,
    volatile_load16,
    volatile_load32,
    volatile_store8,
    volatile_store16,
    volatile_store32,
)

VENDOR: Final = 0x1AF4
_CAPABILITY_VENDOR: Final = 9
_TYPE_COMMON: Final = 1
_TYPE_NOTIFY: Final = 2
_TYPE_ISR: Final = 3
_TYPE_DEVICE: Final = 4
_NO_VECTOR: Final = 0xFFFF
_MOST_QUEUES: Final = 4  # that a driver here uses

# Offsets in the common configuration (4.1.4.3).
_DEVICE_FEATURE_SELECT: Final = 0
_DEVICE_FEATURE: Final = 4
_DRIVER_FEATURE_SELECT: Final = 8
_DRIVER_FEATURE: Final = 12
_CONFIG_VECTOR: Final = 16
_DEVICE_STATUS: Final = 20
_QUEUE_SELECT: Final = 22
_QUEUE_SIZE: Final = 24
_QUEUE_VECTOR: Final = 26
_QUEUE_ENABLE: Final = 28
_QUEUE_NOTIFY_OFFSET: Final = 30
_QUEUE_DESCRIPTORS: Final = 32
_QUEUE_DRIVER: Final = 40
_QUEUE_DEVICE: Final = 48


class PciModernTransport(Transport):
    """A virtio 1 device.  The addresses of its structures are given, so that they can be mapped first."""

    def __init__(
        self, kind: u64, common: u64, notify: u64, multiplier: u64, isr: u64, device: u64, uses_msix: bool
    ) -> None:
        super().__init__(kind, True)
        self._common = common
        self._notify = notify
        self._multiplier = multiplier
        self._isr = isr
        self._device = device
        self._uses_msix = uses_msix
        self._doorbells: Array[u64] = Array(i64(_MOST_QUEUES))

    def read_status(self) -> u64:
        return u64(volatile_load8(self._common + u64(_DEVICE_STATUS)))

    def write_status(self, value: u64) -> None:
        volatile_store8(self._common + u64(_DEVICE_STATUS), u8(value))

    def read_features(self) -> u64:
        volatile_store32(self._common + u64(_DEVICE_FEATURE_SELECT), u32(0))
        low = u64(volatile_load32(self._common + u64(_DEVICE_FEATURE)))
        volatile_store32(self._common + u64(_DEVICE_FEATURE_SELECT), u32(1))
        return low | u64(volatile_load32(self._common + u64(_DEVICE_FEATURE))) << 32

    def write_features(self, features: u64) -> None:
        volatile_store32(self._common + u64(_DRIVER_FEATURE_SELECT), u32(0))
        volatile_store32(self._common + u64(_DRIVER_FEATURE), u32(features))
        volatile_store32(self._common + u64(_DRIVER_FEATURE_SELECT), u32(1))
        volatile_store32(self._common + u64(_DRIVER_FEATURE), u32(features >> 32))

    def queue_size(self, queue: u64) -> u64:
        if queue >= u64(_MOST_QUEUES):
            return u64(0)
        volatile_store16(self._common + u64(_QUEUE_SELECT), u16(queue))
        return u64(volatile_load16(self._common + u64(_QUEUE_SIZE)))

    def set_queue(self, queue: u64, size: u64, descriptors: u64, available: u64, used: u64) -> None:
        volatile_store16(self._common + u64(_QUEUE_SELECT), u16(queue))
        volatile_store16(self._common + u64(_QUEUE_SIZE), u16(size))
        volatile_store16(self._common + u64(_CONFIG_VECTOR), u16(_NO_VECTOR))
        if self._uses_msix:
            volatile_store16(self._common + u64(_QUEUE_VECTOR), u16(0))
        self._write_address(_QUEUE_DESCRIPTORS, descriptors)
        self._write_address(_QUEUE_DRIVER, available)
        self._write_address(_QUEUE_DEVICE, used)
        offset = u64(volatile_load16(self._common + u64(_QUEUE_NOTIFY_OFFSET)))
        self._doorbells[i64(queue)] = self._notify + offset * self._multiplier
        volatile_store16(self._common + u64(_QUEUE_ENABLE), u16(1))

    @noinline
    def _write_address(self, register: int, address: u64) -> None:
        volatile_store32(self._common + u64(register), u32(address))
        volatile_store32(self._common + u64(register) + 4, u32(address >> 32))

    def notify(self, queue: u64) -> None:
        volatile_store16(self._doorbells[i64(queue)], u16(queue))

    def read_config(self, offset: u64) -> u64:
        return u64(volatile_load8(self._device + offset))

    def acknowledge_interrupt(self) -> None:
        if not self._uses_msix:
            volatile_load8(self._isr)


class PciLegacyTransport(Transport):
    """A device of virtio 0.9.5 behind I/O ports."""

    def __init__(self, kind: u64, ports: u64, uses_msix: bool) -> None:
        super().__init__(kind, False)
        self._ports = ports
        self._uses_msix = uses_msix

    def read_status(self) -> u64:
        return u64(in8(self._ports + 18))

    def write_status(self, value: u64) -> None:
        out8(self._ports + 18, value)

    def read_features(self) -> u64:
        return u64(in32(self._ports))

    def write_features(self, features: u64) -> None:
        out32(self._ports + 4, features & 0xFFFFFFFF)

    def queue_size(self, queue: u64) -> u64:
        out16(self._ports + 14, queue)
        return u64(in16(self._ports + 12))

    def fixed_queue_size(self) -> bool:
        return True

    def set_queue(self, queue: u64, size: u64, descriptors: u64, available: u64, used: u64) -> None:
        out16(self._ports + 14, queue)
        if self._uses_msix:
            out16(self._ports + 20, u64(_NO_VECTOR))
            out16(self._ports + 22, u64(0))
        out32(self._ports + 8, descriptors >> 12)

    def notify(self, queue: u64) -> None:
        out16(self._ports + 16, queue)

    def read_config(self, offset: u64) -> u64:
        base = u64(24 if self._uses_msix else 20)
        return u64(in8(self._ports + base + offset))

    def acknowledge_interrupt(self) -> None:
        if not self._uses_msix:
            in8(self._ports + 19)


@noinline
def device_kind(function: u64) -> u64:
    """The virtio device type of a PCI function; 0 when it is no virtio device."""
    identity = pci.vendor_and_device(function)
    device = identity >> 16
    if (identity & 0xFFFF) != VENDOR or device < 0x1000 or device > 0x107F:
        return u64(0)
    if device >= 0x1040:
        return device - 0x1040
    return pci.read16(function, u64(0x2E))


@noinline
def structure_address(function: u64, wanted: u64) -> u64:
    """The address of the configuration structure of type `wanted` (1..4); 0: the device is legacy."""
    offset = structure_capability(function, wanted)
    if offset == 0:
        return u64(0)
    base = pci.base_address(function, pci.read8(function, offset + 4))
    if base == 0:
        return base
    return base + pci.read32(function, offset + 8)


def structure_capability(function: u64, wanted: u64) -> u64:
    """The offset of the first capability for structure `wanted` in a memory BAR; 0 for none."""
    offset = pci.next_capability(function, u64(0))
    steps = u64(0)
    while offset != 0 and steps < 48:
        if pci.read8(function, offset) == _CAPABILITY_VENDOR and pci.read8(function, offset + 3) == wanted:
            bar = pci.read8(function, offset + 4)
            if bar < 6 and not pci.is_port_bar(function, bar):
                return offset
        offset = pci.next_capability(function, offset)
        steps += 1
    return u64(0)


@noinline
def structure_size(function: u64, wanted: u64) -> u64:
    """Its length in bytes."""
    return pci.read32(function, structure_capability(function, wanted) + 12)


@noinline
def pci_transport(function: u64, uses_msix: bool) -> Transport | None:
    """The transport of a virtio function whose structures are mapped; None when it has none we can use."""
    kind = device_kind(function)
    common = structure_address(function, u64(_TYPE_COMMON))
    if common != 0:
        multiplier = pci.read32(function, structure_capability(function, u64(_TYPE_NOTIFY)) + 16)
        return PciModernTransport(
            kind,
            common,
            structure_address(function, u64(_TYPE_NOTIFY)),
            multiplier,
            structure_address(function, u64(_TYPE_ISR)),
            structure_address(function, u64(_TYPE_DEVICE)),
            uses_msix,
        )
    if pci.is_port_bar(function, u64(0)):
        return PciLegacyTransport(kind, pci.base_address(function, u64(0)), uses_msix)
    return None
