"""How the two halves of a device find each other: states in the store (Xen, public/io/xenbus.h).

`decide` knows the rules; `Link` reads and writes the states of one device.
"""

from __future__ import annotations

from typing import Final

from mirage.drivers.xen.xenstore import XenStore

UNKNOWN: Final = 0
INITIALISING: Final = 1
INIT_WAIT: Final = 2
INITIALISED: Final = 3
CONNECTED: Final = 4
CLOSING: Final = 5
CLOSED: Final = 6

NOTHING: Final = 0
PUBLISH: Final = 1
"""Write what the backend has to know, then be CONNECTED, or INITIALISED where the backend goes first."""
ESTABLISHED: Final = 2
"""Both are connected: use the device."""
CLOSE: Final = 3
"""The backend goes: stop using the device, then be CLOSED."""
RESTART: Final = 4
"""A backend that had gone is there again: be INITIALISING."""


def decide(own: int, backend: int) -> int:
    """What the frontend has to do, given both states."""
    in_use = own == CONNECTED or own == INITIALISED
    if backend == INIT_WAIT or backend == INITIALISED:
        if own == INITIALISING:
            return PUBLISH
        return RESTART if own == CLOSED else NOTHING  # in use: it has yet to read what we published
    if backend == CONNECTED:
        return ESTABLISHED if in_use else NOTHING
    if backend == CLOSING or backend == CLOSED or backend == UNKNOWN:
        if in_use:
            return CLOSE
        if own == CLOSED and backend == CLOSED:
            return RESTART
    return NOTHING


class Link:
    """The states of one device: `path` is the frontend's, relative to the domain (`device/vif/0`)."""

    def __init__(self, bus: XenStore, path: str) -> None:
        """Look at the device and watch its backend.  Raises StoreError."""
        self.bus = bus
        self.path = path
        self.own = INITIALISING
        self.backend_path = ""
        self.backend_domain = 0
        self._token = path
        self.find_backend()

    def find_backend(self) -> None:
        """Read where the backend is, which changes with it, and watch its state."""
        bus = self.bus
        path = bus.read(self.path + "/backend")
        if path is None:
            path = ""
        self.backend_domain = bus.read_number(self.path + "/backend-id", 0)
        if path == self.backend_path:
            return
        if self.backend_path:
            bus.unwatch(self.backend_path + "/state", self._token)
        self.backend_path = path
        if path:
            bus.watch(path + "/state", self._token)

    def resumed(self) -> None:
        """The backend is a new one, and nobody watches it."""
        self.backend_path = ""
        self.own = INITIALISING
        self.find_backend()

    def backend_state(self) -> int:
        if not self.backend_path:
            return UNKNOWN
        return self.bus.read_number(self.backend_path + "/state", UNKNOWN)

    def has_changed(self) -> bool:
        """The backend's state may have changed since this was last asked."""
        changed = False
        while self.bus.take_event(self._token) is not None:
            changed = True
        return changed

    def is_told(self) -> bool:
        """`has_changed` has something to say: others may have taken it from xenstored."""
        return self.bus.has_event(self._token)

    def offers(self, feature: str) -> int:
        """The value of a feature of the backend; 0: not offered."""
        return self.bus.read_number(self.backend_path + "/" + feature, 0)

    def set_state(self, state: int) -> None:
        self.own = state
        self.bus.put(self.path + "/state", str(state))
