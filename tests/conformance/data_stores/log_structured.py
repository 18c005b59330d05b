"""A log-structured store: records with checksums, segments, tombstones, compaction, recovery of a torn log."""

from __future__ import annotations

import binascii
import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, Final

HEADER: Final = struct.Struct(">IHi")  # checksum, length of the key, length of the value or -1


class Corrupt(Exception):
    def __init__(self, offset: int, why: str) -> None:
        super().__init__(f"offset {offset}: {why}")
        self.offset = offset


@dataclass(frozen=True)
class Record:
    key: bytes
    value: bytes | None

    def encode(self) -> bytes:
        body = self.key + (self.value or b"")
        size = -1 if self.value is None else len(self.value)
        lengths = struct.pack(">Hi", len(self.key), size)
        return HEADER.pack(binascii.crc32(lengths + body), len(self.key), size) + body

    @staticmethod
    def read(stream: BinaryIO) -> Record | None:
        start = stream.tell()
        head = stream.read(HEADER.size)
        if not head:
            return None
        if len(head) < HEADER.size:
            raise Corrupt(start, f"header of {len(head)} bytes")
        checksum, key_size, size = HEADER.unpack(head)
        wanted = key_size + max(0, size)
        body = stream.read(wanted)
        if len(body) < wanted:
            raise Corrupt(start, f"body of {len(body)} bytes, not {wanted}")
        if binascii.crc32(head[4:] + body) != checksum:
            raise Corrupt(start, "checksum")
        return Record(body[:key_size], None if size < 0 else body[key_size:])


@dataclass
class Segment:
    number: int
    stream: io.BytesIO = field(default_factory=io.BytesIO, repr=False)
    live: int = 0

    @property
    def size(self) -> int:
        return self.stream.getbuffer().nbytes

    def append(self, record: Record) -> int:
        offset = self.stream.seek(0, io.SEEK_END)
        self.stream.write(record.encode())
        return offset

    def at(self, offset: int) -> Record:
        self.stream.seek(offset)
        record = Record.read(self.stream)
        assert record is not None
        return record

    def scan(self) -> Iterator[tuple[int, Record]]:
        offset = 0
        while True:
            self.stream.seek(offset)
            record = Record.read(self.stream)
            if record is None:
                return
            yield offset, record
            offset = self.stream.tell()


class Store:
    def __init__(self, limit: int = 120) -> None:
        self.limit = limit
        self.segments = {0: Segment(0)}
        self.index: dict[bytes, tuple[int, int]] = {}
        self.compactions = 0

    @property
    def last(self) -> Segment:
        return self.segments[max(self.segments)]

    def _write(self, record: Record) -> None:
        if self.last.size >= self.limit:
            number = self.last.number + 1
            self.segments[number] = Segment(number)
        segment = self.last
        offset = segment.append(record)
        old = self.index.pop(record.key, None)
        if old is not None:
            self.segments[old[0]].live -= 1
        if record.value is not None:
            self.index[record.key] = segment.number, offset
            segment.live += 1

    def __setitem__(self, key: str, value: str) -> None:
        self._write(Record(key.encode(), value.encode()))

    def __getitem__(self, key: str) -> str:
        number, offset = self.index[key.encode()]
        value = self.segments[number].at(offset).value
        assert value is not None
        return value.decode()

    def __delitem__(self, key: str) -> None:
        if key.encode() not in self.index:
            raise KeyError(key)
        self._write(Record(key.encode(), None))

    def __len__(self) -> int:
        return len(self.index)

    def __iter__(self) -> Iterator[str]:
        return (key.decode() for key in sorted(self.index))

    def compact(self) -> int:
        before = sum(s.size for s in self.segments.values())
        items = [(key, self[key]) for key in self]
        number = self.last.number + 1
        self.segments = {number: Segment(number)}
        self.index.clear()
        for key, value in items:
            self[key] = value
        self.compactions += 1
        return before - sum(s.size for s in self.segments.values())

    def dump(self) -> list[bytes]:
        return [segment.stream.getvalue() for _, segment in sorted(self.segments.items())]

    @classmethod
    def recover(cls, dumps: list[bytes], strict: bool = False) -> Store:
        store = cls()
        problems = []
        for dump in dumps:
            segment = Segment(-1, io.BytesIO(dump))
            try:
                for _, record in segment.scan():
                    store._write(record)
            except Corrupt as error:
                problems.append(error)
        if problems and strict:
            raise ExceptionGroup("damaged segments", problems)
        return store


store = Store()
for n in range(12):
    store[f"key{n % 5}"] = f"value {n}" * (n % 3 + 1)
store["ünïcode"] = "snow ☃"
store["empty"] = ""
del store["key3"]
print(len(store), list(store), [(s.number, s.size, s.live) for s in store.segments.values()])
print(store["ünïcode"], repr(store["empty"]), store["key1"])
for key in ("key3", "nothing"):
    try:
        print(store[key])
    except KeyError as error:
        print("no", error)
dumps = store.dump()
again = Store.recover(dumps)
print(len(again), all(again[key] == store[key] for key in store), "key3" in list(again))
print(
    store.compact(),
    len(store.segments),
    [(s.number, s.size, s.live) for s in store.segments.values()],
    store["key4"],
)
print(HEADER.size, Record(b"k", b"v").encode().hex(" ", 4), Record(b"gone", None).encode().hex())
for damage in range(4):
    broken = [bytearray(d) for d in dumps]
    match damage:
        case 0:
            del broken[-1][-3:]
        case 1:
            broken[0][12] ^= 0xFF
        case 2:
            broken[1][:] = broken[1][:5]
        case _:
            pass
    torn = Store.recover([bytes(b) for b in broken])
    try:
        Store.recover([bytes(b) for b in broken], strict=True)
    except* Corrupt as group:
        print(damage, len(torn), [str(e) for e in group.exceptions])
    else:
        print(damage, len(torn), "sound")
del store["key3"]
