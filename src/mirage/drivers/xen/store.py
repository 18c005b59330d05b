"""The protocol of xenstored, as bytes in and bytes out (Xen, public/io/xs_wire.h and docs/misc/xenstore.txt).

A message is four little-endian words (type, request, transaction, length of the rest) and up to 4096 bytes.
"""

from __future__ import annotations

from typing import Final

DIRECTORY: Final = 1
READ: Final = 2
WATCH: Final = 4
UNWATCH: Final = 5
TRANSACTION_START: Final = 6
TRANSACTION_END: Final = 7
WRITE: Final = 11
REMOVE: Final = 13
WATCH_EVENT: Final = 15
ERROR: Final = 16

LARGEST_PAYLOAD: Final = 4096
_HEADER: Final = 16
_MOST_EVENTS: Final = 256

_ERRNO: Final = (
    ("EINVAL", 22),
    ("EACCES", 13),
    ("EEXIST", 17),
    ("EISDIR", 21),
    ("ENOENT", 2),
    ("ENOMEM", 12),
    ("ENOSPC", 28),
    ("EIO", 5),
    ("ENOTEMPTY", 39),
    ("ENOSYS", 38),
    ("EROFS", 30),
    ("EBUSY", 16),
    ("EAGAIN", 11),
    ("EISCONN", 106),
    ("E2BIG", 7),
    ("EPERM", 1),
)


class StoreError(OSError):
    """Xenstored refused, or does not keep to the protocol."""


class Reply:
    """An answer: its type is that of the request, or ERROR."""

    def __init__(self, kind: int, payload: bytes) -> None:
        self.kind = kind
        self.payload = payload


class WatchEvent:
    """A watched path, or one below, has changed."""

    def __init__(self, path: str, token: str) -> None:
        self.path = path
        self.token = token


def _word(data: bytearray, at: int) -> int:
    return data[at] | data[at + 1] << 8 | data[at + 2] << 16 | data[at + 3] << 24


def strings(payload: bytes) -> list[str]:
    """The strings of a payload, each ended by a zero byte."""
    size = len(payload)
    if size == 0:
        return []
    if payload[size - 1] == 0:
        payload = payload[: size - 1]
    return payload.decode("utf-8", "replace").split("\0")


def number_of(text: str | None, otherwise: int) -> int:
    """A decimal number of at most 20 digits; `otherwise` when the text is none."""
    if text is None or len(text) == 0 or len(text) > 20:
        return otherwise
    value = 0
    for character in text:
        digit = ord(character) - 48
        if digit < 0 or digit > 9:
            return otherwise
        value = value * 10 + digit
    return value


def error_of(payload: bytes) -> StoreError:
    """What an ERROR says."""
    name = strings(payload)[0] if payload else ""
    for known, number in _ERRNO:
        if known == name:
            return StoreError(number, f"xenstore: {name}")
    return StoreError(5, f"xenstore: {name}")


class Store:
    """One connection: `request` appends to `outgoing`, `feed` takes what came.

    outgoing  bytes for xenstored; whoever has sent some removes them
    events    one of each watch that has fired, the last; whoever looks at them removes them
    broken    xenstored broke the protocol, and no byte after that has a meaning
    """

    def __init__(self) -> None:
        self.outgoing = bytearray()
        self.events: list[WatchEvent] = []
        self.broken = False
        self.unexpected = 0  # answers that nobody waits for, and events of more watches than there can be
        self._incoming = bytearray()
        self._waiting: dict[int, int] = {}  # the kind of each request without an answer
        self._replies: dict[int, Reply] = {}
        self._next = 1

    def request(self, kind: int, payload: bytes, transaction: int = 0) -> int:
        """Queue a request; its number.

        raises     StoreError: it is larger than a message may be
        """
        if len(payload) > LARGEST_PAYLOAD:
            raise StoreError(7, "xenstore: request too large")
        number = self._next
        self._next = 1 if number == 0x7FFFFFFF else number + 1
        for word in (kind, number, transaction, len(payload)):
            self.outgoing += word.to_bytes(4, "little")
        self.outgoing += payload
        self._waiting[number] = kind
        return number

    def feed(self, data: bytes) -> None:
        """Take bytes from xenstored."""
        if self.broken:
            return
        incoming = self._incoming
        incoming += data
        at = 0
        while len(incoming) - at >= _HEADER:
            size = _word(incoming, at + 12)
            if size > LARGEST_PAYLOAD:
                self.broken = True
                return
            end = at + _HEADER + size
            if len(incoming) < end:
                break
            self._message(_word(incoming, at), _word(incoming, at + 4), bytes(incoming[at + _HEADER : end]))
            at = end
        del incoming[:at]

    def _message(self, kind: int, number: int, payload: bytes) -> None:
        if kind == WATCH_EVENT:
            parts = strings(payload)
            if len(parts) < 2:
                self.broken = True
            else:
                self._event(parts[0], parts[1])
            return
        asked = self._waiting.get(number, -1)
        if asked < 0 or (kind != asked and kind != ERROR):
            self.unexpected += 1
            return
        del self._waiting[number]
        self._replies[number] = Reply(kind, payload)

    def _event(self, path: str, token: str) -> None:
        """A watch has fired; a backend that does nothing but write must not leave others without room."""
        for waiting in self.events:
            if waiting.token == token:
                waiting.path = path
                return
        if len(self.events) >= _MOST_EVENTS:
            self.unexpected += 1
        else:
            self.events.append(WatchEvent(path, token))

    def take_reply(self, number: int) -> Reply | None:
        """The answer to a request, once."""
        reply = self._replies.get(number)
        if reply is not None:
            del self._replies[number]
        return reply

    def forget(self, number: int) -> None:
        """Nobody waits for this answer any more."""
        self._waiting.pop(number, 0)
        self._replies.pop(number, None)
