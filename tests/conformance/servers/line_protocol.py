"""A Protocol class parsing commands of a key-value store, with pipelining, timeouts and pause of the writer."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Store(asyncio.Protocol):
    data: dict[bytes, bytes] = {}
    events: list[str] = []

    def __init__(self) -> None:
        self.buffer = bytearray()
        self.wanted: tuple[bytes, int] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport
        self.events.append("made")

    def data_received(self, data: bytes) -> None:
        self.buffer += data
        while True:
            if self.wanted is not None:
                key, size = self.wanted
                if len(self.buffer) < size + 2:
                    return
                value, tail = bytes(self.buffer[:size]), self.buffer[size : size + 2]
                del self.buffer[: size + 2]
                self.wanted = None
                if tail != b"\r\n":
                    self.transport.write(b"CLIENT_ERROR bad data chunk\r\n")
                    continue
                self.data[key] = value
                self.transport.write(b"STORED\r\n")
                continue
            line, newline, rest = self.buffer.partition(b"\r\n")
            if not newline:
                return
            self.buffer = rest
            self.command(bytes(line).split())

    def command(self, words: list[bytes]) -> None:
        match words:
            case [b"set", key, size] if size.isdigit():
                self.wanted = (key, int(size))
            case [b"get", *keys]:
                for key in keys:
                    if key in self.data:
                        self.transport.write(b"VALUE %s %d\r\n%s\r\n" % (key, len(self.data[key]), self.data[key]))
                self.transport.write(b"END\r\n")
            case [b"incr", key, by]:
                if key not in self.data:
                    self.transport.write(b"NOT_FOUND\r\n")
                    return
                self.data[key] = b"%d" % (int(self.data[key]) + int(by))
                self.transport.write(self.data[key] + b"\r\n")
            case [b"quit"]:
                self.transport.close()
            case []:
                pass
            case _:
                self.transport.write(b"ERROR\r\n")

    def eof_received(self) -> bool:
        self.events.append("eof")
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        self.events.append(f"lost {exc!r}")


class Collector(asyncio.Protocol):
    def __init__(self, done: asyncio.Future[bytes], ends: Callable[[bytes], bool]) -> None:
        self.done, self.ends = done, ends
        self.got = b""

    def data_received(self, data: bytes) -> None:
        self.got += data
        if self.ends(self.got) and not self.done.done():
            self.done.set_result(self.got)

    def connection_lost(self, exc: Exception | None) -> None:
        if not self.done.done():
            self.done.set_result(self.got + b"<closed>")


async def talk(port: int, *parts: bytes, ends: Callable[[bytes], bool] = lambda data: data.endswith(b"END\r\n")) -> bytes:
    loop = asyncio.get_running_loop()
    done: asyncio.Future[bytes] = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Collector(done, ends), "127.0.0.1", port)
    for part in parts:
        transport.write(part)
        await asyncio.sleep(0)
    result = await asyncio.wait_for(done, 5)
    transport.close()
    return result


async def main() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Store, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    print(await talk(port, b"set a 5\r\nhel", b"lo\r\nget a", b" b\r\n"))
    print(await talk(port, b"set n 2\r\n41\r\nincr n 1\r\nincr zz 1\r\nnonsense\r\n\r\nget n a\r\n"))
    print(await talk(port, b"set x 2\r\nabcget x\r\nget a\r\n"))
    print(await talk(port, b"set big 30000\r\n" + b"x" * 30000, b"\r\n", b"quit\r\n", ends=lambda data: False))
    print(await talk(port, b"incr a 1\r\n", ends=lambda data: False))
    server.close()
    await server.wait_closed()
    print(sorted(Store.data), len(Store.data[b"big"]), Store.events.count("made"), sum(event.startswith("lost") for event in Store.events))


async def guarded() -> None:
    errors: list[str] = []
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: errors.append(f"{context['message']}: {context.get('exception')!r}"))
    await main()
    print(errors)


asyncio.run(guarded())
