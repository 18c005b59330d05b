"""asyncio over our own TCP/IP on a tap device, in CPython (`mirage run -t cpython --net direct`).

The program is unchanged: `install` makes `asyncio.run` use a loop whose servers, connections and datagram
endpoints are handles of a `Stack`.  Only a program's sockets change; timers, threads, files and
signals are asyncio's.
"""

from __future__ import annotations

import asyncio
import socket
import time
from asyncio import events
from collections.abc import Callable
from typing import Any

from mirage.net.addresses import parse_ipv4
from mirage.net.sockets import READABLE, WRITABLE
from mirage.net.stack import Stack
from mirage.targets.cpython.tap import Tap

_READ_SIZE = 65536
_HIGH_WATER = 65536
_LOW_WATER = 16384
_DHCP_PATIENCE = 10.0  # seconds


class _Endpoint:
    """Something that holds a handle of the stack and is told when it is ready."""

    def ready(self, flags: int) -> None:
        raise NotImplementedError


class _Transport(asyncio.Transport, _Endpoint):
    """One TCP connection."""

    def __init__(self, loop: DirectEventLoop, handle: int, protocol: asyncio.BaseProtocol) -> None:
        stack = loop.stack
        super().__init__({"peername": stack.peer_address(handle), "sockname": stack.local_address(handle)})
        self._loop = loop
        self._handle = handle
        self._protocol = protocol
        self._pending = bytearray()
        self._reading = True
        self._ended = False
        self._closing = False
        self._end_after_pending = False
        self._paused = False
        self._high = _HIGH_WATER
        self._low = _LOW_WATER
        loop._endpoints[handle] = self
        protocol.connection_made(self)
        self._watch()

    def _watch(self) -> None:
        if self._handle >= 0:
            readable = self._reading and not self._ended and not self._closing
            self._loop.stack.watch(self._handle, readable, len(self._pending) > 0)
            self._loop.kick()

    def ready(self, flags: int) -> None:
        if flags & WRITABLE:
            self._flush()
        if flags & READABLE and self._handle >= 0 and self._reading and not self._closing:
            self._read()

    def _read(self) -> None:
        protocol = self._protocol
        assert isinstance(protocol, asyncio.Protocol)
        try:
            data = self._loop.stack.receive_data(self._handle, _READ_SIZE)
        except OSError as error:
            self._lost(error)
            return
        if data is None:
            return
        if data:
            protocol.data_received(data)
            return
        self._ended = True
        if protocol.eof_received():
            self._watch()
        else:
            self.close()

    def write(self, data: bytes | bytearray | memoryview) -> None:
        if self._end_after_pending:
            raise RuntimeError("Cannot call write() after write_eof()")
        if self._handle < 0 or self._closing or not data:
            return
        self._pending += data
        self._flush()

    def _flush(self) -> None:
        try:
            taken = -1
            while self._pending and taken != 0:
                taken = self._loop.stack.send(self._handle, bytes(self._pending[:_HIGH_WATER]), 0)
                del self._pending[:taken]
        except OSError as error:
            self._lost(error)
            return
        if not self._pending:
            if self._closing:
                self._lost(None)
                return
            if self._end_after_pending:
                self._loop.stack.shutdown_write(self._handle)
        self._flow()
        self._watch()

    def _flow(self) -> None:
        size = len(self._pending)
        if not self._paused and size > self._high:
            self._paused = True
            self._protocol.pause_writing()
        elif self._paused and size <= self._low:
            self._paused = False
            self._protocol.resume_writing()

    def _lost(self, error: OSError | None) -> None:
        """The connection ends here; the stack finishes what it has in the background."""
        if self._handle < 0:
            return
        handle = self._handle
        self._handle = -1
        self._closing = True
        self._pending.clear()
        del self._loop._endpoints[handle]
        self._loop.stack.close(handle)
        self._loop.kick()
        self._loop.call_soon(self._protocol.connection_lost, error)

    def close(self) -> None:
        if self._closing:
            return
        self._closing = True
        if self._pending:
            self._watch()
        else:
            self._lost(None)

    def abort(self) -> None:
        if self._handle >= 0:
            handle = self._handle
            self._handle = -1
            self._closing = True
            del self._loop._endpoints[handle]
            self._loop.stack.abort(handle)
            self._loop.kick()
            self._loop.call_soon(self._protocol.connection_lost, None)

    def is_closing(self) -> bool:
        return self._closing

    def is_reading(self) -> bool:
        return self._reading and not self._closing

    def pause_reading(self) -> None:
        self._reading = False
        self._watch()

    def resume_reading(self) -> None:
        self._reading = True
        self._watch()

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        if not self._end_after_pending and not self._closing:
            self._end_after_pending = True
            self._flush()

    def get_write_buffer_size(self) -> int:
        return len(self._pending)

    def get_write_buffer_limits(self) -> tuple[int, int]:
        return (self._low, self._high)

    def set_write_buffer_limits(self, high: int | None = None, low: int | None = None) -> None:
        if high is None:
            high = _HIGH_WATER if low is None else 4 * low
        self._high = high
        self._low = high // 4 if low is None else low
        if self._handle >= 0:
            self._flow()

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        self._protocol = protocol

    def get_protocol(self) -> asyncio.BaseProtocol:
        return self._protocol


class _Connecting(_Endpoint):
    """A connection being made; the future gets its errno."""

    def __init__(self, future: asyncio.Future[None]) -> None:
        self.future = future

    def ready(self, flags: int) -> None:
        if not self.future.done():
            self.future.set_result(None)


class _DatagramTransport(asyncio.DatagramTransport, _Endpoint):
    """One UDP port."""

    def __init__(
        self,
        loop: DirectEventLoop,
        handle: int,
        protocol: asyncio.DatagramProtocol,
        remote: tuple[str, int] | None,
    ) -> None:
        super().__init__({"sockname": loop.stack.local_address(handle), "peername": remote})
        self._loop = loop
        self._handle = handle
        self._protocol = protocol
        self._remote = remote
        loop._endpoints[handle] = self
        protocol.connection_made(self)
        loop.stack.watch(handle, True, False)

    def ready(self, flags: int) -> None:
        datagram = self._loop.stack.udp_receive(self._handle)
        if datagram is not None:
            payload, host, port = datagram
            if self._remote is None or self._remote == (host, port):
                self._protocol.datagram_received(payload, (host, port))

    def sendto(self, data: bytes | bytearray | memoryview, addr: Any = None) -> None:
        target = self._remote if addr is None else addr
        if target is None:
            raise ValueError("sendto() needs an address on an endpoint without remote_addr")
        try:
            self._loop.stack.udp_send(self._handle, bytes(data), target[0], target[1])
        except OSError as error:
            self._protocol.error_received(error)
        self._loop.kick()

    def close(self) -> None:
        if self._handle >= 0:
            handle = self._handle
            self._handle = -1
            del self._loop._endpoints[handle]
            self._loop.stack.close(handle)
            self._loop.call_soon(self._protocol.connection_lost, None)

    def abort(self) -> None:
        self.close()

    def is_closing(self) -> bool:
        return self._handle < 0


class _NameOnlySocket:
    """What `server.sockets` holds: enough for `getsockname`."""

    def __init__(self, name: tuple[str, int]) -> None:
        self._name = name

    def getsockname(self) -> tuple[str, int]:
        return self._name


class DirectServer(asyncio.AbstractServer, _Endpoint):
    """A listening port."""

    def __init__(
        self, loop: DirectEventLoop, handle: int, factory: Callable[[], asyncio.BaseProtocol]
    ) -> None:
        self._loop = loop
        self._handle = handle
        self._factory = factory
        self._name = loop.stack.local_address(handle)
        self._closed = asyncio.Event()
        loop._endpoints[handle] = self
        loop.stack.watch(handle, True, False)

    @property
    def sockets(self) -> tuple[_NameOnlySocket, ...]:
        return (_NameOnlySocket(self._name),) if self._handle >= 0 else ()

    def ready(self, flags: int) -> None:
        while self._handle >= 0:
            handle = self._loop.stack.tcp_accept(self._handle)
            if handle < 0:
                return
            _Transport(self._loop, handle, self._factory())

    def close(self) -> None:
        if self._handle >= 0:
            handle = self._handle
            self._handle = -1
            del self._loop._endpoints[handle]
            self._loop.stack.close(handle)
            self._loop.kick()
            self._closed.set()

    def get_loop(self) -> asyncio.AbstractEventLoop:
        return self._loop

    def is_serving(self) -> bool:
        return self._handle >= 0

    async def start_serving(self) -> None:
        """It serves from the start."""

    async def serve_forever(self) -> None:
        try:
            await self._closed.wait()
        finally:
            self.close()

    async def wait_closed(self) -> None:
        if self._handle >= 0:
            await self._closed.wait()

    async def __aenter__(self) -> DirectServer:
        return self

    async def __aexit__(self, *error: object) -> None:
        self.close()
        await self.wait_closed()


class DirectEventLoop(asyncio.SelectorEventLoop):
    """CPython's loop, with networking by a stack of ours."""

    def __init__(self, tap: Tap, stack: Stack, leased: Callable[[], None] | None = None) -> None:
        super().__init__()
        self.tap = tap
        self.stack = stack
        self._leased = None if stack.configured() else leased
        self._endpoints: dict[int, _Endpoint] = {}
        self._kicked = False
        self._timer: events.TimerHandle | None = None
        self.add_reader(tap.fileno(), self._frames)
        self.kick()

    def kick(self) -> None:
        """The stack may have something to send or to tell: look soon."""
        if not self._kicked and not self.is_closed():
            self._kicked = True
            self.call_soon(self._pump)

    def _frames(self) -> None:
        now = time.monotonic_ns()
        for _ in range(64):
            frame = self.tap.read()
            if frame is None:
                break
            self.stack.receive(frame, now)
        self.kick()

    def _pump(self) -> None:
        self._kicked = False
        stack = self.stack
        stack.poll(time.monotonic_ns())
        for item in stack.ready():
            endpoint = self._endpoints.get(item >> 2)
            if endpoint is not None:
                endpoint.ready(item & 3)
        for frame in stack.transmit():
            self.tap.write(frame)
        if stack.ready():
            self.kick()
        if self._leased is not None and stack.configured():
            self._leased()
            self._leased = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        deadline = stack.deadline()
        if deadline >= 0:
            delay = max(deadline - time.monotonic_ns(), 0) / 1e9
            self._timer = self.call_later(delay, self.kick)

    async def wait_configured(self) -> None:
        """Until the stack has an address by DHCP, ten seconds at most, as the virtio target does."""
        end = self.time() + _DHCP_PATIENCE
        while not self.stack.configured() and self.time() < end:
            await asyncio.sleep(0.01)

    async def create_server(  # type: ignore[override]
        self,
        protocol_factory: Callable[[], asyncio.BaseProtocol],
        host: str | None = None,
        port: int | None = None,
        *,
        backlog: int = 100,
        **options: Any,
    ) -> DirectServer:
        """Listen on one address; TLS and ready-made sockets are not for this loop."""
        _refuse(options, "ssl", "sock")
        handle = self.stack.tcp_listen(host or "", port or 0, backlog, False)
        return DirectServer(self, handle, protocol_factory)

    async def create_connection(  # type: ignore[override]
        self,
        protocol_factory: Callable[[], asyncio.BaseProtocol],
        host: str | None = None,
        port: int | None = None,
        **options: Any,
    ) -> tuple[asyncio.Transport, asyncio.BaseProtocol]:
        """Connect to an IPv4 address or "localhost"; other names cannot be looked up yet."""
        _refuse(options, "ssl", "sock", "local_addr")
        await self.wait_configured()
        stack = self.stack
        address = "127.0.0.1" if not host or host == "localhost" else host
        try:
            parse_ipv4(address)
        except ValueError:
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known") from None
        handle = stack.tcp_connect(address, port or 0)
        future: asyncio.Future[None] = self.create_future()
        self._endpoints[handle] = _Connecting(future)
        stack.watch(handle, False, True)
        self.kick()
        try:
            await future
            code = stack.tcp_connect_result(handle)
            if code != 0:
                raise OSError(code, f"Connect call failed ('{host}', {port})")
        except BaseException:
            del self._endpoints[handle]
            stack.close(handle)
            self.kick()
            raise
        protocol = protocol_factory()
        return _Transport(self, handle, protocol), protocol

    async def create_datagram_endpoint(  # type: ignore[override]
        self,
        protocol_factory: Callable[[], asyncio.DatagramProtocol],
        local_addr: tuple[str, int] | None = None,
        remote_addr: tuple[str, int] | None = None,
        **options: Any,
    ) -> tuple[asyncio.DatagramTransport, asyncio.DatagramProtocol]:
        """Open a UDP port."""
        _refuse(options, "sock")
        host, port = local_addr if local_addr is not None else ("", 0)
        handle = self.stack.udp_open(host, port)
        protocol = protocol_factory()
        return _DatagramTransport(self, handle, protocol, remote_addr), protocol

    def close(self) -> None:
        if not self.is_closed():
            for handle in list(self.stack.sockets):
                self.stack.close(handle)
            self.stack.poll(time.monotonic_ns())
            for frame in self.stack.transmit():
                self.tap.write(frame)
            self.remove_reader(self.tap.fileno())
        super().close()


def _refuse(options: dict[str, Any], *names: str) -> None:
    for name in names:
        if options.get(name) is not None:
            raise NotImplementedError(f"{name}= is not possible with --net direct; use the host's sockets")


class _Policy(asyncio.DefaultEventLoopPolicy):
    def __init__(self, make: Callable[[], DirectEventLoop]) -> None:
        super().__init__()
        self._make = make

    def new_event_loop(self) -> asyncio.AbstractEventLoop:
        return self._make()


def install(tap: Tap, stack: Stack, leased: Callable[[], None] | None = None) -> None:
    """From now on `asyncio.run` uses the stack on the tap device.

    leased   called once, when the stack got its address by DHCP
    """
    asyncio.set_event_loop_policy(_Policy(lambda: DirectEventLoop(tap, stack, leased)))
