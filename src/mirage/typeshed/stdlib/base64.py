"""Base16, base32 and base64 (RFC 4648), Ascii85 and base85."""

from __future__ import annotations

import binascii as _binascii
from typing import Final

from _typeshed import SupportsNoArgReadline, SupportsRead, SupportsWrite

__all__ = [
    "encode",
    "decode",
    "encodebytes",
    "decodebytes",
    "b64encode",
    "b64decode",
    "b32encode",
    "b32decode",
    "b32hexencode",
    "b32hexdecode",
    "b16encode",
    "b16decode",
    "a85encode",
    "a85decode",
    "b85encode",
    "b85decode",
    "standard_b64encode",
    "standard_b64decode",
    "urlsafe_b64encode",
    "urlsafe_b64decode",
]

_BASE32: Final = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
_BASE32_HEX: Final = b"0123456789ABCDEFGHIJKLMNOPQRSTUV"
_BASE85: Final = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~"
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


def encode(input: SupportsRead[bytes], output: SupportsWrite[bytes]) -> None:
    """From one stream to another, in lines of 76 characters."""
    while True:
        data = input.read(_LINE)
        if not data:
            return
        while len(data) < _LINE:
            more = input.read(_LINE - len(data))
            if not more:
                break
            data += more
        output.write(_binascii.b2a_base64(data))


def decode(input: SupportsNoArgReadline[bytes], output: SupportsWrite[bytes]) -> None:
    """From one stream to another, line by line."""
    while True:
        line = input.readline()
        if not line:
            return
        output.write(_binascii.a2b_base64(line))


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


def _encode_32(data: bytes, alphabet: bytes) -> bytes:
    left = len(data) % 5
    padded = data + bytes(5 - left) if left else data
    out = bytearray()
    for start in range(0, len(padded), 5):
        word = int.from_bytes(padded[start : start + 5], "big")
        for shift in range(35, -1, -5):
            out.append(alphabet[(word >> shift) & 31])
    pads = 6 if left == 1 else 4 if left == 2 else 3 if left == 3 else 1 if left == 4 else 0
    if pads:
        del out[len(out) - pads :]
        out.extend(b"=" * pads)
    return bytes(out)


def _decode_32(data: bytes, casefold: bool, alphabet: bytes) -> bytes:
    if len(data) % 8:
        raise _binascii.Error("Incorrect padding")
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
            value = alphabet.find(bytes([byte]))
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


def b32encode(s: _Buffer) -> bytes:
    return _encode_32(_bytes(s), _BASE32)


def b32decode(s: str | _Buffer, casefold: bool = False, map01: str | bytes | None = None) -> bytes:
    data = _bytes(s)
    if map01 is not None and len(data) % 8 == 0:
        data = _translate(data, b"01", b"O" + _bytes(map01))
    return _decode_32(data, casefold, _BASE32)


def b32hexencode(s: _Buffer) -> bytes:
    return _encode_32(_bytes(s), _BASE32_HEX)


def b32hexdecode(s: str | _Buffer, casefold: bool = False) -> bytes:
    return _decode_32(_bytes(s), casefold, _BASE32_HEX)


# --- five characters for four bytes ------------------------------------------------------------


def _five(word: int, alphabet: bytes) -> bytes:
    out = bytearray(5)
    for index in range(4, -1, -1):
        word, digit = divmod(word, 85)
        out[index] = alphabet[digit]
    return bytes(out)


def _encode_85(data: bytes, alphabet: bytes, pad: bool, zeros: bool, spaces: bool) -> bytes:
    missing = -len(data) % 4
    padded = data + bytes(missing) if missing else data
    chunks: list[bytes] = []
    for start in range(0, len(padded), 4):
        word = int.from_bytes(padded[start : start + 4], "big")
        if zeros and word == 0:
            chunks.append(b"z")
        elif spaces and word == 0x20202020:
            chunks.append(b"y")
        else:
            chunks.append(_five(word, alphabet))
    if missing and not pad:
        last = chunks[-1]
        if last == b"z":
            last = alphabet[:1] * 5
        chunks[-1] = last[: len(last) - missing]
    return b"".join(chunks)


_ASCII85: Final = bytes(range(33, 118))


def a85encode(
    b: _Buffer, *, foldspaces: bool = False, wrapcol: int = 0, pad: bool = False, adobe: bool = False
) -> bytes:
    result = _encode_85(_bytes(b), _ASCII85, pad, True, foldspaces)
    if adobe:
        result = b"<~" + result
    if wrapcol:
        width = max(2 if adobe else 1, wrapcol)
        lines = [result[start : start + width] for start in range(0, len(result), width)]
        if adobe and len(lines[-1]) + 2 > width:
            lines.append(b"")
        result = b"\n".join(lines)
    return result + b"~>" if adobe else result


def a85decode(
    b: str | _Buffer,
    *,
    foldspaces: bool = False,
    adobe: bool = False,
    ignorechars: bytes | bytearray = b" \t\n\r\x0b",
) -> bytes:
    data = _bytes(b)
    if adobe:
        if not data.endswith(b"~>"):
            raise ValueError(f"Ascii85 encoded byte sequences must end with {b'~>'!r}")
        data = data[2:-2] if data.startswith(b"<~") else data[:-2]
    out = bytearray()
    word = 0
    count = 0
    for x in data + b"uuuu":
        if 33 <= x <= 117:
            word = word * 85 + x - 33
            count += 1
            if count == 5:
                if word >> 32:
                    raise ValueError("Ascii85 overflow")
                out += word.to_bytes(4, "big")
                word = count = 0
        elif x == 122:
            if count:
                raise ValueError("z inside Ascii85 5-tuple")
            out += bytes(4)
        elif foldspaces and x == 121:
            if count:
                raise ValueError("y inside Ascii85 5-tuple")
            out += b"    "
        elif x not in ignorechars:
            raise ValueError(f"Non-Ascii85 digit found: {chr(x)}")
    missing = 4 - count
    return bytes(out[: len(out) - missing]) if missing else bytes(out)


def b85encode(b: _Buffer, pad: bool = False) -> bytes:
    return _encode_85(_bytes(b), _BASE85, pad, False, False)


def b85decode(b: str | _Buffer) -> bytes:
    data = _bytes(b)
    missing = -len(data) % 5
    data += b"~" * missing
    out = bytearray()
    for start in range(0, len(data), 5):
        word = 0
        for index in range(start, start + 5):
            digit = _BASE85.find(data[index : index + 1])
            if digit < 0:
                raise ValueError(f"bad base85 character at position {index}")
            word = word * 85 + digit
        if word >> 32:
            raise ValueError(f"base85 overflow in hunk starting at byte {start}")
        out += word.to_bytes(4, "big")
    return bytes(out[: len(out) - missing]) if missing else bytes(out)
