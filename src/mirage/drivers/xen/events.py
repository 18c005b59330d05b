"""Event channels by the two-level ABI (Xen, public/xen.h: shared_info, vcpu_info; public/event_channel.h).

A port has a pending bit, which Xen sets, and a mask bit.  Nothing is ever done in an interrupt: whoever waits
sleeps until some unmasked port is pending, and each driver takes the bit of its own port.
"""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64.traps import DEVICE_VECTOR
from mirage.drivers.xen import hypercall
from mirage.lowlevel import (
    asm_void,
    call_symbol,
    fill_memory,
    full_barrier,
    noinline,
    nostack,
    symbol_address,
    u8,
    u64,
    volatile_load64,
    volatile_store8,
    volatile_store64,
)

PORTS: Final = 4096

_UPCALL_PENDING: Final = 0
_PENDING_SELECTOR: Final = 8
_PENDING: Final = 2048
_MASK: Final = 2560
_MASK_SIZE: Final = 512
_VECTOR_CALLBACK: Final = 2 << 56  # HVM_PARAM_CALLBACK_TYPE_VECTOR


@nostack
def begin() -> bool:
    """Map shared_info, mask every port and name the interrupt vector; False when Xen refuses."""
    shared = symbol_address("mirage_shared_info")
    if not hypercall.map_page(u64(hypercall.MAP_SHARED_INFO), u64(0), shared):
        return False
    fill_memory(shared + u64(_MASK), u8(255), u64(_MASK_SIZE))
    return hypercall.set_hvm_parameter(
        u64(hypercall.PARAMETER_CALLBACK), u64(_VECTOR_CALLBACK) | u64(DEVICE_VECTOR)
    )


@nostack
def _set_bit(address: u64, bit: u64) -> None:
    """Atomically: Xen changes bits of the same word."""
    asm_void("lock btsq $1, ($0)", "r,r,~{memory},~{flags}", address, bit)


@nostack
def _clear_bit(address: u64, bit: u64) -> None:
    asm_void("lock btrq $1, ($0)", "r,r,~{memory},~{flags}", address, bit)


@nostack
def mask(port: u64) -> None:
    """The port wakes nobody."""
    _set_bit(symbol_address("mirage_shared_info") + u64(_MASK) + (port >> 6) * 8, port & 63)


@nostack
def unmask(port: u64) -> None:
    """The port wakes from now on; `wait` sees what is already pending."""
    _clear_bit(symbol_address("mirage_shared_info") + u64(_MASK) + (port >> 6) * 8, port & 63)


@nostack
def is_pending(port: u64) -> bool:
    word = symbol_address("mirage_shared_info") + u64(_PENDING) + (port >> 6) * 8
    return (volatile_load64(word) >> (port & 63)) & 1 != 0


@nostack
def clear(port: u64) -> None:
    """Take the event: do it before looking at what it announces."""
    _clear_bit(symbol_address("mirage_shared_info") + u64(_PENDING) + (port >> 6) * 8, port & 63)


@noinline
@nostack
def wait() -> None:
    """Sleep until an unmasked port is pending.

    `hlt` is how a PVH guest says SCHEDOP_block.  The hypercall itself would not do: `sti` keeps interrupts
    off for one instruction only, and one taken before the call would leave nothing to end the sleep.
    """
    shared = symbol_address("mirage_shared_info")
    volatile_store8(shared + u64(_UPCALL_PENDING), u8(0))
    volatile_store64(shared + u64(_PENDING_SELECTOR), u64(0))
    full_barrier()  # from here on an event ends the sleep; what came earlier is seen now
    offset = u64(0)
    while offset < _MASK_SIZE:
        pending = volatile_load64(shared + u64(_PENDING) + offset)
        if (pending & ~volatile_load64(shared + u64(_MASK) + offset)) != 0:
            return
        offset += 8
    call_symbol("mirage_wait_for_interrupt")
