"""What bytes, bytearray and memoryview share: methods over memory (address and size in bytes)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NoReturn, SupportsIndex

from mirage.lowlevel import (
    compare_memory,
    copy_memory,
    i64,
    inline,
    is_small,
    load8,
    make_small,
    new_with_tail,
    noinline,
    small_value,
    store8,
    tail_address,
    u8,
    u32,
    u64,
    unchecked_cast,
)
from mirage.runtime.class_names import class_name
from mirage.runtime.containers import clamp_end, clamp_start, clamped_word, repeated
from mirage.runtime.text import TextBuilder
from mirage.runtime.text_codecs import BytesBuilder, bytes_from, escaped
from mirage.runtime.text_search import count_byte, find_bytes, rfind_bytes


@noinline
def no_text(encoding: str | None) -> NoReturn:
    """bytes and bytearray were told how to encode something that is no text."""
    given = "errors" if encoding is None else "encoding"
    raise TypeError(given + " without a string argument")


def address(data: bytes | bytearray | memoryview) -> u64:
    """Where the buffer's bytes are."""
    if isinstance(data, bytes):
        return tail_address(data)
    if isinstance(data, bytearray):
        return tail_address(data._items)
    return data._address()


def size(data: bytes | bytearray | memoryview) -> i64:
    if isinstance(data, bytes):
        return data._tail.count
    if isinstance(data, bytearray):
        return data._count
    return data._size


@inline
def byte_of(value: SupportsIndex, message: str) -> u8:
    """An int in range(256), else ValueError(message)."""
    if is_small(value):
        word = small_value(unchecked_cast(int, value))
        if u64(word) < 256:
            return u8(word)
    return _odd_byte(value, message)


@noinline
def _odd_byte(value: SupportsIndex, message: str) -> u8:
    number = value.__index__()
    if is_small(number):
        word = small_value(number)
        if word >= 0 and word < 256:
            return u8(word)
    elif number is True or number is False:
        return u8(clamped_word(number))
    raise ValueError(message)


def needle_bytes(sub: bytes | bytearray | memoryview | SupportsIndex) -> bytes:
    """The argument of find, count, `in`: a buffer, or one byte as an int."""
    if isinstance(sub, bytes):
        return sub
    if isinstance(sub, (bytearray, memoryview)):
        return bytes_from(address(sub), size(sub))
    result = new_with_tail(bytes, i64(1))
    result._tail[i64(0)] = byte_of(sub, "byte must be in range(0, 256)")
    return result


def find(at: u64, count: i64, part: bytes, start: SupportsIndex | None, end: SupportsIndex | None) -> i64:
    low = clamp_start(start, count)
    return find_bytes(at, low, clamp_end(end, count), tail_address(part), part._tail.count)


def rfind(at: u64, count: i64, part: bytes, start: SupportsIndex | None, end: SupportsIndex | None) -> i64:
    low = clamp_start(start, count)
    return rfind_bytes(at, low, clamp_end(end, count), tail_address(part), part._tail.count)


def occurrences(
    at: u64, count: i64, part: bytes, start: SupportsIndex | None, end: SupportsIndex | None
) -> i64:
    low = clamp_start(start, count)
    high = clamp_end(end, count)
    if low > high:
        return i64(0)
    width = part._tail.count
    if width == 0:
        return high - low + 1
    found = i64(0)
    if width == 1:
        return count_byte(at, low, high, part._tail[i64(0)])
    i = find_bytes(at, low, high, tail_address(part), width)
    while i >= 0:
        found = found + 1
        i = find_bytes(at, i + width, high, tail_address(part), width)
    return found


def compare(a: u64, na: i64, b: u64, nb: i64) -> i64:
    count = na
    if nb < count:
        count = nb
    sign = compare_memory(a, b, u64(count))
    if sign != 0:
        return i64(sign)
    return na - nb


def equal(a: u64, na: i64, b: u64, nb: i64) -> bool:
    return na == nb and compare_memory(a, b, u64(na)) == 0


def starts(at: u64, count: i64, part: bytes, low: i64, high: i64) -> bool:
    width = part._tail.count
    return (
        low <= high
        and width <= high - low
        and compare_memory(at + u64(low), tail_address(part), u64(width)) == 0
    )


def ends(at: u64, count: i64, part: bytes, low: i64, high: i64) -> bool:
    width = part._tail.count
    return (
        low <= high
        and width <= high - low
        and compare_memory(at + u64(high - width), tail_address(part), u64(width)) == 0
    )


def starts_or_ends(
    at: u64,
    count: i64,
    part: bytes | bytearray | memoryview | tuple[bytes | bytearray | memoryview, ...],
    start: SupportsIndex | None,
    end: SupportsIndex | None,
    front: bool,
) -> bool:
    low = clamp_start(start, count)
    high = clamp_end(end, count)
    if isinstance(part, tuple):
        for item in part:
            if not isinstance(item, (bytes, bytearray, memoryview)):
                raise TypeError("a bytes-like object is required, not '" + class_name(item) + "'")
            if _touches(at, count, needle_bytes(item), low, high, front):
                return True
        return False
    if not isinstance(part, (bytes, bytearray, memoryview)):
        name = "startswith"
        if not front:
            name = "endswith"
        raise TypeError(name + " first arg must be bytes or a tuple of bytes, not " + class_name(part))
    return _touches(at, count, needle_bytes(part), low, high, front)


def _touches(at: u64, count: i64, part: bytes, low: i64, high: i64, front: bool) -> bool:
    if front:
        return starts(at, count, part, low, high)
    return ends(at, count, part, low, high)


def joined(a: u64, na: i64, b: u64, nb: i64) -> bytes:
    if na + nb == 0:
        return b""
    result = new_with_tail(bytes, na + nb)
    copy_memory(tail_address(result), a, u64(na))
    copy_memory(tail_address(result) + u64(na), b, u64(nb))
    return result


def repeat(at: u64, count: i64, times: i64, too_long: str = "repeated bytes are too long") -> bytes:
    if times <= 0 or count == 0:
        return b""
    result = new_with_tail(bytes, repeated(count, times, too_long))
    target = tail_address(result)
    i = i64(0)
    while i < times:
        copy_memory(target, at, u64(count))
        target = target + u64(count)
        i = i + 1
    return result


def strided(at: u64, start: i64, step: i64, count: i64) -> bytes:
    if count <= 0:
        return b""
    if step == 1:
        return bytes_from(at + u64(start), count)
    result = new_with_tail(bytes, count)
    i = i64(0)
    while i < count:
        result._tail[i] = load8(at + u64(start + i * step))
        i = i + 1
    return result


def from_ints(values: Iterable[SupportsIndex], message: str) -> bytes:
    builder = BytesBuilder(i64(32))
    for value in values:
        builder.add(byte_of(value, message))
    return builder.finish()


def join(separator: u64, width: i64, parts: Iterable[bytes | bytearray | memoryview]) -> bytes:
    builder = BytesBuilder(i64(64))
    index = i64(0)
    for part in parts:
        if not isinstance(part, (bytes, bytearray, memoryview)):
            raise TypeError(
                "sequence item "
                + str(int(index))
                + ": expected a bytes-like object, "
                + class_name(part)
                + " found"
            )
        if index > 0:
            builder.add_memory(separator, width)
        builder.add_memory(address(part), size(part))
        index = index + 1
    return builder.finish()


def replace(at: u64, count: i64, old: bytes, new: bytes, limit: i64) -> bytes:
    builder = BytesBuilder(count + new._tail.count)
    width = old._tail.count
    done = i64(0)
    if width == 0:
        while done <= count:
            if limit != 0:
                builder.add_bytes(new)
                limit = limit - 1
            if done < count:
                builder.add(load8(at + u64(done)))
            done = done + 1
        return builder.finish()
    while limit != 0:
        i = find_bytes(at, done, count, tail_address(old), width)
        if i < 0:
            break
        builder.add_memory(at + u64(done), i - done)
        builder.add_bytes(new)
        done = i + width
        limit = limit - 1
    builder.add_memory(at + u64(done), count - done)
    return builder.finish()


def is_space(byte: u8) -> bool:
    return byte == 32 or (byte >= 9 and byte <= 13)


def strip_bounds(at: u64, count: i64, chars: bytes | None, left: bool, right: bool) -> tuple[int, int]:
    """The start and end of what stays."""
    start = i64(0)
    end = count
    if left:
        while start < end and _strips(load8(at + u64(start)), chars):
            start = start + 1
    if right:
        while end > start and _strips(load8(at + u64(end - 1)), chars):
            end = end - 1
    return (make_small(start), make_small(end))


def stripped(at: u64, count: i64, chars: bytes | None, left: bool, right: bool) -> bytes:
    start = i64(0)
    end = count
    if left:
        while start < end and _strips(load8(at + u64(start)), chars):
            start = start + 1
    if right:
        while end > start and _strips(load8(at + u64(end - 1)), chars):
            end = end - 1
    return bytes_from(at + u64(start), end - start)


def _strips(byte: u8, chars: bytes | None) -> bool:
    if chars is None:
        return is_space(byte)
    i = i64(0)
    while i < chars._tail.count:
        if chars._tail[i] == byte:
            return True
        i = i + 1
    return False


def split(at: u64, count: i64, separator: bytes | None, limit: i64) -> list[bytes]:
    result: list[bytes] = []
    i = i64(0)
    if separator is not None:
        width = separator._tail.count
        if width == 0:
            raise ValueError("empty separator")
        while limit != 0:
            found = find_bytes(at, i, count, tail_address(separator), width)
            if found < 0:
                break
            result._push(bytes_from(at + u64(i), found - i))
            i = found + width
            limit = limit - 1
        result._push(bytes_from(at + u64(i), count - i))
        return result
    while True:
        while i < count and is_space(load8(at + u64(i))):
            i = i + 1
        if i >= count:
            return result
        start = i
        if limit == 0:
            result._push(bytes_from(at + u64(start), count - start))
            return result
        limit = limit - 1
        while i < count and not is_space(load8(at + u64(i))):
            i = i + 1
        result._push(bytes_from(at + u64(start), i - start))


def rsplit(at: u64, count: i64, separator: bytes | None, limit: i64) -> list[bytes]:
    result: list[bytes] = []
    end = count
    if separator is not None:
        width = separator._tail.count
        if width == 0:
            raise ValueError("empty separator")
        while limit != 0:
            found = rfind_bytes(at, i64(0), end, tail_address(separator), width)
            if found < 0:
                break
            result._push(bytes_from(at + u64(found + width), end - found - width))
            end = found
            limit = limit - 1
        result._push(bytes_from(at, end))
        result.reverse()
        return result
    while True:
        while end > 0 and is_space(load8(at + u64(end - 1))):
            end = end - 1
        if end == 0:
            break
        start = end
        if limit == 0:
            result._push(bytes_from(at, end))
            break
        limit = limit - 1
        while start > 0 and not is_space(load8(at + u64(start - 1))):
            start = start - 1
        result._push(bytes_from(at + u64(start), end - start))
        end = start
    result.reverse()
    return result


def split_lines(at: u64, count: i64, keep: bool) -> list[bytes]:
    result: list[bytes] = []
    i = i64(0)
    while i < count:
        start = i
        while i < count and load8(at + u64(i)) != 10 and load8(at + u64(i)) != 13:
            i = i + 1
        end = i
        if i < count:
            if load8(at + u64(i)) == 13 and i + 1 < count and load8(at + u64(i) + 1) == 10:
                i = i + 1
            i = i + 1
            if keep:
                end = i
        result._push(bytes_from(at + u64(start), end - start))
    return result


def changed_case(at: u64, count: i64, mode: i64) -> bytes:
    """ASCII case: mode 0 lower, 1 upper, 2 swapcase, 3 title, 4 capitalize."""
    if count == 0:
        return b""
    result = new_with_tail(bytes, count)
    i = i64(0)
    inside = False
    while i < count:
        byte = load8(at + u64(i))
        upper = byte >= 65 and byte <= 90
        lower = byte >= 97 and byte <= 122
        want_upper = mode == 1
        if mode == 2:
            want_upper = lower
        elif mode == 3:
            want_upper = not inside
        elif mode == 4:
            want_upper = i == 0
        if upper and not want_upper:
            byte = byte + 32
        elif lower and want_upper:
            byte = byte - 32
        inside = upper or lower
        result._tail[i] = byte
        i = i + 1
    return result


def all_bytes(at: u64, count: i64, mode: i64) -> bool:
    """Are there bytes and do all qualify: 0 alpha, 1 alnum, 2 digit, 3 space."""
    i = i64(0)
    while i < count:
        byte = load8(at + u64(i))
        alpha = (byte >= 65 and byte <= 90) or (byte >= 97 and byte <= 122)
        digit = byte >= 48 and byte <= 57
        good = alpha
        if mode == 1:
            good = alpha or digit
        elif mode == 2:
            good = digit
        elif mode == 3:
            good = is_space(byte)
        if not good:
            return False
        i = i + 1
    return count > 0


def has_case(at: u64, count: i64, upper: bool) -> bool:
    """bytes.isupper / islower."""
    found = False
    i = i64(0)
    while i < count:
        byte = load8(at + u64(i))
        is_upper = byte >= 65 and byte <= 90
        is_lower = byte >= 97 and byte <= 122
        if (is_lower and upper) or (is_upper and not upper):
            return False
        if is_upper or is_lower:
            found = True
        i = i + 1
    return found


def is_title(at: u64, count: i64) -> bool:
    found = False
    inside = False
    i = i64(0)
    while i < count:
        byte = load8(at + u64(i))
        if byte >= 65 and byte <= 90:
            if inside:
                return False
            inside = True
            found = True
        elif byte >= 97 and byte <= 122:
            if not inside:
                return False
            found = True
        else:
            inside = False
        i = i + 1
    return found


def translate(at: u64, count: i64, table: bytes | None, delete: bytes) -> bytes:
    if table is not None and table._tail.count != 256:
        raise ValueError("translation table must be 256 characters long")
    builder = BytesBuilder(count)
    i = i64(0)
    while i < count:
        byte = load8(at + u64(i))
        i = i + 1
        if delete._tail.count > 0 and _strips(byte, delete):
            continue
        if table is not None:
            byte = table._tail[i64(byte)]
        builder.add(byte)
    return builder.finish()


def make_translation(source: bytes, target: bytes) -> bytes:
    if source._tail.count != target._tail.count:
        raise ValueError("maketrans arguments must have same length")
    result = new_with_tail(bytes, i64(256))
    i = i64(0)
    while i < 256:
        result._tail[i] = u8(i)
        i = i + 1
    i = i64(0)
    while i < source._tail.count:
        result._tail[i64(source._tail[i])] = target._tail[i]
        i = i + 1
    return result


def padded(at: u64, count: i64, left: i64, right: i64, fill: u8) -> bytes:
    if left < 0:
        left = i64(0)
    if right < 0:
        right = i64(0)
    builder = BytesBuilder(count + left + right)
    while left > 0:
        builder.add(fill)
        left = left - 1
    builder.add_memory(at, count)
    while right > 0:
        builder.add(fill)
        right = right - 1
    return builder.finish()


def fill_byte(fillchar: bytes | bytearray, method: str) -> u8:
    if size(fillchar) != 1:
        raise TypeError(
            method + "() argument 2 must be a byte string of length 1, not " + class_name(fillchar)
        )
    return load8(address(fillchar))


def zero_filled(at: u64, count: i64, width: i64) -> bytes:
    if width <= count:
        return bytes_from(at, count)
    result = padded(at, count, width - count, i64(0), u8(48))
    if count > 0:
        first = load8(at)
        if first == 43 or first == 45:
            result._tail[width - count] = u8(48)
            result._tail[i64(0)] = first
    return result


def expand_tabs(at: u64, count: i64, width: i64) -> bytes:
    builder = BytesBuilder(count + 8)
    column = i64(0)
    i = i64(0)
    while i < count:
        byte = load8(at + u64(i))
        if byte == 9:
            if width > 0:
                spaces = width - column % width
                column = column + spaces
                while spaces > 0:
                    builder.add(u8(32))
                    spaces = spaces - 1
        else:
            builder.add(byte)
            column = column + 1
            if byte == 10 or byte == 13:
                column = i64(0)
        i = i + 1
    return builder.finish()


def from_hex(text: str) -> bytes:
    builder = BytesBuilder(text._length // 2)
    i = i64(0)
    length = text._length
    while i < length:
        while i < length and is_space(_byte_at(text, i)):
            i = i + 1
        if i >= length:
            break
        high = _hex_value(_byte_at(text, i))
        if high < 0:
            raise ValueError("non-hexadecimal number found in fromhex() arg at position " + str(int(i)))
        low = i64(-1)
        if i + 1 < length:
            low = _hex_value(_byte_at(text, i + 1))
        if low < 0:
            raise ValueError("non-hexadecimal number found in fromhex() arg at position " + str(int(i + 1)))
        builder.add(u8(high * 16 + low))
        i = i + 2
    return builder.finish()


def _byte_at(text: str, index: i64) -> u8:
    if text._kind != 1:
        return u8(255)
    return text._tail[index]


def _hex_value(byte: u8) -> i64:
    if byte >= 48 and byte <= 57:
        return i64(byte) - 48
    lower = byte | 32
    if lower >= 97 and lower <= 102:
        return i64(lower) - 87
    return i64(-1)


@noinline
def repr_bytes(at: u64, count: i64) -> str:
    """repr of bytes: b'...' with escapes."""
    quote = u32(39)
    i = i64(0)
    while i < count:
        byte = load8(at + u64(i))
        if byte == 34:
            quote = u32(39)
            break
        if byte == 39:
            quote = u32(34)
        i = i + 1
    builder = TextBuilder(count + 3)
    builder.add(u32(98))
    builder.add(quote)
    i = i64(0)
    while i < count:
        byte = load8(at + u64(i))
        code = u32(byte)
        if code == quote or code == 92:
            builder.add(u32(92))
            builder.add(code)
        elif code == 9:
            builder.add_text("\\t")
        elif code == 10:
            builder.add_text("\\n")
        elif code == 13:
            builder.add_text("\\r")
        elif code < 32 or code >= 127:
            builder.add_text(escaped(code))
        else:
            builder.add(code)
        i = i + 1
    builder.add(quote)
    return builder.finish()


def set_byte(at: u64, index: i64, value: u8) -> None:
    store8(at + u64(index), value)
