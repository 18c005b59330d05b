"""The console of a virtual machine; compiled, this name is the target's own `console.py`."""

from mirage.targets.virtio.console import crash, power_off, write_errors

__all__ = ["crash", "power_off", "write_errors"]
