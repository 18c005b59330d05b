"""Random bytes: RDRAND where the processor has it, else the virtio entropy device."""

from __future__ import annotations

from mirage.cpu.x86_64.instructions import cpuid
from mirage.drivers.virtio.rng import VirtioEntropy
from mirage.drivers.virtio.transport import KIND_ENTROPY
from mirage.lowlevel import call_symbol, copy_memory, noinline, store64, symbol_address, u64
from mirage.targets.virtio.devices import find_device

_device: VirtioEntropy | None = None


def has_rdrand() -> bool:
    return (cpuid(u64(1), u64(0), u64(8)) >> 30) & 1 != 0


def has_entropy() -> bool:
    """The machine has a source; without one it must not start."""
    return has_rdrand() or find_device(KIND_ENTROPY) is not None


def fill(address: u64, size: u64) -> None:
    """Write `size` random bytes.  Raises OSError when every source fails."""
    global _device
    if has_rdrand() and _fill_from_processor(address, size):
        return
    device = _device
    if device is None:
        transport = find_device(KIND_ENTROPY)
        if transport is None:
            raise OSError(5, "no source of entropy")
        device = VirtioEntropy(transport)
        _device = device
    device.fill(address, size)


@noinline
def _fill_from_processor(address: u64, size: u64) -> bool:
    """False when RDRAND gave nothing ten times in a row (Intel SDM volume 1, 7.3.17.1)."""
    scratch = symbol_address("mirage_scratch")
    position = u64(0)
    while position < size:
        if call_symbol("mirage_random", scratch) == 0:
            return False
        part = size - position
        if part > 8:
            part = u64(8)
        copy_memory(address + position, scratch, part)
        position += part
    store64(scratch, u64(0))
    return True
