"""Networks and interfaces with scopes, their order beside addresses, and which error comes first."""

import ipaddress
from typing import Any

scoped = ipaddress.IPv6Network("2001:db8::%eth0/32")
plain = ipaddress.IPv6Network("2001:db8::/32")
print(scoped, repr(scoped), repr(scoped.network_address), scoped.with_netmask)
print(scoped == plain, scoped != plain, scoped <= plain, scoped >= plain, scoped < plain, hash(scoped) == hash(plain))
print(scoped.network_address.scope_id, scoped.broadcast_address)
print([str(n) for n in ipaddress.IPv6Network("::1%lo/128").subnets()], scoped.supernet(), next(scoped.subnets()))
print(ipaddress.IPv6Network("fe80::1%a/64", strict=False))
for text in ("2001:db8::%eth0/32", "2001:db8::1%eth0/32"):
    interface = ipaddress.IPv6Interface(text)
    print(interface, interface.network, interface.ip, interface.with_prefixlen, interface.with_netmask)
try:
    print(ipaddress.IPv6Address("fe80::1%eth0").exploded)
except ipaddress.AddressValueError as error:
    print("exploded:", error)

narrow, wide = ipaddress.IPv4Interface("10.1.2.3/24"), ipaddress.IPv4Interface("10.1.2.3/8")
print(narrow < wide, narrow > wide, narrow <= wide, narrow >= wide, wide < narrow, sorted([narrow, wide]))
address = ipaddress.IPv4Address("10.1.2.3")
print(address < wide, address > wide, wide < address, wide > address, address == wide, address <= wide)

shelf: list[Any] = [
    ipaddress.ip_network("10.0.0.0/8"),
    wide,
    ipaddress.ip_address("::1"),
    ipaddress.ip_address("10.0.0.0"),
    ipaddress.ip_network("10.0.0.0/16"),
    ipaddress.ip_network("::/64"),
    narrow,
]
for item in sorted(shelf, key=ipaddress.get_mixed_type_key):
    print(item, ipaddress.get_mixed_type_key(item))
other: Any = "10.0.0.1"
print(ipaddress.get_mixed_type_key(other))

for text in ("/", "1.2.3/x", "bogus/8", "1.2.3.4/", "1.2.3.4/255.0.255.0", "10.0.0.1/8", "1/2/3"):
    try:
        print(ipaddress.IPv4Network(text))
    except ValueError as error:
        print(type(error).__name__, error)


class Later(ipaddress.IPv6Address):
    @property
    def version(self) -> int:
        return 7


for first, last in ((Later("::1"), Later("::2")), (address, ipaddress.ip_address("::1"))):
    try:
        given: Any = first
        until: Any = last
        print(list(ipaddress.summarize_address_range(given, until)))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
