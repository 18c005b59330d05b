"""Page tables: one to one, 4 KiB pages around the image, 2 MiB pages for the rest of memory.

Nothing is both writable and executable, page 0 and the guard pages are absent, and `seal` at last makes the
tables themselves read-only (Intel SDM volume 3, chapter 4).  Table pages come from one contiguous pool given
by the target, so that sealing is one range.
"""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64.instructions import cpuid, read_cr0, read_cr4, write_cr0, write_cr3, write_cr4
from mirage.lowlevel import fill_memory, load64, nostack, store64, u8, u64

PAGE: Final = 4096
LARGE_PAGE: Final = 0x200000

_PRESENT_WRITABLE: Final = 3
_ADDRESS_MASK: Final = 0x000FFFFFFFFFF000

# What a range may be used for: flags of the lowest-level entry.
EXECUTE: Final = 0x1
READ: Final = 0x8000000000000001
WRITE: Final = 0x8000000000000003
DEVICE: Final = 0x800000000000001B  # writable, uncached (PWT, PCD)

_root: u64 = u64(0)
_pool_start: u64 = u64(0)
_pool_next: u64 = u64(0)
_pool_end: u64 = u64(0)
_sealed: bool = False


@nostack
def begin(pool: u64, size: u64) -> None:
    """Take the pool (page-aligned, bytes) for tables and make an empty root."""
    global _root, _pool_start, _pool_next, _pool_end
    _pool_start = pool
    _pool_next = pool
    _pool_end = pool + size
    _root = _new_table()


@nostack
def _new_table() -> u64:
    """A zeroed table page, 0 when the pool is used up."""
    global _pool_next
    table = _pool_next
    if table == _pool_end:
        return u64(0)
    _pool_next = table + 4096
    fill_memory(table, u8(0), u64(4096))
    return table


@nostack
def _next_table(slot: u64) -> u64:
    """The table that the entry at `slot` points to, made when absent; 0 when the pool is used up."""
    entry = load64(slot)
    if (entry & 1) != 0:
        return entry & u64(_ADDRESS_MASK)
    table = _new_table()
    if table != 0:
        store64(slot, table | u64(_PRESENT_WRITABLE))
    return table


@nostack
def _split(slot: u64) -> u64:
    """Replace the 2 MiB page at `slot` by a table of 4 KiB pages with the same rights."""
    entry = load64(slot)
    table = _new_table()
    if table == 0:
        return table
    page = entry & ~u64(0x80)
    i = u64(0)
    while i < 512:
        store64(table + i * 8, page + i * 4096)
        i += 1
    store64(slot, table | u64(_PRESENT_WRITABLE))
    return table


@nostack
def map_range(start: u64, end: u64, flags: u64) -> bool:
    """Map [start, end), page-aligned, one to one with `flags`; False when the table pool is used up.

    Flags 0 unmaps.  Large pages are used where a whole one fits and nothing smaller is there.
    """
    if _sealed:
        return False
    address = start
    while address < end:
        pointers = _next_table(_root + ((address >> 39) & 511) * 8)
        if pointers == 0:
            return False
        directory = _next_table(pointers + ((address >> 30) & 511) * 8)
        if directory == 0:
            return False
        slot = directory + ((address >> 21) & 511) * 8
        entry = load64(slot)
        whole = (address & 0x1FFFFF) == 0 and end - address >= 0x200000
        if whole and ((entry & 1) == 0 or (entry & 0x80) != 0):
            if flags == 0:
                store64(slot, u64(0))
            else:
                store64(slot, address | flags | 0x80)
            address += 0x200000
            continue
        if (entry & 1) != 0 and (entry & 0x80) != 0:
            table = _split(slot)
        else:
            table = _next_table(slot)
        if table == 0:
            return False
        if flags == 0:
            store64(table + ((address >> 12) & 511) * 8, u64(0))
        else:
            store64(table + ((address >> 12) & 511) * 8, address | flags)
        address += 4096
    return True


@nostack
def map_device(start: u64, size: u64) -> bool:
    """Map the pages that hold a device's registers, uncached."""
    first = start & ~u64(0xFFF)
    end = (start + size + 0xFFF) & ~u64(0xFFF)
    return map_range(first, end, u64(DEVICE))


@nostack
def activate() -> None:
    """Switch to the tables and turn on what the processor has against mistakes: WP, SMEP, SMAP, UMIP."""
    write_cr3(_root)
    write_cr0(read_cr0() | 0x10000)
    control = read_cr4()
    if cpuid(u64(0), u64(0), u64(0)) >= 7:
        features = u64(cpuid(u64(7), u64(0), u64(4)))
        more_features = u64(cpuid(u64(7), u64(0), u64(8)))
        if (features >> 7) & 1 != 0:
            control |= 1 << 20
        if (features >> 20) & 1 != 0:
            control |= 1 << 21
        if (more_features >> 2) & 1 != 0:
            control |= 1 << 11
    write_cr4(control)


def seal() -> bool:
    """Make every table page read-only; nothing can be mapped or unmapped from here on."""
    global _sealed
    if not map_range(_pool_start, _pool_end, u64(READ)):
        return False
    _sealed = True
    write_cr3(_root)
    return True
