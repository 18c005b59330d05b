"""WebSocket frames: the handshake key, masking, lengths of three sizes, fragments, control frames, close codes."""

from __future__ import annotations

import base64
import hashlib
import struct
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from enum import IntEnum

GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"


class Opcode(IntEnum):
    CONTINUE = 0
    TEXT = 1
    BINARY = 2
    CLOSE = 8
    PING = 9
    PONG = 10

    @property
    def control(self) -> bool:
        return self >= 8


class ProtocolError(Exception):
    def __init__(self, code: int, reason: str) -> None:
        super().__init__(code, reason)
        self.code, self.reason = code, reason


@dataclass(frozen=True)
class Frame:
    opcode: Opcode
    payload: bytes
    final: bool = True


def accept_key(key: str) -> str:
    return base64.b64encode(hashlib.sha1((key + GUID).encode()).digest()).decode()


def mask(data: bytes, key: bytes) -> bytes:
    whole = int.from_bytes(data, "little") ^ int.from_bytes((key * (len(data) // 4 + 1))[: len(data)], "little")
    return whole.to_bytes(len(data), "little")


def encode(frame: Frame, key: bytes | None = None) -> bytes:
    first = frame.opcode | (0x80 if frame.final else 0)
    size = len(frame.payload)
    bit = 0x80 if key else 0
    if size < 126:
        head = struct.pack("!BB", first, bit | size)
    elif size < 1 << 16:
        head = struct.pack("!BBH", first, bit | 126, size)
    else:
        head = struct.pack("!BBQ", first, bit | 127, size)
    return head + (key + mask(frame.payload, key) if key else frame.payload)


def parser() -> Generator[list[Frame], bytes, None]:
    """Bytes are sent in, frames that are complete come out."""
    buffer = bytearray()
    ready: list[Frame] = []

    def need(count: int) -> Generator[list[Frame], bytes, bytes]:
        nonlocal ready
        while len(buffer) < count:
            out, ready = ready, []
            buffer.extend((yield out))
        data = bytes(buffer[:count])
        del buffer[:count]
        return data

    while True:
        first, second = yield from need(2)
        if first & 0x70:
            raise ProtocolError(1002, "reserved bits")
        try:
            opcode = Opcode(first & 15)
        except ValueError:
            raise ProtocolError(1002, f"opcode {first & 15}") from None
        size = second & 0x7F
        if opcode.control and (size > 125 or not first & 0x80):
            raise ProtocolError(1002, f"bad {opcode.name} frame")
        if size == 126:
            (size,) = struct.unpack("!H", (yield from need(2)))
        elif size == 127:
            (size,) = struct.unpack("!Q", (yield from need(8)))
        key = (yield from need(4)) if second & 0x80 else b""
        payload = yield from need(size)
        ready.append(Frame(opcode, mask(payload, key) if key else payload, bool(first & 0x80)))


class Connection:
    def __init__(self) -> None:
        self.parser = parser()
        next(self.parser)
        self.fragments: list[bytes] = []
        self.kind: Opcode | None = None

    def receive(self, data: bytes) -> Iterator[str]:
        for frame in self.parser.send(data):
            match frame:
                case Frame(Opcode.PING, payload):
                    yield f"ping, pong is {encode(Frame(Opcode.PONG, payload)).hex()}"
                case Frame(Opcode.CLOSE, b""):
                    yield "closed without code"
                case Frame(Opcode.CLOSE, payload):
                    (code,) = struct.unpack_from("!H", payload)
                    yield f"closed {code} {payload[2:].decode()!r}"
                case Frame(Opcode.CONTINUE, payload, final):
                    if self.kind is None:
                        raise ProtocolError(1002, "nothing to continue")
                    self.fragments.append(payload)
                    if final:
                        yield self.deliver()
                case Frame(opcode, payload, final):
                    self.kind, self.fragments = opcode, [payload]
                    if final:
                        yield self.deliver()

    def deliver(self) -> str:
        data = b"".join(self.fragments)
        kind, self.kind = self.kind, None
        if kind is Opcode.TEXT:
            try:
                return f"text {data.decode()[:20]!r} of {len(data)}"
            except UnicodeDecodeError as error:
                raise ProtocolError(1007, str(error)) from error
        return f"binary {data[:8].hex()} of {len(data)}"


print(accept_key("dGhlIHNhbXBsZSBub25jZQ=="))
key = bytes.fromhex("37fa213d")
hello = encode(Frame(Opcode.TEXT, b"Hello"), key)
print(hello.hex(), mask(b"Hello", key).hex())
stream = b"".join([
    hello,
    encode(Frame(Opcode.TEXT, "Grüße ".encode(), final=False)),
    encode(Frame(Opcode.PING, b"??")),
    encode(Frame(Opcode.CONTINUE, "Welt".encode()), key),
    encode(Frame(Opcode.BINARY, bytes(range(200)))),
    encode(Frame(Opcode.BINARY, b"\xaa" * 70000), b"abcd"),
    encode(Frame(Opcode.CLOSE, struct.pack("!H", 1000) + b"bye")),
])
print(len(stream), hashlib.md5(stream).hexdigest())
for step in (len(stream), 7, 1000):
    connection = Connection()
    print([event for at in range(0, len(stream), step) for event in connection.receive(stream[at : at + step])])
for bad in (b"\xc1\x00", b"\x83\x00", b"\x09\x00", b"\x89\x7e\x00\x80", b"\x80\x01x", b"\x81\x02\xc3\x28"):
    try:
        print(list(Connection().receive(bad)))
    except ProtocolError as error:
        print(bad.hex(), error.code, error.reason, "/", error)
list(Connection().receive(b"\x88\x01\x03"))
