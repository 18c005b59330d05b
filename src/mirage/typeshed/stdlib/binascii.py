"""Binary data as ASCII, and checksums."""

from __future__ import annotations

from typing import Final

_ALPHABET: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_PAD: Final = 61  # =


class Error(ValueError):
    """The data is not in the format."""


class Incomplete(Exception):
    """Kept for programs that name it."""


def _bytes(data: str | bytes | bytearray | memoryview) -> bytes:
    """ASCII text or any buffer as bytes."""
    if isinstance(data, str):
        if not data.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return data.encode("ascii")
    return data if isinstance(data, bytes) else bytes(data)


def _digit(byte: int) -> int:
    """The value of a hexadecimal digit, -1 for another byte."""
    if 48 <= byte <= 57:
        return byte - 48
    if 97 <= byte <= 102:
        return byte - 87
    return byte - 55 if 65 <= byte <= 70 else -1


def hexlify(data: bytes | bytearray | memoryview, sep: str | bytes = "", bytes_per_sep: int = 1) -> bytes:
    source = data if isinstance(data, bytes) else bytes(data)
    if not sep:
        return source.hex().encode()
    return source.hex(sep, bytes_per_sep).encode()


b2a_hex = hexlify


def unhexlify(hexstr: str | bytes | bytearray, /) -> bytes:
    source = _bytes(hexstr)
    if len(source) % 2:
        raise Error("Odd-length string")
    out = bytearray()
    for index in range(0, len(source), 2):
        high = _digit(source[index])
        low = _digit(source[index + 1])
        if high < 0 or low < 0:
            raise Error("Non-hexadecimal digit found")
        out.append(high << 4 | low)
    return bytes(out)


a2b_hex = unhexlify


def b2a_base64(data: bytes | bytearray | memoryview, /, *, newline: bool = True) -> bytes:
    source = data if isinstance(data, bytes) else bytes(data)
    size = len(source)
    whole = size - size % 3
    out = bytearray()
    for index in range(0, whole, 3):
        word = source[index] << 16 | source[index + 1] << 8 | source[index + 2]
        out.append(_ALPHABET[word >> 18])
        out.append(_ALPHABET[(word >> 12) & 63])
        out.append(_ALPHABET[(word >> 6) & 63])
        out.append(_ALPHABET[word & 63])
    rest = size - whole
    if rest:
        word = source[whole] << 16 | (source[whole + 1] << 8 if rest == 2 else 0)
        out.append(_ALPHABET[word >> 18])
        out.append(_ALPHABET[(word >> 12) & 63])
        out.append(_ALPHABET[(word >> 6) & 63] if rest == 2 else _PAD)
        out.append(_PAD)
    if newline:
        out.append(10)
    return bytes(out)


def _values() -> list[int]:
    """The value of each byte in base64, -1 for others."""
    values = [-1] * 256
    for value in range(64):
        values[_ALPHABET[value]] = value
    return values


_VALUES: Final = _values()


def a2b_base64(data: str | bytes | bytearray, /, *, strict_mode: bool = False) -> bytes:
    """Decode base64; other characters are passed over unless `strict_mode`."""
    source = _bytes(data)
    size = len(source)
    if strict_mode and size > 0 and source[0] == _PAD:
        raise Error("Leading padding not allowed")
    out = bytearray()
    position = 0  # in the group of four
    left = 0  # bits of the group not yet written
    pads = 0
    padding_started = False
    for index in range(size):
        byte = source[index]
        if byte == _PAD:
            padding_started = True
            pads += 1
            if position >= 2 and position + pads >= 4:
                if strict_mode and index + 1 < size:
                    raise Error("Excess data after padding")
                return bytes(out)
            continue
        value = _VALUES[byte]
        if value < 0:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and padding_started:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        if position == 0:
            left = value
        elif position == 1:
            out.append((left << 2 | value >> 4) & 255)
            left = value & 15
        elif position == 2:
            out.append((left << 4 | value >> 2) & 255)
            left = value & 3
        else:
            out.append((left << 6 | value) & 255)
            left = 0
        position = (position + 1) & 3
    if position == 1:
        count = len(out) // 3 * 4 + 1
        raise Error(
            f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more "
            "than a multiple of 4"
        )
    if position:
        raise Error("Incorrect padding")
    return bytes(out)


def _crc_table() -> list[int]:
    table: list[int] = []
    for byte in range(256):
        value = byte
        for _ in range(8):
            value = value >> 1 ^ 0xEDB88320 if value & 1 else value >> 1
        table.append(value)
    return table


class _Tables:
    """Made at first use."""

    crc32: list[int] | None = None


_tables: Final = _Tables()


def crc32(data: bytes | bytearray | memoryview, crc: int = 0, /) -> int:
    """CRC-32 of ISO 3309, as in zip files and Ethernet."""
    table = _tables.crc32
    if table is None:
        table = _crc_table()
        _tables.crc32 = table
    value = (crc & 0xFFFFFFFF) ^ 0xFFFFFFFF
    for byte in data if isinstance(data, bytes) else bytes(data):
        value = table[(value ^ byte) & 255] ^ value >> 8
    return value ^ 0xFFFFFFFF


def crc_hqx(data: bytes | bytearray | memoryview, crc: int, /) -> int:
    """CRC-CCITT with the polynomial x^16 + x^12 + x^5 + 1."""
    value = crc & 0xFFFF
    for byte in data if isinstance(data, bytes) else bytes(data):
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021) & 0xFFFF if value & 0x8000 else value << 1
    return value


# --- uuencode ----------------------------------------------------------------------------------


def b2a_uu(data: bytes | bytearray | memoryview, /, *, backtick: bool = False) -> bytes:
    """One line of at most 45 bytes."""
    source = data if isinstance(data, bytes) else bytes(data)
    if len(source) > 45:
        raise Error("At most 45 bytes at once")
    zero = 96 if backtick else 32
    out = bytearray([32 + len(source) if source else zero])
    for start in range(0, len(source), 3):
        word = int.from_bytes((source[start : start + 3] + b"\0\0")[:3], "big")
        for shift in range(18, -1, -6):
            six = word >> shift & 63
            out.append(32 + six if six else zero)
    out.append(10)
    return bytes(out)


def a2b_uu(data: str | bytes | bytearray, /) -> bytes:
    source = _bytes(data)
    size = (source[0] - 32) & 63 if source else 0
    out = bytearray()
    word = 0
    bits = 0
    at = 1
    while len(out) < size:
        byte = source[at] if at < len(source) else 10
        at += 1
        six = 0
        if byte != 10 and byte != 13 and byte != 0:
            if byte < 32 or byte > 96:
                raise Error("Illegal char")
            six = (byte - 32) & 63
        else:
            at -= 1  # a short line stands for zeros
        word = word << 6 | six
        bits += 6
        if bits >= 8:
            bits -= 8
            out.append(word >> bits & 255)
    while at < len(source):
        if source[at] not in b" `\n\r":
            raise Error("Trailing garbage")
        at += 1
    return bytes(out)
