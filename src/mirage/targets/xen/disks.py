"""The Xen disks of the domain.

The toolstack calls them xvda, xvdb ...; `--disk=data=xvda` on the command line gives one the name by which
the program asks.
"""

from __future__ import annotations

from mirage.drivers.disk import Disk
from mirage.drivers.xen import store_ring
from mirage.drivers.xen.blk import XenDisk, device_name
from mirage.drivers.xen.xenstore import the_store
from mirage.targets.pvh import program

_names: list[str] | None = None
_paths: list[str] = []


def device_names() -> list[str]:
    """The name of each disk.  Raises OSError."""
    global _names
    names = _names
    if names is None:
        names = []
        if store_ring.is_there():
            given = _given_names()
            bus = the_store()
            for entry in bus.directory("device/vbd"):
                device = device_name(bus.read_number(f"device/vbd/{entry}/virtual-device", 0))
                names.append(given.get(device, device))
                _paths.append(f"device/vbd/{entry}")
        _names = names
    return names


def open_device(name: str) -> Disk | None:
    """The disk of that name, None when there is none.  Raises OSError, MemoryError."""
    names = device_names()
    for i in range(len(names)):
        if names[i] == name:
            return XenDisk(the_store(), _paths[i])
    return None


def _given_names() -> dict[str, str]:
    """From what the toolstack calls a disk to what the program calls it."""
    given: dict[str, str] = {}
    for word in program.command_line().options:
        if word.startswith("--disk="):
            name, _, device = word[len("--disk=") :].rpartition("=")
            if name:
                given[device] = name
    return given
