"""Socket addresses of the linux target against the standard library's ipaddress."""

from __future__ import annotations

import ipaddress

from hypothesis import example, given
from hypothesis import strategies as st

from mirage.targets.linux.addresses import format_ipv4, format_ipv6, parse_address, parse_ipv6


@given(st.binary(min_size=4, max_size=4))
def test_ipv4_text_is_read_back(data: bytes) -> None:
    text = str(ipaddress.IPv4Address(data))
    assert format_ipv4(list(data)) == text
    assert parse_address(text) == list(data)


@given(st.lists(st.sampled_from([0, 0, 0, 1, 0xFFFF, 0xAB, 0x1234]), min_size=8, max_size=8))
@example([0] * 8)
@example([1, 0, 0, 2, 0, 0, 0, 3])
@example([0, 0, 0, 0, 0, 0xFFFF, 0x7F00, 1])
def test_ipv6_text_is_that_of_rfc_5952(groups: list[int]) -> None:
    data = b"".join(group.to_bytes(2, "big") for group in groups)
    address = ipaddress.IPv6Address(data)
    expected = f"::ffff:{address.ipv4_mapped}" if address.ipv4_mapped else str(address)
    assert format_ipv6(list(data)) == expected
    for text in (address.compressed, address.exploded, format_ipv6(list(data)), address.compressed.upper()):
        assert parse_ipv6(text) == list(data)


@given(st.text(alphabet="0123456789abcdefg:.", max_size=24))
@example("1::2::3")
@example(":")
@example(":::")
@example("1:2:3:4:5:6:7::")
@example("::1.2.3.4")
@example("01.2.3.4")
def test_what_ipaddress_refuses_is_refused(text: str) -> None:
    try:
        expected = list(ipaddress.ip_address(text).packed)
    except ValueError:
        expected = []
    assert parse_address(text) == expected
