"""What a processor exception prints before the machine ends: what, where, registers, likely callers.

The image holds no symbol table; `mirage run` turns the addresses of the status line into functions and lines.
"""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64.instructions import read_cr2
from mirage.cpu.x86_64.traps import FRAME_ERROR, FRAME_RFLAGS, FRAME_RIP, FRAME_RSP, FRAME_VECTOR
from mirage.lowlevel import export, load64, noinline, nostack, symbol_address, u64
from mirage.targets.current_console import crash
from mirage.targets.pvh.report import put, put_hex, status, status_number

_MOST_CALLERS: Final = 24

_crashed: bool = False


@nostack
def _name(vector: u64) -> str:
    if vector == 0:
        return "divide error"
    if vector == 2:
        return "non-maskable interrupt"
    if vector == 3:
        return "breakpoint"
    if vector == 6:
        return "invalid instruction"
    if vector == 8:
        return "double fault"
    if vector == 12:
        return "stack fault"
    if vector == 13:
        return "general protection fault"
    if vector == 14:
        return "page fault"
    if vector == 16 or vector == 19:
        return "floating-point exception"
    if vector == 18:
        return "machine check"
    return "exception"


@nostack
def _exit_code(vector: u64) -> u64:
    """128 + the signal a Unix process would die of, so that every target's shell sees the same."""
    if vector == 0 or vector == 16 or vector == 19:
        return u64(136)
    if vector == 6:
        return u64(132)
    if vector == 3:
        return u64(133)
    if vector == 14 or vector == 13 or vector == 12 or vector == 8:
        return u64(139)
    return u64(134)


@nostack
def _within(address: u64, start: u64, size: u64) -> bool:
    return address >= start and address < start + size


@nostack
def _explain_page_fault(address: u64, error: u64) -> None:
    put(" at ")
    put_hex(address, u64(16))
    if (error & 16) != 0:
        put(" (execute")
    elif (error & 2) != 0:
        put(" (write")
    else:
        put(" (read")
    if _within(address, symbol_address("__stack_guard"), u64(4096)):
        put(": stack overflow)")
    elif address < 4096:
        put(": page 0)")
    elif _within(address, symbol_address("__text_start"), _size_of_text()):
        put(": program text)")
    elif (error & 1) == 0:
        put(": not mapped)")
    else:
        put(": protected)")


@nostack
def _size_of_text() -> u64:
    return symbol_address("__text_end") - symbol_address("__text_start")


@noinline
@nostack
def _register(name: str, value: u64) -> None:
    put(name)
    put_hex(value, u64(16))


@export("mirage_trap")
@nostack
def mirage_trap(frame: u64) -> None:
    """Called by the stubs with the address of the saved registers; ends the machine."""
    global _crashed
    vector = load64(frame + u64(FRAME_VECTOR))
    error = load64(frame + u64(FRAME_ERROR))
    rip = load64(frame + u64(FRAME_RIP))
    rsp = load64(frame + u64(FRAME_RSP))
    if _crashed:
        crash(u64(134))
    _crashed = True
    put("mirage: ")
    put(_name(vector))
    if vector == 14:
        _explain_page_fault(read_cr2(), error)
    put("\n")
    _register("  rip ", rip)
    _register(" rsp ", rsp)
    _register(" flags ", load64(frame + u64(FRAME_RFLAGS)))
    put(" vector ")
    put_hex(vector, u64(2))
    put(" error ")
    put_hex(error, u64(8))
    put("\n")
    _register("  rax ", load64(frame + 112))
    _register(" rbx ", load64(frame + 104))
    _register("  rcx ", load64(frame + 96))
    _register("  rdx ", load64(frame + 88))
    put("\n")
    _register("  rsi ", load64(frame + 80))
    _register(" rdi ", load64(frame + 72))
    _register(" rbp ", load64(frame + 64))
    _register("   r8 ", load64(frame + 56))
    put("\n")
    _register("   r9 ", load64(frame + 48))
    _register(" r10 ", load64(frame + 40))
    _register(" r11 ", load64(frame + 32))
    _register("  r12 ", load64(frame + 24))
    put("\n")
    _register("  r13 ", load64(frame + 16))
    _register(" r14 ", load64(frame + 8))
    _register(" r15 ", load64(frame))
    _register("  cr2 ", read_cr2())
    put("\n")
    _report_places(rip, rsp)
    crash(_exit_code(vector))


@nostack
def _report_places(rip: u64, rsp: u64) -> None:
    """`trap RIP CALLER ...` on the status channel: words on the stack that point into the text."""
    status("trap ")
    status_number(rip)
    start = symbol_address("__text_start")
    size = _size_of_text()
    slot = rsp & ~u64(7)
    if slot < symbol_address("__stack_start"):
        slot = symbol_address("__stack_start")
    found = u64(0)
    while slot < symbol_address("__stack_end") and found < _MOST_CALLERS:
        word = load64(slot)
        if _within(word, start, size):
            status(" ")
            status_number(word)
            found += 1
        slot += 8
    status("\n")
