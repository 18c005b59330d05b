"""Searching in strings and bytes."""

from __future__ import annotations

from mirage.lowlevel import (
    Array,
    compare_memory,
    i64,
    inline,
    load8,
    load16,
    load32,
    load64,
    noinline,
    store8,
    store64,
    tail_address,
    u8,
    u32,
    u64,
)
from mirage.runtime.text import (
    TextBuilder,
    char_at,
    copy_chars,
    equal_at,
    new_text,
    substring,
    unchanged,
)


def find_byte(address: u64, start: i64, end: i64, value: u8) -> i64:
    """The index of the first byte equal to `value` in [start, end), or -1."""
    i = start
    pattern = u64(value) * 0x0101010101010101
    while i + 8 <= end:
        word = load64(address + u64(i)) ^ pattern
        found = (word - 0x0101010101010101) & ~word & 0x8080808080808080
        if found != 0:
            return i + first_marked(found)
        i = i + 8
    while i < end:
        if load8(address + u64(i)) == value:
            return i
        i = i + 1
    return i64(-1)


@inline
def first_marked(found: u64) -> i64:
    """Which byte of a word is the lowest whose highest bit is set; the other bits are not."""
    below = ((found & -found) - 1) & 0x0101010101010101
    return i64(below * 0x0101010101010101 >> 56) - 1


def plain_end(address: u64, start: i64, end: i64, least: u8) -> i64:
    """The index of the first byte in [start, end) that is not in range(least, 128), or `end`."""
    i = start
    pattern = u64(least) * 0x0101010101010101
    while i + 8 <= end:
        word = load64(address + u64(i))
        found = ((word - pattern) | word) & 0x8080808080808080  # exact up to the first
        if found != 0:
            return i + first_marked(found)
        i = i + 8
    while i < end:
        byte = load8(address + u64(i))
        if byte < least or byte > 127:
            return i
        i = i + 1
    return end


@inline
def special(word: u64) -> u64:
    """Marks the bytes of a word that need an escape in a JSON string; exact up to the first."""
    found = (word - 0x2020202020202020) | word | (word + 0x0101010101010101)  # control characters, 127...
    found = found | ((word ^ 0x2222222222222222) - 0x0101010101010101)  # quotes
    found = found | ((word ^ 0x5C5C5C5C5C5C5C5C) - 0x0101010101010101)  # backslashes
    return found & 0x8080808080808080


def writable_end(text: str, start: i64, end: i64) -> i64:
    """For json: an index up to which no character of text[start:end] needs an escape (in Latin-1)."""
    i = start
    if text._kind != 1:
        return i
    address = tail_address(text)
    while i + 8 <= end:
        found = special(load64(address + u64(i)))
        if found != 0:
            return i + first_marked(found)
        i = i + 8
    while i < end:
        byte = load8(address + u64(i))
        if byte < 32 or byte == 34 or byte == 92 or byte >= 127:
            return i
        i = i + 1
    return end


def readable_end(text: str, start: i64, end: i64) -> i64:
    """The same for what ends a stretch of a JSON string: quotes, backslashes and control characters."""
    i = start
    if text._kind != 1:
        return i
    address = tail_address(text)
    while i + 8 <= end:
        word = load64(address + u64(i))
        quote = word ^ 0x2222222222222222
        slash = word ^ 0x5C5C5C5C5C5C5C5C
        found = (word - 0x2020202020202020) & ~word
        found = found | ((quote - 0x0101010101010101) & ~quote) | ((slash - 0x0101010101010101) & ~slash)
        found = found & 0x8080808080808080  # exact up to the first
        if found != 0:
            return i + first_marked(found)
        i = i + 8
    while i < end:
        byte = load8(address + u64(i))
        if byte < 32 or byte == 34 or byte == 92:
            return i
        i = i + 1
    return end


def has_byte(text: str, value: u8) -> bool:
    """A string of bytes holds the character."""
    length = text._length
    if length > 16:
        return find_byte(tail_address(text), i64(0), length, value) >= 0
    i = i64(0)
    while i < length:
        if text._tail[i] == value:
            return True
        i = i + 1
    return False


def find_bytes(hay: u64, start: i64, end: i64, needle: u64, size: i64) -> i64:
    """The first index in [start, end - size] where `needle` occurs, or -1.

    Eight places at once are looked at for the needle's first and last byte: both are seldom right.
    """
    if size <= 1:
        if size == 1:
            return find_byte(hay, start, end, load8(needle))
        return start if start <= end else i64(-1)
    places = end - size + 1  # the needle begins before
    first = load8(needle)
    last = load8(needle + u64(size) - 1)
    firsts = u64(first) * 0x0101010101010101
    lasts = u64(last) * 0x0101010101010101
    ends = hay + u64(size) - 1
    i = start
    while i + 8 <= places:
        differ = (load64(hay + u64(i)) ^ firsts) | (load64(ends + u64(i)) ^ lasts)
        found = (differ - 0x0101010101010101) & ~differ & 0x8080808080808080  # exact up to the first
        while found != 0:
            at = i + first_marked(found)
            if _is_at(hay + u64(at), needle, size):
                return at
            found = found & (found - 1)
        i = i + 8
    while i < places:
        if load8(hay + u64(i)) == first and load8(ends + u64(i)) == last:
            if _is_at(hay + u64(i), needle, size):
                return i
        i = i + 1
    return i64(-1)


@inline
def _is_at(address: u64, needle: u64, size: i64) -> bool:
    """The memory at an address is the needle, of two bytes or more."""
    return load16(address) == load16(needle) and compare_memory(address, needle, u64(size)) == 0


def rfind_bytes(hay: u64, start: i64, end: i64, needle: u64, size: i64) -> i64:
    """The last index in [start, end - size] where `needle` occurs, or -1."""
    if start > end - size:
        return i64(-1)
    if size == 0:
        return end
    first = load8(needle)
    last = load8(needle + u64(size) - 1)
    firsts = u64(first) * 0x0101010101010101
    lasts = u64(last) * 0x0101010101010101
    ends = hay + u64(size) - 1
    i = end - size
    while True:
        while i - 7 >= start:
            differ = (load64(hay + u64(i) - 7) ^ firsts) | (load64(ends + u64(i) - 7) ^ lasts)
            if (differ - 0x0101010101010101) & ~differ & 0x8080808080808080 != 0:
                break
            i = i - 8
        stop = i - 7 if i - 7 > start else start
        while i >= stop:
            if load8(hay + u64(i)) == first and load8(ends + u64(i)) == last:
                if size <= 2 or compare_memory(hay + u64(i), needle, u64(size)) == 0:
                    return i
            i = i - 1
        if i < start:
            return i64(-1)


def find(text: str, part: str, start: i64, end: i64) -> i64:
    """The first index where `part` lies inside text[start:end], or -1; bounds are clamped."""
    if start > end or part._length > end - start:
        return i64(-1)
    if text._kind == 1:
        if part._kind != 1:
            return i64(-1)
        return find_bytes(tail_address(text), start, end, tail_address(part), part._length)
    return _find_wide(text, part, start, end)


@noinline
def _find_wide(text: str, part: str, start: i64, end: i64) -> i64:
    last = end - part._length
    if part._length == 0:
        return start
    first = char_at(part, i64(0))
    final = char_at(part, part._length - 1)
    address = tail_address(text)
    i = start
    while i <= last:
        if text._kind == 2:
            while i <= last and u32(load16(address + u64(i) * 2)) != first:
                i = i + 1
        else:
            while i <= last and load32(address + u64(i) * 4) != first:
                i = i + 1
        if i > last:
            break
        if part._length == 1 or (char_at(text, i + part._length - 1) == final and equal_at(text, i, part)):
            return i
        i = i + 1
    return i64(-1)


def rfind(text: str, part: str, start: i64, end: i64) -> i64:
    if start > end:
        return i64(-1)
    if text._kind == 1:
        if part._kind != 1:
            return i64(-1)
        return rfind_bytes(tail_address(text), start, end, tail_address(part), part._length)
    i = end - part._length
    while i >= start:
        if equal_at(text, i, part):
            return i
        i = i - 1
    return i64(-1)


def count(text: str, part: str, start: i64, end: i64) -> i64:
    """Occurrences that do not overlap."""
    if start > end:
        return i64(0)
    if part._length == 0:
        return end - start + 1
    if part._length == 1 and text._kind == 1:
        return count_byte(tail_address(text), start, end, part._tail[i64(0)]) if part._kind == 1 else i64(0)
    found = i64(0)
    i = find(text, part, start, end)
    while i >= 0:
        found = found + 1
        i = find(text, part, i + part._length, end)
    return found


def count_byte(address: u64, start: i64, end: i64, value: u8) -> i64:
    """How many bytes in [start, end) are equal to `value`."""
    found = u64(0)
    i = start
    pattern = u64(value) * 0x0101010101010101
    while i + 8 <= end:
        word = load64(address + u64(i)) ^ pattern
        other = ((word & 0x7F7F7F7F7F7F7F7F) + 0x7F7F7F7F7F7F7F7F | word) >> 7 & 0x0101010101010101
        found = found + 8 - (other * 0x0101010101010101 >> 56)
        i = i + 8
    while i < end:
        if load8(address + u64(i)) == value:
            found = found + 1
        i = i + 1
    return i64(found)


def replace(text: str, old: str, new: str, limit: i64) -> str:
    """Replace the first `limit` occurrences (all when negative)."""
    if limit == 0:
        return unchanged(text)
    if old._length == 0:
        return _interleave(text, new, limit)
    i = find(text, old, i64(0), text._length)
    if i < 0:
        return unchanged(text)
    if old._length == new._length and text._kind == 1 and new._kind == 1:
        return _replace_in_place(text, old, new, limit, i)
    builder = TextBuilder(text._length + new._length)
    at = i64(0)
    while i >= 0 and limit != 0:
        builder.add_range(text, at, i)
        builder.add_text(new)
        at = i + old._length
        limit = limit - 1
        i = find(text, old, at, text._length)
    builder.add_range(text, at, text._length)
    return builder.finish()


def _replace_in_place(text: str, old: str, new: str, limit: i64, first: i64) -> str:
    result = new_text(text._length, i64(1))
    if old._length == 1 and limit < 0:
        before = old._tail[i64(0)]
        after = new._tail[i64(0)]
        source = tail_address(text)
        address = tail_address(result)
        at = u64(0)
        while at < u64(text._length):
            byte = load8(source + at)
            store8(address + at, after if byte == before else byte)
            at = at + 1
        return result
    copy_chars(result, i64(0), text, i64(0), text._length)
    i = first
    while i >= 0 and limit != 0:
        copy_chars(result, i, new, i64(0), new._length)
        limit = limit - 1
        i = find(text, old, i + old._length, text._length)
    return result


def _interleave(text: str, new: str, limit: i64) -> str:
    builder = TextBuilder(text._length * (new._length + 1) + new._length)
    i = i64(0)
    while i <= text._length:
        if limit != 0:
            builder.add_text(new)
            limit = limit - 1
        if i < text._length:
            builder.add(char_at(text, i))
        i = i + 1
    return builder.finish()


def is_space(code: u32) -> bool:
    """str.isspace of one code point (Unicode White_Space and bidirectional types WS, B, S)."""
    if code < 128:
        return code == 32 or (code >= 9 and code <= 13) or (code >= 28 and code <= 31)
    if code < 0x1680:
        return code == 0x85 or code == 0xA0
    return (
        code == 0x1680
        or (code >= 0x2000 and code <= 0x200A)
        or code == 0x2028
        or code == 0x2029
        or code == 0x202F
        or code == 0x205F
        or code == 0x3000
    )


def is_line_end(code: u32) -> bool:
    """Where str.splitlines splits."""
    if code < 128:
        return (code >= 10 and code <= 13) or (code >= 28 and code <= 30)
    return code == 0x85 or code == 0x2028 or code == 0x2029


def contains_char(text: str, code: u32) -> bool:
    if text._kind == 1:
        if code > 255:
            return False
        return find_byte(tail_address(text), i64(0), text._length, u8(code)) >= 0
    i = i64(0)
    while i < text._length:
        if char_at(text, i) == code:
            return True
        i = i + 1
    return False


def stripped(text: str, chars: str | None, left: bool, right: bool) -> str:
    start = i64(0)
    end = text._length
    if left:
        while start < end and _strips(text, start, chars):
            start = start + 1
    if right:
        while end > start and _strips(text, end - 1, chars):
            end = end - 1
    return substring(text, start, end)


@inline
def _strips(text: str, index: i64, chars: str | None) -> bool:
    code = char_at(text, index)
    if chars is None:
        return (code <= 32 or code >= 127) and is_space(code)
    return contains_char(chars, code)


def split_space(text: str, limit: i64) -> list[str]:
    """str.split() at runs of white space, at most `limit` splits (any number when negative)."""
    if text._kind == 1 and limit < 0:
        return _split_narrow(text)
    result: list[str] = []
    length = text._length
    i = i64(0)
    while True:
        while i < length and is_space(char_at(text, i)):
            i = i + 1
        if i >= length:
            return result
        if limit == 0:
            result._push(substring(text, i, length))
            return result
        limit = limit - 1
        start = i
        while i < length and not _separates(char_at(text, i)):
            i = i + 1
        result._push(substring(text, start, i))


@inline
def _separates(code: u32) -> bool:
    """is_space, where most characters are letters."""
    return (code <= 32 or code >= 127) and is_space(code)


@inline
def _space_byte(byte: u8) -> bool:
    """is_space in Latin-1."""
    return byte == 32 or byte - 9 < 5 or byte - 28 < 4 or byte == 0x85 or byte == 0xA0


def _split_narrow(text: str) -> list[str]:
    """A text of bytes at all its white space; there is room for about as many words as a long one has."""
    address = tail_address(text)
    end = address + u64(text._length)
    result: list[str] = []
    if text._length > 64:
        result._expect(_about_words(address, end))
    at = address
    while True:
        while at < end and _space_byte(load8(at)):
            at = at + 1
        if at == end:
            return result
        start = at
        while True:
            if at + 8 <= end:
                word = load64(at)
                found = (word - 0x2121212121212121 | word) & 0x8080808080808080  # exact up to the first
                if found == 0:
                    at = at + 8
                    continue
                at = at + u64(first_marked(found))
            if at == end or _space_byte(load8(at)):
                break
            at = at + 1
        size = at - start
        if size - 2 < 7 and start + 8 <= end:
            piece = new_text(i64(size), i64(1))
            store64(tail_address(piece), load64(start) & (u64(0) - 1 >> 64 - size * 8))
            result._push(piece)
        else:
            result._push(substring(text, i64(start - address), i64(at - address)))


def _about_words(at: u64, end: u64) -> i64:
    """One more than the blanks after something else, as words of memory show them."""
    words = u64(0)
    while at + 8 <= end:
        word = load64(at)
        dark = (word & 0x7F7F7F7F7F7F7F7F) + 0x5F5F5F5F5F5F5F5F | word  # marks what is above a blank
        starts = (~dark & (dark << 8 | 128)) >> 7 & 0x0101010101010101
        words = words + (starts * 0x0101010101010101 >> 56)
        at = at + 8
    return i64(words) + 1


def rsplit_space(text: str, limit: i64) -> list[str]:
    result: list[str] = []
    i = text._length
    while True:
        while i > 0 and is_space(char_at(text, i - 1)):
            i = i - 1
        if i == 0:
            break
        if limit == 0:
            result._push(substring(text, i64(0), i))
            break
        limit = limit - 1
        end = i
        while i > 0 and not is_space(char_at(text, i - 1)):
            i = i - 1
        result._push(substring(text, i, end))
    result.reverse()
    return result


def split_by(text: str, separator: str, limit: i64) -> list[str]:
    result: list[str] = []
    if separator._length == 1 and text._length > 64 and limit < 0:
        result._expect(count(text, separator, i64(0), text._length) + 1)
    at = i64(0)
    while limit != 0:
        i = find(text, separator, at, text._length)
        if i < 0:
            break
        result._push(substring(text, at, i))
        at = i + separator._length
        limit = limit - 1
    result._push(substring(text, at, text._length))
    return result


def rsplit_by(text: str, separator: str, limit: i64) -> list[str]:
    result: list[str] = []
    end = text._length
    while limit != 0:
        i = rfind(text, separator, i64(0), end)
        if i < 0:
            break
        result._push(substring(text, i + separator._length, end))
        end = i
        limit = limit - 1
    result._push(substring(text, i64(0), end))
    result.reverse()
    return result


def split_lines(text: str, keep: bool) -> list[str]:
    result: list[str] = []
    length = text._length
    narrow = text._kind == 1
    i = i64(0)
    while i < length:
        start = i
        while i < length:
            if narrow:
                i = plain_end(tail_address(text), i, length, u8(32))
                if i == length:
                    break
            if is_line_end(char_at(text, i)):
                break
            i = i + 1
        end = i
        if i < length:
            if char_at(text, i) == 13 and i + 1 < length and char_at(text, i + 1) == 10:
                i = i + 1
            i = i + 1
            if keep:
                end = i
        result._push(substring(text, start, end))
    return result


def expand_tabs(text: str, size: i64) -> str:
    builder = TextBuilder(text._length + 8)
    column = i64(0)
    i = i64(0)
    while i < text._length:
        code = char_at(text, i)
        if code == 9:
            if size > 0:
                spaces = size - column % size
                column = column + spaces
                while spaces > 0:
                    builder.add(u32(32))
                    spaces = spaces - 1
        else:
            builder.add(code)
            column = column + 1
            if code == 10 or code == 13:
                column = i64(0)
        i = i + 1
    return builder.finish()


def strings_of(parts: list[str]) -> Array[str]:
    """The list's storage, for `join_array`."""
    return parts._items
