"""Signals: SIGPIPE is ignored, SIGINT ends the process or interrupts a wait, faults are reported."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import (
    export,
    i64,
    load8,
    load64,
    nostack,
    store8,
    store64,
    symbol_address,
    tail_address,
    u8,
    u64,
)
from mirage.targets.linux.machine import console_write, exit_machine
from mirage.targets.linux.system import RT_SIGACTION, SIGALTSTACK, scratch, system_call, system_call_6

_SIGINT: Final = u64(2)
_SIGILL: Final = u64(4)
_SIGBUS: Final = u64(7)
_SIGFPE: Final = u64(8)
_SIGSEGV: Final = u64(11)
_SIGPIPE: Final = u64(13)

_SIG_IGNORE: Final = u64(1)
_SA_SIGINFO: Final = u64(0x4)
_SA_RESTORER: Final = u64(0x04000000)
_SA_ONSTACK: Final = u64(0x08000000)
_SA_RESETHAND: Final = u64(0x80000000)
_FAULT_STACK_BYTES: Final = u64(16384)

# Four characters and where the register is in ucontext_t: A at 40, B at 48, and so on.
_REGISTERS: Final = (
    "rip Qrsp Prbp Krax Nrbx Lrcx Ordx Mrsi Jrdi Ir8  Ar9  Br10 Cr11 Dr12 Er13 Fr14 Gr15 H"
)


@nostack
def _set_action(signal: u64, handler: u64, flags: u64) -> None:
    place = scratch()
    store64(place, handler)
    store64(place + 8, flags | _SA_RESTORER)
    store64(place + 16, symbol_address("linux_signal_return"))
    store64(place + 24, u64(0))
    system_call_6(RT_SIGACTION, signal, place, u64(0), u64(8), u64(0), u64(0))


@nostack
def _is_ignored(signal: u64) -> bool:
    place = scratch()
    store64(place, u64(0))
    system_call_6(RT_SIGACTION, signal, u64(0), place, u64(8), u64(0), u64(0))
    return load64(place) == _SIG_IGNORE


@nostack
def install() -> None:
    """Set all actions; before seccomp."""
    place = scratch()
    store64(place, symbol_address("linux_fault_stack"))
    store64(place + 8, u64(0))
    store64(place + 16, _FAULT_STACK_BYTES)
    system_call(SIGALTSTACK, place, u64(0), u64(0))
    fault = symbol_address("linux_on_fault")
    flags = _SA_SIGINFO | _SA_ONSTACK | _SA_RESETHAND
    _set_action(_SIGSEGV, fault, flags)
    _set_action(_SIGBUS, fault, flags)
    _set_action(_SIGILL, fault, flags)
    _set_action(_SIGFPE, fault, flags)
    _set_action(_SIGPIPE, _SIG_IGNORE, u64(0))
    if not _is_ignored(_SIGINT):  # a shell's background job stays deaf to it
        _set_action(_SIGINT, symbol_address("linux_on_interrupt"), u64(0))


# --- the report of a fault -------------------------------------------------------------------------


@nostack
def _write(text: str) -> None:
    """Write an ASCII literal."""
    console_write(i64(2), tail_address(text), u64(len(text)))


@nostack
def _write_word(value: u64) -> None:
    """Write 16 hexadecimal digits."""
    place = scratch() + 2048
    index = u64(0)
    while index < 16:
        digit = (value >> ((u64(15) - index) * 4)) & 15
        if digit < 10:
            store8(place + index, u8(digit + 48))
        else:
            store8(place + index, u8(digit + 87))
        index = index + 1
    console_write(i64(2), place, u64(16))


@nostack
@export("linux_report_fault")
def report_fault(signal: u64, information: u64, context: u64) -> None:
    """Print what happened and the registers, and end the process as a shell reports the signal (128 + n).

    information    siginfo_t: the address concerned at 16
    context        ucontext_t: r8..r15 from 40, rdi rsi rbp rbx rdx rax rcx rsp rip from 104
    """
    address = load64(information + 16)
    bottom = load64(symbol_address("linux_stack_bottom"))
    if signal == _SIGSEGV and address < bottom and address >= bottom - 65536:
        _write("fatal: stack overflow")
    elif signal == _SIGSEGV:
        _write("fatal: segmentation fault")
    elif signal == _SIGFPE:
        _write("fatal: arithmetic fault")
    elif signal == _SIGILL:
        _write("fatal: illegal instruction")
    else:
        _write("fatal: bus error")
    _write(" at address ")
    _write_word(address)
    index = u64(0)
    while index < 17:
        register = tail_address(_REGISTERS) + index * 5
        if index % 3 == 0:
            _write("\n")
        _write("  ")
        console_write(i64(2), register, u64(4))
        _write_word(load64(context + 40 + (u64(load8(register + 4)) - 65) * 8))
        index = index + 1
    _write("\n")
    exit_machine(i64(signal + 128))
