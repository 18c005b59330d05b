"""ipaddress: networks and interfaces: subnets, supernets, containment, summaries, errors; a route table."""

import ipaddress
from collections.abc import Callable
from ipaddress import IPv4Address, IPv4Interface, IPv4Network, IPv6Address, IPv6Interface, IPv6Network, ip_address, ip_interface, ip_network

for text in ("10.0.0.0/24", "192.168.4.0/255.255.252.0", "1.2.3.0/0.0.0.255", "0.0.0.0/0", "8.8.8.8", "10.1.1.2/31", "127.0.0.0/8", "224.0.0.0/4", "100.64.0.0/10"):
    n = IPv4Network(text)
    print(repr(n), n, n.network_address, n.broadcast_address, n.netmask, n.hostmask, n.prefixlen, n.num_addresses, n.with_prefixlen, n.with_netmask, n.with_hostmask, n.exploded)
    print("  ", n.is_private, n.is_global, n.is_multicast, n.is_loopback, n.is_link_local, n.is_reserved, n.is_unspecified, n[0], n[-1], n.version, n.max_prefixlen)
for text in ("2001:db8::/32", "::/0", "fe80::/10", "::1/128", "2001:db8:0:1::/64", "ff00::/8"):
    m = IPv6Network(text)
    print(repr(m), m, m.broadcast_address, m.netmask, m.hostmask, m.num_addresses, m.exploded, m.is_private, m.is_link_local, m.is_multicast, m.is_site_local, m[1 if m.num_addresses > 1 else 0])
n = IPv4Network("10.0.0.0/28")
print(list(n.hosts()), list(n)[:2], len(list(n)), list(IPv4Network("10.0.0.0/31").hosts()), list(IPv4Network("10.0.0.7/32").hosts()), [str(x) for x in IPv6Network("::8/126").hosts()])
print(list(n.subnets()), [str(s) for s in n.subnets(prefixlen_diff=2)], [str(s) for s in n.subnets(new_prefix=30)], n.supernet(), n.supernet(prefixlen_diff=4), n.supernet(new_prefix=8), IPv4Network("0.0.0.0/0").supernet())
print(IPv4Address("10.0.0.9") in n, IPv4Address("10.0.0.16") in n, IPv6Address("::a") in n, n.overlaps(IPv4Network("10.0.0.8/30")), n.overlaps(IPv4Network("10.0.1.0/24")), IPv4Network("10.0.0.4/30").subnet_of(n), n.supernet_of(IPv4Network("10.0.0.4/30")))
print([str(x) for x in n.address_exclude(IPv4Network("10.0.0.3/32"))], [str(x) for x in IPv4Network("10.0.0.0/8").address_exclude(IPv4Network("10.0.0.0/10"))])
print(n == IPv4Network("10.0.0.0/28"), n < IPv4Network("10.0.0.0/29"), n.compare_networks(IPv4Network("10.0.0.0/27")), hash(n) == hash(IPv4Network("10.0.0.0/28")), n != IPv6Network("::/28"))
print(sorted([IPv4Network("10.0.0.0/8"), IPv4Network("9.0.0.0/8"), IPv4Network("10.0.0.0/16")]), IPv4Network("1.2.3.4/24", strict=False), IPv4Network(("10.0.0.0", 8)), IPv4Network((167772160, "255.0.0.0")), IPv4Network(5))
print(list(ipaddress.summarize_address_range(IPv4Address("1.2.3.5"), IPv4Address("1.2.3.200"))), [str(x) for x in ipaddress.summarize_address_range(IPv6Address("::1"), IPv6Address("::10"))])
print(list(ipaddress.collapse_addresses([IPv4Network("10.0.0.0/25"), IPv4Network("10.0.0.128/25"), IPv4Network("10.0.1.0/24"), IPv4Network("10.0.0.3/32")])))
print([str(x) for x in ipaddress.collapse_addresses([IPv4Address(f"10.0.0.{i}") for i in (1, 2, 3, 4, 5, 9)])], list(ipaddress.collapse_addresses(list[IPv4Network]())))
i = IPv4Interface("10.0.0.5/24")
print(repr(i), i, i.ip, i.network, i.netmask, i.hostmask, i.with_prefixlen, i.with_netmask, i.with_hostmask, i == IPv4Interface("10.0.0.5/24"), i == IPv4Interface("10.0.0.5/25"), i == IPv4Address("10.0.0.5"), isinstance(i, IPv4Address))
j = IPv6Interface("2001:db8::7/64")
print(repr(j), j.ip, j.network, j.netmask, IPv4Interface("10.0.0.5"), IPv4Interface(("10.0.0.5", 16)), ip_interface("::1/8"), sorted([IPv4Interface("10.0.0.5/24"), IPv4Interface("10.0.0.4/24"), IPv4Interface("9.0.0.9/8")]))
mixed = [ip_network("::/0"), ip_address("1.2.3.4"), ip_network("1.0.0.0/8"), ip_address("::1")]
print(sorted(mixed, key=ipaddress.get_mixed_type_key))


def attempt(work: Callable[[], object]) -> None:
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)


for bad in ("1.2.3.4/24", "1.2.3.0/33", "1.2.3.0/24/5", "1.2.3.0/x", "1.2.3.0/255.255.0.255", "x/4", "1.2.3.0/", "1.2.3.0/-1", "1.2.3.0/255.255.255.255"):
    attempt(lambda: IPv4Network(bad))
for bad in ("::/129", "::1/64", "::/x", "::/ffff::"):
    attempt(lambda: IPv6Network(bad))
attempt(lambda: ip_network("x"))
attempt(lambda: ip_interface("x"))
attempt(lambda: ip_network("1.2.3.4/24"))
attempt(lambda: list(n.subnets(new_prefix=23)))
attempt(lambda: list(n.subnets(prefixlen_diff=20)))
attempt(lambda: list(n.subnets(prefixlen_diff=2, new_prefix=30)))
attempt(lambda: list(n.subnets(prefixlen_diff=-1)))
attempt(lambda: n.supernet(new_prefix=30))
attempt(lambda: n.supernet(prefixlen_diff=30))
attempt(lambda: n[300])
attempt(lambda: n[-300])
attempt(lambda: list(n.address_exclude(IPv4Network("11.0.0.0/26"))))
attempt(lambda: list(ipaddress.summarize_address_range(IPv4Address("1.2.3.5"), IPv4Address("1.2.3.1"))))


class Routes:
    """Longest prefix wins."""

    def __init__(self, table: dict[str, str]) -> None:
        pairs = [(IPv4Network(net), via) for net, via in table.items()]
        self.table = sorted(pairs, key=lambda pair: pair[0].prefixlen, reverse=True)

    def lookup(self, address: str) -> str:
        wanted = IPv4Address(address)
        return next((via for net, via in self.table if wanted in net), "unreachable")


routes = Routes({"0.0.0.0/0": "wan", "10.0.0.0/8": "lan", "10.9.0.0/16": "vpn", "10.9.8.7/32": "host"})
print([routes.lookup(a) for a in ("8.8.8.8", "10.1.2.3", "10.9.1.1", "10.9.8.7")])
for net in (ip_network("10.0.0.0/30"), ip_network("2001:db8::/126"), ip_network("10.1.0.4/31")):
    print(next(net.hosts()) if net.prefixlen < 31 or net.version == 6 else [*net.hosts()], net.num_addresses)
