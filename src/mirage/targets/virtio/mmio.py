"""The VMM's words on the command line: `virtio_mmio.device=SIZE@ADDRESS:LINE[:ID]`, as Linux reads them.

Read from memory and in words only: every image does this at boot, whatever its program uses.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import load8, noinline, nostack, tail_address, u64

_WORD: Final = "virtio_mmio.device="
_WORD_SIZE: Final = u64(19)
_QUOTE: Final = 34
_BACKSLASH: Final = 92

# What `next_device` found; `_size` 0: no more.
_position: u64 = u64(0)
_size: u64 = u64(0)
_address: u64 = u64(0)
_line: u64 = u64(0)


@nostack
def begin(start: u64) -> None:
    """Look from the beginning of the command line."""
    global _position
    _position = start


@noinline
@nostack
def next_device(end: u64) -> bool:
    """Find the next device in [position, end); its values are then `address()`, `size()` and `line()`.

    Quoted words are the user's.  A word that does not read as a device is passed over.
    """
    global _position
    at = _position
    while at < end:
        while at < end and _is_space(load8_word(at)):
            at += 1
        start = at
        quoted = False
        while at < end and not _is_space(load8_word(at)):
            if load8_word(at) == _QUOTE:
                quoted = True
                at += 1
                while at < end and load8_word(at) != _QUOTE:
                    if load8_word(at) == _BACKSLASH:
                        at += 1
                    at += 1
            at += 1
        if at > end:
            at = end
        if not quoted and _matches(start, at) and _read(start + _WORD_SIZE, at):
            _position = at
            return True
    _position = end
    return False


@nostack
def load8_word(address: u64) -> u64:
    return u64(load8(address))


@nostack
def _is_space(code: u64) -> bool:
    return code == 32 or code == 9 or code == 10


@nostack
def _matches(start: u64, end: u64) -> bool:
    """The word begins as a device does."""
    if end - start < _WORD_SIZE:
        return False
    i = u64(0)
    while i < _WORD_SIZE:
        if load8(start + i) != load8(tail_address(_WORD) + i):
            return False
        i += 1
    return True


@nostack
def _read(start: u64, end: u64) -> bool:
    """Read the three numbers; False when they are not all there."""
    global _size, _address, _line
    at = _number(start, end)
    size = _value
    if at == start:
        return False
    if at < end and (load8_word(at) | 32) == 107:  # k
        size = size << 10
        at += 1
    if at >= end or load8_word(at) != 64:  # @
        return False
    start = at + 1
    at = _number(start, end)
    address = _value
    if at == start or at >= end or load8_word(at) != 58:  # :
        return False
    start = at + 1
    at = _number(start, end)
    if at == start or (at < end and load8_word(at) != 58):
        return False
    if size == 0 or size > 0x100000 or _value > 255 or address > u64(0xFFFFFFFFFF):
        return False
    _size = size
    _address = address
    _line = _value
    return True


_value: u64 = u64(0)


@noinline
@nostack
def _number(start: u64, end: u64) -> u64:
    """Read a number, hexadecimal after 0x, into `_value`; returns where it ends (`start`: there is none)."""
    global _value
    at = start
    base = u64(10)
    if end - at > 2 and load8_word(at) == 48 and load8_word(at + 1) == 120:
        base = u64(16)
        at += 2
    first = at
    value = u64(0)
    while at < end:
        code = load8_word(at)
        digit = u64(99)
        if code >= 48 and code <= 57:
            digit = code - 48
        elif (code | 32) >= 97 and (code | 32) <= 102:
            digit = (code | 32) - 87
        if digit >= base:
            break
        value = value * base + digit
        at += 1
    _value = value
    if at == first:
        return start
    return at


@nostack
def address() -> u64:
    """Of the device's registers."""
    return _address


@nostack
def size() -> u64:
    """Of the register range, in bytes."""
    return _size


@nostack
def line() -> u64:
    """The I/O APIC input."""
    return _line
