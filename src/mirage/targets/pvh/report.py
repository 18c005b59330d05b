"""Messages without a heap: text and numbers to stderr, lines for the launcher to the status channel.

The status channel is port 0xE9: QEMU's debug console, Xen's log (docs/design/targets.md).  All of it works in
trap handlers.
"""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64.instructions import out8
from mirage.lowlevel import load8, noinline, nostack, small_value, tail_address, u64
from mirage.targets.current_console import write_errors

STATUS_PORT: Final = 0xE9

_status: bool = False


@nostack
def open_status(present: bool) -> None:
    """Whether somebody listens at the status channel; before this nothing is written there."""
    global _status
    _status = present


@noinline
@nostack
def put(text: str) -> None:
    """ASCII text to stderr."""
    write_errors(tail_address(text), u64(small_value(len(text))))


@noinline
@nostack
def put_hex(value: u64, digits: u64) -> None:
    """A number as 0x and `digits` hexadecimal digits, to stderr."""
    put("0x")
    shift = digits * 4
    while shift != 0:
        shift -= 4
        write_errors(tail_address("0123456789abcdef") + (value >> shift & 15), u64(1))


@noinline
@nostack
def status(text: str) -> None:
    """ASCII text to the status channel."""
    if not _status:
        return
    address = tail_address(text)
    end = address + u64(small_value(len(text)))
    while address < end:
        out8(u64(STATUS_PORT), u64(load8(address)))
        address += 1


@noinline
@nostack
def status_number(value: u64) -> None:
    """An unsigned number in decimal to the status channel."""
    if not _status:
        return
    unit = u64(1)
    while value // unit >= 10:
        unit *= 10
    while unit != 0:
        out8(u64(STATUS_PORT), value // unit % 10 + 48)
        unit //= 10
