from __future__ import annotations

import asyncio
from collections import Counter

from . import transports
from .errors import UnknownTransport
from .model import Message
from .transports.base import Transport


class Router:
    def __init__(self) -> None:
        self._transports: dict[str, Transport] = {}
        self.history: list[Message] = []

    @classmethod
    def with_defaults(cls) -> Router:
        router = cls()
        for name in transports.available():
            router._transports[name] = transports.create(name)
        return router

    def transport(self, name: str) -> Transport:
        try:
            return self._transports[name]
        except KeyError:
            raise UnknownTransport(name, sorted(self._transports)) from None

    async def send(self, message: Message) -> str:
        receipt = await self.transport(message.transport).deliver(message)
        self.history.append(message)
        return receipt

    async def broadcast(self, text: str, *names: str) -> list[str]:
        return await asyncio.gather(*(Message(name, "everyone", text).through(self) for name in names))

    def summary(self) -> dict[str, int]:
        return dict(Counter(m.transport for m in self.history).most_common())
