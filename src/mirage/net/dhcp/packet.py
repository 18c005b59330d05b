"""DHCP messages (RFC 2131, section 2; options: RFC 2132)."""

from __future__ import annotations

from typing import Final

from mirage.net.wire import Malformed, Truncated, get16, get32, get48, put16, put32, put48

SERVER_PORT: Final = 67
CLIENT_PORT: Final = 68

DISCOVER: Final = 1
OFFER: Final = 2
REQUEST: Final = 3
DECLINE: Final = 4
ACK: Final = 5
NAK: Final = 6
RELEASE: Final = 7

HEADER_SIZE: Final = 240
SMALLEST_SIZE: Final = 300
"""BOOTP relays drop anything shorter (RFC 1542, 2.1)."""
COOKIE: Final = 0x63825363
INFINITE: Final = 0xFFFFFFFF


class DhcpMessage:
    """A server's answer; times in seconds, 0 or -1 where an option is absent."""

    def __init__(self) -> None:
        self.kind: int = 0
        self.transaction: int = 0
        self.client_mac: int = 0
        self.your_address: int = 0
        self.server: int = 0
        self.mask: int = 0
        self.router: int = 0
        self.name_servers: list[int] = []
        self.mtu: int = 0
        self.lease_time: int = -1
        self.renewal_time: int = -1
        self.rebinding_time: int = -1


def parse_dhcp(data: bytes) -> DhcpMessage:
    """Read a BOOTREPLY.  Raises Truncated, Malformed."""
    if len(data) < HEADER_SIZE:
        raise Truncated("dhcp-truncated")
    if data[0] != 2 or data[1] != 1 or data[2] != 6:
        raise Malformed("dhcp-not-a-reply")
    if get32(data, 236) != COOKIE:
        raise Malformed("dhcp-cookie")
    message = DhcpMessage()
    message.transaction = get32(data, 4)
    message.your_address = get32(data, 16)
    message.client_mac = get48(data, 28)
    at = HEADER_SIZE
    while at < len(data):
        option = data[at]
        if option == 0:
            at += 1
            continue
        if option == 255:
            break
        if at + 1 >= len(data) or at + 2 + data[at + 1] > len(data):
            raise Truncated("dhcp-option-truncated")
        _read_option(message, option, data, at + 2, data[at + 1])
        at += 2 + data[at + 1]
    if message.kind == 0:
        raise Malformed("dhcp-no-message-type")
    return message


def _read_option(message: DhcpMessage, option: int, data: bytes, at: int, length: int) -> None:
    if option == 53 and length == 1:
        message.kind = data[at]
    elif option == 54 and length == 4:
        message.server = get32(data, at)
    elif option == 1 and length == 4:
        message.mask = get32(data, at)
    elif option == 3 and length >= 4:
        message.router = get32(data, at)  # the first is preferred
    elif option == 6:
        offset = 0
        while offset + 4 <= length:
            message.name_servers.append(get32(data, at + offset))
            offset += 4
    elif option == 26 and length == 2:
        message.mtu = get16(data, at)
    elif option == 51 and length == 4:
        message.lease_time = get32(data, at)
    elif option == 58 and length == 4:
        message.renewal_time = get32(data, at)
    elif option == 59 and length == 4:
        message.rebinding_time = get32(data, at)


def build_dhcp(
    kind: int,
    transaction: int,
    mac: int,
    seconds: int,
    client_address: int,
    requested: int,
    server: int,
    host_name: str,
) -> bytes:
    """A BOOTREQUEST.

    seconds          since the client began
    client_address   ours, when renewing or rebinding, else 0
    requested        the address asked for, or 0
    server           the server chosen, or 0
    """
    buffer = bytearray(HEADER_SIZE)
    buffer[0] = 1
    buffer[1] = 1
    buffer[2] = 6
    put32(buffer, 4, transaction)
    put16(buffer, 8, min(seconds, 0xFFFF))
    put32(buffer, 12, client_address)
    put48(buffer, 28, mac)
    put32(buffer, 236, COOKIE)
    buffer += bytes([53, 1, kind])
    identifier = bytearray([61, 7, 1, 0, 0, 0, 0, 0, 0])
    put48(identifier, 3, mac)
    buffer += identifier
    if requested != 0:
        option = bytearray([50, 4, 0, 0, 0, 0])
        put32(option, 2, requested)
        buffer += option
    if server != 0:
        option = bytearray([54, 4, 0, 0, 0, 0])
        put32(option, 2, server)
        buffer += option
    if kind == DISCOVER or kind == REQUEST:
        buffer += bytes([55, 7, 1, 3, 6, 26, 51, 58, 59, 57, 2, 1500 >> 8, 1500 & 0xFF])
        name = host_name.encode("ascii")[:63]
        if name:
            buffer += bytes([12, len(name)])
            buffer += name
    buffer.append(255)
    if len(buffer) < SMALLEST_SIZE:
        buffer += bytes(SMALLEST_SIZE - len(buffer))
    return bytes(buffer)
