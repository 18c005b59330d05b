"""Decompression of DEFLATE streams (RFC 1951) in zlib's, gzip's or no wrapping (RFC 1950, 1952).

A stream comes in pieces and may stop between any two bits, so that each step is a mode of its own that can be
begun again.  As in zlib, no byte is taken before the step at hand needs a bit of it: what is left of the
input then is what zlib leaves.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import (
    Array,
    copy_memory,
    i64,
    inline,
    keep_alive,
    load8,
    load16,
    load64,
    noinline,
    store8,
    store64,
    tail_address,
    u8,
    u64,
)
from mirage.runtime.binary_text import crc32
from mirage.runtime.checksums import adler32
from mirage.runtime.deflate_codes import (
    ORDER,
    Code,
    distance_base,
    distance_extra,
    length_base,
    length_extra,
)
from mirage.runtime.text_codecs import BytesBuilder, bytes_from

MORE: Final = 0  # more input is wanted, or more room for output
END: Final = 1
NEEDS_DICTIONARY: Final = 2
BAD_DATA: Final = -3

WINDOW: Final = i64(32768)
_NO_LIMIT: Final = i64(1 << 62)

# Modes: the header of zlib or gzip, blocks, what stands behind them
_HEAD: Final = 0
_TIME: Final = 1
_SYSTEM: Final = 2
_EXTRA_SIZE: Final = 3
_EXTRA: Final = 4
_NAME: Final = 5
_COMMENT: Final = 6
_HEADER_CHECK: Final = 7
_DICTIONARY_ID: Final = 8
_DICTIONARY: Final = 9
_TYPE: Final = 10
_STORED: Final = 11
_COPY: Final = 12
_TABLE: Final = 13
_CODE_LENGTHS: Final = 14
_LENGTHS: Final = 15
_SYMBOL: Final = 16
_LITERAL: Final = 17
_LENGTH_EXTRA: Final = 18
_DISTANCE: Final = 19
_DISTANCE_EXTRA: Final = 20
_MATCH: Final = 21
_CHECK: Final = 22
_SIZE: Final = 23
_DONE: Final = 24
_BAD: Final = 25

_WANTING: Final = i64(-1)  # of a code: more input is wanted
_INVALID: Final = i64(-2)  # of a code: no symbol has it


class Inflater:
    """The state of one stream.

    output  what the stream gave: some old bytes (or the dictionary), and from `start` on the new
    """

    def __init__(self, wrap: i64, window_bits: i64) -> None:
        """wrap: 0 none, 1 zlib, 2 gzip, 3 either; window_bits 0: what the stream says"""
        self.mode = i64(_HEAD if wrap != 0 else _TYPE)
        self.wrap = wrap
        self.window_bits = window_bits
        self.message = ""
        self.output: Array[u8] = Array(i64(1024))
        self.start = i64(0)
        self.count = i64(0)
        self.dictionary_id = i64(0)
        self.checked = i64(0)  # up to where the output is in `check`
        self.check = 1
        self.total = i64(0)
        self.gzip = False
        self.flags = i64(0)
        self.header: BytesBuilder | None = None
        self.hold = u64(0)
        self.bits = i64(0)
        self.source = b""
        self.at = i64(0)
        self.last = False
        self.length = i64(0)
        self.distance = i64(0)
        self.extra = i64(0)
        self.literals = i64(0)
        self.distances = i64(0)
        self.code_lengths = i64(0)
        self.lengths: Array[u8] = Array(i64(340))
        self.have = i64(0)
        self.literal_code = Code()
        self.distance_code = Code()
        self.limit = i64(0)

    def copy(self) -> Inflater:
        other = Inflater(self.wrap, self.window_bits)
        other.mode = self.mode
        other.message = self.message
        other.output = Array(self.output.count)
        other.output.copy_from(i64(0), self.output, i64(0), self.count)
        other.start, other.count = self.start, self.count
        other.dictionary_id, other.checked, other.check = self.dictionary_id, self.checked, self.check
        other.total, other.gzip, other.flags = self.total, self.gzip, self.flags
        if self.header is not None:
            other.header = BytesBuilder(i64(16))
            other.header.add_bytes(self.header.finish())
        other.hold, other.bits, other.last = self.hold, self.bits, self.last
        other.length, other.distance, other.extra = self.length, self.distance, self.extra
        other.literals, other.distances = self.literals, self.distances
        other.code_lengths, other.have = self.code_lengths, self.have
        other.lengths.copy_from(i64(0), self.lengths, i64(0), self.lengths.count)
        # a code is made anew for each block, by another object's `build`: it may be shared until then
        other.literal_code, other.distance_code = self.literal_code, self.distance_code
        return other

    # --- what is called from outside -----------------------------------------------------------

    def run(self, source: bytes, limit: i64) -> i64:
        """Go on with more input, until some bytes of output are there (0: no limit); MORE, END, ..."""
        self.source = source
        self.at = i64(0)
        self._forget()
        self.limit = _NO_LIMIT if limit == 0 else self.start + limit
        result = self._steps()
        self._update()
        return result

    def taken(self) -> bytes:
        """What the last run gave."""
        result = bytes_from(tail_address(self.output) + u64(self.start), self.count - self.start)
        keep_alive(self.output)
        return result

    def rest(self) -> bytes:
        """What the last run left of its input."""
        result = bytes_from(tail_address(self.source) + u64(self.at), self.source._tail.count - self.at)
        keep_alive(self.source)
        self.source = b""
        return result

    def set_dictionary(self, dictionary: bytes) -> bool:
        """Put it before the output; False where the stream wants another one."""
        if self.wrap != 0 and i64(adler32(dictionary, 1)) != self.dictionary_id:
            return False
        size = dictionary._tail.count
        self._room(size)
        copy_memory(tail_address(self.output) + u64(self.count), tail_address(dictionary), u64(size))
        self.count = self.count + size
        self.start = self.count
        self.checked = self.count
        if self.mode == _DICTIONARY:
            self.mode = i64(_TYPE)
        return True

    # --- the output ----------------------------------------------------------------------------

    def _forget(self) -> None:
        """Keep one window of what was given before; the new output begins behind it."""
        if self.count > WINDOW * 2:
            self.output.move(i64(0), self.count - WINDOW, WINDOW)
            self.count = WINDOW
        self.start = self.count
        self.checked = self.count

    def _update(self) -> None:
        if self.wrap != 0 and self.count > self.checked:
            new = bytes_from(tail_address(self.output) + u64(self.checked), self.count - self.checked)
            self.check = crc32(new, self.check) if self.gzip else adler32(new, self.check)
        self.total = self.total + self.count - self.checked
        self.checked = self.count

    @inline
    def _room(self, size: i64) -> None:
        """There is room for so many bytes more, and for 16 behind them."""
        if self.count + size + 16 > self.output.count:
            self._grow(size)

    @noinline
    def _grow(self, size: i64) -> None:
        wider: Array[u8] = Array(self.output.count * 2 + size + 16)
        wider.copy_from(i64(0), self.output, i64(0), self.count)
        self.output = wider

    # --- the input -----------------------------------------------------------------------------

    @inline
    def _need(self, count: i64) -> bool:
        """So many bits are there (32 at most)."""
        while self.bits < count:
            if not self._pull():
                return False
        return True

    def _pull(self) -> bool:
        if self.at >= self.source._tail.count:
            return False
        byte = load8(tail_address(self.source) + u64(self.at))
        self.hold = self.hold | u64(byte) << u64(self.bits)
        self.bits = self.bits + 8
        self.at = self.at + 1
        return True

    @inline
    def _drop(self, count: i64) -> None:
        self.hold = self.hold >> u64(count)
        self.bits = self.bits - count

    @inline
    def _peek(self, count: i64) -> i64:
        return i64(self.hold & (u64(1) << u64(count)) - 1)

    def _take(self, count: i64) -> i64:
        value = self._peek(count)
        self._drop(count)
        return value

    def _symbol(self, code: Code) -> i64:
        """The next symbol, _WANTING or _INVALID."""
        while True:
            entry = i64(code.table[i64(self.hold & 1023)])
            length = entry & 15
            if length != 0:
                if length <= self.bits:
                    self._drop(length)
                    return entry >> 4
            else:
                found = self._long_symbol(code)
                if found != _WANTING:
                    return found
            if not self._pull():
                return _WANTING

    def _long_symbol(self, code: Code) -> i64:
        hold = i64(self.hold)
        value = i64(0)
        first = i64(0)
        index = i64(0)
        length = i64(1)
        while length <= code.longest:
            if length > self.bits:
                return _WANTING
            value = value | hold & 1
            hold = hold >> 1
            count = code.counts[length]
            if value - first < count:
                self._drop(length)
                return i64(code.symbols[index + value - first])
            index = index + count
            first = (first + count) << 1
            value = value << 1
            length = length + 1
        return _INVALID

    # --- the steps -----------------------------------------------------------------------------

    def _bad(self, message: str) -> None:
        self.mode = i64(_BAD)
        self.message = message

    def _steps(self) -> i64:
        while True:
            mode = self.mode
            if mode < _TYPE:
                if mode == _DICTIONARY:
                    return i64(NEEDS_DICTIONARY)
                if not self._header_step():
                    return i64(MORE)
            elif mode < _SYMBOL:
                if not self._block_step():
                    return i64(MORE)
            elif mode <= _MATCH:
                if mode == _SYMBOL and self._can_run_fast():
                    self._run_fast()
                elif not self._data_step():
                    return i64(MORE)
            elif mode == _DONE:
                return i64(END)
            elif mode == _BAD:
                return i64(BAD_DATA)
            elif not self._end_step():
                return i64(MORE)

    def _note(self, count: i64) -> None:
        """Bytes of gzip's header, of which there may be a checksum."""
        header = self.header
        if header is not None:
            value = self._peek(count * 8)
            while count > 0:
                header.add(u8(value & 255))
                value = value >> 8
                count = count - 1

    def _header_step(self) -> bool:
        mode = self.mode
        if mode == _HEAD:
            return self._head()
        if mode == _DICTIONARY_ID:
            if not self._need(i64(32)):
                return False
            self.dictionary_id = _turned(self._take(i64(32)))
            self.check = 1
            self.mode = i64(_DICTIONARY)
        elif mode == _TIME:
            if not self._need(i64(32)):
                return False
            self._note(i64(4))
            self._drop(i64(32))
            self.mode = i64(_SYSTEM)
        elif mode == _SYSTEM:
            if not self._need(i64(16)):
                return False
            self._note(i64(2))
            self._drop(i64(16))
            self.mode = i64(_EXTRA_SIZE)
        elif mode == _EXTRA_SIZE:
            self.length = i64(0)
            if self.flags & 0x400 != 0:
                if not self._need(i64(16)):
                    return False
                self._note(i64(2))
                self.length = self._take(i64(16))
            self.mode = i64(_EXTRA)
        elif mode == _EXTRA:
            while self.length > 0:
                if not self._need(i64(8)):
                    return False
                self._note(i64(1))
                self._drop(i64(8))
                self.length = self.length - 1
            self.mode = i64(_NAME)
        elif mode == _NAME or mode == _COMMENT:
            if self.flags & (0x800 if mode == _NAME else 0x1000) != 0:
                byte = i64(1)
                while byte != 0:
                    if not self._need(i64(8)):
                        return False
                    self._note(i64(1))
                    byte = self._take(i64(8))
            self.mode = mode + 1
        else:
            header = self.header
            if header is not None:
                if not self._need(i64(16)):
                    return False
                if self._take(i64(16)) != i64(crc32(header.finish(), 0) & 0xFFFF):
                    self._bad("header crc mismatch")
                    return True
                self.header = None
            self.mode = i64(_TYPE)
        return True

    def _head(self) -> bool:
        if not self._need(i64(16)):
            return False
        value = self._peek(i64(16))
        if self.wrap & 2 != 0 and value == 0x8B1F:
            return self._gzip_head()
        if self.wrap & 1 == 0 or ((value & 255) << 8 | value >> 8) % 31 != 0:
            self._bad("incorrect header check")
            return True
        size = (value >> 4 & 15) + 8
        if value & 15 != 8:
            self._bad("unknown compression method")
        elif size > 15 or (self.window_bits != 0 and size > self.window_bits):
            self._bad("invalid window size")
        else:
            self._drop(i64(16))
            self.mode = i64(_DICTIONARY_ID if value & 0x2000 != 0 else _TYPE)
        return True

    def _gzip_head(self) -> bool:
        if not self._need(i64(32)):
            return False
        self.gzip = True
        self.check = 0
        self.flags = self._peek(i64(32)) >> 16
        if self.flags & 255 != 8:
            self._bad("unknown compression method")
        elif self.flags & 0xE000 != 0:
            self._bad("unknown header flags set")
        else:
            if self.flags & 0x200 != 0:
                self.header = BytesBuilder(i64(16))
            self._note(i64(4))
            self._drop(i64(32))
            self.mode = i64(_TIME)
        return True

    def _block_step(self) -> bool:
        mode = self.mode
        if mode == _TYPE:
            if self.last:
                self._drop(self.bits & 7)
                self.mode = i64(_CHECK)
                return True
            if not self._need(i64(3)):
                return False
            value = self._take(i64(3))
            self.last = value & 1 != 0
            if value >> 1 == 0:
                self.mode = i64(_STORED)
            elif value >> 1 == 1:
                self._fixed()
            elif value >> 1 == 2:
                self.mode = i64(_TABLE)
            else:
                self._bad("invalid block type")
        elif mode == _STORED:
            self._drop(self.bits & 7)
            if not self._need(i64(32)):
                return False
            value = self._take(i64(32))
            self.length = value & 0xFFFF
            if self.length != value >> 16 ^ 0xFFFF:
                self._bad("invalid stored block lengths")
            else:
                self.mode = i64(_COPY)
        elif mode == _COPY:
            return self._copy_stored()
        elif mode == _TABLE:
            if not self._need(i64(14)):
                return False
            self.literals = self._take(i64(5)) + 257
            self.distances = self._take(i64(5)) + 1
            self.code_lengths = self._take(i64(4)) + 4
            self.have = i64(0)
            if self.literals > 286 or self.distances > 30:
                self._bad("too many length or distance symbols")
            else:
                self.mode = i64(_CODE_LENGTHS)
        elif mode == _CODE_LENGTHS:
            while self.have < self.code_lengths:
                if not self._need(i64(3)):
                    return False
                self.lengths[i64(ORDER[int(self.have)])] = u8(self._take(i64(3)))
                self.have = self.have + 1
            while self.have < 19:
                self.lengths[i64(ORDER[int(self.have)])] = u8(0)
                self.have = self.have + 1
            self.literal_code = Code()
            self.have = i64(0)
            self.extra = i64(-1)
            if self.literal_code.build(self.lengths, i64(0), i64(19)) != 0:
                self._bad("invalid code lengths set")
            else:
                self.mode = i64(_LENGTHS)
        else:
            return self._read_lengths()
        return True

    def _copy_stored(self) -> bool:
        while self.length > 0:
            size = self.source._tail.count - self.at
            if size > self.length:
                size = self.length
            if size > self.limit - self.count:
                size = self.limit - self.count
            if size == 0:
                return False
            self._room(size)
            source = tail_address(self.source) + u64(self.at)
            copy_memory(tail_address(self.output) + u64(self.count), source, u64(size))
            self.at = self.at + size
            self.count = self.count + size
            self.length = self.length - size
        self.mode = i64(_TYPE)
        return True

    def _fixed(self) -> None:
        i = i64(0)
        while i < 288:
            self.lengths[i] = u8(8) if i < 144 or i >= 280 else u8(9) if i < 256 else u8(7)
            i = i + 1
        while i < 320:
            self.lengths[i] = u8(5)
            i = i + 1
        self.literal_code = Code()
        self.distance_code = Code()
        self.literal_code.build(self.lengths, i64(0), i64(288))
        self.distance_code.build(self.lengths, i64(288), i64(32))
        self.mode = i64(_SYMBOL)

    def _read_lengths(self) -> bool:
        """The lengths of both codes, themselves in a code."""
        wanted = self.literals + self.distances
        while self.have < wanted:
            symbol = self.extra
            if symbol < 0:
                symbol = self._symbol(self.literal_code)
                if symbol == _WANTING:
                    return False
                if symbol == _INVALID:  # as zlib has it of a code without symbols
                    self._drop(i64(1))
                    symbol = i64(0)
            if symbol < 16:
                self.lengths[self.have] = u8(symbol)
                self.have = self.have + 1
                continue
            self.extra = symbol  # known also where the bits behind it are still to come
            more = i64(2) if symbol == 16 else i64(3) if symbol == 17 else i64(7)
            if not self._need(more):
                return False
            self.extra = i64(-1)
            length = u8(0)
            if symbol == 16:
                if self.have == 0:
                    self._bad("invalid bit length repeat")
                    return True
                length = self.lengths[self.have - 1]
            repeat = self._take(more) + (i64(11) if symbol == 18 else i64(3))
            if self.have + repeat > wanted:
                self._bad("invalid bit length repeat")
                return True
            while repeat > 0:
                self.lengths[self.have] = length
                self.have = self.have + 1
                repeat = repeat - 1
        return self._codes()

    def _codes(self) -> bool:
        if self.lengths[i64(256)] == 0:
            self._bad("invalid code -- missing end-of-block")
            return True
        self.literal_code = Code()
        self.distance_code = Code()
        left = self.literal_code.build(self.lengths, i64(0), self.literals)
        if left < 0 or (left > 0 and self.literal_code.longest != 1):
            self._bad("invalid literal/lengths set")
            return True
        left = self.distance_code.build(self.lengths, self.literals, self.distances)
        if left < 0 or (left > 0 and self.distance_code.longest != 1):
            self._bad("invalid distances set")
            return True
        self.mode = i64(_SYMBOL)
        return True

    def _data_step(self) -> bool:
        mode = self.mode
        if mode == _SYMBOL:
            symbol = self._symbol(self.literal_code)
            if symbol == _WANTING:
                return False
            if symbol == 256:
                self.mode = i64(_TYPE)
            elif symbol == _INVALID or symbol > 285:
                self._bad("invalid literal/length code")
            elif symbol < 256:
                self.length = symbol
                self.mode = i64(_LITERAL)
            else:
                self.extra = length_extra(symbol - 257)
                self.length = length_base(symbol - 257)
                self.mode = i64(_LENGTH_EXTRA)
        elif mode == _LITERAL:
            if self.count >= self.limit:
                return False
            self._room(i64(1))
            self.output[self.count] = u8(self.length)
            self.count = self.count + 1
            self.mode = i64(_SYMBOL)
        elif mode == _LENGTH_EXTRA:
            if not self._need(self.extra):
                return False
            self.length = self.length + self._take(self.extra)
            self.mode = i64(_DISTANCE)
        elif mode == _DISTANCE:
            symbol = self._symbol(self.distance_code)
            if symbol == _WANTING:
                return False
            if symbol == _INVALID or symbol > 29:
                self._bad("invalid distance code")
                return True
            self.extra = distance_extra(symbol)
            self.distance = distance_base(symbol)
            self.mode = i64(_DISTANCE_EXTRA)
        elif mode == _DISTANCE_EXTRA:
            if not self._need(self.extra):
                return False
            self.distance = self.distance + self._take(self.extra)
            self.mode = i64(_MATCH)
        else:
            return self._copy_match()
        return True

    def _copy_match(self) -> bool:
        if self.count >= self.limit:
            return False
        if self.distance > self.count:
            self._bad("invalid distance too far back")
            return True
        size = self.length
        if size > self.limit - self.count:
            size = self.limit - self.count
        self._room(size)
        repeat(tail_address(self.output) + u64(self.count), u64(self.distance), size)
        self.count = self.count + size
        self.length = self.length - size
        if self.length == 0:
            self.mode = i64(_SYMBOL)
        return True

    def _can_run_fast(self) -> bool:
        return self.source._tail.count - self.at >= 16 and self.limit - self.count >= 258

    def _run_fast(self) -> None:
        """Symbols, while neither the input nor the room for output comes to its end."""
        at = tail_address(self.source) + u64(self.at)
        last = tail_address(self.source) + u64(self.source._tail.count - 16)
        hold, bits = self.hold, u64(self.bits)
        count = self.count
        most = self.limit - 258
        literals = tail_address(self.literal_code.table)
        while at <= last and count <= most:
            if count + 274 > self.output.count:
                self.count = count
                self._grow(i64(258))
            output = tail_address(self.output)
            hold = hold | load64(at) << bits
            at = at + (63 - bits >> 3)
            bits = bits | 56  # 56 to 63 bits are there: enough for a length and a distance
            entry = u64(load16(literals + (hold & 1023) * 2))
            stop = self.output.count - 274
            if stop > most:
                stop = most
            while entry != 0 and entry < 4096 and bits >= 15 and count <= stop:  # literals
                store8(output + u64(count), u8(entry >> 4))
                count = count + 1
                hold = hold >> (entry & 15)
                bits = bits - (entry & 15)
                entry = u64(load16(literals + (hold & 1023) * 2))
            if bits < 48:
                continue
            self.hold, self.bits = hold, i64(bits)
            symbol = self._symbol(self.literal_code)
            if symbol < 256 and symbol >= 0:
                store8(output + u64(count), u8(symbol))
                count = count + 1
            elif symbol == 256:
                self.mode = i64(_TYPE)
            elif symbol == _INVALID or symbol > 285:
                self._bad("invalid literal/length code")
            else:
                length = length_base(symbol - 257) + self._take(length_extra(symbol - 257))
                symbol = self._symbol(self.distance_code)
                if symbol == _INVALID or symbol > 29:
                    self._bad("invalid distance code")
                else:
                    distance = distance_base(symbol) + self._take(distance_extra(symbol))
                    if distance > count:
                        self._bad("invalid distance too far back")
                    else:
                        repeat(output + u64(count), u64(distance), length)
                        count = count + length
            hold, bits = self.hold, u64(self.bits)
            if self.mode != _SYMBOL:
                break
        # whole bytes that were taken too early go back
        at = at - (bits >> 3)
        bits = bits & 7
        self.hold, self.bits = hold & (u64(1) << bits) - 1, i64(bits)
        self.at = i64(at - tail_address(self.source))
        self.count = count
        keep_alive(self.literal_code)

    def _end_step(self) -> bool:
        if self.mode == _CHECK:
            if self.wrap != 0:
                if not self._need(i64(32)):
                    return False
                value = self._take(i64(32))
                if not self.gzip:
                    value = _turned(value)
                self._update()
                if value != i64(self.check):
                    self._bad("incorrect data check")
                    return True
            self.mode = i64(_SIZE)
        else:
            if self.gzip:
                if not self._need(i64(32)):
                    return False
                self._update()
                if self._take(i64(32)) != self.total & 0xFFFFFFFF:
                    self._bad("incorrect length check")
                    return True
            self.mode = i64(_DONE)
        return True


def _turned(value: i64) -> i64:
    """Four bytes from the last to the first."""
    return value >> 24 | value >> 8 & 0xFF00 | (value & 0xFF00) << 8 | (value & 255) << 24


def repeat(to: u64, distance: u64, size: i64) -> None:
    """Copy from so far back, byte by byte as it were; up to 7 bytes behind the end are written too."""
    end = to + u64(size)
    if distance >= 8:
        while to < end:
            store64(to, load64(to - distance))
            to = to + 8
    else:
        while to < end:
            store8(to, load8(to - distance))
            to = to + 1
