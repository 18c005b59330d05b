"""The network cards below our own stack: netfront, and sleep until an event or a time."""

from __future__ import annotations

from typing import Final

from mirage.drivers import dma
from mirage.drivers.card import Card
from mirage.drivers.xen import clock, store_ring
from mirage.drivers.xen.net import XenNet
from mirage.drivers.xen.store import number_of
from mirage.drivers.xen.xenstore import the_store
from mirage.lowlevel import u64
from mirage.targets.xen import control

_PATIENCE_NS: Final = 10_000_000_000


def open_cards() -> Card | None:
    """The first interface of the domain, with the others behind it by their numbers; None when it has none.

    raises     OSError, MemoryError
    """
    if not store_ring.is_there():
        return None
    bus = the_store()
    names = bus.directory("device/vif")
    if not names:
        return None
    share = (dma.left() * 3 >> 2) // u64(len(names))
    limit = clock.monotonic() + u64(_PATIENCE_NS)
    first: Card | None = None
    below = 1 << 32
    while True:  # the highest comes first
        highest = -1
        for name in names:
            number = number_of(name, -1)
            if highest < number < below:
                highest = number
        if highest < 0:
            return first
        card = XenNet(bus, f"device/vif/{highest}", share, limit)
        card.next_card = first
        first = card
        below = highest


def wait_at_most(nanoseconds: u64) -> None:
    """Sleep until an event comes, or this time has passed.  Raises SystemExit: the domain is to end."""
    if not control.look():
        clock.wait_until(clock.monotonic() + nanoseconds)
