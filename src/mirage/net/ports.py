"""Ephemeral ports, picked at random (RFC 6056, algorithm 1)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

FIRST: Final = 49152
COUNT: Final = 16384


class PortAllocator:
    """Picks ports from 49152 to 65535 (RFC 6335, 6)."""

    def __init__(self, random: Callable[[int], bytes]) -> None:
        self.random: Callable[[int], bytes] = random

    def pick(self, taken: list[int]) -> int:
        """A port that is not taken, or -1 when all are."""
        used: set[int] = set(taken)
        noise = self.random(2)
        offset = (noise[0] << 8 | noise[1]) % COUNT
        tried = 0
        while tried < COUNT:
            port = FIRST + (offset + tried) % COUNT
            if port not in used:
                return port
            tried += 1
        return -1
