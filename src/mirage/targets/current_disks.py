"""The disks of a virtual machine; compiled, this name is the target's own `disks.py`."""

from mirage.targets.virtio.disks import device_names, open_device

__all__ = ["device_names", "open_device"]
