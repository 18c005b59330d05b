"""The retransmission timeout (RFC 6298)."""

from __future__ import annotations

from typing import Final

from mirage.net.clock import MILLISECOND, SECOND

INITIAL: Final = SECOND
SMALLEST: Final = 200 * MILLISECOND
"""RFC 6298 says one second; every stack in use takes less, Linux 200 ms."""
LARGEST: Final = 60 * SECOND
AFTER_LOST_SYN: Final = 3 * SECOND


class RetransmissionTimeout:
    """Round-trip times in, timeouts out; all in nanoseconds."""

    def __init__(self) -> None:
        self.smoothed: int = -1
        self.variation: int = 0
        self.base: int = INITIAL
        self.backoff: int = 0

    def sample(self, round_trip: int) -> None:
        """One measurement, never of a segment that was sent twice (Karn's algorithm)."""
        if self.smoothed < 0:  # 2.2
            self.smoothed = round_trip
            self.variation = round_trip // 2
        else:  # 2.3
            difference = self.smoothed - round_trip
            if difference < 0:
                difference = -difference
            self.variation = (3 * self.variation + difference) // 4
            self.smoothed = (7 * self.smoothed + round_trip) // 8
        timeout = self.smoothed + max(MILLISECOND, 4 * self.variation)
        self.base = min(max(timeout, SMALLEST), LARGEST)

    def current(self) -> int:
        """The timeout with its backoff."""
        return min(self.base << self.backoff, LARGEST)

    def back_off(self) -> None:
        """It expired: twice as long next time (5.5)."""
        if self.backoff < 16:
            self.backoff += 1

    def progress(self) -> None:
        """New data was acknowledged."""
        self.backoff = 0

    def syn_was_lost(self) -> None:
        """Without a measurement start data transmission with 3 seconds (5.7)."""
        if self.smoothed < 0:
            self.base = AFTER_LOST_SYN
            self.backoff = 0
