"""Cells that hold an object without keeping it alive; the collector clears them (collector.py)."""

from __future__ import annotations

from mirage.lowlevel import address_of, keep_alive, object_at, u64
from mirage.runtime import collector


class Cell:
    """The fields are raw words, which the collector does not follow; it knows their offsets, 8 and 16."""

    _target: u64
    _next: u64

    def __init__(self, target: object) -> None:
        self._target = address_of(target)
        collector.add_weak_cell(address_of(self))
        keep_alive(target)

    def get(self) -> object:
        """The object, or None when it is dead."""
        return object_at(self._target)


def collections() -> u64:
    """Collections so far: nothing dies between two of the same number."""
    return collector.collection_count()
