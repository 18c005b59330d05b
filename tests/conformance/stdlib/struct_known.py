"""A container of tagged records: struct with formats that are known while compiling, and some that are not."""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum
from struct import Struct, calcsize, unpack_from
from typing import Any, Final

MAGIC: Final = b"MRG1"
HEADER = Struct(">4sHHI")
POINT: Final = struct.Struct("<ddf")
ENTRY: Final = "<BxHq"
TRAILER = "!I?"
swapped = "<HH"


class Kind(IntEnum):
    POINT = 1
    TEXT = 2
    NUMBER = 3


class Level:
    def __index__(self) -> int:
        return 77


@dataclass
class Record:
    kind: Kind
    payload: bytes


def number(kind: Kind, value: int) -> Record:
    return Record(kind, struct.pack(ENTRY, kind, 7, value))


def encode(records: list[Record]) -> bytes:
    body = b"".join(struct.pack("!BH", r.kind, len(r.payload)) + r.payload for r in records)
    total = sum(body) & 0xFFFFFFFF
    return HEADER.pack(MAGIC, 1, len(records), len(body)) + body + struct.pack(TRAILER, total, len(records) > 2)


def decode(data: bytes | memoryview) -> Iterator[Record]:
    magic, version, count, length = HEADER.unpack_from(data)
    if magic != MAGIC:
        raise ValueError(f"not a container: {magic!r}")
    offset = HEADER.size
    for _ in range(count):
        kind, size = unpack_from("!BH", data, offset)
        offset += calcsize("!BH")
        yield Record(Kind(kind), bytes(data[offset : offset + size]))
        offset += size
    (total, many) = struct.unpack(TRAILER, data[offset : offset + 5])
    print("version", version, "bytes", length, "sum", total, many, type(total).__name__, type(many).__name__)


def attempt(what: str, action: Any) -> None:
    try:
        print(what, action())
    except (struct.error, OverflowError, TypeError, ValueError, BufferError) as error:
        print(what, "->", type(error).__name__, error)


def main() -> None:
    records = [
        Record(Kind.POINT, POINT.pack(1.5, -0.25, 0.1)),
        Record(Kind.TEXT, struct.pack("5s3p", b"hello world", b"abc")),
        number(Kind.NUMBER, -(2**62)),
        number(Kind.NUMBER, 2**63 - 1),
    ]
    data = encode(records)
    print(len(data), data.hex())
    for record in decode(memoryview(data)):
        match record:
            case Record(Kind.POINT, payload):
                x, y, z = POINT.unpack(payload)
                print("point", x, y, z, x + y)
            case Record(Kind.TEXT, payload):
                print("text", struct.unpack("5s3p", payload))
            case Record(payload=payload):
                tag, small, value = struct.unpack(ENTRY, payload)
                print("number", tag, small, value, value + 1, struct.unpack(ENTRY, payload)[2] == value)

    buffer = bytearray(b"\xee" * 12)
    for index in range(3):
        struct.pack_into("<hB", buffer, index * 4, index - 1, index * 100)
    print(buffer, struct.unpack_from("<hB", buffer, 8), struct.unpack_from("<h", buffer, -4))
    struct.pack_into(">I", memoryview(buffer)[4:9], 1, 0xCAFEBABE)
    print(buffer)

    given = json.loads('{"a": 65535, "b": "text", "c": 2.5, "d": 70000, "e": true}')
    for key in given:
        attempt(f"H of {key}", lambda key=key: struct.pack("<H", given[key]))
        attempt(f"d of {key}", lambda key=key: struct.pack(">d", given[key]))
    attempt("level", lambda: struct.pack("b", Level()))
    attempt("signed", lambda: struct.pack("<b", 128))
    attempt("negative", lambda: struct.pack(">I", -1))
    attempt("long", lambda: struct.pack("<q", 2**63))
    attempt("largest", lambda: (struct.pack("<Q", 2**64 - 1), struct.unpack("<Q", b"\xff" * 8)))
    attempt("short", lambda: HEADER.unpack(b"MRG1"))
    attempt("offset", lambda: HEADER.unpack_from(data, 100))
    attempt("before", lambda: struct.unpack_from("<H", data, -200))
    attempt("float", lambda: POINT.pack(1, True, 1e39))
    attempt("half", lambda: struct.unpack("<3e", struct.pack("<3e", 0.1, -65504.0, 6e-8)))
    attempt("no room", lambda: struct.pack_into("<I", bytearray(3), 0, 1))
    attempt("fixed", lambda: struct.pack_into("<I", memoryview(bytes(8)), 0, 1))
    attempt("stepping", lambda: struct.unpack("<H", memoryview(b"abcd")[::2]))
    attempt("count", lambda: struct.pack(swapped, *[1]))
    attempt("wrong", lambda: struct.calcsize("<y"))
    attempt("no bytes", lambda: struct.pack("0s", given["a"]))
    attempt("no bytes, not known", lambda: struct.pack("0s" if given else "", given["a"]))
    attempt("empty", lambda: (struct.pack("<"), struct.unpack("", b""), struct.calcsize("3x")))


def change() -> None:
    global swapped
    print(struct.pack(swapped, 1, 2))
    swapped = ">HH"
    print(struct.pack(swapped, 1, 2), calcsize("bq"), calcsize("<bq"), Struct("@bl").size)
    try:
        print(LATE.unpack(b"ab"))
    except NameError as error:
        print(error)


main()
change()
LATE = Struct("<H")
print(LATE.unpack(b"ab"), LATE.format)
print(struct.pack("<HH", 5, 65536))
