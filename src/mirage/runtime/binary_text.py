"""What binascii does byte by byte: base64, hexadecimal digits and CRC-32, on memory."""

from __future__ import annotations

from mirage.lowlevel import (
    Array,
    i64,
    inline,
    keep_alive,
    load8,
    load32,
    load64,
    make_small,
    new_with_tail,
    noinline,
    small_value,
    store8,
    tail_address,
    u8,
    u32,
    u64,
)
from mirage.runtime.bigint import int_from_u64, int_to_u64_wrapping

_crc_table: Array[u32] | None = None
_values: Array[u8] | None = None


# --- CRC-32 of ISO 3309 --------------------------------------------------------------------------


@noinline
def _make_crc_table() -> Array[u32]:
    """Eight tables: what a byte does to the value when 0 to 7 zero bytes follow it."""
    global _crc_table
    table: Array[u32] = Array(i64(2048))
    i = i64(0)
    while i < 256:
        value = u32(i)
        bit = i64(0)
        while bit < 8:
            value = value >> 1 ^ (0xEDB88320 if value & 1 != 0 else u32(0))
            bit = bit + 1
        table[i] = value
        i = i + 1
    while i < 2048:
        value = table[i - 256]
        table[i] = table[i64(value & 255)] ^ value >> 8
        i = i + 1
    _crc_table = table
    return table


def crc32(data: bytes, value: int) -> int:
    """The checksum of what the value is the checksum of, and these bytes behind it; eight at once."""
    result = _crc32(tail_address(data), data._tail.count, u32(int_to_u64_wrapping(value)))
    keep_alive(data)
    return int_from_u64(u64(result))


def _crc32(address: u64, size: i64, value: u32) -> u32:
    table = _crc_table
    if table is None:
        table = _make_crc_table()
    tables = tail_address(table)
    value = ~value
    end = address + u64(size)
    while address + 8 <= end:
        word = load64(address) ^ u64(value)
        value = (
            _of(tables + 7168, word)
            ^ _of(tables + 6144, word >> 8)
            ^ _of(tables + 5120, word >> 16)
            ^ _of(tables + 4096, word >> 24)
            ^ _of(tables + 3072, word >> 32)
            ^ _of(tables + 2048, word >> 40)
            ^ _of(tables + 1024, word >> 48)
            ^ _of(tables, word >> 56)
        )
        address = address + 8
    while address < end:
        value = _of(tables, u64(value) ^ u64(load8(address))) ^ value >> 8
        address = address + 1
    keep_alive(table)
    return ~value


@inline
def _of(table: u64, byte: u64) -> u32:
    return load32(table + (byte & 255) * 4)


# --- base64 --------------------------------------------------------------------------------------


def encode_base64(data: bytes, alphabet: bytes, newline: bool) -> bytes:
    """Four characters of the alphabet for three bytes; `=` for those that are missing."""
    address = tail_address(data)
    size = data._tail.count
    result = new_with_tail(bytes, (size + 2) // 3 * 4 + (i64(1) if newline else i64(0)))
    to = tail_address(result)
    letters = tail_address(alphabet)
    end = address + u64(size)
    while address + 3 <= end:
        word = u64(load8(address)) << 16 | u64(load8(address + 1)) << 8 | u64(load8(address + 2))
        store8(to, load8(letters + (word >> 18)))
        store8(to + 1, load8(letters + (word >> 12 & 63)))
        store8(to + 2, load8(letters + (word >> 6 & 63)))
        store8(to + 3, load8(letters + (word & 63)))
        address = address + 3
        to = to + 4
    if address < end:
        two = address + 2 == end
        word = u64(load8(address)) << 16
        if two:
            word = word | u64(load8(address + 1)) << 8
        store8(to, load8(letters + (word >> 18)))
        store8(to + 1, load8(letters + (word >> 12 & 63)))
        store8(to + 2, load8(letters + (word >> 6 & 63)) if two else u8(61))
        store8(to + 3, u8(61))
        to = to + 4
    if newline:
        store8(to, u8(10))
    keep_alive(data)
    keep_alive(alphabet)
    return result


@noinline
def _make_values(alphabet: bytes) -> Array[u8]:
    """The value of each byte in base64, 255 for others."""
    global _values
    values: Array[u8] = Array(i64(256))
    i = i64(0)
    while i < 256:
        values[i] = u8(255)
        i = i + 1
    i = i64(0)
    while i < 64:
        values[i64(load8(tail_address(alphabet) + u64(i)))] = u8(i)
        i = i + 1
    _values = values
    return values


def decode_groups(data: bytes, index: int, out: bytearray, count: int, alphabet: bytes) -> int:
    """Decode groups of four characters from an index on, up to one with something else in it; how many.

    They go to out[count:], where there is room.
    """
    table = _values
    if table is None:
        table = _make_values(alphabet)
    values = tail_address(table)
    address = tail_address(data) + u64(small_value(index))
    end = tail_address(data) + u64(data._tail.count)
    to = tail_address(out._items) + u64(small_value(count))
    at = address
    while at + 4 <= end:
        word = u64(load32(at))
        a = u32(load8(values + (word & 255)))
        b = u32(load8(values + (word >> 8 & 255)))
        c = u32(load8(values + (word >> 16 & 255)))
        d = u32(load8(values + (word >> 24)))
        if a | b | c | d > 63:
            break
        store8(to, u8(a << 2 | b >> 4))
        store8(to + 1, u8(b << 4 | c >> 2))
        store8(to + 2, u8(c << 6 | d))
        at = at + 4
        to = to + 3
    keep_alive(table)
    keep_alive(data)
    keep_alive(out)
    return make_small(i64(at - address >> 2))


# --- hexadecimal ---------------------------------------------------------------------------------


def from_digits(data: bytes) -> bytes | None:
    """The bytes of an even number of hexadecimal digits; None where something else is among them."""
    address = tail_address(data)
    size = data._tail.count
    result = new_with_tail(bytes, size >> 1) if size > 0 else b""
    to = tail_address(result)
    end = address + u64(size)
    while address < end:
        high = _value_of(load8(address))
        low = _value_of(load8(address + 1))
        if high | low > 15:
            return None
        store8(to, high << 4 | low)
        address = address + 2
        to = to + 1
    keep_alive(data)
    return result


@inline
def _value_of(code: u8) -> u8:
    """0 to 15, or 255."""
    if code - 48 < 10:
        return code - 48
    letter = (code | 32) - 97
    return letter + 10 if letter < 6 else u8(255)
