"""The network card below our own stack: virtio-net, and sleep until it or a timer interrupts."""

from __future__ import annotations

from mirage.cpu.x86_64 import apic, clock
from mirage.drivers.card import Card
from mirage.drivers.virtio.net import VirtioNet
from mirage.drivers.virtio.transport import KIND_NET
from mirage.lowlevel import u64
from mirage.targets.virtio.devices import find_device


def open_card() -> Card | None:
    """The first network card, None when the machine has none.  Raises OSError, MemoryError."""
    transport = find_device(KIND_NET)
    if transport is None:
        return None
    return VirtioNet(transport)


def wait_at_most(nanoseconds: u64) -> None:
    """Sleep until an interrupt comes, or this time has passed."""
    clock.arm_timer(nanoseconds)
    apic.wait_for_interrupt()
