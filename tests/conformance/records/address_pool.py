"""A pool of addresses: leases with an end, reservations, release, and a summary in networks."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import AddressValueError, IPv4Address, IPv4Network, collapse_addresses


class PoolError(Exception):
    code = 1


class Exhausted(PoolError):
    code = 2


class Taken(PoolError):
    code = 3

    def __init__(self, address: IPv4Address, owner: str) -> None:
        super().__init__(f"{address} belongs to {owner}")


@dataclass(order=True)
class Lease:
    until: int
    address: IPv4Address
    owner: str = field(compare=False)


class Pool:
    def __init__(self, network: str, *reserved: str) -> None:
        self.network = IPv4Network(network)
        self._reserved = {IPv4Address(one): "reserved" for one in reserved}
        self._leases: list[Lease] = []
        self.now = 0

    def _owners(self) -> dict[IPv4Address, str]:
        while self._leases and self._leases[0].until <= self.now:
            gone = heapq.heappop(self._leases)
            print(f"  t={self.now}: {gone.owner} loses {gone.address}")
        return self._reserved | {lease.address: lease.owner for lease in self._leases}

    def lease(self, owner: str, length: int, wish: str | None = None) -> IPv4Address:
        owners = self._owners()
        if wish is not None:
            address = IPv4Address(wish)
            if address not in self.network:
                raise PoolError(f"{address} is outside {self.network}")
            if address in owners:
                raise Taken(address, owners[address])
        else:
            free = next((one for one in self.network.hosts() if one not in owners), None)
            if free is None:
                raise Exhausted(f"{self.network} is full")
            address = free
        heapq.heappush(self._leases, Lease(self.now + length, address, owner))
        return address

    @contextmanager
    def borrowed(self, owner: str) -> Iterator[IPv4Address]:
        address = self.lease(owner, 10**6)
        try:
            yield address
        finally:
            self._leases = [lease for lease in self._leases if lease.address != address]
            heapq.heapify(self._leases)
            print(f"  {owner} gives back {address}")

    def free(self) -> list[str]:
        owners = self._owners()
        left = [IPv4Network(one) for one in self.network if one not in owners]
        return [str(network) for network in collapse_addresses(left)]


pool = Pool("10.1.2.0/29", "10.1.2.0", "10.1.2.7", "10.1.2.1")
print(pool.free(), pool.network.num_addresses, pool.network.netmask)
for owner, length, wish in [
    ("cam", 5, None),
    ("tv", 20, "10.1.2.5"),
    ("fridge", 20, "10.1.2.5"),
    ("phone", 3, None),
    ("lamp", 9, "10.9.9.9"),
    ("oven", 9, "10.1.2"),
    ("door", 9, None),
    ("bell", 9, None),
    ("late", 1, None),
]:
    try:
        print(owner, "gets", pool.lease(owner, length, wish))
    except PoolError as error:
        print(owner, f"[{error.code}]", type(error).__name__, error)
    except AddressValueError as error:
        print(owner, "wrote", error)
pool.now = 6
print(pool.free())
try:
    with pool.borrowed("guest") as address:
        print("guest has", address, int(address) - int(pool.network.network_address))
        raise ConnectionError("gone")
except ConnectionError as error:
    print(error)
pool.now = 30
print(pool.free(), [str(part) for part in pool.network.subnets(new_prefix=31)])
