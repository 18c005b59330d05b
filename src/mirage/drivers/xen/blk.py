"""A Xen disk: blkfront.py's ring, joined to the backend through the store."""

from __future__ import annotations

from typing import Final

from mirage.drivers import dma
from mirage.drivers.xen import clock, events, hypercall, store_ring, xenbus
from mirage.drivers.xen.blkfront import MOST_RING_PAGES, BlockRing, Properties
from mirage.drivers.xen.xenbus import Link
from mirage.drivers.xen.xenstore import Device, XenStore
from mirage.lowlevel import i64, u64

_PATIENCE_NS: Final = 10_000_000_000


class XenDisk(BlockRing):
    """One disk, `device/vbd/N`.  A backend that goes and comes again is joined again."""

    def __init__(self, bus: XenStore, path: str) -> None:
        """Join the backend.  Raises OSError, MemoryError."""
        super().__init__(dma.left() >> 1)
        self._bus = bus
        self._link = Link(bus, path)
        self._event = u64(0)
        self._device = u64(bus.read_number(path + "/virtual-device", 0))
        bus.devices.append(_Rejoin(self))
        limit = clock.monotonic() + u64(_PATIENCE_NS)
        self._follow()
        while not self.connected:
            if clock.monotonic() >= limit:
                raise OSError(5, "the disk's backend does not answer")
            clock.wait_until(limit)
            bus.pump()
            self._follow()

    def _follow(self) -> None:
        """Do what the state of the backend asks for."""
        link = self._link
        while True:
            link.has_changed()
            action = xenbus.decide(link.own, link.backend_state())
            if action == xenbus.PUBLISH:
                self._publish()
            elif action == xenbus.ESTABLISHED:
                if self.connected:
                    return
                self.start(self._event, self._device & 0xFFFF, self._properties())
                link.set_state(xenbus.CONNECTED)
            elif action == xenbus.CLOSE:
                self._close()
                if self._bus.read_number(link.backend_path + "/online", 1) == 0:
                    self.detach()
                    return
            elif action == xenbus.RESTART:
                link.find_backend()
                link.set_state(xenbus.INITIALISING)
            else:
                return

    def _properties(self) -> Properties:
        link = self._link
        bus = self._bus
        mode = bus.read(link.backend_path + "/mode")
        return Properties(
            sectors=bus.read_number(link.backend_path + "/sectors", 0),
            sector_size=bus.read_number(link.backend_path + "/sector-size", 512),
            info=link.offers("info"),
            writable=mode is None or mode.startswith("w"),
            flush=link.offers("feature-flush-cache") != 0,
            discard=link.offers("feature-discard") != 0,
            indirect=link.offers("feature-max-indirect-segments"),
        )

    def _publish(self) -> None:
        """Tell the backend where the ring is and what we can do."""
        link = self._link
        domain = u64(link.backend_domain)
        self.grant_all(domain)
        order = link.offers("max-ring-page-order")
        pages = self.reset(MOST_RING_PAGES if order > 0 else 1)
        self._event = hypercall.allocate_port(domain)
        if self._event == 0 or self._event >= events.PORTS:
            raise OSError(5, "Xen refuses an event channel")
        events.clear(self._event)
        events.unmask(self._event)
        if pages > 1:
            rings = [(link.path + "/ring-page-order", str(pages.bit_length() - 1))]
            for index in range(pages):
                rings.append((f"{link.path}/ring-ref{index}", str(int(self.ring_grants[i64(index)]))))
        else:
            rings = [(link.path + "/ring-ref", str(int(self.ring_grants[i64(0)])))]
            if self._bus.read(link.path + "/ring-page-order") is not None:  # of a backend that offered more
                self._bus.remove(link.path + "/ring-page-order")
        self._bus.write_together(
            [
                *rings,
                (link.path + "/event-channel", str(int(self._event))),
                (link.path + "/protocol", "x86_64-abi"),
                (link.path + "/feature-persistent", "1"),
            ]
        )
        link.set_state(xenbus.INITIALISED)

    def _close(self) -> None:
        self.stop()
        if self._event != 0:
            events.mask(self._event)
            hypercall.close_port(self._event)
            self._event = u64(0)
        self._link.set_state(xenbus.CLOSED)

    def rejoin(self) -> None:
        """The domain goes on elsewhere: a new grant table, a new backend."""
        self.stop()
        self.forget_grants()
        self._event = u64(0)
        self._link.resumed()
        self._follow()

    def has_ended(self) -> bool:
        if super().has_ended():
            return True
        if events.is_pending(store_ring.port()):  # perhaps the backend has changed
            self._bus.pump()
        if self._link.has_changed():
            self._follow()
        return super().has_ended()

    def prepare_to_sleep(self) -> bool:
        if self._event != 0:
            events.clear(self._event)
        return super().prepare_to_sleep()


class _Rejoin(Device):
    """Lets the store tell the disk."""

    def __init__(self, disk: XenDisk) -> None:
        self._disk = disk

    def resumed(self) -> None:
        self._disk.rejoin()


def device_name(number: int) -> str:
    """What people call a virtual device: xvda, xvdb ... (Xen, docs/man/xen-vbd-interface.7)."""
    if number & 1 << 28:
        disk = number >> 8 & 0xFFFFF
        partition = number & 0xFF
    elif number >> 8 == 202:
        disk = number >> 4 & 15
        partition = number & 15
    else:
        return f"device{number}"
    letters = ""
    disk += 1
    while disk > 0:
        letters = chr(97 + (disk - 1) % 26) + letters
        disk = (disk - 1) // 26
    return "xvd" + letters + (str(partition) if partition else "")
