"""The grant table: which domain may use which of our pages (Xen, public/grant_table.h).

The table's pages are Xen's; the first eight entries are reserved.  In version 1 an entry is 8 bytes: flags,
domain, page number; Xen notes in the flags that it is in use.  In version 2, taken where Xen offers it, an
entry is 16 bytes that only we write; that it is in use stands in a page apart, which only Xen writes.
"""

from __future__ import annotations

from typing import Final

from mirage.drivers.xen import hypercall
from mirage.lowlevel import (
    asm,
    compiler_barrier,
    full_barrier,
    symbol_address,
    u16,
    u32,
    u64,
    volatile_load16,
    volatile_store16,
    volatile_store32,
    volatile_store64,
)

_RESERVED: Final = 8
_FRAMES: Final = 5  # what there is room for, then a page of status
_PERMIT: Final = 1
_READ_ONLY: Final = 4
_IN_USE: Final = 0x18  # the other domain reads or writes it now

_version: u64 = u64(0)  # 0: none yet
_frames: u64 = u64(0)  # pages of the table that are mapped
_next: u64 = u64(_RESERVED)
_free: list[int] = []
leaked: int = 0
"""Entries that the other domain did not let go."""


def _begin() -> None:
    """Agree with Xen about the version of a new table."""
    global _version
    _version = u64(1)
    if hypercall.set_grant_version(u64(2)):
        index = u64(hypercall.GRANT_STATUS)
        if hypercall.map_page(u64(hypercall.MAP_GRANT_TABLE), index, _status(u64(0))):
            _version = u64(2)
        else:
            hypercall.set_grant_version(u64(1))


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
    global _version, _frames, _next
    wanted = _frames
    _version = u64(0)
    _frames = u64(0)
    _next = u64(_RESERVED)
    _free.clear()
    if wanted != 0:
        _begin()
    while _frames < wanted:
        if not _grow():
            return False
    return True


def _entry(reference: u64) -> u64:
    return symbol_address("mirage_grant_table") + (reference << (2 + _version))


def _status(reference: u64) -> u64:
    """Of an entry of version 2."""
    return symbol_address("mirage_grant_table") + u64(_FRAMES * 4096) + reference * 2


def grant(domain: u64, address: u64, read_only: bool) -> u64:
    """Let `domain` use the page at `address`; the reference to tell it.  Raises MemoryError."""
    global _next
    if _free:
        reference = u64(_free.pop())
    else:
        if _version == 0:
            _begin()
        if _next << (2 + _version) >= _frames << 12 and not _grow():
            raise MemoryError("no grant references left")
        reference = _next
        _next += 1
    entry = _entry(reference)
    volatile_store16(entry + 2, u16(domain))
    if _version == 1:
        volatile_store32(entry + 4, u32(address >> 12))
    else:
        volatile_store64(entry + 8, address >> 12)
    compiler_barrier()  # domain and page stand before the entry is valid
    volatile_store16(entry, u16(_PERMIT | _READ_ONLY if read_only else _PERMIT))
    return reference


def revoke(reference: u64) -> bool:
    """Take the page back; False when the other domain has it mapped and keeps it: the entry is lost."""
    global leaked
    entry = _entry(reference)
    if _version == 2:
        volatile_store16(entry, u16(0))
        full_barrier()  # Xen must see that it is taken back before we read whether it is in use
        if (u64(volatile_load16(_status(reference))) & _IN_USE) != 0:
            leaked += 1
            return False
        _free.append(int(reference))
        return True
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
