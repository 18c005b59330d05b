"""The sending half of a connection: bytes not yet acknowledged, windows, retransmission."""

from __future__ import annotations

from mirage.net.clock import NEVER
from mirage.net.tcp.buffers import LEAST, Budget, ByteQueue
from mirage.net.tcp.congestion import NewReno
from mirage.net.tcp.packet import DEFAULT_MSS
from mirage.net.tcp.scoreboard import Scoreboard
from mirage.net.tcp.sequence import unwrap
from mirage.net.tcp.timeout import RetransmissionTimeout


class SendHalf:
    """SND.UNA, SND.NXT, SND.WND and the bytes between (RFC 9293, 3.3.1); numbers are unwrapped.

    After a timeout `next` goes back to `unacknowledged` while `highest` stays: everything before
    `highest` was sent at least once.
    """

    def __init__(self, initial: int, capacity: int, budget: Budget) -> None:
        self.initial: int = initial
        self.unacknowledged: int = initial
        self.next: int = initial
        self.highest: int = initial
        self.queue: ByteQueue = ByteQueue(budget)
        self.base: int = initial + 1
        """The sequence number of the first byte in the queue."""
        self.capacity: int = capacity
        self.fin: bool = False
        """The application will send no more: a FIN follows the queue."""
        self.mss: int = DEFAULT_MSS
        self.shift: int = 0
        self.window: int = 0
        self.largest_window: int = 0
        self.window_sequence: int = 0
        self.window_acknowledgment: int = 0
        self.timeout: RetransmissionTimeout = RetransmissionTimeout()
        self.congestion: NewReno = NewReno(DEFAULT_MSS)
        self.retransmit_at: int = NEVER
        self.retries: int = 0
        self.persist_at: int = NEVER
        self.persist_backoff: int = 0
        self.probes: int = 0
        self.timed: int = -1
        """The sequence number whose acknowledgment measures a round trip, or -1."""
        self.timed_at: int = 0
        self.last_sent: int = 0
        self.scoreboard: Scoreboard = Scoreboard()

    def end(self) -> int:
        """The sequence number after the last byte queued: the FIN's."""
        return self.base + self.queue.size()

    def free(self) -> int:
        return self.capacity - self.queue.size()

    def room(self) -> int:
        """Bytes that `queue` takes now: fewer than are free when all connections' memory is short."""
        free = self.free()
        left = self.queue.budget.left()
        if left >= free:
            return free
        if left < LEAST:
            left = max(LEAST - self.queue.size(), 0)
        return min(free, left)

    def writable(self) -> bool:
        """There is room enough to wake the application for."""
        room = self.room()
        if room == self.free():
            return room * 4 >= self.capacity
        return room >= LEAST // 2

    def unsent(self) -> bool:
        """There are bytes, or the FIN, to send from `next` on."""
        end = self.end()
        return self.next < end or (self.fin and self.next == end)

    def fin_acknowledged(self) -> bool:
        return self.fin and self.unacknowledged > self.end()

    def window_update(self, sequence: int, acknowledgment: int, window: int) -> None:
        """Take the peer's window unless an older segment brings it (RFC 9293, 3.10.7.4, fifth check)."""
        if self.window_sequence < sequence or (
            self.window_sequence == sequence and self.window_acknowledgment <= acknowledgment
        ):
            self.window = window
            self.window_sequence = sequence
            self.window_acknowledgment = acknowledgment
            if window > self.largest_window:
                self.largest_window = window

    def acknowledged(self, acknowledgment: int, now: int) -> bool:
        """New data was acknowledged; True when the next hole must be sent again at once."""
        count = acknowledgment - self.unacknowledged
        self.unacknowledged = acknowledgment
        data = min(acknowledgment, self.end()) - self.base
        if data > 0:
            self.queue.discard(data)
            self.base += data
        if self.timed >= 0 and acknowledgment > self.timed:
            self.timeout.sample(now - self.timed_at)
            self.timed = -1
        self.timeout.progress()
        self.retries = 0
        self.probes = 0
        self.persist_backoff = 0
        if self.next < acknowledgment:
            self.next = acknowledgment
        if acknowledgment == self.highest:
            self.retransmit_at = NEVER
        else:
            self.retransmit_at = now + self.timeout.current()
        self.scoreboard.acknowledge(acknowledgment)
        if not self.congestion.acknowledged(count, acknowledgment):
            return False
        return self.scoreboard.empty()

    def selectively_acknowledged(self, edges: list[int]) -> bool:
        """Note the blocks of a SACK option that can be true; True when something is new."""
        new = False
        index = 0
        while index + 1 < len(edges):
            left = unwrap(edges[index], self.unacknowledged)
            right = unwrap(edges[index + 1], self.unacknowledged)
            if self.unacknowledged < left and left < right and right <= self.highest:
                if self.scoreboard.add(left, right):
                    new = True
            index += 2
        return new

    def in_flight(self) -> int:
        """An estimate of the bytes in the network (RFC 6675, SetPipe)."""
        board = self.scoreboard
        first = self.unacknowledged
        lost = min(max(board.lost_before(self.mss), first), self.highest)
        again = min(max(board.retransmitted, first), self.highest)
        return board.missing(lost, self.highest) + board.missing(first, again)

    def sent(self, sequence: int, length: int, now: int) -> bool:
        """Account for a segment of `length` sequence numbers; True when some of them were sent before."""
        again = sequence < self.highest
        if again:
            if self.timed >= sequence:
                self.timed = -1  # Karn: the acknowledgment will not tell which copy it is for
        elif self.timed < 0:
            self.timed = sequence
            self.timed_at = now
        if sequence + length > self.highest:
            self.highest = sequence + length
        if self.retransmit_at < 0:
            self.retransmit_at = now + self.timeout.current()
        self.persist_at = NEVER
        self.last_sent = now
        return again

    def timed_out(self) -> None:
        """The retransmission timer expired: go back to the oldest byte (RFC 6298, 5.4 to 5.6)."""
        self.retries += 1
        self.timeout.back_off()
        self.congestion.timed_out(self.unacknowledged, self.highest, self.retries == 1)
        self.scoreboard.clear()
        self.next = self.unacknowledged
        self.timed = -1
        self.retransmit_at = NEVER

    def clear(self) -> None:
        """Forget the bytes and stop the timers."""
        self.queue.clear()
        self.retransmit_at = NEVER
        self.persist_at = NEVER
