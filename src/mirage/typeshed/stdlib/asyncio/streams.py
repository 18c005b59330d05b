"""Streams: reading and writing TCP connections with `await`, and servers of them."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Sequence
from types import TracebackType
from typing import Any, Final

from mirage.targets import current_net as _net

from . import events, tasks
from .events import AbstractEventLoop, _Ready, _Watched
from .exceptions import IncompleteReadError, LimitOverrunError
from .futures import Future
from .transports import Transport, _Counter, _Receiver

__all__ = ("StreamReader", "StreamWriter", "open_connection", "start_server")

_DEFAULT_LIMIT: Final = 64 * 1024
_ACCEPT_RETRY_DELAY: Final = 1.0  # seconds without accepting when the machine refuses sockets
_CONNECTION_LIMIT: Final = 16384  # open connections of one server above which it stops accepting
_NO_RESOURCES: Final = (12, 23, 24, 105)  # ENOMEM, ENFILE, EMFILE, ENOBUFS

_ClientConnectedCallback = Callable[["StreamReader", "StreamWriter"], Awaitable[None] | None]


class StreamReader(_Receiver):
    """The receiving side of a connection.

    The buffer is `_head[_position:]` followed by `_chunks`; `_size` counts all of it, in bytes.
    """

    _limit: int
    _loop: AbstractEventLoop
    _head: bytes
    _position: int
    _chunks: list[bytes]
    _size: int
    _eof: bool
    _waiter: Future[None] | None
    _exception: Exception | None
    _transport: Transport | None
    _paused: bool

    def __init__(self, limit: int = _DEFAULT_LIMIT, loop: AbstractEventLoop | None = None) -> None:
        if limit <= 0:
            raise ValueError("Limit cannot be <= 0")
        self._limit = limit
        self._loop = events.get_event_loop() if loop is None else loop
        self._head = b""
        self._position = 0
        self._chunks = []
        self._size = 0
        self._eof = False
        self._waiter = None
        self._exception = None
        self._transport = None
        self._paused = False

    def __repr__(self) -> str:
        info = "StreamReader"
        if self._size:
            info += f" {self._size} bytes"
        if self._eof:
            info += " eof"
        if self._limit != _DEFAULT_LIMIT:
            info += f" limit={self._limit}"
        if self._waiter is not None:
            info += f" waiter={self._waiter!r}"
        if self._exception is not None:
            info += f" exception={self._exception!r}"
        if self._transport is not None:
            info += f" transport={self._transport!r}"
        if self._paused:
            info += " paused"
        return f"<{info}>"

    # --- from the connection -------------------------------------------------------------------

    def exception(self) -> Exception | None:
        return self._exception

    def set_exception(self, exc: Exception) -> None:
        self._exception = exc
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            if not waiter.cancelled():
                waiter.set_exception(exc)
                waiter._log_traceback = False

    def set_transport(self, transport: Transport) -> None:
        self._transport = transport

    def _wake(self) -> None:
        waiter = self._waiter
        if waiter is not None:
            self._waiter = None
            if not waiter.done():
                waiter._finish(None)

    def feed_eof(self) -> None:
        self._eof = True
        self._wake()

    def at_eof(self) -> bool:
        """The end was reached and everything was read."""
        return self._eof and self._size == 0

    def feed_data(self, data: bytes | bytearray) -> None:
        self._data_received(data if isinstance(data, bytes) else bytes(data))

    def _data_received(self, data: bytes) -> None:
        size = len(data)
        if size == 0:
            return
        if self._size == 0:
            self._head = data
            self._position = 0
        else:
            self._chunks.append(data)
        self._size += size
        self._wake()
        if self._size > 2 * self._limit and not self._paused:
            transport = self._transport
            if transport is not None:
                self._paused = True
                transport.pause_reading()

    def _eof_received(self) -> None:
        self.feed_eof()

    def _connection_lost(self, exc: Exception | None) -> None:
        if exc is None:
            self.feed_eof()
        else:
            self.set_exception(exc)

    # --- the buffer ----------------------------------------------------------------------------

    def _join(self) -> None:
        """Bring the whole buffer into `_head`."""
        if self._chunks:
            parts = [self._head[self._position :]]
            parts.extend(self._chunks)
            self._head = b"".join(parts)
            self._position = 0
            self._chunks.clear()

    def _take(self, count: int) -> bytes:
        """Remove and return the first `count` bytes; there are as many."""
        if count == self._size:
            self._join()
            data = self._head[self._position :] if self._position else self._head
            self._head = b""
            self._position = 0
            self._size = 0
        else:
            if self._position + count > len(self._head):
                self._join()
            start = self._position
            data = self._head[start : start + count]
            self._position = start + count
            self._size -= count
            if self._position == len(self._head) and self._chunks:
                self._head = self._chunks.pop(0)
                self._position = 0
        if self._paused and self._size <= self._limit:
            self._resume()
        return data

    def _resume(self) -> None:
        self._paused = False
        transport = self._transport
        if transport is not None:
            transport.resume_reading()

    async def _wait_for_data(self, function: str) -> None:
        if self._waiter is not None:
            raise RuntimeError(
                f"{function}() called while another coroutine is already waiting for incoming data"
            )
        if self._paused:
            self._resume()  # more is needed than the limit keeps
        waiter: Future[None] = Future(loop=self._loop)
        self._waiter = waiter
        try:
            await waiter
        finally:
            self._waiter = None

    # --- for the application -------------------------------------------------------------------

    async def readline(self) -> bytes:
        """One line with its newline; what there is at the end of the stream."""
        try:
            return await self.readuntil(b"\n")
        except IncompleteReadError as exc:
            return exc.partial
        except LimitOverrunError as exc:
            consumed = exc.consumed
            self._join()
            if self._head.startswith(b"\n", self._position + consumed):
                self._take(consumed + 1)
            else:
                self._take(self._size)
            raise ValueError(exc.args[0])

    async def readuntil(self, separator: bytes = b"\n") -> bytes:
        """The bytes up to the separator and with it.

        raises   IncompleteReadError at the end of the stream, LimitOverrunError when there is no
                 separator within the limit (the bytes stay in the buffer)
        """
        length = len(separator)
        if length == 0:
            raise ValueError("Separator should be at least one-byte string")
        if self._exception is not None:
            raise self._exception
        offset = 0  # bytes already searched
        while True:
            if self._size - offset >= length:
                self._join()
                found = self._head.find(separator, self._position + offset)
                if found >= 0:
                    found -= self._position
                    break
                offset = self._size + 1 - length
                if offset > self._limit:
                    raise LimitOverrunError("Separator is not found, and chunk exceed the limit", offset)
            if self._eof:
                raise IncompleteReadError(self._take(self._size), None)
            await self._wait_for_data("readuntil")
            if self._exception is not None:
                raise self._exception
        if found > self._limit:
            raise LimitOverrunError("Separator is found, but chunk is longer than limit", found)
        return self._take(found + length)

    async def read(self, n: int = -1) -> bytes:
        """Up to `n` bytes, at least one before the end of the stream; all of it when n is negative."""
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        if n < 0:
            return await self._read_all()
        if self._size == 0 and not self._eof:
            await self._wait_for_data("read")
        available = self._size
        data = self._take(n if n < available else available)
        return data

    async def _read_all(self) -> bytes:
        blocks: list[bytes] = []
        while True:
            block = await self.read(self._limit)
            if not block:
                break
            blocks.append(block)
        return b"".join(blocks)

    async def readexactly(self, n: int) -> bytes:
        """Exactly `n` bytes; IncompleteReadError when the stream ends before."""
        if n < 0:
            raise ValueError("readexactly size can not be less than zero")
        if self._exception is not None:
            raise self._exception
        if n == 0:
            return b""
        while self._size < n:
            if self._eof:
                raise IncompleteReadError(self._take(self._size), n)
            await self._wait_for_data("readexactly")
            if self._exception is not None and self._size < n:
                raise self._exception
        return self._take(n)

    def __aiter__(self) -> StreamReader:
        return self

    async def __anext__(self) -> bytes:
        line = await self.readline()
        if line == b"":
            raise StopAsyncIteration
        return line


class StreamWriter:
    """The sending side of a connection."""

    _transport: Transport
    _reader: StreamReader | None
    _loop: AbstractEventLoop

    def __init__(self, transport: Transport, reader: StreamReader | None, loop: AbstractEventLoop) -> None:
        self._transport = transport
        self._reader = reader
        self._loop = loop

    def __repr__(self) -> str:
        return f"<StreamWriter transport={self._transport!r} reader={self._reader!r}>"

    @property
    def transport(self) -> Transport:
        return self._transport

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Send what the socket takes now and buffer the rest."""
        self._transport.write(data)

    def writelines(self, data: Iterable[bytes | bytearray | memoryview]) -> None:
        parts: list[bytes] = []
        for part in data:
            parts.append(part if isinstance(part, bytes) else bytes(part))
        self._transport.write(b"".join(parts))

    def write_eof(self) -> None:
        self._transport.write_eof()

    def can_write_eof(self) -> bool:
        return self._transport.can_write_eof()

    def close(self) -> None:
        self._transport.close()

    def is_closing(self) -> bool:
        return self._transport.is_closing()

    async def wait_closed(self) -> None:
        await self._transport._closed_future()

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        return self._transport.get_extra_info(name, default)

    async def drain(self) -> None:
        """Wait while more than the high-water mark is buffered."""
        reader = self._reader
        if reader is not None and reader._exception is not None:
            raise reader._exception
        transport = self._transport
        if transport._closing:
            # Let the end of the connection be seen by loops of write() and drain().
            await tasks._TURN
        if transport._lost:
            if transport._handle < 0:
                raise ConnectionResetError("Connection lost")
            return
        waiter = transport._drain_waiter()
        if waiter is not None:
            await tasks.shield(waiter)


# --- servers -----------------------------------------------------------------------------------


class TransportSocket:
    """What a program may ask of a server's socket."""

    _address: tuple[str, int]
    _handle: int

    def __init__(self, handle: int, address: tuple[str, int]) -> None:
        self._handle = handle
        self._address = address

    def getsockname(self) -> Any:
        return self._address

    def fileno(self) -> int:
        return self._handle


class _Listener(_Watched):
    """One listening socket of a server."""

    _server: Server
    _handle: int
    _socket: TransportSocket
    _active: bool

    def __init__(self, server: Server, handle: int) -> None:
        self._server = server
        self._handle = handle
        self._socket = TransportSocket(handle, _net.local_address(handle))
        self._active = False

    def _listen(self, active: bool) -> None:
        if self._handle >= 0 and self._active != active:
            self._active = active
            self._server._loop._watch(self._handle, self, active, False)

    def _close(self) -> None:
        if self._handle >= 0:
            self._server._loop._unwatch(self._handle)
            _net.close(self._handle)
            self._handle = -1

    def _handle_readable(self) -> None:
        """Accept what is there, a backlog's length at most, so that others get their turn."""
        server = self._server
        for _ in range(server._backlog):
            if self._handle < 0 or not self._active:
                return
            try:
                handle = _net.tcp_accept(self._handle)
            except OSError as exc:
                self._accept_failed(exc)
                return
            if handle < 0:
                return
            server._connected(handle)

    def _accept_failed(self, exc: OSError) -> None:
        if exc.errno in _NO_RESOURCES:
            loop = self._server._loop
            loop._report("socket.accept() out of system resource", exc)
            self._listen(False)
            loop.call_later(_ACCEPT_RETRY_DELAY, self._listen, True)


class _Clients:
    """What a server does with its connections."""

    def _accept(
        self, server: Server, handle: int, peername: tuple[str, int], sockname: tuple[str, int]
    ) -> None:
        raise NotImplementedError


class _StreamClients(_Clients):
    """Calls the function of `start_server` with streams."""

    _callback: _ClientConnectedCallback
    _limit: int

    def __init__(self, callback: _ClientConnectedCallback, limit: int) -> None:
        self._callback = callback
        self._limit = limit

    def _accept(
        self, server: Server, handle: int, peername: tuple[str, int], sockname: tuple[str, int]
    ) -> None:
        loop = server._loop
        reader = StreamReader(self._limit, loop)
        transport = Transport(loop, handle, reader, peername, sockname)
        transport._server = server
        reader._transport = transport
        result = self._callback(reader, StreamWriter(transport, reader, loop))
        if result is not None:
            future = tasks._ensure(result, loop)
            future._add_entry(_ClientDone(future, transport))


class Server(_Counter):
    """A server made by `start_server` or `create_server`."""

    _loop: AbstractEventLoop
    _clients: _Clients
    _backlog: int
    _listeners: list[_Listener]
    _connections: int
    _serving: bool
    _closed: bool
    _forever: Future[None] | None

    def __init__(self, loop: AbstractEventLoop, client: _Clients, backlog: int) -> None:
        self._loop = loop
        self._clients = client
        self._backlog = backlog
        self._listeners = []
        self._connections = 0
        self._serving = False
        self._closed = False
        self._forever = None

    def __repr__(self) -> str:
        return f"<Server sockets={self.sockets!r}>"

    def get_loop(self) -> AbstractEventLoop:
        return self._loop

    def is_serving(self) -> bool:
        return self._serving

    @property
    def sockets(self) -> tuple[TransportSocket, ...]:
        if self._closed:
            return ()
        found: list[TransportSocket] = []
        for listener in self._listeners:
            found.append(listener._socket)
        return tuple(found)

    def _start(self) -> None:
        if not self._serving and not self._closed:
            self._serving = True
            for listener in self._listeners:
                listener._listen(True)

    async def start_serving(self) -> None:
        self._start()
        await tasks._TURN

    async def serve_forever(self) -> None:
        """Serve until cancelled (or until the server is closed)."""
        if self._forever is not None:
            raise RuntimeError(f"server {self!r} is already being awaited on serve_forever()")
        if self._closed:
            raise RuntimeError(f"server {self!r} is closed")
        self._start()
        forever: Future[None] = Future(loop=self._loop)
        self._forever = forever
        try:
            await forever
        finally:
            self._forever = None
            self.close()

    def close(self) -> None:
        """Stop listening; connections go on."""
        if self._closed:
            return
        self._closed = True
        self._serving = False
        for listener in self._listeners:
            listener._close()
        forever = self._forever
        if forever is not None and not forever.done():
            self._forever = None
            forever.cancel()

    async def wait_closed(self) -> None:
        """The listening sockets are closed at once: there is nothing to wait for (as in CPython 3.11)."""

    async def __aenter__(self) -> Server:
        return self

    async def __aexit__(
        self,
        exc_type: type[BaseException] | None,
        exc_val: BaseException | None,
        exc_tb: TracebackType | None,
    ) -> None:
        self.close()
        await self.wait_closed()

    # --- connections ---------------------------------------------------------------------------

    def _one_less(self) -> None:
        self._connections -= 1
        if self._connections == _CONNECTION_LIMIT - 1 and self._serving:
            for listener in self._listeners:
                listener._listen(True)

    def _connected(self, handle: int) -> None:
        self._connections += 1
        if self._connections >= _CONNECTION_LIMIT:
            for listener in self._listeners:
                listener._listen(False)
        try:
            peername = _net.peer_address(handle)
            sockname = _net.local_address(handle)
        except OSError:  # gone already
            _net.close(handle)
            self._one_less()
            return
        self._clients._accept(self, handle, peername, sockname)


class _ClientDone(_Ready):
    """Reports the exception of a connection's task and closes the connection."""

    _future: tasks._FutureBase
    _transport: Transport

    def __init__(self, future: tasks._FutureBase, transport: Transport) -> None:
        super().__init__()
        self._future = future
        self._transport = transport

    def _run(self) -> None:
        if self._future.cancelled():
            return
        exc = self._future.exception()
        if exc is not None:
            self._transport._loop._report(
                f"Unhandled exception in client_connected_cb\ntransport: {self._transport!r}", exc
            )
            self._transport.close()


def _port_number(port: int | str | None) -> int:
    if port is None:
        return 0
    return port if isinstance(port, int) else int(port)


def _addresses(host: str | Sequence[str] | None) -> list[str]:
    if host is None or host == "":
        return ["0.0.0.0"]
    if isinstance(host, str):
        return _net.resolve(host)
    found: list[str] = []
    for one in host:
        found.extend(_net.resolve(one))
    return found


async def start_server(
    client_connected_cb: _ClientConnectedCallback,
    host: str | Sequence[str] | None = None,
    port: int | str | None = None,
    *,
    limit: int = _DEFAULT_LIMIT,
    backlog: int = 100,
    reuse_address: bool | None = None,
    reuse_port: bool | None = None,
    start_serving: bool = True,
) -> Server:
    """Listen, and call back (or start a task) for each connection."""
    clients = _StreamClients(client_connected_cb, limit)
    loop = events.get_running_loop()
    return await _listen(loop, clients, host, port, backlog, reuse_port is True, start_serving)


async def _listen(
    loop: AbstractEventLoop,
    clients: _Clients,
    host: str | Sequence[str] | None,
    port: int | str | None,
    backlog: int,
    reuse_port: bool,
    start_serving: bool,
) -> Server:
    server = Server(loop, clients, backlog)
    number = _port_number(port)
    for address in _addresses(host):
        try:
            handle = _net.tcp_listen(address, number, backlog, reuse_port)
        except OSError as exc:
            server.close()
            raise OSError(
                exc.errno,
                f"error while attempting to bind on address {(address, number)!r}: "
                f"{str(exc.strerror).lower()}",
            ) from None
        server._listeners.append(_Listener(server, handle))
    if start_serving:
        server._start()
        # Let others run before the first connection is taken, as CPython does.
        await tasks._TURN
    return server


# --- clients -----------------------------------------------------------------------------------


class _Connecting(_Watched):
    """A socket whose connection is being set up."""

    _done: Future[None]

    def __init__(self, done: Future[None]) -> None:
        self._done = done

    def _handle_readable(self) -> None:
        self._handle_writable()

    def _handle_writable(self) -> None:
        if not self._done.done():
            self._done._finish(None)


async def _connect(loop: AbstractEventLoop, address: str, port: int) -> int:
    """A connected socket handle; OSError when the peer refuses."""
    handle = _net.tcp_connect(address, port)
    done: Future[None] = Future(loop=loop)
    try:
        loop._watch(handle, _Connecting(done), False, True)
        await done
        loop._unwatch(handle)
        errno = _net.tcp_connect_result(handle)
    except BaseException:
        loop._unwatch(handle)
        _net.close(handle)
        raise
    if errno != 0:
        _net.close(handle)
        raise OSError(errno, f"Connect call failed {(address, port)!r}")
    return handle


async def open_connection(
    host: str | None = None, port: int | str | None = None, *, limit: int = _DEFAULT_LIMIT
) -> tuple[StreamReader, StreamWriter]:
    """Connect; the addresses of the host are tried in order."""
    loop = events.get_running_loop()
    if host is None:
        raise ValueError("host and port was not specified and no sock specified")
    number = _port_number(port)
    failure: OSError | None = None
    for address in _net.resolve(host):
        try:
            handle = await _connect(loop, address, number)
        except OSError as exc:
            if failure is None:
                failure = exc
            continue
        reader = StreamReader(limit, loop)
        transport = Transport(loop, handle, reader, _net.peer_address(handle), _net.local_address(handle))
        reader._transport = transport
        return reader, StreamWriter(transport, reader, loop)
    if failure is None:
        raise OSError("getaddrinfo() returned empty list")
    raise failure
