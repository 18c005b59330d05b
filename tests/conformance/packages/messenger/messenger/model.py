from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .router import Router


class Priority(enum.IntEnum):
    LOW = 1
    NORMAL = 5
    HIGH = 9


@dataclass(frozen=True)
class Message:
    transport: str
    target: str
    text: str
    priority: Priority = Priority.NORMAL

    @classmethod
    def parse(cls, line: str) -> Message:
        from .errors import BadMessage  # as late as it can be

        head, _, text = line.partition(" ")
        transport, colon, target = head.partition(":")
        if not colon:
            raise BadMessage(f"no transport in {line!r}")
        urgent = target.endswith("!")
        target = target.rstrip("!")
        if not target:
            raise BadMessage(f"no target in {line!r}")
        return cls(transport, target, " ".join(text.split()), Priority.HIGH if urgent else Priority.LOW if not text else Priority.NORMAL)

    async def through(self, router: Router) -> str:
        return await router.send(self)
