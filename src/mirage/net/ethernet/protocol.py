"""Which frames are for us, and the frames waiting to be sent."""

from __future__ import annotations

from mirage.net.ethernet.packet import EthernetHeader, parse_ethernet, write_ethernet
from mirage.net.statistics import Statistics


class Ethernet:
    """One interface: it knows its address and collects what it sends."""

    def __init__(self, mac: int, statistics: Statistics) -> None:
        self.mac: int = mac
        self.statistics: Statistics = statistics
        self.outgoing: list[bytes] = []

    def receive(self, frame: bytes) -> EthernetHeader | None:
        """The header of a frame for us or for a group; None for strangers' and our own frames.

        Raises Truncated.
        """
        header = parse_ethernet(frame)
        self.statistics.frames_received += 1
        self.statistics.bytes_received += len(frame)
        if header.destination != self.mac and not header.destination >> 40 & 1:
            self.statistics.drop("ethernet-not-for-us")
            return None
        if header.source == self.mac or header.source >> 40 & 1:
            self.statistics.drop("ethernet-source")
            return None
        return header

    def send(self, frame: bytearray, destination: int, type: int) -> None:
        """Fill in the header (the frame's first 14 bytes are room for it) and queue the frame."""
        write_ethernet(frame, destination, self.mac, type)
        self.statistics.frames_sent += 1
        self.statistics.bytes_sent += len(frame)
        self.outgoing.append(bytes(frame))

    def take(self) -> list[bytes]:
        """The frames to give to the device, oldest first."""
        frames = self.outgoing
        self.outgoing = []
        return frames
