"""Local APIC (timer, end of interrupt) and I/O APIC (device lines).

Intel SDM volume 3, chapter 10; 82093AA data sheet.  The local APIC is used in xAPIC mode, at its usual
address.
"""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64.instructions import out8, read_msr, write_msr
from mirage.cpu.x86_64.paging import map_device
from mirage.cpu.x86_64.traps import SPURIOUS_VECTOR, TIMER_VECTOR
from mirage.lowlevel import call_symbol, noinline, nostack, u32, u64, volatile_load32, volatile_store32

LOCAL_APIC: Final = 0xFEE00000
IO_APIC: Final = 0xFEC00000

_BASE_MSR: Final = 0x1B
_ID: Final = 0x20
_TASK_PRIORITY: Final = 0x80
_SPURIOUS: Final = 0xF0
_LVT_TIMER: Final = 0x320
_LVT_LINT0: Final = 0x350
_MASKED: Final = 0x10000
_INITIAL_COUNT: Final = 0x380
_CURRENT_COUNT: Final = 0x390
_DIVIDE: Final = 0x3E0


@nostack
def map_registers() -> bool:
    """Map both register pages; False when the page-table pool is used up."""
    return map_device(u64(LOCAL_APIC), u64(4096)) and map_device(u64(IO_APIC), u64(4096))


@noinline
@nostack
def _write(register: u64, value: u64) -> None:
    volatile_store32(u64(LOCAL_APIC) + register, u32(value))


@nostack
def enable() -> None:
    """Turn the local APIC on, with the timer one-shot at the undivided bus clock.

    The old 8259 pair, which firmware leaves running with vectors of exceptions, is masked first.
    """
    out8(u64(0x21), u64(0xFF))
    out8(u64(0xA1), u64(0xFF))
    _write(u64(_LVT_LINT0), u64(_MASKED))
    write_msr(u64(_BASE_MSR), read_msr(u64(_BASE_MSR)) | 0x800)
    _write(u64(_TASK_PRIORITY), u64(0))
    _write(u64(_DIVIDE), u64(11))
    _write(u64(_LVT_TIMER), u64(TIMER_VECTOR))
    _write(u64(_SPURIOUS), u64(0x100 | SPURIOUS_VECTOR))


@nostack
def start_timer(ticks: u64) -> None:
    """Interrupt once after `ticks` of the bus clock (1 .. 2**32-1); 0 stops the timer."""
    _write(u64(_INITIAL_COUNT), ticks)


@nostack
def timer_ticks_left() -> u64:
    return u64(volatile_load32(u64(LOCAL_APIC) + u64(_CURRENT_COUNT)))


def local_id() -> u64:
    return u64(volatile_load32(u64(LOCAL_APIC) + u64(_ID))) >> 24


def _io_write(register: u64, value: u64) -> None:
    volatile_store32(u64(IO_APIC), u32(register))
    volatile_store32(u64(IO_APIC) + 16, u32(value))


def route_line(line: u64, vector: u64) -> None:
    """Send I/O APIC input `line` (level-triggered, active high) to this processor as `vector`."""
    _io_write(0x11 + line * 2, local_id() << 24)
    _io_write(0x10 + line * 2, vector | 0x8000)


@nostack
def wait_for_interrupt() -> None:
    """Sleep until an interrupt comes; one that came since interrupts were last enabled counts."""
    call_symbol("mirage_wait_for_interrupt")
