"""The store as calls that wait: read, put, list, watch, transactions."""

from __future__ import annotations

from typing import Final

from mirage.drivers.xen import clock, events, store, store_ring
from mirage.drivers.xen.store import Reply, Store, StoreError, WatchEvent
from mirage.lowlevel import i64, keep_alive, new_with_tail, tail_address, u64

_PATIENCE_NS: Final = 10_000_000_000
_CHUNK: Final = 1024
_TRIES: Final = 64


class Device:
    """What must be told that the domain goes on elsewhere, with new backends."""

    def resumed(self) -> None:
        raise NotImplementedError


class XenStore:
    """The connection of this domain.  Every call raises StoreError when xenstored refuses or is silent."""

    def __init__(self) -> None:
        if not store_ring.is_there():
            raise StoreError(19, "xenstore: this domain has none")
        self.devices: list[Device] = []
        self._core = Store()
        events.unmask(store_ring.port())

    def resumed(self) -> None:
        """Another xenstored knows nothing of what was asked or watched."""
        self._core = Store()
        events.unmask(store_ring.port())

    # --- one request -----------------------------------------------------------------------------

    def _call(self, kind: int, payload: bytes, transaction: int = 0) -> Reply:
        return self._answer(self._core.request(kind, payload, transaction))

    def _answer(self, number: int) -> Reply:
        """Wait for the answer to a request."""
        core = self._core
        limit = clock.monotonic() + u64(_PATIENCE_NS)
        while True:
            self.pump()
            reply = core.take_reply(number)
            if reply is not None:
                if reply.kind == store.ERROR:
                    raise store.error_of(reply.payload)
                return reply
            if core.broken:
                raise StoreError(71, "xenstore: protocol error")
            if clock.monotonic() >= limit:
                core.forget(number)
                raise StoreError(110, "xenstore: no answer")
            clock.wait_until(limit)

    def pump(self) -> None:
        """Send what fits and take what is there."""
        core = self._core
        events.clear(store_ring.port())
        while core.outgoing:
            data = bytes(core.outgoing)
            sent = int(store_ring.put(tail_address(data), u64(len(data))))
            keep_alive(data)
            if sent == 0:
                break
            del core.outgoing[:sent]
        while store_ring.has_answer():
            room = new_with_tail(bytes, i64(_CHUNK))
            count = int(store_ring.take(tail_address(room), u64(_CHUNK)))
            keep_alive(room)
            if count == 0:
                break
            core.feed(room[:count])

    # --- reading and writing ---------------------------------------------------------------------

    def read(self, path: str, transaction: int = 0) -> str | None:
        """The value; None: there is no such path, or it is not ours to read."""
        try:
            reply = self._call(store.READ, path.encode() + b"\0", transaction)
        except StoreError as error:
            if error.errno == 2 or error.errno == 13:
                return None
            raise
        return reply.payload.decode("utf-8", "replace")

    def read_number(self, path: str, otherwise: int) -> int:
        """A decimal number; `otherwise` when there is none."""
        return store.number_of(self.read(path), otherwise)

    def put(self, path: str, value: str) -> None:
        self._call(store.WRITE, path.encode() + b"\0" + value.encode())

    def write_all(self, values: list[tuple[str, str]], transaction: int = 0) -> None:
        """Write them all; asked at once, then answered."""
        core = self._core
        asked: list[int] = []
        for path, value in values:
            asked.append(core.request(store.WRITE, path.encode() + b"\0" + value.encode(), transaction))
        for number in asked:
            self._answer(number)

    def remove(self, path: str) -> None:
        self._call(store.REMOVE, path.encode() + b"\0")

    def directory(self, path: str) -> list[str]:
        """The names below a path; none when it does not exist."""
        try:
            reply = self._call(store.DIRECTORY, path.encode() + b"\0")
        except StoreError as error:
            if error.errno == 2 or error.errno == 13:
                return []
            raise
        return store.strings(reply.payload)

    def write_together(self, values: list[tuple[str, str]]) -> None:
        """Write all of them or none, in one transaction, again when others wrote meanwhile."""
        for _ in range(_TRIES):
            started = self._call(store.TRANSACTION_START, b"\0")
            transaction = int(store.strings(started.payload)[0])
            try:
                self.write_all(values, transaction)
            except StoreError:
                self._call(store.TRANSACTION_END, b"F\0", transaction)
                raise
            try:
                self._call(store.TRANSACTION_END, b"T\0", transaction)
                return
            except StoreError as error:
                if error.errno != 11:
                    raise
        raise StoreError(11, "xenstore: the transaction never succeeds")

    # --- watches ---------------------------------------------------------------------------------

    def watch(self, path: str, token: str) -> None:
        """Tell of changes at and below the path; the first event comes at once."""
        self._call(store.WATCH, path.encode() + b"\0" + token.encode() + b"\0")

    def unwatch(self, path: str, token: str) -> None:
        self._call(store.UNWATCH, path.encode() + b"\0" + token.encode() + b"\0")

    def has_event(self, token: str) -> bool:
        """An event of that watch waits to be taken."""
        for event in self._core.events:
            if event.token == token:
                return True
        return False

    def take_event(self, token: str) -> WatchEvent | None:
        """The oldest event of a watch, without waiting."""
        found = self._core.events
        for i in range(len(found)):
            if found[i].token == token:
                return found.pop(i)
        return None


_the_store: XenStore | None = None


def the_store() -> XenStore:
    """The connection, made when it is first needed.  Raises StoreError."""
    global _the_store
    existing = _the_store
    if existing is None:
        existing = XenStore()
        _the_store = existing
    return existing
