"""Socket addresses as the kernel has them, and their text: sockaddr_in and sockaddr_in6 in memory."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import load8, store8, store64, u8, u64

AF_INET: Final = 2
AF_INET6: Final = 10
ADDRESS_BYTES: Final = 28  # of the larger one


def parse_ipv4(text: str) -> list[int]:
    """The four bytes of `10.0.0.2`; an empty list for anything else."""
    result: list[int] = []
    for part in text.split("."):
        if not (part.isascii() and part.isdigit()) or len(part) > 3 or (len(part) > 1 and part[0] == "0"):
            return []
        number = int(part)
        if number > 255:
            return []
        result.append(number)
    return result if len(result) == 4 else []


def _parse_groups(text: str) -> list[int]:
    """The bytes of colon-separated groups, the last of which may be an IPv4 address; [-1] for errors."""
    result: list[int] = []
    if text == "":
        return result
    parts = text.split(":")
    index = 0
    while index < len(parts):
        part = parts[index]
        index += 1
        if index == len(parts) and "." in part:
            last = parse_ipv4(part)
            if len(last) == 0:
                return [-1]
            return result + last
        value = 0
        if len(part) < 1 or len(part) > 4:
            return [-1]
        for character in part.lower():
            digit = "0123456789abcdef".find(character)
            if digit < 0:
                return [-1]
            value = value * 16 + digit
        result.append(value >> 8)
        result.append(value & 255)
    return result


def parse_ipv6(text: str) -> list[int]:
    """The 16 bytes of an IPv6 address (RFC 4291, 2.2, without zone); an empty list for anything else."""
    halves = text.split("::")
    if len(halves) > 2:
        return []
    head = _parse_groups(halves[0])
    tail = _parse_groups(halves[1]) if len(halves) == 2 else []
    if -1 in head or -1 in tail:
        return []
    missing = 16 - len(head) - len(tail)
    if missing < 0 or (missing == 0) != (len(halves) == 1):
        return []
    return head + [0] * missing + tail


def parse_address(text: str) -> list[int]:
    """4 or 16 bytes; an empty list when the text is not a numeric address."""
    return parse_ipv6(text) if ":" in text else parse_ipv4(text)


def format_ipv4(data: list[int]) -> str:
    return f"{data[0]}.{data[1]}.{data[2]}.{data[3]}"


def format_ipv6(data: list[int]) -> str:
    """The text of RFC 5952 (as inet_ntop): the longest run of two or more zero groups is `::`."""
    groups = [data[2 * index] * 256 + data[2 * index + 1] for index in range(8)]
    if groups[0:5] == [0, 0, 0, 0, 0] and groups[5] == 0xFFFF:
        return "::ffff:" + format_ipv4(data[12:16])
    best = -1
    length = 1
    index = 0
    while index < 8:
        end = index
        while end < 8 and groups[end] == 0:
            end += 1
        if end - index > length:
            best = index
            length = end - index
        index = end + 1
    if best < 0:
        return ":".join([f"{group:x}" for group in groups])
    head = ":".join([f"{group:x}" for group in groups[:best]])
    return head + "::" + ":".join([f"{group:x}" for group in groups[best + length :]])


def store_address(place: u64, data: list[int], port: int) -> int:
    """Write a sockaddr at `place` (28 bytes are touched); returns its size in bytes."""
    store64(place, u64(0))
    store64(place + 8, u64(0))
    store64(place + 16, u64(0))
    store64(place + 20, u64(0))
    store8(place + 2, u8(port >> 8))
    store8(place + 3, u8(port & 255))
    start = 4
    size = 16
    store8(place, u8(AF_INET))
    if len(data) == 16:
        store8(place, u8(AF_INET6))
        start = 8
        size = 28
    for byte in data:
        store8(place + u64(start), u8(byte))
        start += 1
    return size


def load_host(place: u64) -> str:
    """The address in the sockaddr at `place`, as text."""
    count = 4
    start = place + 4
    if load8(place) == AF_INET6:
        count = 16
        start = place + 8
    data: list[int] = []
    while len(data) < count:
        data.append(int(load8(start)))
        start = start + 1
    return format_ipv6(data) if count == 16 else format_ipv4(data)


def load_port(place: u64) -> int:
    return int(load8(place + 2)) * 256 + int(load8(place + 3))
