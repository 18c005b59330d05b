"""Errors of sockets, as Linux numbers them and as CPython names them."""

from __future__ import annotations

from typing import Final

EBADF: Final = 9
EINVAL: Final = 22
EPIPE: Final = 32
EMSGSIZE: Final = 90
EADDRINUSE: Final = 98
EADDRNOTAVAIL: Final = 99
ENETUNREACH: Final = 101
ECONNABORTED: Final = 103
ECONNRESET: Final = 104
ENOBUFS: Final = 105
EISCONN: Final = 106
ENOTCONN: Final = 107
ETIMEDOUT: Final = 110
ECONNREFUSED: Final = 111
EHOSTUNREACH: Final = 113
EINPROGRESS: Final = 115


def error_text(code: int) -> str:
    """What `os.strerror` says on Linux."""
    if code == EBADF:
        return "Bad file descriptor"
    if code == EINVAL:
        return "Invalid argument"
    if code == EPIPE:
        return "Broken pipe"
    if code == EMSGSIZE:
        return "Message too long"
    if code == EADDRINUSE:
        return "Address already in use"
    if code == EADDRNOTAVAIL:
        return "Cannot assign requested address"
    if code == ENETUNREACH:
        return "Network is unreachable"
    if code == ECONNABORTED:
        return "Software caused connection abort"
    if code == ECONNRESET:
        return "Connection reset by peer"
    if code == ENOBUFS:
        return "No buffer space available"
    if code == EISCONN:
        return "Transport endpoint is already connected"
    if code == ENOTCONN:
        return "Transport endpoint is not connected"
    if code == ETIMEDOUT:
        return "Connection timed out"
    if code == ECONNREFUSED:
        return "Connection refused"
    if code == EHOSTUNREACH:
        return "No route to host"
    if code == EINPROGRESS:
        return "Operation now in progress"
    return f"Unknown error {code}"


def socket_error(code: int) -> OSError:
    """The OSError to raise, of the subclass CPython would pick."""
    text = error_text(code)
    if code == EPIPE:
        return BrokenPipeError(code, text)
    if code == ECONNABORTED:
        return ConnectionAbortedError(code, text)
    if code == ECONNRESET:
        return ConnectionResetError(code, text)
    if code == ECONNREFUSED:
        return ConnectionRefusedError(code, text)
    if code == ETIMEDOUT:
        return TimeoutError(code, text)
    return OSError(code, text)
