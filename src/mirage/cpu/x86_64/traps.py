"""Interrupt descriptor table and task-state segment (Intel SDM volume 3, chapters 6 and 7).

Exceptions run on a stack of their own with a guard page below; their stubs are in the target's start.S and
end in the exported function `mirage_trap(frame address)`. Interrupts only arrive where the program waits
for them and run on its stack: a separate one begins anew at each interrupt, so that a second one, which a
hypervisor may deliver at the first instruction for the first (QEMU's nested SVM does, rarely), would lose
the way back.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import (
    call_symbol,
    noinline,
    nostack,
    store16,
    store32,
    store64,
    symbol_address,
    u16,
    u32,
    u64,
)

TIMER_VECTOR: Final = 32
DEVICE_VECTOR: Final = 33
SPURIOUS_VECTOR: Final = 255

_CODE_SELECTOR: Final = 8
_TSS_SELECTOR: Final = 24
_TSS_LIMIT: Final = 103
_INTERRUPT_GATE: Final = 0x8E00

# Where the stub leaves things, in bytes from the frame address.
FRAME_VECTOR: Final = 120
FRAME_ERROR: Final = 128
FRAME_RIP: Final = 136
FRAME_RFLAGS: Final = 152
FRAME_RSP: Final = 160


@noinline
@nostack
def _set_gate(vector: u64, target: u64, stack: u64) -> None:
    """An interrupt gate to `target` that switches to stack `stack` (1..7) of the TSS, or to none (0)."""
    gate = symbol_address("mirage_idt") + vector * 16
    flags = stack | u64(_INTERRUPT_GATE)
    store64(gate, (target & 0xFFFF) | u64(_CODE_SELECTOR) << 16 | flags << 32 | (target >> 16 & 0xFFFF) << 48)
    store64(gate + 8, target >> 32)


@nostack
def install() -> None:
    """Fill and load the IDT and the TSS."""
    tss = symbol_address("mirage_tss")
    _store_unaligned(tss + 36, symbol_address("__trap_stack_end"))
    store16(tss + 102, u16(104))  # no I/O permission map
    descriptor = symbol_address("mirage_gdt") + 24
    store64(
        descriptor,
        u64(_TSS_LIMIT) | (tss & 0xFFFFFF) << 16 | u64(0x89) << 40 | (tss >> 24 & 0xFF) << 56,
    )
    store64(descriptor + 8, tss >> 32)

    stubs = symbol_address("mirage_trap_stubs")
    vector = u64(0)
    while vector < 32:
        _set_gate(vector, stubs + vector * 16, u64(1))
        vector += 1
    interrupt = symbol_address("mirage_interrupt_stub")
    while vector < 48:
        _set_gate(vector, interrupt, u64(0))
        vector += 1
    _set_gate(u64(SPURIOUS_VECTOR), symbol_address("mirage_spurious_stub"), u64(0))
    call_symbol("mirage_load_tables", symbol_address("mirage_idt"), u64(4095), u64(_TSS_SELECTOR))


@nostack
def _store_unaligned(address: u64, value: u64) -> None:
    """The TSS keeps its 64-bit pointers on 4-byte boundaries."""
    store32(address, u32(value))
    store32(address + 4, u32(value >> 32))
