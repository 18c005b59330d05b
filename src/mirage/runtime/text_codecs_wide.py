"""UTF-16 and UTF-32: text to bytes and back, with CPython's error handlers."""

from __future__ import annotations

from mirage.lowlevel import (
    copy_memory,
    i64,
    inline,
    keep_alive,
    load8,
    load16,
    load32,
    load64,
    new_with_tail,
    some_literal_has,
    store8,
    store16,
    store32,
    store64,
    tail_address,
    u8,
    u16,
    u32,
    u64,
)
from mirage.runtime.text import TextBuilder, char_at, new_text
from mirage.runtime.text_codecs import BytesBuilder, code_of, decode_error, escaped, half_words


def _add_unit(builder: BytesBuilder, value: u32, size: i64, big: bool) -> None:
    i = i64(0)
    while i < size:
        shift = i
        if big:
            shift = size - 1 - i
        builder.add(u8(value >> u32(shift * 8)))
        i = i + 1


def encode_wide(text: str, size: i64, big: bool, mark: bool, encoding: str, errors: str) -> bytes:
    if not has_surrogates(text):
        return _encode_units(text, size, big, mark)
    builder = BytesBuilder(text._length * size + 4)
    if mark:
        _add_unit(builder, u32(0xFEFF), size, big)
    i = i64(0)
    while i < text._length:
        code = char_at(text, i)
        if code >= 0xD800 and code < 0xE000 and errors != "surrogatepass":
            i = _wide_error(builder, text, i, size, big, encoding, errors)
            continue
        elif size == 2 and code >= 0x10000:
            code = code - 0x10000
            _add_unit(builder, (code >> 10) + 0xD800, size, big)
            _add_unit(builder, (code & 0x3FF) + 0xDC00, size, big)
        else:
            _add_unit(builder, code, size, big)
        i = i + 1
    return builder.finish()


def has_surrogates(text: str) -> bool:
    address = tail_address(text)
    end = address + u64(text._length * text._kind)
    if text._kind == 2:
        return surrogates_in(address, end)
    if text._kind == 4:
        while address < end:
            if load32(address) - 0xD800 < 0x800:
                return True
            address = address + 4
    return False


def surrogates_in(at: u64, end: u64) -> bool:
    """Whether a half-word in the memory is a surrogate."""
    while at + 8 <= end:
        word = (load64(at) & 0xF800F800F800F800) ^ 0xD800D800D800D800
        if (word - 0x0001000100010001) & ~word & 0x8000800080008000 != 0:
            return True
        at = at + 8
    while at < end:
        if u32(load16(at)) - 0xD800 < 0x800:
            return True
        at = at + 2
    return False


@inline
def _swapped(unit: u32, big: bool) -> u16:
    return u16(unit << 8 | unit >> 8 & 0xFF if big else unit)


def _encode_units(text: str, size: i64, big: bool, mark: bool) -> bytes:
    """UTF-16 or UTF-32 of a text in which all can be encoded."""
    kind = text._kind
    address = tail_address(text)
    length = u64(text._length)
    units = length + (u64(1) if mark else u64(0))
    i = u64(0)
    if kind == 4 and size == 2:
        while i < length:
            if load32(address + i * 4) >= 0x10000:
                units = units + 1
            i = i + 1
    result = new_with_tail(bytes, i64(units) * size)
    to = tail_address(result)
    if mark:
        if size == 2:
            store16(to, _swapped(u32(0xFEFF), big))
        else:
            store32(to, u32(0xFFFE0000) if big else u32(0xFEFF))
        to = to + u64(size)
    i = u64(0)
    if kind == size and not big:
        copy_memory(to, address, length * u64(size))
        i = length
    elif kind == 1 and size == 2 and not big:
        while i + 8 <= length:
            word = load64(address + i)
            store64(to, half_words(word))
            store64(to + 8, half_words(word >> 32))
            to = to + 16
            i = i + 8
    while i < length:
        code = code_of(address, i, kind)
        if size == 4:
            first = _swapped(code >> 16, big)
            second = _swapped(code, big)
            store16(to, first if big else second)
            store16(to + 2, second if big else first)
            to = to + 4
        elif code < 0x10000:
            store16(to, _swapped(code, big))
            to = to + 2
        else:
            store16(to, _swapped((code - 0x10000 >> 10) + 0xD800, big))
            store16(to + 2, _swapped((code & 0x3FF) + 0xDC00, big))
            to = to + 4
        i = i + 1
    keep_alive(text)
    return result


def _wide_error(
    builder: BytesBuilder, text: str, at: i64, size: i64, big: bool, encoding: str, errors: str
) -> i64:
    """Handle the surrogate at `at`; returns where to go on."""
    shown = ""
    if errors == "strict" or errors == "surrogateescape":
        raise UnicodeEncodeError(encoding, text, int(at), int(at + 1), "surrogates not allowed")
    if errors == "replace":
        shown = "?"
    elif errors == "backslashreplace":
        shown = escaped(char_at(text, at))
    elif errors == "xmlcharrefreplace":
        shown = "&#" + str(int(char_at(text, at))) + ";"
    elif some_literal_has("namereplace") and errors == "namereplace":
        shown = escaped(char_at(text, at))  # surrogates have no names
    elif errors != "ignore":
        raise LookupError("unknown error handler name '" + errors + "'")
    i = i64(0)
    while i < shown._length:
        _add_unit(builder, char_at(shown, i), size, big)
        i = i + 1
    return at + 1


def decode_utf16(address: u64, size: i64, start: i64, big: bool, encoding: str, errors: str) -> str:
    if size & 1 == 0 and size > start and not big:
        whole = _from_half_words(address + u64(start), (size - start) >> 1)
        if whole is not None:
            return whole
    builder = TextBuilder(size // 2)
    i = start
    while i < size:
        if i + 1 >= size:
            i = decode_error(builder, address, size, i, size, encoding, "truncated data", errors)
            continue
        code = _unit16(address, i, big)
        if code >= 0xD800 and code < 0xE000 and errors == "surrogatepass":
            paired = False
            if code < 0xDC00 and i + 3 < size:
                second = _unit16(address, i + 2, big)
                paired = second >= 0xDC00 and second < 0xE000
            if not paired:
                builder.add(code)
                i = i + 2
                continue
        if code >= 0xD800 and code < 0xDC00:
            if i + 3 >= size:
                i = decode_error(builder, address, size, i, size, encoding, "unexpected end of data", errors)
                continue
            low = _unit16(address, i + 2, big)
            if low < 0xDC00 or low > 0xDFFF:
                i = decode_error(
                    builder, address, size, i, i + 2, encoding, "illegal UTF-16 surrogate", errors
                )
                continue
            builder.add(((code - 0xD800) << 10) + (low - 0xDC00) + 0x10000)
            i = i + 4
        elif code >= 0xDC00 and code < 0xE000:
            i = decode_error(builder, address, size, i, i + 2, encoding, "illegal encoding", errors)
        else:
            builder.add(code)
            i = i + 2
    return builder.finish()


def _from_half_words(address: u64, count: i64) -> str | None:
    """A text of characters that lie in memory as half-words; None where one is a surrogate."""
    end = address + u64(count) * 2
    at = address
    bits = u64(0)
    while at + 8 <= end:
        bits = bits | load64(at)
        at = at + 8
    while at < end:
        bits = bits | u64(load16(at))
        at = at + 2
    if bits & 0xFF00FF00FF00FF00 != 0:
        if surrogates_in(address, end):
            return None
        result = new_text(count, i64(2))
        copy_memory(tail_address(result), address, u64(count) * 2)
        return result
    result = new_text(count, i64(1))
    to = tail_address(result)
    at = address
    while at + 8 <= end:
        word = load64(at)
        word = (word | word >> 8) & 0x0000FFFF0000FFFF
        store32(to, u32(word | word >> 16))
        to = to + 4
        at = at + 8
    while at < end:
        store8(to, load8(at))
        to = to + 1
        at = at + 2
    return result


def decode_utf32(address: u64, size: i64, start: i64, big: bool, encoding: str, errors: str) -> str:
    builder = TextBuilder(size // 4)
    i = start
    while i < size:
        if i + 3 >= size:
            i = decode_error(builder, address, size, i, size, encoding, "truncated data", errors)
            continue
        code = unit32(address, i, big)
        if code > 0x10FFFF:
            i = decode_error(
                builder, address, size, i, i + 4, encoding, "code point not in range(0x110000)", errors
            )
        elif code >= 0xD800 and code < 0xE000 and errors != "surrogatepass":
            reason = "code point in surrogate code point range(0xd800, 0xe000)"
            i = decode_error(builder, address, size, i, i + 4, encoding, reason, errors)
        else:
            builder.add(code)
            i = i + 4
    return builder.finish()


def unit32(address: u64, at: i64, big: bool) -> u32:
    first = _unit16(address, at, big)
    second = _unit16(address, at + 2, big)
    if big:
        return first << 16 | second
    return second << 16 | first


def _unit16(address: u64, at: i64, big: bool) -> u32:
    first = u32(load8(address + u64(at)))
    second = u32(load8(address + u64(at) + 1))
    if big:
        return first << 8 | second
    return second << 8 | first
