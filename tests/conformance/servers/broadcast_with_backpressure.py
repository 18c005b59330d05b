"""A broadcaster whose slow subscribers are dropped: bounded queues, per-client tasks, sequence gaps, orderly shutdown."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field


@dataclass(eq=False)
class Subscriber:
    name: str
    writer: asyncio.StreamWriter
    queue: asyncio.Queue[str | None] = field(default_factory=lambda: asyncio.Queue(4))
    dropped: int = 0
    sent: int = 0

    async def pump(self) -> None:
        while (text := await self.queue.get()) is not None:
            self.writer.write(text.encode() + b"\n")
            await self.writer.drain()
            self.sent += 1
        self.writer.write(b"bye\n")

    def offer(self, text: str) -> bool:
        try:
            self.queue.put_nowait(text)
        except asyncio.QueueFull:
            self.dropped += 1
            return False
        return True


class Broadcaster:
    def __init__(self, patience: int = 2) -> None:
        self.subscribers: dict[str, Subscriber] = {}
        self.patience = patience
        self.sequence = 0
        self.expelled: list[str] = []
        self.arrivals = asyncio.Condition()
        self.tasks: set[asyncio.Task[None]] = set()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        name = (await reader.readline()).decode().strip()
        if not name or name in self.subscribers:
            writer.write(b"refused\n")
            writer.close()
            return
        subscriber = Subscriber(name, writer)
        async with self.arrivals:
            self.subscribers[name] = subscriber
            self.arrivals.notify_all()
        task = asyncio.create_task(subscriber.pump(), name=f"pump-{name}")
        self.tasks.add(task)
        try:
            await task
        except asyncio.CancelledError:
            if not task.cancelled():
                raise
        finally:
            self.tasks.discard(task)
            self.subscribers.pop(name, None)
            writer.close()

    def publish(self, text: str) -> int:
        self.sequence += 1
        accepted = 0
        for subscriber in list(self.subscribers.values()):
            if subscriber.offer(f"{self.sequence}:{text}"):
                accepted += 1
            elif subscriber.dropped > self.patience:
                self.expelled.append(subscriber.name)
                del self.subscribers[subscriber.name]
                for task in self.tasks:
                    if task.get_name() == f"pump-{subscriber.name}":
                        task.cancel(f"{subscriber.name} is too slow")
        return accepted

    async def population(self, count: int) -> list[str]:
        async with self.arrivals:
            await self.arrivals.wait_for(lambda: len(self.subscribers) >= count)
        return sorted(self.subscribers)

    async def shut(self) -> None:
        tasks = list(self.tasks)
        for subscriber in list(self.subscribers.values()):
            await subscriber.queue.put(None)
        await asyncio.gather(*tasks, return_exceptions=True)


@dataclass
class Client:
    reader: asyncio.StreamReader
    writer: asyncio.StreamWriter
    seen: list[int] = field(default_factory=list)

    async def messages(self) -> AsyncIterator[tuple[int, str]]:
        async for line in self.reader:
            if line == b"bye\n":
                return
            number, _, text = line.decode().strip().partition(":")
            self.seen.append(int(number))
            yield int(number), text

    def gaps(self) -> list[tuple[int, int]]:
        return [(a, b) for a, b in zip(self.seen, self.seen[1:]) if b != a + 1]


@asynccontextmanager
async def connected(port: int, name: str) -> AsyncIterator[Client]:
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(name.encode() + b"\n")
    try:
        yield Client(reader, writer)
    finally:
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()


async def main() -> None:
    hub = Broadcaster()
    server = await asyncio.start_server(hub.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    async with connected(port, "ann") as ann, connected(port, "bob") as bob:
        print(await hub.population(2))
        async with connected(port, "ann") as twin, connected(port, "") as nameless:
            print(await twin.reader.read(), await nameless.reader.read())
        print([hub.publish(f"m{n}") for n in range(6)], {s.name: (s.dropped, s.queue.qsize()) for s in hub.subscribers.values()})
        first = [await anext(ann.messages()) for _ in range(4)]
        print(first, ann.gaps())
        stream = bob.messages()
        print(await anext(stream))
        await asyncio.sleep(0.005)
        print([hub.publish(f"x{n}") for n in range(4)])
        async for number, text in stream:
            if text == "x3":
                break
        print(bob.seen, bob.gaps())
        print([hub.publish("flood") for _ in range(7)], sorted(hub.expelled), sorted(hub.subscribers))
        await hub.shut()
        rest = [line async for line in ann.messages()]
        print(len(rest) >= 4, ann.gaps()[:1], sorted(hub.subscribers), len(hub.tasks))
    async with connected(port, "late") as late:
        await hub.population(1)
        print(hub.publish("only"), hub.sequence)
        print(await anext(late.messages()))
        await hub.shut()
        print([m async for m in late.messages()], await late.reader.read())
    server.close()
    await server.wait_closed()
    print(hub.expelled.count("ann"), hub.tasks)


asyncio.run(main())
