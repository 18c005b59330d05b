from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from .. import model

REGISTRY: dict[str, type[Transport]] = {}


class Transport(ABC):
    name: ClassVar[str]

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.name = cls.__name__.lower()
        REGISTRY[cls.name] = cls

    def __init__(self) -> None:
        self.sent = 0

    async def deliver(self, message: model.Message) -> str:
        self.sent += 1
        return f"{self.name}#{self.sent}:{await self.put(message)}"

    @abstractmethod
    async def put(self, message: model.Message) -> str: ...
