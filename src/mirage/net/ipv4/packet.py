"""The IPv4 header, and the datagram on its way down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mirage.net.checksum import finish, sum_words
from mirage.net.ethernet.packet import HEADER_SIZE as ETHERNET_SIZE
from mirage.net.wire import Malformed, Truncated, get16, get32, put16, put32

HEADER_SIZE: Final = 20
ROOM: Final = ETHERNET_SIZE + HEADER_SIZE
"""Bytes that a transport protocol leaves free at the start of what it builds."""

PROTOCOL_ICMP: Final = 1
PROTOCOL_TCP: Final = 6
PROTOCOL_UDP: Final = 17

DONT_FRAGMENT: Final = 0x4000
MORE_FRAGMENTS: Final = 0x2000
DEFAULT_TTL: Final = 64


@dataclass
class Ipv4Header:
    """Lengths and offsets in bytes (the wire counts the first in 4-byte, the last in 8-byte units)."""

    header_length: int
    total_length: int
    identification: int
    dont_fragment: bool
    more_fragments: bool
    fragment_offset: int
    ttl: int
    protocol: int
    source: int
    destination: int


@dataclass
class Datagram:
    """A payload to be sent: the first ROOM bytes of `buffer` are free for the headers below it."""

    buffer: bytearray
    source: int
    destination: int
    protocol: int
    dont_fragment: bool


def parse_ipv4_header(frame: bytes, start: int) -> Ipv4Header:
    """Read and verify one header (RFC 791, 3.1); options are skipped, bytes past total_length are padding.

    Raises Truncated, Malformed.
    """
    available = len(frame) - start
    if available < HEADER_SIZE:
        raise Truncated("ipv4-truncated")
    if frame[start] >> 4 != 4:
        raise Malformed("ipv4-version")
    header_length = (frame[start] & 15) * 4
    total_length = get16(frame, start + 2)
    if header_length < HEADER_SIZE or header_length > total_length:
        raise Malformed("ipv4-length")
    if total_length > available:
        raise Truncated("ipv4-truncated")
    identification = get16(frame, start + 4)
    flags = get16(frame, start + 6)
    ttl = frame[start + 8]
    protocol = frame[start + 9]
    source = get32(frame, start + 12)
    destination = get32(frame, start + 16)
    total = _fixed_sum(total_length, identification, flags, ttl << 8 | protocol, source, destination)
    total += get16(frame, start) + get16(frame, start + 10)
    if finish(sum_words(frame, start + HEADER_SIZE, start + header_length, total)) != 0:
        raise Malformed("ipv4-checksum")
    return Ipv4Header(
        header_length,
        total_length,
        identification,
        flags & DONT_FRAGMENT != 0,
        flags & MORE_FRAGMENTS != 0,
        (flags & 0x1FFF) * 8,
        ttl,
        protocol,
        source,
        destination,
    )


def _fixed_sum(
    total_length: int, identification: int, flags: int, ttl_protocol: int, source: int, destination: int
) -> int:
    """The unfolded sum of the header's words but the first and the checksum."""
    total = total_length + identification + flags + ttl_protocol
    return total + (source >> 16) + (source & 0xFFFF) + (destination >> 16) + (destination & 0xFFFF)


def write_ipv4_header(
    frame: bytearray, source: int, destination: int, protocol: int, identification: int, flags: int
) -> None:
    """Fill in the 20 bytes after the Ethernet header; the datagram ends with the buffer.

    flags   DONT_FRAGMENT, MORE_FRAGMENTS and the offset in 8-byte units, as on the wire
    """
    at = ETHERNET_SIZE
    total_length = len(frame) - ETHERNET_SIZE
    total = _fixed_sum(
        total_length, identification, flags, DEFAULT_TTL << 8 | protocol, source, destination
    )
    frame[at] = 0x45
    frame[at + 1] = 0
    put16(frame, at + 2, total_length)
    put16(frame, at + 4, identification)
    put16(frame, at + 6, flags)
    frame[at + 8] = DEFAULT_TTL
    frame[at + 9] = protocol
    put16(frame, at + 10, finish(total + 0x4500))
    put32(frame, at + 12, source)
    put32(frame, at + 16, destination)
