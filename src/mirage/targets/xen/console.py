"""Standard streams on Xen's console, and the end of the domain.

Output and errors share the console.  Before it is found there is port 0xE9: Xen's log.
The exit code goes to `data/exit` in the store, where who started the domain finds it.
"""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64.instructions import out8
from mirage.drivers.xen import clock, console, events, hypercall, store_ring
from mirage.lowlevel import (
    copy_memory,
    i64,
    load8,
    noinline,
    nostack,
    store8,
    store32,
    store64,
    symbol_address,
    tail_address,
    u8,
    u32,
    u64,
)
from mirage.targets.pvh import report

_END_OF_INPUT: Final = 4  # Ctrl-D, what ends input at a terminal
_EXIT_PATH: Final = "data/exit\0"
_EXIT_PATH_SIZE: Final = 10
_STORE_WRITE: Final = 11
_PATIENCE_NS: Final = 2000000000
_LOOK_NS: Final = 20000000

_input_ended: bool = False
_reason: u64 = u64(hypercall.SHUTDOWN_POWER_OFF)


@noinline
@nostack
def write_output(address: u64, size: u64) -> None:
    if console.is_there():
        console.write(address, size)
        return
    i = u64(0)
    while i < size:
        out8(u64(report.STATUS_PORT), u64(load8(address + i)))
        i += 1


@nostack
def write_errors(address: u64, size: u64) -> None:
    write_output(address, size)


def read_input(address: u64, size: u64) -> i64:
    """Up to `size` bytes of stdin that are there; 0 at its end (Ctrl-D) or without a console, -1: none."""
    global _input_ended
    if size == 0 or _input_ended or not console.is_there():
        return i64(0)
    count = console.read(address, size)
    i = u64(0)
    while i < count:
        if load8(address + i) == _END_OF_INPUT:
            _input_ended = True
            count = i
        i += 1
    if count == 0 and not _input_ended:
        return i64(-1)
    return i64(count)


@nostack
def set_reason(reason: u64) -> None:
    """Why the domain will end (hypercall.SHUTDOWN_...)."""
    global _reason
    _reason = reason


@nostack
def power_off(code: u64) -> None:
    """End the domain with this exit code; does not return."""
    console.drain()
    _tell_exit_code(code)
    report.status("exit ")
    report.status_number(code)
    report.status("\n")
    hypercall.shut_down(_reason)
    while True:
        events.wait()


@nostack
def crash(code: u64) -> None:
    """End the domain as crashed: its configuration says what happens then (on_crash)."""
    set_reason(u64(hypercall.SHUTDOWN_CRASH))
    power_off(code)


@noinline
@nostack
def _tell_exit_code(code: u64) -> None:
    """Write the code to the store, and wait a while for the answer: nobody serves a domain that has ended."""
    if not store_ring.is_there():
        return
    message = symbol_address("mirage_xen_arguments") + 64
    value = message + 16 + u64(_EXIT_PATH_SIZE)
    copy_memory(message + 16, tail_address(_EXIT_PATH), u64(_EXIT_PATH_SIZE))
    end = value
    unit = u64(100)
    while unit != 0:
        if code >= unit or unit == 1:
            store8(end, u8(code // unit % 10 + 48))
            end += 1
        unit //= 10
    store32(message, u32(_STORE_WRITE))
    store64(message + 4, u64(0xFFFFFFFF))
    store32(message + 12, u32(end - message - 16))
    limit = clock.monotonic() + u64(_PATIENCE_NS)
    while message < end and clock.monotonic() < limit:
        count = store_ring.put(message, end - message)
        message += count
        if count == 0:
            _rest()
    while not (store_ring.is_taken() and store_ring.has_answer()) and clock.monotonic() < limit:
        _rest()


@nostack
def _rest() -> None:
    """Sleep until xenstored has done something, for a while."""
    events.unmask(store_ring.port())
    clock.wait_until(clock.monotonic() + u64(_LOOK_NS))
    events.clear(store_ring.port())
