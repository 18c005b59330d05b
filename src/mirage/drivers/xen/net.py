"""A Xen network card: netfront.py's rings, joined to the backend through the store."""

from __future__ import annotations

from typing import Final

from mirage.drivers.card import Card
from mirage.drivers.xen import clock, events, hypercall, store_ring, xenbus
from mirage.drivers.xen.netfront import LARGEST_CUT, NetRings
from mirage.drivers.xen.store import StoreError
from mirage.drivers.xen.xenbus import Link
from mirage.drivers.xen.xenstore import Device, XenStore
from mirage.lowlevel import u64

_MOST_BUFFERS: Final = u64(256)
_PATIENCE_NS: Final = 10_000_000_000
_MOST_STEPS: Final = 8  # in one go: a backend whose states change for ever must not hold up the others
_FEWEST_BUFFERS: Final = u64(32)
_BYTES_OF_BUFFER: Final = u64(6144 + 64)  # a page to receive into, half a page to send from, and their marks


class XenNet(Card):
    """One interface, `device/vif/N`.  A backend that goes and comes again is joined again."""

    def __init__(self, bus: XenStore, path: str, room: u64, limit: u64) -> None:
        """Join the backend, and wait for it until the time `limit`.

        room     bytes of device memory to use
        raises   OSError, MemoryError
        """
        buffers = room // _BYTES_OF_BUFFER
        if buffers > _MOST_BUFFERS:
            buffers = _MOST_BUFFERS
        if buffers < _FEWEST_BUFFERS:
            raise MemoryError("no memory left for device buffers")
        self._bus = bus
        self._path = path
        self._link = Link(bus, path)
        self._port = u64(0)
        self.rings = NetRings(buffers & ~u64(1))
        self.verified = False
        self.cuts = 0
        self.rejoined = False
        self.trouble = ""
        self.told = 0
        self.next_card = None
        self.mac = _parse_mac(bus.read(path + "/mac"))
        self.restarts = 0
        self._address = ""
        self._is_behind = False  # there is more to follow
        self._patience = u64(0)  # until when the backend of a broken ring may close; 0: nothing is awaited
        bus.devices.append(_Rejoin(self))
        self._follow()
        while not self.rings.connected and clock.monotonic() < limit:
            clock.wait_until(limit)
            bus.pump()
            self._follow()
        self.rejoined = False

    # --- the backend -----------------------------------------------------------------------------

    def _follow(self) -> None:
        """Do what the state of the backend asks for."""
        link = self._link
        self._is_behind = False
        for _ in range(_MOST_STEPS):
            link.has_changed()
            action = xenbus.decide(link.own, link.backend_state())
            if action == xenbus.PUBLISH:
                self._publish()
            elif action == xenbus.ESTABLISHED:
                if not self.rings.connected:
                    completes = link.offers("feature-no-csum-offload") == 0
                    segments = link.offers("feature-sg") != 0 and link.offers("feature-gso-tcpv4") != 0
                    self.rings.start(self._port, completes)
                    self.rejoined = True
                    self.cuts = LARGEST_CUT if completes and segments else 0
                return
            elif action == xenbus.CLOSE:
                self._close()
            elif action == xenbus.RESTART:
                self._patience = u64(0)
                link.find_backend()
                self.restarts += 1
                link.set_state(xenbus.INITIALISING)
            else:
                return
        self._is_behind = True

    def _publish(self) -> None:
        """Tell the backend where the rings are and what we can do."""
        link = self._link
        domain = u64(link.backend_domain)
        self.rings.grant_all(domain)
        self.rings.reset()
        self._port = hypercall.allocate_port(domain)
        if self._port == 0 or self._port >= events.PORTS:
            raise OSError(5, "Xen refuses an event channel")
        events.clear(self._port)
        events.unmask(self._port)
        path = link.path
        self._bus.write_together(
            [
                (path + "/tx-ring-ref", str(int(self.rings.send_grant))),
                (path + "/rx-ring-ref", str(int(self.rings.receive_grant))),
                (path + "/event-channel", str(int(self._port))),
                (path + "/request-rx-copy", "1"),
                (path + "/feature-rx-notify", "1"),
                (path + "/feature-sg", "1"),
                (path + "/feature-gso-tcpv4", "1"),
            ]
        )
        link.set_state(xenbus.CONNECTED)

    def _close(self) -> None:
        self.rings.stop()
        if self._port != 0:
            events.mask(self._port)
            hypercall.close_port(self._port)
            self._port = u64(0)
        self._link.set_state(xenbus.CLOSED)

    def _look_at_store(self) -> None:
        """Something may have come from xenstored; perhaps the backend has changed."""
        if events.is_pending(store_ring.port()):
            self._bus.pump()
        if self._link.has_changed() or self._is_behind:
            self._follow()
        if self._patience != 0 and clock.monotonic() >= self._patience:
            self._patience = u64(0)
            self.trouble = f"mirage: {self._path} is down: its backend broke the ring and does not close\n"

    def rejoin(self) -> None:
        """The domain goes on elsewhere: a new grant table, a new backend."""
        self.rings.stop()
        self.rings.forget_grants()
        self._port = u64(0)
        self._link.resumed()
        self._follow()
        if self._address != "":
            self.tell_address(self._address)

    # --- frames ----------------------------------------------------------------------------------

    def receive(self) -> bytes | None:
        frame = self.rings.receive()
        if frame is None:
            self._look_at_store()
            if self.rings.connected and self.rings.is_broken():
                self._close()
                self._patience = clock.monotonic() + u64(_PATIENCE_NS)
            return None
        self.verified = self.rings.verified
        return frame

    def send(self, frame: bytes) -> bool:
        return self.rings.send(frame)

    def flush(self) -> None:
        self.rings.flush()

    def prepare_to_sleep(self) -> bool:
        if self._port != 0:
            events.clear(self._port)
        return self.rings.prepare_to_sleep() and not self._link.is_told() and not self._is_behind

    def wake(self) -> None:
        self.rings.wake()

    def tell_address(self, address: str) -> None:
        """In the store where toolstacks look (docs/misc/xenstore-paths: ~/attr/vif/$DEVID/ipv4/$INDEX)."""
        self._address = address
        try:
            self._bus.put(f"attr{self._path.removeprefix('device')}/ipv4/0", address)
        except StoreError:
            pass  # nobody reads it there


class _Rejoin(Device):
    """Lets the store tell the card."""

    def __init__(self, card: XenNet) -> None:
        self._card = card

    def resumed(self) -> None:
        self._card.rejoin()


def _parse_mac(text: str | None) -> bytes:
    """Six bytes, or none when it is no address."""
    if text is None:
        return b""
    mac = bytearray()
    for part in text.split(":"):
        try:
            number = int(part, 16)
        except ValueError:
            return b""
        if number < 0 or number > 255:
            return b""
        mac.append(number)
    return bytes(mac) if len(mac) == 6 else b""
