"""Protocols and transports: a line server, a client, and datagrams between two sockets."""

from __future__ import annotations

import asyncio
from typing import Any, cast


class LineServer(asyncio.Protocol):
    def __init__(self, log: list[str]) -> None:
        self.log = log
        self.buffer = b""
        self.transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)
        host, _ = transport.get_extra_info("peername")
        self.log.append(f"server: made from {host}")
        self.transport.write(b"welcome\n")

    def data_received(self, data: bytes) -> None:
        assert self.transport is not None
        self.buffer += data
        while b"\n" in self.buffer:
            line, self.buffer = self.buffer.split(b"\n", 1)
            self.log.append(f"server: line {line.decode()}")
            if line == b"quit":
                self.transport.write(b"bye\n")
                self.transport.close()
                return
            self.transport.writelines([line.upper(), b"\n"])

    def eof_received(self) -> bool | None:
        self.log.append("server: eof")
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        self.log.append(f"server: lost {exc!r}")


class Client(asyncio.Protocol):
    def __init__(self, lines: list[str], done: asyncio.Future[str], log: list[str]) -> None:
        self.lines = lines
        self.done = done
        self.log = log
        self.received = b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.log.append(f"client: made {transport.is_closing()} {transport.can_write_eof()}")

    def data_received(self, data: bytes) -> None:
        self.received += data
        while b"\n" in self.received:
            line, self.received = self.received.split(b"\n", 1)
            self.log.append(f"client: got {line.decode()}")
            if self.lines:
                self.transport.write(self.lines.pop(0).encode() + b"\n")
            elif line != b"bye":
                self.transport.write_eof()

    def connection_lost(self, exc: Exception | None) -> None:
        self.log.append(f"client: lost {exc!r}")
        if not self.done.done():
            self.done.set_result("finished")


class Echo(asyncio.DatagramProtocol):
    def connection_made(self, transport: asyncio.DatagramTransport) -> None:  # type: ignore[override]
        self.transport = transport

    def datagram_received(self, data: bytes, addr: tuple[Any, ...]) -> None:
        print("echo", data, addr[0])
        self.transport.sendto(data[::-1], addr)


class Asker(asyncio.DatagramProtocol):
    def __init__(self, questions: list[bytes], done: asyncio.Future[list[bytes]]) -> None:
        self.questions = questions
        self.done = done
        self.answers: list[bytes] = []
        self.transport: asyncio.DatagramTransport | None = None

    def connection_made(self, transport: asyncio.DatagramTransport) -> None:  # type: ignore[override]
        self.transport = transport
        transport.sendto(self.questions.pop(0))

    def datagram_received(self, data: bytes, addr: tuple[Any, ...]) -> None:
        self.answers.append(data)
        assert self.transport is not None
        if self.questions:
            self.transport.sendto(bytearray(self.questions.pop(0)))
        else:
            self.transport.close()

    def error_received(self, exc: Exception) -> None:
        print("error", exc)

    def connection_lost(self, exc: Exception | None) -> None:
        print("asker lost", exc)
        self.done.set_result(self.answers)


async def streams() -> None:
    loop = asyncio.get_running_loop()
    log: list[str] = []
    server = await loop.create_server(lambda: LineServer(log), "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print("serving", server.is_serving())
    for lines in (["hello", "quit"], ["one", "two", "three"]):
        done: asyncio.Future[str] = loop.create_future()
        transport, client = await loop.create_connection(
            lambda lines=lines, done=done: Client(lines, done, log),  # type: ignore[misc]
            "127.0.0.1",
            port,
        )
        print(await done, transport.is_closing(), client.lines)
        await asyncio.sleep(0.01)
        for entry in sorted(log, key=lambda entry: entry.partition(":")[0]):
            print("  ", entry)
        log.clear()
    server.close()
    await server.wait_closed()
    print("closed", server.is_serving())
    try:
        await loop.create_connection(asyncio.Protocol, "127.0.0.1", port)
    except ConnectionRefusedError as error:
        print(type(error).__name__, error.errno)


async def datagrams() -> None:
    loop = asyncio.get_running_loop()
    transport, echo = await loop.create_datagram_endpoint(Echo, local_addr=("127.0.0.1", 0))
    address = transport.get_extra_info("sockname")
    done: asyncio.Future[list[bytes]] = loop.create_future()
    asking, asker = await loop.create_datagram_endpoint(
        lambda: Asker([b"abc", b"defg", b"h"], done), remote_addr=address
    )
    print(asking.get_extra_info("peername") == address, echo.transport is transport)
    print(await asyncio.wait_for(done, 5))
    try:
        asking.sendto(b"late", ("127.0.0.1", 1))
    except ValueError as error:
        print("ValueError", str(error)[:31])
    transport.close()
    await asyncio.sleep(0)
    print(transport.is_closing())


asyncio.run(streams())
asyncio.run(datagrams())
