"""Protocol-buffer wire format by hand: varints, zigzag, fields, packed lists, unknown fields, overlong input."""

from __future__ import annotations

import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar


def varint(value: int) -> bytes:
    if value < 0:
        value += 1 << 64
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def read_varint(data: memoryview, at: int) -> tuple[int, int]:
    value = shift = 0
    while True:
        if shift > 63:
            raise OverflowError("varint longer than ten bytes")
        byte = data[at]
        value |= (byte & 0x7F) << shift
        at += 1
        if byte < 0x80:
            return value & 2**64 - 1, at
        shift += 7


def zigzag(value: int) -> int:
    return (value << 1) ^ (value >> 63)


def unzigzag(value: int) -> int:
    return (value >> 1) ^ -(value & 1)


def signed(value: int) -> int:
    return value - (1 << 64) if value >> 63 else value


def number(n: int, wire: int) -> bytes:
    return varint(n << 3 | wire)


def block(n: int, data: bytes) -> bytes:
    return number(n, 2) + varint(len(data)) + data


def scan(data: memoryview) -> Iterator[tuple[int, int, Any]]:
    at = 0
    while at < len(data):
        tag, at = read_varint(data, at)
        match tag & 7:
            case 0:
                value, at = read_varint(data, at)
                yield tag >> 3, 0, value
            case 1:
                yield tag >> 3, 1, struct.unpack_from("<d", data, at)[0]
                at += 8
            case 2:
                size, at = read_varint(data, at)
                if at + size > len(data):
                    raise EOFError(f"field {tag >> 3} wants {size} bytes")
                yield tag >> 3, 2, data[at : at + size]
                at += size
            case 5:
                yield tag >> 3, 5, struct.unpack_from("<f", data, at)[0]
                at += 4
            case wire:
                raise ValueError(f"wire type {wire} of field {tag >> 3}")


@dataclass
class Point:
    x: int = 0
    y: int = 0

    def encode(self) -> bytes:
        return b"".join(number(n, 0) + varint(zigzag(v)) for n, v in ((1, self.x), (2, self.y)) if v)

    @classmethod
    def decode(cls, data: memoryview) -> Point:
        found = {n: unzigzag(value) for n, _, value in scan(data)}
        return cls(found.get(1, 0), found.get(2, 0))


@dataclass
class Shape:
    KINDS: ClassVar[tuple[str, ...]] = ("polygon", "path")
    name: str = ""
    points: list[Point] = field(default_factory=list)
    weights: list[int] = field(default_factory=list)
    scale: float = 0.0
    kind: int = 0
    unknown: dict[int, list[Any]] = field(default_factory=lambda: defaultdict(list), repr=False)

    def encode(self) -> bytes:
        parts = [block(1, self.name.encode())] if self.name else []
        parts += [block(2, point.encode()) for point in self.points]
        if self.weights:
            parts.append(block(3, b"".join(map(varint, self.weights))))
        if self.scale:
            parts.append(number(4, 1) + struct.pack("<d", self.scale))
        parts.append(number(5, 0) + varint(self.kind))
        return b"".join(parts)

    @classmethod
    def decode(cls, data: bytes) -> Shape:
        shape = cls()
        for n, wire, value in scan(memoryview(data)):
            match n, wire:
                case 1, 2:
                    shape.name = str(value, "utf-8")
                case 2, 2:
                    shape.points.append(Point.decode(value))
                case 3, 2:
                    at = 0
                    while at < len(value):
                        weight, at = read_varint(value, at)
                        shape.weights.append(signed(weight))
                case 3, 0:
                    shape.weights.append(signed(value))
                case 4, 1:
                    shape.scale = value
                case 5, 0:
                    shape.kind = value
                case _:
                    shape.unknown[n].append(bytes(value) if wire == 2 else value)
        return shape


def show(values: Iterable[int]) -> None:
    for value in values:
        encoded = varint(value)
        decoded, used = read_varint(memoryview(encoded), 0)
        print(f"{value:>21} {encoded.hex():<20} {signed(decoded) == value or decoded == value} {used} {zigzag(value) & 2**64 - 1}")


show([0, 1, 127, 128, 300, 2**31 - 1, 2**32, 2**63 - 1, -1, -2, -(2**63)])
print([unzigzag(zigzag(v)) for v in (0, -1, 1, -(2**63), 2**63 - 1)])
shape = Shape("trié", [Point(-1, 5), Point(), Point(2**40, -(2**40))], [1, -1, 150], 2.5, 1)
wire = shape.encode()
print(len(wire), wire.hex())
back = Shape.decode(wire)
print(back, back == shape, [f.name for f in fields(back)], Shape.KINDS[back.kind])
extended = wire + number(3, 0) + varint(7) + block(9, b"new") + number(9, 0) + b"\x05" + number(10, 5) + struct.pack("<f", 0.25)
more = Shape.decode(extended)
print(more.weights, dict(more.unknown))
for broken in (b"\x0a\x05ab", b"\x08" + b"\xff" * 11, b"\x0b", b"\x08", b"\x21abc", b"\x0a\x01\xff"):
    try:
        print(Shape.decode(broken))
    except (EOFError, OverflowError, ValueError, IndexError, struct.error) as error:
        print(broken.hex(), type(error).__name__, error)
Shape.decode(number(1, 2) + varint(1 << 62))
