"""Hashes and generators of random numbers that keep the low bits of products and sums: what words are made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

MASK = 0xFFFFFFFFFFFFFFFF
M32: Final = (1 << 32) - 1
FNV_PRIME = 1099511628211
FNV_OFFSET: Final[int] = 14695981039346656037


def fnv(data: bytes) -> int:
    h = FNV_OFFSET
    for b in data:
        h = ((h ^ b) * FNV_PRIME) & MASK
    return h


def djb(text: str) -> int:
    h = 5381
    for c in text:
        h = ((h << 5) + h + ord(c)) & 0xFFFFFFFF
    return h


def adler(data: bytes) -> int:
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return ((b << 16) | a) & M32


def congruential(state: int) -> int:
    return (state * 6364136223846793005 + 1442695040888963407) % 2**64


def rotated(x: int, r: int) -> int:
    return ((x << r) | (x >> (32 - r))) & M32


def murmur(key: bytes, seed: int) -> int:
    h = seed
    for start in range(0, len(key) - 3, 4):
        k = int.from_bytes(key[start : start + 4], "little")
        k = (k * 0xCC9E2D51) & M32
        k = rotated(k, 15) * 0x1B873593 & M32
        h = (rotated(h ^ k, 13) * 5 + 0xE6546B64) & M32
    h ^= len(key)
    h = (h ^ h >> 16) * 0x85EBCA6B & M32
    h = (h ^ h >> 13) * 0xC2B2AE35 & M32
    return h ^ h >> 16


@dataclass
class XorShift:
    state: int

    def draw(self) -> int:
        x = self.state
        x ^= x >> 12
        x ^= (x << 25) & MASK
        x ^= x >> 27
        self.state = x
        return x * 2685821657736338717 & MASK


def split_mix(seed: int, count: int) -> list[int]:
    found = []
    for _ in range(count):
        seed = (seed + 0x9E3779B97F4A7C15) & MASK
        z = seed
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        found.append(z ^ (z >> 31))
    return found


def at_edges(a: int, b: int) -> list[int]:
    return [
        (a * b) & 255,
        (a - b) & MASK,
        (a + b) % 256,
        (a * b - 7) & M32,
        (a + b) & 1,
        (a - b * 3) % (1 << 62),
        (a << 3 | b) & 0x3FFFFFFFFFFFFFFF,
        (a << 3 ^ b) & 0x7FFFFFFFFFFFFFFF,
        ((a & b) + (a | b) - (a ^ b)) & MASK,
        (a * a * a + b * b) % 4294967296,
        (a + b) & -8,
        (a * b) & (1 << 70) - 1,
    ]


def late() -> int:
    return (3 + len(NAMES)) & LATER


print(fnv(b""), fnv(b"hello world"), djb("hello world"), adler(b"Wikipedia"))
print(hex(murmur(b"the quick brown fox!", 42)), rotated(0x12345678, 7))
state = 1
for _ in range(4):
    state = congruential(state)
    print(state, end=" ")
print()
shift = XorShift(88172645463325252)
print([shift.draw() for _ in range(5)], shift)
print(split_mix(0, 3), split_mix(2**64 - 1, 2))
total = 0
for a in (0, 1, -1, 2**31, -(2**31), 2**61, -(2**62), 2**62, 2**63, 2**64, -(2**64), 2**100 + 17, -(3**80)):
    for b in (0, 1, -1, 7, 2**32, -(2**63), 2**64 - 1, 5**50):
        values = at_edges(a, b)
        total += sum(values)
        if (a + b) % 3 == 0:
            print(a, b, values)
print(total)
NAMES = ["a"]
try:
    print(late())
except NameError as error:
    print(error)
LATER = 7
flag: int = True
print(late(), (flag + 5 * int(True)) & 3, type((flag + 1) & 1), (flag * 3) % 2)
