"""Where the image's output goes: COM1 is stdin and stdout, COM2 (when there is one) stderr.

Beside them stands the status channel, QEMU's debug console at port 0xE9: lines for `mirage run`, never for
people (docs/design/targets.md).  Without COM2, stderr joins stdout; without the channel, nothing is lost.
All of it works before the heap exists and in trap handlers.
"""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64 import apic, clock
from mirage.cpu.x86_64.instructions import in8, out8, out16
from mirage.drivers import serial
from mirage.lowlevel import call_symbol, i64, noinline, nostack, store8, u8, u64
from mirage.targets.pvh import report

_DEBUG_EXIT_PORT: Final = 0x501
_INPUT_POLL_NS: Final = 500000

_output: u64 = u64(0)  # ports; 0: none
_errors: u64 = u64(0)
_separate: bool = False
_input_taken: u64 = u64(0)  # bytes of stdin read so far
_input_size: u64 = u64(0)  # how long stdin was, digit by digit
_input_size_known: bool = False


@nostack
def open_console() -> None:
    """Find the serial ports and the status channel."""
    global _output, _errors, _separate
    if serial.open_port(u64(serial.COM1)):
        _output = u64(serial.COM1)
        _errors = u64(serial.COM1)
    if serial.open_port(u64(serial.COM2)):
        _errors = u64(serial.COM2)
        _separate = True
    report.open_status(in8(u64(report.STATUS_PORT)) == report.STATUS_PORT)
    report.status("ready\n")  # only now: turning the FIFOs on has thrown away what was received before


@noinline
@nostack
def write_output(address: u64, size: u64) -> None:
    if _output != 0:
        serial.write(_output, address, size)


@noinline
@nostack
def write_errors(address: u64, size: u64) -> None:
    if _errors != 0:
        serial.write(_errors, address, size)


@nostack
def _read_input_size() -> None:
    """`mirage run` says on COM2 how long stdin was when it has ended: in decimal, then a newline."""
    global _input_size, _input_size_known
    while _separate and serial.has_input(u64(serial.COM2)):
        byte = serial.read_byte(u64(serial.COM2))
        if byte >= 48 and byte <= 57:
            _input_size = _input_size * 10 + (byte - 48)
        elif byte == 10:
            _input_size_known = True


def read_input(address: u64, size: u64) -> i64:
    """Up to `size` bytes of stdin, at least one; 0 at its end, or when there is no port."""
    global _input_taken
    if _output == 0 or size == 0:
        return i64(0)
    while True:
        taken = u64(0)
        while taken < size and serial.has_input(_output):
            store8(address + taken, u8(serial.read_byte(_output)))
            taken += 1
        if taken != 0:
            _input_taken += taken
            return i64(taken)
        _read_input_size()
        if _input_size_known and _input_taken >= _input_size:
            return i64(0)
        clock.arm_timer(u64(_INPUT_POLL_NS))
        apic.wait_for_interrupt()


@nostack
def power_off(code: u64) -> None:
    """End the machine with this exit code by the first way that the VMM knows; does not return."""
    if _output != 0:
        serial.drain(_output)
    if _separate:
        serial.drain(_errors)
    report.status("exit ")
    report.status_number(code)
    report.status("\n")
    out16(u64(_DEBUG_EXIT_PORT), code)  # QEMU's isa-debug-exit
    out16(u64(0x604), u64(0x2000))  # ACPI S5 of QEMU's q35 and i440fx
    out8(u64(0x600), u64(0x34))  # Cloud Hypervisor
    out8(u64(0x64), u64(0xFE))  # keyboard controller reset: Firecracker; ends QEMU under -no-reboot
    call_symbol("mirage_triple_fault")


@nostack
def crash(code: u64) -> None:
    """End the machine after a processor exception; does not return."""
    power_off(code)
