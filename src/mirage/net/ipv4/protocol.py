"""Datagrams in and out: addressing, fragmentation, reassembly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from mirage.net.addresses import BROADCAST_MAC, is_loopback, is_multicast, multicast_mac
from mirage.net.ethernet.packet import HEADER_SIZE as ETHERNET_SIZE
from mirage.net.ethernet.packet import TYPE_IPV4
from mirage.net.ipv4.packet import (
    DONT_FRAGMENT,
    HEADER_SIZE,
    MORE_FRAGMENTS,
    PROTOCOL_TCP,
    PROTOCOL_UDP,
    ROOM,
    Datagram,
    Ipv4Header,
    parse_ipv4_header,
    write_ipv4_header,
)
from mirage.net.ipv4.reassembly import Reassembly
from mirage.net.link import Link, Links
from mirage.net.statistics import Statistics

LOOPED: Final = 256
"""Datagrams to ourselves that may wait at a time."""


@dataclass
class Received:
    """A whole datagram: its payload is data[start:end]."""

    header: Ipv4Header
    data: bytes
    start: int
    end: int
    broadcast: bool
    reassembled: bool


class Ipv4:
    """The layer between the links and the transports."""

    def __init__(self, links: Links, mtu: int, statistics: Statistics) -> None:
        self.links: Links = links
        self.mtu: int = mtu
        self.statistics: Statistics = statistics
        self.reassembly: Reassembly = Reassembly(statistics)
        self.identification: int = 0
        self.looped: list[bytes] = []

    def receive(self, frame: bytes, start: int, now: int, link: Link, looped: bool) -> Received | None:
        """One datagram; None when it is not for us or still in pieces.  Raises PacketError.

        link     the interface it came by; without an address yet it takes UDP packets that are sent to its
                 MAC (DHCP, RFC 2131 4.1)
        looped   it came from ourselves (only such may carry 127.0.0.0/8)
        """
        header = parse_ipv4_header(frame, start)
        interface = link.interface
        broadcast = interface.is_broadcast(header.destination) or is_multicast(header.destination)
        if not looped and (self.links.is_own(header.source) or is_loopback(header.destination)):
            self.statistics.drop("ipv4-martian")
            return None
        if header.source != 0 and not interface.is_unicast(header.source) and not is_loopback(header.source):
            self.statistics.drop("ipv4-martian")
            return None
        if not broadcast and not self.links.is_own(header.destination):
            awaited = interface.address == 0 and link.dhcp is not None and header.protocol == PROTOCOL_UDP
            if not awaited:
                self.statistics.drop("ipv4-not-for-us")
                return None
        payload = start + header.header_length
        end = start + header.total_length
        if header.more_fragments or header.fragment_offset != 0:
            whole = self.reassembly.receive(header, frame[payload:end], now)
            if whole is None:
                return None
            return Received(header, whole, 0, len(whole), broadcast, True)
        return Received(header, frame, payload, end, broadcast, False)

    def send(self, datagram: Datagram, now: int, link: Link | None = None) -> bool:
        """Fill in the headers and send, in fragments if need be.  False: no route.

        TCP makes nothing that is too long, unless the device cuts it.

        link   the interface to send by; None: the one of the route
        """
        destination = datagram.destination
        buffer = datagram.buffer
        looped = link is None and self.links.is_own(destination)
        if looped and len(self.looped) >= LOOPED:
            self.statistics.drop("loopback-full")
            return True
        if link is None:
            link = self.links.route(destination, datagram.source)
        self.identification = (self.identification + 1) & 0xFFFF
        if not looped and len(buffer) - ETHERNET_SIZE > self.mtu and datagram.protocol != PROTOCOL_TCP:
            return self.fragment(link, datagram, now)
        flags = DONT_FRAGMENT if datagram.dont_fragment else 0
        write_ipv4_header(
            buffer, datagram.source, destination, datagram.protocol, self.identification, flags
        )
        if looped:
            self.looped.append(bytes(buffer))
            return True
        return self.transmit(link, buffer, destination, now)

    def fragment(self, link: Link, datagram: Datagram, now: int) -> bool:
        """Cut the payload at multiples of 8 bytes (RFC 791, 3.2)."""
        payload = datagram.buffer
        step = (self.mtu - HEADER_SIZE) // 8 * 8
        at = ROOM
        while at < len(payload):
            end = min(at + step, len(payload))
            piece = bytearray(ROOM)
            piece += payload[at:end]
            flags = (at - ROOM) // 8
            if end < len(payload):
                flags |= MORE_FRAGMENTS
            write_ipv4_header(
                piece,
                datagram.source,
                datagram.destination,
                datagram.protocol,
                self.identification,
                flags,
            )
            if not self.transmit(link, piece, datagram.destination, now):
                return False
            at = end
        return True

    def transmit(self, link: Link, frame: bytearray, destination: int, now: int) -> bool:
        """Hand one complete IPv4 packet to the link."""
        if link.interface.is_broadcast(destination):
            link.ethernet.send(frame, BROADCAST_MAC, TYPE_IPV4)
            return True
        if is_multicast(destination):
            link.ethernet.send(frame, multicast_mac(destination), TYPE_IPV4)
            return True
        hop = link.interface.next_hop(destination)
        if hop < 0:
            self.statistics.drop("ipv4-no-route")
            return False
        link.arp.send(frame, hop, now)
        return True

    def take_looped(self) -> list[bytes]:
        """The frames we sent to ourselves (their Ethernet header is not filled in)."""
        frames = self.looped
        self.looped = []
        return frames
