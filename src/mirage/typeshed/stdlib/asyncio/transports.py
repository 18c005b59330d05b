"""The socket side of streams: a connection that sends when a callback ends and buffers what is refused.

What one callback (one step of a task) writes goes out together, by one system call, as soon as the callback
ends: sooner when it is much, or when something is asked whose answer depends on it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from mirage.targets import current_net as _net

from .events import AbstractEventLoop, _Ready, _Watched
from .futures import Future

if TYPE_CHECKING:
    from .protocols import BaseProtocol

__all__ = ("BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport")

_READ_SIZE: Final = 256 * 1024  # bytes asked for at once, as CPython's max_size
_HIGH_WATER: Final = 64 * 1024  # bytes waiting to be sent above which drain() waits
_LOW_WATER: Final = 16 * 1024  # and at which it goes on


class _ConnectionLost(_Ready):
    """The deferred end of a connection: the socket is closed after what is in the ready queue now."""

    _transport: Transport

    def __init__(self, transport: Transport) -> None:
        super().__init__()
        self._transport = transport

    def _run(self) -> None:
        self._transport._lose()


class _Receiver:
    """What a transport tells about its connection (a stream reader, or a protocol)."""

    def _data_received(self, data: bytes) -> None:
        raise NotImplementedError

    def _eof_received(self) -> None:
        raise NotImplementedError

    def _connection_lost(self, exc: Exception | None) -> None:
        raise NotImplementedError

    def _pause_writing(self) -> None:
        """More than the high-water mark waits to be sent."""

    def _resume_writing(self) -> None:
        """Less than the low-water mark waits."""

    def _get_protocol(self) -> BaseProtocol:
        raise NotImplementedError

    def _set_protocol(self, protocol: BaseProtocol) -> None:
        raise NotImplementedError


class BaseTransport(_Watched):
    """What all transports have."""

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        raise NotImplementedError

    def is_closing(self) -> bool:
        raise NotImplementedError

    def close(self) -> None:
        raise NotImplementedError

    def set_protocol(self, protocol: BaseProtocol) -> None:
        raise NotImplementedError

    def get_protocol(self) -> BaseProtocol:
        raise NotImplementedError


class ReadTransport(BaseTransport):
    """A transport that bytes come from."""

    def is_reading(self) -> bool:
        raise NotImplementedError

    def pause_reading(self) -> None:
        raise NotImplementedError

    def resume_reading(self) -> None:
        raise NotImplementedError


class WriteTransport(BaseTransport):
    """A transport that bytes go to."""

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        raise NotImplementedError

    def get_write_buffer_size(self) -> int:
        raise NotImplementedError

    def get_write_buffer_limits(self) -> tuple[int, int]:
        raise NotImplementedError

    def write(self, data: bytes | bytearray | memoryview) -> None:
        raise NotImplementedError

    def writelines(self, list_of_data: Iterable[bytes | bytearray | memoryview]) -> None:
        self.write(b"".join(list_of_data))

    def write_eof(self) -> None:
        raise NotImplementedError

    def can_write_eof(self) -> bool:
        raise NotImplementedError

    def abort(self) -> None:
        raise NotImplementedError


class DatagramTransport(BaseTransport):
    """A transport of datagrams."""

    def sendto(self, data: bytes | bytearray | memoryview, addr: Any = None) -> None:
        raise NotImplementedError

    def abort(self) -> None:
        raise NotImplementedError


class Transport(ReadTransport, WriteTransport):
    """One TCP connection."""

    _loop: AbstractEventLoop
    _handle: int
    _receiver: _Receiver
    _peername: tuple[str, int]
    _sockname: tuple[str, int]
    _waiting: deque[bytes]  # not sent yet
    _waiting_size: int
    _sent: int  # bytes of the first waiting chunk that are sent
    _gathering: bool  # what waits is sent when the callback ends; the loop knows
    _reading: bool
    _paused: bool
    _writing: bool
    _closing: bool
    _lost: bool
    _eof_written: bool
    _high: int
    _low: int
    _writing_paused: bool
    _error: Exception | None
    _drained: Future[None] | None  # one future for all tasks in drain()
    _closed: Future[None] | None
    _server: _Counter | None

    def __init__(
        self,
        loop: AbstractEventLoop,
        handle: int,
        receiver: _Receiver,
        peername: tuple[str, int],
        sockname: tuple[str, int],
        reading: bool = True,
    ) -> None:
        self._loop = loop
        self._handle = handle
        self._receiver = receiver
        self._peername = peername
        self._sockname = sockname
        self._waiting = deque()
        self._waiting_size = 0
        self._sent = 0
        self._gathering = False
        self._reading = True
        self._paused = not reading
        self._writing = False
        self._closing = False
        self._lost = False
        self._eof_written = False
        self._high = _HIGH_WATER
        self._low = _LOW_WATER
        self._writing_paused = False
        self._error = None
        self._drained = None
        self._closed = None
        self._server = None
        loop._watch(handle, self, reading, False)

    def __repr__(self) -> str:
        state = " closed" if self._lost else " closing" if self._closing else ""
        return f"<Transport fd={self._handle}{state}>"

    # --- reading -------------------------------------------------------------------------------

    def _handle_readable(self) -> None:
        if self._lost or not self._reading or self._paused:
            return
        try:
            data = _net.receive(self._handle, _READ_SIZE)
        except OSError as exc:
            self._fail(exc)
            return
        if data is None:
            return
        if data:
            self._receiver._data_received(data)
            return
        self._reading = False  # the peer has ended its side; ours may still write
        self._update_watch()
        self._receiver._eof_received()

    def pause_reading(self) -> None:
        if not self._paused:
            self._paused = True
            self._update_watch()

    def resume_reading(self) -> None:
        if self._paused:
            self._paused = False
            self._update_watch()

    def is_reading(self) -> bool:
        return self._reading and not self._paused and not self._closing

    def _update_watch(self) -> None:
        if not self._lost:
            readable = self._reading and not self._paused and not self._closing
            self._loop._watch(self._handle, self, readable, self._writing)

    # --- writing -------------------------------------------------------------------------------

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if self._eof_written:
            raise RuntimeError("Cannot call write() after write_eof()")
        if isinstance(data, bytes):
            self._write(data)
        else:
            self._write(bytes(data))

    def _write(self, data: bytes) -> None:
        size = len(data)
        if size == 0 or self._lost or self._error is not None:
            return
        self._waiting.append(data)
        self._waiting_size += size
        if not self._writing:
            if self._waiting_size <= self._high and self._waiting_size < _HIGH_WATER and self._loop._running:
                if not self._gathering:
                    self._gathering = True
                    self._loop._gathering.append(self)
                return
            self._flush()
        if self._waiting_size > self._high and not self._writing_paused:
            self._writing_paused = True
            self._receiver._pause_writing()

    def _flush(self) -> None:
        """Send what was gathered."""
        self._gathering = False
        waiting = self._waiting
        if self._writing or not waiting:
            return
        data = waiting[0]
        if len(waiting) > 1:
            data = b"".join(waiting)
            waiting.clear()
            waiting.append(data)
        try:
            sent = _net.send(self._handle, data, 0)
        except OSError as exc:
            self._fail(exc)
            return
        self._waiting_size -= sent
        if not self._waiting_size:
            waiting.clear()
            return
        self._sent = sent
        self._writing = True
        self._update_watch()

    def _handle_writable(self) -> None:
        while self._waiting and not self._lost:
            data = self._waiting[0]
            try:
                sent = _net.send(self._handle, data, self._sent)
            except OSError as exc:
                self._fail(exc)
                return
            self._waiting_size -= sent
            self._sent += sent
            if self._sent < len(data):
                if sent == 0:
                    break
                continue
            self._waiting.popleft()
            self._sent = 0
        if self._waiting_size <= self._low:
            self._wake_drain(None)
            if self._writing_paused:
                self._writing_paused = False
                self._receiver._resume_writing()
        if not self._waiting:
            self._all_sent()

    def _all_sent(self) -> None:
        self._writing = False
        self._update_watch()
        if self._closing:
            self._schedule_loss(None)
        elif self._eof_written:
            self._shutdown()

    def _shutdown(self) -> None:
        try:
            _net.shutdown_write(self._handle)
        except OSError as exc:
            self._fail(exc)

    def write_eof(self) -> None:
        if self._closing or self._eof_written:
            return
        self._flush()
        self._eof_written = True
        if not self._waiting:
            self._shutdown()

    def can_write_eof(self) -> bool:
        return True

    def get_write_buffer_size(self) -> int:
        self._flush()
        return self._waiting_size

    def get_write_buffer_limits(self) -> tuple[int, int]:
        return (self._low, self._high)

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        if high is None:
            high = _HIGH_WATER if low is None else 4 * low
        if low is None:
            low = high // 4
        if not high >= low >= 0:
            raise ValueError(f"high ({high!r}) must be >= low ({low!r}) must be >= 0")
        self._high = high
        self._low = low
        self._flush()
        if self._waiting_size > high and not self._writing_paused:
            self._writing_paused = True
            self._receiver._pause_writing()

    def get_protocol(self) -> BaseProtocol:
        return self._receiver._get_protocol()

    def set_protocol(self, protocol: BaseProtocol) -> None:
        self._receiver._set_protocol(protocol)

    def _drain_waiter(self) -> Future[None] | None:
        """What `drain` has to wait for: None while little is buffered."""
        drained = self._drained
        if drained is not None:
            return drained
        if self._waiting_size <= self._high:
            return None
        drained = Future(loop=self._loop)
        self._drained = drained
        return drained

    def _wake_drain(self, exc: Exception | None) -> None:
        drained = self._drained
        if drained is not None:
            self._drained = None
            if not drained.done():
                if exc is None:
                    drained._finish(None)
                else:
                    drained._fail(exc)
                    drained._log_traceback = False

    # --- the end -------------------------------------------------------------------------------

    def is_closing(self) -> bool:
        return self._closing

    def close(self) -> None:
        """Stop reading; the socket is closed when everything written is sent."""
        if self._closing:
            return
        self._flush()
        if self._closing:
            return  # it failed
        self._closing = True
        if self._waiting:
            self._update_watch()
        else:
            self._schedule_loss(None)

    def abort(self) -> None:
        """Close now; what is not sent is dropped."""
        self._flush()
        if not self._lost:
            self._schedule_loss(None)

    def _fail(self, exc: Exception) -> None:
        if self._error is None:
            self._error = exc
            self._schedule_loss(exc)

    def _schedule_loss(self, exc: Exception | None) -> None:
        """End the connection in the loop's next turn."""
        if self._lost:
            return
        if exc is not None and self._error is None:
            self._error = exc
        self._lost = True
        self._closing = True
        self._waiting.clear()
        self._waiting_size = 0
        self._loop._unwatch(self._handle)
        self._loop._ready.append(_ConnectionLost(self))

    def _lose(self) -> None:
        error = self._error
        self._receiver._connection_lost(error)
        closed = self._closed
        if closed is not None and not closed.done():
            if error is None:
                closed._finish(None)
            else:
                closed._fail(error)
                closed._log_traceback = False
        self._wake_drain(ConnectionResetError("Connection lost") if error is None else error)
        self._receiver = _NO_RECEIVER
        _net.close(self._handle)
        self._handle = -1
        server = self._server
        if server is not None:
            self._server = None
            server._one_less()

    def _closed_future(self) -> Future[None]:
        """Done when the connection is closed; fails with the error that ended it."""
        closed = self._closed
        if closed is None:
            closed = Future(loop=self._loop)
            self._closed = closed
            if self._handle < 0:
                error = self._error
                if error is None:
                    closed._finish(None)
                else:
                    closed._fail(error)
                    closed._log_traceback = False
        return closed

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        if name == "peername":
            return self._peername
        if name == "sockname":
            return self._sockname
        return default


class _NoReceiver(_Receiver):
    """Takes the place of the reader when the connection is closed."""

    def _data_received(self, data: bytes) -> None:
        pass

    def _eof_received(self) -> None:
        pass

    def _connection_lost(self, exc: Exception | None) -> None:
        pass


_NO_RECEIVER: Final = _NoReceiver()


class _Counter:
    """The server that counts its connections."""

    def _one_less(self) -> None:
        raise NotImplementedError
