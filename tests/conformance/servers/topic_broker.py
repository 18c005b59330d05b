"""A broker over loopback: topics with retained messages, acknowledgements, redelivery, wills, wildcard subscriptions."""

from __future__ import annotations

import asyncio
import json
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any


def fits(pattern: str, topic: str) -> bool:
    match pattern.split("/"), topic.split("/"):
        case ["#"], _:
            return True
        case [], []:
            return True
        case [first, *rest], [part, *more] if first in ("+", part):
            return fits("/".join(rest), "/".join(more)) if rest and more else not rest and not more or rest == ["#"]
        case _:
            return False


@dataclass(eq=False)
class Client:
    name: str
    writer: asyncio.StreamWriter
    patterns: dict[str, bool] = field(default_factory=dict)
    unacked: OrderedDict[int, dict[str, Any]] = field(default_factory=OrderedDict)
    will: dict[str, Any] | None = None
    online: bool = True

    def send(self, **message: Any) -> None:
        if self.online:
            self.writer.write(json.dumps(message, sort_keys=True).encode() + b"\n")


class Broker:
    def __init__(self) -> None:
        self.clients: dict[str, Client] = {}
        self.retained: dict[str, dict[str, Any]] = {}
        self.serial = 0
        self.handlers: dict[str, Callable[[Client, dict[str, Any]], Awaitable[None]]] = {
            "subscribe": self.subscribe, "publish": self.on_publish, "ack": self.ack, "unsubscribe": self.unsubscribe,
        }

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        hello = json.loads(await reader.readline())
        client = self.clients.get(hello["name"])
        if client is not None and client.online:
            writer.write(b'{"error": "name taken"}\n')
            writer.close()
            return
        if client is None:
            client = self.clients[hello["name"]] = Client(hello["name"], writer)
        client.writer, client.online, client.will = writer, True, hello.get("will")
        client.send(kind="welcome", again=len(client.unacked))
        for message in client.unacked.values():
            client.send(**message, again=True)
        clean = False
        async for line in reader:
            request = json.loads(line)
            if request["do"] == "bye":
                clean = True
                break
            handler = self.handlers.get(request["do"])
            if handler is None:
                client.send(kind="error", text=f"cannot {request['do']}")
                continue
            await handler(client, request)
            await writer.drain()
        client.online = False
        writer.close()
        if not clean and client.will is not None:
            self.publish(client.will["topic"], client.will["text"], 0, False)

    async def subscribe(self, client: Client, request: dict[str, Any]) -> None:
        client.patterns[request["pattern"]] = bool(request.get("sure"))
        client.send(kind="subscribed", pattern=request["pattern"])
        for topic, message in self.retained.items():
            if fits(request["pattern"], topic):
                client.send(**message, kept=True)

    async def unsubscribe(self, client: Client, request: dict[str, Any]) -> None:
        client.send(kind="unsubscribed", known=client.patterns.pop(request["pattern"], None) is not None)

    async def on_publish(self, client: Client, request: dict[str, Any]) -> None:
        count = self.publish(request["topic"], request["text"], 1, request.get("keep", False))
        client.send(kind="published", to=count)

    async def ack(self, client: Client, request: dict[str, Any]) -> None:
        client.unacked.pop(request["id"], None)

    def publish(self, topic: str, text: str, sure: int, keep: bool) -> int:
        if keep:
            if text:
                self.retained[topic] = {"kind": "message", "topic": topic, "text": text}
            else:
                self.retained.pop(topic, None)
        count = 0
        for client in self.clients.values():
            matching = [is_sure for pattern, is_sure in client.patterns.items() if fits(pattern, topic)]
            if not matching:
                continue
            message: dict[str, Any] = {"kind": "message", "topic": topic, "text": text}
            if any(matching) and sure:
                self.serial += 1
                message["id"] = self.serial
                client.unacked[self.serial] = message
                count += 1
            elif client.online:
                count += 1
            client.send(**message)
        return count


class Peer:
    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self.inbox: list[str] = []

    @classmethod
    async def join(cls, port: int, name: str, **more: Any) -> Peer:
        peer = cls(*await asyncio.open_connection("127.0.0.1", port))
        peer.say(name=name, **more)
        print(name, await peer.hear())
        return peer

    def say(self, **message: Any) -> None:
        self.writer.write(json.dumps(message).encode() + b"\n")

    async def hear(self) -> dict[str, Any]:
        line = await self.reader.readline()
        answer: dict[str, Any] = json.loads(line) if line else {"kind": "closed"}
        return answer

    async def ask(self, do: str, **message: Any) -> dict[str, Any]:
        """The answer; messages that come before it are kept."""
        self.say(do=do, **message)
        while (answer := await self.hear())["kind"] == "message":
            self.inbox.append(f"{answer['topic']}={answer['text']}")
        return answer

    async def messages(self, count: int, ack: bool = True) -> list[str]:
        got: list[str] = []
        for _ in range(count):
            m = await self.hear()
            got.append(f"{m['topic']}={m['text']}" + ("*" if m.get("again") else "") + ("k" if m.get("kept") else ""))
            if ack and "id" in m:
                self.say(do="ack", id=m["id"])
        return got

    async def leave(self, clean: bool = True) -> None:
        if clean:
            self.say(do="bye")
        self.writer.close()
        await self.writer.wait_closed()
        await asyncio.sleep(0.005)


async def main() -> None:
    print([fits(p, t) for p, t in (("a/b", "a/b"), ("a/+", "a/b"), ("+/b", "a/c"), ("#", "x/y"), ("a/#", "a/b/c"), ("a/+/c", "a/b/c"), ("a", "a/b"), ("a/b", "a"), ("+", "a"))])
    broker = Broker()
    server = await asyncio.start_server(broker.serve, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    ann = await Peer.join(port, "ann", will={"topic": "status/ann", "text": "gone"})
    bob = await Peer.join(port, "bob")
    twin = await Peer.join(port, "bob")
    await twin.leave()
    print(await ann.ask("publish", topic="news/one", text="kept", keep=True), await ann.ask("dance"))
    print(await bob.ask("subscribe", pattern="news/#", sure=True), await bob.messages(1), await bob.ask("subscribe", pattern="status/+"))
    print(await ann.ask("publish", topic="news/two", text="hi"), await bob.messages(1, ack=False))
    print(await ann.ask("publish", topic="other", text="nobody"), await bob.ask("unsubscribe", pattern="zzz"))
    await bob.leave()
    print(await ann.ask("publish", topic="news/three", text="while away"), await ann.ask("publish", topic="news/one", text="", keep=True))
    bob = await Peer.join(port, "bob")
    print(await bob.messages(3), sorted(broker.retained))
    await asyncio.sleep(0.005)
    print(len(broker.clients["bob"].unacked), await bob.ask("unsubscribe", pattern="news/#"))
    await ann.leave(clean=False)
    print(await bob.messages(1), {name: c.online for name, c in broker.clients.items()})
    print(await bob.ask("publish", topic="status/bob", text="to myself"), bob.inbox)
    await bob.leave()
    server.close()
    await server.wait_closed()


asyncio.run(main())
