"""Random numbers of the processor (Intel SDM volume 1, 7.3.17)."""

from __future__ import annotations

from mirage.cpu.x86_64.instructions import cpuid
from mirage.lowlevel import call_symbol, copy_memory, noinline, store64, symbol_address, u64


def has_rdrand() -> bool:
    return (cpuid(u64(1), u64(0), u64(8)) >> 30) & 1 != 0


@noinline
def fill(address: u64, size: u64) -> bool:
    """Write `size` random bytes; False when RDRAND gave nothing ten times in a row (7.3.17.1)."""
    scratch = symbol_address("mirage_scratch")
    position = u64(0)
    while position < size:
        if call_symbol("mirage_random", scratch) == 0:
            return False
        part = size - position
        if part > 8:
            part = u64(8)
        copy_memory(address + position, scratch, part)
        position += part
    store64(scratch, u64(0))
    return True
