"""ARP packets for IPv4 over Ethernet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mirage.net.ethernet.packet import HEADER_SIZE
from mirage.net.wire import Malformed, Truncated, get16, get32, get48, put16, put32, put48

PACKET_SIZE: Final = 28
REQUEST: Final = 1
REPLY: Final = 2


@dataclass
class ArpPacket:
    operation: int
    sender_mac: int
    sender_ip: int
    target_mac: int
    target_ip: int


def parse_arp(frame: bytes, start: int) -> ArpPacket:
    """Read the packet at `start`; bytes after it are padding.  Raises Truncated, Malformed."""
    if len(frame) - start < PACKET_SIZE:
        raise Truncated("arp-truncated")
    if get16(frame, start) != 1 or get16(frame, start + 2) != 0x0800 or get16(frame, start + 4) != 0x0604:
        raise Malformed("arp-not-ipv4-on-ethernet")
    operation = get16(frame, start + 6)
    if operation != REQUEST and operation != REPLY:
        raise Malformed("arp-operation")
    return ArpPacket(
        operation,
        get48(frame, start + 8),
        get32(frame, start + 14),
        get48(frame, start + 18),
        get32(frame, start + 24),
    )


def build_arp(packet: ArpPacket) -> bytearray:
    """The packet, with room for the Ethernet header before it."""
    buffer = bytearray(HEADER_SIZE + PACKET_SIZE)
    at = HEADER_SIZE
    put16(buffer, at, 1)
    put16(buffer, at + 2, 0x0800)
    put16(buffer, at + 4, 0x0604)
    put16(buffer, at + 6, packet.operation)
    put48(buffer, at + 8, packet.sender_mac)
    put32(buffer, at + 14, packet.sender_ip)
    put48(buffer, at + 18, packet.target_mac)
    put32(buffer, at + 24, packet.target_ip)
    return buffer
