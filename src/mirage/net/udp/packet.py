"""The UDP header: ports, length, checksum."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mirage.net.checksum import finish, fold, pseudo_header_sum, sum_words, sum_words_built
from mirage.net.ipv4.packet import PROTOCOL_UDP, ROOM
from mirage.net.wire import Malformed, Truncated, get16, put16

HEADER_SIZE: Final = 8
LARGEST_PAYLOAD: Final = 65507


@dataclass
class UdpPacket:
    source_port: int
    destination_port: int
    payload: bytes


def parse_udp(data: bytes, start: int, end: int, source: int, destination: int, verified: bool) -> UdpPacket:
    """Read the packet data[start:end]; a checksum field of 0 means none (RFC 768).

    verified   the device has checked the checksum already
    raises     Truncated, Malformed
    """
    if end - start < HEADER_SIZE:
        raise Truncated("udp-truncated")
    length = get16(data, start + 4)
    if length < HEADER_SIZE or length > end - start:
        raise Malformed("udp-length")
    stop = start + length
    if not verified and get16(data, start + 6) != 0:
        total = pseudo_header_sum(source, destination, PROTOCOL_UDP, length)
        if finish(sum_words(data, start, stop, total)) != 0:
            raise Malformed("udp-checksum")
    return UdpPacket(get16(data, start), get16(data, start + 2), data[start + HEADER_SIZE : stop])


def build_udp(
    source: int, source_port: int, destination: int, port: int, payload: bytes, offload: bool
) -> bytearray:
    """The packet with room for the headers below it.

    offload   leave the checksum to the device: the field holds the pseudo-header's sum
    """
    buffer = bytearray(ROOM + HEADER_SIZE)
    length = HEADER_SIZE + len(payload)
    put16(buffer, ROOM, source_port)
    put16(buffer, ROOM + 2, port)
    put16(buffer, ROOM + 4, length)
    buffer += payload
    total = pseudo_header_sum(source, destination, PROTOCOL_UDP, length)
    if offload:
        put16(buffer, ROOM + 6, fold(total))
        return buffer
    checksum = finish(sum_words_built(buffer, ROOM, len(buffer), total))
    put16(buffer, ROOM + 6, checksum if checksum != 0 else 0xFFFF)
    return buffer
