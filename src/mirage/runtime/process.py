"""Facts about the running program: its memory and its processors."""

from __future__ import annotations

from typing import Final

from mirage.runtime import memory

CPU_COUNT: Final = 1  # the program runs on one processor, whatever the machine has


def collect() -> None:
    """Free every object that cannot be reached."""
    memory.collect()


def memory_used() -> int:
    """Bytes of the heap alive at the last collection and handed out since."""
    return memory.heap_used()


def memory_committed() -> int:
    """Bytes of the heap that were ever used."""
    return memory.heap_committed()


def memory_limit() -> int:
    """Bytes of the whole heap; MemoryError is raised beyond."""
    return memory.heap_limit()


def collections() -> int:
    """Collections so far."""
    return memory.collections()


def set_memory_stress(on: bool) -> None:
    """Collect at every allocation (for tests of the compiler and the runtime)."""
    memory.set_stress(on)
