"""What an application holds: handles, and the level-triggered readiness of sockets."""

from __future__ import annotations

from typing import Final

READABLE: Final = 1
WRITABLE: Final = 2


class Socket:
    """The part of a socket that readiness needs; `handle` is -1 once the application closed it."""

    def __init__(self) -> None:
        self.handle: int = -1
        self.interest: int = 0
        self.queued: bool = False

    def readiness(self) -> int:
        """READABLE | WRITABLE as it is now."""
        return 0


class Events:
    """Sockets that may be ready: asking costs what happened, not how many sockets there are."""

    def __init__(self) -> None:
        self.candidates: list[Socket] = []

    def touch(self, socket: Socket) -> None:
        """Something happened to the socket, or its interest changed."""
        if not socket.queued and socket.interest != 0:
            socket.queued = True
            self.candidates.append(socket)

    def ready(self) -> list[int]:
        """`handle * 4 + (1 readable | 2 writable)` of every watched socket that is ready.

        Level-triggered: a ready socket stays a candidate until it is no longer ready.
        """
        items: list[int] = []
        if not self.candidates:
            return items
        still: list[Socket] = []
        for socket in self.candidates:
            flags = 0
            if socket.handle >= 0 and socket.interest != 0:
                flags = socket.readiness() & socket.interest
            if flags != 0:
                items.append(socket.handle * 4 + flags)
                still.append(socket)
            else:
                socket.queued = False
        self.candidates = still
        return items
