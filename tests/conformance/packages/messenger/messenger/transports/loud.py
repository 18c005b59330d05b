from __future__ import annotations

from messenger.errors import BadMessage

from ..model import Message
from . import base


class Loud(base.Transport):
    async def put(self, message: Message) -> str:
        if not message.text:
            raise BadMessage(f"nothing to shout at {message.target}")
        return message.text.upper() + "!" * (1 + (message.priority > 5))
