"""Congestion control: NewReno (RFC 5681, RFC 6582) from an initial window of ten (RFC 6928)."""

from __future__ import annotations

from typing import Final

DUPLICATES: Final = 3
UNLIMITED: Final = 1 << 30


class NewReno:
    """How much may be in flight; sizes in bytes, sequence numbers unwrapped."""

    def __init__(self, mss: int) -> None:
        self.mss: int = mss
        self.window: int = 0
        self.threshold: int = UNLIMITED
        self.recover: int = -1
        self.recovering: bool = False
        self.duplicates: int = 0
        self.selective: bool = False
        """SACK tells what left the network: the window need not be inflated (RFC 6675)."""
        self.start(mss)

    def start(self, mss: int) -> None:
        """The handshake is over and the segment size known."""
        self.mss = mss
        self.window = min(10 * mss, max(2 * mss, 14600))

    def allowance(self) -> int:
        """The window, and two segments more for the first duplicates (limited transmit, RFC 3042)."""
        if not self.recovering and self.duplicates > 0:
            return self.window + min(self.duplicates, 2) * self.mss
        return self.window

    def acknowledged(self, count: int, acknowledgment: int) -> bool:
        """New data was acknowledged.  True when recovery must send the next hole (a partial ACK)."""
        self.duplicates = 0
        if self.recovering:
            if acknowledgment >= self.recover:
                self.recovering = False
                self.window = max(self.threshold, self.mss)
                return False
            if not self.selective:
                self.window = max(self.window - count, 0) + self.mss  # RFC 6582, 3.2 step 3
            return True
        if self.window < self.threshold:
            self.window += min(count, 2 * self.mss)
        else:
            self.window += max(1, self.mss * min(count, self.mss) // self.window)
        self.window = min(self.window, UNLIMITED)
        return False

    def duplicate(self, unacknowledged: int, highest: int) -> bool:
        """A duplicate ACK.  True when it calls for a fast retransmission.

        unacknowledged   the oldest sequence number in flight
        highest          the next one never sent
        """
        self.duplicates += 1
        if self.recovering:
            if not self.selective:
                self.window += self.mss  # a segment left the network
            return False
        if self.duplicates != DUPLICATES or unacknowledged <= self.recover:
            return False
        flight = highest - unacknowledged
        self.threshold = max(flight // 2, 2 * self.mss)
        self.window = self.threshold
        if not self.selective:
            self.window += DUPLICATES * self.mss
        self.recover = highest
        self.recovering = True
        return True

    def timed_out(self, unacknowledged: int, highest: int, first: bool) -> None:
        """The retransmission timer expired (RFC 5681, 3.1); `first`: not again for the same segment."""
        if first:
            self.threshold = max((highest - unacknowledged) // 2, 2 * self.mss)
        self.window = self.mss
        self.recover = highest
        self.recovering = False
        self.duplicates = 0

    def idle(self) -> None:
        """Nothing was sent for a timeout: what was known of the path is old (RFC 5681, 4.1)."""
        self.window = min(self.window, min(10 * self.mss, max(2 * self.mss, 14600)))
