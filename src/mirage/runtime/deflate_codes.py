"""Huffman codes of DEFLATE (RFC 1951, 3.2.2), and what its codes of lengths and distances stand for."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import Array, i64, inline, u8, u16

ROOT: Final = i64(10)  # bits of a code that are looked up at once
# the order in which the lengths of the codes of lengths are sent
ORDER: Final = b"\x10\x11\x12\x00\x08\x07\x09\x06\x0a\x05\x0b\x04\x0c\x03\x0d\x02\x0e\x01\x0f"


class Code:
    """A Huffman code: symbols by the bits that stand for them, in the order in which they come."""

    def __init__(self) -> None:
        self.table: Array[u16] = Array(i64(1) << ROOT)  # symbol << 4 | bits; 0: longer or none
        self.symbols: Array[u16] = Array(i64(320))  # by length of their codes
        self.counts: Array[i64] = Array(i64(16))
        self.offsets: Array[i64] = Array(i64(17))
        self.longest = i64(0)

    def build(self, lengths: Array[u8], start: i64, count: i64) -> i64:
        """Make the code of some lengths; how many codes are left over (below 0: too many are given)."""
        length = i64(0)
        while length < 16:
            self.counts[length] = i64(0)
            length = length + 1
        i = i64(0)
        while i < count:
            length = i64(lengths[start + i])
            self.counts[length] = self.counts[length] + 1
            i = i + 1
        self.counts[i64(0)] = i64(0)
        left = i64(1)
        self.longest = i64(0)
        self.offsets[i64(1)] = i64(0)
        length = i64(1)
        while length < 16:
            left = (left << 1) - self.counts[length]
            if left < 0:
                return left
            if self.counts[length] != 0:
                self.longest = length
            self.offsets[length + 1] = self.offsets[length] + self.counts[length]
            length = length + 1
        i = i64(0)
        while i < count:
            length = i64(lengths[start + i])
            if length != 0:
                self.symbols[self.offsets[length]] = u16(i)
                self.offsets[length] = self.offsets[length] + 1
            i = i + 1
        self._fill()
        if self.longest == 0:
            self.longest = i64(1)
            return i64(0)
        return left

    def _fill(self) -> None:
        i = i64(0)
        while i < i64(1) << ROOT:
            self.table[i] = u16(0)
            i = i + 1
        code = i64(0)
        index = i64(0)
        length = i64(1)
        while length <= ROOT:
            left = self.counts[length]
            while left > 0:
                entry = self.symbols[index] << 4 | u16(length)
                place = reversed_bits(code, length)
                while place < i64(1) << ROOT:
                    self.table[place] = entry
                    place = place + (i64(1) << length)
                code = code + 1
                index = index + 1
                left = left - 1
            code = code << 1
            length = length + 1


def reversed_bits(code: i64, length: i64) -> i64:
    """The bits of a code from the last to the first, as they stand in the stream."""
    result = i64(0)
    while length > 0:
        result = result << 1 | code & 1
        code = code >> 1
        length = length - 1
    return result


@inline
def length_extra(code: i64) -> i64:
    """How many bits stand behind the code of a length (0 to 28)."""
    return i64(0) if code < 8 or code == 28 else (code >> 2) - 1


@inline
def length_base(code: i64) -> i64:
    """The shortest length of a code."""
    if code < 8:
        return code + 3
    return i64(258) if code == 28 else ((i64(4) | code & 3) << (code >> 2) - 1) + 3


@inline
def distance_extra(code: i64) -> i64:
    """How many bits stand behind the code of a distance (0 to 29)."""
    return i64(0) if code < 4 else (code >> 1) - 1


@inline
def distance_base(code: i64) -> i64:
    return code + 1 if code < 4 else ((i64(2) | code & 1) << (code >> 1) - 1) + 1
