"""virtio network card (virtio 1.2, 5.1): one receive and one transmit queue, no offloads.

A frame stands in one buffer behind the virtio_net_hdr, which is 12 bytes for a modern device and 10 for a
legacy one that merges no buffers.
"""

from __future__ import annotations

from typing import Final

from mirage.drivers import dma
from mirage.drivers.virtio.transport import Transport, negotiate, start_device, stop_device
from mirage.drivers.virtio.virtqueue import Virtqueue
from mirage.lowlevel import fill_memory, u8, u64

_FEATURE_MAC: Final = 1 << 5
_BUFFERS: Final = 256
_BUFFER_SIZE: Final = 2048
_SHORTEST_FRAME: Final = 14

MAX_FRAME: Final = 1514


class VirtioNet:
    """Frames in, frames out.  `mac` is the card's address, b"" when the device has none."""

    def __init__(self, transport: Transport) -> None:
        """Take the device into use.  Raises DeviceError, MemoryError."""
        self._transport = transport
        features = negotiate(transport, _FEATURE_MAC)
        self._header = u64(12 if transport.modern else 10)
        self._receive_queue = Virtqueue(transport, 0, _BUFFERS, _BUFFER_SIZE, True)
        self._send_queue = Virtqueue(transport, 1, _BUFFERS, _BUFFER_SIZE, False)
        self._free: list[int] = []
        for index in range(self._send_queue.count):
            self._free.append(index)
            fill_memory(self._send_queue.buffer(index), u8(0), self._header)
        self.mac = b""
        if (features & u64(_FEATURE_MAC)) != 0:
            mac = bytearray()
            for i in range(6):
                mac.append(int(transport.read_config(u64(i))))
            self.mac = bytes(mac)
        self.received = 0
        self.sent = 0
        self.dropped = 0  # frames too short or too long, and frames for which there was no room
        self._unannounced = False
        start_device(transport)
        for index in range(self._receive_queue.count):
            self._receive_queue.submit(index, u64(_BUFFER_SIZE))
        self._receive_queue.kick()

    def receive(self) -> bytes | None:
        """The next frame, None when there is none.  Raises DeviceError."""
        queue = self._receive_queue
        while True:
            index = queue.take_used()
            if index < 0:
                if self._unannounced:
                    self._unannounced = False
                    queue.kick()
                return None
            length = queue.last_length
            frame: bytes | None = None
            if length >= self._header + u64(_SHORTEST_FRAME):
                frame = dma.read_bytes(queue.buffer(index) + self._header, length - self._header)
            queue.submit(index, u64(_BUFFER_SIZE))
            self._unannounced = True
            if frame is not None:
                self.received += 1
                return frame
            self.dropped += 1

    def send(self, frame: bytes) -> bool:
        """Queue one frame, at most MAX_FRAME bytes; `flush` sends.  False, and dropped, without room."""
        if len(frame) > MAX_FRAME or len(frame) < _SHORTEST_FRAME:
            self.dropped += 1
            return False
        queue = self._send_queue
        index = queue.take_used()
        while index >= 0:
            self._free.append(index)
            index = queue.take_used()
        if not self._free:
            self.dropped += 1
            return False
        index = self._free.pop()
        dma.write_bytes(queue.buffer(index) + self._header, frame)
        queue.submit(index, self._header + u64(len(frame)))
        self.sent += 1
        return True

    def flush(self) -> None:
        """Let the device look at what was queued."""
        self._send_queue.kick()

    def prepare_to_sleep(self) -> bool:
        """Ask for an interrupt with the next frame; False when one is there already."""
        self._transport.acknowledge_interrupt()
        self._receive_queue.interrupt_when_used(True)
        return not self._receive_queue.has_used()

    def wake(self) -> None:
        """No interrupts while we look by ourselves."""
        self._receive_queue.interrupt_when_used(False)
        self._transport.acknowledge_interrupt()

    def stop(self) -> None:
        """Reset the device."""
        stop_device(self._transport)
