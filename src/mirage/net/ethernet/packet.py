"""The Ethernet II header: destination, source, type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mirage.net.wire import Truncated, get16, get48, put16, put48

HEADER_SIZE: Final = 14
TYPE_IPV4: Final = 0x0800
TYPE_ARP: Final = 0x0806


@dataclass
class EthernetHeader:
    destination: int
    source: int
    type: int


def parse_ethernet(frame: bytes) -> EthernetHeader:
    """Read the first 14 bytes.  Raises Truncated."""
    if len(frame) < HEADER_SIZE:
        raise Truncated("ethernet-truncated")
    return EthernetHeader(get48(frame, 0), get48(frame, 6), get16(frame, 12))


def write_ethernet(frame: bytearray, destination: int, source: int, type: int) -> None:
    """Fill in the first 14 bytes."""
    put48(frame, 0, destination)
    put48(frame, 6, source)
    put16(frame, 12, type)
