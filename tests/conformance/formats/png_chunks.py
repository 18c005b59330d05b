"""A PNG writer and reader: chunks with CRCs, stored deflate blocks, Adler-32, the five row filters, errors by chunk."""

from __future__ import annotations

import binascii
import struct
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from io import BytesIO
from typing import ClassVar, Final, NamedTuple

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"


class PngError(ValueError):
    def __init__(self, message: str, offset: int) -> None:
        super().__init__(f"{message} at byte {offset}")
        self.offset = offset


class ColourType(IntEnum):
    GRAY = 0
    RGB = 2
    INDEXED = 3
    GRAY_ALPHA = 4
    RGBA = 6

    @property
    def channels(self) -> int:
        return {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[self]


class Chunk(NamedTuple):
    kind: bytes
    data: bytes
    offset: int = 0

    @property
    def critical(self) -> bool:
        return not self.kind[0] & 0x20

    def pack(self) -> bytes:
        body = self.kind + self.data
        return struct.pack(">I", len(self.data)) + body + struct.pack(">I", binascii.crc32(body))


def adler32(data: bytes | bytearray) -> int:
    a, b = 1, 0
    for byte in data:
        a = (a + byte) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def deflate_stored(data: bytes, block: int = 40) -> bytes:
    out = bytearray(b"\x78\x01")
    for start in range(0, max(len(data), 1), block):
        part = data[start : start + block]
        last = start + block >= len(data)
        out += struct.pack("<BHH", last, len(part), len(part) ^ 0xFFFF) + part
    return bytes(out + struct.pack(">I", adler32(data)))


def inflate_stored(stream: bytes) -> bytes:
    if int.from_bytes(stream[:2], "big") % 31:
        raise PngError("bad zlib header", 0)
    out, at, last = bytearray(), 2, 0
    while not last:
        last, size, check = struct.unpack_from("<BHH", stream, at)
        if size ^ check != 0xFFFF:
            raise PngError("bad block length", at)
        at += 5
        out += stream[at : at + size]
        at += size
    (expected,) = struct.unpack_from(">I", stream, at)
    if expected != adler32(out):
        raise PngError(f"adler {expected:08x}, not {adler32(out):08x}", at)
    return bytes(out)


def paeth(a: int, b: int, c: int) -> int:
    p = a + b - c
    return min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]


PREDICTORS: Sequence[Callable[[int, int, int], int]] = (
    lambda a, b, c: 0,
    lambda a, b, c: a,
    lambda a, b, c: b,
    lambda a, b, c: (a + b) // 2,
    paeth,
)


def filter_row(kind: int, row: bytes, above: bytes, step: int, sign: int) -> bytes:
    predict = PREDICTORS[kind]
    out = bytearray(len(row))
    for i, value in enumerate(row):
        known = row if sign < 0 else out
        left = known[i - step] if i >= step else 0
        corner = above[i - step] if i >= step else 0
        out[i] = (value + sign * predict(left, above[i], corner)) & 0xFF
    return bytes(out)


@dataclass
class Image:
    width: int
    height: int
    colour: ColourType
    rows: list[bytes]
    text: dict[str, str] = field(default_factory=dict)

    HEADER: ClassVar[struct.Struct] = struct.Struct(">IIBBBBB")

    def encode(self) -> bytes:
        step = self.colour.channels
        raw = bytearray()
        above = bytes(self.width * step)
        for row in self.rows:
            tried = [(filter_row(kind, row, above, step, -1), kind) for kind in range(5)]
            best, kind = min(tried, key=lambda t: sum(min(v, 256 - v) for v in t[0]))
            raw.append(kind)
            raw += best
            above = row
        out = BytesIO()
        out.write(SIGNATURE)
        out.write(Chunk(b"IHDR", self.HEADER.pack(self.width, self.height, 8, self.colour, 0, 0, 0)).pack())
        for key, value in self.text.items():
            out.write(
                Chunk(b"tEXt", key.encode("latin-1") + b"\0" + value.encode("latin-1", "replace")).pack()
            )
        out.write(Chunk(b"IDAT", deflate_stored(bytes(raw))).pack())
        out.write(Chunk(b"IEND", b"").pack())
        return out.getvalue()

    @classmethod
    def decode(cls, data: bytes) -> Image:
        image: Image | None = None
        idat = bytearray()
        for chunk in chunks(data):
            match chunk:
                case Chunk(b"IHDR", body):
                    width, height, depth, colour, *rest = cls.HEADER.unpack(body)
                    if depth != 8 or any(rest):
                        raise PngError(f"depth {depth}, methods {rest}", chunk.offset)
                    image = cls(width, height, ColourType(colour), [])
                case Chunk(b"tEXt", body) if image is not None:
                    key, _, value = body.partition(b"\0")
                    image.text[key.decode("latin-1")] = value.decode("latin-1")
                case Chunk(b"IDAT", body):
                    idat.extend(body)
                case Chunk(b"IEND"):
                    break
                case _ if chunk.critical:
                    raise PngError(f"unknown chunk {chunk.kind.decode()}", chunk.offset)
        if image is None:
            raise PngError("no header", 8)
        stride = image.width * image.colour.channels
        lines = BytesIO(inflate_stored(bytes(idat)))
        above = bytes(stride)
        for _ in range(image.height):
            (kind,) = lines.read(1)
            above = filter_row(kind, lines.read(stride), above, image.colour.channels, 1)
            image.rows.append(above)
        return image


def chunks(data: bytes) -> Iterator[Chunk]:
    if not data.startswith(SIGNATURE):
        raise PngError(f"no signature in {data[:8]!r}", 0)
    at = len(SIGNATURE)
    while at < len(data):
        try:
            size, kind = struct.unpack_from(">I4s", data, at)
            body = data[at + 8 : at + 8 + size]
            (crc,) = struct.unpack_from(">I", data, at + 8 + size)
        except struct.error as error:
            raise PngError("truncated", at) from error
        if crc != binascii.crc32(kind + body):
            raise PngError(f"bad CRC of {kind.decode('ascii', 'backslashreplace')}", at)
        yield Chunk(kind, body, at)
        at += size + 12


def main() -> None:
    rows = [bytes(v for x in range(6) for v in (x * 40, y * 50, (x ^ y) * 30)) for y in range(5)]
    image = Image(6, 5, ColourType.RGB, rows, {"Title": "ramp", "Author": "Zoë → x"})
    data = image.encode()
    print(len(data), binascii.crc32(data), data[:33].hex(" ", 4))
    for chunk in chunks(data):
        print(chunk.offset, chunk.kind, len(chunk.data), chunk.critical, chunk.data[:12])
    again = Image.decode(data)
    print(again.colour, again.text, again.rows == rows, again == image, again.rows[4].hex(":"))
    gray = Image(3, 2, ColourType.GRAY, [b"\x00\x80\xff", b"\x10\x20\x30"])
    print(Image.decode(gray.encode()) == gray, [filter_row(k, rows[1], rows[0], 3, -1)[:8] for k in range(5)])
    flipped = bytearray(data)
    flipped[45] ^= 1
    extra = data[:33] + Chunk(b"ABCD", b"?").pack() + data[33:]
    soft = data[:33] + Chunk(b"abCD", b"?").pack() + data[33:]
    print(Image.decode(soft) == again)
    for broken in (b"GIF89a", bytes(flipped), data[:-7], extra, SIGNATURE, data.replace(b"IDAT", b"IDaT")):
        try:
            print(Image.decode(broken).width)
        except PngError as error:
            print(type(error).__name__, error, error.offset, repr(error.__cause__))


main()
