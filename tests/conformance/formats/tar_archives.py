"""A tar archive in memory: octal fields, checksums, padding, long names split by prefix, listing, damage, byte limits."""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timezone
from enum import Enum, IntFlag
from typing import ClassVar, Final, Protocol

BLOCK: Final = 512


class Kind(Enum):
    FILE = b"0"
    LINK = b"2"
    FOLDER = b"5"

    @property
    def letter(self) -> str:
        return {Kind.FILE: "-", Kind.LINK: "l", Kind.FOLDER: "d"}[self]


class Mode(IntFlag):
    X = 1
    W = 2
    R = 4


class TarError(Exception):
    pass


class ChecksumError(TarError):
    def __init__(self, name: str, stored: int, computed: int) -> None:
        super().__init__(name, stored, computed)
        self.name = name

    def __str__(self) -> str:
        name, stored, computed = self.args
        return f"{name!r}: checksum {stored:o} is not {computed:o}"


class Readable(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


def octal(value: int, width: int) -> bytes:
    text = f"{value:0{width - 1}o}"
    if len(text) >= width:
        raise TarError(f"{value} does not fit in {width - 1} octal digits")
    return text.encode() + b"\0"


def number(raw: bytes) -> int:
    text = raw.rstrip(b" \0").decode("ascii")
    return int(text, 8) if text else 0


@dataclass
class Member:
    name: str
    data: bytes = b""
    mode: int = 0o644
    time: datetime = datetime(2024, 1, 1, tzinfo=timezone.utc)
    kind: Kind = Kind.FILE
    target: str = ""
    owner: tuple[str, str] = field(default=("root", "root"), kw_only=True)

    LAYOUT: ClassVar[struct.Struct] = struct.Struct("100s8s8s8s12s12s8s1s100s6s2s32s32s8s8s155s12x")

    def split_name(self) -> tuple[bytes, bytes]:
        raw = self.name.encode()
        if len(raw) <= 100:
            return raw, b""
        at = raw.rfind(b"/", 0, 156)
        if at <= 0 or len(raw) - at - 1 > 100:
            raise TarError(f"name too long: {self.name[:20]}... ({len(raw)} bytes)")
        return raw[at + 1 :], raw[:at]

    def header(self) -> bytes:
        name, prefix = self.split_name()
        fields = [
            name, octal(self.mode, 8), octal(1000, 8), octal(100, 8), octal(len(self.data), 12),
            octal(int(self.time.timestamp()), 12), b" " * 8, self.kind.value, self.target.encode(), b"ustar\0", b"00",
            self.owner[0].encode(), self.owner[1].encode(), b"", b"", prefix,
        ]  # fmt: skip
        block = bytearray(self.LAYOUT.pack(*fields))
        block[148:156] = f"{sum(block):06o}\0 ".encode()
        return bytes(block)

    @classmethod
    def from_header(cls, block: bytes) -> tuple[Member, int]:
        raw = cls.LAYOUT.unpack(block)
        name, mode, _, _, size, mtime, checksum, kind, target, magic, _, user, group, _, _, prefix = raw
        full = b"/".join(part.rstrip(b"\0") for part in (prefix, name) if part.strip(b"\0")).decode()
        computed = sum(block[:148]) + 8 * 32 + sum(block[156:])
        if number(checksum) != computed:
            raise ChecksumError(full, number(checksum), computed)
        if magic != b"ustar\0":
            raise TarError(f"bad magic {magic!r}")
        when = datetime.fromtimestamp(number(mtime), timezone.utc)
        owner = (user.rstrip(b"\0").decode(), group.rstrip(b"\0").decode())
        member = cls(full, b"", number(mode), when, Kind(kind), target.rstrip(b"\0").decode(), owner=owner)
        return member, number(size)

    def __str__(self) -> str:
        letters = ""
        for shift in (6, 3, 0):
            bits = Mode(self.mode >> shift & 7)
            letters += "".join(c if flag in bits else "-" for c, flag in zip("rwx", (Mode.R, Mode.W, Mode.X)))
        arrow = f" -> {self.target}" if self.target else ""
        owner = "/".join(self.owner)
        return f"{self.kind.letter}{letters} {owner:<10} {len(self.data):>6} {self.time:%Y-%m-%d %H:%M} {self.name}{arrow}"


def write(members: list[Member]) -> bytes:
    out = io.BytesIO()
    for member in members:
        out.write(member.header())
        out.write(member.data)
        out.write(bytes(-len(member.data) % BLOCK))
    out.write(bytes(2 * BLOCK))
    return out.getvalue()


def read(stream: Readable) -> Iterator[Member]:
    while block := stream.read(BLOCK):
        if len(block) < BLOCK:
            raise TarError(f"short block of {len(block)}")
        if not any(block):
            return
        member, size = Member.from_header(block)
        member.data = stream.read(size)
        if len(member.data) < size:
            raise TarError(f"{member.name}: {size - len(member.data)} bytes are missing")
        stream.read(-size % BLOCK)
        yield member
    raise TarError("no end")


class Dribble:
    """A stream that gives its bytes a few at a time would break readers; this one counts the reads."""

    def __init__(self, data: bytes) -> None:
        self.inner = io.BytesIO(data)
        self.reads: list[int] = []

    def read(self, size: int = -1, /) -> bytes:
        self.reads.append(size)
        return self.inner.read(size)


def main() -> None:
    deep = "/".join(["directory"] * 12) + "/leaf.txt"
    members = [
        Member("bin/", mode=0o755, kind=Kind.FOLDER),
        Member(
            "bin/run",
            b"#!/bin/sh\necho hi\n",
            0o4711,
            datetime(2031, 12, 31, 23, 59, 58, tzinfo=timezone.utc),
        ),
        Member("naïve.txt", "é".encode() * 300, 0o600, owner=("ann", "staff")),
        Member("latest", kind=Kind.LINK, mode=0o777, target="bin/run"),
        Member(deep, bytes(range(256)) * 2),
    ]
    data = write(members)
    stream = Dribble(data)
    back = list(read(stream))
    print(len(data), sum(data), back == members, stream.reads)
    for member in back:
        print(member)
    print(Member.LAYOUT.size, members[1].header()[100:160], members[4].split_name()[1].count(b"/"))
    damaged = bytearray(data)
    damaged[BLOCK + 3] ^= 0x20
    for broken in (
        bytes(damaged),
        data[:-1024],
        data[:3000],
        data[:100],
        data.replace(b"ustar", b"usta?"),
        b"",
    ):
        names: list[str] = []
        try:
            for member in read(io.BytesIO(broken)):
                names.append(member.name)
        except TarError as error:
            print(names, type(error).__name__, error, error.args[:1])
    for member in (
        Member("x" * 101),
        Member("y", time=datetime(9999, 1, 1, tzinfo=timezone.utc)),
        Member("z", mode=0o7777777 + 1),
    ):
        try:
            print(len(member.header()))
        except TarError as error:
            print(error)
    try:
        Kind(b"9")
    except ValueError as error:
        print(error)


main()
