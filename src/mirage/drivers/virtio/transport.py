"""What every virtio transport offers (virtio 1.2, chapter 4), and how all devices are initialised (3.1)."""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import noinline, u64

KIND_NET: Final = u64(1)
KIND_BLOCK: Final = u64(2)
KIND_ENTROPY: Final = u64(4)

_ACKNOWLEDGE: Final = 1
_DRIVER: Final = 2
_DRIVER_OK: Final = 4
_FEATURES_OK: Final = 8
_FAILED: Final = 128

ANY_LAYOUT: Final = 1 << 27
VERSION_1: Final = 1 << 32
ACCESS_PLATFORM: Final = 1 << 33


class DeviceError(OSError):
    """A device broke the rules of virtio, or offers too little to be driven."""


class Transport:
    """The registers of one device, wherever they are.  `next_found` chains the devices of a machine."""

    def __init__(self, kind: u64, modern: bool) -> None:
        self.kind = kind
        self.modern = modern
        self.next_found: Transport | None = None

    def read_status(self) -> u64:
        raise NotImplementedError

    def write_status(self, value: u64) -> None:
        raise NotImplementedError

    def read_features(self) -> u64:
        raise NotImplementedError

    def write_features(self, features: u64) -> None:
        raise NotImplementedError

    def queue_size(self, queue: u64) -> u64:
        """The most entries the device takes; 0: there is no such queue.  Legacy PCI takes exactly these."""
        raise NotImplementedError

    def fixed_queue_size(self) -> bool:
        """The driver must use exactly `queue_size` entries."""
        return False

    def set_queue(self, queue: u64, size: u64, descriptors: u64, available: u64, used: u64) -> None:
        """Tell the device where the queue's three parts are and turn the queue on."""
        raise NotImplementedError

    def notify(self, queue: u64) -> None:
        """There are new buffers in the queue."""
        raise NotImplementedError

    def read_config(self, offset: u64) -> u64:
        """One byte of the device's configuration."""
        raise NotImplementedError

    def acknowledge_interrupt(self) -> None:
        """Let go of a level-triggered interrupt line."""
        raise NotImplementedError


@noinline
def negotiate(transport: Transport, wanted: int, classic_layout: bool = False) -> u64:
    """Reset the device and agree on the features of `wanted` that it offers; returns them.

    classic_layout   our buffers are cut as legacy devices without ANY_LAYOUT want them
    raises     DeviceError: it offers too little, or takes its word back
    """
    transport.write_status(u64(0))
    tries = u64(0)
    while transport.read_status() != 0:
        tries += 1
        if tries == 1000000:
            raise DeviceError(5, "virtio device does not reset")
    transport.write_status(u64(_ACKNOWLEDGE))
    transport.write_status(u64(_ACKNOWLEDGE | _DRIVER))
    offered = transport.read_features()
    mask = u64(wanted)
    if transport.modern:
        if (offered & u64(VERSION_1)) == 0:
            transport.write_status(u64(_FAILED))
            raise DeviceError(19, "virtio device offers no VERSION_1")
        mask = mask | u64(VERSION_1) | u64(ACCESS_PLATFORM)
    else:
        if not classic_layout and (offered & u64(ANY_LAYOUT)) == 0:
            transport.write_status(u64(_FAILED))
            raise DeviceError(19, "legacy virtio device offers no ANY_LAYOUT")
        mask = (mask | u64(ANY_LAYOUT)) & 0xFFFFFFFF
    accepted = offered & mask
    transport.write_features(accepted)
    if transport.modern:
        transport.write_status(u64(_ACKNOWLEDGE | _DRIVER | _FEATURES_OK))
        if (transport.read_status() & _FEATURES_OK) == 0:
            transport.write_status(u64(_FAILED))
            raise DeviceError(19, "virtio device refuses the features it offered")
    return accepted


@noinline
def start_device(transport: Transport) -> None:
    """The queues are set up: let the device work."""
    status = u64(_ACKNOWLEDGE | _DRIVER | _DRIVER_OK)
    if transport.modern:
        status = status | _FEATURES_OK
    transport.write_status(status)


def stop_device(transport: Transport) -> None:
    """Reset: the device touches no memory any more."""
    transport.write_status(u64(0))
