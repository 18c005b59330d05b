"""The socket interface of docs/design/abi.md over the host's sockets; a handle is a file descriptor."""

from __future__ import annotations

import errno
import os
import select
import socket
import struct
import time

_sockets: dict[int, socket.socket] = {}
_watched: dict[int, int] = {}
_READABLE = 1
_WRITABLE = 2


def _family(host: str) -> socket.AddressFamily:
    return socket.AF_INET6 if ":" in host else socket.AF_INET


def _keep(made: socket.socket) -> int:
    made.setblocking(False)
    _sockets[made.fileno()] = made
    return made.fileno()


def tcp_listen(host: str, port: int, backlog: int, reuse_port: bool) -> int:
    """A listening socket; port 0 takes a free one.  Raises OSError."""
    made = socket.socket(_family(host), socket.SOCK_STREAM)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if reuse_port:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        if made.family == socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((host, port))
        made.listen(backlog)
    except OSError:
        made.close()
        raise
    return _keep(made)


def tcp_accept(handle: int) -> int:
    """A new connection, or -1 when there is none."""
    try:
        made, _ = _sockets[handle].accept()
    except (BlockingIOError, ConnectionAbortedError):
        return -1
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return _keep(made)


def tcp_connect(host: str, port: int) -> int:
    """Begin to connect; the handle becomes writable when that has ended."""
    made = socket.socket(_family(host), socket.SOCK_STREAM)
    made.setblocking(False)
    made.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    code = made.connect_ex((host, port))
    if code not in (0, errno.EINPROGRESS):
        made.close()
        raise OSError(code, os.strerror(code))
    return _keep(made)


def tcp_connect_result(handle: int) -> int:
    """0 when connected, else the errno."""
    return _sockets[handle].getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)


def receive(handle: int, limit: int) -> bytes | None:
    """Up to `limit` bytes; b"" at the end, None when there is nothing yet."""
    try:
        return _sockets[handle].recv(limit)
    except BlockingIOError:
        return None


def send(handle: int, data: bytes, start: int) -> int:
    """How many bytes of data[start:] were taken; 0 when there is no room now."""
    try:
        return _sockets[handle].send(memoryview(data)[start:])
    except BlockingIOError:
        return 0


def shutdown_write(handle: int) -> None:
    """Send the end of the stream."""
    _sockets[handle].shutdown(socket.SHUT_WR)


def close(handle: int) -> None:
    _watched.pop(handle, None)
    found = _sockets.pop(handle, None)
    if found is not None:
        found.close()


def abort(handle: int) -> None:
    """Close with a reset."""
    _sockets[handle].setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    close(handle)


def local_address(handle: int) -> tuple[str, int]:
    found = _sockets[handle].getsockname()
    return str(found[0]), int(found[1])


def peer_address(handle: int) -> tuple[str, int]:
    found = _sockets[handle].getpeername()
    return str(found[0]), int(found[1])


def udp_open(host: str, port: int) -> int:
    made = socket.socket(_family(host), socket.SOCK_DGRAM)
    try:
        made.bind((host, port))
    except OSError:
        made.close()
        raise
    return _keep(made)


def udp_receive(handle: int) -> tuple[bytes, str, int] | None:
    """A datagram and its sender; None when there is none."""
    try:
        data, sender = _sockets[handle].recvfrom(65536)
    except BlockingIOError:
        return None
    return data, str(sender[0]), int(sender[1])


def udp_send(handle: int, data: bytes, host: str, port: int) -> None:
    """Send one datagram, or lose it when there is no room."""
    try:
        _sockets[handle].sendto(data, (host, port))
    except BlockingIOError:
        return


def watch(handle: int, readable: bool, writable: bool) -> None:
    """Report the handle from `wait` while it is readable and writable, as asked; neither: no more."""
    interest = readable * _READABLE | writable * _WRITABLE
    if interest:
        _watched[handle] = interest
    else:
        _watched.pop(handle, None)


def wait(deadline_ns: int) -> list[int]:
    """Block until a watched handle is ready or the deadline has come: 0 polls, -1 waits without end.

    returns    `handle * 4 + (1 readable | 2 writable)` for each
    """
    poller = select.poll()
    for handle, interest in _watched.items():
        events = select.POLLIN if interest & _READABLE else 0
        poller.register(handle, events | (select.POLLOUT if interest & _WRITABLE else 0))
    timeout = None
    if deadline_ns >= 0:
        timeout = max(0, -(-(deadline_ns - time.monotonic_ns()) // 1_000_000)) if deadline_ns else 0
    result = []
    for handle, events in poller.poll(timeout):
        ready = 0
        if events & (select.POLLIN | select.POLLHUP | select.POLLERR):
            ready |= _READABLE
        if events & (select.POLLOUT | select.POLLHUP | select.POLLERR):
            ready |= _WRITABLE
        ready &= _watched[handle]
        if ready:
            result.append(handle * 4 + ready)
    return result


def resolve(host: str) -> list[str]:
    """The addresses of a name, numeric ones as they are.  Raises socket.gaierror."""
    found: list[str] = []
    for entry in socket.getaddrinfo(host, None, type=socket.SOCK_STREAM):
        address = str(entry[4][0])
        if address not in found:
            found.append(address)
    return found
