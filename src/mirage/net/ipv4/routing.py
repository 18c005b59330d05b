"""Our address, our network, our gateway: where a datagram goes next (RFC 1122, 3.3.1)."""

from __future__ import annotations

from dataclasses import dataclass

from mirage.net.addresses import BROADCAST_ADDRESS, is_multicast, mask_of


@dataclass
class Interface:
    """How the interface is set up; an address of 0 means not yet."""

    address: int
    prefix: int
    gateway: int

    def network_broadcast(self) -> int:
        """The directed broadcast of our network; that of a /31 or /32 does not exist (-1)."""
        if self.prefix >= 31 or self.address == 0:
            return -1
        return self.address | ~mask_of(self.prefix) & 0xFFFFFFFF

    def is_broadcast(self, address: int) -> bool:
        return address == BROADCAST_ADDRESS or address == self.network_broadcast()

    def next_hop(self, destination: int) -> int:
        """The neighbour to hand the datagram to, or -1: no route."""
        if self.address == 0:
            return -1
        mask = mask_of(self.prefix)
        if destination & mask == self.address & mask:
            return destination
        return self.gateway if self.gateway != 0 else -1

    def suits(self, destination: int) -> int:
        """How well a datagram goes this way: 0 not at all, 1 by the gateway or to a group, more by prefix."""
        if self.address == 0:
            return 0
        mask = mask_of(self.prefix)
        if destination & mask == self.address & mask:
            return 2 + self.prefix
        group = destination == BROADCAST_ADDRESS or is_multicast(destination)
        return 1 if group or self.gateway != 0 else 0

    def is_unicast(self, address: int) -> bool:
        """Could be one machine's address: neither broadcast, multicast, 0.0.0.0/8 nor 240.0.0.0/4."""
        if address >> 24 == 0 or address >> 28 == 15 or is_multicast(address):
            return False
        return not self.is_broadcast(address)
