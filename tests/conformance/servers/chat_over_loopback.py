"""A chat server over loopback with streams: names, broadcasts, private messages, a slow client, a clean end."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field


@dataclass(eq=False)
class Client:
    name: str
    writer: asyncio.StreamWriter
    inbox: asyncio.Queue[str | None] = field(default_factory=lambda: asyncio.Queue(maxsize=8))


class Room:
    def __init__(self) -> None:
        self.clients: dict[str, Client] = {}
        self.log: list[str] = []
        self.empty = asyncio.Event()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        name = (await reader.readline()).decode().strip()
        if not name or name in self.clients:
            writer.write(b"! name refused\n")
            await writer.drain()
            writer.close()
            return
        client = Client(name, writer)
        self.clients[name] = client
        self.log.append(f"+{name}")
        pump = asyncio.create_task(self.pump(client))
        self.send(f"* {name} joined", but=name)
        try:
            while line := (await reader.readline()).decode().rstrip("\n"):
                self.handle(client, line)
        except ConnectionError as error:
            self.log.append(f"lost {name}: {type(error).__name__}")
        finally:
            del self.clients[name]
            self.send(f"* {name} left")
            client.inbox.put_nowait(None)
            await pump
            self.log.append(f"-{name}")
            if not self.clients:
                self.empty.set()

    def handle(self, client: Client, line: str) -> None:
        match line.split(maxsplit=2):
            case ["/to", target, text] if target in self.clients:
                self.clients[target].inbox.put_nowait(f"({client.name}) {text}")
            case ["/to", target, *_]:
                client.inbox.put_nowait(f"! no {target}")
            case ["/who"]:
                client.inbox.put_nowait(", ".join(sorted(self.clients)))
            case _:
                self.send(f"<{client.name}> {line}", but=client.name)

    def send(self, text: str, but: str = "") -> None:
        for name, client in self.clients.items():
            if name != but:
                client.inbox.put_nowait(text)

    async def pump(self, client: Client) -> None:
        while (text := await client.inbox.get()) is not None:
            client.writer.write(text.encode() + b"\n")
            await client.writer.drain()
        client.writer.close()
        await client.writer.wait_closed()


class User:
    def __init__(self, port: int) -> None:
        self.port = port

    async def join(self, name: str) -> User:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", self.port)
        self.name = name
        self.say(name)
        return self

    def say(self, text: str) -> None:
        self.writer.write(text.encode() + b"\n")

    async def hear(self) -> str:
        line = await asyncio.wait_for(self.reader.readline(), 5)
        return line.decode().rstrip("\n") if line else "<eof>"

    async def leave(self) -> list[str]:
        self.writer.write_eof()
        rest = (await self.reader.read()).decode().splitlines()
        self.writer.close()
        return rest


async def main() -> int:
    room = Room()
    server = await asyncio.start_server(room.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with server:
        ada = await User(port).join("ada")
        ada.say("/who")
        print("ada:", await ada.hear())
        bob = await User(port).join("bob")
        print("ada:", await ada.hear())
        twin = await User(port).join("ada")
        print("twin:", await twin.hear(), await twin.hear())
        ada.say("hello é")
        print("bob:", await bob.hear())
        bob.say("/to ada psst, it's me")
        print("ada:", await ada.hear())
        bob.say("/to eve hi")
        print("bob:", await bob.hear())
        for n in range(3):
            bob.say(f"line {n}")
        print("ada:", [await ada.hear() for _ in range(3)])
        print("bob rest:", await bob.leave())
        print("ada:", await ada.hear())
        ada.say("/who")
        print("ada:", await ada.hear(), await ada.leave())
        await asyncio.wait_for(room.empty.wait(), 5)
    print(room.log, room.clients)
    return len(room.log)


raise SystemExit(asyncio.run(main()))
