"""Protocols over sockets: what is behind `create_server` and `create_datagram_endpoint`."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Any

from mirage.targets import current_net as _net

from .events import AbstractEventLoop, _Ready
from .futures import Future
from .protocols import BaseProtocol, DatagramProtocol, Protocol
from .transports import DatagramTransport, Transport, _Receiver

_ProtocolFactory = Callable[[], BaseProtocol]


class _ProtocolReceiver(_Receiver):
    """Gives what a stream transport hears to a protocol."""

    _protocol: Protocol
    _loop: AbstractEventLoop
    _transport: Transport | None

    def __init__(self, protocol: Protocol, loop: AbstractEventLoop) -> None:
        self._protocol = protocol
        self._loop = loop
        self._transport = None

    def _failed(self, method: str, exc: Exception) -> None:
        transport = self._transport
        self._loop._report(f"Fatal error: protocol.{method}() call failed.", exc)
        if transport is not None:
            transport._fail(exc)

    def _data_received(self, data: bytes) -> None:
        try:
            self._protocol.data_received(data)
        except Exception as exc:
            self._failed("data_received", exc)

    def _eof_received(self) -> None:
        keep_open: bool | None = False
        try:
            keep_open = self._protocol.eof_received()
        except Exception as exc:
            self._failed("eof_received", exc)
            return
        transport = self._transport
        if not keep_open and transport is not None:
            transport.close()

    def _connection_lost(self, exc: Exception | None) -> None:
        try:
            self._protocol.connection_lost(exc)
        except Exception as error:
            self._loop._report("Exception in callback connection_lost", error)

    def _pause_writing(self) -> None:
        self._protocol.pause_writing()

    def _resume_writing(self) -> None:
        self._protocol.resume_writing()

    def _get_protocol(self) -> BaseProtocol:
        return self._protocol

    def _set_protocol(self, protocol: BaseProtocol) -> None:
        if isinstance(protocol, Protocol):
            self._protocol = protocol


class _Made(_Ready):
    """Tells the protocol of its new connection, and then lets bytes come."""

    _transport: Transport
    _protocol: Protocol
    _waiter: Future[None] | None

    def __init__(self, transport: Transport, protocol: Protocol, waiter: Future[None] | None) -> None:
        super().__init__()
        self._transport = transport
        self._protocol = protocol
        self._waiter = waiter

    def _run(self) -> None:
        waiter = self._waiter
        try:
            self._protocol.connection_made(self._transport)
        except Exception as exc:
            self._transport._loop._report("Exception in callback connection_made", exc)
        self._transport.resume_reading()
        if waiter is not None and not waiter.done():
            waiter._finish(None)


class _Accepted(_Ready):
    """Makes the protocol of an accepted connection, in a turn of its own."""

    _loop: AbstractEventLoop
    _factory: _ProtocolFactory
    _transport: Transport

    def __init__(self, loop: AbstractEventLoop, factory: _ProtocolFactory, transport: Transport) -> None:
        super().__init__()
        self._loop = loop
        self._factory = factory
        self._transport = transport

    def _run(self) -> None:
        try:
            _attach(self._loop, self._factory(), self._transport, None)
        except Exception as exc:
            self._loop._report("Error on transport creation for incoming connection", exc)
            self._transport.abort()


def _attach(
    loop: AbstractEventLoop, protocol: BaseProtocol, transport: Transport, waiter: Future[None] | None
) -> None:
    if not isinstance(protocol, Protocol):
        raise TypeError(f"{type(protocol).__name__} is not a stream protocol")
    receiver = _ProtocolReceiver(protocol, loop)
    receiver._transport = transport
    transport._receiver = receiver
    loop._ready.append(_Made(transport, protocol, waiter))


# --- datagrams -------------------------------------------------------------------------------------


class _DatagramSocket(DatagramTransport):
    """One UDP socket."""

    _loop: AbstractEventLoop
    _handle: int
    _protocol: DatagramProtocol
    _remote: tuple[str, int] | None
    _sockname: tuple[str, int]
    _closing: bool
    _unsent: deque[tuple[bytes, tuple[str, int]]]

    def __init__(
        self,
        loop: AbstractEventLoop,
        handle: int,
        protocol: DatagramProtocol,
        remote: tuple[str, int] | None,
    ) -> None:
        self._loop = loop
        self._handle = handle
        self._protocol = protocol
        self._remote = remote
        self._sockname = _net.local_address(handle)
        self._closing = False

    def __repr__(self) -> str:
        state = " closing" if self._closing else ""
        return f"<DatagramTransport fd={self._handle}{state}>"

    def _handle_readable(self) -> None:
        while not self._closing:
            try:
                found = _net.udp_receive(self._handle)
            except OSError as exc:
                self._protocol.error_received(exc)
                return
            if found is None:
                return
            data, host, port = found
            if self._remote is None or self._remote == (host, port):
                self._protocol.datagram_received(data, (host, port))

    def _handle_writable(self) -> None:
        pass

    def sendto(self, data: bytes | bytearray | memoryview, addr: Any = None) -> None:
        """Send one datagram; `addr` is not needed (and must be the same) when there is a remote address."""
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError(f"data argument must be a bytes-like object, not {type(data).__name__!r}")
        if not data:
            return
        remote = self._remote
        target = addr
        if remote is not None:
            if addr is not None and addr != remote:
                raise ValueError(f"Invalid address: must be None or {remote}")
            target = remote
        if self._closing:
            return
        host: str = target[0]
        port: int = target[1]
        try:
            _net.udp_send(self._handle, bytes(data), host, port)
        except OSError as exc:
            self._protocol.error_received(exc)

    def get_extra_info(self, name: str, default: Any = None) -> Any:
        if name == "sockname":
            return self._sockname
        if name == "peername" and self._remote is not None:
            return self._remote
        return default

    def is_closing(self) -> bool:
        return self._closing

    def close(self) -> None:
        if not self._closing:
            self._closing = True
            self._loop._unwatch(self._handle)
            self._loop._ready.append(_DatagramLost(self))

    def abort(self) -> None:
        self.close()

    def get_protocol(self) -> BaseProtocol:
        return self._protocol

    def set_protocol(self, protocol: BaseProtocol) -> None:
        if isinstance(protocol, DatagramProtocol):
            self._protocol = protocol


class _DatagramLost(_Ready):
    """The deferred end of a datagram socket."""

    _socket: _DatagramSocket

    def __init__(self, socket: _DatagramSocket) -> None:
        super().__init__()
        self._socket = socket

    def _run(self) -> None:
        socket = self._socket
        try:
            socket._protocol.connection_lost(None)
        finally:
            _net.close(socket._handle)


class _DatagramMade(_Ready):
    """Tells the protocol of its socket, and then lets datagrams come."""

    _socket: _DatagramSocket
    _waiter: Future[None]

    def __init__(self, socket: _DatagramSocket, waiter: Future[None]) -> None:
        super().__init__()
        self._socket = socket
        self._waiter = waiter

    def _run(self) -> None:
        socket = self._socket
        socket._protocol.connection_made(socket)
        if not socket._closing:
            socket._loop._watch(socket._handle, socket, True, False)
        if not self._waiter.done():
            self._waiter._finish(None)


def _resolved(address: tuple[str, int]) -> tuple[str, int]:
    found = _net.resolve(address[0])
    if not found:
        raise OSError("getaddrinfo() returned empty list")
    return (found[0], address[1])


async def _open_datagram(
    loop: AbstractEventLoop,
    protocol: object,
    local_addr: tuple[str, int] | None,
    remote_addr: tuple[str, int] | None,
) -> _DatagramSocket:
    if local_addr is None and remote_addr is None:
        raise ValueError("unexpected address family")
    if not isinstance(protocol, DatagramProtocol):
        raise TypeError(f"{type(protocol).__name__} is not a datagram protocol")
    remote = None if remote_addr is None else _resolved(remote_addr)
    here = ("0.0.0.0", 0) if local_addr is None else _resolved(local_addr)
    socket = _DatagramSocket(loop, _net.udp_open(here[0], here[1]), protocol, remote)
    waiter: Future[None] = Future(loop=loop)
    loop._ready.append(_DatagramMade(socket, waiter))
    await waiter
    return socket
