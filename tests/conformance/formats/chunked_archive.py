"""Reads a made-up archive format with struct and memoryview: chunks, checksums, varints, nested records, lazy parts."""

from __future__ import annotations

import base64
import binascii
import enum
import hashlib
import io
import struct
import sys
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass, field, fields
from datetime import datetime, timedelta, timezone
from functools import partial, reduce, singledispatch
from itertools import accumulate, islice, repeat, starmap, zip_longest
from operator import xor
from types import MappingProxyType, SimpleNamespace
from typing import Any, BinaryIO, ClassVar, Final, NamedTuple, Protocol, Self, TypeAlias, TypeVar, Union

Blob: TypeAlias = Union[bytes, bytearray, memoryview]
T = TypeVar("T", bound="Record")
EPOCH: Final = datetime(2001, 1, 1, tzinfo=timezone.utc)


class FormatError(Exception):
    """What is wrong, and where."""

    def __init__(self, message: str, *, at: int | None = None) -> None:
        self.at = at
        super().__init__(message)

    def __str__(self) -> str:
        where = "" if self.at is None else f" at {self.at:#06x}"
        return f"{super().__str__()}{where}"


class Kind(enum.Enum):
    META = b"META"
    DATA = b"DATA"
    INDEX = b"indx"

    @property
    def critical(self) -> bool:
        value: bytes = self.value
        return value[0] & 0x20 == 0

    @classmethod
    def _missing_(cls, value: object) -> Kind:
        if isinstance(value, memoryview):
            return cls(value.tobytes())
        raise FormatError(f"unknown chunk {value!r}")


class Header(NamedTuple):
    magic: bytes
    version: int
    flags: int
    made: int
    chunks: int = 0

    @property
    def date(self) -> datetime:
        return EPOCH + timedelta(seconds=self.made)

    def pack(self) -> bytes:
        return HEADER.pack(*self)


HEADER: Final = struct.Struct(">4sBxHIH")
CHUNK: Final = struct.Struct("<4sII")


class Cursor:
    """A place in a buffer that moves on as things are read."""

    def __init__(self, data: Blob, base: int = 0) -> None:
        self.view = memoryview(data)
        self.base = base
        self.place = 0

    def __len__(self) -> int:
        return len(self.view) - self.place

    def __bool__(self) -> bool:
        return len(self) > 0

    @property
    def at(self) -> int:
        return self.base + self.place

    def take(self, count: int) -> memoryview:
        if count > len(self):
            raise FormatError(f"wanted {count} bytes, {len(self)} are left", at=self.at)
        part = self.view[self.place : self.place + count]
        self.place += count
        return part

    def unpack(self, layout: struct.Struct | str) -> tuple[Any, ...]:
        compiled = struct.Struct(layout) if isinstance(layout, str) else layout
        return compiled.unpack(self.take(compiled.size))

    def varint(self) -> int:
        result = 0
        for shift in range(0, 70, 7):
            (byte,) = self.take(1)
            result |= (byte & 0x7F) << shift
            if not byte & 0x80:
                return result
        raise FormatError("varint is too long", at=self.at)

    def zigzag(self) -> int:
        n = self.varint()
        return (n >> 1) ^ -(n & 1)

    def text(self) -> str:
        start = self.at
        raw = self.take(self.varint())
        try:
            return str(raw, "utf-8")
        except UnicodeDecodeError as error:
            raise FormatError(f"bad text: {error.reason}", at=start + 1 + error.start) from error

    def sub(self, count: int) -> Cursor:
        base = self.at
        return Cursor(self.take(count), base)


def varint(n: int) -> bytes:
    out = bytearray()
    while n > 0x7F:
        out.append(n & 0x7F | 0x80)
        n >>= 7
    out.append(n)
    return bytes(out)


def zigzag(n: int) -> bytes:
    return varint((n << 1) ^ (n >> 63))


@singledispatch
def encode(value: object) -> bytes:
    raise TypeError(f"cannot encode {type(value).__name__}")


@encode.register
def _(value: bool) -> bytes:
    return b"\x02" if value else b"\x01"


@encode.register
def _(value: int) -> bytes:
    return b"i" + zigzag(value)


@encode.register
def _(value: float) -> bytes:
    return b"d" + struct.pack("<d", value)


@encode.register(str)
def _(value: str) -> bytes:
    raw = value.encode()
    return b"s" + varint(len(raw)) + raw


@encode.register(bytes)
@encode.register(bytearray)
def _(value: bytes | bytearray) -> bytes:
    return b"b" + varint(len(value)) + value


@encode.register(list)
@encode.register(tuple)
def _(value: Sequence[object]) -> bytes:
    return b"l" + varint(len(value)) + b"".join(map(encode, value))


@encode.register(dict)
def _(value: dict[str, object]) -> bytes:
    return (
        b"m" + varint(len(value)) + b"".join(encode(part) for pair in sorted(value.items()) for part in pair)
    )


@encode.register(type(None))
def _(value: None) -> bytes:
    return b"\x00"


def decode(cursor: Cursor) -> Any:
    at = cursor.at
    match cursor.take(1).tobytes():
        case b"\x00":
            return None
        case b"\x01" | b"\x02" as flag:
            return flag == b"\x02"
        case b"i":
            return cursor.zigzag()
        case b"d":
            return cursor.unpack("<d")[0]
        case b"s":
            return cursor.text()
        case b"b":
            return cursor.take(cursor.varint()).tobytes()
        case b"l":
            return [decode(cursor) for _ in range(cursor.varint())]
        case b"m":
            return {decode(cursor): decode(cursor) for _ in range(cursor.varint())}
        case other:
            raise FormatError(f"unknown tag {other!r}", at=at)


@dataclass(slots=True)
class Record:
    name: str
    size: int
    digest: str = field(repr=False)
    payload: memoryview = field(repr=False, compare=False)
    tags: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.payload) != self.size:
            raise FormatError(f"{self.name}: {len(self.payload)} of {self.size} bytes")

    @property
    def intact(self) -> bool:
        return hashlib.sha256(self.payload).hexdigest().startswith(self.digest)

    def lines(self) -> Iterator[str]:
        with io.StringIO(str(self.payload, "utf-8")) as text:
            yield from (line.rstrip("\n") for line in text)


@dataclass
class Patch:
    name: str
    parts: tuple[object, ...]


class Writer:
    def __init__(self, out: io.BytesIO) -> None:
        self.out = out
        self.index: OrderedDict[str, int] = OrderedDict()
        self.count = 0

    def __enter__(self) -> Self:
        self.out.write(Header(b"MRAG", 1, 0, 0).pack())
        return self

    def __exit__(self, *exc: object) -> None:
        self.chunk(Kind.INDEX, encode(dict(self.index)))
        end = self.out.tell()
        self.out.seek(0)
        made = (datetime(2024, 2, 29, 12, 30, tzinfo=timezone(timedelta(hours=1))) - EPOCH) // timedelta(
            seconds=1
        )
        self.out.write(Header(b"MRAG", 2, 0b101, made, self.count).pack())
        self.out.seek(end)

    def chunk(self, kind: Kind, body: Blob) -> int:
        place = self.out.tell()
        self.out.write(CHUNK.pack(kind.value, len(body), binascii.crc32(body)))
        self.out.write(body)
        self.out.write(bytes(-len(body) % 4))
        self.count += 1
        return place

    def add(self, name: str, payload: bytes, **meta: object) -> None:
        digest = hashlib.sha256(payload).hexdigest()[:12]
        body = encode({"name": name, "digest": digest, "meta": meta, "payload": payload})
        self.index[name] = self.chunk(Kind.DATA, body)


class Archive:
    def __init__(self, data: Blob) -> None:
        self._cursor = Cursor(data)
        header = Header(*self._cursor.unpack(HEADER))
        if header.magic != b"MRAG":
            raise FormatError(f"not an archive: {header.magic!r}")
        self.header = header
        self.warnings: list[str] = []
        self.entries: dict[str, Record] = {}
        self.places: dict[str, int] = {}
        for _ in repeat(None, header.chunks):
            self._chunk()

    def _chunk(self) -> None:
        at = self._cursor.at
        raw, size, crc = self._cursor.unpack(CHUNK)
        body = self._cursor.sub(size)
        self._cursor.take(-size % 4)
        if binascii.crc32(body.view) != crc:
            self.warnings.append(f"chunk {raw.decode('ascii', 'replace')} at {at:#x}: checksum")
        try:
            kind = Kind(raw)
        except FormatError as error:
            error.add_note(f"chunk at {at}")
            if raw[:1].isupper():
                raise
            self.warnings.append(str(error))
            return
        value = decode(body)
        if body:
            self.warnings.append(f"{len(body)} bytes after {kind.name}")
        match kind, value:
            case Kind.DATA, {
                "name": str(name),
                "digest": digest,
                "payload": bytes(payload),
                "meta": {**meta},
            }:
                tags = tuple(f"{k}={v}" for k, v in sorted(meta.items()) if v is not None)
                self.entries[name] = Record(name, len(payload), digest, memoryview(payload), tags)
                self.places[name] = at
            case Kind.INDEX, dict(index):
                for name, place in index.items():
                    if self.places.get(name) != place:
                        self.warnings.append(f"index: {name} is at {self.places.get(name)}, not {place}")
            case Kind.META, _:
                pass
            case _:
                raise FormatError(f"bad {kind.name} chunk: {value}", at=at)


def build() -> bytes:
    buffer = io.BytesIO()
    with Writer(buffer) as writer:
        writer.add("hello.txt", "Grüße,\nWelt\n".encode(), lang="de", draft=False, size=None)
        writer.add(
            "numbers.bin", struct.pack("<6h", *accumulate([3, -1, 4, -1, 5, -9])), scale=0.5, shape=[2, 3]
        )
        writer.chunk(Kind.META, encode([None, True, -(2**40), 1e300, "ß" * 3, b"\xff\x00", {"k": []}]))
        writer.add("empty", b"")
    return buffer.getvalue()


def main() -> None:
    data = build()
    print(
        len(data), hashlib.md5(data, usedforsecurity=False).hexdigest(), base64.b85encode(data[:20]).decode()
    )
    archive = Archive(data)
    print(archive.header, archive.header.date.isoformat(), f"{archive.header.flags:#05b}")
    for record in archive.entries.values():
        print(record, record.intact)
    print(list(archive.entries["hello.txt"].lines()), archive.places, archive.warnings)
    numbers = archive.entries["numbers.bin"].payload.cast("h")
    print(
        numbers.tolist(),
        numbers.itemsize,
        numbers.format,
        numbers.nbytes,
        list(struct.iter_unpack("<hh", numbers.cast("B"))),
    )
    print(
        astuple(Patch("x", (1, Patch("y", ())))),
        [f.name for f in fields(Record)],
        archive.header._replace(chunks=0)._asdict(),
    )
    patches: list[tuple[str, Callable[[bytearray], object]]] = [
        ("magic", lambda d: d.__setitem__(slice(0, 4), b"ZZZZ")),
        ("cut", lambda d: d.__delitem__(slice(60, None))),
        ("payload", lambda d: d.__setitem__(d.index(b"Welt"), ord("w"))),
        ("utf-8", lambda d: d.__setitem__(d.index(b"hello"), 0xFF)),
        ("tag", lambda d: d.__setitem__(26, 0x7A)),
        ("unknown", lambda d: d.__setitem__(slice(d.index(b"META"), d.index(b"META") + 4), b"NOPE")),
        ("ancillary", lambda d: d.__setitem__(slice(d.index(b"indx"), d.index(b"indx") + 4), b"note")),
        ("count", lambda d: struct.pack_into(">H", d, 12, 9)),
        ("none", lambda d: d.extend(b"trailing")),
    ]
    for name, patch in patches:
        broken = bytearray(data)
        patch(broken)
        try:
            found = Archive(broken)
        except FormatError as error:
            notes = getattr(error, "__notes__", [])
            print(f"{name:>10}: {error} {notes or ''} {type(error.__cause__).__name__}")
        except struct.error as error:
            print(f"{name:>10}: struct.error {error}")
        else:
            print(f"{name:>10}: {found.warnings} {[r.name for r in found.entries.values() if not r.intact]}")
    for wrong in ({1, 2}, [1j], {"a": object}):
        try:
            encode(wrong)
        except TypeError as error:
            print(error)
    print(
        [
            decode(Cursor(encode(v)))
            for v in (0, -1, 2**62, -(2**62), True, (1, (2.5,)), {"b": 1, "a": None}, "", bytearray(b"x"))
        ]
    )
    print(
        reduce(xor, data),
        data[:8].hex(" ", 2),
        bytes.fromhex("4d 52 41 47") == data[:4],
        int.from_bytes(data[8:12], "big"),
    )
    view = memoryview(bytearray(data[:12]))
    view[4:6] = b"\x07\x08"
    view.release()
    try:
        view[0]
    except ValueError as error:
        print(error)
    rows = zip_longest(*[iter(data[:10])] * 4, fillvalue=0)
    print(
        [" ".join(f"{b:02x}" for b in row) for row in rows],
        *starmap(pow, [(2, 3), (3, 2)]),
        SimpleNamespace(**archive.header._asdict()).version,
    )
    frozen = MappingProxyType(archive.places)
    try:
        frozen["x"] = 1  # type: ignore[index]
    except TypeError as error:
        print(error, len(frozen))


if __name__ == "__main__":
    main()
