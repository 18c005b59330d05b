"""Time that passes when the test says so."""

from __future__ import annotations


class FakeClock:
    """`now` in nanoseconds; it never goes back."""

    def __init__(self, now: int = 0) -> None:
        self.now: int = now

    def advance(self, duration: int) -> int:
        """Let `duration` nanoseconds pass; returns the new time."""
        return self.advance_to(self.now + duration)

    def advance_to(self, when: int) -> int:
        """Go to an instant; one in the past changes nothing."""
        if when > self.now:
            self.now = when
        return self.now
