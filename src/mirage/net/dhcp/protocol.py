"""Getting and keeping an address (RFC 2131, section 4.4)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from mirage.net.addresses import BROADCAST_ADDRESS, prefix_of
from mirage.net.clock import NEVER, SECOND
from mirage.net.dhcp.packet import (
    ACK,
    DISCOVER,
    INFINITE,
    NAK,
    OFFER,
    RELEASE,
    REQUEST,
    DhcpMessage,
    build_dhcp,
    parse_dhcp,
)

INIT: Final = 0
SELECTING: Final = 1
REQUESTING: Final = 2
BOUND: Final = 3
RENEWING: Final = 4
REBINDING: Final = 5

FIRST_RETRY: Final = 1 * SECOND
LONGEST_RETRY: Final = 64 * SECOND
REQUEST_ATTEMPTS: Final = 4
SHORTEST_RENEWAL_RETRY: Final = 60 * SECOND


@dataclass
class Lease:
    """What the server gave; times are instants in nanoseconds, NEVER for a lease without end."""

    address: int
    prefix: int
    router: int
    name_servers: list[int]
    mtu: int
    server: int
    renew_at: int
    rebind_at: int
    expires_at: int


@dataclass
class DhcpSend:
    """A message for UDP, from port 68 to port 67."""

    payload: bytes
    source: int
    destination: int


class DhcpClient:
    """Messages and time in, messages and a lease out; `changed` tells that `lease` is another."""

    def __init__(self, mac: int, random: Callable[[int], bytes], host_name: str) -> None:
        self.mac: int = mac
        self.random: Callable[[int], bytes] = random
        self.host_name: str = host_name
        self.state: int = INIT
        self.lease: Lease | None = None
        self.changed: bool = False
        self.transaction: int = 0
        self.started: int = 0
        self.requested_at: int = 0
        self.offered: int = 0
        self.server: int = 0
        self.attempts: int = 0
        self.next_at: int = 0
        """When `poll` acts next; 0 at the start: at once."""

    def deadline(self) -> int:
        return self.next_at

    def _number(self, count: int) -> int:
        value = 0
        for byte in self.random(count):
            value = value << 8 | byte
        return value

    def _retry_delay(self) -> int:
        """Twice as long each time, give or take up to a quarter (RFC 2131, 4.1)."""
        delay = min(FIRST_RETRY << min(self.attempts - 1, 6), LONGEST_RETRY)
        return delay * 3 // 4 + delay * self._number(1) // 512

    def _message(self, kind: int, now: int, address: int, requested: int, server: int) -> bytes:
        seconds = max(now - self.started, 0) // SECOND
        return build_dhcp(
            kind, self.transaction, self.mac, seconds, address, requested, server, self.host_name
        )

    def poll(self, now: int) -> list[DhcpSend]:
        """Send what is due."""
        if self.next_at < 0 or now < self.next_at:
            return []
        lease = self.lease
        if lease is not None and self.state >= BOUND:
            return self._poll_bound(lease, now)
        if self.state == REQUESTING and self.attempts < REQUEST_ATTEMPTS:
            self.attempts += 1
            self.next_at = now + self._retry_delay()
            return [self._request(now)]
        if self.state != SELECTING:
            self._begin(now)
        self.attempts += 1
        self.next_at = now + self._retry_delay()
        message = self._message(DISCOVER, now, 0, 0, 0)
        return [DhcpSend(message, 0, BROADCAST_ADDRESS)]

    def _begin(self, now: int) -> None:
        self.state = SELECTING
        self.attempts = 0
        self.started = now
        self.transaction = self._number(4)

    def _request(self, now: int) -> DhcpSend:
        """Ask the chosen server for what it offered (RFC 2131, 4.3.2: SELECTING)."""
        self.requested_at = now
        message = self._message(REQUEST, now, 0, self.offered, self.server)
        return DhcpSend(message, 0, BROADCAST_ADDRESS)

    def _poll_bound(self, lease: Lease, now: int) -> list[DhcpSend]:
        """T1: ask our server; T2: ask any; the end: start again (RFC 2131, 4.4.5)."""
        if lease.expires_at >= 0 and now >= lease.expires_at:
            self._lose(now)
            return self.poll(now)
        if self.state == BOUND:
            self.started = now
            self.transaction = self._number(4)
            self.state = RENEWING
        limit = lease.rebind_at
        destination = lease.server
        if now >= lease.rebind_at:
            self.state = REBINDING
            limit = lease.expires_at
            destination = BROADCAST_ADDRESS
        pause = max((limit - now) // 2, SHORTEST_RENEWAL_RETRY)
        self.next_at = min(now + pause, limit)
        self.requested_at = now
        return [DhcpSend(self._message(REQUEST, now, lease.address, 0, 0), lease.address, destination)]

    def _lose(self, now: int) -> None:
        self.lease = None
        self.changed = True
        self.state = INIT
        self.next_at = now

    def receive(self, payload: bytes, now: int) -> list[DhcpSend]:
        """One message from port 67.  Raises PacketError."""
        message = parse_dhcp(payload)
        if message.transaction != self.transaction or message.client_mac != self.mac:
            return []
        if self.state == SELECTING and message.kind == OFFER:
            if message.your_address == 0 or message.server == 0:
                return []
            self.offered = message.your_address
            self.server = message.server
            self.state = REQUESTING
            self.attempts = 1
            self.next_at = now + self._retry_delay()
            return [self._request(now)]
        waiting = self.state == REQUESTING or self.state == RENEWING or self.state == REBINDING
        if not waiting:
            return []
        if self.state == REQUESTING and message.server != 0 and message.server != self.server:
            return []
        if message.kind == NAK:
            self._lose(now)
            return []
        if message.kind == ACK and message.your_address != 0:
            self._bind(message, now)
        return []

    def _bind(self, message: DhcpMessage, now: int) -> None:
        """Times count from our request (RFC 2131, 4.4.5); T1 and T2 are halves and seven eighths."""
        prefix = prefix_of(message.mask) if message.mask != 0 else 24
        start = self.requested_at
        renew_at = NEVER
        rebind_at = NEVER
        expires_at = NEVER
        seconds = message.lease_time
        if seconds >= 0 and seconds != INFINITE:
            seconds = max(seconds, 1)
            expires_at = start + seconds * SECOND
            renewal = message.renewal_time
            rebinding = message.rebinding_time
            if rebinding <= 0 or rebinding >= seconds:
                rebinding = seconds * 7 // 8
            if renewal <= 0 or renewal > rebinding:
                renewal = min(seconds // 2, rebinding)
            renew_at = start + renewal * SECOND
            rebind_at = start + rebinding * SECOND
        server = message.server if message.server != 0 else self.server
        self.server = server
        self.lease = Lease(
            message.your_address,
            prefix if prefix > 0 else 24,
            message.router,
            message.name_servers,
            message.mtu,
            server,
            renew_at,
            rebind_at,
            expires_at,
        )
        self.changed = True
        self.state = BOUND
        self.attempts = 0
        self.next_at = renew_at

    def release(self, now: int) -> list[DhcpSend]:
        """Give the address back (RFC 2131, 4.4.6)."""
        lease = self.lease
        if lease is None:
            return []
        message = self._message(RELEASE, now, lease.address, 0, lease.server)
        self.lease = None
        self.changed = True
        self.state = INIT
        self.next_at = NEVER
        return [DhcpSend(message, lease.address, lease.server)]
