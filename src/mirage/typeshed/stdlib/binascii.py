"""Binary data as ASCII, and checksums."""

from __future__ import annotations

from typing import Final

from mirage.runtime import binary_text

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
    found = binary_text.from_digits(source)
    if found is None:
        raise Error("Non-hexadecimal digit found")
    return found


a2b_hex = unhexlify


def b2a_base64(data: bytes | bytearray | memoryview, /, *, newline: bool = True) -> bytes:
    source = data if isinstance(data, bytes) else bytes(data)
    return binary_text.encode_base64(source, _ALPHABET, newline)


def a2b_base64(data: str | bytes | bytearray, /, *, strict_mode: bool = False) -> bytes:
    """Decode base64; other characters are passed over unless `strict_mode`."""
    source = _bytes(data)
    size = len(source)
    if strict_mode and size > 0 and source[0] == _PAD:
        raise Error("Leading padding not allowed")
    out = bytearray(size // 4 * 3 + 3)
    count = 0
    position = 0  # in the group of four
    left = 0  # bits of the group not yet written
    pads = 0
    padding_started = False
    index = 0
    while index < size:
        if position == 0 and not padding_started:
            groups = binary_text.decode_groups(source, index, out, count, _ALPHABET)
            index += groups * 4
            count += groups * 3
            if index == size:
                break
        byte = source[index]
        index += 1
        if byte == _PAD:
            padding_started = True
            pads += 1
            if position >= 2 and position + pads >= 4:
                if strict_mode and index < size:
                    raise Error("Excess data after padding")
                return bytes(out[:count])
            continue
        value = _ALPHABET.find(byte)
        if value < 0:
            if strict_mode:
                raise Error("Only base64 data is allowed")
            continue
        if strict_mode and padding_started:
            raise Error("Discontinuous padding not allowed")
        pads = 0
        if position == 0:
            left = value
        else:
            if position == 1:
                out[count] = (left << 2 | value >> 4) & 255
                left = value & 15
            elif position == 2:
                out[count] = (left << 4 | value >> 2) & 255
                left = value & 3
            else:
                out[count] = (left << 6 | value) & 255
                left = 0
            count += 1
        position = (position + 1) & 3
    if position == 1:
        raise Error(
            f"Invalid base64-encoded string: number of data characters ({count // 3 * 4 + 1}) "
            "cannot be 1 more than a multiple of 4"
        )
    if position:
        raise Error("Incorrect padding")
    return bytes(out[:count])


def crc32(data: bytes | bytearray | memoryview, crc: int = 0, /) -> int:
    """CRC-32 of ISO 3309, as in zip files and Ethernet."""
    source = data if isinstance(data, bytes) else bytes(data)
    return binary_text.crc32(source, crc)


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
