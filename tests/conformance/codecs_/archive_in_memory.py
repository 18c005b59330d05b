"""A ustar-like archive in memory: headers of 512 bytes with octal fields and checksums, made, listed, extracted."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timezone

BLOCK = 512
LAYOUT = struct.Struct("100s8s8s8s12s12s8sc100s6s2s32s32s8s8s155s12x")


class ArchiveError(Exception):
    pass


@dataclass
class Member:
    name: str
    data: bytes = b""
    mode: int = 0o644
    modified: int = 0
    kind: str = "0"
    link: str = ""

    def listing(self) -> str:
        letters = "".join(letter if self.mode >> bit & 1 else "-" for bit, letter in zip(range(8, -1, -1), "rwxrwxrwx"))
        when = datetime.fromtimestamp(self.modified, timezone.utc)
        kind = {"0": "-", "5": "d", "2": "l"}[self.kind]
        arrow = f" -> {self.link}" if self.link else ""
        return f"{kind}{letters} {len(self.data):>6} {when:%Y-%m-%d %H:%M} {self.name}{arrow}"


def octal(value: int, width: int) -> bytes:
    text = b"%0*o" % (width - 1, value)
    if len(text) >= width:
        raise ArchiveError(f"{value} does not fit {width} bytes")
    return text + b"\0"


def header(member: Member) -> bytes:
    name, prefix = member.name.encode(), b""
    if len(name) > 100:
        cut = name.rfind(b"/", 0, 156)
        if cut < 0 or len(name) - cut - 1 > 100:
            raise ArchiveError(f"name too long: {member.name[:20]}...")
        prefix, name = name[:cut], name[cut + 1 :]
    fields = [
        name, octal(member.mode, 8), octal(1000, 8), octal(1000, 8), octal(len(member.data), 12), octal(member.modified, 12),
        b" " * 8, member.kind.encode(), member.link.encode(), b"ustar\0", b"00", b"ada", b"users", octal(0, 8), octal(0, 8), prefix,
    ]
    raw = bytearray(LAYOUT.pack(*fields))
    raw[148:156] = b"%06o\0 " % sum(raw)
    return bytes(raw)


def write(sink: io.BytesIO, members: list[Member]) -> None:
    for member in members:
        sink.write(header(member))
        sink.write(member.data)
        sink.write(bytes(-len(member.data) % BLOCK))
    sink.write(bytes(2 * BLOCK))


def text(raw: bytes) -> str:
    return raw.split(b"\0", 1)[0].decode()


def read(source: io.BytesIO) -> Iterator[Member]:
    while True:
        raw = source.read(BLOCK)
        if len(raw) < BLOCK:
            raise ArchiveError("archive ends early")
        if not any(raw):
            return
        (name, mode, _uid, _gid, size, when, checksum, kind, link, magic, *_, prefix) = LAYOUT.unpack(raw)
        if magic != b"ustar\0":
            raise ArchiveError(f"bad magic {magic!r} at {source.tell() - BLOCK}")
        expected = int(checksum.rstrip(b"\0 "), 8)
        actual = sum(raw) - sum(raw[148:156]) + 8 * 32
        if actual != expected:
            raise ArchiveError(f"checksum {actual:o}, header says {expected:o}")
        length = int(text(size), 8)
        data = source.read(length)
        source.seek(-length % BLOCK, io.SEEK_CUR)
        full = f"{text(prefix)}/{text(name)}" if text(prefix) else text(name)
        yield Member(full, data, int(text(mode), 8), int(text(when), 8), kind.decode(), text(link))


members = [
    Member("docs/", mode=0o755, kind="5", modified=1_000_000_000),
    Member("docs/readme.txt", b"hello\n" * 100, modified=1_700_000_000),
    Member("docs/" + "deep/" * 25 + "file.bin", bytes(range(256)) * 2, 0o600, 86399),
    Member("latest", kind="2", link="docs/readme.txt", mode=0o777),
]
sink = io.BytesIO()
write(sink, members)
image = sink.getvalue()
print(len(image), len(image) % BLOCK, image[:20], image[148:156], image[257:265])
sink.seek(0)
found = list(read(sink))
for member in found:
    print(member.listing())
print(found == members, [m.name for m in found][2][-20:])
damaged = bytearray(image)
damaged[0:1] = b"D"
for broken in (bytes(damaged), image[: BLOCK * 2], b"x" * BLOCK):
    try:
        print(len(list(read(io.BytesIO(broken)))))
    except ArchiveError as error:
        print("ArchiveError:", error)
for bad in (Member("x" * 101), Member("big", modified=8**11)):
    try:
        header(bad)
    except ArchiveError as error:
        print(error)
LAYOUT.unpack(image[:511])
