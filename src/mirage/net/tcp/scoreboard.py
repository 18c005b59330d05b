"""What the peer says it has beyond the acknowledgment: the SACK scoreboard (RFC 2018, RFC 6675)."""

from __future__ import annotations

from typing import Final

DUPLICATES: Final = 3
RANGES: Final = 128


class Scoreboard:
    """Ranges that arrived out of order, ordered and apart; numbers are unwrapped."""

    def __init__(self) -> None:
        self.lefts: list[int] = []
        self.rights: list[int] = []
        self.retransmitted: int = 0
        """Every hole before this was sent again in this recovery (HighRxt)."""

    def empty(self) -> bool:
        return not self.lefts

    def clear(self) -> None:
        """After a timeout the peer may have thrown away what it had (RFC 2018, 8)."""
        self.lefts = []
        self.rights = []

    def add(self, left: int, right: int) -> bool:
        """One block of a SACK option; True when it tells something new."""
        lefts = self.lefts
        rights = self.rights
        index = 0
        while index < len(lefts) and rights[index] < left:
            index += 1
        if index < len(lefts) and lefts[index] <= left and right <= rights[index]:
            return False
        while index < len(lefts) and lefts[index] <= right:
            left = min(left, lefts[index])
            right = max(right, rights[index])
            lefts.pop(index)
            rights.pop(index)
        if len(lefts) >= RANGES:
            return False
        lefts.insert(index, left)
        rights.insert(index, right)
        return True

    def acknowledge(self, upto: int) -> None:
        """Forget what the acknowledgment covers."""
        while self.lefts and self.rights[0] <= upto:
            self.lefts.pop(0)
            self.rights.pop(0)
        if self.lefts and self.lefts[0] < upto:
            self.lefts[0] = upto

    def missing(self, start: int, end: int) -> int:
        """How many numbers of start <= n < end the peer does not have."""
        if end <= start:
            return 0
        count = end - start
        index = 0
        while index < len(self.lefts):
            left = max(self.lefts[index], start)
            right = min(self.rights[index], end)
            if left < right:
                count -= right - left
            index += 1
        return count

    def lost_before(self, mss: int) -> int:
        """Holes before this number are lost: three segments beyond them arrived (RFC 6675, IsLost)."""
        beyond = 0
        index = len(self.lefts) - 1
        ranges = 0
        while index >= 0:
            beyond += self.rights[index] - self.lefts[index]
            ranges += 1
            if beyond > (DUPLICATES - 1) * mss or ranges >= DUPLICATES:
                return self.lefts[index]
            index -= 1
        return -1

    def highest(self) -> int:
        """The end of the last range, or -1."""
        return self.rights[-1] if self.rights else -1

    def hole_start(self, start: int) -> int:
        """The first number from `start` on that the peer does not have."""
        index = 0
        while index < len(self.lefts):
            if self.lefts[index] <= start and start < self.rights[index]:
                start = self.rights[index]
            index += 1
        return start

    def hole_end(self, start: int, limit: int) -> int:
        """Where the hole that begins at `start` ends."""
        index = 0
        while index < len(self.lefts):
            if self.lefts[index] > start:
                return min(self.lefts[index], limit)
            index += 1
        return limit
