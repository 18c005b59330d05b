"""What all connections of one stack share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mirage.net.clock import SECOND
from mirage.net.ipv4.packet import PROTOCOL_TCP, Datagram
from mirage.net.link import Links
from mirage.net.sockets import Events
from mirage.net.statistics import Statistics
from mirage.net.tcp.buffers import Budget
from mirage.net.tcp.packet import build_segment

HEADERS: Final = 40
"""IPv4 and TCP headers without options: MTU minus MSS."""


@dataclass
class TcpSettings:
    """Limits; sizes in bytes, times in nanoseconds."""

    receive_capacity: int = 256 * 1024
    send_capacity: int = 256 * 1024
    memory: int = 32 * 1024 * 1024
    connections: int = 16384
    time_waits: int = 4096
    time_wait: int = 60 * SECOND
    half_open: int = 256


class Context:
    """Where segments go, and whom to tell."""

    def __init__(
        self,
        outbox: list[Datagram],
        links: Links,
        events: Events,
        statistics: Statistics,
        settings: TcpSettings,
        mtu: int,
    ) -> None:
        self.outbox: list[Datagram] = outbox
        self.links: Links = links
        self.events: Events = events
        self.statistics: Statistics = statistics
        self.settings: TcpSettings = settings
        self.budget: Budget = Budget(settings.memory)
        self.mss: int = mtu - HEADERS
        self.offload: bool = False

    def send(
        self,
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
    ) -> None:
        """Build one segment and queue it for IPv4."""
        buffer = build_segment(
            source,
            source_port,
            destination,
            destination_port,
            sequence,
            acknowledgment,
            flags,
            window,
            options,
            payload,
            self.offload,
        )
        self.outbox.append(Datagram(buffer, source, destination, PROTOCOL_TCP, True))
