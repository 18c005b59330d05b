"""The disk interface under plain CPython; compiled, this name is the target's own `disk.py`."""

from mirage.targets.cpython.disk import (
    can_discard,
    close,
    is_read_only,
    names,
    open_disk,
    sector_size,
    sectors,
    transfer,
)

__all__ = [
    "can_discard",
    "close",
    "is_read_only",
    "names",
    "open_disk",
    "sector_size",
    "sectors",
    "transfer",
]
