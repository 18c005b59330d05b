"""The network card below our own stack: netfront, and sleep until an event or a time."""

from __future__ import annotations

from mirage.drivers.card import Card
from mirage.drivers.xen import clock, store_ring
from mirage.drivers.xen.net import XenNet
from mirage.drivers.xen.store import number_of
from mirage.drivers.xen.xenstore import the_store
from mirage.lowlevel import u64
from mirage.targets.xen import control


def open_card() -> Card | None:
    """The first interface of the domain, None when it has none.  Raises OSError, MemoryError."""
    if not store_ring.is_there():
        return None
    bus = the_store()
    first = -1
    for name in bus.directory("device/vif"):
        number = number_of(name, -1)
        if number >= 0 and (first < 0 or number < first):
            first = number
    if first < 0:
        return None
    return XenNet(bus, f"device/vif/{first}")


def wait_at_most(nanoseconds: u64) -> None:
    """Sleep until an event comes, or this time has passed.  Raises SystemExit: the domain is to end."""
    if not control.look():
        clock.wait_until(clock.monotonic() + nanoseconds)
