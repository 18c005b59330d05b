"""Clients whose packets are typed dicts, gathered; a mixin of `Any` and known results."""

from __future__ import annotations

import asyncio
import json
from typing import Any, NamedTuple, TypedDict, cast


class Packet(TypedDict, total=False):
    op: str
    room: str
    names: list[str]


class Point(NamedTuple):
    x: int
    y: float


class Client:
    def __init__(self, name: str, *lines: str) -> None:
        self.name = name
        self.lines = list(lines)

    async def receive(self) -> Packet:
        async with asyncio.timeout(5):
            await asyncio.sleep(0)
            line = self.lines.pop(0)
        return cast(Packet, json.loads(line))

    async def made(self) -> Packet:
        return {"op": "made", "room": self.name}

    async def raw(self) -> Any:
        return json.loads(self.lines.pop())

    async def place(self) -> Point:
        return Point(len(self.name), 0.5)

    async def flag(self) -> bool:
        return bool(self.lines)


async def main() -> None:
    ann = Client("ann", '{"op": "names", "names": ["ann", "bob"]}', '{"op": "left"}', "[1, 2]")
    bob = Client("bob", '{"op": "said", "room": "r"}', "true", "null")
    print(*await asyncio.gather(ann.receive(), bob.receive()))
    packets = await asyncio.gather(ann.made(), ann.receive(), bob.made())
    print([p.get("room", "-") for p in packets], packets)
    print(await asyncio.gather(ann.raw(), bob.raw(), bob.raw()))
    print(*await asyncio.gather(ann.place(), bob.place()), *await asyncio.gather(ann.flag(), bob.flag()))
    mixed = await asyncio.gather(ann.made(), bob.place(), return_exceptions=True)
    print(mixed, [type(m).__name__ for m in mixed])
    first, second = await asyncio.gather(ann.made(), bob.flag())
    print(first["op"], second, await asyncio.gather(*(c.made() for c in (ann, bob))))
    failed = await asyncio.gather(ann.receive(), bob.made(), return_exceptions=True)
    print([repr(f) for f in failed])


asyncio.run(main())
