"""Random bytes: RDRAND where the processor has it, else the virtio entropy device."""

from __future__ import annotations

from mirage.cpu.x86_64 import rdrand
from mirage.drivers.virtio.rng import VirtioEntropy
from mirage.drivers.virtio.transport import KIND_ENTROPY
from mirage.lowlevel import u64
from mirage.targets.virtio.devices import find_device

_device: VirtioEntropy | None = None


def has_entropy() -> bool:
    """The machine has a source; without one it must not start."""
    return rdrand.has_rdrand() or find_device(KIND_ENTROPY) is not None


def fill(address: u64, size: u64) -> None:
    """Write `size` random bytes.  Raises OSError when every source fails."""
    global _device
    if rdrand.has_rdrand() and rdrand.fill(address, size):
        return
    device = _device
    if device is None:
        transport = find_device(KIND_ENTROPY)
        if transport is None:
            raise OSError(5, "no source of entropy")
        device = VirtioEntropy(transport)
        _device = device
    device.fill(address, size)
