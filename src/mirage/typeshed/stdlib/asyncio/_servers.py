"""Servers and connections of protocols."""

from __future__ import annotations

from mirage.targets import current_net as _net

from ._endpoints import _Accepted, _attach, _ProtocolFactory
from .events import AbstractEventLoop
from .futures import Future
from .streams import Server, _Clients, _connect, _port_number
from .transports import _NO_RECEIVER, Transport


class _ProtocolClients(_Clients):
    """Makes a protocol for each connection of a server."""

    _factory: _ProtocolFactory

    def __init__(self, factory: _ProtocolFactory) -> None:
        self._factory = factory

    def _accept(
        self, server: Server, handle: int, peername: tuple[str, int], sockname: tuple[str, int]
    ) -> None:
        loop = server._loop
        transport = Transport(loop, handle, _NO_RECEIVER, peername, sockname, False)
        transport._server = server
        loop._ready.append(_Accepted(loop, self._factory, transport))


async def _connect_protocol(
    loop: AbstractEventLoop, make: _ProtocolFactory, host: str, port: int | None
) -> Transport:
    number = _port_number(port)
    failure: OSError | None = None
    for address in _net.resolve(host):
        try:
            handle = await _connect(loop, address, number)
        except OSError as exc:
            if failure is None:
                failure = exc
            continue
        peername, sockname = _net.peer_address(handle), _net.local_address(handle)
        transport = Transport(loop, handle, _NO_RECEIVER, peername, sockname, False)
        waiter: Future[None] = Future(loop=loop)
        _attach(loop, make(), transport, waiter)
        await waiter
        return transport
    if failure is None:
        raise OSError("getaddrinfo() returned empty list")
    raise failure
