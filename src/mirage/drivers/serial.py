"""The 16550 serial port, polled (National Semiconductor PC16550D data sheet).

A port is named by its I/O base.  All functions are usable before the heap exists and in trap handlers.
"""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64.instructions import in8, out8, pause
from mirage.lowlevel import load8, noinline, nostack, u64

COM1: Final = 0x3F8
COM2: Final = 0x2F8

# Register offsets: 0 data, 1 interrupt enable, 2 FIFO control, 3 line control, 4 modem control,
# 5 line status, 7 scratch.
_DATA_READY: Final = 0x01
_TRANSMITTER_READY: Final = 0x20
_TRANSMITTER_EMPTY: Final = 0x40
_FIFO_BYTES: Final = 16


@noinline
@nostack
def open_port(port: u64) -> bool:
    """Set 115200 8N1 with FIFOs and no interrupts; False when there is no such port."""
    out8(port + 7, u64(0x5A))
    if in8(port + 7) != 0x5A:
        return False
    out8(port + 1, u64(0))
    out8(port + 3, u64(0x80))
    out8(port, u64(1))
    out8(port + 1, u64(0))
    out8(port + 3, u64(0x03))
    out8(port + 2, u64(0x01))
    out8(port + 4, u64(0x03))
    return True


@noinline
@nostack
def write(port: u64, address: u64, size: u64) -> None:
    """Send `size` bytes, a FIFO at a time."""
    end = address + size
    while address < end:
        while (in8(port + 5) & _TRANSMITTER_READY) == 0:
            pause()
        limit = address + _FIFO_BYTES
        if limit > end:
            limit = end
        while address < limit:
            out8(port, u64(load8(address)))
            address += 1


@nostack
def drain(port: u64) -> None:
    """Wait until the last byte has left."""
    while (in8(port + 5) & _TRANSMITTER_EMPTY) == 0:
        pause()


@nostack
def has_input(port: u64) -> bool:
    return (in8(port + 5) & _DATA_READY) != 0


@nostack
def read_byte(port: u64) -> u64:
    """The next received byte; call only after `has_input`."""
    return u64(in8(port))
