"""IPv6 interfaces: their networks decide what they are; keys that sort everything together."""

import ipaddress

for text in ("::1/128", "::1/127", "::/128", "::/64", "2001:db8::1/48", "fe80::1%eth0/64", "::1"):
    one = ipaddress.IPv6Interface(text)
    print(one, one.exploded, one.compressed, one.is_loopback, one.is_unspecified, one.is_link_local, one.network, one.ip)
mixed = [
    ipaddress.ip_network("10.0.0.0/8"),
    ipaddress.ip_address("::1"),
    ipaddress.ip_address("10.0.0.0"),
    ipaddress.ip_network("fe80::/10"),
    ipaddress.ip_network("10.0.0.0/16"),
]
print([str(x) for x in sorted(mixed, key=ipaddress.get_mixed_type_key)])
four = ipaddress.IPv4Interface("127.0.0.1/30")
print(four, four.exploded, four.is_loopback, four.network.is_loopback, four.with_netmask, four.with_hostmask)
