"""Chat rooms over loopback with line protocol: several clients, broadcasts in order, a kick, a polite shutdown."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from contextlib import AsyncExitStack


class Room:
    def __init__(self, name: str) -> None:
        self.name = name
        self.members: dict[str, asyncio.StreamWriter] = {}
        self.history: list[str] = []

    async def say(self, text: str, *, but: str = "") -> None:
        self.history.append(text)
        for name, writer in list(self.members.items()):
            if name != but:
                writer.write(f"[{self.name}] {text}\r\n".encode())
        await asyncio.gather(*(w.drain() for n, w in self.members.items() if n != but))


class Chat:
    def __init__(self) -> None:
        self.rooms: defaultdict[str, Room] = defaultdict(lambda: Room("?"))
        self.said: dict[str, int] = defaultdict(int)
        self.tasks: set[asyncio.Task[None]] = set()

    def room(self, name: str) -> Room:
        room = self.rooms[name]
        room.name = name
        return room

    async def session(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self.tasks.add(task)
        name = (await reader.readuntil(b"\r\n")).decode().strip()
        room: Room | None = None
        writer.write(f"welcome {name}\r\n".encode())
        try:
            async for raw in reader:
                verb, _, rest = raw.decode().rstrip("\r\n").partition(" ")
                if verb == "/join":
                    if room is not None:
                        del room.members[name]
                        await room.say(f"{name} left")
                    room = self.room(rest)
                    room.members[name] = writer
                    await room.say(f"{name} joined")
                elif verb == "/who":
                    writer.write((" ".join(sorted(room.members)) if room else "nobody").encode() + b"\r\n")
                elif verb == "/kick" and room is not None:
                    room.members.pop(rest).close()
                elif verb == "/quit":
                    break
                elif room is None:
                    writer.write(b"join first\r\n")
                else:
                    self.said[name] += 1
                    await room.say(f"{name}: {verb} {rest}".rstrip(), but=name)
        except (ConnectionError, asyncio.IncompleteReadError) as error:
            print("lost", name, type(error).__name__)
        finally:
            if room is not None:
                room.members.pop(name, None)
            writer.close()


class User:
    def __init__(self, name: str) -> None:
        self.name = name

    async def connect(self, port: int) -> User:
        self.reader, self.writer = await asyncio.open_connection("127.0.0.1", port)
        self.writer.write(f"{self.name}\r\n".encode())
        assert await self.line() == f"welcome {self.name}"
        return self

    async def line(self) -> str:
        return (await asyncio.wait_for(self.reader.readline(), 2)).decode().rstrip("\r\n")

    async def send(self, text: str, lines: int = 1) -> list[str]:
        self.writer.write(text.encode() + b"\r\n")
        await self.writer.drain()
        return [await self.line() for _ in range(lines)]

    async def close(self) -> None:
        self.writer.close()


async def main() -> None:
    chat = Chat()
    server = await asyncio.start_server(chat.session, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with AsyncExitStack() as stack:
        stack.push_async_callback(server.wait_closed)
        stack.callback(server.close)
        ann, bob, cy = [await User(n).connect(port) for n in ("ann", "bob", "cy")]
        for user in (ann, bob, cy):
            stack.push_async_callback(user.close)
        print(await ann.send("hello?"), await ann.send("/join tea"), await ann.send("/who"))
        print(await bob.send("/join tea"), await ann.line())
        print(await cy.send("/join rum"), await cy.send("/who"))
        print(await bob.send("good morning  all", 0), await ann.line())
        await ann.send("ünï çödé 😀", 0)
        print(await bob.line())
        print(await cy.send("/join tea"), await ann.line(), await bob.line())
        burst = [ann.send(f"m{i}", 0) for i in range(5)]
        for message in burst:
            await message
        print([await bob.line() for _ in range(5)], [await cy.line() for _ in range(5)] == [f"[tea] ann: m{i}" for i in range(5)])
        await ann.send("/kick bob", 0)
        print(repr(await bob.line()), bob.reader.at_eof(), await ann.send("/who"))
        await ann.send("/quit", 0)
        print(repr(await ann.line()))
    await asyncio.wait(chat.tasks, timeout=2)
    print({n: r.history for n, r in chat.rooms.items()}, dict(chat.said), all(t.done() for t in chat.tasks))


asyncio.run(main())
