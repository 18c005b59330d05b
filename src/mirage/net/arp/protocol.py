"""Who has which address: the neighbour table (RFC 826, RFC 1122 2.3.2)."""

from __future__ import annotations

from typing import Final

from mirage.net.addresses import BROADCAST_MAC
from mirage.net.arp.packet import REPLY, REQUEST, ArpPacket, build_arp, parse_arp
from mirage.net.clock import NEVER, SECOND, earlier
from mirage.net.ethernet.packet import TYPE_ARP, TYPE_IPV4
from mirage.net.ethernet.protocol import Ethernet

ENTRY_LIFETIME: Final = 60 * SECOND
RETRY_INTERVAL: Final = SECOND
ATTEMPTS: Final = 3
WAITING_FRAMES: Final = 64
"""Frames kept for one neighbour while its address is asked for: a datagram of 64 KB is 45."""
ALL_WAITING_FRAMES: Final = 512
TABLE_SIZE: Final = 1024


class Neighbour:
    """One entry; `mac` is -1 while it is being asked for."""

    def __init__(self, address: int) -> None:
        self.address: int = address
        self.mac: int = -1
        self.until: int = 0
        self.attempts: int = 0
        self.retry_at: int = NEVER
        self.waiting: list[bytearray] = []


class Arp:
    """Answers questions about our address and resolves our neighbours'."""

    def __init__(self, ethernet: Ethernet) -> None:
        self.ethernet: Ethernet = ethernet
        self.our_ip: int = 0
        self.neighbours: dict[int, Neighbour] = {}
        self.asking: list[Neighbour] = []
        self.waiting: int = 0
        """Frames that wait for all neighbours together."""
        self.unreachable: list[int] = []
        """Neighbours that never answered, until `take_unreachable`."""

    def receive(self, frame: bytes, start: int, source: int, now: int) -> None:
        """Learn from one packet and answer it.  RFC 826, "Packet Reception"; raises PacketError.

        source   the MAC address that the frame says it is from
        """
        packet = parse_arp(frame, start)
        if packet.sender_mac >> 40 & 1 or packet.sender_mac == self.ethernet.mac:
            self.ethernet.statistics.drop("arp-sender")
            return
        for_us = self.our_ip != 0 and packet.target_ip == self.our_ip
        known = self.neighbours.get(packet.sender_ip)
        asked = known is not None and known.retry_at >= 0
        if packet.sender_mac != source and not asked:
            self.ethernet.statistics.drop("arp-source")  # damaged or forged, unless we asked a cluster
            return
        if packet.sender_ip != 0 and packet.sender_ip != self.our_ip and (for_us or known is not None):
            self.learn(packet.sender_ip, packet.sender_mac, now)  # strangers' chatter teaches us nothing
        if for_us and packet.operation == REQUEST:
            reply = ArpPacket(REPLY, self.ethernet.mac, self.our_ip, packet.sender_mac, packet.sender_ip)
            self.ethernet.send(build_arp(reply), packet.sender_mac, TYPE_ARP)

    def learn(self, address: int, mac: int, now: int) -> None:
        """Remember a neighbour and send what waited for it."""
        neighbour = self.neighbours.get(address)
        if neighbour is None:
            if len(self.neighbours) >= TABLE_SIZE:
                self.forget_expired(now)
                if len(self.neighbours) >= TABLE_SIZE:
                    return
            neighbour = Neighbour(address)
            self.neighbours[address] = neighbour
        if neighbour.retry_at >= 0:
            self.asking.remove(neighbour)
        neighbour.mac = mac
        neighbour.until = now + ENTRY_LIFETIME
        neighbour.retry_at = NEVER
        waiting = neighbour.waiting
        neighbour.waiting = []
        self.waiting -= len(waiting)
        for frame in waiting:
            self.ethernet.send(frame, mac, TYPE_IPV4)

    def forget_expired(self, now: int) -> None:
        """Drop the entries whose time is over."""
        for neighbour in list(self.neighbours.values()):
            if neighbour.mac >= 0 and neighbour.until <= now:
                del self.neighbours[neighbour.address]

    def forget_oldest(self) -> bool:
        """Make room for a neighbour we need; False when all the others are being asked for."""
        oldest: Neighbour | None = None
        for neighbour in self.neighbours.values():
            if neighbour.retry_at < 0 and (oldest is None or neighbour.until < oldest.until):
                oldest = neighbour
        if oldest is None:
            return False
        del self.neighbours[oldest.address]
        return True

    def send(self, frame: bytearray, address: int, now: int) -> None:
        """Send an IPv4 frame to a neighbour, asking for its MAC address first if need be."""
        neighbour = self.neighbours.get(address)
        if neighbour is not None and neighbour.mac >= 0:
            if neighbour.until <= now and neighbour.retry_at < 0:
                self.ask(neighbour, now)  # still used while the answer is awaited
            self.ethernet.send(frame, neighbour.mac, TYPE_IPV4)
            return
        if neighbour is None:
            if len(self.neighbours) >= TABLE_SIZE and not self.forget_oldest():
                self.ethernet.statistics.drop("arp-table-full")
                return
            neighbour = Neighbour(address)
            self.neighbours[address] = neighbour
            self.ask(neighbour, now)
        if len(neighbour.waiting) >= WAITING_FRAMES:
            neighbour.waiting.pop(0)
            self.waiting -= 1
            self.ethernet.statistics.drop("arp-queue-full")
        if self.waiting >= ALL_WAITING_FRAMES:
            self.ethernet.statistics.drop("arp-queue-full")
            return
        neighbour.waiting.append(frame)
        self.waiting += 1

    def ask(self, neighbour: Neighbour, now: int) -> None:
        neighbour.attempts = 1
        neighbour.retry_at = now + RETRY_INTERVAL
        self.asking.append(neighbour)
        self.request(neighbour.address)

    def doubt(self, address: int, now: int) -> None:
        """What we send to this neighbour seems to get lost: its entry may be wrong (RFC 1122, 2.3.2.1 (4)).

        Ask again, at most once a second; the entry is used until an answer replaces it.
        """
        neighbour = self.neighbours.get(address)
        if neighbour is None or neighbour.retry_at >= 0:
            return
        if now >= neighbour.until - ENTRY_LIFETIME + RETRY_INTERVAL:
            self.ask(neighbour, now)

    def request(self, address: int) -> None:
        """Broadcast the question for one address."""
        question = ArpPacket(REQUEST, self.ethernet.mac, self.our_ip, 0, address)
        self.ethernet.send(build_arp(question), BROADCAST_MAC, TYPE_ARP)

    def announce(self) -> None:
        """Tell everybody our address (RFC 5227, 2.3: an ARP request for oneself)."""
        self.request(self.our_ip)

    def poll(self, now: int) -> None:
        """Ask again, or give up after three times."""
        still: list[Neighbour] = []
        for neighbour in self.asking:
            if neighbour.retry_at > now:
                still.append(neighbour)
            elif neighbour.attempts < ATTEMPTS:
                neighbour.attempts += 1
                neighbour.retry_at = now + RETRY_INTERVAL
                self.request(neighbour.address)
                still.append(neighbour)
            else:
                self.waiting -= len(neighbour.waiting)
                for _ in neighbour.waiting:
                    self.ethernet.statistics.drop("arp-no-answer")
                del self.neighbours[neighbour.address]
                if neighbour.mac < 0:  # one that was there is asked for once more by the next frame
                    self.unreachable.append(neighbour.address)
        self.asking = still

    def take_unreachable(self) -> list[int]:
        """The neighbours that did not answer since the last call."""
        addresses = self.unreachable
        self.unreachable = []
        return addresses

    def deadline(self) -> int:
        when = NEVER
        for neighbour in self.asking:
            when = earlier(when, neighbour.retry_at)
        return when
