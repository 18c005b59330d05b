"""A key-value server and its clients over loopback streams: a text protocol, pipelining, watchers, limits."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field


class ProtocolError(Exception):
    pass


@dataclass
class Store:
    data: dict[str, str] = field(default_factory=dict)
    versions: dict[str, int] = field(default_factory=dict)
    watchers: dict[str, list[asyncio.Queue[str]]] = field(default_factory=dict)

    def set(self, key: str, value: str) -> int:
        self.data[key] = value
        self.versions[key] = self.versions.get(key, 0) + 1
        for queue in self.watchers.get(key, []):
            queue.put_nowait(f"{key} is {value}")
        return self.versions[key]


class Server:
    def __init__(self, store: Store) -> None:
        self.store = store
        self.connections = 0
        self.commands: list[str] = []

    async def handle(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.connections += 1
        try:
            while line := await reader.readline():
                words = line.decode().split()
                try:
                    reply = await self.command(words, reader)
                except ProtocolError as error:
                    reply = f"ERR {error}"
                if reply is None:
                    break
                writer.write(f"{reply}\n".encode())
                await writer.drain()
        finally:
            writer.close()
            await writer.wait_closed()

    async def command(self, words: list[str], reader: asyncio.StreamReader) -> str | None:
        self.commands.append(words[0] if words else "")
        match words:
            case []:
                raise ProtocolError("empty")
            case ["GET", key]:
                return f"VALUE {self.store.data[key]}" if key in self.store.data else "NONE"
            case ["SET", key, *value]:
                return f"OK {self.store.set(key, ' '.join(value))}"
            case ["BLOB", key, size] if size.isdecimal():
                blob = await reader.readexactly(int(size))
                return f"OK {self.store.set(key, blob.hex())}"
            case ["CAS", key, version, value]:
                if str(self.store.versions.get(key, 0)) != version:
                    raise ProtocolError(f"version is {self.store.versions.get(key, 0)}")
                return f"OK {self.store.set(key, value)}"
            case ["WATCH", key]:
                queue: asyncio.Queue[str] = asyncio.Queue()
                self.store.watchers.setdefault(key, []).append(queue)
                return await queue.get()
            case ["KEYS"]:
                return " ".join(sorted(self.store.data)) or "NONE"
            case ["QUIT"]:
                return None
            case [name, *args]:
                raise ProtocolError(f"{name} with {len(args)} arguments")
        raise AssertionError(words)


class Client:
    def __init__(self, port: int) -> None:
        self.port = port

    async def __aenter__(self) -> Client:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        return self

    async def __aexit__(self, *exc: object) -> None:
        self.writer.close()
        await self.writer.wait_closed()

    async def ask(self, *commands: str | bytes) -> list[str]:
        for command in commands:
            self.writer.write(command if isinstance(command, bytes) else command.encode() + b"\n")
        texts = [c for c in commands if isinstance(c, str)]
        return [(await self.reader.readline()).decode().rstrip("\n") for _ in texts]


async def main() -> None:
    app = Server(Store())
    server = await asyncio.start_server(app.handle, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server, Client(port) as a, Client(port) as b:
        print(await a.ask("GET x", "SET x hello world", "GET x", "KEYS"))
        print(await b.ask("BLOB y 4", b"\x00\n\xff!", "GET y", "", "FLY away now"))
        watch = asyncio.create_task(b.ask("WATCH x"))
        await asyncio.sleep(0.01)
        print(watch.done(), await a.ask("SET x again"), await watch)
        both = await asyncio.gather(a.ask("CAS x 2 first"), b.ask("CAS x 2 second"))
        print(sorted(reply.split()[0] for replies in both for reply in replies))
        print(await asyncio.wait_for(a.ask("SET é ü€😀", "GET é"), 1))
        try:
            await asyncio.wait_for(b.ask("WATCH never"), 0.02)
        except asyncio.TimeoutError:
            print("timed out", await a.ask("SET never 1"))
        a.writer.write(b"QUIT\n")
        print(await a.reader.read(), a.reader.at_eof(), app.connections)
        a.writer.write_eof()
    print(sorted(app.commands), app.store.versions)
    try:
        await Client(port).__aenter__()
    except ConnectionRefusedError as error:
        print(type(error).__name__)


asyncio.run(main())
