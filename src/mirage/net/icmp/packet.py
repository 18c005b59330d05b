"""ICMP messages: type, code, checksum, four bytes that depend on the type, data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mirage.net.checksum import finish, sum_words, sum_words_built
from mirage.net.ipv4.packet import ROOM
from mirage.net.wire import Malformed, Truncated, get16, get32, put16, put32

HEADER_SIZE: Final = 8

ECHO_REPLY: Final = 0
UNREACHABLE: Final = 3
ECHO_REQUEST: Final = 8

HOST_UNREACHABLE: Final = 1
PROTOCOL_UNREACHABLE: Final = 2
PORT_UNREACHABLE: Final = 3
FRAGMENTATION_NEEDED: Final = 4


@dataclass
class IcmpMessage:
    """`rest` is the identifier and sequence of an echo, the next-hop MTU of "fragmentation needed"."""

    type: int
    code: int
    rest: int
    data: bytes


@dataclass
class Quoted:
    """The start of the datagram an ICMP error is about: one that we sent."""

    protocol: int
    source: int
    destination: int
    source_port: int
    destination_port: int
    sequence: int


def parse_icmp(data: bytes, start: int, end: int) -> IcmpMessage:
    """Read and verify the message data[start:end].  Raises Truncated, Malformed."""
    if end - start < HEADER_SIZE:
        raise Truncated("icmp-truncated")
    if finish(sum_words(data, start, end, 0)) != 0:
        raise Malformed("icmp-checksum")
    return IcmpMessage(data[start], data[start + 1], get32(data, start + 4), data[start + HEADER_SIZE : end])


def build_icmp(message: IcmpMessage) -> bytearray:
    """The message with room for the headers below it."""
    buffer = bytearray(ROOM + HEADER_SIZE)
    buffer[ROOM] = message.type
    buffer[ROOM + 1] = message.code
    put32(buffer, ROOM + 4, message.rest)
    buffer += message.data
    put16(buffer, ROOM + 2, finish(sum_words_built(buffer, ROOM, len(buffer), 0)))
    return buffer


def parse_quoted(data: bytes) -> Quoted:
    """The IP header and the first 8 bytes after it (RFC 792; ports and the TCP sequence number)."""
    if len(data) < 28:
        raise Truncated("icmp-quote-truncated")
    header_length = (data[0] & 15) * 4
    if data[0] >> 4 != 4 or header_length < 20:
        raise Malformed("icmp-quote")
    if len(data) < header_length + 8:
        raise Truncated("icmp-quote-truncated")
    return Quoted(
        data[9],
        get32(data, 12),
        get32(data, 16),
        get16(data, header_length),
        get16(data, header_length + 2),
        get32(data, header_length + 4),
    )
