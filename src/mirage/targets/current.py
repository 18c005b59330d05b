"""The machine interface under plain CPython; compiled, this name is the target's own `machine.py`."""

from mirage.targets.cpython.machine import (
    NAME,
    arguments,
    console_read,
    console_write,
    exit_machine,
    idle_until,
    monotonic_ns,
    platform_name,
    process_ns,
    random_fill,
    wall_ns,
)

__all__ = [
    "NAME",
    "arguments",
    "console_read",
    "console_write",
    "exit_machine",
    "idle_until",
    "monotonic_ns",
    "process_ns",
    "platform_name",
    "random_fill",
    "wall_ns",
]
