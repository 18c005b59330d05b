"""Loads modules of the typeshed of real code under CPython, beside CPython's own.

`load("asyncio")` is our asyncio; its absolute imports of other standard modules get CPython's.
"""

from __future__ import annotations

import importlib
import select
import socket
import sys
import time
import traceback
from pathlib import Path
from types import ModuleType
from typing import TypeVar

STDLIB = Path(__file__).resolve().parents[3] / "src" / "mirage" / "typeshed" / "stdlib"
_NAME = "mirage_stdlib"


class HostNet:
    """`mirage.targets.current_net` over the host's sockets, as docs/design/abi.md describes it."""

    def __init__(self) -> None:
        self.sockets: dict[int, socket.socket] = {}
        self.interest: dict[int, int] = {}
        self.epoll = select.epoll()

    def _keep(self, sock: socket.socket) -> int:
        sock.setblocking(False)
        self.sockets[sock.fileno()] = sock
        return sock.fileno()

    def tcp_listen(self, host: str, port: int, backlog: int, reuse_port: bool) -> int:
        sock = socket.socket()
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            sock.bind((host, port))
        except OSError:
            sock.close()
            raise
        sock.listen(backlog)
        return self._keep(sock)

    def tcp_accept(self, handle: int) -> int:
        try:
            return self._keep(self.sockets[handle].accept()[0])
        except BlockingIOError:
            return -1

    def tcp_connect(self, host: str, port: int) -> int:
        sock = socket.socket()
        handle = self._keep(sock)
        sock.connect_ex((host, port))
        return handle

    def tcp_connect_result(self, handle: int) -> int:
        return self.sockets[handle].getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)

    def receive(self, handle: int, limit: int) -> bytes | None:
        try:
            return self.sockets[handle].recv(limit)
        except BlockingIOError:
            return None

    def send(self, handle: int, data: bytes, start: int) -> int:
        try:
            return self.sockets[handle].send(memoryview(data)[start:])
        except BlockingIOError:
            return 0

    def shutdown_write(self, handle: int) -> None:
        self.sockets[handle].shutdown(socket.SHUT_WR)

    def close(self, handle: int) -> None:
        self.watch(handle, False, False)
        self.sockets.pop(handle).close()

    def local_address(self, handle: int) -> tuple[str, int]:
        name = self.sockets[handle].getsockname()
        return (name[0], name[1])

    def peer_address(self, handle: int) -> tuple[str, int]:
        name = self.sockets[handle].getpeername()
        return (name[0], name[1])

    def watch(self, handle: int, readable: bool, writable: bool) -> None:
        mask = (select.EPOLLIN if readable else 0) | (select.EPOLLOUT if writable else 0)
        old = self.interest.pop(handle, 0)
        if mask:
            self.interest[handle] = mask
            (self.epoll.modify if old else self.epoll.register)(handle, mask)
        elif old:
            self.epoll.unregister(handle)

    def wait(self, deadline_ns: int) -> list[int]:
        timeout = -1.0
        if deadline_ns >= 0:
            timeout = max(0.0, (deadline_ns - time.monotonic_ns()) / 1e9)
        if not self.interest:
            if deadline_ns < 0:
                raise RuntimeError("nothing to wait for")
            time.sleep(timeout)
            return []
        found = []
        for handle, mask in self.epoll.poll(timeout):
            bits = 1 if mask & (select.EPOLLIN | select.EPOLLHUP | select.EPOLLERR) else 0
            bits |= 2 if mask & (select.EPOLLOUT | select.EPOLLHUP | select.EPOLLERR) else 0
            found.append(handle * 4 + bits)
        return found

    def resolve(self, host: str) -> list[str]:
        return ["127.0.0.1"] if host == "localhost" else [host]


class _PrintUncaught:
    @staticmethod
    def print_uncaught(exc: BaseException) -> None:
        traceback.print_exception(exc)


def _module(name: str, source: object) -> None:
    """Register `source`'s public attributes as the module `name`, also on its package."""
    module = ModuleType(name)
    for key in dir(source):
        if not key.startswith("_"):
            setattr(module, key, getattr(source, key))
    sys.modules[name] = module
    parent, _, child = name.rpartition(".")
    setattr(importlib.import_module(parent), child, module)


def load(name: str) -> ModuleType:
    """Our module `name`, e.g. "asyncio" or "json"."""
    if _NAME not in sys.modules:
        package = ModuleType(_NAME)
        package.__path__ = [str(STDLIB)]
        sys.modules[_NAME] = package
        typeshed = ModuleType("_typeshed")
        for protocol in ("SupportsRead", "SupportsWrite", "SupportsRichComparisonT"):
            setattr(typeshed, protocol, TypeVar(protocol))
        sys.modules.setdefault("_typeshed", typeshed)
        _module("mirage.targets.current", _Machine())
        _module("mirage.targets.current_net", HostNet())
        _module("mirage.runtime.errors", _PrintUncaught())
    return importlib.import_module(f"{_NAME}.{name}")


class _Machine:
    """`mirage.targets.current`: the host's clocks."""

    NAME = "cpython"

    @staticmethod
    def monotonic_ns() -> int:
        return time.monotonic_ns()

    @staticmethod
    def wall_ns() -> int:
        return time.time_ns()

    @staticmethod
    def exit_machine(code: int) -> None:
        raise SystemExit(code)

    @staticmethod
    def arguments() -> list[str]:
        return ["program"]
