"""The socket interface of docs/design/abi.md over the kernel's sockets; a handle is a file descriptor.

All calls go through `linux_network_call` in start.S: only a program that reaches it may make them.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import (
    Array,
    call_symbol,
    copy_memory,
    i64,
    keep_alive,
    load32,
    load64,
    new_with_tail,
    store32,
    store64,
    symbol_address,
    tail_address,
    u8,
    u32,
    u64,
)
from mirage.net.errors import socket_error
from mirage.targets.linux.addresses import (
    AF_INET,
    AF_INET6,
    load_host,
    load_port,
    parse_address,
    store_address,
)
from mirage.targets.linux.hosts import lookup
from mirage.targets.linux.machine import monotonic_ns
from mirage.targets.linux.system import (
    ACCEPT4,
    BIND,
    CLOSE,
    CONNECT,
    EAGAIN,
    EINTR,
    EPOLL_CREATE1,
    EPOLL_CTL,
    EPOLL_WAIT,
    GETPEERNAME,
    GETSOCKNAME,
    GETSOCKOPT,
    LISTEN,
    RECVFROM,
    SENDTO,
    SETSOCKOPT,
    SHUTDOWN,
    SOCKET,
    scratch,
)

_SOCK_STREAM: Final = 1
_SOCK_DGRAM: Final = 2
_NONBLOCK_CLOEXEC: Final = u64(0x80800)
_SOL_SOCKET: Final = u64(1)
_SO_REUSEADDR: Final = u64(2)
_SO_ERROR: Final = u64(4)
_SO_LINGER: Final = u64(13)
_SO_REUSEPORT: Final = u64(15)
_IPPROTO_TCP: Final = u64(6)
_TCP_NODELAY: Final = u64(1)
_IPPROTO_IPV6: Final = u64(41)
_IPV6_V6ONLY: Final = u64(26)
_MSG_NOSIGNAL: Final = u64(0x4000)
_EINPROGRESS: Final = i64(-115)
_ECONNABORTED: Final = i64(-103)

_EPOLL_ADD: Final = 1
_EPOLL_DELETE: Final = 2
_EPOLL_MODIFY: Final = 3
_EPOLLIN: Final = u32(1)
_EPOLLOUT: Final = u32(4)
_EPOLL_TROUBLE: Final = u32(0x18)  # EPOLLERR | EPOLLHUP: reading and writing will tell
_EVENTS: Final = u64(1024)  # offset of the event array in the scratch memory
_MOST_EVENTS: Final = u64(128)  # of 12 bytes

_BUFFER_BYTES: Final = 65536
_READABLE: Final = 1
_WRITABLE: Final = 2

_epoll: int = -1
_interests: list[int] | None = None  # by descriptor: what is asked for
_watched: list[int] | None = None  # by descriptor: what epoll watches, more than is asked for at times
_accepted: int = -1  # the connection accepted last, and whose it is
_accepted_from: tuple[str, int] = ("", 0)
_buffer: Array[u8] | None = None


def _call(number: u64, a: u64, b: u64, c: u64, d: u64, e: u64, f: u64) -> i64:
    """A system call of sockets or epoll, again while a signal interrupts it."""
    while True:
        done = i64(call_symbol("linux_network_call", number, a, b, c, d, e, f))
        if done != EINTR:
            return done


def _failure(code: i64) -> OSError:
    """The exception for a result of -errno."""
    number = -int(code)
    if number == 13:
        return PermissionError(number, "Permission denied")
    if number == 24:
        return OSError(number, "Too many open files")
    return socket_error(number)


def _checked(code: i64) -> i64:
    if code < 0:
        raise _failure(code)
    return code


# --- addresses -------------------------------------------------------------------------------------


def resolve(host: str) -> list[str]:
    """The addresses of a name: numeric ones, `localhost`, and those of /etc/hosts.

    raises OSError(-2): the name is not known (there is no DNS client behind this call)
    """
    if len(parse_address(host)) > 0:
        return [host]
    found = lookup(host)
    if len(found) == 0:
        raise OSError(-2, "Name or service not known")
    return found


def _address(host: str) -> list[int]:
    """The bytes of a host's address; "" is any IPv4 address."""
    if host == "":
        return [0, 0, 0, 0]
    data = parse_address(host)
    if len(data) == 0:
        data = parse_address(resolve(host)[0])
    return data


# --- options and creation --------------------------------------------------------------------------


def _set_option(handle: i64, level: u64, option: u64, value: u32) -> None:
    place = scratch()
    store32(place, value)
    _call(SETSOCKOPT, u64(handle), level, option, place, u64(4), u64(0))


def _create(data: list[int], kind: int) -> i64:
    family = AF_INET6 if len(data) == 16 else AF_INET
    return _checked(
        _call(SOCKET, u64(family), u64(kind) | _NONBLOCK_CLOEXEC, u64(0), u64(0), u64(0), u64(0))
    )


def _bind(handle: i64, data: list[int], port: int) -> None:
    place = scratch()
    size = store_address(place, data, port)
    done = _call(BIND, u64(handle), place, u64(size), u64(0), u64(0), u64(0))
    if done < 0:
        close(int(handle))
        raise _failure(done)


def tcp_listen(host: str, port: int, backlog: int, reuse_port: bool) -> int:
    """A listening socket; port 0 takes a free one.  Raises OSError."""
    data = _address(host)
    handle = _create(data, _SOCK_STREAM)
    _set_option(handle, _SOL_SOCKET, _SO_REUSEADDR, u32(1))
    if reuse_port:
        _set_option(handle, _SOL_SOCKET, _SO_REUSEPORT, u32(1))
    if len(data) == 16:
        _set_option(handle, _IPPROTO_IPV6, _IPV6_V6ONLY, u32(1))
    _set_option(handle, _IPPROTO_TCP, _TCP_NODELAY, u32(1))  # connections inherit it
    _bind(handle, data, port)
    done = _call(LISTEN, u64(handle), u64(backlog), u64(0), u64(0), u64(0), u64(0))
    if done < 0:
        close(int(handle))
        raise _failure(done)
    return int(handle)


def tcp_accept(handle: int) -> int:
    """A new connection, or -1 when there is none.  Raises OSError (too many open files)."""
    global _accepted, _accepted_from
    place = scratch()
    store32(place + 64, u32(28))
    done = _call(ACCEPT4, u64(handle), place, place + 64, _NONBLOCK_CLOEXEC, u64(0), u64(0))
    if done == EAGAIN or done == _ECONNABORTED:
        return -1
    _accepted = int(_checked(done))
    _accepted_from = (load_host(place), load_port(place))
    return _accepted


def tcp_connect(host: str, port: int) -> int:
    """Begin to connect; the handle becomes writable when that has ended.  Raises OSError."""
    data = _address(host)
    handle = _create(data, _SOCK_STREAM)
    _set_option(handle, _IPPROTO_TCP, _TCP_NODELAY, u32(1))
    place = scratch()
    size = store_address(place, data, port)
    done = _call(CONNECT, u64(handle), place, u64(size), u64(0), u64(0), u64(0))
    if done < 0 and done != _EINPROGRESS:
        close(int(handle))
        raise _failure(done)
    return int(handle)


def tcp_connect_result(handle: int) -> int:
    """0 when connected, else the errno."""
    place = scratch()
    store32(place, u32(0))
    store32(place + 8, u32(4))
    done = _call(GETSOCKOPT, u64(handle), _SOL_SOCKET, _SO_ERROR, place, place + 8, u64(0))
    if done < 0:
        return -int(done)
    return int(load32(place))


# --- bytes -----------------------------------------------------------------------------------------


def _receive_buffer() -> Array[u8]:
    global _buffer
    buffer = _buffer
    if buffer is None:
        buffer = Array(i64(_BUFFER_BYTES))
        _buffer = buffer
    return buffer


def _copied(buffer: Array[u8], size: i64) -> bytes:
    data = new_with_tail(bytes, size)
    copy_memory(tail_address(data), tail_address(buffer), u64(size))
    return data


def receive(handle: int, limit: int) -> bytes | None:
    """Up to `limit` bytes (at most 64 KiB); b"" at the end, None when there is nothing yet."""
    buffer = _receive_buffer()
    size = u64(limit if limit < _BUFFER_BYTES else _BUFFER_BYTES)
    done = _call(RECVFROM, u64(handle), tail_address(buffer), size, u64(0), u64(0), u64(0))
    if done == EAGAIN:
        return None
    return _copied(buffer, _checked(done))


def send(handle: int, data: bytes, start: int) -> int:
    """How many bytes of data[start:] were taken; 0 when there is no room now."""
    begin = u64(start)
    size = u64(len(data))
    if begin >= size:
        return 0
    place = tail_address(data) + begin
    done = _call(SENDTO, u64(handle), place, size - begin, _MSG_NOSIGNAL, u64(0), u64(0))
    keep_alive(data)
    if done == EAGAIN:
        return 0
    return int(_checked(done))


def shutdown_write(handle: int) -> None:
    """Send the end of the stream.  Raises OSError."""
    _checked(_call(SHUTDOWN, u64(handle), u64(1), u64(0), u64(0), u64(0), u64(0)))


def close(handle: int) -> None:
    global _accepted
    interests = _interests
    watched = _watched
    if interests is not None and watched is not None and handle < len(interests):
        interests[handle] = 0
        watched[handle] = 0  # the kernel takes a closed descriptor out of its epoll set
    if handle == _accepted:
        _accepted = -1
    i64(call_symbol("linux_network_call", CLOSE, u64(handle), u64(0), u64(0), u64(0), u64(0), u64(0)))


def abort(handle: int) -> None:
    """Close with a reset: SO_LINGER on, 0 seconds."""
    place = scratch()
    store64(place, u64(1))
    _call(SETSOCKOPT, u64(handle), _SOL_SOCKET, _SO_LINGER, place, u64(8), u64(0))
    close(handle)


def _name(number: u64, handle: int) -> tuple[str, int]:
    place = scratch()
    store32(place + 64, u32(28))
    _checked(_call(number, u64(handle), place, place + 64, u64(0), u64(0), u64(0)))
    return (load_host(place), load_port(place))


def local_address(handle: int) -> tuple[str, int]:
    return _name(GETSOCKNAME, handle)


def peer_address(handle: int) -> tuple[str, int]:
    if handle == _accepted:
        return _accepted_from
    return _name(GETPEERNAME, handle)


# --- datagrams -------------------------------------------------------------------------------------


def udp_open(host: str, port: int) -> int:
    data = _address(host)
    handle = _create(data, _SOCK_DGRAM)
    _bind(handle, data, port)
    return int(handle)


def udp_receive(handle: int) -> tuple[bytes, str, int] | None:
    """A datagram and its sender; None when there is none."""
    buffer = _receive_buffer()
    place = scratch()
    store32(place + 64, u32(28))
    size = u64(_BUFFER_BYTES)
    done = _call(RECVFROM, u64(handle), tail_address(buffer), size, u64(0), place, place + 64)
    if done == EAGAIN:
        return None
    data = _copied(buffer, _checked(done))
    return (data, load_host(place), load_port(place))


def udp_send(handle: int, data: bytes, host: str, port: int) -> None:
    """Send one datagram, or lose it when there is no room.  Raises OSError."""
    address = _address(host)
    place = scratch()
    size = store_address(place, address, port)
    length = u64(len(data))
    done = _call(SENDTO, u64(handle), tail_address(data), length, _MSG_NOSIGNAL, place, u64(size))
    keep_alive(data)
    if done < 0 and done != EAGAIN:
        raise _failure(done)


# --- readiness -------------------------------------------------------------------------------------


def _ensure_epoll() -> int:
    global _epoll
    if _epoll < 0:
        flags = u64(0x80000)  # EPOLL_CLOEXEC
        _epoll = int(_checked(_call(EPOLL_CREATE1, flags, u64(0), u64(0), u64(0), u64(0), u64(0))))
        store64(symbol_address("linux_interruptible"), u64(1))
    return _epoll


def watch(handle: int, readable: bool, writable: bool) -> None:
    """Report the handle from `wait` while it is readable and writable, as asked; neither: no more.

    Epoll hears at once of what is asked for in addition, and only when it tells of it of what is not asked
    for any more: most often the socket is closed, or asked for again, before.
    """
    global _interests, _watched
    interests = _interests
    watched = _watched
    if interests is None or watched is None:
        interests = []
        _interests = interests
        watched = []
        _watched = watched
    while len(interests) <= handle:
        interests.append(0)
        watched.append(0)
    wanted = (_READABLE if readable else 0) | (_WRITABLE if writable else 0)
    if wanted & ~watched[handle] != 0:
        _tell_epoll(handle, watched[handle], wanted)
        watched[handle] = wanted
    interests[handle] = wanted


def _tell_epoll(handle: int, known: int, wanted: int) -> None:
    """Change what epoll watches.  Raises OSError."""
    action = _EPOLL_DELETE if wanted == 0 else _EPOLL_ADD if known == 0 else _EPOLL_MODIFY
    place = scratch()
    events = u32(0)
    if wanted & _READABLE != 0:
        events = events | _EPOLLIN
    if wanted & _WRITABLE != 0:
        events = events | _EPOLLOUT
    store32(place, events)
    store64(place + 4, u64(handle))
    _checked(_call(EPOLL_CTL, u64(_ensure_epoll()), u64(action), u64(handle), place, u64(0), u64(0)))


def _timeout_ms(deadline_ns: int) -> u64:
    """epoll's timeout until the deadline, rounded up; 0 polls, -1 (as a word) has no end."""
    if deadline_ns < 0:
        return u64(0xFFFFFFFF)
    if deadline_ns == 0:
        return u64(0)
    left = i64(deadline_ns) - monotonic_ns()
    if left <= 0:
        return u64(0)
    milliseconds = (u64(left) + 999999) // 1000000
    if milliseconds > 2000000000:
        return u64(2000000000)
    return milliseconds


def _wait_for_events(deadline_ns: int) -> u64:
    """epoll_wait into the event array: how many there are, 0 when the deadline has come."""
    epoll = u64(_ensure_epoll())
    events = scratch() + _EVENTS
    interrupted = symbol_address("linux_interrupted")
    done = EINTR
    while done == EINTR:
        if load64(interrupted) != 0:
            store64(interrupted, u64(0))
            raise KeyboardInterrupt
        timeout = _timeout_ms(deadline_ns)
        done = i64(
            call_symbol(
                "linux_network_call", EPOLL_WAIT, epoll, events, _MOST_EVENTS, timeout, u64(0), u64(0)
            )
        )
    return u64(_checked(done))


def wait(deadline_ns: int) -> list[int]:
    """Block until a watched handle is ready or the deadline has come: 0 polls, -1 waits without end.

    returns    `handle * 4 + (1 readable | 2 writable)` for each
    raises     KeyboardInterrupt: SIGINT came while it waited
    """
    events = scratch() + _EVENTS
    result: list[int] = []
    while True:
        count = _wait_for_events(deadline_ns)
        index = u64(0)
        while index < count:
            flags = load32(events + index * 12)
            handle = int(load64(events + index * 12 + 4))
            ready = 0
            if flags & (_EPOLLIN | _EPOLL_TROUBLE) != 0:
                ready = _READABLE
            if flags & (_EPOLLOUT | _EPOLL_TROUBLE) != 0:
                ready = ready | _WRITABLE
            ready = _asked_for(handle, ready)
            if ready != 0:
                result.append(handle * 4 + ready)
            index = index + 1
        if count == 0 or result:
            return result


def _asked_for(handle: int, ready: int) -> int:
    """What of the readiness is asked for; epoll is told not to watch the rest any more."""
    interests = _interests
    watched = _watched
    if interests is None or watched is None:
        return 0
    wanted = interests[handle]
    if ready & ~wanted != 0 and watched[handle] != wanted:
        _tell_epoll(handle, watched[handle], wanted)
        watched[handle] = wanted
    return ready & wanted
