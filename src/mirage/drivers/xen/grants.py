"""Grant table, version 1: which domain may use which of our pages (Xen, public/grant_table.h).

The table's pages are Xen's; entry n is 8 bytes: flags, domain, page number.  The first eight are reserved.
"""

from __future__ import annotations

from typing import Final

from mirage.drivers.xen import hypercall
from mirage.lowlevel import (
    asm,
    compiler_barrier,
    symbol_address,
    u16,
    u32,
    u64,
    volatile_load16,
    volatile_store16,
    volatile_store32,
)

_RESERVED: Final = 8
_FRAMES: Final = 4
_PER_FRAME: Final = 512
_PERMIT: Final = 1
_READ_ONLY: Final = 4
_IN_USE: Final = 0x18  # the other domain reads or writes it now

_frames: u64 = u64(0)  # pages of the table that are mapped
_next: u64 = u64(_RESERVED)
_free: list[int] = []
leaked: int = 0
"""Entries that the other domain did not let go."""


def _grow() -> bool:
    """Map one page more; False when Xen or our room has no more."""
    global _frames
    if _frames == _FRAMES or not hypercall.set_grant_frames(_frames + 1):
        return False
    page = symbol_address("mirage_grant_table") + _frames * 4096
    if not hypercall.map_page(u64(hypercall.MAP_GRANT_TABLE), _frames, page):
        return False
    _frames += 1
    return True


def resumed() -> bool:
    """Map the pages of a new table, in which every entry is free; False when Xen refuses."""
    global _frames, _next
    wanted = _frames
    _frames = u64(0)
    _next = u64(_RESERVED)
    _free.clear()
    while _frames < wanted:
        if not _grow():
            return False
    return True


def _entry(reference: u64) -> u64:
    return symbol_address("mirage_grant_table") + reference * 8


def grant(domain: u64, address: u64, read_only: bool) -> u64:
    """Let `domain` use the page at `address`; the reference to tell it.  Raises MemoryError."""
    global _next
    if _free:
        reference = u64(_free.pop())
    else:
        if _next >= _frames * _PER_FRAME and not _grow():
            raise MemoryError("no grant references left")
        reference = _next
        _next += 1
    entry = _entry(reference)
    volatile_store16(entry + 2, u16(domain))
    volatile_store32(entry + 4, u32(address >> 12))
    compiler_barrier()  # domain and page stand before the entry is valid
    volatile_store16(entry, u16(_PERMIT | _READ_ONLY if read_only else _PERMIT))
    return reference


def revoke(reference: u64) -> bool:
    """Take the page back; False when the other domain has it mapped and keeps it: the entry is lost."""
    global leaked
    entry = _entry(reference)
    while True:
        flags = u64(volatile_load16(entry))
        if (flags & _IN_USE) != 0:
            leaked += 1
            return False
        seen = asm(
            "lock cmpxchgw ${2:w}, ($1)", "={ax},r,r,{ax},~{memory},~{flags}", entry, u64(0), flags
        )
        if (seen & 0xFFFF) == flags:
            _free.append(int(reference))
            return True
