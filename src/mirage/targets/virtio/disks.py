"""The virtio disks of the machine, known by the name the launcher gave them (serial=)."""

from __future__ import annotations

from typing import Final

from mirage.drivers.disk import Disk
from mirage.drivers.virtio.blk import VirtioBlock
from mirage.drivers.virtio.transport import KIND_BLOCK, DeviceError
from mirage.lowlevel import u64
from mirage.targets.current import monotonic_ns
from mirage.targets.virtio.card import wait_at_most
from mirage.targets.virtio.devices import find_device

_PATIENCE_NS: Final = 5000000000
_LOOK_NS: Final = 10000000

_names: list[str] | None = None
_disks: list[VirtioBlock] = []


def device_names() -> list[str]:
    """The name of each disk.  Raises OSError, MemoryError."""
    global _names
    names = _names
    if names is None:
        names = []
        transport = find_device(KIND_BLOCK)
        while transport is not None:
            if transport.kind == KIND_BLOCK:
                disk = VirtioBlock(transport)
                _disks.append(disk)
                names.append(_name_of(disk) or f"disk{len(names)}")
            transport = transport.next_found
        _names = names
    return names


def open_device(name: str) -> Disk | None:
    """The disk of that name, None when there is none.  Raises OSError, MemoryError."""
    names = device_names()
    for i in range(len(names)):
        if names[i] == name:
            return _disks[i]
    return None


def _name_of(disk: VirtioBlock) -> str:
    """What the device says it is called; "" when it does not say.  Raises DeviceError."""
    number = disk.begin_identify()
    disk.kick()
    end = monotonic_ns() + _PATIENCE_NS
    while disk.take_done() < 0:
        if monotonic_ns() > end:
            raise DeviceError(5, "virtio disk does not answer")
        if disk.prepare_to_sleep():
            wait_at_most(u64(_LOOK_NS))
        disk.wake()
    return disk.finish(number).split(b"\0")[0].decode("ascii", "replace").strip()
