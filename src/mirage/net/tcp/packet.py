"""TCP segments: header, options, checksum."""

from __future__ import annotations

from typing import Final

from mirage.net.checksum import finish, fold, pseudo_header_sum, sum_words, sum_words_built
from mirage.net.ipv4.packet import PROTOCOL_TCP, ROOM
from mirage.net.wire import Malformed, Truncated, get16, get32, put16, put32

HEADER_SIZE: Final = 20

FIN: Final = 1
SYN: Final = 2
RST: Final = 4
PSH: Final = 8
ACK: Final = 16

OPTION_END: Final = 0
OPTION_NOP: Final = 1
OPTION_MSS: Final = 2
OPTION_WINDOW_SCALE: Final = 3
OPTION_SACK_PERMITTED: Final = 4
OPTION_SACK: Final = 5

DEFAULT_MSS: Final = 536
"""What a peer that does not say takes (RFC 9293, 3.7.1)."""
LARGEST_SHIFT: Final = 14


class Segment:
    """One received segment; `sequence` and `acknowledgment` are as on the wire, modulo 2**32.

    mss            0 when the option is absent
    window_scale   -1 when the option is absent
    sack           left and right edges of the blocks, alternating
    """

    def __init__(self, source_port: int, destination_port: int, sequence: int) -> None:
        self.source_port: int = source_port
        self.destination_port: int = destination_port
        self.sequence: int = sequence
        self.acknowledgment: int = 0
        self.flags: int = 0
        self.window: int = 0
        self.payload: bytes = b""
        self.mss: int = 0
        self.window_scale: int = -1
        self.sack_permitted: bool = False
        self.sack: list[int] | None = None

    def length(self) -> int:
        """The sequence numbers it occupies (SEG.LEN): data, SYN and FIN."""
        return len(self.payload) + (self.flags >> 1 & 1) + (self.flags & 1)


def parse_segment(
    data: bytes, start: int, end: int, source: int, destination: int, verified: bool
) -> Segment:
    """Read the segment data[start:end] between two IPv4 addresses (RFC 9293, 3.1).

    verified   the device has checked the checksum already
    raises     Truncated, Malformed
    """
    if end - start < HEADER_SIZE:
        raise Truncated("tcp-truncated")
    header_length = (data[start + 12] >> 4) * 4
    if header_length < HEADER_SIZE:
        raise Malformed("tcp-header-length")
    if header_length > end - start:
        raise Truncated("tcp-truncated")
    if not verified:
        total = pseudo_header_sum(source, destination, PROTOCOL_TCP, end - start)
        if finish(sum_words(data, start, end, total)) != 0:
            raise Malformed("tcp-checksum")
    segment = Segment(get16(data, start), get16(data, start + 2), get32(data, start + 4))
    segment.acknowledgment = get32(data, start + 8)
    segment.flags = data[start + 13] & 0x3F
    segment.window = get16(data, start + 14)
    body = start + header_length
    if body < end:
        segment.payload = data[body:end]
    if header_length > HEADER_SIZE:
        parse_options(segment, data, start + HEADER_SIZE, body)
    return segment


def parse_options(segment: Segment, data: bytes, start: int, end: int) -> None:
    """Read the options we know; the rest after a wrong length is ignored (RFC 9293, MUST-7)."""
    at = start
    while at < end:
        kind = data[at]
        if kind == OPTION_END:
            return
        if kind == OPTION_NOP:
            at += 1
            continue
        if at + 1 >= end:
            return
        length = data[at + 1]
        if length < 2 or at + length > end:
            return
        if kind == OPTION_MSS and length == 4:
            segment.mss = get16(data, at + 2)
        elif kind == OPTION_WINDOW_SCALE and length == 3:
            segment.window_scale = min(data[at + 2], LARGEST_SHIFT)  # RFC 7323, 2.3
        elif kind == OPTION_SACK_PERMITTED and length == 2:
            segment.sack_permitted = True
        elif kind == OPTION_SACK and length >= 10 and length % 8 == 2:
            edges: list[int] = []
            edge = at + 2
            while edge < at + length:
                edges.append(get32(data, edge))
                edge += 4
            segment.sack = edges
        at += length


def syn_options(mss: int, window_scale: int, sack_permitted: bool) -> bytes:
    """The options of a SYN: our MSS, our window scale (-1: none), SACK permitted."""
    options = bytearray([OPTION_MSS, 4, mss >> 8, mss & 0xFF])
    if window_scale >= 0:
        options += bytes([OPTION_NOP, OPTION_WINDOW_SCALE, 3, window_scale])
    if sack_permitted:
        options += bytes([OPTION_NOP, OPTION_NOP, OPTION_SACK_PERMITTED, 2])
    return bytes(options)


def sack_option(edges: list[int]) -> bytes:
    """The SACK option for pairs of edges (RFC 2018, 3): at most 4 blocks."""
    if not edges:
        return b""
    options = bytearray(4 + 4 * len(edges))
    options[0] = OPTION_NOP
    options[1] = OPTION_NOP
    options[2] = OPTION_SACK
    options[3] = 2 + 4 * len(edges)
    at = 4
    for edge in edges:
        put32(options, at, edge & 0xFFFFFFFF)
        at += 4
    return bytes(options)


def build_segment(
    source: int,
    source_port: int,
    destination: int,
    destination_port: int,
    sequence: int,
    acknowledgment: int,
    flags: int,
    window: int,
    options: bytes,
    payload: bytes,
    offload: bool,
) -> bytearray:
    """The segment with room for the headers below it; options fill whole 4-byte words.

    offload   leave the checksum to the device: the field holds the pseudo-header's sum
    """
    buffer = bytearray(ROOM + HEADER_SIZE)
    put16(buffer, ROOM, source_port)
    put16(buffer, ROOM + 2, destination_port)
    put32(buffer, ROOM + 4, sequence & 0xFFFFFFFF)
    put32(buffer, ROOM + 8, acknowledgment & 0xFFFFFFFF)
    buffer[ROOM + 12] = (HEADER_SIZE + len(options)) // 4 << 4
    buffer[ROOM + 13] = flags
    put16(buffer, ROOM + 14, window)
    if options:
        buffer += options
    if payload:
        buffer += payload
    end = len(buffer)
    total = pseudo_header_sum(source, destination, PROTOCOL_TCP, end - ROOM)
    put16(buffer, ROOM + 16, fold(total) if offload else finish(sum_words_built(buffer, ROOM, end, total)))
    return buffer
