"""The mixing of scrypt (RFC 7914, 3 to 5), on words."""

from __future__ import annotations

from mirage.lowlevel import Array, i64, u32


def mix(block: bytes, n: int, r: int) -> bytes:
    """scryptROMix: `block` has 128*r bytes, `n` is a power of two."""
    words = i64(32 * r)
    x: Array[u32] = Array(words)
    y: Array[u32] = Array(words)
    kept: Array[u32] = Array(words * i64(n))
    index = i64(0)
    while index < words:
        at = int(index) * 4
        x[index] = u32(int.from_bytes(block[at : at + 4], "little"))
        index += 1
    step = i64(0)
    count = i64(n)
    while step < count:
        kept.copy_from(step * words, x, i64(0), words)
        _block_mix(x, y, words)
        step += 1
    step = i64(0)
    while step < count:
        start = (i64(x[words - 16]) & (count - 1)) * words
        index = i64(0)
        while index < words:
            x[index] = x[index] ^ kept[start + index]
            index += 1
        _block_mix(x, y, words)
        step += 1
    result = bytearray()
    index = i64(0)
    while index < words:
        result += int(x[index]).to_bytes(4, "little")
        index += 1
    return bytes(result)


def _block_mix(x: Array[u32], y: Array[u32], words: i64) -> None:
    """scryptBlockMix of `x`, in place; `y` is room of the same size."""
    t: Array[u32] = Array(i64(16))
    t.copy_from(i64(0), x, words - 16, i64(16))
    blocks = words >> 4
    number = i64(0)
    while number < blocks:
        start = number << 4
        index = i64(0)
        while index < 16:
            t[index] = t[index] ^ x[start + index]
            index += 1
        _salsa(t)
        half = (number >> 1) + (blocks >> 1) * (number & 1)
        y.copy_from(half << 4, t, i64(0), i64(16))
        number += 1
    x.copy_from(i64(0), y, i64(0), words)


def _salsa(block: Array[u32]) -> None:
    """Salsa20/8."""
    z: Array[u32] = Array(i64(16))
    z.copy_from(i64(0), block, i64(0), i64(16))
    rounds = i64(0)
    while rounds < 4:
        _quarter(z, i64(0), i64(4), i64(8), i64(12))
        _quarter(z, i64(5), i64(9), i64(13), i64(1))
        _quarter(z, i64(10), i64(14), i64(2), i64(6))
        _quarter(z, i64(15), i64(3), i64(7), i64(11))
        _quarter(z, i64(0), i64(1), i64(2), i64(3))
        _quarter(z, i64(5), i64(6), i64(7), i64(4))
        _quarter(z, i64(10), i64(11), i64(8), i64(9))
        _quarter(z, i64(15), i64(12), i64(13), i64(14))
        rounds += 1
    index = i64(0)
    while index < 16:
        block[index] = block[index] + z[index]
        index += 1


def _quarter(z: Array[u32], a: i64, b: i64, c: i64, d: i64) -> None:
    z[b] = z[b] ^ _turned(z[a] + z[d], u32(7))
    z[c] = z[c] ^ _turned(z[b] + z[a], u32(9))
    z[d] = z[d] ^ _turned(z[c] + z[b], u32(13))
    z[a] = z[a] ^ _turned(z[d] + z[c], u32(18))


def _turned(value: u32, by: u32) -> u32:
    return (value << by) | (value >> (u32(32) - by))
