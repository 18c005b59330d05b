"""The kernel's clock without a system call: `__vdso_clock_gettime` in the shared object it maps into us.

The auxiliary vector behind the environment says where that ELF image is (vdso(7)); the function is found
through its GNU hash table.  When anything is missing the system call does the same.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import load8, load16, load32, load64, nostack, tail_address, u64

_NAME: Final = "__vdso_clock_gettime"
_SYSINFO_EHDR: Final = u64(33)  # AT_SYSINFO_EHDR in the auxiliary vector
_LOAD: Final = u64(1)
_DYNAMIC: Final = u64(2)
_STRING_TABLE: Final = u64(5)
_SYMBOL_TABLE: Final = u64(6)
_GNU_HASH: Final = u64(0x6FFFFEF5)
_FUNCTION: Final = u64(2)  # STT_FUNC


@nostack
def _image(process_start: u64) -> u64:
    """The address of the ELF image, 0 when there is none; argc is at `process_start`."""
    entry = process_start + 16 + load64(process_start) * 8
    while load64(entry) != 0:
        entry = entry + 8
    entry = entry + 8
    while load64(entry) != 0:
        if load64(entry) == _SYSINFO_EHDR:
            return load64(entry + 8)
        entry = entry + 16
    return u64(0)


@nostack
def _hash_of_name() -> u64:
    """The name's GNU hash, 32 bits."""
    value = u64(5381)
    index = u64(0)
    while index < u64(len(_NAME)):
        value = (value * 33 + u64(load8(tail_address(_NAME) + index))) & 0xFFFFFFFF
        index = index + 1
    return value


@nostack
def _is_name(address: u64) -> bool:
    """The zero-terminated text is the name."""
    index = u64(0)
    while index < u64(len(_NAME)):
        if load8(address + index) != load8(tail_address(_NAME) + index):
            return False
        index = index + 1
    return load8(address + index) == 0


@nostack
def _look_up(table: u64, symbols: u64, strings: u64) -> u64:
    """The address of the function's symbol (24 bytes), 0 when it is not in the GNU hash table."""
    buckets = u64(load32(table))
    first = u64(load32(table + 4))  # index of the first symbol that is in the table
    start = table + 16 + u64(load32(table + 8)) * 8  # behind the Bloom filter
    if buckets == 0:
        return u64(0)
    wanted = _hash_of_name()
    index = u64(load32(start + wanted % buckets * 4))
    if index < first:
        return u64(0)
    chains = start + buckets * 4
    while True:
        found = u64(load32(chains + (index - first) * 4))
        symbol = symbols + index * 24
        if (found | 1) == (wanted | 1) and _is_name(strings + u64(load32(symbol))):
            return symbol
        if found & 1 != 0:
            return u64(0)
        index = index + 1


@nostack
def find_clock(process_start: u64) -> u64:
    """The address of `int clock_gettime(clockid_t, struct timespec *)`, 0 when it is not to be had."""
    image = _image(process_start)
    if image == 0 or load32(image) != 0x464C457F:  # "\x7fELF"
        return u64(0)
    header = image + load64(image + 32)
    count = u64(load16(image + 56))
    dynamic = u64(0)
    bias = u64(0)  # what to add to the image's addresses
    while count != 0:
        kind = u64(load32(header))
        if kind == _LOAD and bias == 0:
            bias = image + load64(header + 8) - load64(header + 16)
        elif kind == _DYNAMIC:
            dynamic = image + load64(header + 8)
        header = header + u64(load16(image + 54))
        count = count - 1
    if dynamic == 0 or bias == 0:
        return u64(0)
    strings = u64(0)
    symbols = u64(0)
    table = u64(0)
    while load64(dynamic) != 0:
        tag = load64(dynamic)
        if tag == _STRING_TABLE:
            strings = bias + load64(dynamic + 8)
        elif tag == _SYMBOL_TABLE:
            symbols = bias + load64(dynamic + 8)
        elif tag == _GNU_HASH:
            table = bias + load64(dynamic + 8)
        dynamic = dynamic + 16
    if strings == 0 or symbols == 0 or table == 0:
        return u64(0)
    symbol = _look_up(table, symbols, strings)
    if symbol == 0 or u64(load8(symbol + 4)) & 15 != _FUNCTION or load16(symbol + 6) == 0:
        return u64(0)
    return bias + load64(symbol + 8)
