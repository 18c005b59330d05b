"""Counters of one stack: what came, what went, and why packets were dropped."""

from __future__ import annotations


class Statistics:
    """Every dropped packet is counted under one reason, such as `tcp-checksum`."""

    def __init__(self) -> None:
        self.frames_received: int = 0
        self.frames_sent: int = 0
        self.bytes_received: int = 0
        self.bytes_sent: int = 0
        self.segments_retransmitted: int = 0
        self.resets_sent: int = 0
        self.cookies_sent: int = 0
        self.dropped: dict[str, int] = {}

    def drop(self, reason: str) -> None:
        """Count one dropped packet."""
        self.dropped[reason] = self.dropped.get(reason, 0) + 1

    def drops(self, reason: str) -> int:
        """How many packets were dropped for the reason."""
        return self.dropped.get(reason, 0)
