"""Network protocols over asyncio streams: a key-value server with pipelining, timeouts, pub/sub and binary frames."""

from __future__ import annotations

import asyncio
import contextlib
import enum
import logging
import struct
import sys
from collections import defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias

client_name: ContextVar[str] = ContextVar("client_name", default="-")
HEADER = struct.Struct("!BIH")
Handler: TypeAlias = Callable[["Session", list[bytes]], Awaitable[bytes | None]]


class Op(enum.IntEnum):
    REQUEST = 1
    REPLY = 2
    ERROR = 3
    PUSH = 4


class Flags(enum.IntFlag):
    NONE = 0
    URGENT = 1
    LAST = 2


class ProtocolError(Exception):
    pass


@dataclass(slots=True)
class Frame:
    op: Op
    number: int
    body: bytes
    flags: Flags = Flags.NONE

    def encode(self) -> bytes:
        return HEADER.pack(self.op | self.flags << 4, self.number, len(self.body)) + self.body

    @classmethod
    async def read(cls, reader: asyncio.StreamReader) -> Frame | None:
        try:
            head = await reader.readexactly(HEADER.size)
        except asyncio.IncompleteReadError as error:
            if error.partial:
                raise ProtocolError(f"{len(error.partial)} stray bytes") from error
            return None
        kind, number, size = HEADER.unpack(head)
        try:
            op = Op(kind & 15)
        except ValueError as error:
            raise ProtocolError(str(error)) from None
        return cls(op, number, await reader.readexactly(size), Flags(kind >> 4))


class ClientFilter(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        record.client = client_name.get()
        return True


@dataclass(eq=False)
class Session:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    server: Server
    topics: set[str] = field(default_factory=set)
    name: str = "?"

    async def run(self) -> None:
        client_name.set(self.name)
        while (frame := await Frame.read(self.reader)) is not None:
            words = frame.body.split(b"\x00")
            handler = self.server.commands.get(words[0].decode("ascii", "replace"))
            try:
                if handler is None:
                    raise ProtocolError(f"unknown command {words[0]!r}")
                async with asyncio.timeout(0.05):
                    answer = await handler(self, words[1:])
                reply = Frame(Op.REPLY, frame.number, answer or b"", frame.flags)
            except (ProtocolError, TimeoutError, ValueError, IndexError) as error:
                self.server.log.warning("%s: %s", type(error).__name__, error)
                reply = Frame(Op.ERROR, frame.number, f"{type(error).__name__}: {error}".encode())
            self.writer.write(reply.encode())
            await self.writer.drain()
            if frame.flags & Flags.LAST:
                break


class Server:
    def __init__(self) -> None:
        self.data: dict[str, bytes] = {}
        self.topics: defaultdict[str, list[Session]] = defaultdict(list)
        self.commands: dict[str, Handler] = {}
        self.sessions = 0
        self.log = logging.getLogger("kv")

    def command(self, name: str) -> Callable[[Handler], Handler]:
        def register(handler: Handler) -> Handler:
            self.commands[name] = handler
            return handler

        return register

    async def accept(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.sessions += 1
        session = Session(reader, writer, self, name=f"c{self.sessions}")
        try:
            await session.run()
        except ProtocolError as error:
            self.log.error("dropped: %s", error, exc_info=False)
        finally:
            for topic in session.topics:
                self.topics[topic].remove(session)
            writer.close()
            with contextlib.suppress(ConnectionError):
                await writer.wait_closed()


server = Server()


@server.command("set")
async def set_(session: Session, words: list[bytes]) -> bytes | None:
    key, value = words
    session.server.data[key.decode()] = value
    return b"ok"


@server.command("get")
async def get(session: Session, words: list[bytes]) -> bytes | None:
    return session.server.data.get(words[0].decode(), b"(nil)")


@server.command("add")
async def add(session: Session, words: list[bytes]) -> bytes | None:
    key = words[0].decode()
    number = int(session.server.data.get(key, b"0")) + int(words[1])
    session.server.data[key] = str(number).encode()
    return b"%d" % number


@server.command("sleep")
async def sleep(session: Session, words: list[bytes]) -> bytes | None:
    await asyncio.sleep(float(words[0]))
    return None


@server.command("sub")
async def subscribe(session: Session, words: list[bytes]) -> bytes | None:
    for word in words:
        session.topics.add(word.decode())
        session.server.topics[word.decode()].append(session)
    return str(len(session.topics)).encode()


@server.command("pub")
async def publish(session: Session, words: list[bytes]) -> bytes | None:
    topic, text = words
    listeners = session.server.topics[topic.decode()]
    for other in listeners:
        other.writer.write(Frame(Op.PUSH, 0, topic + b"=" + text, Flags.URGENT).encode())
    return b"%d" % len(listeners)


class Client:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self.waiting: dict[int, asyncio.Future[bytes]] = {}
        self.pushes: asyncio.Queue[str] = asyncio.Queue()
        self.numbers = 0
        self.task = asyncio.create_task(self.listen())

    async def listen(self) -> None:
        while (frame := await Frame.read(self.reader)) is not None:
            match frame:
                case Frame(op=Op.PUSH, body=body):
                    self.pushes.put_nowait(f"{body.decode()} {frame.flags!r}")
                case Frame(Op.REPLY, number, body):
                    self.waiting.pop(number).set_result(body)
                case Frame(Op.ERROR, number, body):
                    self.waiting.pop(number).set_exception(ProtocolError(body.decode()))
        for future in self.waiting.values():
            future.set_exception(ConnectionResetError("gone"))

    async def call(self, *words: str | bytes, flags: Flags = Flags.NONE) -> str:
        self.numbers += 1
        future = self.waiting[self.numbers] = asyncio.get_running_loop().create_future()
        body = b"\x00".join(w.encode() if isinstance(w, str) else w for w in words)
        self.writer.write(Frame(Op.REQUEST, self.numbers, body, flags).encode())
        return (await future).decode()


@contextlib.asynccontextmanager
async def connected(port: int) -> AsyncIterator[Client]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    client = Client(reader, writer)
    try:
        yield client
    finally:
        writer.close()
        await writer.wait_closed()
        client.task.cancel()
        await asyncio.gather(client.task, return_exceptions=True)


async def main() -> None:
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("{levelname:<7} [{client}] {message}", style="{"))
    handler.addFilter(ClientFilter())
    server.log.addHandler(handler)
    listening = await asyncio.start_server(server.accept, "127.0.0.1", 0)
    port = listening.sockets[0].getsockname()[1]
    async with listening, connected(port) as one, connected(port) as two:
        print(await one.call("set", "a", b"\xc3\xa9"), await two.call("get", "a"), await two.call("get", "b"))
        print(await asyncio.gather(*(one.call("add", "n", str(i)) for i in range(6))))
        for words in (["nope"], ["add", "n", "x"], ["sleep", "1"], ["set", "only"], ["get"]):
            try:
                print(await two.call(*words))
            except ProtocolError as error:
                print("error:", error)
        print(
            await two.call("sub", "news", "sport"),
            await one.call("pub", "news", "hi"),
            await one.call("pub", "x", "y"),
        )
        print(await asyncio.wait_for(two.pushes.get(), 1), two.pushes.empty())
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(one.call("sleep", "0.01"))
                group.create_task(one.call("add", "a", "1"))
        except* ProtocolError as errors:
            print(errors.exceptions)
        print(await one.call("get", "n", flags=Flags.LAST | Flags.URGENT))
        await one.task
    reader, writer = (
        await asyncio.open_connection("127.0.0.1", port) if listening.is_serving() else (None, None)
    )
    print(reader, writer, server.sessions, sorted(server.data.items()), client_name.get())


asyncio.run(main())
