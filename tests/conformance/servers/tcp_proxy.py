"""A proxy between clients and back ends: both directions pumped, balanced by turns, health, a byte count, half closes."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def listening(serve: Serve) -> AsyncIterator[int]:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    try:
        yield server.sockets[0].getsockname()[1]
    finally:
        server.close()
        await server.wait_closed()


@dataclass
class Backend:
    name: str
    port: int = 0
    requests: int = 0
    fail: bool = False

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.requests += 1
        total = 0
        async for line in reader:
            total += len(line)
            if self.fail:
                break
            writer.write(self.name.encode() + b":" + line.strip().upper() + b"\n")
        else:
            writer.write(b"total %d\n" % total)
            await writer.drain()
        writer.close()


@dataclass
class Traffic:
    up: int = 0
    down: int = 0
    errors: list[str] = field(default_factory=list)


class Proxy:
    def __init__(self, backends: list[Backend]) -> None:
        self.backends = backends
        self.turn = 0
        self.traffic: dict[str, Traffic] = {}
        self.down: set[str] = set()

    def choose(self) -> Backend | None:
        for _ in range(len(self.backends)):
            candidate = self.backends[self.turn % len(self.backends)]
            self.turn += 1
            if candidate.name not in self.down:
                return candidate
        return None

    async def pump(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> int:
        count = 0
        try:
            while data := await reader.read(64):
                count += len(data)
                writer.write(data)
                await writer.drain()
            if writer.can_write_eof():
                writer.write_eof()
        except ConnectionError:
            writer.close()
            raise
        return count

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            backend = self.choose()
            if backend is None:
                await reader.read()
                writer.write(b"503 no back end\n")
                break
            try:
                behind, ahead = await asyncio.open_connection("127.0.0.1", backend.port)
            except ConnectionRefusedError:
                self.down.add(backend.name)
                continue
            traffic = self.traffic.setdefault(backend.name, Traffic())
            results = await asyncio.gather(self.pump(reader, ahead), self.pump(behind, writer), return_exceptions=True)
            match results:
                case [int(up), int(down)]:
                    traffic.up += up
                    traffic.down += down
                case _:
                    traffic.errors += [type(r).__name__ for r in results if isinstance(r, BaseException)]
            ahead.close()
            break
        writer.close()


async def request(port: int, *lines: str) -> list[str]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.writelines([line.encode() + b"\n" for line in lines])
    writer.write_eof()
    text = (await reader.read()).decode()
    writer.close()
    return text.splitlines()


async def unused_port() -> int:
    """A port on which nobody listens any more."""
    async with listening(Backend("gone").serve) as port:
        return port


async def main() -> None:
    backends = [Backend("red"), Backend("green"), Backend("blue")]
    async with AsyncExitStack() as stack:
        for backend in backends:
            backend.port = await stack.enter_async_context(listening(backend.serve))
        proxy = Proxy([*backends, Backend("gone", await unused_port())])
        front = await stack.enter_async_context(listening(proxy.serve))
        for n in range(5):
            print(await request(front, f"hello {n}", "again"))
        print(sorted(proxy.down), {b.name: b.requests for b in backends})
        print(await request(front), await request(front, "x" * 500) == ["blue:" + "X" * 500, "total 501"])
        many = await asyncio.gather(*(request(front, f"client {n}") for n in range(6)))
        print(sorted(line.split(":")[1] for line, _ in many), {b.name: b.requests for b in backends})
        print({name: (t.up, t.down, t.errors) for name, t in sorted(proxy.traffic.items())})
        proxy.down |= {"red", "green", "blue"}
        print(await request(front, "anyone"))
        proxy.down = {"red", "blue", "gone"}
        backends[1].fail = True
        print(await request(front, "boom"), backends[1].requests)
    print("closed", proxy.turn > 10)


asyncio.run(main())
