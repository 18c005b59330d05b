"""Random numbers that are the same on every machine, compiled or not."""

from __future__ import annotations


class SeededRandom:
    """xorshift32 (Marsaglia, 2003).  Predictable: for tests only."""

    def __init__(self, seed: int) -> None:
        self.state: int = (seed * 2654435761 + 0x9E3779B9) & 0xFFFFFFFF
        if self.state == 0:
            self.state = 1

    def next(self) -> int:
        """32 bits."""
        state = self.state
        state ^= state << 13 & 0xFFFFFFFF
        state ^= state >> 17
        state ^= state << 5 & 0xFFFFFFFF
        self.state = state
        return state

    def below(self, limit: int) -> int:
        """0 <= number < limit."""
        return self.next() % limit

    def chance(self, per_mille: int) -> bool:
        """True so many times in a thousand."""
        return self.next() % 1000 < per_mille

    def bytes(self, count: int) -> bytes:
        """What a stack takes as its source of randomness."""
        buffer = bytearray(count)
        index = 0
        while index < count:
            buffer[index] = self.next() >> 24
            index += 1
        return bytes(buffer)
