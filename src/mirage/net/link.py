"""The interfaces of the machine, and which of them a datagram leaves by (RFC 1122, 3.3.1)."""

from __future__ import annotations

from mirage.net.addresses import is_loopback
from mirage.net.arp.protocol import Arp
from mirage.net.dhcp.protocol import DhcpClient
from mirage.net.ethernet.protocol import Ethernet
from mirage.net.ipv4.routing import Interface
from mirage.net.statistics import Statistics


class Link:
    """One interface: its card's address, its neighbours, its own address and who gave it.

    dhcp         None: the address is from the configuration
    largest_cut  bytes of TCP data in the longest packet that the device cuts into segments (TSO); 0: none
    following    the next interface
    """

    def __init__(self, mac: int, dhcp: DhcpClient | None, statistics: Statistics) -> None:
        self.ethernet: Ethernet = Ethernet(mac, statistics)
        self.arp: Arp = Arp(self.ethernet)
        self.interface: Interface = Interface(0, 0, 0)
        self.dhcp: DhcpClient | None = dhcp
        self.name_servers: list[int] = []
        self.largest_cut: int = 0
        self.following: Link | None = None

    def configure(self, address: int, prefix: int, gateway: int) -> None:
        """Use this address from now on; 0: none."""
        self.interface.address = address
        self.interface.prefix = prefix
        self.interface.gateway = gateway
        self.arp.our_ip = address
        self.announce()

    def announce(self) -> None:
        """Tell everybody where the address is, if there is one."""
        if self.interface.address != 0:
            self.arp.announce()


class Links:
    """All interfaces, from `first` on.

    A datagram for any of our addresses is taken from any interface (the weak model of RFC 1122, 3.3.4.2, as
    Linux has it); ARP answers for an interface's own address only.
    """

    def __init__(self, first: Link) -> None:
        self.first: Link = first

    def add(self, link: Link) -> None:
        """Put the interface behind the others."""
        last = self.first
        while last.following is not None:
            last = last.following
        last.following = link

    def has(self, address: int) -> bool:
        """The address is an interface's."""
        link: Link | None = self.first
        while link is not None:
            if link.interface.address == address:
                return address != 0
            link = link.following
        return False

    def is_own(self, address: int) -> bool:
        """The datagram never leaves the machine."""
        return is_loopback(address) or self.has(address)

    def route(self, destination: int, source: int) -> Link:
        """The interface to send by: of the longest prefix, then with a gateway; among equals the source's,
        then the first.  Where none suits, the first: it has no next hop either.

        source   our address, 0 when it is yet to be chosen
        """
        best = self.first
        link = best.following
        if link is None:
            return best
        most = best.interface.suits(destination)
        while link is not None:
            suits = link.interface.suits(destination)
            alike = suits == most and suits > 0
            if suits > most or (alike and link.interface.address == source != best.interface.address):
                most = suits
                best = link
            link = link.following
        return best

    def source_for(self, destination: int) -> int:
        """Our address as the destination sees it."""
        if self.is_own(destination):
            return destination
        return self.route(destination, 0).interface.address
