"""The receiving half of a connection: what came in order, what came early, and the window offered."""

from __future__ import annotations

from typing import Final

from mirage.net.tcp.buffers import LEAST, Budget, ByteQueue, Reassembly

SCARCE_WINDOW: Final = 8192
"""What a connection may still be sent when the stack's memory is scarce."""


class ReceiveHalf:
    """RCV.NXT, the window's right edge and the bytes (RFC 9293, 3.3.1); numbers are unwrapped."""

    def __init__(self, capacity: int, budget: Budget) -> None:
        self.capacity: int = capacity
        self.budget: Budget = budget
        self.queue: ByteQueue = ByteQueue(budget)
        self.reassembly: Reassembly = Reassembly(budget)
        self.next: int = 0
        self.edge: int = 0
        """The window's right edge: what comes before it is taken, if there is memory for it."""
        self.told: int = 0
        """The right edge that the peer was told last; before `edge` only when memory is short."""
        self.shift: int = 0
        self.fin: int = -1
        """The sequence number of the peer's FIN, once it was seen."""

    def start(self, initial: int) -> None:
        """The peer's SYN arrived with this sequence number."""
        self.next = initial + 1
        self.edge = self.next + min(self.capacity, 65535)
        self.told = self.edge

    def finished(self) -> bool:
        """The FIN and everything before it was received."""
        return self.fin >= 0 and self.next > self.fin

    def acceptable(self, sequence: int, length: int) -> bool:
        """RFC 9293, 3.10.7.4, first check, for `length` bytes of data.

        Without data the right edge is inside: a bare ACK and a FIN need no room.
        """
        if length == 0:
            return self.next <= sequence and sequence <= self.edge
        return sequence < self.edge and sequence + length > self.next

    def accept(self, sequence: int, data: bytes, fin: bool) -> bool:
        """Take the data of an acceptable segment; True when RCV.NXT moved."""
        before = self.next
        end = sequence + len(data)
        if fin and self.fin < 0 and end >= self.next and end < self.edge + 1:
            self.fin = end
            self.reassembly.truncate(end)
        if self.fin >= 0 and end > self.fin:
            data = data[: max(self.fin - sequence, 0)]
        if end > self.edge:
            data = data[: max(self.edge - sequence, 0)]
        if sequence < self.next:
            data = data[self.next - sequence :]
            sequence = self.next
        if data:
            if sequence == self.next:
                if len(data) > self.budget.left():
                    data = data[: self._affordable(len(data))]
                self.queue.append(data)
                self.next += len(data)
                while not self.reassembly.empty():
                    piece = self.reassembly.take(self.next)
                    if not piece:
                        break
                    self.queue.append(piece)
                    self.next += len(piece)
            elif not self.budget.scarce():
                self.reassembly.insert(sequence, data)
        if self.next == self.fin:
            self.next += 1
        return self.next != before

    def _best_edge(self) -> int:
        free = min(self.capacity, 65535 << self.shift) - self.queue.size()
        if free > SCARCE_WINDOW and self.budget.scarce():
            free = SCARCE_WINDOW - self.queue.size()
        return self.next + max(free, 0)

    def _affordable(self, count: int) -> int:
        """How many of `count` bytes more there is memory for."""
        left = self.budget.left()
        if count <= left:
            return count
        return min(count, max(left, LEAST - self.queue.size(), 0))

    def _worthwhile(self, step: int) -> int:
        """How far the edge must move for the peer to be told; not so far when memory is short."""
        if self.budget.scarce():
            return min(self.capacity // 2, step, LEAST // 2)
        return min(self.capacity // 2, step)

    def _next_edge(self, mss: int) -> int:
        """It never moves back, and forward only by a worthwhile step (RFC 9293, 3.8.6.2.2)."""
        best = self._best_edge()
        return best if best - self.edge >= self._worthwhile(mss) else self.edge

    def offer(self, mss: int) -> int:
        """The window field of a segment about to be sent.

        The peer is told less than was promised before only when the stack's memory is at its limit:
        it then asks with probes instead of sending what would be dropped until it gives up.
        """
        self.edge = self._next_edge(mss)
        window = self._affordable(max(self.edge - self.next, 0))
        self.told = self.next + window
        return min(window >> self.shift, 65535)

    def should_update(self, mss: int) -> bool:
        """The application has read so much that the peer should know."""
        window = self._affordable(max(self._next_edge(mss) - self.next, 0))
        return self.next + window - self.told >= self._worthwhile(2 * mss)

    def clear(self) -> None:
        self.queue.clear()
        self.reassembly.clear()
