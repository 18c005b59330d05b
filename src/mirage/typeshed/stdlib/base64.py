"""Base16, base32 and base64 (RFC 4648)."""

from __future__ import annotations

import binascii as _binascii
from typing import Final

__all__ = [
    "encodebytes",
    "decodebytes",
    "b64encode",
    "b64decode",
    "b32encode",
    "b32decode",
    "b16encode",
    "b16decode",
    "standard_b64encode",
    "standard_b64decode",
    "urlsafe_b64encode",
    "urlsafe_b64decode",
]

_BASE32: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_LINE: Final = 57  # bytes that make a line of 76 characters

_Buffer = bytes | bytearray | memoryview


def _bytes(s: str | bytes | bytearray | memoryview) -> bytes:
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError("string argument should contain only ASCII characters")
        return s.encode("ascii")
    return s if isinstance(s, bytes) else bytes(s)


def _translate(s: bytes, source: bytes, target: bytes) -> bytes:
    for index in range(len(source)):
        s = s.replace(source[index : index + 1], target[index : index + 1])
    return s


def b64encode(s: _Buffer, altchars: bytes | None = None) -> bytes:
    encoded = _binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        if len(altchars) != 2:
            raise AssertionError(repr(altchars))
        return _translate(encoded, b"+/", altchars)
    return encoded


def b64decode(s: str | _Buffer, altchars: str | bytes | None = None, validate: bool = False) -> bytes:
    data = _bytes(s)
    if altchars is not None:
        alternatives = _bytes(altchars)
        if len(alternatives) != 2:
            raise AssertionError(repr(alternatives))
        data = _translate(data, alternatives, b"+/")
    return _binascii.a2b_base64(data, strict_mode=validate)


def standard_b64encode(s: _Buffer) -> bytes:
    return b64encode(s)


def standard_b64decode(s: str | _Buffer) -> bytes:
    return b64decode(s)


def urlsafe_b64encode(s: _Buffer) -> bytes:
    return b64encode(s, b"-_")


def urlsafe_b64decode(s: str | _Buffer) -> bytes:
    return b64decode(s, b"-_")


def encodebytes(s: _Buffer) -> bytes:
    """Base64 in lines of 76 characters."""
    data = _bytes(s)
    parts: list[bytes] = []
    for start in range(0, len(data), _LINE):
        parts.append(_binascii.b2a_base64(data[start : start + _LINE]))
    return b"".join(parts)


def decodebytes(s: _Buffer) -> bytes:
    return _binascii.a2b_base64(_bytes(s))


def b16encode(s: _Buffer) -> bytes:
    return _binascii.hexlify(s).upper()


def b16decode(s: str | _Buffer, casefold: bool = False) -> bytes:
    data = _bytes(s)
    if casefold:
        data = data.upper()
    for byte in data:
        if not (48 <= byte <= 57 or 65 <= byte <= 70):
            raise _binascii.Error("Non-base16 digit found")
    return _binascii.unhexlify(data)


def b32encode(s: _Buffer) -> bytes:
    data = _bytes(s)
    left = len(data) % 5
    padded = data + bytes(5 - left) if left else data
    out = bytearray()
    for start in range(0, len(padded), 5):
        word = int.from_bytes(padded[start : start + 5], "big")
        for shift in range(35, -1, -5):
            out.append(_BASE32[(word >> shift) & 31])
    pads = 6 if left == 1 else 4 if left == 2 else 3 if left == 3 else 1 if left == 4 else 0
    if pads:
        del out[len(out) - pads :]
        out.extend(b"=" * pads)
    return bytes(out)


def b32decode(s: str | _Buffer, casefold: bool = False, map01: str | bytes | None = None) -> bytes:
    data = _bytes(s)
    if len(data) % 8:
        raise _binascii.Error("Incorrect padding")
    if map01 is not None:
        data = _translate(data, b"01", b"O" + _bytes(map01))
    if casefold:
        data = data.upper()
    length = len(data)
    data = data.rstrip(b"=")
    pads = length - len(data)
    out = bytearray()
    word = 0
    for start in range(0, len(data), 8):
        word = 0
        for byte in data[start : start + 8]:
            value = _BASE32.find(bytes([byte]))
            if value < 0:
                raise _binascii.Error("Non-base32 digit found")
            word = word << 5 | value
        if start + 8 <= len(data):
            out.extend(word.to_bytes(5, "big"))
    if length % 8 or pads not in (0, 1, 3, 4, 6):
        raise _binascii.Error("Incorrect padding")
    if pads and length:
        word <<= 5 * pads
        keep = (43 - 5 * pads) // 8
        out.extend(word.to_bytes(5, "big")[:keep])
    return bytes(out)
