"""The network cards below our own stack: virtio-net, and sleep until one or a timer interrupts."""

from __future__ import annotations

from mirage.cpu.x86_64 import apic, clock
from mirage.drivers.card import Card
from mirage.drivers.virtio.net import MOST_BUFFERS, VirtioNet
from mirage.drivers.virtio.transport import KIND_NET
from mirage.lowlevel import u64
from mirage.targets.virtio.devices import find_device


def open_cards() -> Card | None:
    """The first network card, with the others behind it; None when the machine has none.

    raises     OSError, MemoryError
    """
    buffers = u64(MOST_BUFFERS)
    count = u64(0)
    transport = find_device(KIND_NET)
    while transport is not None:
        if transport.kind == KIND_NET:
            if count != 0 and count & (count - 1) == 0:  # together they have the memory of one
                buffers >>= 1
            count += 1
        transport = transport.next_found
    first: Card | None = None
    transport = find_device(KIND_NET)
    while transport is not None:  # what was found last comes first
        if transport.kind == KIND_NET:
            card = VirtioNet(transport, buffers)
            card.next_card = first
            first = card
        transport = transport.next_found
    return first


def wait_at_most(nanoseconds: u64) -> None:
    """Sleep until an interrupt comes, or this time has passed."""
    clock.arm_timer(nanoseconds)
    apic.wait_for_interrupt()
