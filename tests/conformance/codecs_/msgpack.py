"""MessagePack: ints of every width, floats, text, bytes, arrays, maps, extension types; truncated input."""

from __future__ import annotations

import math
import struct
from datetime import datetime, timezone
from typing import Any


class PackError(Exception):
    pass


def pack(value: Any) -> bytes:
    match value:
        case None:
            return b"\xc0"
        case bool():
            return b"\xc3" if value else b"\xc2"
        case int() if -32 <= value < 128:
            return struct.pack("b", value)
        case int():
            for code, form, low, high in ((0xCC, ">B", 0, 2**8), (0xCD, ">H", 0, 2**16), (0xCE, ">I", 0, 2**32), (0xCF, ">Q", 0, 2**64),
                                          (0xD0, ">b", -(2**7), 0), (0xD1, ">h", -(2**15), 0), (0xD2, ">i", -(2**31), 0), (0xD3, ">q", -(2**63), 0)):
                if low <= value < high:
                    return bytes([code]) + struct.pack(form, value)
            raise PackError(f"{value} does not fit 64 bits")
        case float():
            try:
                small = struct.unpack(">f", struct.pack(">f", value))[0] == value
            except OverflowError:
                small = False
            return b"\xca" + struct.pack(">f", value) if small else b"\xcb" + struct.pack(">d", value)
        case str():
            return sized(value.encode(), 0xA0, 32, (0xD9, 0xDA, 0xDB))
        case bytes() | bytearray():
            return sized(bytes(value), 0, 0, (0xC4, 0xC5, 0xC6))
        case datetime():
            return b"\xd6\xff" + struct.pack(">I", int(value.timestamp()))
        case list() | tuple():
            return counted(len(value), 0x90, (0xDC, 0xDD)) + b"".join(map(pack, value))
        case dict():
            return counted(len(value), 0x80, (0xDE, 0xDF)) + b"".join(pack(k) + pack(v) for k, v in value.items())
    raise PackError(f"cannot pack {type(value).__name__}")


def sized(data: bytes, fixed: int, limit: int, codes: tuple[int, int, int]) -> bytes:
    size = len(data)
    if size < limit:
        return bytes([fixed | size]) + data
    for code, width in zip(codes, (1, 2, 4)):
        if size < 256**width:
            return bytes([code]) + size.to_bytes(width, "big") + data
    raise PackError("too long")


def counted(count: int, fixed: int, codes: tuple[int, int]) -> bytes:
    if count < 16:
        return bytes([fixed | count])
    return bytes([codes[0]]) + count.to_bytes(2, "big") if count < 65536 else bytes([codes[1]]) + count.to_bytes(4, "big")


class Unpacker:
    def __init__(self, data: bytes) -> None:
        self.view = memoryview(data)
        self.at = 0

    def take(self, count: int) -> memoryview:
        if self.at + count > len(self.view):
            raise PackError(f"wanted {count} bytes at {self.at}, there are {len(self.view) - self.at}")
        part = self.view[self.at : self.at + count]
        self.at += count
        return part

    def number(self, form: str) -> Any:
        return struct.unpack(form, self.take(struct.calcsize(form)))[0]

    def value(self) -> Any:
        code = self.take(1)[0]
        if code < 0x80 or code >= 0xE0:
            return code - 256 if code >= 0xE0 else code
        if code < 0x90:
            return self.map(code & 15)
        if code < 0xA0:
            return [self.value() for _ in range(code & 15)]
        if code < 0xC0:
            return str(self.take(code & 31), "utf-8")
        match code:
            case 0xC0:
                return None
            case 0xC2 | 0xC3:
                return code == 0xC3
            case 0xC4 | 0xC5 | 0xC6:
                return bytes(self.take(self.number((">B", ">H", ">I")[code - 0xC4])))
            case 0xCA | 0xCB:
                return self.number(">f" if code == 0xCA else ">d")
            case 0xD6 if self.take(1)[0] == 0xFF:
                return datetime.fromtimestamp(self.number(">I"), timezone.utc)
            case 0xD9 | 0xDA | 0xDB:
                return str(self.take(self.number((">B", ">H", ">I")[code - 0xD9])), "utf-8")
            case 0xDC | 0xDD:
                return [self.value() for _ in range(self.number(">H" if code == 0xDC else ">I"))]
            case 0xDE | 0xDF:
                return self.map(self.number(">H" if code == 0xDE else ">I"))
            case _ if 0xCC <= code <= 0xD3:
                return self.number((">B", ">H", ">I", ">Q", ">b", ">h", ">i", ">q")[code - 0xCC])
        raise PackError(f"unknown code {code:#x}")

    def map(self, count: int) -> dict[Any, Any]:
        result: dict[Any, Any] = {}
        for _ in range(count):
            key = self.value()
            result[key] = self.value()
        return result


document: dict[str, Any] = {
    "ints": [0, 127, 128, 255, 256, 65535, 65536, 2**32 - 1, 2**32, 2**64 - 1, -1, -32, -33, -128, -129, -(2**31), -(2**63)],
    "floats": [0.5, 0.1, -math.inf, 1e300, 3.0],
    "text": ["", "short", "é" * 20, "x" * 300],
    "raw": b"\x00\x01", "none": None, "yes": True, "no": False,
    "nested": {1: {2: [[], {}]}, True: "one"}, "many": list(range(20)), "when": datetime(2024, 5, 6, 7, 8, 9, tzinfo=timezone.utc),
}
wire = pack(document)
print(len(wire), wire[:40].hex())
unpacker = Unpacker(wire)
back = unpacker.value()
print(back == document, unpacker.at == len(wire), back["ints"], back["floats"], back["when"], back["nested"])
for value in (1.5, 0.1, 200, -200, [1, [2]], {"a": b"z"}, "ß"):
    print(repr(value), pack(value).hex(" "))
for broken in (wire[:50], b"", b"\xc1", b"\xd9\x05ab", b"\xa1\xff", b"\xd6\x01aaaa"):
    try:
        print(Unpacker(broken).value())
    except (PackError, UnicodeDecodeError) as error:
        print(type(error).__name__, error)
for bad in (2**64, -(2**63) - 1, {1, 2}, [object]):
    try:
        pack(bad)
    except PackError as error:
        print("PackError", error)
Unpacker(pack({"k": 1})).value()["missing"]
