"""Ports and bounded queues of datagrams."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mirage.net.errors import EADDRINUSE, EMSGSIZE, ENOBUFS, socket_error
from mirage.net.ipv4.packet import PROTOCOL_UDP, Datagram
from mirage.net.ipv4.protocol import Received
from mirage.net.ports import PortAllocator
from mirage.net.sockets import READABLE, WRITABLE, Events, Socket
from mirage.net.statistics import Statistics
from mirage.net.udp.packet import LARGEST_PAYLOAD, UdpPacket, build_udp

QUEUE_DATAGRAMS: Final = 256
QUEUE_BYTES: Final = 256 * 1024
OUTBOX: Final = 1024
"""Datagrams waiting to be transmitted before a sender is refused."""


@dataclass
class UdpDatagram:
    payload: bytes
    source: int
    source_port: int


class UdpSocket(Socket):
    """One bound port."""

    def __init__(self, address: int, port: int) -> None:
        super().__init__()
        self.address: int = address
        self.port: int = port
        self.queue: list[UdpDatagram] = []
        self.head: int = 0
        self.queued_bytes: int = 0

    def readiness(self) -> int:
        return READABLE | WRITABLE if self.head < len(self.queue) else WRITABLE


class Udp:
    """All bound ports of one stack."""

    def __init__(
        self, outbox: list[Datagram], events: Events, ports: PortAllocator, statistics: Statistics
    ) -> None:
        self.outbox: list[Datagram] = outbox
        self.events: Events = events
        self.allocator: PortAllocator = ports
        self.statistics: Statistics = statistics
        self.sockets: dict[int, UdpSocket] = {}
        self.offload: bool = False

    def open(self, address: int, port: int) -> UdpSocket:
        """Bind a port, 0 for any free one.  Raises OSError EADDRINUSE."""
        if port == 0:
            port = self.allocator.pick(list(self.sockets))
        if port < 0 or port in self.sockets:
            raise socket_error(EADDRINUSE)
        socket = UdpSocket(address, port)
        self.sockets[port] = socket
        return socket

    def close(self, socket: UdpSocket) -> None:
        del self.sockets[socket.port]
        socket.queue = []

    def deliver(self, packet: UdpPacket, datagram: Received) -> bool:
        """Queue one packet; False when nobody listens on its port."""
        socket = self.sockets.get(packet.destination_port)
        header = datagram.header
        if socket is None or (
            socket.address != 0 and socket.address != header.destination and not datagram.broadcast
        ):
            return False
        waiting = len(socket.queue) - socket.head
        if waiting >= QUEUE_DATAGRAMS or socket.queued_bytes + len(packet.payload) > QUEUE_BYTES:
            self.statistics.drop("udp-queue-full")
            return True
        socket.queue.append(UdpDatagram(packet.payload, header.source, packet.source_port))
        socket.queued_bytes += len(packet.payload)
        self.events.touch(socket)
        return True

    def receive(self, socket: UdpSocket) -> UdpDatagram | None:
        """The oldest datagram, or None."""
        if socket.head >= len(socket.queue):
            return None
        datagram = socket.queue[socket.head]
        socket.head += 1
        if socket.head == len(socket.queue):
            socket.queue = []
            socket.head = 0
        elif socket.head >= 64:
            del socket.queue[: socket.head]
            socket.head = 0
        socket.queued_bytes -= len(datagram.payload)
        return datagram

    def send(self, source: int, source_port: int, destination: int, port: int, data: bytes, mtu: int) -> None:
        """Queue one datagram.  Raises OSError EMSGSIZE, ENOBUFS."""
        if len(data) > LARGEST_PAYLOAD:
            raise socket_error(EMSGSIZE)
        if len(self.outbox) >= OUTBOX:
            raise socket_error(ENOBUFS)
        offload = self.offload and len(data) + 28 <= mtu  # a device cannot sum over fragments
        buffer = build_udp(source, source_port, destination, port, data, offload)
        self.outbox.append(Datagram(buffer, source, destination, PROTOCOL_UDP, False))
