"""A zip archive of stored entries: local headers, a central directory, DOS times, CRCs, comments, unicode flags, corruption."""

from __future__ import annotations

import binascii
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from enum import IntFlag
from io import SEEK_CUR, SEEK_END, BytesIO
from typing import Final, NamedTuple

LOCAL: Final = struct.Struct("<4s5H3I2H")
CENTRAL: Final = struct.Struct("<4s6H3I5H2I")
END: Final = struct.Struct("<4s4H2IH")


class BadZip(Exception):
    pass


class Flags(IntFlag):
    ENCRYPTED = 1
    STREAMED = 8
    UTF8 = 0x800


class Stamp(NamedTuple):
    date: int
    time: int

    @classmethod
    def of(cls, moment: datetime) -> Stamp:
        if not 1980 <= moment.year <= 2107:
            raise ValueError(f"year {moment.year} is outside of 1980..2107")
        return cls(
            moment.year - 1980 << 9 | moment.month << 5 | moment.day,
            moment.hour << 11 | moment.minute << 5 | moment.second // 2,
        )

    def moment(self) -> datetime:
        return datetime(
            1980 + (self.date >> 9),
            self.date >> 5 & 15,
            self.date & 31,
            self.time >> 11,
            self.time >> 5 & 63,
            (self.time & 31) * 2,
        )


@dataclass
class Entry:
    name: str
    data: bytes
    moment: datetime = datetime(2024, 2, 29, 12, 34, 57)
    comment: str = ""
    offset: int = field(default=0, compare=False)

    def encoded(self) -> tuple[bytes, Flags]:
        try:
            return self.name.encode("ascii"), Flags(0)
        except UnicodeEncodeError:
            return self.name.encode(), Flags.UTF8

    @property
    def crc(self) -> int:
        return binascii.crc32(self.data)


class Writer:
    def __init__(self) -> None:
        self.stream = BytesIO()
        self.entries: list[Entry] = []

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        if kind is None:
            self.finish()

    def add(self, entry: Entry) -> None:
        if any(entry.name == other.name for other in self.entries):
            raise BadZip(f"duplicate name {entry.name!r}")
        entry.offset = self.stream.tell()
        name, flags = entry.encoded()
        stamp = Stamp.of(entry.moment)
        size = len(entry.data)
        self.stream.write(
            LOCAL.pack(b"PK\3\4", 20, flags, 0, stamp.time, stamp.date, entry.crc, size, size, len(name), 0)
        )
        self.stream.write(name + entry.data)
        self.entries.append(entry)

    def finish(self, comment: bytes = b"") -> bytes:
        start = self.stream.tell()
        for entry in self.entries:
            name, flags = entry.encoded()
            stamp, size, note = Stamp.of(entry.moment), len(entry.data), entry.comment.encode()
            fields = (
                20,
                20,
                flags,
                0,
                stamp.time,
                stamp.date,
                entry.crc,
                size,
                size,
                len(name),
                0,
                len(note),
                0,
                0,
                0o644 << 16,
                entry.offset,
            )
            self.stream.write(CENTRAL.pack(b"PK\1\2", *fields) + name + note)
        count = len(self.entries)
        self.stream.write(
            END.pack(b"PK\5\6", 0, 0, count, count, self.stream.tell() - start, start, len(comment)) + comment
        )
        return self.stream.getvalue()


class Reader:
    def __init__(self, data: bytes) -> None:
        self.stream = BytesIO(data)
        at = data.rfind(b"PK\5\6", max(0, len(data) - 65_557))
        if at < 0:
            raise BadZip("no end record")
        _, disk, _, _, self.count, size, start, length = END.unpack_from(data, at)
        if disk:
            raise BadZip("split over disks")
        self.comment = data[at + END.size : at + END.size + length]
        self.shift = at - size - start
        self.stream.seek(start + self.shift)
        self.names: dict[str, tuple[int, int]] = {}
        self.entries = list(self.directory())

    def read(self, size: int) -> bytes:
        data = self.stream.read(size)
        if len(data) < size:
            raise BadZip(f"{size - len(data)} bytes short at {self.stream.seek(0, SEEK_CUR)}")
        return data

    def directory(self) -> Iterator[Entry]:
        for number in range(self.count):
            magic, _, _, flags, method, time, date, crc, _, size, n, extra, c, _, _, _, offset = (
                CENTRAL.unpack(self.read(CENTRAL.size))
            )
            if magic != b"PK\1\2":
                raise BadZip(f"entry {number} has magic {magic!r}")
            raw = self.read(n)
            self.stream.seek(extra, SEEK_CUR)
            name = raw.decode("utf-8" if Flags.UTF8 in Flags(flags) else "latin-1")
            note = self.read(c).decode()
            if method or Flags.ENCRYPTED & flags:
                raise BadZip(f"{name}: method {method}, {Flags(flags)!r}")
            here = self.stream.tell()
            yield Entry(
                name,
                self.content(offset + self.shift, name, size, crc),
                Stamp(date, time).moment(),
                note,
                offset,
            )
            self.stream.seek(here)

    def content(self, at: int, name: str, size: int, crc: int) -> bytes:
        self.stream.seek(at)
        magic, *_, n, extra = LOCAL.unpack(self.read(LOCAL.size))
        if magic != b"PK\3\4":
            raise BadZip(f"{name}: no local header at {at}")
        self.stream.seek(n + extra, SEEK_CUR)
        data = self.read(size)
        if (found := binascii.crc32(data)) != crc:
            raise BadZip(f"{name}: CRC {found:08x} is not {crc:08x}")
        return data


def main() -> None:
    entries = [
        Entry("a.txt", b"hello zip\n" * 3),
        Entry("dir/größe.bin", bytes(range(100)), datetime(1980, 1, 1), "kommentär"),
        Entry("empty", b"", datetime(2107, 12, 31, 23, 59, 59)),
    ]
    with Writer() as writer:
        for entry in entries:
            writer.add(entry)
    data = writer.stream.getvalue()
    reader = Reader(data)
    print(
        len(data),
        f"{binascii.crc32(data):08x}",
        reader.count,
        reader.shift,
        LOCAL.size,
        CENTRAL.size,
        END.size,
    )
    for entry in reader.entries:
        print(
            f"{entry.name:15} {len(entry.data):4} {entry.crc:08x} {entry.moment:%Y-%m-%d %H:%M:%S} {entry.offset:4} {entry.comment!r}"
        )
    print(
        [a.data == b.data and a.moment != b.moment for a, b in zip(entries, reader.entries)],
        Stamp.of(datetime(2000, 5, 6, 7, 8, 9)),
        Stamp.of(datetime(2000, 5, 6, 7, 8, 9)).moment(),
    )
    other = Reader(b"#!/bin/sh stub\n" + Writer().finish(b"nothing here"))
    print(other.shift, other.comment, other.entries, Reader(b"junk" + data).entries == reader.entries)
    stream = BytesIO(data)
    print(
        stream.seek(-22, SEEK_END),
        stream.read(4),
        stream.tell(),
        stream.readable(),
        stream.getbuffer().nbytes,
    )
    spots = {
        "data": 40,
        "local": 0,
        "directory": data.index(b"PK\1\2"),
        "method": data.index(b"PK\1\2") + 10,
        "flag": data.index(b"PK\1\2") + 8,
    }
    for what, spot in spots.items():
        broken = bytearray(data)
        broken[spot] ^= 1
        try:
            print(len(Reader(bytes(broken)).entries))
        except BadZip as error:
            print(what, error)
    for bad in (b"", data[:-30], data[:50] + data[-22:]):
        try:
            print(len(Reader(bad).entries))
        except (BadZip, struct.error, ValueError) as error:
            print(type(error).__name__, error)
    for entry in (Entry("a.txt", b""), Entry("old", b"", datetime(1979, 12, 31))):
        try:
            writer.add(entry)
        except (BadZip, ValueError) as error:
            print(error)
    print(repr(Flags(0x809)), Flags.UTF8 | Flags.STREAMED, Flags(0x800).name)


main()
