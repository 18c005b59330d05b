"""IPv4 and MAC addresses are plain ints (32 and 48 bits); this is their text and their kinds."""

from __future__ import annotations

from typing import Final

ANY_ADDRESS: Final = 0
BROADCAST_ADDRESS: Final = 0xFFFFFFFF
LOOPBACK_ADDRESS: Final = 0x7F000001
BROADCAST_MAC: Final = 0xFFFFFFFFFFFF


def parse_decimal(text: str, largest: int) -> int:
    """A plain decimal number 0..largest, or -1 (signs, spaces and leading zeros are not taken)."""
    if text == "" or len(text) > 10 or (len(text) > 1 and text[0] == "0"):
        return -1
    value = 0
    for character in text:
        digit = ord(character) - 48
        if digit < 0 or digit > 9:
            return -1
        value = value * 10 + digit
    return value if value <= largest else -1


def parse_ipv4(text: str) -> int:
    """`10.0.0.2` as an int.  Raises ValueError for anything but four decimal numbers."""
    parts = text.split(".")
    value = 0
    for part in parts:
        number = parse_decimal(part, 255)
        if number < 0 or len(parts) != 4:
            raise ValueError(f"not an IPv4 address: {text!r} (write it as 10.0.0.2)")
        value = value << 8 | number
    return value


def format_ipv4(address: int) -> str:
    return f"{address >> 24}.{address >> 16 & 255}.{address >> 8 & 255}.{address & 255}"


def parse_interface(text: str) -> tuple[int, int]:
    """`10.0.0.2/24` as (address, prefix length).  Raises ValueError."""
    parts = text.split("/")
    if len(parts) != 2:
        raise ValueError(f"not an address with a prefix length: {text!r} (write it as 10.0.0.2/24)")
    prefix = parse_decimal(parts[1], 32)
    if prefix < 0:
        raise ValueError(f"not a prefix length of 0 to 32: {text!r}")
    return (parse_ipv4(parts[0]), prefix)


def parse_mac(text: str) -> int:
    """`52:54:00:12:34:56` as an int.  Raises ValueError."""
    value = 0
    parts = text.lower().split(":")
    for part in parts:
        if len(parts) != 6 or len(part) != 2:
            raise ValueError(f"not a MAC address: {text!r} (write it as 52:54:00:12:34:56)")
        for character in part:
            digit = "0123456789abcdef".find(character)
            if digit < 0:
                raise ValueError(f"not a MAC address: {text!r} (write it as 52:54:00:12:34:56)")
            value = value << 4 | digit
    return value


def _hex_byte(value: int) -> str:
    digits = "0123456789abcdef"
    return digits[value >> 4] + digits[value & 15]


def format_mac(mac: int) -> str:
    parts: list[str] = []
    shift = 40
    while shift >= 0:
        parts.append(_hex_byte(mac >> shift & 255))
        shift -= 8
    return ":".join(parts)


def mask_of(prefix: int) -> int:
    """The netmask of a prefix length of 0 to 32."""
    return 0xFFFFFFFF << (32 - prefix) & 0xFFFFFFFF


def prefix_of(mask: int) -> int:
    """The prefix length of a netmask, or -1 when its ones are not all on the left."""
    prefix = 0
    while prefix < 33:
        if mask_of(prefix) == mask:
            return prefix
        prefix += 1
    return -1


def is_multicast(address: int) -> bool:
    """224.0.0.0/4 (RFC 1112)."""
    return address >> 28 == 14


def is_loopback(address: int) -> bool:
    """127.0.0.0/8."""
    return address >> 24 == 127


def multicast_mac(address: int) -> int:
    """The Ethernet group an IPv4 multicast goes to (RFC 1112, 6.4)."""
    return 0x01005E000000 | address & 0x7FFFFF
