"""Files in memory sent in checked blocks: resumed uploads, ranges, checksums, a corrupting network, window of blocks."""

from __future__ import annotations

import asyncio
import binascii
import hashlib
import struct
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from enum import IntEnum

BLOCK = 512
HEAD = struct.Struct("!BIHI")


class Kind(IntEnum):
    BEGIN = 1
    DATA = 2
    ACK = 3
    RETRY = 4
    DONE = 5
    FETCH = 6
    ERROR = 7


@dataclass(frozen=True)
class Packet:
    kind: Kind
    number: int = 0
    body: bytes = b""

    def encode(self) -> bytes:
        return HEAD.pack(self.kind, self.number, len(self.body), binascii.crc32(self.body)) + self.body


class Corrupt(Exception):
    def __init__(self, number: int) -> None:
        super().__init__(f"block {number}")
        self.number = number


async def read_packet(reader: asyncio.StreamReader) -> Packet:
    kind, number, size, check = HEAD.unpack(await reader.readexactly(HEAD.size))
    body = await reader.readexactly(size)
    if binascii.crc32(body) != check:
        raise Corrupt(number)
    return Packet(Kind(kind), number, body)


async def packets(reader: asyncio.StreamReader) -> AsyncIterator[Packet | Corrupt]:
    while True:
        try:
            yield await read_packet(reader)
        except Corrupt as error:
            yield error
        except asyncio.IncompleteReadError:
            return


@dataclass
class Upload:
    size: int
    blocks: dict[int, bytes] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return -(-self.size // BLOCK)

    @property
    def missing(self) -> list[int]:
        return [n for n in range(self.count) if n not in self.blocks]

    def content(self) -> bytes:
        return b"".join(self.blocks[n] for n in sorted(self.blocks))


class Server:
    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}
        self.uploads: dict[str, Upload] = {}
        self.corrupt = 0

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        name = ""
        async for packet in packets(reader):
            if isinstance(packet, Corrupt):
                self.corrupt += 1
                writer.write(Packet(Kind.RETRY, packet.number).encode())
                continue
            match packet:
                case Packet(Kind.BEGIN, size, body):
                    name = body.decode()
                    upload = self.uploads.setdefault(name, Upload(size))
                    if upload.size != size:
                        writer.write(Packet(Kind.ERROR, 0, b"another size").encode())
                    else:
                        missing = upload.missing
                        writer.write(Packet(Kind.ACK, len(missing), struct.pack(f"!{len(missing)}H", *missing)).encode())
                case Packet(Kind.DATA, number, body) if name in self.uploads:
                    upload = self.uploads[name]
                    upload.blocks[number] = body
                    writer.write(Packet(Kind.ACK, number).encode())
                    if not upload.missing:
                        self.files[name] = upload.content()
                        del self.uploads[name]
                        writer.write(Packet(Kind.DONE, 0, hashlib.sha256(self.files[name]).digest()).encode())
                case Packet(Kind.FETCH, start, body):
                    content = self.files.get(body.decode())
                    if content is None:
                        writer.write(Packet(Kind.ERROR, 0, b"no such file").encode())
                        continue
                    for number, at in enumerate(range(start, len(content), BLOCK)):
                        writer.write(Packet(Kind.DATA, number, content[at : at + BLOCK]).encode())
                    writer.write(Packet(Kind.DONE, len(content)).encode())
                case _:
                    writer.write(Packet(Kind.ERROR, packet.number, packet.kind.name.encode()).encode())
            await writer.drain()
        writer.close()


class TransferError(Exception):
    pass


async def upload(port: int, name: str, content: bytes, *, damage: set[int] | None = None, stop_after: int | None = None, window: int = 4) -> str:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    damage = set(damage or ())
    sent = resent = 0
    try:
        writer.write(Packet(Kind.BEGIN, len(content), name.encode()).encode())
        answer = await read_packet(reader)
        if answer.kind is Kind.ERROR:
            raise TransferError(answer.body.decode())
        waiting = list(struct.unpack(f"!{answer.number}H", answer.body))
        todo = len(waiting)
        flying: set[int] = set()
        while waiting or flying:
            while waiting and len(flying) < window:
                number = waiting.pop(0)
                data = bytearray(Packet(Kind.DATA, number, content[number * BLOCK : (number + 1) * BLOCK]).encode())
                if number in damage:
                    damage.discard(number)
                    data[-1] ^= 0xFF
                writer.write(data)
                flying.add(number)
                sent += 1
            if stop_after is not None and sent >= stop_after:
                for _ in flying:
                    await read_packet(reader)
                return f"stopped after {sent} of {todo}"
            answer = await read_packet(reader)
            flying.discard(answer.number)
            if answer.kind is Kind.RETRY:
                waiting.insert(0, answer.number)
                resent += 1
        done = await read_packet(reader)
        return f"{todo} blocks, {resent} again, {'same' if done.body == hashlib.sha256(content).digest() else 'different'}"
    finally:
        writer.close()
        await writer.wait_closed()


async def fetch(port: int, name: str, start: int = 0) -> bytes:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(Packet(Kind.FETCH, start, name.encode()).encode())
    content = b""
    while (packet := await read_packet(reader)).kind is not Kind.DONE:
        if packet.kind is Kind.ERROR:
            writer.close()
            raise TransferError(packet.body.decode())
        content += packet.body
    writer.close()
    return content


async def main() -> None:
    server = Server()
    listening = await asyncio.start_server(server.serve, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    big = bytes((n * n + n // 7) % 256 for n in range(6000))
    print(await upload(port, "big", big, damage={0, 3, 11}), server.corrupt)
    print(await upload(port, "part", big[:4000], stop_after=3))
    await asyncio.sleep(0.005)
    print(sorted(server.uploads["part"].blocks)[:3], len(server.uploads["part"].missing))
    try:
        await upload(port, "part", big[:10])
    except TransferError as error:
        print("error", error)
    print(await upload(port, "part", big[:4000], window=1), sorted(server.files), server.uploads)
    print(await fetch(port, "big") == big, await fetch(port, "part", 3990) == big[3990:4000], await fetch(port, "big", 6000))
    try:
        await fetch(port, "small")
    except TransferError as error:
        print("error", error)
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(Packet(Kind.DONE, 9).encode() + Packet(Kind.DATA, 1, b"x").encode() + Packet(Kind.ACK).encode()[:4])
    print([(p := await read_packet(reader)).kind.name + ":" + p.body.decode() for _ in range(2)])
    writer.close()
    print(await asyncio.gather(*(upload(port, f"f{n}", big[: n * 700], window=n + 1) for n in range(1, 5))), sorted(server.files))
    listening.close()
    await listening.wait_closed()


asyncio.run(main())
