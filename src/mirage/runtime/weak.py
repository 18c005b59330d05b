"""Cells that hold an object without keeping it alive; the collector clears them (collector.py)."""

from __future__ import annotations

from mirage.lowlevel import address_of, keep_alive, load64, object_at, u64, unchecked_cast
from mirage.runtime import collector
from mirage.runtime.ending import Action


class Cell:
    """The fields are raw words, which the collector does not follow; it knows their offsets, 8 and 16."""

    _target: u64
    _next: u64
    owner: object  # the reference or proxy that has the cell

    def __init__(self, target: object) -> None:
        self.owner = None
        self._target = address_of(target)
        collector.add_weak_cell(address_of(self))
        keep_alive(target)

    def get(self) -> object:
        """The object, or None when it is dead."""
        return object_at(self._target)


def collections() -> u64:
    """Collections so far: nothing dies between two of the same number."""
    return collector.collection_count()


def cells_of(target: object) -> list[Cell]:
    """The cells that hold the object, the newest first."""
    found: list[Cell] = []
    cell = collector.first_weak_cell()
    while cell != 0:
        if load64(cell + 8) == address_of(target):
            found.append(unchecked_cast(Cell, object_at(cell)))
        cell = load64(cell + 16)
    return found


_listener: Action | None = None  # None in programs without `weakref`


def listen(listener: Action) -> None:
    """Run this when objects may have died."""
    global _listener
    _listener = listener


def notify() -> None:
    """Objects may have died: let finalizers and callbacks run."""
    listener = _listener
    if listener is not None:
        listener.run()
