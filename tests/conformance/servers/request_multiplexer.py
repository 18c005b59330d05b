"""Streams multiplexed over one connection: windows of credit, interleaved frames, resets, priorities, a ping, going away."""

from __future__ import annotations

import asyncio
import struct
from collections import Counter, deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import IntEnum

HEAD = struct.Struct(">BIH")
CHUNK = 16


class Kind(IntEnum):
    DATA = 0
    END = 1
    CREDIT = 2
    RESET = 3
    PING = 4
    GOAWAY = 5


class StreamReset(ConnectionError):
    pass


@dataclass(eq=False)
class Stream:
    mux: Mux
    number: int
    credit: int = 2
    inbox: deque[bytes] = field(default_factory=deque)
    ended: bool = False
    reset: bool = False
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    waits: int = 0

    async def write(self, data: bytes, end: bool = False) -> None:
        for start in range(0, len(data), CHUNK):
            while self.credit <= 0 and not self.reset:
                self.waits += 1
                self.changed.clear()
                await self.changed.wait()
            if self.reset:
                raise StreamReset(f"stream {self.number}")
            self.credit -= 1
            self.mux.send(Kind.DATA, self.number, data[start : start + CHUNK])
            await asyncio.sleep(0)
        if end:
            self.mux.send(Kind.END, self.number)

    async def read(self) -> bytes:
        """A piece, or nothing at the end."""
        while not self.inbox:
            if self.reset:
                raise StreamReset(f"stream {self.number}")
            if self.ended:
                return b""
            self.changed.clear()
            await self.changed.wait()
        piece = self.inbox.popleft()
        self.mux.send(Kind.CREDIT, self.number, b"\x01")
        return piece

    async def read_all(self) -> bytes:
        pieces: list[bytes] = []
        while piece := await self.read():
            pieces.append(piece)
        return b"".join(pieces)

    def cancel(self) -> None:
        self.reset = True
        self.changed.set()
        self.mux.send(Kind.RESET, self.number)


Accept = Callable[[Stream], Awaitable[None]]


class Mux:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, first: int, accept: Accept | None = None) -> None:
        self.reader, self.writer, self.accept = reader, writer, accept
        self.streams: dict[int, Stream] = {}
        self.next = first
        self.counts: Counter[str] = Counter()
        self.handlers: set[asyncio.Task[None]] = set()
        self.pongs: deque[asyncio.Future[bytes]] = deque()
        self.going = False
        self.task = asyncio.create_task(self.run())

    def send(self, kind: Kind, number: int, body: bytes = b"") -> None:
        self.counts[kind.name.lower()] += 1
        self.writer.write(HEAD.pack(kind, number, len(body)) + body)

    def open(self) -> Stream:
        if self.going:
            raise ConnectionError("the other side goes away")
        stream = self.streams[self.next] = Stream(self, self.next)
        self.next += 2
        return stream

    async def ping(self, text: bytes) -> bytes:
        answer: asyncio.Future[bytes] = asyncio.get_running_loop().create_future()
        self.pongs.append(answer)
        self.send(Kind.PING, 0, text)
        return await answer

    async def run(self) -> None:
        try:
            while True:
                kind, number, size = HEAD.unpack(await self.reader.readexactly(HEAD.size))
                body = await self.reader.readexactly(size)
                self.frame(Kind(kind), number, body)
        except asyncio.IncompleteReadError:
            for stream in self.streams.values():
                stream.ended = True
                stream.changed.set()
        finally:
            for task in list(self.handlers):
                task.cancel()
            self.writer.close()

    def frame(self, kind: Kind, number: int, body: bytes) -> None:
        if kind is Kind.PING:
            if number == 0:
                self.send(Kind.PING, 1, body[::-1])
            else:
                self.pongs.popleft().set_result(body)
            return
        if kind is Kind.GOAWAY:
            self.going = True
            return
        stream = self.streams.get(number)
        if stream is None:
            if self.accept is None or kind is not Kind.DATA:
                return
            stream = self.streams[number] = Stream(self, number)
            task = asyncio.create_task(self.serve(stream))
            self.handlers.add(task)
            task.add_done_callback(self.handlers.discard)
        match kind:
            case Kind.DATA:
                stream.inbox.append(body)
            case Kind.END:
                stream.ended = True
            case Kind.CREDIT:
                stream.credit += body[0]
            case Kind.RESET:
                stream.reset = True
        stream.changed.set()

    async def serve(self, stream: Stream) -> None:
        assert self.accept is not None
        try:
            await self.accept(stream)
        except StreamReset:
            self.counts["aborted"] += 1
        except ValueError:
            stream.cancel()


async def application(stream: Stream) -> None:
    first = await stream.read()
    command, _, rest = first.partition(b" ")
    match command:
        case b"echo":
            await stream.write(rest + await stream.read_all(), end=True)
        case b"count":
            await stream.write(b"%d bytes" % (len(rest) + len(await stream.read_all())), end=True)
        case b"repeat":
            for n in range(int(rest)):
                await stream.write(b"line %d\n" % n)
            await stream.write(b"", end=True)
        case _:
            raise ValueError(command)


async def main() -> None:
    servers: list[Mux] = []
    server = await asyncio.start_server(lambda r, w: servers.append(Mux(r, w, 2, application)), "127.0.0.1", 0)
    reader, writer = await asyncio.open_connection("127.0.0.1", server.sockets[0].getsockname()[1])
    mux = Mux(reader, writer, 1)
    order: list[str] = []

    async def request(text: bytes, name: str) -> str:
        stream = mux.open()
        try:
            writing = asyncio.create_task(stream.write(text, end=True))
            answer = await stream.read_all()
            await writing
            return f"{name}: {answer.decode()!r}"
        except StreamReset as error:
            return f"{name}: reset {error}"
        finally:
            order.append(name)

    print(await request(b"echo hello", "one"), await mux.ping(b"abc"))
    long = bytes(range(65, 91)) * 6
    results = await asyncio.gather(request(b"echo " + long, "long"), request(b"count x", "short"), request(b"repeat 4", "lines"), request(b"dance", "bad"))
    print(*results, sep="\n")
    print(results[0] == f"long: {long.decode()!r}", order[0], order.index("short") < order.index("long"))
    endless = mux.open()
    await endless.write(b"repeat 100000")
    got = [await endless.read() for _ in range(3)]
    endless.cancel()
    try:
        while await endless.read():
            pass
    except StreamReset as error:
        print(got, "then", error)
    print(await mux.ping(b"still here"), servers[0].counts["aborted"], [s.number for s in servers[0].streams.values()] == sorted(mux.streams))
    print(mux.counts["ping"], mux.counts["end"], mux.counts["data"] > 12, any(s.waits for s in servers[0].streams.values()), len(servers[0].handlers))
    servers[0].send(Kind.GOAWAY, 0)
    await mux.ping(b"")
    try:
        mux.open()
    except ConnectionError as error:
        print(error)
    writer.close()
    await asyncio.sleep(0.01)
    server.close()
    await server.wait_closed()
    print(servers[0].task.done(), mux.task.done(), servers[0].task.exception())


asyncio.run(main())
