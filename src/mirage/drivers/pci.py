"""PCI configuration space through ports 0xCF8/0xCFC, bus 0 only (PCI Local Bus 3.0, 3.2.2.3.2 and 6).

A function is named by `slot * 8 + function`.
"""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64.instructions import in32, out32
from mirage.lowlevel import noinline, nostack, u32, u64, volatile_load32, volatile_store32

_ADDRESS: Final = 0xCF8
_DATA: Final = 0xCFC

_CAPABILITY_MSIX: Final = 0x11
_MSI_ADDRESS: Final = 0xFEE00000


@nostack
def _select(function: u64, offset: u64) -> None:
    out32(u64(_ADDRESS), u64(0x80000000) | function << 8 | (offset & 0xFC))


@noinline
@nostack
def read32(function: u64, offset: u64) -> u64:
    """An aligned doubleword of the function's configuration."""
    _select(function, offset)
    return u64(in32(u64(_DATA)))


@noinline
@nostack
def write32(function: u64, offset: u64, value: u64) -> None:
    _select(function, offset)
    out32(u64(_DATA), value)


@noinline
@nostack
def read16(function: u64, offset: u64) -> u64:
    return read32(function, offset) >> ((offset & 2) * 8) & 0xFFFF


@noinline
@nostack
def read8(function: u64, offset: u64) -> u64:
    return read32(function, offset) >> ((offset & 3) * 8) & 0xFF


@nostack
def is_present(function: u64) -> bool:
    vendor = read16(function, u64(0))
    return vendor != 0xFFFF and vendor != 0


@nostack
def vendor_and_device(function: u64) -> u64:
    """The vendor in the low 16 bits, the device in the next."""
    return read32(function, u64(0))


@nostack
def enable(function: u64) -> None:
    """Let the function answer I/O and memory accesses, reach memory itself, and not use its INTx line."""
    write32(function, u64(4), read32(function, u64(4)) & 0xFFFF | 0x407)


@noinline
@nostack
def base_address(function: u64, bar: u64) -> u64:
    """What the firmware put into base address register `bar` (0..5): a memory or port address; 0: nothing."""
    low = read32(function, bar * 4 + 0x10)
    if (low & 1) != 0:
        return low & 0xFFFFFFFC
    if (low & 6) == 4 and bar < 5:
        return low & 0xFFFFFFF0 | read32(function, bar * 4 + 0x14) << 32
    return low & 0xFFFFFFF0


@nostack
def is_port_bar(function: u64, bar: u64) -> bool:
    return (read32(function, bar * 4 + 0x10) & 1) != 0


@noinline
@nostack
def next_capability(function: u64, after: u64) -> u64:
    """The offset of the first capability (after = 0) or of the one after; 0 at the end."""
    if after == 0:
        if (read16(function, u64(6)) & 0x10) == 0:
            return u64(0)
        return read8(function, u64(0x34)) & 0xFC
    return read8(function, after + 1) & 0xFC


@noinline
@nostack
def msix_capability(function: u64) -> u64:
    """The offset of the MSI-X capability, 0 when there is none."""
    offset = next_capability(function, u64(0))
    steps = u64(0)
    while offset != 0 and steps < 48:  # a list that bites its tail ends too
        if read8(function, offset) == _CAPABILITY_MSIX:
            return offset
        offset = next_capability(function, offset)
        steps += 1
    return u64(0)


@nostack
def msix_table(function: u64, capability: u64) -> u64:
    """The address of the MSI-X table; its page must be mapped before `enable_msix`."""
    place = read32(function, capability + 4)
    return base_address(function, place & 7) + (place & 0xFFFFFFF8)


@noinline
@nostack
def enable_msix(function: u64, capability: u64, table: u64, processor: u64, vector: u64) -> None:
    """Turn MSI-X on; entry 0 interrupts `processor` with `vector`, the others stay masked."""
    volatile_store32(table, u32(u64(_MSI_ADDRESS) | processor << 12))
    volatile_store32(table + 4, u32(0))
    volatile_store32(table + 8, u32(vector))
    volatile_store32(table + 12, u32(0))
    control = read32(function, capability)
    write32(function, capability, control & 0x3FFFFFFF | 0x80000000)
    volatile_load32(table)  # the writes have arrived when a read comes back
