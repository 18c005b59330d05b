from __future__ import annotations

from collections import defaultdict

from ..model import Message
from .base import Transport


class Memory(Transport):
    def __init__(self) -> None:
        super().__init__()
        self._boxes: defaultdict[str, list[Message]] = defaultdict(list)

    async def put(self, message: Message) -> str:
        self._boxes[message.target].append(message)
        return f"{message.target} has {len(self._boxes[message.target])}"

    def read(self, who: str) -> list[Message]:
        return self._boxes.pop(who, [])
