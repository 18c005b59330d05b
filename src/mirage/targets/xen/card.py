"""The network card below our own stack: netfront, and sleep until an event or a time."""

from __future__ import annotations

from mirage.drivers.card import Card
from mirage.drivers.xen import clock
from mirage.lowlevel import u64


def open_card() -> Card | None:
    return None


def wait_at_most(nanoseconds: u64) -> None:
    """Sleep until an event comes, or this time has passed."""
    clock.wait_until(clock.monotonic() + nanoseconds)
