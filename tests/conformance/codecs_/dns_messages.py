"""DNS messages: names with compression pointers, questions and answers of several types, malformed packets."""

from __future__ import annotations

import ipaddress
import struct
from dataclasses import dataclass, field
from enum import IntEnum, IntFlag


class Kind(IntEnum):
    A = 1
    NS = 2
    CNAME = 5
    MX = 15
    TXT = 16
    AAAA = 28


class Flags(IntFlag):
    RESPONSE = 0x8000
    AUTHORITATIVE = 0x0400
    TRUNCATED = 0x0200
    RECURSION_DESIRED = 0x0100
    RECURSION_AVAILABLE = 0x0080


class DnsError(ValueError):
    pass


@dataclass(frozen=True)
class Question:
    name: str
    kind: Kind


@dataclass
class Record:
    name: str
    kind: Kind
    ttl: int
    data: str


@dataclass
class Message:
    ident: int
    flags: Flags = Flags.RECURSION_DESIRED
    questions: list[Question] = field(default_factory=list)
    answers: list[Record] = field(default_factory=list)


class Writer:
    def __init__(self) -> None:
        self.out = bytearray()
        self.known: dict[tuple[str, ...], int] = {}

    def name(self, text: str) -> None:
        labels = tuple(text.rstrip(".").split(".")) if text != "." else ()
        while labels:
            if labels in self.known:
                self.out += struct.pack(">H", 0xC000 | self.known[labels])
                return
            if len(self.out) < 0x4000:
                self.known[labels] = len(self.out)
            label = labels[0].encode("ascii")
            if not 0 < len(label) < 64:
                raise DnsError(f"label of {len(label)} bytes")
            self.out.append(len(label))
            self.out += label
            labels = labels[1:]
        self.out.append(0)

    def record(self, record: Record) -> None:
        self.name(record.name)
        self.out += struct.pack(">HHIH", record.kind, 1, record.ttl, 0)
        start = len(self.out)
        match record.kind:
            case Kind.A:
                self.out += ipaddress.IPv4Address(record.data).packed
            case Kind.AAAA:
                self.out += ipaddress.IPv6Address(record.data).packed
            case Kind.MX:
                preference, host = record.data.split()
                self.out += int(preference).to_bytes(2, "big")
                self.name(host)
            case Kind.TXT:
                text = record.data.encode()
                for at in range(0, len(text), 255):
                    part = text[at : at + 255]
                    self.out += bytes([len(part)]) + part
            case _:
                self.name(record.data)
        struct.pack_into(">H", self.out, start - 2, len(self.out) - start)


def encode(message: Message) -> bytes:
    writer = Writer()
    writer.out += struct.pack(">6H", message.ident, message.flags, len(message.questions), len(message.answers), 0, 0)
    for question in message.questions:
        writer.name(question.name)
        writer.out += struct.pack(">HH", question.kind, 1)
    for record in message.answers:
        writer.record(record)
    return bytes(writer.out)


def read_name(data: bytes, at: int) -> tuple[str, int]:
    labels: list[str] = []
    after = -1
    seen: set[int] = set()
    while True:
        if at >= len(data):
            raise DnsError("name runs off the end")
        size = data[at]
        if size >= 0xC0:
            target = int.from_bytes(data[at : at + 2], "big") & 0x3FFF
            if target in seen:
                raise DnsError(f"pointer loop at {at}")
            seen.add(target)
            if after < 0:
                after = at + 2
            at = target
        elif size == 0:
            return ".".join(labels) or ".", at + 1 if after < 0 else after
        elif size > 63:
            raise DnsError(f"bad label byte {size:#04x}")
        else:
            labels.append(data[at + 1 : at + 1 + size].decode("ascii"))
            at += size + 1


def decode(data: bytes) -> Message:
    ident, flags, questions, answers, *_ = struct.unpack_from(">6H", data)
    message = Message(ident, Flags(flags))
    at = 12
    for _ in range(questions):
        name, at = read_name(data, at)
        kind, _class = struct.unpack_from(">HH", data, at)
        message.questions.append(Question(name, Kind(kind)))
        at += 4
    for _ in range(answers):
        name, at = read_name(data, at)
        kind, _class, ttl, size = struct.unpack_from(">HHIH", data, at)
        at += 10
        rest = data[at : at + size]
        match Kind(kind):
            case Kind.A | Kind.AAAA:
                text = str(ipaddress.ip_address(rest))
            case Kind.MX:
                text = f"{int.from_bytes(rest[:2], 'big')} {read_name(data, at + 2)[0]}"
            case Kind.TXT:
                parts, place = bytearray(), 0
                while place < len(rest):
                    parts += rest[place + 1 : place + 1 + rest[place]]
                    place += 1 + rest[place]
                text = parts.decode()
            case _:
                text = read_name(data, at)[0]
        message.answers.append(Record(name, Kind(kind), ttl, text))
        at += size
    return message


message = Message(0xBEEF, Flags.RESPONSE | Flags.RECURSION_DESIRED | Flags.AUTHORITATIVE)
message.questions.append(Question("www.example.org", Kind.A))
message.answers += [
    Record("www.example.org", Kind.CNAME, 300, "web.example.org"),
    Record("web.example.org", Kind.A, 60, "192.0.2.17"),
    Record("web.example.org", Kind.AAAA, 2**32 - 1, "2001:db8::1:0:0"),
    Record("example.org", Kind.MX, 3600, "10 mail.example.org"),
    Record("example.org", Kind.TXT, 1, "é" * 200),
    Record(".", Kind.NS, 0, "a.root"),
]
wire = encode(message)
print(len(wire), wire[:64].hex(" ", 4))
back = decode(wire)
print(back.flags, back == message, back.questions)
for record in back.answers:
    print(f"{record.name:<18} {record.ttl:>10} {record.kind.name:<5} {record.data[:24]}")
for broken in (wire[:30], b"\0" * 4, b"\0\1\1\0\0\1\0\0\0\0\0\0\xc0\x0c\0\1\0\1", b"\0\1\1\0\0\1\0\0\0\0\0\0\x80\0\0\1\0\1", b"\0\1\1\0\0\1\0\0\0\0\0\0\1a\0\0\x63\0\1"):
    try:
        decode(broken)
    except (DnsError, ValueError, struct.error) as error:
        print(type(error).__name__, error)
encode(Message(1, questions=[Question("a." + "b" * 64, Kind.A)]))
