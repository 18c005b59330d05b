"""Checksums of TCP and UDP in frames in memory, for network cards that leave them to the driver (RFC 1071).

A frame is an address and a length in bytes.  Only unfragmented IPv4 packets without options are looked at.
Sums are of 16-bit words as this (little-endian) processor loads them: the ones' complement sum does not mind.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import load8, load16, load32, load64, store16, u16, u64

TRANSPORT: Final = u64(34)
"""The offset of the transport header."""
_IP: Final = u64(14)
_TCP: Final = u64(6)
_UDP: Final = u64(17)


def _sum_words(address: u64, size: u64) -> u64:
    """The sum of the words, not folded; an odd last byte is a word with 0."""
    total = u64(0)
    end = address + size
    while address + 8 <= end:
        word = load64(address)
        total = total + (word & 0xFFFFFFFF) + (word >> 32)
        address = address + 8
    if address + 4 <= end:
        total = total + u64(load32(address))
        address = address + 4
    if address + 2 <= end:
        total = total + u64(load16(address))
        address = address + 2
    if address < end:
        total = total + u64(load8(address))
    return total


def _fold(total: u64) -> u64:
    while total > 0xFFFF:
        total = (total & 0xFFFF) + (total >> 16)
    return total


def _big_endian(address: u64) -> u64:
    return u64(load8(address)) << 8 | u64(load8(address + 1))


def checksum_field(frame: u64, length: u64) -> u64:
    """Where in the transport header a TCP or UDP packet has its checksum; 0: the frame is something else."""
    if length < 42 or load16(frame + 12) != 0x0008 or load8(frame + _IP) != 0x45:
        return u64(0)
    if load16(frame + 20) & 0xFF3F != 0:  # the offset and More Fragments
        return u64(0)
    size = _big_endian(frame + 16)
    if size < 28 or size + _IP > length:
        return u64(0)
    protocol = u64(load8(frame + 23))
    if protocol == _TCP:
        return u64(16)
    if protocol == _UDP:
        return u64(6)
    return u64(0)


def complete(frame: u64, field: u64) -> None:
    """Put the checksum into `field` of the transport header, which holds the sum of the pseudo-header."""
    size = _big_endian(frame + 16) - 20
    total = _fold(_sum_words(frame + TRANSPORT, size)) ^ 0xFFFF
    if total == 0 and field == 6:  # UDP: 0 would mean that there is none (RFC 768)
        total = u64(0xFFFF)
    store16(frame + TRANSPORT + field, u16(total))


def is_right(frame: u64, length: u64) -> bool:
    """The frame holds a TCP or UDP packet with a checksum, and that is right."""
    field = checksum_field(frame, length)
    if field == 0 or (field == 6 and load16(frame + TRANSPORT + field) == 0):
        return False
    size = _big_endian(frame + 16) - 20
    swapped = (size & 255) << 8 | size >> 8
    pseudo = _sum_words(frame + 26, u64(8)) + (u64(load8(frame + 23)) << 8) + swapped
    return _fold(_sum_words(frame + TRANSPORT, size) + pseudo) == 0xFFFF
