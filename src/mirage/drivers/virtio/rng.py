"""virtio entropy device (virtio 1.2, 5.4)."""

from __future__ import annotations

from typing import Final

from mirage.cpu.x86_64.instructions import pause
from mirage.drivers.virtio.transport import DeviceError, Transport, negotiate, start_device
from mirage.drivers.virtio.virtqueue import Virtqueue
from mirage.lowlevel import copy_memory, noinline, u64

_BUFFER_SIZE: Final = 256
_PATIENCE: Final = 1000000000


class VirtioEntropy:
    """Random bytes from the host."""

    @noinline
    def __init__(self, transport: Transport) -> None:
        """Take the device into use.  Raises DeviceError, MemoryError."""
        negotiate(transport, 0)
        self._queue = Virtqueue(transport, u64(0), u64(2), u64(_BUFFER_SIZE), True)
        start_device(transport)

    @noinline
    def fill(self, address: u64, size: u64) -> None:
        """Write `size` random bytes; waits for the host.  Raises DeviceError when it gives none."""
        queue = self._queue
        position = u64(0)
        while position < size:
            wanted = size - position
            if wanted > _BUFFER_SIZE:
                wanted = u64(_BUFFER_SIZE)
            queue.submit(u64(0), wanted)
            queue.kick()
            tries = u64(0)
            while queue.take_used() < 0:
                pause()
                tries += 1
                if tries == _PATIENCE:
                    raise DeviceError(5, "the entropy device gives nothing")
            got = queue.last_length
            if got > wanted:
                raise DeviceError(5, "the entropy device claims more than it was asked for")
            copy_memory(address + position, queue.buffer(u64(0)), got)
            position += got
