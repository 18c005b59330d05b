"""Universally unique identifiers (RFC 4122)."""

from __future__ import annotations

import builtins
import time as _time
from enum import Enum
from typing import Final, TypeAlias

from mirage.runtime.entropy import random_bytes as _random_bytes

_FieldsType: TypeAlias = tuple[int, int, int, int, int, int]
_Int: TypeAlias = builtins.int
_Bytes: TypeAlias = builtins.bytes

RESERVED_NCS: Final = "reserved for NCS compatibility"
RFC_4122: Final = "specified in RFC 4122"
RESERVED_MICROSOFT: Final = "reserved for Microsoft compatibility"
RESERVED_FUTURE: Final = "reserved for future definition"

_EPOCH: Final = 0x01B21DD213814000  # 1970 in 100 ns since 1582-10-15


class SafeUUID(Enum):
    safe = 0
    unsafe = -1
    unknown = None


def _hex_value(text: str) -> int:
    plain = text.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
    if len(plain) != 32:
        raise ValueError("badly formed hexadecimal UUID string")
    return int(plain, 16)


def _fields_value(fields: _FieldsType) -> int:
    bits = (32, 16, 16, 8, 8, 48)
    value = 0
    for index in range(6):
        if not 0 <= fields[index] < 1 << bits[index]:
            article = "an" if bits[index] == 8 else "a"
            raise ValueError(f"field {index + 1} out of range (need {article} {bits[index]}-bit value)")
        value = value << bits[index] | fields[index]
    return value


class UUID:
    """A 128-bit number with its textual forms."""

    _value: _Int
    is_safe: SafeUUID

    def __init__(
        self,
        hex: str | None = None,
        bytes: _Bytes | None = None,
        bytes_le: _Bytes | None = None,
        fields: _FieldsType | None = None,
        int: _Int | None = None,
        version: _Int | None = None,
        *,
        is_safe: SafeUUID = SafeUUID.unknown,
    ) -> None:
        given = (hex is not None) + (bytes is not None) + (bytes_le is not None)
        if given + (fields is not None) + (int is not None) != 1:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        value = 0
        if hex is not None:
            value = _hex_value(hex)
        if bytes_le is not None:
            if len(bytes_le) != 16:
                raise ValueError("bytes_le is not a 16-char string")
            bytes = bytes_le[3::-1] + bytes_le[5:3:-1] + bytes_le[7:5:-1] + bytes_le[8:]
        if bytes is not None:
            if len(bytes) != 16:
                raise ValueError("bytes is not a 16-char string")
            value = _of_bytes(bytes)
        if fields is not None:
            value = _fields_value(fields)
        if int is not None:
            if not 0 <= int < 1 << 128:
                raise ValueError("int is out of range (need a 128-bit value)")
            value = int
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError("illegal version number")
            value = value & ~(0xC000 << 48) | 0x8000 << 48
            value = value & ~(0xF000 << 64) | version << 76
        self._value = value
        self.is_safe = is_safe

    @property
    def int(self) -> _Int:
        return self._value

    @property
    def bytes(self) -> _Bytes:
        return self._value.to_bytes(16, "big")

    @property
    def bytes_le(self) -> _Bytes:
        b = self.bytes
        return b[3::-1] + b[5:3:-1] + b[7:5:-1] + b[8:]

    @property
    def hex(self) -> str:
        return f"{self._value:032x}"

    @property
    def urn(self) -> str:
        return f"urn:uuid:{self}"

    @property
    def time_low(self) -> _Int:
        return self._value >> 96

    @property
    def time_mid(self) -> _Int:
        return self._value >> 80 & 0xFFFF

    @property
    def time_hi_version(self) -> _Int:
        return self._value >> 64 & 0xFFFF

    @property
    def clock_seq_hi_variant(self) -> _Int:
        return self._value >> 56 & 0xFF

    @property
    def clock_seq_low(self) -> _Int:
        return self._value >> 48 & 0xFF

    @property
    def node(self) -> _Int:
        return self._value & 0xFFFFFFFFFFFF

    @property
    def time(self) -> _Int:
        return (self.time_hi_version & 0x0FFF) << 48 | self.time_mid << 32 | self.time_low

    @property
    def clock_seq(self) -> _Int:
        return (self.clock_seq_hi_variant & 0x3F) << 8 | self.clock_seq_low

    @property
    def fields(self) -> _FieldsType:
        return (
            self.time_low,
            self.time_mid,
            self.time_hi_version,
            self.clock_seq_hi_variant,
            self.clock_seq_low,
            self.node,
        )

    @property
    def variant(self) -> str:
        top = self._value >> 61 & 7
        if top < 4:
            return RESERVED_NCS
        if top < 6:
            return RFC_4122
        return RESERVED_MICROSOFT if top == 6 else RESERVED_FUTURE

    @property
    def version(self) -> _Int | None:
        return self._value >> 76 & 0xF if self.variant == RFC_4122 else None

    def __int__(self) -> _Int:
        return self._value

    def __eq__(self, other: object) -> bool:
        if isinstance(other, UUID):
            return self._value == other._value
        return NotImplemented

    def __lt__(self, other: UUID) -> bool:
        if isinstance(other, UUID):
            return self._value < other._value
        return NotImplemented

    def __le__(self, other: UUID) -> bool:
        if isinstance(other, UUID):
            return self._value <= other._value
        return NotImplemented

    def __gt__(self, other: UUID) -> bool:
        if isinstance(other, UUID):
            return self._value > other._value
        return NotImplemented

    def __ge__(self, other: UUID) -> bool:
        if isinstance(other, UUID):
            return self._value >= other._value
        return NotImplemented

    def __hash__(self) -> _Int:
        return hash(self._value)

    def __str__(self) -> str:
        h = self.hex
        return f"{h[:8]}-{h[8:12]}-{h[12:16]}-{h[16:20]}-{h[20:]}"

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"


def _of_bytes(data: bytes) -> int:
    return int.from_bytes(data, "big")


_node: list[int] = []
_last: list[int] = [0]


def getnode() -> int:
    """48 random bits with the multicast bit set: there is no address to tell (RFC 4122, 4.5)."""
    if not _node:
        _node.append(_of_bytes(_random_bytes(6)) | 1 << 40)
    return _node[0]


def uuid1(node: int | None = None, clock_seq: int | None = None) -> UUID:
    """From the clock; never the same twice."""
    timestamp = _time.time_ns() // 100 + _EPOCH
    if timestamp <= _last[0]:
        timestamp = _last[0] + 1
    _last[0] = timestamp
    sequence = _of_bytes(_random_bytes(2)) & 0x3FFF if clock_seq is None else clock_seq
    return UUID(
        fields=(
            timestamp & 0xFFFFFFFF,
            timestamp >> 32 & 0xFFFF,
            timestamp >> 48 & 0x0FFF,
            sequence >> 8 & 0x3F,
            sequence & 0xFF,
            getnode() if node is None else node,
        ),
        version=1,
    )


def uuid3(namespace: UUID, name: str) -> UUID:
    """From a name by MD5."""
    import hashlib

    digest = hashlib.md5(namespace.bytes + name.encode()).digest()
    return UUID(bytes=digest[:16], version=3)


def uuid4() -> UUID:
    return UUID(bytes=_random_bytes(16), version=4)


def uuid5(namespace: UUID, name: str) -> UUID:
    """From a name by SHA-1."""
    import hashlib

    digest = hashlib.sha1(namespace.bytes + name.encode()).digest()
    return UUID(bytes=digest[:16], version=5)


NAMESPACE_DNS: UUID = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL: UUID = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID: UUID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500: UUID = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
