"""The network cards of a virtual machine; compiled, this name is the target's own `card.py`."""

from mirage.targets.virtio.card import open_cards, wait_at_most

__all__ = ["open_cards", "wait_at_most"]
