"""Text to bytes and back: UTF-8, ASCII and Latin-1 with CPython's error handlers."""

from __future__ import annotations

from mirage.lowlevel import (
    Array,
    copy_memory,
    i64,
    inline,
    keep_alive,
    load8,
    load16,
    load32,
    load64,
    new_with_tail,
    noinline,
    some_literal_has,
    some_literal_is,
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
from mirage.runtime.text import TextBuilder, char_at, is_ascii, kind_for, new_text
from mirage.runtime.text_search import first_marked


class BytesBuilder:
    """A growing run of bytes."""

    def __init__(self, expected: i64) -> None:
        if expected < 16:
            expected = i64(16)
        self._buffer: Array[u8] = Array(expected)
        self._count = i64(0)

    def add(self, byte: u8) -> None:
        if self._count == self._buffer.count:
            self._grow(i64(1))
        self._buffer[self._count] = byte
        self._count = self._count + 1

    def add_memory(self, address: u64, size: i64) -> None:
        if self._count + size > self._buffer.count:
            self._grow(size)
        copy_memory(tail_address(self._buffer) + u64(self._count), address, u64(size))
        self._count = self._count + size

    def add_bytes(self, data: bytes) -> None:
        self.add_memory(tail_address(data), data._tail.count)

    def _grow(self, more: i64) -> None:
        wider: Array[u8] = Array((self._count + more) * 3 // 2 + 16)
        wider.copy_from(i64(0), self._buffer, i64(0), self._count)
        self._buffer = wider

    def finish(self) -> bytes:
        return bytes_from(tail_address(self._buffer), self._count)


def bytes_from(address: u64, size: i64) -> bytes:
    """A bytes object of a copy of the memory."""
    if size == 0:
        return b""
    result = new_with_tail(bytes, size)
    copy_memory(tail_address(result), address, u64(size))
    return result


def text_from_latin1(address: u64, size: i64) -> str:
    if size == 0:
        return ""
    result = new_text(size, i64(1))
    copy_memory(tail_address(result), address, u64(size))
    return result


def normalised(encoding: str) -> str:
    """The codec's name as the functions below compare it: lower case, only letters and digits."""
    if encoding == "utf-8":
        return "utf8"
    if encoding == "latin-1":
        return "latin1"
    if encoding == "ascii":
        return encoding
    builder = TextBuilder(encoding._length)
    i = i64(0)
    while i < encoding._length:
        code = char_at(encoding, i)
        if code >= 65 and code <= 90:
            builder.add(code + 32)
        elif (code >= 97 and code <= 122) or (code >= 48 and code <= 57):
            builder.add(code)
        i = i + 1
    return builder.finish()


def encode(text: str, encoding: str, errors: str) -> bytes:
    from mirage.runtime import text_codecs_wide

    name = normalised(encoding)
    if name == "utf8" or name == "u8" or name == "utf" or name == "cp65001":
        return encode_utf8(text, errors)
    if name == "ascii" or name == "usascii" or name == "646":
        return _encode_narrow(text, u32(128), "ascii", errors)
    if name == "latin1" or name == "iso88591" or name == "l1" or name == "latin" or name == "88591":
        return _encode_narrow(text, u32(256), "latin-1", errors)
    if name == "utf8sig":
        return b"\xef\xbb\xbf" + encode_utf8(text, errors)
    if name == "utf16le":
        return text_codecs_wide.encode_wide(text, i64(2), False, False, "utf-16-le", errors)
    if name == "utf16be":
        return text_codecs_wide.encode_wide(text, i64(2), True, False, "utf-16-be", errors)
    if name == "utf16":
        return text_codecs_wide.encode_wide(text, i64(2), False, True, "utf-16", errors)
    if name == "utf32le":
        return text_codecs_wide.encode_wide(text, i64(4), False, False, "utf-32-le", errors)
    if name == "utf32be":
        return text_codecs_wide.encode_wide(text, i64(4), True, False, "utf-32-be", errors)
    if name == "utf32":
        return text_codecs_wide.encode_wide(text, i64(4), False, True, "utf-32", errors)
    rare = _rare(name, encoding)
    if rare == 1:
        from mirage.runtime import text_codecs_escapes

        return text_codecs_escapes.encode_utf7(text)
    if rare == 4:
        from mirage.runtime import text_codecs_tables

        return text_codecs_tables.encode(text, text_codecs_tables.table(encoding), errors)
    if rare > 1:
        from mirage.runtime import text_codecs_escapes

        return text_codecs_escapes.encode_escapes(text, rare == 3)
    raise LookupError("unknown encoding: " + encoding)


def _rare(name: str, encoding: str) -> i64:
    """Of a codec that is in programs only of which a literal may be its name; 0: it is none of these."""
    if (
        some_literal_has("utf7")
        or some_literal_has("utf-7")
        or some_literal_has("UTF-7")
        or some_literal_has("u7")
    ):
        if name == "utf7" or name == "u7":
            return i64(1)
    if some_literal_has("nicode") or some_literal_has("NICODE"):
        if name == "unicodeescape":
            return i64(2)
        if name == "rawunicodeescape":
            return i64(3)
    if some_literal_is(
        "1250", "cp1250", "windows1250", "1251", "cp1251", "windows1251", "1252", "cp1252", "windows1252",
        "1253", "cp1253", "windows1253", "1254", "cp1254", "windows1254", "1257", "cp1257", "windows1257",
        "437", "cp437", "cspc8codepage437", "ibm437", "850", "cp850", "cspc850multilingual", "ibm850", "852",
        "cp852", "cspcp852", "ibm852", "858", "cp858", "csibm858", "ibm858", "866", "cp866", "csibm866",
        "ibm866", "csisolatin2", "iso88592", "iso885921987", "isoir101", "l2", "latin2",
        "csisolatincyrillic", "cyrillic", "iso88595", "iso885951988", "isoir144", "csisolatingreek",
        "ecma118", "elot928", "greek", "greek8", "iso88597", "iso885971987", "isoir126", "csisolatin5",
        "iso88599", "iso885991989", "isoir148", "l5", "latin5", "iso885913", "l7", "latin7", "iso885915",
        "l9", "latin9", "cskoi8r", "koi8r", "koi8u", "macintosh", "macroman",
    ):  # fmt: skip
        from mirage.runtime import text_codecs_tables

        if text_codecs_tables.table(encoding) != "":
            return i64(4)
    return i64(0)


def decode(address: u64, size: i64, encoding: str, errors: str) -> str:
    from mirage.runtime import text_codecs_wide

    name = normalised(encoding)
    if name == "utf8" or name == "u8" or name == "utf" or name == "cp65001":
        return decode_utf8(address, size, errors)
    if name == "ascii" or name == "usascii" or name == "646":
        return _decode_ascii(address, size, errors)
    if name == "latin1" or name == "iso88591" or name == "l1" or name == "latin" or name == "88591":
        return text_from_latin1(address, size)
    if name == "utf8sig":
        if size >= 3 and load8(address) == 0xEF and load8(address + 1) == 0xBB and load8(address + 2) == 0xBF:
            return decode_utf8(address + 3, size - 3, errors)
        return decode_utf8(address, size, errors)
    if name == "utf16le":
        return text_codecs_wide.decode_utf16(address, size, i64(0), False, "utf-16-le", errors)
    if name == "utf16be":
        return text_codecs_wide.decode_utf16(address, size, i64(0), True, "utf-16-be", errors)
    if name == "utf16":
        big = size >= 2 and load8(address) == 0xFE and load8(address + 1) == 0xFF
        little = size >= 2 and load8(address) == 0xFF and load8(address + 1) == 0xFE
        start = i64(0)
        if big or little:
            start = i64(2)
        return text_codecs_wide.decode_utf16(
            address, size, start, big, "utf-16-be" if big else "utf-16-le", errors
        )
    if name == "utf32le":
        return text_codecs_wide.decode_utf32(address, size, i64(0), False, "utf-32-le", errors)
    if name == "utf32be":
        return text_codecs_wide.decode_utf32(address, size, i64(0), True, "utf-32-be", errors)
    if name == "utf32":
        start = i64(0)
        big = False
        if size >= 4:
            mark = text_codecs_wide.unit32(address, i64(0), False)
            big = mark == 0xFFFE0000
            if big or mark == 0xFEFF:
                start = i64(4)
        return text_codecs_wide.decode_utf32(
            address, size, start, big, "utf-32-be" if big else "utf-32-le", errors
        )
    rare = _rare(name, encoding)
    if rare == 1:
        from mirage.runtime import text_codecs_escapes

        return text_codecs_escapes.decode_utf7(address, size, errors)
    if rare == 4:
        from mirage.runtime import text_codecs_tables

        return text_codecs_tables.decode(address, size, text_codecs_tables.table(encoding), errors)
    if rare > 1:
        from mirage.runtime import text_codecs_escapes

        return text_codecs_escapes.decode_escapes(address, size, rare == 3, errors)
    raise LookupError("unknown encoding: " + encoding)


def encode_utf8(text: str, errors: str) -> bytes:
    if is_ascii(text):
        return bytes_from(tail_address(text), text._length)
    return _encode_utf8_wide(text, errors)


@noinline
def _encode_utf8_wide(text: str, errors: str) -> bytes:
    kind = text._kind
    address = tail_address(text)
    length = u64(text._length)
    if kind == 1:
        return _encode_utf8_latin1(address, length)
    size = length
    i = u64(0)
    while i < length:
        code = code_of(address, i, kind)
        if code >= 0x80:
            size = size + 1
            if code >= 0x800:
                if code - 0xD800 < 0x800 and errors != "surrogatepass":
                    return _encode_utf8_slowly(text, errors)
                size = size + (2 if code >= 0x10000 else 1)
        i = i + 1
    result = new_with_tail(bytes, i64(size))
    to = tail_address(result)
    i = u64(0)
    while i < length:
        code = code_of(address, i, kind)
        if code < 0x80:
            store8(to, u8(code))
            to = to + 1
        elif code < 0x800:
            store8(to, u8(code >> 6 | 0xC0))
            store8(to + 1, u8(code & 0x3F | 0x80))
            to = to + 2
        elif code < 0x10000:
            store8(to, u8(code >> 12 | 0xE0))
            store8(to + 1, u8(code >> 6 & 0x3F | 0x80))
            store8(to + 2, u8(code & 0x3F | 0x80))
            to = to + 3
        else:
            store8(to, u8(code >> 18 | 0xF0))
            store8(to + 1, u8(code >> 12 & 0x3F | 0x80))
            store8(to + 2, u8(code >> 6 & 0x3F | 0x80))
            store8(to + 3, u8(code & 0x3F | 0x80))
            to = to + 4
        i = i + 1
    keep_alive(text)
    return result


def _encode_utf8_latin1(address: u64, length: u64) -> bytes:
    """Each character below 128 is a byte, each other one two; words of the first are copied whole."""
    size = length
    end = address + length
    at = address
    while at + 8 <= end:
        size = size + ((load64(at) >> 7 & 0x0101010101010101) * 0x0101010101010101 >> 56)
        at = at + 8
    while at < end:
        size = size + u64(load8(at) >> 7)
        at = at + 1
    result = new_with_tail(bytes, i64(size))
    to = tail_address(result)
    at = address
    while at < end:
        if at + 8 <= end:
            word = load64(at)
            store64(to, word)  # what comes after a character above 127 is written again
            marked = word & 0x8080808080808080
            plain = u64(8) if marked == 0 else u64(first_marked(marked))
            at = at + plain
            to = to + plain
            if marked == 0:
                continue
        code = load8(at)
        if code < 0x80:
            store8(to, code)
            to = to + 1
        else:
            store8(to, code >> 6 | 0xC0)
            store8(to + 1, code & 0x3F | 0x80)
            to = to + 2
        at = at + 1
    return result


@inline
def code_of(address: u64, index: u64, kind: i64) -> u32:
    """The code point at an index of a text of this kind."""
    if kind == 2:
        return u32(load16(address + index * 2))
    if kind == 1:
        return u32(load8(address + index))
    return load32(address + index * 4)


def _encode_utf8_slowly(text: str, errors: str) -> bytes:
    """Where surrogates are left to the error handler."""
    builder = BytesBuilder(text._length * 2)
    i = i64(0)
    while i < text._length:
        code = char_at(text, i)
        if code < 0x80:
            builder.add(u8(code))
        elif code < 0x800:
            builder.add(u8(code >> 6 | 0xC0))
            builder.add(u8(code & 0x3F | 0x80))
        elif code < 0x10000:
            if code >= 0xD800 and code < 0xE000 and errors != "surrogatepass":
                i = _encode_error(builder, text, i, "utf-8", "surrogates not allowed", errors)
                continue
            builder.add(u8(code >> 12 | 0xE0))
            builder.add(u8(code >> 6 & 0x3F | 0x80))
            builder.add(u8(code & 0x3F | 0x80))
        else:
            builder.add(u8(code >> 18 | 0xF0))
            builder.add(u8(code >> 12 & 0x3F | 0x80))
            builder.add(u8(code >> 6 & 0x3F | 0x80))
            builder.add(u8(code & 0x3F | 0x80))
        i = i + 1
    return builder.finish()


def _cannot_encode(code: u32, encoding: str) -> bool:
    if encoding == "utf-8":
        return code >= 0xD800 and code < 0xE000
    if encoding == "ascii":
        return code >= 128
    if encoding == "latin-1":
        return code >= 256
    return code >= 0xD800 and code < 0xE000


def _encode_error(builder: BytesBuilder, text: str, at: i64, encoding: str, reason: str, errors: str) -> i64:
    """Handle the run of code points at `at` that cannot be encoded; returns where to go on."""
    end = at + 1
    while end < text._length and _cannot_encode(char_at(text, end), encoding):
        end = end + 1
    return replaced(builder, text, at, end, encoding, reason, errors)


def _named(code: u32, errors: str) -> str:
    """`errors="namereplace"`, in programs of which a literal has it."""
    if some_literal_has("namereplace"):
        from mirage.runtime import text_codecs_escapes

        if errors == "namereplace":
            return text_codecs_escapes.named(code)
    raise LookupError("unknown error handler name '" + errors + "'")


def replaced(
    builder: BytesBuilder, text: str, at: i64, end: i64, encoding: str, reason: str, errors: str
) -> i64:
    """What the error handler makes of the characters [at, end); returns where to go on."""
    if errors == "strict":
        raise UnicodeEncodeError(encoding, text, int(at), int(end), reason)
    if errors == "surrogateescape":
        code = char_at(text, at)
        if code >= 0xDC80 and code <= 0xDCFF:
            builder.add(u8(code - 0xDC00))
            return at + 1
        raise UnicodeEncodeError(encoding, text, int(at), int(end), reason)
    i = at
    while i < end:
        code = char_at(text, i)
        shown = ""  # ASCII
        if errors == "replace":
            shown = "?"
        elif errors == "backslashreplace":
            shown = escaped(code)
        elif errors == "xmlcharrefreplace":
            shown = "&#" + str(int(code)) + ";"
        elif errors != "ignore":
            shown = _named(code, errors)
        builder.add_memory(tail_address(shown), shown._length)
        i = i + 1
    return end


def _encode_narrow(text: str, limit: u32, encoding: str, errors: str) -> bytes:
    if text._kind == 1 and limit == 256 or is_ascii(text):
        return bytes_from(tail_address(text), text._length)
    builder = BytesBuilder(text._length)
    i = i64(0)
    while i < text._length:
        code = char_at(text, i)
        if code < limit:
            builder.add(u8(code))
            i = i + 1
        elif limit == 128:
            i = _encode_error(builder, text, i, encoding, "ordinal not in range(128)", errors)
        else:
            i = _encode_error(builder, text, i, encoding, "ordinal not in range(256)", errors)
    return builder.finish()


@inline
def half_words(word: u64) -> u64:
    """The lower four bytes of a word as half-words."""
    word = word & 0xFFFFFFFF
    word = (word | word << 16) & 0x0000FFFF0000FFFF
    return (word | word << 8) & 0x00FF00FF00FF00FF


def ascii_length(address: u64, size: i64) -> i64:
    """How many bytes from the start are below 128."""
    i = i64(0)
    while i + 8 <= size and load64(address + u64(i)) & 0x8080808080808080 == 0:
        i = i + 8
    while i < size and load8(address + u64(i)) < 128:
        i = i + 1
    return i


def decode_utf8(address: u64, size: i64, errors: str) -> str:
    plain = ascii_length(address, size)
    if plain == size:
        return text_from_latin1(address, size)
    return _decode_utf8_wide(address, size, plain, errors)


def _continuation(address: u64, at: i64, size: i64) -> bool:
    return at < size and load8(address + u64(at)) & 0xC0 == 0x80


@noinline
def _decode_utf8_wide(address: u64, size: i64, plain: i64, errors: str) -> str:
    end = address + u64(size)
    at = address + u64(plain)
    length = plain
    highest = u32(0)
    while at < end:
        while at + 8 <= end and load64(at) & 0x8080808080808080 == 0:
            at = at + 8
            length = length + 8
        if at == end:
            break
        need = _utf8_length(at, end)
        if need == 0:
            return _decode_utf8_slowly(address, size, plain, errors)
        if need > 1:
            code = _utf8_code(at, need)
            if code > highest:
                highest = code
        at = at + need
        length = length + 1
    kind = kind_for(highest)
    result = new_text(length, kind)
    to = tail_address(result)
    at = address
    while at < end:
        code = u32(load8(at))
        if code < 0x80:
            if kind != 4 and at + 8 <= end:
                word = load64(at)
                if word & 0x8080808080808080 == 0:
                    if kind == 1:
                        store64(to, word)
                    else:
                        store64(to, half_words(word))
                        store64(to + 8, half_words(word >> 32))
                    to = to + u64(kind * 8)
                    at = at + 8
                    continue
            at = at + 1
        else:
            need = u64(2) if code < 0xE0 else u64(3) if code < 0xF0 else u64(4)
            code = _utf8_code(at, need)
            at = at + need
        if kind == 2:
            store16(to, u16(code))
        elif kind == 1:
            store8(to, u8(code))
        else:
            store32(to, code)
        to = to + u64(kind)
    return result


@inline
def _utf8_length(at: u64, end: u64) -> u64:
    """How many bytes the character that begins here has; 0 if it is wrong in any way."""
    first = load8(at)
    if first < 0x80:
        return u64(1)
    if first < 0xE0:
        return u64(2) if first >= 0xC2 and at + 1 < end and load8(at + 1) & 0xC0 == 0x80 else u64(0)
    if first < 0xF0:
        if at + 2 >= end or load8(at + 1) & 0xC0 != 0x80 or load8(at + 2) & 0xC0 != 0x80:
            return u64(0)
        code = _utf8_code(at, u64(3))
        return u64(3) if code >= 0x800 and code - 0xD800 >= 0x800 else u64(0)
    if at + 3 >= end or load8(at + 1) & 0xC0 != 0x80:
        return u64(0)
    if load8(at + 2) & 0xC0 != 0x80 or load8(at + 3) & 0xC0 != 0x80 or first > 0xF4:
        return u64(0)
    return u64(4) if _utf8_code(at, u64(4)) - 0x10000 < 0x100000 else u64(0)


@inline
def _utf8_code(at: u64, need: u64) -> u32:
    """The character of two to four bytes that are right."""
    code = u32(load8(at))
    second = u32(load8(at + 1) & 0x3F)
    if need == 2:
        return (code & 0x1F) << 6 | second
    third = u32(load8(at + 2) & 0x3F)
    if need == 3:
        return (code & 0x0F) << 12 | second << 6 | third
    return (code & 0x07) << 18 | second << 12 | third << 6 | u32(load8(at + 3) & 0x3F)


def _decode_utf8_slowly(address: u64, size: i64, plain: i64, errors: str) -> str:
    """Where something is left to the error handler."""
    builder = TextBuilder(size)
    i = i64(0)
    while i < plain:
        builder.add(u32(load8(address + u64(i))))
        i = i + 1
    while i < size:
        first = u32(load8(address + u64(i)))
        if first < 0x80:
            builder.add(first)
            i = i + 1
            continue
        if first < 0xC2 or first > 0xF4:
            i = decode_error(builder, address, size, i, i + 1, "utf-8", "invalid start byte", errors)
            continue
        need = i64(1)
        if first >= 0xF0:
            need = i64(3)
        elif first >= 0xE0:
            need = i64(2)
        end = i + 1
        good = True
        if end < size:
            second = u32(load8(address + u64(end)))
            good = second >= 0x80 and second <= 0xBF
            if first == 0xE0:
                good = good and second >= 0xA0
            elif first == 0xED:
                good = good and (second < 0xA0 or errors == "surrogatepass")
            elif first == 0xF0:
                good = good and second >= 0x90
            elif first == 0xF4:
                good = good and second < 0x90
        if not good:
            i = decode_error(builder, address, size, i, end, "utf-8", "invalid continuation byte", errors)
            continue
        while end < i + 1 + need and _continuation(address, end, size):
            end = end + 1
        if end < i + 1 + need:
            if end >= size:
                i = decode_error(builder, address, size, i, end, "utf-8", "unexpected end of data", errors)
            else:
                i = decode_error(builder, address, size, i, end, "utf-8", "invalid continuation byte", errors)
            continue
        if need == 1:
            code = first & 0x1F
        elif need == 2:
            code = first & 0x0F
        else:
            code = first & 0x07
        j = i + 1
        while j < end:
            code = code << 6 | u32(load8(address + u64(j)) & 0x3F)
            j = j + 1
        builder.add(code)
        i = end
    return builder.finish()


def decode_error(
    builder: TextBuilder,
    address: u64,
    size: i64,
    start: i64,
    end: i64,
    encoding: str,
    reason: str,
    errors: str,
) -> i64:
    """Handle the bytes [start, end) that cannot be decoded; returns where to go on."""
    if errors == "strict" or errors == "surrogatepass":
        raise UnicodeDecodeError(encoding, bytes_from(address, size), int(start), int(end), reason)
    if errors == "replace":
        builder.add(u32(0xFFFD))
    elif errors == "surrogateescape":
        i = start
        while i < end and load8(address + u64(i)) >= 128:
            builder.add(u32(load8(address + u64(i))) + 0xDC00)
            i = i + 1
        if i == start:
            raise UnicodeDecodeError(encoding, bytes_from(address, size), int(start), int(end), reason)
        return i
    elif errors == "backslashreplace":
        i = start
        while i < end:
            builder.add_text(escaped(u32(load8(address + u64(i)))))
            i = i + 1
    elif errors != "ignore":
        raise LookupError("unknown error handler name '" + errors + "'")
    return end


def _decode_ascii(address: u64, size: i64, errors: str) -> str:
    plain = ascii_length(address, size)
    if plain == size:
        return text_from_latin1(address, size)
    builder = TextBuilder(size)
    i = i64(0)
    while i < size:
        code = u32(load8(address + u64(i)))
        if code < 128:
            builder.add(code)
            i = i + 1
        else:
            i = decode_error(builder, address, size, i, i + 1, "ascii", "ordinal not in range(128)", errors)
    return builder.finish()


def hex_digit(value: u32) -> u32:
    """The code point of a lower-case hexadecimal digit (0 to 15)."""
    if value < 10:
        return value + 48
    return value + 87


def escaped(code: u32) -> str:
    r"""The escape of a code point as repr writes it: \xNN, \uNNNN or \UNNNNNNNN."""
    digits = i64(8)
    letter = u32(85)
    if code < 0x100:
        digits = i64(2)
        letter = u32(120)
    elif code < 0x10000:
        digits = i64(4)
        letter = u32(117)
    result = new_text(digits + 2, i64(1))
    result._tail[i64(0)] = u8(92)
    result._tail[i64(1)] = u8(letter)
    i = digits + 1
    while i > 1:
        result._tail[i] = u8(hex_digit(code & 15))
        code = code >> 4
        i = i - 1
    return result


def hex_text(address: u64, size: i64, separator: str, group: i64) -> str:
    """bytes.hex: two digits a byte; a separator between groups counted from the right (negative: left)."""
    if (separator._length == 0 or group == 0) and size > 0:
        return _plain_hex(address, size)
    builder = TextBuilder(size * 2)
    i = i64(0)
    while i < size:
        if separator._length > 0 and i > 0 and group != 0:
            if group > 0:
                if (size - i) % group == 0:
                    builder.add(char_at(separator, i64(0)))
            elif i % (-group) == 0:
                builder.add(char_at(separator, i64(0)))
        byte = u32(load8(address + u64(i)))
        builder.add(hex_digit(byte >> 4))
        builder.add(hex_digit(byte & 15))
        i = i + 1
    return builder.finish()


def _plain_hex(address: u64, size: i64) -> str:
    """Four bytes at a time: each half of a byte becomes a digit in a byte of a word."""
    result = new_text(size * 2, i64(1))
    to = tail_address(result)
    end = address + u64(size)
    while address + 4 <= end:
        store64(to, _hex_digits(half_words(u64(load32(address)))))
        address = address + 4
        to = to + 8
    while address < end:
        store16(to, u16(_hex_digits(u64(load8(address)))))
        address = address + 1
        to = to + 2
    return result


@inline
def _hex_digits(word: u64) -> u64:
    """The digits of the bytes that are the lower halves of a word's four half-words."""
    halves = word >> 4 & 0x000F000F000F000F | (word & 0x000F000F000F000F) << 8
    letters = halves + 0x0606060606060606 >> 4 & 0x0101010101010101
    return halves + 0x3030303030303030 + letters * 39
