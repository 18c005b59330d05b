"""The segments a connection sends: what, when, and how much (RFC 9293, 3.8; RFC 5681; RFC 6675)."""

from __future__ import annotations

from typing import Final

from mirage.net.clock import NEVER, SECOND
from mirage.net.sockets import Socket
from mirage.net.tcp.context import Context
from mirage.net.tcp.packet import ACK, FIN, PSH, SYN, sack_option, syn_options
from mirage.net.tcp.receiving import ReceiveHalf
from mirage.net.tcp.sending import SendHalf
from mirage.net.tcp.states import CLOSED, FIN_WAIT_2, SYN_RECEIVED, SYN_SENT, TIME_WAIT

LONGEST_PERSIST: Final = 60 * SECOND
CHALLENGES_A_SECOND: Final = 10


def window_shift(capacity: int) -> int:
    """The window scale that lets a window field say `capacity` (RFC 7323, 2.3)."""
    shift = 0
    while capacity >> shift > 65535:
        shift += 1
    return shift


class Transmitter(Socket):
    """Both halves of a connection, and the segments they lead to."""

    def __init__(
        self,
        context: Context,
        local_address: int,
        local_port: int,
        remote_address: int,
        remote_port: int,
        initial: int,
    ) -> None:
        super().__init__()
        settings = context.settings
        self.context: Context = context
        self.local_address: int = local_address
        self.local_port: int = local_port
        self.remote_address: int = remote_address
        self.remote_port: int = remote_port
        self.state: int = CLOSED
        self.outgoing: SendHalf = SendHalf(initial, settings.send_capacity, context.budget)
        self.incoming: ReceiveHalf = ReceiveHalf(settings.receive_capacity, context.budget)
        self.scaling: bool = True
        self.sack: bool = True
        self.acknowledge: bool = False
        """An ACK is due with the next output, with data or without."""
        self.unacknowledged_segments: int = 0
        self.delayed_ack_at: int = NEVER
        self.challenge_second: int = -1
        self.challenges: int = 0
        self.dirty: bool = False

    def output(self, now: int) -> None:
        """Send what may be sent now."""
        self.dirty = False
        state = self.state
        if state == CLOSED:
            return
        outgoing = self.outgoing
        if state == SYN_SENT or state == SYN_RECEIVED:
            if outgoing.next == outgoing.initial:
                self._send_syn(now)
            return
        if state != FIN_WAIT_2 and state != TIME_WAIT:
            self._output_data(now)
        if self.acknowledge:
            self._send_ack()

    def _send_syn(self, now: int) -> None:
        outgoing = self.outgoing
        shift = window_shift(self.incoming.capacity) if self.scaling else -1
        options = syn_options(self.context.mss, shift, self.sack)
        flags = SYN if self.state == SYN_SENT else SYN | ACK
        window = min(self.incoming.capacity, 65535)
        again = outgoing.sent(outgoing.initial, 1, now)
        if again:
            self.context.statistics.segments_retransmitted += 1
        outgoing.next = outgoing.initial + 1
        acknowledgment = self.incoming.next if flags & ACK else 0
        self.context.send(
            self.local_address,
            self.local_port,
            self.remote_address,
            self.remote_port,
            outgoing.initial,
            acknowledgment,
            flags,
            window,
            options,
            b"",
        )

    def _output_data(self, now: int) -> None:
        """Whole segments while the windows last; a last short one (there is no Nagle delay).

        Nothing goes beyond the peer's window, not even a FIN: an ACK must never come from a place that the
        peer does not take, or two closed windows can keep each other closed.
        """
        outgoing = self.outgoing
        end = outgoing.end()
        if (
            outgoing.unsent()
            and outgoing.highest == outgoing.unacknowledged
            and now - outgoing.last_sent > outgoing.timeout.current()
        ):
            outgoing.congestion.idle()
        recovering = outgoing.congestion.recovering and not outgoing.scoreboard.empty()
        if recovering:
            self._fill_holes(outgoing.scoreboard.lost_before(outgoing.mss), now)
        while outgoing.unsent():
            room = outgoing.unacknowledged + min(outgoing.window, outgoing.congestion.allowance())
            if recovering:
                free = outgoing.congestion.window - outgoing.in_flight()
                room = min(outgoing.unacknowledged + outgoing.window, outgoing.next + max(free, 0))
            available = end - outgoing.next
            size = min(available, max(room - outgoing.next, 0))
            if size > outgoing.mss:
                size = outgoing.mss if recovering else self._whole_segments(size, available)
            fin = outgoing.fin and size == available
            if fin and outgoing.next + size >= outgoing.unacknowledged + outgoing.window:
                fin = False
            if size == 0 and not fin:
                break
            if size < outgoing.mss and size < available and size * 2 < outgoing.largest_window:
                break  # a window would cut it short: wait for more (RFC 9293, 3.8.6.2.1)
            self._send_data(outgoing.next, size, fin, now)
        if recovering:
            self._fill_holes(outgoing.scoreboard.highest(), now)
        if (
            outgoing.unsent()
            and outgoing.next == outgoing.unacknowledged
            and outgoing.retransmit_at < 0
            and outgoing.persist_at < 0
        ):
            outgoing.persist_at = now + self._persist_interval()

    def _whole_segments(self, size: int, available: int) -> int:
        """How much of `size` bytes goes out at once: one segment, or as many as the device cuts."""
        outgoing = self.outgoing
        mss = outgoing.mss
        if mss != self.context.mss or outgoing.next != outgoing.highest:
            return mss
        largest = self.context.links.route(self.remote_address, self.local_address).largest_cut
        if largest < 2 * mss:
            return mss
        size = min(size, largest // mss * mss)
        return size if size == available else size // mss * mss

    def _fill_holes(self, before: int, now: int) -> None:
        """Send again what the peer misses, while the window lasts (RFC 6675, 5, step C)."""
        outgoing = self.outgoing
        board = outgoing.scoreboard
        end = outgoing.end()
        while outgoing.congestion.window - outgoing.in_flight() >= outgoing.mss:
            start = board.hole_start(max(outgoing.unacknowledged, board.retransmitted))
            if start >= before:
                return
            size = max(min(outgoing.mss, board.hole_end(start, before) - start, end - start), 0)
            if size == 0:
                return
            board.retransmitted = start + size
            self._send_data(start, size, False, now)

    def _send_data(self, sequence: int, size: int, fin: bool, now: int) -> None:
        outgoing = self.outgoing
        flags = ACK
        length = size
        if size > 0 and sequence + size == outgoing.end():
            flags |= PSH
        if fin:
            flags |= FIN
            length += 1
        payload = outgoing.queue.peek(sequence - outgoing.base, size) if size > 0 else b""
        if outgoing.sent(sequence, length, now):
            self.context.statistics.segments_retransmitted += 1
        if sequence + length > outgoing.next:
            outgoing.next = sequence + length
        self._send(sequence, flags, b"", payload)

    def _retransmit_first(self, now: int) -> None:
        """Send the oldest unacknowledged segment again, as loss recovery wants it."""
        outgoing = self.outgoing
        sequence = outgoing.unacknowledged
        end = outgoing.end()
        size = max(min(outgoing.mss, end - sequence, outgoing.highest - sequence), 0)
        fin = outgoing.fin and sequence + size == end and outgoing.highest > end
        if size == 0 and not fin:
            return
        outgoing.retransmit_at = NEVER  # restarted by the sending
        outgoing.scoreboard.retransmitted = sequence + size
        self._send_data(sequence, size, fin, now)

    def _persist_interval(self) -> int:
        return min(self.outgoing.timeout.base << self.outgoing.persist_backoff, LONGEST_PERSIST)

    def _send_ack(self) -> None:
        """An acknowledgment alone, with the blocks that came out of order."""
        options = b""
        if self.sack and not self.incoming.reassembly.empty():
            options = sack_option(self.incoming.reassembly.blocks())
        self._send(self.outgoing.highest, ACK, options, b"")

    def _challenge(self, now: int) -> None:
        """A challenge ACK: the peer, if it is the peer, will answer rightly (RFC 5961, 7: limited)."""
        second = now // SECOND
        if second != self.challenge_second:
            self.challenge_second = second
            self.challenges = 0
        self.challenges += 1
        if self.challenges <= CHALLENGES_A_SECOND:
            self._send_ack()
        else:
            self.context.statistics.drop("tcp-challenge-limit")

    def _send(self, sequence: int, flags: int, options: bytes, payload: bytes) -> None:
        """Any segment after the handshake: it carries the newest acknowledgment and window."""
        window = self.incoming.offer(self.outgoing.mss)
        self.acknowledge = False
        self.unacknowledged_segments = 0
        self.delayed_ack_at = NEVER
        self.context.send(
            self.local_address,
            self.local_port,
            self.remote_address,
            self.remote_port,
            sequence,
            self.incoming.next,
            flags,
            window,
            options,
            payload,
        )

    def _send_control(self, sequence: int, flags: int) -> None:
        """A RST."""
        acknowledgment = self.incoming.next if flags & ACK else 0
        self.context.send(
            self.local_address,
            self.local_port,
            self.remote_address,
            self.remote_port,
            sequence,
            acknowledgment,
            flags,
            0,
            b"",
            b"",
        )
