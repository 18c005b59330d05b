"""A network planner with ipaddress: carving subnets, free blocks, summaries, routing by longest prefix, reverse names, v6."""

from __future__ import annotations

import ipaddress
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import reduce
from ipaddress import (
    IPv4Address,
    IPv4Interface,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)


class NoRoom(Exception):
    pass


@dataclass
class Plan:
    block: IPv4Network
    given: dict[str, IPv4Network] = field(default_factory=dict)

    def free(self) -> list[IPv4Network]:
        rest = [self.block]
        for taken in self.given.values():
            rest = [
                part
                for net in rest
                for part in (net.address_exclude(taken) if taken.subnet_of(net) else [net])
            ]
        return sorted(rest)

    def allot(self, name: str, hosts: int) -> IPv4Network:
        prefix = 32 - (hosts + 1).bit_length()
        fitting = [net for net in self.free() if net.prefixlen <= prefix]
        if not fitting:
            raise NoRoom(f"no /{prefix} left for {name} in {self.block}")
        home = max(fitting, key=lambda n: (n.prefixlen, -int(n.network_address)))
        self.given[name] = next(home.subnets(new_prefix=prefix))
        return self.given[name]

    def owner(self, text: str) -> str:
        address = IPv4Address(text)
        return next((name for name, net in self.given.items() if address in net), "nobody")


class Routes:
    def __init__(self) -> None:
        self.table: dict[IPv4Network | IPv6Network, str] = {}

    def add(self, net: str, via: str) -> None:
        self.table[ip_network(net, strict=False)] = via

    def find(self, text: str) -> str:
        address = ip_address(text)
        best = max(
            (net for net in self.table if address.version == net.version and address in net),
            key=lambda n: n.prefixlen,
            default=None,
        )
        return "unreachable" if best is None else f"{self.table[best]} ({best})"


def gaps(addresses: Iterable[str]) -> Iterator[tuple[IPv4Address, IPv4Address]]:
    ordered = sorted(map(IPv4Address, addresses))
    for a, b in zip(ordered, ordered[1:]):
        if int(b) - int(a) > 1:
            yield a + 1, b - 1


def facts(text: str) -> str:
    address = ip_address(text)
    names = ("private", "global", "loopback", "multicast", "link_local", "reserved", "unspecified")
    values = (
        address.is_private,
        address.is_global,
        address.is_loopback,
        address.is_multicast,
        address.is_link_local,
        address.is_reserved,
        address.is_unspecified,
    )
    return f"{address} {address.reverse_pointer} {[n for n, yes in zip(names, values) if yes]}"


def main() -> None:
    plan = Plan(IPv4Network("10.20.0.0/22"))
    for name, hosts in (
        ("office", 200),
        ("lab", 60),
        ("link", 2),
        ("guests", 300),
        ("voice", 61),
        ("tiny", 1),
    ):
        try:
            net = plan.allot(name, hosts)
            print(
                f"{name:7} {net!s:18} {net.network_address}..{net.broadcast_address} {net.netmask} {net.num_addresses}"
            )
        except NoRoom as error:
            print(error)
    print(
        list(map(str, plan.free())),
        [plan.owner(a) for a in ("10.20.0.5", "10.20.2.1", "10.20.3.255", "11.0.0.1")],
    )
    print(list(map(str, ipaddress.collapse_addresses([*plan.free(), *plan.given.values()]))))
    routes = Routes()
    for block, via in (
        ("0.0.0.0/0", "wan"),
        ("10.0.0.0/8", "core"),
        ("10.20.0.0/16", "site"),
        ("10.20.1.77/24", "lan"),
        ("2001:db8::/32", "v6"),
        ("2001:db8:0:1::/64", "lab6"),
    ):
        routes.add(block, via)
    print(
        [
            routes.find(a)
            for a in (
                "8.8.8.8",
                "10.1.1.1",
                "10.20.9.9",
                "10.20.1.1",
                "2001:db8::1",
                "2001:db8:0:1::9",
                "::1",
            )
        ]
    )
    print([(str(a), str(b)) for a, b in gaps(["10.0.0.9", "10.0.0.1", "10.0.0.2", "10.0.1.0"])])
    print(
        *map(
            facts,
            (
                "127.0.0.1",
                "8.8.8.8",
                "224.0.0.251",
                "169.254.9.9",
                "240.0.0.1",
                "::",
                "fe80::1",
                "2001:4860:4860::8888",
            ),
        ),
        sep="\n",
    )
    summary = ipaddress.summarize_address_range(IPv4Address("192.0.2.3"), IPv4Address("192.0.2.17"))
    print(
        [str(n) for n in summary],
        str(IPv4Network("192.0.2.0/25").supernet()),
        IPv4Network("10.0.0.0/29").overlaps(IPv4Network("10.0.0.4/30")),
    )
    net = IPv4Network("198.51.100.8/29")
    print(
        [str(h) for h in net.hosts()],
        net[3],
        net[-1],
        IPv4Address("198.51.100.11") in net,
        list(IPv4Network("1.2.3.4/31").hosts()),
        net.hostmask,
        net.with_netmask,
    )
    interface = IPv4Interface("192.168.7.9/20")
    print(interface, interface.ip, interface.network, interface.with_hostmask, interface.netmask)
    six = IPv6Address("2001:0db8:0000:0000:0001:0000:0000:00ff")
    print(
        six,
        six.exploded,
        six.packed.hex(),
        int(six) % 65536,
        IPv6Address("::ffff:192.0.2.1").ipv4_mapped,
        IPv6Address("fe80::1%eth0").scope_id,
        IPv6Address(1) + 15,
    )
    print(
        IPv4Address(3232235777),
        IPv4Address(b"\x7f\0\0\1"),
        IPv4Address("1.2.3.4") < IPv4Address("1.2.3.10"),
        sorted([net, IPv4Network("198.51.100.0/24"), IPv4Network("9.0.0.0/8")])[0],
        f"{IPv4Address('10.0.0.1'):#b} {IPv4Address('10.0.0.1'):X} {six:_x}",
    )
    mac = bytes.fromhex("0211 22aa bbcc".replace(" ", ""))
    suffix = reduce(lambda acc, b: acc << 8 | b, [mac[0] ^ 2, *mac[1:3], 0xFF, 0xFE, *mac[3:]], 0)
    print(
        IPv6Network("2001:db8:5::/64")[suffix],
        hash(six) == hash(IPv6Address(int(six))),
        six == ip_address(six.packed),
        next(IPv6Network("2001:db8::/126").subnets()),
    )
    attempts: list[Callable[[], object]] = [
        lambda: ip_address("256.1.1.1"), lambda: ip_address("1.2.3"), lambda: ip_address("01.2.3.4"), lambda: ip_network("10.0.0.1/24"), lambda: IPv4Network("10.0.0.0/33"),
        lambda: ip_address("1::2::3"), lambda: IPv6Address("12345::"), lambda: IPv4Address(2**32), lambda: IPv4Address("9.9.9.9") - 2**31 * 2, lambda: list(net.subnets(new_prefix=20)),
        lambda: net[8], lambda: list(net.address_exclude(IPv4Network("9.0.0.0/8"))), lambda: IPv4Address(-1), lambda: IPv4Address(b"abc"),
    ]  # fmt: skip
    for attempt in attempts:
        try:
            print(attempt())
        except (ValueError, IndexError) as error:
            print(type(error).__name__, error)


main()
