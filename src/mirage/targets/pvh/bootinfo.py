"""What the VMM says at boot: memory map and command line (Xen, public/arch-x86/hvm/start_info.h).

Both are copied out of the loader's memory at once, which may then be reused.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import copy_memory, load8, load32, load64, nostack, store64, symbol_address, u64

MAGIC: Final = 0x336EC578
_MAX_COMMAND_LINE: Final = 4095
_MAX_REGIONS: Final = 64

_regions: u64 = u64(0)  # how many (start, end) pairs of usable memory stand in mirage_memory_map
_command_line_size: u64 = u64(0)


@nostack
def read(start_info: u64) -> bool:
    """Copy the usable memory regions (whole pages) and the command line; False if the magic is wrong."""
    global _command_line_size
    if load32(start_info) != MAGIC:
        return False
    command_line = load64(start_info + 24)
    if command_line != 0:
        size = u64(0)
        while size < _MAX_COMMAND_LINE and load8(command_line + size) != 0:
            size += 1
        copy_memory(symbol_address("mirage_command_line"), command_line, size)
        _command_line_size = size
    if load32(start_info + 4) == 0:
        return True
    entry = load64(start_info + 40)
    end = entry + u64(load32(start_info + 48)) * 24
    while entry < end:
        if load32(entry + 16) == 1:
            _add_region(load64(entry), load64(entry + 8))
        entry += 24
    return True


@nostack
def _add_region(start: u64, size: u64) -> None:
    """Remember the whole pages of a usable region, from 1 MiB up and below 512 GiB."""
    global _regions
    end = (start + size) & ~u64(0xFFF)
    first = (start + 0xFFF) & ~u64(0xFFF)
    if first < 0x100000:
        first = u64(0x100000)
    if end > u64(0x8000000000):
        end = u64(0x8000000000)
    if first >= end or _regions == _MAX_REGIONS:
        return
    slot = symbol_address("mirage_memory_map") + _regions * 16
    store64(slot, first)
    store64(slot + 8, end)
    _regions += 1


@nostack
def region_count() -> u64:
    return _regions


@nostack
def region_start(index: u64) -> u64:
    return load64(symbol_address("mirage_memory_map") + index * 16)


@nostack
def region_end(index: u64) -> u64:
    return load64(symbol_address("mirage_memory_map") + index * 16 + 8)


@nostack
def command_line_address() -> u64:
    return symbol_address("mirage_command_line")


@nostack
def command_line_size() -> u64:
    """Bytes; at most 4095."""
    return _command_line_size
