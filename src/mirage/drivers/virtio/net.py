"""virtio network card (virtio 1.2, 5.1): one receive and one transmit queue.

A frame stands in one buffer behind the virtio_net_hdr, which is 12 bytes for a modern device and 10 for a
legacy one that merges no buffers.  Whoever sends leaves the checksums of TCP and UDP to the card: their field
holds the folded sum of the pseudo-header (`Stack.offload_checksums`).  A device that cannot complete them has
it done here, and what it has not verified is verified here.
"""

from __future__ import annotations

from typing import Final

from mirage.drivers import checksum, dma
from mirage.drivers.card import Card
from mirage.drivers.virtio.transport import Transport, negotiate, start_device, stop_device
from mirage.drivers.virtio.virtqueue import Virtqueue
from mirage.lowlevel import Array, fill_memory, i64, load8, store8, store16, u8, u16, u64

_FEATURE_CSUM: Final = 1 << 0  # the device completes checksums of what we send
_FEATURE_GUEST_CSUM: Final = 1 << 1  # we take frames whose checksum nobody needs to look at
_FEATURE_MAC: Final = 1 << 5
_NEEDS_CSUM: Final = 1
_DATA_VALID: Final = 2
_BUFFER_SIZE: Final = u64(2048)
_SHORTEST_FRAME: Final = 14

MAX_FRAME: Final = 1514
MOST_BUFFERS: Final = 256
"""Of each queue."""


class VirtioNet(Card):
    """One card."""

    def __init__(self, transport: Transport, buffers: u64 = u64(MOST_BUFFERS)) -> None:
        """Take the device into use, with so many buffers in each queue.  Raises DeviceError, MemoryError."""
        self._transport = transport
        features = negotiate(transport, _FEATURE_MAC | _FEATURE_CSUM | _FEATURE_GUEST_CSUM)
        self._header = u64(12 if transport.modern else 10)
        self._receive_queue = Virtqueue(transport, u64(0), buffers, _BUFFER_SIZE, True)
        self._send_queue = Virtqueue(transport, u64(1), buffers, _BUFFER_SIZE, False)
        self._free: Array[u64] = Array(i64(self._send_queue.count))  # the first `_free_count`
        self._free_count = i64(0)
        index = u64(0)
        while index < self._send_queue.count:
            fill_memory(self._send_queue.buffer(index), u8(0), self._header)
            self._release(index)
            index += 1
        self.mac = b""
        self.cuts = 0
        self.trouble = ""
        self.told = 0
        self.rejoined = False
        self.next_card = None
        if (features & u64(_FEATURE_MAC)) != 0:
            mac = bytearray()
            for i in range(6):
                mac.append(int(transport.read_config(u64(i))))
            self.mac = bytes(mac)
        self._device_completes = (features & u64(_FEATURE_CSUM)) != 0
        self.verified = False  # the frame last received has a good TCP or UDP checksum, or needs none
        self._may_be_verified = (features & u64(_FEATURE_GUEST_CSUM)) != 0
        self.received = 0
        self.sent = 0
        self.dropped = 0  # frames too short or too long, and frames for which there was no room
        self._unannounced = False
        start_device(transport)
        index = u64(0)
        while index < self._receive_queue.count:
            self._receive_queue.submit(index, _BUFFER_SIZE)
            index += 1
        self._receive_queue.kick()

    def receive(self) -> bytes | None:
        """The next frame, None when there is none.  Raises DeviceError."""
        queue = self._receive_queue
        while True:
            taken = queue.take_used()
            if taken < 0:
                if self._unannounced:
                    self._unannounced = False
                    queue.kick()
                return None
            index = u64(taken)
            length = queue.last_length
            frame: bytes | None = None
            if length >= self._header + u64(_SHORTEST_FRAME):
                buffer = queue.buffer(index)
                frame = dma.read_bytes(buffer + self._header, length - self._header)
                self.verified = self._may_be_verified and (load8(buffer) & u8(_NEEDS_CSUM | _DATA_VALID)) != 0
                if not self.verified:
                    self.verified = checksum.is_right(buffer + self._header, length - self._header)
            queue.submit(index, _BUFFER_SIZE)
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
        taken = queue.take_used()
        while taken >= 0:
            self._release(u64(taken))
            taken = queue.take_used()
        if self._free_count == 0:
            self.dropped += 1
            return False
        self._free_count = self._free_count - 1
        index = self._free[self._free_count]
        buffer = queue.buffer(index)
        dma.write_bytes(buffer + self._header, frame)
        start = buffer + self._header
        field = checksum.checksum_field(start, u64(len(frame)))
        if self._device_completes:
            store8(buffer, u8(_NEEDS_CSUM if field != 0 else 0))
            store16(buffer + 6, u16(checksum.TRANSPORT if field != 0 else 0))
            store16(buffer + 8, u16(field))
        elif field != 0:
            checksum.complete(start, field)
        queue.submit(index, self._header + u64(len(frame)))
        self.sent += 1
        return True

    def _release(self, index: u64) -> None:
        """The send buffer is free."""
        self._free[self._free_count] = index
        self._free_count = self._free_count + 1

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

    def tell_address(self, address: str) -> None:
        """Nobody asks the machine: the launcher reads the status lines."""

    def stop(self) -> None:
        """Reset the device."""
        stop_device(self._transport)
