"""ipaddress: addresses: parsing, forms, properties, arithmetic, order, format, errors."""

import ipaddress
from collections.abc import Callable
from ipaddress import IPv4Address, IPv6Address, ip_address

for text in ("192.168.1.5", "0.0.0.0", "255.255.255.255", "127.0.0.1", "8.8.8.8", "169.254.3.4", "224.0.0.1", "100.64.1.1", "198.51.100.7", "240.0.0.1"):
    a = IPv4Address(text)
    print(repr(a), a, int(a), a.packed, a.reverse_pointer, a.version, a.max_prefixlen, a.exploded, a.compressed)
    print("  ", a.is_private, a.is_global, a.is_multicast, a.is_reserved, a.is_loopback, a.is_link_local, a.is_unspecified, f"{a:b} {a:x} {a:#_b} {a:n} {a:#X} {a:_x}|{a:s}|{a}")
for text in ("2001:db8::1", "::", "::1", "fe80::1", "ff02::1", "fc00::5", "::ffff:1.2.3.4", "2002:c000:204::", "2001:0:4136:e378:8000:63bf:3fff:fdd2", "fec0::1", "1:0:0:2:0:0:0:3", "1:0:2:3:4:5:6:7", "2606:4700::1111", "::1:0:0:0", "ABCD:EF01:2345:6789:ABCD:EF01:2345:6789"):
    b = IPv6Address(text)
    print(repr(b), b, int(b), b.packed, b.reverse_pointer, b.exploded, b.compressed, b.scope_id)
    print("  ", b.is_private, b.is_global, b.is_multicast, b.is_reserved, b.is_loopback, b.is_link_local, b.is_site_local, b.is_unspecified, b.ipv4_mapped, b.sixtofour, b.teredo, f"{b:x} {b:n} {b:#_x}")
scoped = IPv6Address("fe80::1%eth0")
print(repr(scoped), scoped, scoped.scope_id, int(scoped), scoped.is_link_local, scoped.packed)
print(IPv4Address("10.0.0.1") + 300, IPv4Address("10.0.0.1") - 2, IPv6Address("::ffff") + 1, IPv4Address(167772161), IPv4Address(b"\x0a\0\0\x01"), IPv6Address(5), IPv6Address(b"\0" * 15 + b"\x09"))
print(IPv4Address("1.2.3.4") < IPv4Address("1.2.3.10"), IPv4Address("1.2.3.4") == IPv4Address(16909060), IPv4Address("0.0.0.1") == IPv6Address("::1"), IPv4Address("1.1.1.1") == "1.1.1.1", IPv6Address("fe80::1%a") == IPv6Address("fe80::1%b"))
print(sorted(map(IPv4Address, ("10.0.0.2", "9.255.1.1", "10.0.0.1"))), max(IPv6Address("::1"), IPv6Address("1::")), IPv4Address("1.2.3.4") >= IPv4Address("1.2.3.4"))
print(len({IPv4Address("1.1.1.1"), IPv4Address(16843009), IPv4Address("1.1.1.2")}), {IPv6Address("::1"): "loopback"}[IPv6Address(1)])
print([str(ip_address(x)) for x in ("1.2.3.4", "::5")], ip_address(5), ip_address(2**32), type(ip_address(2**32)).__name__)


def attempt(work: Callable[[], object]) -> None:
    try:
        print(repr(work()))
    except Exception as error:
        print(type(error).__name__, error)


for bad in ("", "1.2.3", "1..2.3", "1.2.3.x", "1.2.3.1234", "01.2.3.4", "256.1.1.1", "1.2.3.4/5", "1.2.3.4.5", " 1.2.3.4", "1.2.3.-4"):
    attempt(lambda: IPv4Address(bad))
for bad in ("", "::1::", "1:2", "1:2:3:4:5:6:7:8:9", "1:2:3:4:5:6:7", ":1:2:3:4:5:6:7", "1:2:3:4:5:6:7:", "12345::", "g::", "1::2::3", ":::", "::1.2.3", "fe80::1%", "fe80::1%a%b", "::1/64", "1:2:3:4:5:6:7::", "::1:2:3:4:5:6:7:8", "1:2:3:4::5:6:7:8", "1:::2"):
    attempt(lambda: IPv6Address(bad))
for number in (-1, 2**32):
    attempt(lambda: IPv4Address(number))
for number in (-1, 2**128):
    attempt(lambda: IPv6Address(number))
attempt(lambda: IPv4Address(b"abc"))
attempt(lambda: IPv6Address(b"abc"))
attempt(lambda: ip_address("x"))
attempt(lambda: IPv4Address("255.255.255.255") + 1)
attempt(lambda: IPv4Address("0.0.0.0") - 1)
attempt(lambda: ipaddress.v4_int_to_packed(-1))
attempt(lambda: ipaddress.v6_int_to_packed(2**130))
attempt(lambda: f"{IPv4Address('1.2.3.4'):q}")
print(ipaddress.v4_int_to_packed(1), ipaddress.v6_int_to_packed(1))
