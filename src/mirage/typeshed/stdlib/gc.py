"""The collector as CPython's gc module shows it: one generation, and rings are no special case."""

from __future__ import annotations

from mirage.runtime import process as _process
from mirage.runtime import weak as _weak

_enabled: bool = True


def collect(generation: int = 2) -> int:
    """Free every object that cannot be reached; how many they were is not counted."""
    if generation < 0 or generation > 2:
        raise ValueError("invalid generation")
    _process.collect()
    _weak.notify()
    return 0


def enable() -> None:
    global _enabled
    _enabled = True


def disable() -> None:
    """Only noted: memory without a collector would not last."""
    global _enabled
    _enabled = False


def isenabled() -> bool:
    return _enabled
