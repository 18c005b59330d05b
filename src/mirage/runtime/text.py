"""Strings as arrays of code points: making, reading, joining, comparing, slicing.

A `str` holds 1, 2 or 4 bytes a code point, always the smallest kind that fits (docs/design/abi.md), so
that equal strings have equal kinds and bytes.  Lengths and indices here are code points (i64).
"""

from __future__ import annotations

from mirage.lowlevel import (
    Array,
    class_id,
    compare_memory,
    copy_memory,
    fill_memory,
    i64,
    inline,
    keep_alive,
    load8,
    load16,
    load32,
    load64,
    new_with_tail,
    noinline,
    store8,
    store16,
    store32,
    store64,
    tail_address,
    texts_have_subclasses,
    u8,
    u16,
    u32,
    u64,
)
from mirage.runtime.containers import repeated
from mirage.runtime.words import byte_swapped

_latin1: Array[str] | None = None


@inline
def new_text(length: i64, kind: i64) -> str:
    """A string of zero code points, to be filled before anybody sees it; `kind` must end up minimal."""
    text = new_with_tail(str, length * kind)
    text._length = length
    text._kind = kind
    return text


@inline
def kind_for(highest: u32) -> i64:
    """The bytes a code point needs when `highest` is the greatest one."""
    if highest < 256:
        return i64(1)
    if highest < 65536:
        return i64(2)
    return i64(4)


@inline
def char_at(text: str, index: i64) -> u32:
    """The code point at an index that is not checked."""
    if text._kind == 1:
        return u32(text._tail[index])
    return _wide_char_at(text, index)


def _wide_char_at(text: str, index: i64) -> u32:
    if text._kind == 2:
        return u32(load16(tail_address(text) + u64(index) * 2))
    return load32(tail_address(text) + u64(index) * 4)


@inline
def set_char(text: str, index: i64, code: u32) -> None:
    """Store a code point that fits the string's kind (strings under construction only)."""
    if text._kind == 1:
        text._tail[index] = u8(code)
    else:
        _set_wide_char(text, index, code)


def _set_wide_char(text: str, index: i64, code: u32) -> None:
    if text._kind == 2:
        store16(tail_address(text) + u64(index) * 2, u16(code))
    else:
        store32(tail_address(text) + u64(index) * 4, code)


@inline
def character(code: u32) -> str:
    """The string of one code point; Latin-1 ones are made once."""
    if code < 256:
        table = _latin1
        if table is not None:
            return table[i64(code)]
        return _make_latin1()[i64(code)]
    return _wide_character(code)


@noinline
def _make_latin1() -> Array[str]:
    global _latin1
    table: Array[str] = Array(i64(256))
    i = i64(0)
    while i < 256:
        text = new_text(i64(1), i64(1))
        text._tail[i64(0)] = u8(i)
        table[i] = text
        i = i + 1
    _latin1 = table
    return table


@noinline
def _wide_character(code: u32) -> str:
    text = new_text(i64(1), kind_for(code))
    set_char(text, i64(0), code)
    return text


@inline
def char_string(text: str, index: i64) -> str:
    """text[index] for an index that is in range."""
    return character(char_at(text, index))


def copy_chars(target: str, at: i64, source: str, start: i64, count: i64) -> None:
    """Copy code points into a string under construction whose kind is at least as wide."""
    if target._kind == source._kind:
        kind = u64(source._kind)
        copy_memory(
            tail_address(target) + u64(at) * kind, tail_address(source) + u64(start) * kind, u64(count) * kind
        )
        return
    to = tail_address(target) + u64(at * target._kind)
    address = tail_address(source) + u64(start * source._kind)
    i = u64(0)
    if source._kind == 1 and target._kind == 2:
        while i < u64(count):
            store16(to + i * 2, u16(load8(address + i)))
            i = i + 1
    elif source._kind == 2 and target._kind == 1:
        while i < u64(count):
            store8(to + i, u8(load16(address + i * 2)))
            i = i + 1
    else:
        while i < u64(count):
            set_char(target, at + i64(i), char_at(source, start + i64(i)))
            i = i + 1


def highest_char(text: str, start: i64, end: i64) -> u32:
    """An upper bound of the code points of text[start:end] that is exact where it decides the kind."""
    if text._kind == 1:
        return u32(255)
    address = tail_address(text)
    i = start
    if text._kind == 2:
        while i + 4 <= end:
            if load64(address + u64(i) * 2) & 0xFF00FF00FF00FF00 != 0:
                return u32(0xFFFF)
            i = i + 4
        while i < end:
            if load16(address + u64(i) * 2) >= 256:
                return u32(0xFFFF)
            i = i + 1
        return u32(255)
    highest = u32(255)
    while i < end:
        code = load32(address + u64(i) * 4)
        if code >= 256:
            if code >= 65536:
                return u32(0x10FFFF)
            highest = u32(0xFFFF)
        i = i + 1
    return highest


@inline
def unchanged(text: str) -> str:
    """What a method gives that changes nothing: the text itself, or a str where it is of a subclass."""
    if texts_have_subclasses() and class_id(text) != class_id(""):
        return _copied(text)
    return text


@noinline
def _copied(text: str) -> str:
    result = new_text(text._length, text._kind)
    copy_memory(tail_address(result), tail_address(text), u64(text._length * text._kind))
    return result


def substring(text: str, start: i64, end: i64) -> str:
    """text[start:end] for bounds that are in range."""
    if end <= start:
        return ""
    if end - start == 1:
        return char_string(text, start)
    if start == 0 and end == text._length:
        return unchanged(text)
    if text._kind == 1:
        result = new_text(end - start, i64(1))
        copy_memory(tail_address(result), tail_address(text) + u64(start), u64(end - start))
        return result
    return _wide_substring(text, start, end)


@noinline
def _wide_substring(text: str, start: i64, end: i64) -> str:
    result = new_text(end - start, kind_for(highest_char(text, start, end)))
    copy_chars(result, i64(0), text, start, end - start)
    return result


def strided(text: str, start: i64, step: i64, count: i64) -> str:
    """`count` code points from `start` on, `step` apart; the indices are in range."""
    if count <= 1:
        return char_string(text, start) if count == 1 else ""
    kind = text._kind
    if kind != 1:
        highest = u32(0)
        i = i64(0)
        while i < count:
            code = char_at(text, start + i * step)
            if code > highest:
                highest = code
            i = i + 1
        kind = kind_for(highest)
    result = new_text(count, kind)
    i = i64(0)
    while i < count:
        set_char(result, i, char_at(text, start + i * step))
        i = i + 1
    return result


def concatenate(a: str, b: str) -> str:
    if a._length == 0:
        return unchanged(b)
    if b._length == 0:
        return unchanged(a)
    kind = a._kind
    if b._kind > kind:
        kind = b._kind
    result = new_text(a._length + b._length, kind)
    if a._kind == kind:
        copy_memory(tail_address(result), tail_address(a), u64(a._length * kind))
    else:
        copy_chars(result, i64(0), a, i64(0), a._length)
    copy_chars(result, a._length, b, i64(0), b._length)
    return result


@inline
def grown(a: str, b: str) -> str:
    """a + b where nobody else refers to `a`: in its own memory while there is room behind it."""
    length = a._length
    if a._kind == 1 and b._kind == 1 and b._length == 1 and length < a._tail.count:
        a._tail[length] = b._tail[i64(0)]
        a._length = length + 1
        a._hash = i64(0)
        return a
    return _grown(a, b)


def _grown(a: str, b: str) -> str:
    length = a._length + b._length
    kind = a._kind
    if b._kind > kind:
        kind = b._kind
    if kind != a._kind or length * kind > a._tail.count:
        wider = new_with_tail(str, (length + (length >> 1) + 8) * kind)
        wider._kind = kind
        copy_chars(wider, i64(0), a, i64(0), a._length)
        wider._length = a._length
        a = wider
    copy_chars(a, a._length, b, i64(0), b._length)
    a._length = length
    a._hash = i64(0)
    return a


@inline
def _put_narrow(address: u64, at: i64, room: i64, part: str) -> i64:
    """Copy a Latin-1 string to byte `at` of `room`; where it ends.  What follows may be overwritten.

    Not for one that has just been written: the processor waits until all of a word is in the cache.
    """
    size = part._length
    if u64(size) - 1 < 8 and at + 8 <= room:  # the string's cell holds all of the word
        store64(address + u64(at), load64(tail_address(part)))
    elif size > 0:
        copy_memory(address + u64(at), tail_address(part), u64(size))
    return at + size


def join_array(parts: Array[str], count: i64, separator: str) -> str:
    """The first `count` parts with the separator between them."""
    if count == 0:
        return ""
    if count == 1:
        return unchanged(parts[i64(0)])
    length = separator._length * (count - 1)
    kind = i64(1)
    if length > 0:
        kind = separator._kind
    i = i64(0)
    while i < count:
        part = parts[i]
        length = length + part._length
        if part._kind > kind:
            kind = part._kind
        i = i + 1
    if length == 0:
        return ""
    result = new_text(length, kind)
    at = i64(0)
    i = i64(0)
    if kind == 1:
        address = tail_address(result)
        while i < count:
            if i > 0:
                at = _put_narrow(address, at, length, separator)
            part = parts[i]
            copy_memory(address + u64(at), tail_address(part), u64(part._length))
            at = at + part._length
            i = i + 1
        return result
    while i < count:
        if i > 0 and separator._length > 0:
            copy_chars(result, at, separator, i64(0), separator._length)
            at = at + separator._length
        part = parts[i]
        copy_chars(result, at, part, i64(0), part._length)
        at = at + part._length
        i = i + 1
    return result


def repeat(text: str, times: i64) -> str:
    if times > 0 and text._length != 0:
        repeated(text._length, times, "repeated string is too long")
    return repeat_few(text, times)


def repeat_few(text: str, times: i64) -> str:
    """The same where the length is known to fit: what every image has for its tracebacks."""
    if times <= 0 or text._length == 0:
        return ""
    if times == 1:
        return unchanged(text)
    result = new_text(text._length * times, text._kind)
    size = u64(text._length * text._kind)
    address = tail_address(result)
    if size == 1:
        fill_memory(address, text._tail[i64(0)], u64(times))
        return result
    copy_memory(address, tail_address(text), size)
    done = size
    total = size * u64(times)
    while done < total:
        chunk = done
        if chunk > total - done:
            chunk = total - done
        copy_memory(address + done, address, chunk)
        done = done + chunk
    return result


def filled(code: u32, count: i64) -> str:
    """`count` times one code point."""
    if count <= 0:
        return ""
    return repeat(character(code), count)


@inline
def equal(a: str, b: str) -> bool:
    if a is b:
        return True
    if a._length != b._length or a._kind != b._kind:
        return False
    return _equal_bytes(a, b)


@inline
def is_character(text: str, code: u8) -> bool:
    """text == chr(code); the compiler calls it for constants."""
    return text._length == 1 and text._kind == 1 and text._tail[i64(0)] == code


@inline
def order_of_character(text: str, code: u8) -> i64:
    """compare(text, chr(code)); the compiler calls it for constants."""
    if text._length == 1 and text._kind == 1:
        return i64(text._tail[i64(0)]) - i64(code)
    return _order_of_more(text, code)


@noinline
def _order_of_more(text: str, code: u8) -> i64:
    if text._length == 0:
        return i64(-1)
    first = char_at(text, i64(0))
    return text._length - 1 if first == u32(code) else i64(first) - i64(code)


def _equal_bytes(a: str, b: str) -> bool:
    x = tail_address(a)
    y = tail_address(b)
    left = a._length * a._kind
    while left >= 8:
        if load64(x) != load64(y):
            return False
        x = x + 8
        y = y + 8
        left = left - 8
    # the bytes of the last word; the objects' cells hold all of it
    return left == 0 or (load64(x) ^ load64(y)) << u64(64 - left * 8) == 0


def compare(a: str, b: str) -> i64:
    """Negative, 0 or positive, by code points."""
    count = a._length
    if b._length < count:
        count = b._length
    if a._kind == 1 and b._kind == 1:
        if count > 0:
            # The first eight bytes; where there are fewer, the objects' cells hold all of a word.
            unused = u64(64 - count * 8) if count < 8 else u64(0)
            x = byte_swapped(load64(tail_address(a))) >> unused
            y = byte_swapped(load64(tail_address(b))) >> unused
            if x != y:
                return i64(-1) if x < y else i64(1)
            if count > 8:
                sign = compare_memory(tail_address(a) + 8, tail_address(b) + 8, u64(count - 8))
                if sign != 0:
                    return i64(sign)
    else:
        i = i64(0)
        while i < count:
            one = char_at(a, i)
            other = char_at(b, i)
            if one != other:
                return i64(one) - i64(other)
            i = i + 1
    return a._length - b._length


def equal_at(text: str, at: i64, part: str) -> bool:
    """text[at:at + len(part)] == part, where the range lies inside text."""
    count = part._length
    if part._kind > text._kind:
        return False
    if part._kind == text._kind:
        kind = u64(text._kind)
        return compare_memory(tail_address(text) + u64(at) * kind, tail_address(part), u64(count) * kind) == 0
    i = i64(0)
    while i < count:
        if char_at(text, at + i) != char_at(part, i):
            return False
        i = i + 1
    return True


def is_ascii(text: str) -> bool:
    if text._kind != 1:
        return False
    i = i64(0)
    address = tail_address(text)
    while i + 8 <= text._length:
        if load64(address + u64(i)) & 0x8080808080808080 != 0:
            return False
        i = i + 8
    left = u64(text._length - i)  # the bytes of the last word; the object's cell holds all of it
    return left == 0 or load64(address + u64(i)) & 0x8080808080808080 & ((u64(1) << (left * 8)) - 1) == 0


def translated(to: u64, source: u64, count: i64, known: Array[u32]) -> i64:
    """Store what the table has, less 1, for each byte; how many there are before one it has no byte for."""
    table = tail_address(known)
    i = u64(0)
    while i < u64(count):
        made = load32(table + u64(load8(source + i)) * 4) - 1
        if made > 255:  # 0 is what is not known
            break
        store8(to + i, u8(made))
        i = i + 1
    keep_alive(known)
    return i64(i)


def short_decimal(text: str) -> i64:
    """The number, when the text is 1 to 18 ASCII digits and nothing else; otherwise -1."""
    length = text._length
    if text._kind != 1 or u64(length) - 1 >= 18:
        return i64(-1)
    number = i64(0)
    i = i64(0)
    while i < length:
        digit = text._tail[i] - 48
        if digit > 9:
            return i64(-1)
        number = number * 10 + i64(digit)
        i = i + 1
    return number


class TextBuilder:
    """Collects code points; the buffer widens when a wider code point arrives."""

    def __init__(self, expected: i64) -> None:
        capacity = expected
        if capacity < 16:
            capacity = i64(16)
        self._buffer = new_text(capacity, i64(1))
        self._count = i64(0)

    @inline
    def add(self, code: u32) -> None:
        buffer = self._buffer
        if buffer._kind == 1 and code < 256 and self._count < buffer._length:
            buffer._tail[self._count] = u8(code)
            self._count = self._count + 1
        else:
            self.put(code)

    @noinline
    def put(self, code: u32) -> None:
        """As `add`, where the size of the code matters more."""
        buffer = self._buffer
        if self._count == buffer._length or kind_for(code) > buffer._kind:
            self._reserve(i64(1), kind_for(code))
        set_char(self._buffer, self._count, code)
        self._count = self._count + 1

    def add_text(self, text: str) -> None:
        buffer = self._buffer
        if buffer._kind == 1 and text._kind == 1 and self._count + text._length <= buffer._length:
            self._count = _put_narrow(tail_address(buffer), self._count, buffer._length, text)
        else:
            self.add_range(text, i64(0), text._length)

    @inline
    def room(self, count: i64) -> u64:
        """Where so many Latin-1 characters may be written, and then `wrote`; 0 when the buffer is wide."""
        buffer = self._buffer
        if buffer._kind == 1 and self._count + count <= buffer._length:
            return tail_address(buffer) + u64(self._count)
        return self._more_room(count)

    @noinline
    def _more_room(self, count: i64) -> u64:
        self._reserve(count, i64(1))
        return tail_address(self._buffer) + u64(self._count) if self._buffer._kind == 1 else u64(0)

    @inline
    def wrote(self, count: i64) -> None:
        self._count = self._count + count

    @inline
    def add_short(self, text: str) -> None:
        """As `add_text`, for what is seldom longer than eight characters and not just made."""
        if text._kind == 1 and text._length <= 8:
            address = self.room(i64(8))
            if address != 0:
                store64(address, load64(tail_address(text)))
                self._count = self._count + text._length
                return
        self.add_text(text)

    def add_range(self, text: str, start: i64, end: i64) -> None:
        """Append text[start:end]; the bounds are in range."""
        buffer = self._buffer
        count = end - start
        if buffer._kind == 1 and text._kind == 1 and self._count + count <= buffer._length:
            address = tail_address(buffer) + u64(self._count)
            copy_memory(address, tail_address(text) + u64(start), u64(count))
            self._count = self._count + count
        elif count > 0:
            self._reserve(count, text._kind)
            copy_chars(self._buffer, self._count, text, start, count)
            self._count = self._count + count

    @noinline
    def _reserve(self, more: i64, kind: i64) -> None:
        buffer = self._buffer
        capacity = buffer._length
        if kind < buffer._kind:
            kind = buffer._kind
        if self._count + more <= capacity and kind == buffer._kind:
            return
        if self._count + more > capacity:
            capacity = (self._count + more) * 3 // 2 + 16
        wider = new_text(capacity, kind)
        copy_chars(wider, i64(0), buffer, i64(0), self._count)
        self._buffer = wider

    def finish(self) -> str:
        """The text; its kind is made minimal.  Nothing is added after it."""
        buffer = self._buffer
        count = self._count
        if buffer._kind == 1 and count >= 1024 and count * 4 >= buffer._length * 3:
            self._buffer = ""
            buffer._length = count  # long, and little room is wasted: no copy
            return buffer
        return shrunk(buffer, count)


def shrunk(buffer: str, count: i64) -> str:
    """The first `count` code points as a string of minimal kind."""
    if count == 0:
        return ""
    if count == 1:
        return char_string(buffer, i64(0))
    kind = buffer._kind
    if kind != 1:
        kind = kind_for(highest_char(buffer, i64(0), count))
    result = new_text(count, kind)
    copy_chars(result, i64(0), buffer, i64(0), count)
    return result
