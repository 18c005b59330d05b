"""A tap device of Linux: a network card whose cable ends in this process (needs CAP_NET_ADMIN)."""

from __future__ import annotations

import fcntl
import os
import struct

TUNSETIFF = 0x400454CA
IFF_TAP = 0x0002
IFF_NO_PI = 0x1000


class Tap:
    """Frames in and out, without blocking; `fileno` can be waited for."""

    def __init__(self, name: str = "", descriptor: int = -1) -> None:
        """Open the device, which is made if need be, or take over an open one.  Raises OSError."""
        self._descriptor = descriptor
        self.name = name
        if descriptor >= 0:
            os.set_blocking(descriptor, False)
            os.set_inheritable(descriptor, False)
            return
        self._descriptor = os.open("/dev/net/tun", os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
        request = struct.pack("16sH22x", name.encode("ascii"), IFF_TAP | IFF_NO_PI)
        try:
            answer = fcntl.ioctl(self._descriptor, TUNSETIFF, request)
        except OSError:
            os.close(self._descriptor)
            raise
        self.name = answer[:16].rstrip(b"\0").decode("ascii")

    def fileno(self) -> int:
        return self._descriptor

    def read(self) -> bytes | None:
        """One frame, or None when none waits."""
        try:
            return os.read(self._descriptor, 65536)
        except BlockingIOError:
            return None

    def write(self, frame: bytes) -> None:
        """Send one frame; like a card, it drops what the queue or a downed link cannot take."""
        try:
            os.write(self._descriptor, frame)
        except OSError:
            pass

    def close(self) -> None:
        os.close(self._descriptor)
