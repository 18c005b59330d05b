"""Answers to pings, errors for what we cannot deliver, news of what others could not."""

from __future__ import annotations

from typing import Final

from mirage.net.clock import SECOND
from mirage.net.icmp.packet import (
    ECHO_REPLY,
    ECHO_REQUEST,
    FRAGMENTATION_NEEDED,
    UNREACHABLE,
    IcmpMessage,
    Quoted,
    build_icmp,
    parse_icmp,
    parse_quoted,
)
from mirage.net.ipv4.packet import PROTOCOL_ICMP, Datagram
from mirage.net.ipv4.protocol import Received
from mirage.net.link import Links
from mirage.net.statistics import Statistics

ERRORS_A_SECOND: Final = 50


class Unreachable:
    """Somebody could not deliver what we sent; `mtu` is the next hop's, or 0."""

    def __init__(self, code: int, mtu: int, quoted: Quoted) -> None:
        self.code: int = code
        self.mtu: int = mtu
        self.quoted: Quoted = quoted


class Icmp:
    """Echo and "destination unreachable" (RFC 792, RFC 1122 3.2.2)."""

    def __init__(self, outbox: list[Datagram], statistics: Statistics) -> None:
        self.outbox: list[Datagram] = outbox
        self.statistics: Statistics = statistics
        self.second: int = -1
        self.errors: int = 0

    def receive(self, datagram: Received, links: Links) -> Unreachable | None:
        """Answer an echo request; return an error for the transports.  Raises PacketError."""
        message = parse_icmp(datagram.data, datagram.start, datagram.end)
        if message.type == ECHO_REQUEST and message.code == 0:
            if datagram.broadcast:  # RFC 1122, 3.2.2.6: MAY be discarded; a smurf is not worth it
                self.statistics.drop("icmp-broadcast-echo")
                return None
            reply = IcmpMessage(ECHO_REPLY, 0, message.rest, message.data)
            header = datagram.header
            self.outbox.append(
                Datagram(build_icmp(reply), header.destination, header.source, PROTOCOL_ICMP, False)
            )
            return None
        if message.type == UNREACHABLE:
            quoted = parse_quoted(message.data)
            if not links.has(quoted.source):
                self.statistics.drop("icmp-quote-not-ours")
                return None
            mtu = message.rest & 0xFFFF if message.code == FRAGMENTATION_NEEDED else 0
            return Unreachable(message.code, mtu, quoted)
        self.statistics.drop("icmp-type")
        return None

    def unreachable(self, code: int, datagram: Received, now: int) -> None:
        """Tell the sender, quoting the datagram; not about broadcasts, not too often (RFC 1812, 4.3.2)."""
        if datagram.broadcast or datagram.reassembled or datagram.header.source == 0:
            return
        if now // SECOND != self.second:
            self.second = now // SECOND
            self.errors = 0
        self.errors += 1
        if self.errors > ERRORS_A_SECOND:
            self.statistics.drop("icmp-rate")
            return
        header = datagram.header
        quote_start = datagram.start - header.header_length
        quote = datagram.data[quote_start : min(datagram.end, quote_start + 548)]
        message = IcmpMessage(UNREACHABLE, code, 0, quote)
        self.outbox.append(
            Datagram(build_icmp(message), header.destination, header.source, PROTOCOL_ICMP, False)
        )
