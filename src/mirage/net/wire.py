"""Big-endian fields in packets, and the two ways a packet can be wrong.

Reading takes `bytes` (a received frame), writing a `bytearray` (a frame being built).  The readers do
not check their bounds beyond what indexing does; every `parse` checks lengths first.
"""

from __future__ import annotations


class PacketError(Exception):
    """The packet cannot be used.  `reason` names the counter it is dropped under."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason: str = reason


class Truncated(PacketError):
    """The packet ends before its headers say."""


class Malformed(PacketError):
    """A field has a value that the protocol forbids."""


def get16(data: bytes, at: int) -> int:
    """The two bytes at `at`, most significant first."""
    return data[at] << 8 | data[at + 1]


def get32(data: bytes, at: int) -> int:
    """The four bytes at `at`, most significant first."""
    return data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3]


def get48(data: bytes, at: int) -> int:
    """The six bytes at `at`, most significant first (a MAC address)."""
    return get16(data, at) << 32 | get32(data, at + 2)


def put16(buffer: bytearray, at: int, value: int) -> None:
    """Write 0 <= value < 2**16 into two existing bytes."""
    buffer[at] = value >> 8
    buffer[at + 1] = value & 0xFF


def put32(buffer: bytearray, at: int, value: int) -> None:
    """Write 0 <= value < 2**32 into four existing bytes."""
    buffer[at] = value >> 24
    buffer[at + 1] = value >> 16 & 0xFF
    buffer[at + 2] = value >> 8 & 0xFF
    buffer[at + 3] = value & 0xFF


def put48(buffer: bytearray, at: int, value: int) -> None:
    """Write 0 <= value < 2**48 into six existing bytes."""
    put16(buffer, at, value >> 32)
    put32(buffer, at + 2, value & 0xFFFFFFFF)
