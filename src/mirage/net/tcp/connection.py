"""One TCP connection: the state machine (RFC 9293, 3.10), driven by segments, calls and time."""

from __future__ import annotations

from typing import Final

from mirage.net.clock import MILLISECOND, NEVER, SECOND, earlier
from mirage.net.errors import ECONNREFUSED, ECONNRESET, EINPROGRESS, ENOTCONN, EPIPE, ETIMEDOUT, socket_error
from mirage.net.ipv4.packet import Datagram
from mirage.net.link import Links
from mirage.net.sockets import READABLE, WRITABLE, Events
from mirage.net.statistics import Statistics
from mirage.net.tcp.context import Context, TcpSettings
from mirage.net.tcp.output import Transmitter, window_shift
from mirage.net.tcp.packet import ACK, DEFAULT_MSS, FIN, RST, SYN, Segment
from mirage.net.tcp.sequence import unwrap
from mirage.net.tcp.states import (
    CLOSE_WAIT,
    CLOSED,
    CLOSING,
    ESTABLISHED,
    FIN_WAIT_1,
    FIN_WAIT_2,
    LAST_ACK,
    SYN_RECEIVED,
    SYN_SENT,
    TIME_WAIT,
)

DELAYED_ACK: Final = 40 * MILLISECOND
FIN_WAIT_2_LIMIT: Final = 60 * SECOND
"""How long a closed connection waits for the peer's FIN."""
SYN_RETRIES: Final = 7
"""Three minutes (RFC 9293, 3.8.3, MUST-23)."""
SYN_ACK_RETRIES: Final = 5
DOUBTS: Final = 3
"""Retransmissions after which the neighbour's address is asked for again (R1 of RFC 9293, 3.8.3)."""
DATA_RETRIES: Final = 12
ORPHAN_RETRIES: Final = 8
PROBES: Final = 16
"""Window probes without any answer before the connection is given up."""
ORPHAN_PROBES: Final = 10
"""Probes, answered or not, of a window that stays closed after the application has closed the handle."""


class TcpContext(Context):
    """The context, and the connections to which something happened since the last flush."""

    def __init__(
        self,
        outbox: list[Datagram],
        links: Links,
        events: Events,
        statistics: Statistics,
        settings: TcpSettings,
        mtu: int,
    ) -> None:
        super().__init__(outbox, links, events, statistics, settings, mtu)
        self.dirty: list[Connection] = []
        self.established: list[Connection] = []
        self.waiting: list[Connection] = []
        self.closed: list[Connection] = []
        self.doubts: list[int] = []
        """Addresses that have not acknowledged what was sent to them again and again."""

    def touch_output(self, connection: Connection) -> None:
        """The connection may have something to send, or a new deadline."""
        if not connection.dirty:
            connection.dirty = True
            self.dirty.append(connection)


class Connection(Transmitter):
    """Calls queue work and mark the connection dirty; `output` turns it into segments."""

    def __init__(
        self,
        context: TcpContext,
        local_address: int,
        local_port: int,
        remote_address: int,
        remote_port: int,
        initial: int,
    ) -> None:
        super().__init__(context, local_address, local_port, remote_address, remote_port, initial)
        self.queues: TcpContext = context
        self.passive: bool = False
        self.orphan: bool = False
        """The application closed its handle."""
        self.error: int = 0
        self.peer_initial: int = 0
        self.close_at: int = NEVER
        self.armed: int = NEVER
        """The time of this connection's entry in the timer queue."""

    # --- opening ---------------------------------------------------------------------------------

    def open_active(self) -> None:
        """Start a connection: `output` sends the SYN."""
        self.state = SYN_SENT

    def open_passive(self, segment: Segment) -> None:
        """A listener got this SYN: `output` sends the SYN-ACK."""
        self.passive = True
        self._learn_syn(segment)
        self.state = SYN_RECEIVED

    def open_from_cookie(self, segment: Segment, mss: int) -> None:
        """The ACK of a SYN-ACK that was sent without keeping state (RFC 4987, 3.6)."""
        self.passive = True
        self.scaling = False
        self.sack = False
        self.peer_initial = segment.sequence - 1
        self.incoming.start(segment.sequence - 1)
        outgoing = self.outgoing
        outgoing.next = outgoing.highest = outgoing.initial + 1
        outgoing.mss = min(mss, self.context.mss)
        outgoing.congestion.start(outgoing.mss)
        self.state = SYN_RECEIVED

    def _learn_syn(self, segment: Segment) -> None:
        """The peer's initial sequence number and options (RFC 9293 3.7.1, RFC 7323 2.2, RFC 2018 2)."""
        self.peer_initial = segment.sequence
        self.incoming.start(segment.sequence)
        outgoing = self.outgoing
        peer = segment.mss if segment.mss != 0 else DEFAULT_MSS
        outgoing.mss = max(min(peer, self.context.mss), 64)
        outgoing.congestion.start(outgoing.mss)
        self.scaling = segment.window_scale >= 0
        if self.scaling:
            outgoing.shift = segment.window_scale
            self.incoming.shift = window_shift(self.incoming.capacity)
        self.sack = segment.sack_permitted
        outgoing.congestion.selective = self.sack
        outgoing.window = segment.window  # never scaled in a SYN
        outgoing.largest_window = segment.window
        outgoing.window_sequence = segment.sequence

    # --- the application's calls -----------------------------------------------------------------

    def connect_result(self) -> int:
        """0 when connected, EINPROGRESS, or the errno of the failure (which is reported once)."""
        if self.state == SYN_SENT or self.state == SYN_RECEIVED:
            return EINPROGRESS
        error = self.error
        self.error = 0
        return error

    def read(self, limit: int) -> bytes | None:
        """Up to `limit` bytes; None: nothing yet; b"": the peer is done.  Raises OSError once."""
        incoming = self.incoming
        if incoming.queue.size() > 0:
            data = incoming.queue.take(limit)
            if incoming.should_update(self.outgoing.mss) and not incoming.finished():
                self.acknowledge = True
                self.queues.touch_output(self)
            return data
        if incoming.finished():
            return b""  # whatever happened after the peer's FIN
        self._raise_error()
        if self.state == CLOSED:
            return b""
        return None

    def write(self, data: bytes, start: int) -> int:
        """Queue bytes of data[start:]; returns how many, 0: no room now.  Raises OSError."""
        self._raise_error()
        state = self.state
        if self.outgoing.fin or state == CLOSED or state == TIME_WAIT:
            raise socket_error(EPIPE)
        if state == SYN_SENT or state == SYN_RECEIVED:
            return 0
        outgoing = self.outgoing
        count = min(len(data) - start, outgoing.room())
        if count <= 0:
            return 0
        if start == 0 and count == len(data):
            outgoing.queue.append(data)
        else:
            outgoing.queue.append(data[start : start + count])
        self.queues.touch_output(self)
        return count

    def _raise_error(self) -> None:
        if self.error != 0:
            error = self.error
            self.error = 0
            raise socket_error(error)

    def shutdown_write(self) -> None:
        """Send a FIN after what is queued.  Raises OSError ENOTCONN before the connection is made."""
        if self.state == SYN_SENT:
            raise socket_error(ENOTCONN)
        if self.outgoing.fin or self.state == CLOSED:
            return
        self.outgoing.fin = True
        if self.state == ESTABLISHED:
            self.state = FIN_WAIT_1
        elif self.state == CLOSE_WAIT:
            self.state = LAST_ACK
        self.queues.touch_output(self)

    def close(self, now: int) -> None:
        """The application lets go: finish in the background.

        Unread data means that the peer's bytes are lost: it gets a RST (RFC 2525, 2.17).
        """
        self.orphan = True
        if self.state == CLOSED:
            self.incoming.clear()
            return
        if self.state == SYN_SENT:
            self._closed()
        elif self.incoming.queue.size() > 0:
            self.output(now)  # an answer written before goes first, as from a kernel that sends at once
            self.abort()
        else:
            self.shutdown_write()
            if self.state == FIN_WAIT_2:
                self.close_at = now + FIN_WAIT_2_LIMIT

    def abort(self) -> None:
        """Reset the connection (RFC 9293, 3.10.5)."""
        self.orphan = True
        if self.state != CLOSED and self.state != SYN_SENT and self.state != TIME_WAIT:
            self._send_control(self.outgoing.highest, RST | ACK)
            self.context.statistics.resets_sent += 1
        self._closed()
        self.incoming.clear()

    def readiness(self) -> int:
        """Ends and errors count as ready: the call reports them."""
        state = self.state
        if state == CLOSED or self.error != 0:
            return READABLE | WRITABLE
        flags = 0
        if self.incoming.queue.size() > 0 or self.incoming.finished():
            flags = READABLE
        if state != SYN_SENT and state != SYN_RECEIVED:
            if self.outgoing.fin or self.outgoing.writable():
                flags |= WRITABLE
        return flags

    # --- segments in -----------------------------------------------------------------------------

    def receive(self, segment: Segment, now: int) -> None:
        """RFC 9293, 3.10.7: SEGMENT ARRIVES."""
        self.queues.touch_output(self)
        if self.state == SYN_SENT:
            self._receive_syn_sent(segment, now)
            return
        incoming = self.incoming
        flags = segment.flags
        sequence = unwrap(segment.sequence, incoming.next)
        if not incoming.acceptable(sequence, len(segment.payload)):
            self._receive_unacceptable(segment, sequence, now)
            return
        if flags & RST:
            if sequence != incoming.next:
                self._challenge(now)  # RFC 5961, 3.2
            else:
                self._receive_reset()
            return
        if flags & SYN:
            self._challenge(now)  # RFC 5961, 4.2
            return
        if not flags & ACK:
            self.context.statistics.drop("tcp-no-ack")
            return
        if not self._receive_ack(segment, sequence, now):
            return
        if segment.payload or flags & FIN:
            self._receive_data(segment, sequence, now)

    def _receive_reset(self) -> None:
        """RFC 9293, 3.10.7.4, second check."""
        state = self.state
        if state == TIME_WAIT:
            return  # a RST does not end it (RFC 1337)
        if state == CLOSING or state == LAST_ACK:
            self._closed()  # both ends had said all they had to say
        else:
            self._fail(ECONNREFUSED if state == SYN_RECEIVED else ECONNRESET)

    def _receive_syn_sent(self, segment: Segment, now: int) -> None:
        """RFC 9293, 3.10.7.3."""
        outgoing = self.outgoing
        flags = segment.flags
        acknowledgment = unwrap(segment.acknowledgment, outgoing.unacknowledged)
        acknowledges = False
        if flags & ACK:
            acknowledges = outgoing.initial < acknowledgment and acknowledgment <= outgoing.highest
            if not acknowledges:
                if not flags & RST:
                    self._send_control(segment.acknowledgment, RST)
                return
        if flags & RST:
            if acknowledges:
                self._fail(ECONNREFUSED)
            return
        if not flags & SYN:
            return
        self._learn_syn(segment)
        if not acknowledges:  # simultaneous open (3.5, figure 7)
            self.state = SYN_RECEIVED
            outgoing.next = outgoing.initial
            outgoing.retransmit_at = NEVER
            return
        if outgoing.retries > 0:
            outgoing.timeout.syn_was_lost()
        outgoing.acknowledged(acknowledgment, now)
        outgoing.congestion.start(outgoing.mss)
        outgoing.window_acknowledgment = acknowledgment
        self.acknowledge = True
        self._established()

    def _receive_unacceptable(self, segment: Segment, sequence: int, now: int) -> None:
        """Outside the window: say where we are (RFC 9293, 3.10.7.4, first check)."""
        flags = segment.flags
        if flags & RST:
            return
        if self.state == SYN_RECEIVED and flags & SYN and sequence == self.incoming.next - 1:
            if flags & ACK:  # simultaneous open: the peer's SYN-ACK answers our SYN (3.5, figure 7)
                self.acknowledge = self._receive_ack(segment, self.incoming.next, now)
            else:
                self.outgoing.next = self.outgoing.initial  # our SYN-ACK was lost: send it again
            return
        if flags & SYN:
            self._challenge(now)
            return
        if self.state == TIME_WAIT and flags & FIN:
            self.close_at = now + self.context.settings.time_wait
        if segment.payload or flags & FIN:
            if flags & ACK and sequence == self.incoming.next:  # the window is closed: the rest counts
                if not self._receive_ack(segment, sequence, now):
                    return
            self._send_ack()
        else:
            self._challenge(now)  # limited, so that two confused peers fall silent

    def _receive_ack(self, segment: Segment, sequence: int, now: int) -> bool:
        """RFC 9293, 3.10.7.4, fifth check.  False: the segment goes no further."""
        outgoing = self.outgoing
        acknowledgment = unwrap(segment.acknowledgment, outgoing.unacknowledged)
        window = segment.window << outgoing.shift
        if self.state == SYN_RECEIVED:
            if acknowledgment <= outgoing.unacknowledged or acknowledgment > outgoing.highest:
                self._send_control(segment.acknowledgment, RST)
                return False
            if outgoing.retries > 0:
                outgoing.timeout.syn_was_lost()
            outgoing.acknowledged(acknowledgment, now)
            outgoing.congestion.start(outgoing.mss)
            outgoing.window_sequence = sequence
            outgoing.window_update(sequence, acknowledgment, window)
            self._established()
            return True
        if acknowledgment > outgoing.highest or (
            acknowledgment < outgoing.unacknowledged - max(outgoing.largest_window, 65535)
        ):
            self._challenge(now)  # RFC 5961, 5.2
            return False
        old_window = outgoing.window
        edges = segment.sack
        told = edges is not None and self.sack and outgoing.selectively_acknowledged(edges)
        if acknowledgment >= outgoing.unacknowledged:
            outgoing.window_update(sequence, acknowledgment, window)
        outgoing.probes = 0
        if acknowledgment > outgoing.unacknowledged:
            if outgoing.acknowledged(acknowledgment, now):
                self._retransmit_first(now)
            self.context.events.touch(self)
            if outgoing.fin_acknowledged():
                return self._fin_acknowledged(now)
        elif (
            acknowledgment == outgoing.unacknowledged
            and outgoing.retransmit_at >= 0
            and (told or (window == old_window and not segment.payload and not segment.flags & FIN))
        ):  # a duplicate acknowledgment (RFC 5681, 2; RFC 6675, 2)
            if outgoing.congestion.duplicate(outgoing.unacknowledged, outgoing.highest):
                self._retransmit_first(now)
        return True

    def _fin_acknowledged(self, now: int) -> bool:
        """The peer has everything we sent.  False when that ends the connection."""
        if self.state == FIN_WAIT_1:
            self.state = FIN_WAIT_2
            if self.orphan:
                self.close_at = now + FIN_WAIT_2_LIMIT
        elif self.state == CLOSING:
            self._time_wait(now)
        elif self.state == LAST_ACK:
            self._closed()
            return False
        return True

    def _receive_data(self, segment: Segment, sequence: int, now: int) -> None:
        """RFC 9293, 3.10.7.4, seventh and eighth check; RFC 5681, 4.2 for when to acknowledge."""
        state = self.state
        if state != ESTABLISHED and state != FIN_WAIT_1 and state != FIN_WAIT_2:
            self._send_ack()  # after the peer's FIN there is nothing new
            return
        incoming = self.incoming
        if self.orphan and sequence + len(segment.payload) > incoming.next and segment.payload:
            self.output(now)
            self.abort()  # nobody will read it (RFC 1122, 4.2.2.13)
            return
        gap = not incoming.reassembly.empty()
        if not incoming.accept(sequence, segment.payload, segment.flags & FIN != 0):
            self._send_ack()  # out of order or old: at once, one for each
            return
        self.context.events.touch(self)
        self.unacknowledged_segments += 1
        if incoming.finished():
            self.acknowledge = True
            if state == ESTABLISHED:
                self.state = CLOSE_WAIT
            elif state == FIN_WAIT_1:
                self.state = CLOSING
            else:
                self._time_wait(now)
        elif gap or self.unacknowledged_segments >= 2:
            self.acknowledge = True
        elif self.delayed_ack_at < 0:
            self.delayed_ack_at = now + DELAYED_ACK

    # --- changes of state ------------------------------------------------------------------------

    def _established(self) -> None:
        self.state = FIN_WAIT_1 if self.outgoing.fin else ESTABLISHED
        self.queues.established.append(self)
        self.context.events.touch(self)

    def _time_wait(self, now: int) -> None:
        self.state = TIME_WAIT
        self.outgoing.clear()
        self.incoming.reassembly.clear()
        self.close_at = now + self.context.settings.time_wait
        self.queues.waiting.append(self)

    def _fail(self, error: int) -> None:
        """The connection is over and the application is to know why."""
        self.error = error
        self._closed()

    def _closed(self) -> None:
        if self.state == CLOSED:
            return
        self.state = CLOSED
        self.outgoing.clear()
        self.incoming.reassembly.clear()
        if self.orphan:
            self.incoming.clear()
        self.delayed_ack_at = NEVER
        self.close_at = NEVER
        self.acknowledge = False
        self.queues.closed.append(self)
        self.context.events.touch(self)

    def expire(self) -> None:
        """End TIME-WAIT early."""
        self._closed()

    def unreachable(self, error: int) -> None:
        """ICMP says so.  Only a connection being opened gives up (RFC 5927, 5.2: a soft error later)."""
        if self.state == SYN_SENT:
            self._fail(error)

    def path_mtu(self, mtu: int) -> None:
        """A router could not forward a segment of ours (RFC 1191): send smaller ones from now on."""
        outgoing = self.outgoing
        mss = max(mtu - 40, DEFAULT_MSS)
        if mss < outgoing.mss and self.state != CLOSED:
            outgoing.mss = mss
            outgoing.congestion.mss = mss
            outgoing.next = outgoing.unacknowledged
            outgoing.timed = -1
            self.queues.touch_output(self)

    # --- time ------------------------------------------------------------------------------------

    def deadline(self) -> int:
        """When `poll` has something to do, or NEVER."""
        when = self.outgoing.retransmit_at
        if self.outgoing.persist_at >= 0:
            when = earlier(when, self.outgoing.persist_at)
        if self.delayed_ack_at >= 0:
            when = earlier(when, self.delayed_ack_at)
        if self.close_at >= 0:
            when = earlier(when, self.close_at)
        return when

    def poll(self, now: int) -> None:
        """Act on the timers that have expired."""
        outgoing = self.outgoing
        if self.close_at >= 0 and self.close_at <= now:
            self._closed()
            return
        if self.delayed_ack_at >= 0 and self.delayed_ack_at <= now:
            self.delayed_ack_at = NEVER
            self.acknowledge = True
            self.queues.touch_output(self)
        if outgoing.retransmit_at >= 0 and outgoing.retransmit_at <= now:
            self._retransmission_timeout(now)
        if outgoing.persist_at >= 0 and outgoing.persist_at <= now:
            self._probe(now)

    def _retransmission_timeout(self, now: int) -> None:
        limit = DATA_RETRIES
        if self.state == SYN_SENT:
            limit = SYN_RETRIES
        elif self.state == SYN_RECEIVED:
            limit = SYN_ACK_RETRIES
        elif self.orphan:
            limit = ORPHAN_RETRIES
        outgoing = self.outgoing
        if outgoing.retries >= limit:
            self._fail(ETIMEDOUT)
            return
        outgoing.timed_out()
        if outgoing.retries >= DOUBTS:
            self.queues.doubts.append(self.remote_address)
        if outgoing.window == 0 and self.state >= ESTABLISHED:
            outgoing.persist_at = now  # the window was closed on what is in flight
        self.queues.touch_output(self)

    def _probe(self, now: int) -> None:
        """The window is closed or tiny: send something anyway (RFC 9293, 3.8.6.1).

        Into a closed window goes an old sequence number without data: any peer answers it, and it is
        never in question whether the peer took it.
        """
        outgoing = self.outgoing
        available = outgoing.end() - outgoing.unacknowledged
        if not outgoing.unsent() or outgoing.next != outgoing.unacknowledged:
            outgoing.persist_at = NEVER
            self.queues.touch_output(self)
            return
        if self.orphan and (outgoing.persist_backoff >= ORPHAN_PROBES or self.context.budget.scarce()):
            self.abort()  # nobody here waits for it, and the peer could keep it for ever
            return
        outgoing.probes += 1
        if outgoing.probes > PROBES:
            self._fail(ETIMEDOUT)
            return
        if outgoing.probes > DOUBTS:
            self.queues.doubts.append(self.remote_address)
        if outgoing.window > 0:
            size = min(outgoing.window, available, outgoing.mss)
            self._send_data(outgoing.next, size, size == 0, now)
            return
        self._send(outgoing.unacknowledged - 1, ACK, b"", b"")
        if outgoing.persist_backoff < 16:
            outgoing.persist_backoff += 1
        outgoing.persist_at = now + self._persist_interval()
