"""A messenger in a package: re-exports, sub-packages that register themselves, relative imports, a lazy import, cycles."""

from __future__ import annotations

import asyncio

import messenger
from messenger import Message, Priority, Router, transports
from messenger.errors import *
from messenger.transports import available as transports_available
from messenger.transports.memory import Memory as Box


async def main() -> None:
    print(messenger.__version__, sorted(messenger.__all__), transports_available(), messenger.__name__)
    router = Router.with_defaults()
    for text in ("memory:ann hello ann", "memory:bob! urgent", "loud:cid quiet words", "memory:dee two  words ", "pigeon:eve coo", "nonsense", "memory:", "loud:x"):
        try:
            message = Message.parse(text)
            receipt = await router.send(message)
            print(f"{text!r:26} {receipt} {message.priority.name}")
        except DeliveryError as error:
            print(f"{text!r:26} {type(error).__name__}: {error}")
    box = router.transport("memory")
    assert isinstance(box, Box)
    print({who: [m.text for m in box.read(who)] for who in ("ann", "bob", "nobody")}, box.sent, len(router.history))
    print([m.target for m in sorted(router.history, key=lambda m: (-m.priority, m.target))], Priority.HIGH > Priority.NORMAL)
    print(transports.loud.Loud.name, transports.base.Transport.__module__, Box.__module__, UnknownTransport.__mro__[1].__name__)
    print(await router.broadcast("all", "memory", "loud"), router.summary())


asyncio.run(main())
