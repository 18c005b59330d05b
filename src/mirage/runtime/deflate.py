"""Compression to DEFLATE streams (RFC 1951): matches are found as zlib finds them, level by level.

What comes out is what CPython's zlib 1.2 gives, byte for byte, but for level 0, where the sizes of its blocks
depend on how much room the caller has for output.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import Array, copy_memory, i64, keep_alive, tail_address, u8, u16, u64
from mirage.runtime.deflate_trees import Bits, Block, fixed_codes, write_stored
from mirage.runtime.text_codecs import bytes_from

NO_FLUSH: Final = 0
PARTIAL_FLUSH: Final = 1
FULL_FLUSH: Final = 3
FINISH: Final = 4
BLOCK: Final = 5

_FILTERED: Final = 1
_HUFFMAN_ONLY: Final = 2
_RLE: Final = 3

_SHORTEST: Final = i64(3)  # matches
_LONGEST: Final = i64(258)
_AHEAD: Final = i64(262)  # bytes that must be there for the longest match and the next one's beginning
_TOO_FAR: Final = i64(4096)  # a match of three bytes is not worth its distance


class Deflater:
    """The state of one stream.

    window  twice as many bytes as a distance may have; what is to be compressed comes behind what was
    head, earlier   where a hash of three bytes came last, and before that; 0: nowhere
    """

    def __init__(self, level: i64, window_bits: i64, memory: i64, strategy: i64) -> None:
        self.level = level
        self.window_bits = window_bits
        self.memory = memory
        self.strategy = strategy
        self.size = i64(1) << window_bits
        self.window: Array[u8] = Array(self.size * 2 + 512)
        self.hash_bits = memory + 7
        self.shift = (self.hash_bits + 2) // 3
        self.head: Array[u16] = Array(i64(1) << self.hash_bits)
        self.earlier: Array[u16] = Array(self.size)
        self.block = Block(i64(1) << memory + 6)
        self.bits = Bits()
        self.hash = i64(0)
        self.place = i64(0)  # in the window: the next byte to be compressed
        self.ahead = i64(0)  # bytes there
        self.block_start = i64(0)
        self.unhashed = i64(0)  # bytes before `place` that are not in `head`
        self.match_start = i64(0)
        self.match_length = _SHORTEST - 1
        self.before_length = _SHORTEST - 1
        self.waits = False  # the byte before `place` is not written yet: a longer match may begin here
        self.source = b""
        self.at = i64(0)
        self.stored = b""  # level 0: what is not written yet
        self._set_level(level)

    def _set_level(self, level: i64) -> None:
        """How long to look for matches."""
        i = level
        self.good = i64(4) if i < 5 else i64(8) if i < 8 else i64(32)  # look less behind such a match
        self.lazy = i64(4)  # do not look for a longer one behind such a match
        self.nice = i64(8)  # do not look for a longer one
        self.chain = i64(4)  # places to look at
        if i == 2:
            self.lazy, self.nice, self.chain = i64(5), i64(16), i64(8)
        elif i == 3:
            self.lazy, self.nice, self.chain = i64(6), i64(32), i64(32)
        elif i == 4:
            self.lazy, self.nice, self.chain = i64(4), i64(16), i64(16)
        elif i == 5:
            self.lazy, self.nice, self.chain = i64(16), i64(32), i64(32)
        elif i == 6:
            self.lazy, self.nice, self.chain = i64(16), i64(128), i64(128)
        elif i == 7:
            self.lazy, self.nice, self.chain = i64(32), i64(128), i64(256)
        elif i == 8:
            self.lazy, self.nice, self.chain = i64(128), i64(258), i64(1024)
        elif i == 9:
            self.lazy, self.nice, self.chain = i64(258), i64(258), i64(4096)

    def copy(self) -> Deflater:
        other = Deflater(self.level, self.window_bits, self.memory, self.strategy)
        other.window.copy_from(i64(0), self.window, i64(0), self.window.count)
        other.head.copy_from(i64(0), self.head, i64(0), self.head.count)
        other.earlier.copy_from(i64(0), self.earlier, i64(0), self.earlier.count)
        other.block = self.block.copy()
        other.bits.hold, other.bits.count = self.bits.hold, self.bits.count
        other.hash, other.place, other.ahead = self.hash, self.place, self.ahead
        other.block_start, other.unhashed = self.block_start, self.unhashed
        other.match_start, other.match_length = self.match_start, self.match_length
        other.before_length, other.waits = self.before_length, self.waits
        other.stored = self.stored
        return other

    # --- what is called from outside -----------------------------------------------------------

    def run(self, source: bytes, flush: i64) -> bytes:
        """Compress more; what of the stream is known by then."""
        self.source = source
        self.at = i64(0)
        if self.level == 0:
            self._store(flush)
        elif self.strategy == _HUFFMAN_ONLY:
            self._only_literals(flush)
        elif self.strategy == _RLE:
            self._runs(flush)
        elif self.level < 4:
            self._greedily(flush)
        else:
            self._lazily(flush)
        if flush == PARTIAL_FLUSH:
            self.bits.put(i64(2), i64(3))
            self.bits.put(fixed_codes()[i64(256)], i64(7))
        elif flush != NO_FLUSH and flush != FINISH and flush != BLOCK:
            write_stored(self.bits, self.window, i64(0), i64(0), False)
            if flush == FULL_FLUSH:
                self._forget()
        self.source = b""
        return self.bits.taken()

    def set_dictionary(self, dictionary: bytes, wrapped: bool) -> None:
        """What the stream may point back to."""
        size = dictionary._tail.count
        start = i64(0)
        if size >= self.size:
            if not wrapped:
                self._forget()
            start = size - self.size
        self.source = bytes_from(tail_address(dictionary) + u64(start), size - start)
        self.at = i64(0)
        self._fill()
        while self.ahead >= _SHORTEST:
            left = self.ahead - (_SHORTEST - 1)
            while left > 0:
                self._insert(self.place)
                self.place = self.place + 1
                left = left - 1
            self.ahead = _SHORTEST - 1
            self._fill()
        self.place = self.place + self.ahead
        self.block_start = self.place
        self.unhashed = self.ahead
        self.ahead = i64(0)
        self.match_length = _SHORTEST - 1
        self.before_length = _SHORTEST - 1
        self.waits = False
        keep_alive(dictionary)

    def _forget(self) -> None:
        """What follows does not point back."""
        i = i64(0)
        while i < self.head.count:
            self.head[i] = u16(0)
            i = i + 1
        if self.ahead == 0:
            self.place = i64(0)
            self.block_start = i64(0)
            self.unhashed = i64(0)

    # --- the window ----------------------------------------------------------------------------

    def _fill(self) -> None:
        """Take input until the longest match could be ahead."""
        while True:
            room = self.size * 2 - self.ahead - self.place
            if self.place >= self.size * 2 - _AHEAD:
                self._slide()
                room = room + self.size
            size = self.source._tail.count - self.at
            if size == 0:
                return
            if size > room:
                size = room
            to = tail_address(self.window) + u64(self.place + self.ahead)
            copy_memory(to, tail_address(self.source) + u64(self.at), u64(size))
            self.at = self.at + size
            self.ahead = self.ahead + size
            if self.ahead + self.unhashed >= _SHORTEST:
                place = self.place - self.unhashed
                self.hash = i64(self.window[place])
                self._mix(place + 1)
                while self.unhashed > 0:
                    self._insert(place)
                    place = place + 1
                    self.unhashed = self.unhashed - 1
                    if self.ahead + self.unhashed < _SHORTEST:
                        break
            if self.ahead >= _AHEAD or self.at == self.source._tail.count:
                return

    def _slide(self) -> None:
        size = self.size
        self.window.move(i64(0), size, size)
        self.match_start = self.match_start - size
        self.place = self.place - size
        self.block_start = self.block_start - size
        if self.unhashed > self.place:
            self.unhashed = self.place
        _lower(self.head, size)
        _lower(self.earlier, size)

    def _mix(self, place: i64) -> None:
        mask = (i64(1) << self.hash_bits) - 1
        self.hash = (self.hash << self.shift ^ i64(self.window[place])) & mask

    def _insert(self, place: i64) -> i64:
        """Note the three bytes at a place; where they came last, 0 when nowhere."""
        self._mix(place + 2)
        found = self.head[self.hash]
        self.earlier[place & self.size - 1] = found
        self.head[self.hash] = u16(place)
        return i64(found)

    def _reaches(self, found: i64) -> bool:
        return found != 0 and self.place - found <= self.size - _AHEAD

    def _longest_match(self, found: i64) -> i64:
        """The length of the longest match that begins at one of the places that the hash leads to."""
        chain = self.chain
        best = self.before_length
        if best >= self.good:
            chain = chain >> 2
        nice = self.nice if self.nice < self.ahead else self.ahead
        far = self.size - _AHEAD
        limit = self.place - far if self.place > far else i64(0)
        window = self.window
        place = self.place
        mask = self.size - 1
        while True:
            if (
                window[found + best] == window[place + best]
                and window[found + best - 1] == window[place + best - 1]
                and window[found] == window[place]
                and window[found + 1] == window[place + 1]
            ):
                length = i64(2)
                while length < _LONGEST and window[found + length] == window[place + length]:
                    length = length + 1
                if length > best:
                    self.match_start = found
                    best = length
                    if length >= nice:
                        break
            found = i64(self.earlier[found & mask])
            chain = chain - 1
            if found <= limit or chain == 0:
                break
        return best if best <= self.ahead else self.ahead

    # --- blocks --------------------------------------------------------------------------------

    def _write(self, last: bool) -> None:
        size = self.place - self.block_start
        self.block.write(self.bits, self.window, self.block_start, size, last, self.strategy)
        self.block_start = self.place
        self.bits.flush()

    def _is_short(self, wanted: i64, flush: i64) -> bool:
        """There is less ahead than is wanted, and there may be more later."""
        if self.ahead < wanted:
            self._fill()
            if self.ahead < wanted and flush == NO_FLUSH:
                return True
        return False

    def _end(self, flush: i64, unhashed: i64) -> None:
        self.unhashed = unhashed
        if flush == FINISH:
            self._write(True)
        elif self.block.count > 0:
            self._write(False)

    def _greedily(self, flush: i64) -> None:
        """Levels 1 to 3: a match is taken where one is found."""
        while True:
            if self._is_short(_AHEAD, flush):
                return
            if self.ahead == 0:
                break
            found = i64(0)
            if self.ahead >= _SHORTEST:
                found = self._insert(self.place)
            if self._reaches(found):
                self.match_length = self._longest_match(found)
            if self.match_length >= _SHORTEST:
                full = self.block.match(self.place - self.match_start, self.match_length)
                self._pass(self.match_length)
            else:
                full = self.block.literal(self.window[self.place])
                self.ahead = self.ahead - 1
                self.place = self.place + 1
            if full:
                self._write(False)
        self._end(flush, self.place if self.place < 2 else i64(2))

    def _pass(self, length: i64) -> None:
        """Go behind a match; short ones are noted byte by byte."""
        self.ahead = self.ahead - length
        if length <= self.lazy and self.ahead >= _SHORTEST:
            stop = self.place + length
            self.place = self.place + 1
            while self.place < stop:
                self._insert(self.place)
                self.place = self.place + 1
        else:
            self.place = self.place + length
            self.hash = i64(self.window[self.place])
            self._mix(self.place + 1)
        self.match_length = i64(0)

    def _lazily(self, flush: i64) -> None:
        """Levels 4 to 9: a match is taken when none that is longer begins a byte later."""
        while True:
            if self._is_short(_AHEAD, flush):
                return
            if self.ahead == 0:
                break
            found = i64(0)
            if self.ahead >= _SHORTEST:
                found = self._insert(self.place)
            self.before_length = self.match_length
            before_start = self.match_start
            self.match_length = _SHORTEST - 1
            if self.before_length < self.lazy and self._reaches(found):
                self.match_length = self._longest_match(found)
                if self.match_length <= 5 and (
                    self.strategy == _FILTERED
                    or (self.match_length == _SHORTEST and self.place - self.match_start > _TOO_FAR)
                ):
                    self.match_length = _SHORTEST - 1
            if self.before_length >= _SHORTEST and self.match_length <= self.before_length:
                most = self.place + self.ahead - _SHORTEST
                full = self.block.match(self.place - 1 - before_start, self.before_length)
                self.ahead = self.ahead - (self.before_length - 1)
                left = self.before_length - 2
                while left > 0:
                    self.place = self.place + 1
                    if self.place <= most:
                        self._insert(self.place)
                    left = left - 1
                self.waits = False
                self.match_length = _SHORTEST - 1
                self.place = self.place + 1
                if full:
                    self._write(False)
            else:
                if self.waits and self.block.literal(self.window[self.place - 1]):
                    self._write(False)
                self.waits = True
                self.place = self.place + 1
                self.ahead = self.ahead - 1
        if self.waits:
            self.block.literal(self.window[self.place - 1])
            self.waits = False
        self._end(flush, self.place if self.place < 2 else i64(2))

    def _runs(self, flush: i64) -> None:
        """Only matches that repeat the byte before."""
        window = self.window
        while True:
            if self._is_short(_LONGEST + 1, flush):
                return
            if self.ahead == 0:
                break
            length = i64(0)
            if self.ahead >= _SHORTEST and self.place > 0:
                byte = window[self.place - 1]
                while length < _LONGEST and length < self.ahead and window[self.place + length] == byte:
                    length = length + 1
            if length >= _SHORTEST:
                full = self.block.match(i64(1), length)
                self.ahead = self.ahead - length
                self.place = self.place + length
            else:
                full = self.block.literal(window[self.place])
                self.ahead = self.ahead - 1
                self.place = self.place + 1
            if full:
                self._write(False)
        self._end(flush, i64(0))

    def _only_literals(self, flush: i64) -> None:
        while True:
            if self._is_short(i64(1), flush):
                return
            if self.ahead == 0:
                break
            full = self.block.literal(self.window[self.place])
            self.ahead = self.ahead - 1
            self.place = self.place + 1
            if full:
                self._write(False)
        self._end(flush, i64(0))

    def _store(self, flush: i64) -> None:
        """Level 0: blocks of bytes as they are."""
        data = self.stored + self.source
        start = i64(0)
        while True:
            left = data._tail.count - start
            size = left if left < 65535 else i64(65535)
            if size < 32768 and (flush == NO_FLUSH or (size == 0 and flush != FINISH)):
                break
            last = flush == FINISH and size == left
            piece: Array[u8] = Array(size)
            copy_memory(tail_address(piece), tail_address(data) + u64(start), u64(size))
            write_stored(self.bits, piece, i64(0), size, last)
            start = start + size
            if last:
                self.bits.align()
                break
        self.stored = bytes_from(tail_address(data) + u64(start), data._tail.count - start)
        keep_alive(data)


def _lower(places: Array[u16], size: i64) -> None:
    """The window has moved: places are as much less; 0 what is gone."""
    i = i64(0)
    while i < places.count:
        place = i64(places[i])
        places[i] = u16(place - size) if place >= size else u16(0)
        i = i + 1
