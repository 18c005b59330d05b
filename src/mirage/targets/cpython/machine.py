"""The machine interface of docs/design/abi.md over CPython; addresses are those of this process."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from typing import Final

from mirage.lowlevel import i64, u64

NAME: Final = "cpython"


def console_write(stream: i64, address: u64, size: u64) -> None:
    """Write all of it to standard output (1) or error (2)."""
    data = ctypes.string_at(int(address), int(size))
    output = sys.stdout if int(stream) == 1 else sys.stderr
    output.flush()
    output.buffer.write(data)
    output.buffer.flush()


def console_read(address: u64, size: u64) -> i64:
    """Read up to `size` bytes of standard input; 0 at its end."""
    data = os.read(0, int(size))
    ctypes.memmove(int(address), data, len(data))
    return i64(len(data))


def exit_machine(code: i64) -> None:
    """End the process without running anything more."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(int(code) & 255)


def process_ns() -> i64:
    """Nanoseconds of processor time of this process."""
    return i64(time.process_time_ns())


def monotonic_ns() -> i64:
    """Nanoseconds of a clock that never goes back."""
    return i64(time.monotonic_ns())


def wall_ns() -> i64:
    """Nanoseconds since 1970, UTC."""
    return i64(time.time_ns())


def random_fill(address: u64, size: u64) -> None:
    """Fill the memory with the operating system's random bytes."""
    ctypes.memmove(int(address), os.urandom(int(size)), int(size))


def idle_until(deadline_ns: i64) -> None:
    """Sleep until `monotonic_ns()` has reached the deadline."""
    while time.monotonic_ns() < int(deadline_ns):
        time.sleep((int(deadline_ns) - time.monotonic_ns()) / 1e9)


def arguments() -> list[str]:
    """`sys.argv`."""
    return list(sys.argv)


def platform_name() -> str:
    """What `sys.platform` is."""
    return sys.platform
