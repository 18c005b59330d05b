"""All TCP connections and listeners of one stack."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from mirage.net.clock import SECOND
from mirage.net.errors import EADDRINUSE, EADDRNOTAVAIL, ECONNREFUSED, EHOSTUNREACH, socket_error
from mirage.net.icmp.packet import FRAGMENTATION_NEEDED, PORT_UNREACHABLE, PROTOCOL_UNREACHABLE
from mirage.net.icmp.protocol import Unreachable
from mirage.net.ipv4.protocol import Received
from mirage.net.ipv4.routing import Interface
from mirage.net.ports import PortAllocator
from mirage.net.sockets import READABLE, Events, Socket
from mirage.net.statistics import Statistics
from mirage.net.tcp.connection import Connection, TcpContext
from mirage.net.tcp.cookies import SynCookies
from mirage.net.tcp.packet import ACK, DEFAULT_MSS, RST, SYN, Segment, parse_segment, syn_options
from mirage.net.tcp.sequence import unwrap
from mirage.net.tcp.states import CLOSED, SYN_RECEIVED, SYN_SENT, TIME_WAIT
from mirage.net.tcp.timers import TimerQueue

LARGEST_BACKLOG: Final = 4096
RESETS_A_SECOND: Final = 200
SWEEP: Final = 64
PRUNE_INTERVAL: Final = SECOND


class Listener(Socket):
    """A listening port: connections made and not yet accepted, and how many are being made."""

    def __init__(self, address: int, port: int, backlog: int) -> None:
        super().__init__()
        self.address: int = address
        self.port: int = port
        self.backlog: int = backlog
        self.pending: list[Connection] = []
        self.half_open: int = 0

    def readiness(self) -> int:
        return READABLE if self.pending else 0


class Tcp:
    """Finds the connection a segment is for, makes new ones, runs their timers."""

    def __init__(self, context: TcpContext, ports: PortAllocator, random: Callable[[int], bytes]) -> None:
        self.context: TcpContext = context
        self.allocator: PortAllocator = ports
        self.random: Callable[[int], bytes] = random
        self.events: Events = context.events
        self.statistics: Statistics = context.statistics
        self.listeners: dict[int, Listener] = {}
        self.ports: dict[int, dict[int, Connection]] = {}
        """By local port, then by remote address << 16 | remote port."""
        self.count: int = 0
        self.timers: TimerQueue = TimerQueue()
        self.unarmed: list[Connection] = []
        """Connections whose deadline may have become earlier since they were last put into `timers`."""
        self.time_waits: list[Connection] = []
        self.sweep_at: int = SWEEP
        """How long `time_waits` may get before those that are over are taken out."""
        self.prune_at: int = 0
        self.cookies: SynCookies = SynCookies(random(8))
        self.reset_second: int = -1
        self.resets: int = 0

    # --- the application's calls -----------------------------------------------------------------

    def listen(self, address: int, port: int, backlog: int) -> Listener:
        """Listen on a port, 0 for any free one.  Raises OSError EADDRINUSE."""
        if port == 0:
            port = self.allocator.pick(list(self.listeners) + list(self.ports))
        if port < 0 or port in self.listeners:
            raise socket_error(EADDRINUSE)
        listener = Listener(address, port, min(max(backlog, 1), LARGEST_BACKLOG))
        self.listeners[port] = listener
        return listener

    def accept(self, listener: Listener) -> Connection | None:
        """The connection that was made first, or None."""
        if not listener.pending:
            return None
        return listener.pending.pop(0)

    def close_listener(self, listener: Listener) -> None:
        """Stop listening; connections nobody accepted are reset."""
        del self.listeners[listener.port]
        for connection in listener.pending:
            connection.abort()
        listener.pending = []
        for connection in list(self.ports.get(listener.port, {}).values()):
            if connection.passive and connection.state == SYN_RECEIVED:
                connection.abort()

    def connect(self, local: int, remote: int, port: int) -> Connection:
        """Start a connection from an ephemeral port.  Raises OSError EADDRNOTAVAIL."""
        local_port = self.allocator.pick(list(self.ports) + list(self.listeners))
        if local_port < 0 or self.count >= self.context.settings.connections:
            raise socket_error(EADDRNOTAVAIL)
        connection = Connection(self.context, local, local_port, remote, port, self._initial())
        connection.open_active()
        self._add(connection)
        self.context.touch_output(connection)
        return connection

    def _initial(self) -> int:
        """A random initial sequence number."""
        noise = self.random(4)
        return noise[0] << 24 | noise[1] << 16 | noise[2] << 8 | noise[3]

    def _add(self, connection: Connection) -> None:
        peers = self.ports.get(connection.local_port)
        if peers is None:
            peers = {}
            self.ports[connection.local_port] = peers
        peers[connection.remote_address << 16 | connection.remote_port] = connection
        self.count += 1

    def _remove(self, connection: Connection) -> None:
        peers = self.ports.get(connection.local_port)
        if peers is None:
            return
        key = connection.remote_address << 16 | connection.remote_port
        if peers.get(key) is connection:
            del peers[key]
            self.count -= 1
            if not peers:
                del self.ports[connection.local_port]

    # --- segments --------------------------------------------------------------------------------

    def receive(self, datagram: Received, verified: bool, now: int) -> None:
        """One segment.  Raises PacketError."""
        header = datagram.header
        if datagram.broadcast or header.source == 0:
            self.statistics.drop("tcp-broadcast")
            return
        segment = parse_segment(
            datagram.data, datagram.start, datagram.end, header.source, header.destination, verified
        )
        peers = self.ports.get(segment.destination_port)
        if peers is not None:
            connection = peers.get(header.source << 16 | segment.source_port)
            if connection is not None and connection.local_address == header.destination:
                if connection.state == TIME_WAIT and segment.flags & (SYN | ACK | RST) == SYN:
                    self._reopen(connection, segment)
                if connection.state != CLOSED:
                    connection.receive(segment, now)
                    self.settle()
                    return
        listener = self.listeners.get(segment.destination_port)
        if listener is not None and (listener.address == 0 or listener.address == header.destination):
            if segment.flags & (SYN | ACK | RST) == SYN:
                self._receive_syn(listener, segment, header.source, header.destination, now)
                return
            if segment.flags & (SYN | ACK | RST) == ACK:
                if self._receive_cookie(listener, segment, header.source, header.destination, now):
                    return
        self._refuse(segment, header.source, header.destination, now)

    def _reopen(self, connection: Connection, segment: Segment) -> None:
        """A new SYN may take over a connection in TIME-WAIT (RFC 1122, 4.2.2.13)."""
        after = unwrap(segment.sequence, connection.incoming.next) > connection.incoming.next
        if after and connection.local_port in self.listeners:
            connection.state = CLOSED
            connection.close_at = -1
            self._remove(connection)

    def _receive_syn(self, listener: Listener, segment: Segment, remote: int, local: int, now: int) -> None:
        settings = self.context.settings
        if len(listener.pending) >= listener.backlog or self.count >= settings.connections:
            self.statistics.drop("tcp-backlog-full")  # the peer sends its SYN again
            return
        if listener.half_open >= min(settings.half_open, 2 * listener.backlog):
            self._send_cookie(segment, remote, local, now)
            return
        port = segment.destination_port
        connection = Connection(self.context, local, port, remote, segment.source_port, self._initial())
        connection.open_passive(segment)
        listener.half_open += 1
        self._add(connection)
        self.context.touch_output(connection)

    def _send_cookie(self, segment: Segment, remote: int, local: int, now: int) -> None:
        mss = min(segment.mss if segment.mss != 0 else DEFAULT_MSS, self.context.mss)
        ports = segment.source_port << 16 | segment.destination_port
        cookie = self.cookies.make(local, remote, ports, segment.sequence, mss, now)
        self.statistics.cookies_sent += 1
        self.context.send(
            local,
            segment.destination_port,
            remote,
            segment.source_port,
            cookie,
            segment.sequence + 1,
            SYN | ACK,
            min(self.context.settings.receive_capacity, 65535),
            syn_options(self.context.mss, -1, False),
            b"",
        )

    def _receive_cookie(
        self, listener: Listener, segment: Segment, remote: int, local: int, now: int
    ) -> bool:
        """An ACK for no connection: True when it answers a cookie of ours."""
        ports = segment.source_port << 16 | segment.destination_port
        cookie = (segment.acknowledgment - 1) & 0xFFFFFFFF
        initial = (segment.sequence - 1) & 0xFFFFFFFF
        mss = self.cookies.verify(local, remote, ports, initial, cookie, now)
        if mss < 0:
            return False
        if len(listener.pending) >= listener.backlog or self.count >= self.context.settings.connections:
            self.statistics.drop("tcp-backlog-full")  # the peer's next segment brings the cookie again
            return True
        port = segment.destination_port
        connection = Connection(self.context, local, port, remote, segment.source_port, cookie)
        connection.open_from_cookie(segment, mss)
        listener.half_open += 1
        self._add(connection)
        connection.receive(segment, now)
        self.settle()
        return True

    def _refuse(self, segment: Segment, remote: int, local: int, now: int) -> None:
        """A segment for no connection is answered with a RST (RFC 9293, 3.10.7.1)."""
        if segment.flags & RST:
            return
        if now // SECOND != self.reset_second:
            self.reset_second = now // SECOND
            self.resets = 0
        self.resets += 1
        if self.resets > RESETS_A_SECOND:
            self.statistics.drop("tcp-reset-limit")
            return
        self.statistics.resets_sent += 1
        sequence = segment.acknowledgment
        acknowledgment = 0
        flags = RST
        if not segment.flags & ACK:
            sequence = 0
            acknowledgment = segment.sequence + segment.length()
            flags = RST | ACK
        self.context.send(
            local,
            segment.destination_port,
            remote,
            segment.source_port,
            sequence,
            acknowledgment,
            flags,
            0,
            b"",
            b"",
        )

    def settle(self) -> None:
        """Act on what connections reported: handshakes done, TIME-WAIT entered, ends."""
        context = self.context
        if context.established:
            connections = context.established
            context.established = []
            for connection in connections:
                self._established(connection)
        if context.waiting:
            for connection in context.waiting:
                self.time_waits.append(connection)
            context.waiting = []
            self._limit_time_waits()
        if context.closed:
            connections = context.closed
            context.closed = []
            for connection in connections:
                self._closed(connection)

    def _established(self, connection: Connection) -> None:
        if not connection.passive:
            return
        connection.passive = False
        listener = self.listeners.get(connection.local_port)
        if listener is None:
            connection.abort()
            return
        listener.half_open -= 1
        listener.pending.append(connection)
        self.events.touch(listener)

    def _closed(self, connection: Connection) -> None:
        self._remove(connection)
        if connection.passive:  # the handshake was never finished
            listener = self.listeners.get(connection.local_port)
            if listener is not None and listener.half_open > 0:
                listener.half_open -= 1

    def _limit_time_waits(self) -> None:
        """Let go of those that are over; the oldest make room when there are too many."""
        limit = self.context.settings.time_waits
        if len(self.time_waits) <= min(limit, self.sweep_at):
            return
        still: list[Connection] = []
        for connection in self.time_waits:
            if connection.state == TIME_WAIT:
                still.append(connection)
        excess = len(still) - limit * 3 // 4 if len(still) > limit else 0
        index = 0
        while index < excess:
            still[index].expire()
            index += 1
        self.time_waits = still[excess:]
        self.sweep_at = max(SWEEP, 2 * len(self.time_waits))

    def _prune(self, now: int) -> None:
        """Memory is scarce: early segments are dropped, the peers have them still (RFC 2018, 8).

        Otherwise a few peers could fill it with what they never make whole.
        """
        self.prune_at = now + PRUNE_INTERVAL
        for peers in self.ports.values():
            for connection in peers.values():
                connection.incoming.reassembly.clear()

    def unreachable(self, error: Unreachable) -> None:
        """An ICMP error about a segment of ours, if it is one (RFC 5927, 4.1: the sequence must fit)."""
        quoted = error.quoted
        peers = self.ports.get(quoted.source_port)
        if peers is None:
            return
        connection = peers.get(quoted.destination << 16 | quoted.destination_port)
        if connection is None:
            return
        outgoing = connection.outgoing
        sequence = unwrap(quoted.sequence, outgoing.unacknowledged)
        if sequence < outgoing.unacknowledged or sequence >= outgoing.highest:
            self.statistics.drop("icmp-sequence")
            return
        if error.code == FRAGMENTATION_NEEDED:
            connection.path_mtu(error.mtu if error.mtu > 0 else 576)
        elif error.code == PORT_UNREACHABLE or error.code == PROTOCOL_UNREACHABLE:
            connection.unreachable(ECONNREFUSED)
        self.settle()

    def take_doubts(self) -> list[int]:
        """Peers from which nothing came for several retransmissions (RFC 1122, 4.2.3.5: negative advice)."""
        doubts = self.context.doubts
        if doubts:
            self.context.doubts = []
        return doubts

    def neighbour_unreachable(self, neighbour: int, interface: Interface) -> None:
        """ARP of this interface got no answer from the next hop of connections being opened."""
        for peers in list(self.ports.values()):
            for connection in list(peers.values()):
                if (
                    connection.state == SYN_SENT
                    and connection.local_address == interface.address
                    and interface.next_hop(connection.remote_address) == neighbour
                ):
                    connection.unreachable(EHOSTUNREACH)
        self.settle()

    # --- time and output -------------------------------------------------------------------------

    def poll(self, now: int) -> None:
        """Run the timers that have expired."""
        if now >= self.prune_at and self.context.budget.scarce():
            self._prune(now)
        self._arm()
        while True:
            connection = self.timers.due(now)
            if connection is None:
                break
            connection.poll(now)
            if not connection.dirty:
                self.timers.arm(connection)
        self.settle()

    def flush(self, now: int) -> None:
        """Let every connection that has something to send do so."""
        while self.context.dirty:
            connections = self.context.dirty
            self.context.dirty = []
            for connection in connections:
                connection.output(now)
                self.unarmed.append(connection)
        self.settle()

    def _arm(self) -> None:
        """Note the deadlines of connections that had output; what is dirty will have output once more.

        This waits until somebody asks, because the answer to a request most often stops the delayed
        acknowledgment of it before then.
        """
        if self.unarmed:
            for connection in self.unarmed:
                if not connection.dirty:
                    self.timers.arm(connection)
            self.unarmed.clear()

    def deadline(self) -> int:
        self._arm()
        return self.timers.deadline()

    def wake_at(self) -> int:
        """A time not after the deadline, for less work."""
        self._arm()
        return self.timers.earliest()
