"""Recording frames for Wireshark and tcpdump."""

from __future__ import annotations


class PcapRecorder:
    """Collects frames in the pcap format with nanosecond times (magic 0xA1B23C4D, little-endian)."""

    def __init__(self) -> None:
        self._data: bytearray = bytearray()
        self._put32(0xA1B23C4D)
        self._put32(2 | 4 << 16)  # version 2.4
        self._put32(0)
        self._put32(0)
        self._put32(65535)
        self._put32(1)  # LINKTYPE_ETHERNET

    def _put32(self, value: int) -> None:
        self._data.append(value & 0xFF)
        self._data.append(value >> 8 & 0xFF)
        self._data.append(value >> 16 & 0xFF)
        self._data.append(value >> 24 & 0xFF)

    def record(self, frame: bytes, now: int) -> None:
        """Add one frame, seen at `now` nanoseconds."""
        self._put32(now // 1_000_000_000)
        self._put32(now % 1_000_000_000)
        self._put32(len(frame))
        self._put32(len(frame))
        self._data += frame

    def contents(self) -> bytes:
        """The file so far."""
        return bytes(self._data)
