"""Huffman trees for compression, and blocks written with them (RFC 1951, 3.2), as zlib makes them.

Which of several optimal trees is made, and when one is worth being sent, is zlib's choice too: what is
compressed here has the bytes that CPython's zlib gives.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import Array, i64, inline, u8, u16, u64
from mirage.runtime.deflate_codes import (
    ORDER,
    distance_base,
    distance_extra,
    length_base,
    length_extra,
    reversed_bits,
)
from mirage.runtime.text_codecs import BytesBuilder

FIXED: Final = 4  # the strategy

_HEAP: Final = 573  # nodes of the largest tree, and one


class Bits:
    """Bits on their way out: the first is the lowest of its byte."""

    def __init__(self) -> None:
        self.hold = u64(0)
        self.count = i64(0)
        self.output = BytesBuilder(i64(256))

    @inline
    def put(self, value: i64, count: i64) -> None:
        """So many bits of a value, 16 at most."""
        self.hold = self.hold | u64(value) << u64(self.count)
        self.count = self.count + count
        if self.count > 40:
            self.flush()

    def flush(self) -> None:
        """Write the whole bytes."""
        while self.count >= 8:
            self.output.add(u8(self.hold & 255))
            self.hold = self.hold >> 8
            self.count = self.count - 8

    def align(self) -> None:
        """Write all; the last byte is filled with zeros."""
        self.flush()
        if self.count > 0:
            self.output.add(u8(self.hold & 255))
            self.hold = u64(0)
            self.count = i64(0)

    def taken(self) -> bytes:
        """What was written since the last time."""
        self.flush()
        result = self.output.finish()
        self.output = BytesBuilder(i64(256))
        return result


@inline
def length_code(length: i64) -> i64:
    """0 to 28, of a length less 3."""
    if length < 8:
        return length
    if length == 255:
        return i64(28)
    high = i64(3) if length < 16 else i64(4) if length < 32 else i64(5) if length < 64 else i64(6)
    if length >= 128:
        high = i64(7)
    return (high - 1 << 2) + (length >> high - 2 & 3)


@inline
def distance_code(distance: i64) -> i64:
    """0 to 29, of a distance less 1."""
    if distance < 4:
        return distance
    high = i64(2)
    while distance >> high > 1:
        high = high + 1
    return high * 2 + (distance >> high - 1 & 1)


class Tree:
    """How often symbols come; then the lengths and codes that they get."""

    def __init__(self, symbols: i64, longest: i64, kind: i64) -> None:
        """kind: 0 literals and lengths, 1 distances, 2 lengths of codes"""
        self.symbols = symbols
        self.longest = longest
        self.kind = kind
        self.frequency: Array[i64] = Array(i64(_HEAP))
        self.length: Array[i64] = Array(i64(_HEAP))
        self.code: Array[i64] = Array(i64(_HEAP))
        self.last = i64(0)  # the highest symbol that comes
        self.optimal = i64(0)  # bits that this tree's symbols take
        self.fixed = i64(0)  # bits that they take with the fixed codes
        self._parent: Array[i64] = Array(i64(_HEAP))
        self._depth: Array[i64] = Array(i64(_HEAP))
        self._heap: Array[i64] = Array(i64(_HEAP))
        self._size = i64(0)

    def copy(self) -> Tree:
        other = Tree(self.symbols, self.longest, self.kind)
        other.frequency.copy_from(i64(0), self.frequency, i64(0), i64(_HEAP))
        other.length.copy_from(i64(0), self.length, i64(0), i64(_HEAP))
        other.last = self.last
        return other

    def clear(self) -> None:
        i = i64(0)
        while i < self.symbols:
            self.frequency[i] = i64(0)
            i = i + 1

    def _extra(self, symbol: i64) -> i64:
        if self.kind == 0:
            return length_extra(symbol - 257) if symbol >= 257 else i64(0)
        if self.kind == 1:
            return distance_extra(symbol)
        return i64(0) if symbol < 16 else i64(2) if symbol == 16 else i64(3) if symbol == 17 else i64(7)

    def _fixed_length(self, symbol: i64) -> i64:
        return fixed_length(symbol) if self.kind == 0 else i64(5) if self.kind == 1 else i64(0)

    # --- the tree ------------------------------------------------------------------------------

    def _goes_first(self, a: i64, b: i64) -> bool:
        first, second = self.frequency[a], self.frequency[b]
        return first < second or (first == second and self._depth[a] <= self._depth[b])

    def _sift(self, place: i64) -> None:
        """Move the node at a place of the heap down to where it belongs."""
        node = self._heap[place]
        below = place << 1
        while below <= self._size:
            if below < self._size and self._goes_first(self._heap[below + 1], self._heap[below]):
                below = below + 1
            if self._goes_first(node, self._heap[below]):
                break
            self._heap[place] = self._heap[below]
            place = below
            below = below << 1
        self._heap[place] = node

    def build(self) -> None:
        """Lengths and codes for the frequencies."""
        self.optimal = i64(0)
        self.fixed = i64(0)
        self._size = i64(0)
        last = i64(-1)
        n = i64(0)
        while n < self.symbols:
            self.length[n] = i64(0)
            if self.frequency[n] != 0:
                self._size = self._size + 1
                self._heap[self._size] = n
                self._depth[n] = i64(0)
                last = n
            n = n + 1
        while self._size < 2:  # a code has two symbols at least
            node = i64(0)
            if last < 2:
                last = last + 1
                node = last
            self._size = self._size + 1
            self._heap[self._size] = node
            self.frequency[node] = i64(1)
            self._depth[node] = i64(0)
            self.optimal = self.optimal - 1
            self.fixed = self.fixed - self._fixed_length(node)
        self.last = last
        n = self._size >> 1
        while n >= 1:
            self._sift(n)
            n = n - 1
        top = self._join()
        self._lengths(top)
        self._codes()

    def _join(self) -> i64:
        """Join the two rarest nodes until one is left; from where on the heap holds them, the root first."""
        top = i64(_HEAP)
        node = self.symbols
        while self._size >= 2:
            first = self._heap[i64(1)]
            self._heap[i64(1)] = self._heap[self._size]
            self._size = self._size - 1
            self._sift(i64(1))
            second = self._heap[i64(1)]
            self._heap[top - 1] = first
            self._heap[top - 2] = second
            top = top - 2
            self.frequency[node] = self.frequency[first] + self.frequency[second]
            one, other = self._depth[first], self._depth[second]
            self._depth[node] = (one if one >= other else other) + 1
            self._parent[first] = node
            self._parent[second] = node
            self._heap[i64(1)] = node
            node = node + 1
            self._sift(i64(1))
        self._heap[top - 1] = self._heap[i64(1)]
        return top - 1

    def _lengths(self, top: i64) -> None:
        counts: Array[i64] = Array(i64(16))
        self.length[self._heap[top]] = i64(0)
        too_long = i64(0)
        place = top + 1
        while place < _HEAP:
            n = self._heap[place]
            bits = self.length[self._parent[n]] + 1
            if bits > self.longest:
                bits = self.longest
                too_long = too_long + 1
            self.length[n] = bits
            if n <= self.last:
                counts[bits] = counts[bits] + 1
                extra = self._extra(n)
                self.optimal = self.optimal + self.frequency[n] * (bits + extra)
                self.fixed = self.fixed + self.frequency[n] * (self._fixed_length(n) + extra)
            place = place + 1
        if too_long == 0:
            return
        while too_long > 0:  # move one leaf down, and one that is too long beside it
            bits = self.longest - 1
            while counts[bits] == 0:
                bits = bits - 1
            counts[bits] = counts[bits] - 1
            counts[bits + 1] = counts[bits + 1] + 2
            counts[self.longest] = counts[self.longest] - 1
            too_long = too_long - 2
        bits = self.longest
        while bits != 0:
            left = counts[bits]
            while left != 0:
                place = place - 1
                n = self._heap[place]
                if n > self.last:
                    continue
                if self.length[n] != bits:
                    self.optimal = self.optimal + (bits - self.length[n]) * self.frequency[n]
                    self.length[n] = bits
                left = left - 1
            bits = bits - 1

    def _codes(self) -> None:
        give_codes(self.length, self.code, self.last + 1)


def give_codes(length: Array[i64], code: Array[i64], count: i64) -> None:
    """The codes that belong to the lengths, the first bit lowest."""
    counts: Array[i64] = Array(i64(16))
    n = i64(0)
    while n < count:
        counts[length[n]] = counts[length[n]] + 1
        n = n + 1
    counts[i64(0)] = i64(0)
    following: Array[i64] = Array(i64(16))
    value = i64(0)
    bits = i64(1)
    while bits < 16:
        value = value + counts[bits - 1] << 1
        following[bits] = value
        bits = bits + 1
    n = i64(0)
    while n < count:
        bits = length[n]
        if bits != 0:
            code[n] = reversed_bits(following[bits], bits)
            following[bits] = following[bits] + 1
        n = n + 1


def fixed_length(symbol: i64) -> i64:
    if symbol < 144 or symbol >= 280:
        return i64(8)
    return i64(9) if symbol < 256 else i64(7)


_fixed_codes: Array[i64] | None = None


def fixed_codes() -> Array[i64]:
    """The fixed codes of literals and lengths."""
    global _fixed_codes
    if _fixed_codes is None:
        lengths: Array[i64] = Array(i64(288))
        n = i64(0)
        while n < 288:
            lengths[n] = fixed_length(n)
            n = n + 1
        _fixed_codes = Array(i64(288))
        give_codes(lengths, _fixed_codes, i64(288))
    return _fixed_codes


class Block:
    """Literals and matches that are to become one block."""

    def __init__(self, size: i64) -> None:
        """size: so many there are before the block is written"""
        self.most = size - 1
        self.distances: Array[u16] = Array(size)
        self.values: Array[u8] = Array(size)  # the literal (distance 0), or the length less 3
        self.count = i64(0)
        self.literals = Tree(i64(286), i64(15), i64(0))
        self.distance_tree = Tree(i64(30), i64(15), i64(1))
        self.length_tree = Tree(i64(19), i64(7), i64(2))
        self.begin()

    def copy(self) -> Block:
        other = Block(self.most + 1)
        other.distances.copy_from(i64(0), self.distances, i64(0), self.count)
        other.values.copy_from(i64(0), self.values, i64(0), self.count)
        other.count = self.count
        other.literals = self.literals.copy()
        other.distance_tree = self.distance_tree.copy()
        other.length_tree = self.length_tree.copy()
        return other

    def begin(self) -> None:
        self.literals.clear()
        self.distance_tree.clear()
        self.length_tree.clear()
        self.literals.frequency[i64(256)] = i64(1)
        self.count = i64(0)

    @inline
    def literal(self, byte: u8) -> bool:
        """Add one; true where the block is full."""
        self.distances[self.count] = u16(0)
        self.values[self.count] = byte
        self.count = self.count + 1
        symbol = i64(byte)
        self.literals.frequency[symbol] = self.literals.frequency[symbol] + 1
        return self.count == self.most

    def match(self, distance: i64, length: i64) -> bool:
        self.distances[self.count] = u16(distance)
        self.values[self.count] = u8(length - 3)
        self.count = self.count + 1
        symbol = length_code(length - 3) + 257
        self.literals.frequency[symbol] = self.literals.frequency[symbol] + 1
        symbol = distance_code(distance - 1)
        self.distance_tree.frequency[symbol] = self.distance_tree.frequency[symbol] + 1
        return self.count == self.most

    # --- writing -------------------------------------------------------------------------------

    def write(self, bits: Bits, window: Array[u8], start: i64, size: i64, last: bool, strategy: i64) -> None:
        """The block in the shortest of three forms; `start` is below 0 where its bytes are gone."""
        self.literals.build()
        self.distance_tree.build()
        highest = self._length_codes()
        optimal = self.literals.optimal + self.distance_tree.optimal + self.length_tree.optimal
        optimal = optimal + 3 * (highest + 1) + 14 + 10 >> 3
        fixed = self.literals.fixed + self.distance_tree.fixed + 10 >> 3
        if fixed <= optimal or strategy == FIXED:
            optimal = fixed
        final = i64(1) if last else i64(0)
        if size + 4 <= optimal and start >= 0:
            write_stored(bits, window, start, size, last)
        elif fixed == optimal:
            bits.put(i64(2) + final, i64(3))
            self._symbols(bits, True)
        else:
            bits.put(i64(4) + final, i64(3))
            self._trees(bits, highest)
            self._symbols(bits, False)
        self.begin()
        if last:
            bits.align()

    def _length_codes(self) -> i64:
        """The tree of the lengths of the codes; how many of it are sent, less 1."""
        tree = self.length_tree
        self._walk(None, self.literals)
        self._walk(None, self.distance_tree)
        tree.build()
        highest = i64(18)
        while highest >= 3 and tree.length[i64(ORDER[int(highest)])] == 0:
            highest = highest - 1
        return highest

    def _walk(self, bits: Bits | None, tree: Tree) -> None:
        """Count the lengths of a tree's codes as they will be sent, or send them: runs are shortened."""
        before = i64(-1)
        following = tree.length[i64(0)]
        count = i64(0)
        most = i64(138) if following == 0 else i64(7)
        least = i64(3) if following == 0 else i64(4)
        n = i64(0)
        while n <= tree.last:
            length = following
            following = tree.length[n + 1] if n < tree.last else i64(-1)
            n = n + 1
            count = count + 1
            if count < most and length == following:
                continue
            if count < least:
                while count > 0:
                    self._send(bits, length, i64(0), i64(0))
                    count = count - 1
            elif length != 0:
                if length != before:
                    self._send(bits, length, i64(0), i64(0))
                    count = count - 1
                self._send(bits, i64(16), count - 3, i64(2))
            elif count <= 10:
                self._send(bits, i64(17), count - 3, i64(3))
            else:
                self._send(bits, i64(18), count - 11, i64(7))
            count = i64(0)
            before = length
            most = i64(138) if following == 0 else i64(6) if length == following else i64(7)
            least = i64(3) if following == 0 or length == following else i64(4)

    def _send(self, bits: Bits | None, symbol: i64, value: i64, extra: i64) -> None:
        tree = self.length_tree
        if bits is None:
            tree.frequency[symbol] = tree.frequency[symbol] + 1
            return
        bits.put(tree.code[symbol], tree.length[symbol])
        if extra > 0:
            bits.put(value, extra)

    def _trees(self, bits: Bits, highest: i64) -> None:
        bits.put(self.literals.last + 1 - 257, i64(5))
        bits.put(self.distance_tree.last, i64(5))
        bits.put(highest + 1 - 4, i64(4))
        rank = i64(0)
        while rank <= highest:
            bits.put(self.length_tree.length[i64(ORDER[int(rank)])], i64(3))
            rank = rank + 1
        self._walk(bits, self.literals)
        self._walk(bits, self.distance_tree)

    def _symbols(self, bits: Bits, fixed: bool) -> None:
        codes = fixed_codes() if fixed else self.literals.code
        lengths = self.literals.length
        i = i64(0)
        while i < self.count:
            distance = i64(self.distances[i])
            value = i64(self.values[i])
            i = i + 1
            if distance == 0:
                bits.put(codes[value], fixed_length(value) if fixed else lengths[value])
                continue
            code = length_code(value)
            symbol = code + 257
            bits.put(codes[symbol], fixed_length(symbol) if fixed else lengths[symbol])
            extra = length_extra(code)
            if extra != 0:
                bits.put(value + 3 - length_base(code), extra)
            code = distance_code(distance - 1)
            if fixed:
                bits.put(reversed_bits(code, i64(5)), i64(5))
            else:
                bits.put(self.distance_tree.code[code], self.distance_tree.length[code])
            extra = distance_extra(code)
            if extra != 0:
                bits.put(distance - distance_base(code), extra)
        bits.put(codes[i64(256)], i64(7) if fixed else lengths[i64(256)])


def write_stored(bits: Bits, window: Array[u8], start: i64, size: i64, last: bool) -> None:
    """A block of bytes as they are, 65535 at most."""
    bits.put(i64(1) if last else i64(0), i64(3))
    bits.align()
    bits.put(size, i64(16))
    bits.put(~size & 0xFFFF, i64(16))
    bits.flush()
    stop = start + size
    while start < stop:
        bits.output.add(window[start])
        start = start + 1
