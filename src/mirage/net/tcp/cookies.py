"""SYN cookies: answering SYNs without keeping state when too many wait (RFC 4987, 3.6).

The initial sequence number is `time (5 bits) | MSS (3 bits) | keyed hash (24 bits)`.
"""

from __future__ import annotations

from typing import Final

from mirage.net.clock import SECOND

PERIOD: Final = 64 * SECOND
SIZES: Final = (216, 536, 996, 1220, 1360, 1400, 1440, 1460)
MASK: Final = 0xFFFFFFFF


def _rotate(value: int, count: int) -> int:
    return (value << count | value >> (32 - count)) & MASK


def half_sip_hash(key0: int, key1: int, words: list[int]) -> int:
    """HalfSipHash-2-4 of 32-bit words, 32 bits of output (Aumasson and Bernstein's reference code)."""
    v0 = key0
    v1 = key1
    v2 = 0x6C796765 ^ key0
    v3 = 0x74656462 ^ key1
    index = 0
    count = len(words)
    while index <= count:
        word = words[index] if index < count else (count * 4 & 0xFF) << 24
        v3 ^= word
        step = 0
        while step < 2:
            v0 = (v0 + v1) & MASK
            v1 = _rotate(v1, 5) ^ v0
            v0 = _rotate(v0, 16)
            v2 = (v2 + v3) & MASK
            v3 = _rotate(v3, 8) ^ v2
            v0 = (v0 + v3) & MASK
            v3 = _rotate(v3, 7) ^ v0
            v2 = (v2 + v1) & MASK
            v1 = _rotate(v1, 13) ^ v2
            v2 = _rotate(v2, 16)
            step += 1
        v0 ^= word
        index += 1
    v2 ^= 0xFF
    step = 0
    while step < 4:
        v0 = (v0 + v1) & MASK
        v1 = _rotate(v1, 5) ^ v0
        v0 = _rotate(v0, 16)
        v2 = (v2 + v3) & MASK
        v3 = _rotate(v3, 8) ^ v2
        v0 = (v0 + v3) & MASK
        v3 = _rotate(v3, 7) ^ v0
        v2 = (v2 + v1) & MASK
        v1 = _rotate(v1, 13) ^ v2
        v2 = _rotate(v2, 16)
        step += 1
    return v1 ^ v3


class SynCookies:
    """Makes and verifies cookies with a secret of 8 random bytes."""

    def __init__(self, secret: bytes) -> None:
        self.key0: int = secret[0] | secret[1] << 8 | secret[2] << 16 | secret[3] << 24
        self.key1: int = secret[4] | secret[5] << 8 | secret[6] << 16 | secret[7] << 24
        self.last_sent: int = -1

    def _hash(self, local: int, remote: int, ports: int, initial: int, period: int) -> int:
        return half_sip_hash(self.key0, self.key1, [local, remote, ports, initial, period & MASK]) >> 8

    def make(self, local: int, remote: int, ports: int, initial: int, mss: int, now: int) -> int:
        """The sequence number for a SYN-ACK.

        ports     source port << 16 | destination port
        initial   the peer's initial sequence number
        """
        self.last_sent = now
        size = len(SIZES) - 1
        while size > 0 and SIZES[size] > mss:
            size -= 1
        period = now // PERIOD
        digest = self._hash(local, remote, ports, initial, period)
        return (period & 31) << 27 | size << 24 | digest

    def verify(self, local: int, remote: int, ports: int, initial: int, cookie: int, now: int) -> int:
        """The MSS the cookie stands for, or -1 when it is not ours, or two minutes old."""
        if self.last_sent < 0 or now - self.last_sent > 2 * PERIOD:
            return -1
        period = now // PERIOD
        age = 0
        while age < 2:
            if (period - age) & 31 == cookie >> 27:
                digest = self._hash(local, remote, ports, initial, period - age)
                if digest == cookie & 0xFFFFFF:
                    return SIZES[cookie >> 24 & 7]
            age += 1
        return -1
