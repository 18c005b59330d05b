"""The network card of a virtual machine; compiled, this name is the target's own `card.py`."""

from mirage.targets.virtio.card import open_card, wait_at_most

__all__ = ["open_card", "wait_at_most"]
