"""An ELF-like binary built and read with Struct: sections by offset, a string table, symbols, alignment, hexdumps."""

from __future__ import annotations

import struct
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Flag, IntEnum, auto
from typing import ClassVar, NamedTuple


class Section(NamedTuple):
    name: int
    kind: int
    flags: int
    offset: int
    size: int


SECTION = "<IHHQQ"


class SectionKind(IntEnum):
    NULL = 0
    CODE = 1
    DATA = 2
    STRINGS = 3
    SYMBOLS = 4


class Rights(Flag):
    READ = auto()
    WRITE = auto()
    EXECUTE = auto()
    RX = READ | EXECUTE
    RW = READ | WRITE


@dataclass(frozen=True)
class Symbol:
    name: str
    value: int
    size: int
    is_global: bool

    LAYOUT: ClassVar[struct.Struct] = struct.Struct("<I?3xQi")


class StringTable:
    """Strings ended by zeros; a string that ends another shares its bytes."""

    def __init__(self) -> None:
        self.data = bytearray(b"\0")

    def add(self, text: str) -> int:
        raw = text.encode() + b"\0"
        at = self.data.find(raw)
        if at < 0:
            at = len(self.data)
            self.data += raw
        return at

    @staticmethod
    def get(data: bytes, at: int) -> str:
        end = data.index(0, at)
        return data[at:end].decode()


class Builder:
    HEADER: ClassVar[struct.Struct] = struct.Struct("<4sBBH2xHQI")

    def __init__(self) -> None:
        self.strings = StringTable()
        self.parts: list[tuple[str, SectionKind, Rights, bytes]] = []
        self.symbols: list[Symbol] = []

    def section(self, name: str, kind: SectionKind, rights: Rights, data: bytes) -> Builder:
        self.parts.append((name, kind, rights, data))
        return self

    def symbol(self, name: str, value: int, size: int = 0, *, is_global: bool = False) -> Builder:
        self.symbols.append(Symbol(name, value, size, is_global))
        return self

    def build(self) -> bytes:
        table = b"".join(
            Symbol.LAYOUT.pack(self.strings.add(s.name), s.is_global, s.value, s.size)
            for s in sorted(self.symbols, key=lambda s: (s.is_global, s.name))
        )
        parts = [*self.parts, (".symtab", SectionKind.SYMBOLS, Rights.READ, table)]
        names = [self.strings.add(name) for name, *_ in parts] + [self.strings.add(".strtab")]
        parts.append((".strtab", SectionKind.STRINGS, Rights.READ, bytes(self.strings.data)))
        body = bytearray(self.HEADER.size)
        headers: list[Section] = []
        for at, (_, kind, rights, data) in zip(names, parts):
            body += bytes(-len(body) % 16)
            headers.append(Section(at, kind, rights.value, len(body), len(data)))
            body += data
        body += bytes(-len(body) % 8)
        start = len(body)
        for header in headers:
            body += struct.pack(SECTION, *header)
        self.HEADER.pack_into(
            body, 0, b"\x7fFLE", 1, sys.byteorder == "little", 62, len(headers), start, 0xFEEDFACE
        )
        return bytes(body)


class Image:
    def __init__(self, data: bytes) -> None:
        self.data = memoryview(data)
        magic, version, little, machine, count, start, mark = Builder.HEADER.unpack_from(data)
        if magic != b"\x7fFLE":
            raise ValueError(f"bad magic {magic!r}")
        if mark != 0xFEEDFACE or version != 1:
            raise ValueError(f"bad mark {mark:#x} or version {version}")
        self.machine = machine
        size = struct.calcsize(SECTION)
        self.sections = [
            Section._make(struct.unpack_from(SECTION, data, start + i * size)) for i in range(count)
        ]
        self.names = bytes(self.body(self.sections[-1]))

    def body(self, section: Section) -> memoryview:
        return self.data[section.offset : section.offset + section.size]

    def name(self, section: Section) -> str:
        return StringTable.get(self.names, section.name)

    def symbols(self) -> Iterator[Symbol]:
        for section in self.sections:
            if section.kind == SectionKind.SYMBOLS:
                for name, is_global, value, size in Symbol.LAYOUT.iter_unpack(self.body(section)):
                    yield Symbol(StringTable.get(self.names, name), value, size, is_global)

    def by_name(self) -> Mapping[str, Section]:
        return {self.name(s): s for s in self.sections}


def hexdump(data: bytes, start: int = 0, width: int = 16) -> Iterator[str]:
    last: bytes | None = None
    starred = False
    for at in range(0, len(data), width):
        row = data[at : at + width]
        if row == last:
            if not starred:
                yield "*"
            starred = True
            continue
        starred, last = False, row
        text = "".join(chr(b) if 32 <= b < 127 else "." for b in row)
        yield f"{start + at:06x}  {row.hex(' '):<{3 * width}} |{text}|"
    yield f"{start + len(data):06x}"


def main() -> None:
    code = bytes.fromhex("4883ec08 e8 00000000 31c0 4883c408 c3".replace(" ", ""))
    builder = (
        Builder()
        .section(".text", SectionKind.CODE, Rights.RX, code)
        .section(".data", SectionKind.DATA, Rights.RW, b"Hello" + bytes(70) + b"\xff" * 5)
        .section(".bss.data", SectionKind.NULL, Rights.RW, b"")
        .symbol("main", 0x1000, 17, is_global=True)
        .symbol("do_main", 2**64 - 1, -1)
        .symbol("in", 5)
    )
    data = builder.build()
    image = Image(data)
    print(len(data), image.machine, image.names)
    for section in image.sections:
        rights = Rights(section.flags)
        print(
            f"{image.name(section):<10} {SectionKind(section.kind).name:<8} {section.offset:#06x} {section.size:4} {rights}"
        )
    for symbol in image.symbols():
        print(symbol)
    print(*hexdump(data[:200]), sep="\n")
    print(*hexdump(bytes(image.body(image.by_name()[".data"])), 0x40, 8), sep="\n")
    print(
        struct.calcsize("<I?3xQi"),
        struct.calcsize("@bq"),
        struct.calcsize("=bq"),
        struct.calcsize(">3s0q"),
        Builder.HEADER.format,
    )
    for bad in (b"\x7fELF" + data[4:], data[:20], data[:4] + b"\x02" + data[5:], data[:-10]):
        try:
            print([image.name(s) for s in Image(bad).sections])
        except (ValueError, struct.error) as error:
            print(type(error).__name__, str(error).split(" for")[0])
    for layout, values in (
        ("<H", (70000,)),
        (">b", (-129,)),
        ("<I", (-1,)),
        ("<2s", ("ab",)),
        ("<hh", (1,)),
        ("<q", (1.5,)),
        ("?", ([],)),
    ):
        try:
            print(struct.pack(layout, *values))
        except struct.error as error:
            print(layout, error)
    print(
        struct.pack("<3s5s2p", b"abcdef", b"xy", b"long"),
        struct.unpack(">eHf", struct.pack(">eHf", 1.5, 65535, -0.1)),
    )


main()
