"""Two netfronts of one domain: nothing of one is the other's, and backends come and go by themselves."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from mirage.drivers.xen import clock, events, hypercall, net, netfront, xenbus
from mirage.drivers.xen.store import WatchEvent
from mirage.lowlevel import u64

for _name in ("simulated", "simulated_xen"):
    if _name not in sys.modules:
        _spec = importlib.util.spec_from_file_location(_name, Path(__file__).with_name(f"{_name}.py"))
        assert _spec is not None and _spec.loader is not None
        sys.modules[_name] = importlib.util.module_from_spec(_spec)
        _spec.loader.exec_module(sys.modules[_name])
simulated, simulated_xen = sys.modules["simulated"], sys.modules["simulated_xen"]

STORE_PORT, ROOM = 1, 64 * 6208
FRAMES = (bytes(range(60)), bytes(range(100, 160)))


class Bus:
    """xenstored with a backend for each vif: watches fire for states."""

    def __init__(self) -> None:
        self.values: dict[str, str] = {}
        self.devices: list[Any] = []
        self.watches: list[tuple[str, str]] = []
        self.arrived: list[WatchEvent] = []  # not taken from the ring yet
        self.events: list[WatchEvent] = []
        for i in range(2):
            self.values |= {
                f"device/vif/{i}/backend": f"back/{i}",
                f"device/vif/{i}/backend-id": str(i + 3),
                f"device/vif/{i}/mac": f"00:16:3e:00:00:0{i}",
                f"back/{i}/state": str(xenbus.INIT_WAIT),
                f"back/{i}/feature-sg": "1",
                f"back/{i}/feature-gso-tcpv4": "1",
            }

    def read(self, path: str) -> str | None:
        return self.values.get(path)

    def read_number(self, path: str, otherwise: int) -> int:
        return int(self.values.get(path, otherwise))

    def put(self, path: str, value: str) -> None:
        self.values[path] = value
        for watched, token in self.watches:
            if path == watched:
                self.arrived.append(WatchEvent(path, token))
        frontend, _, name = path.rpartition("/")
        backend = self.values.get(f"{frontend}/backend")
        if name == "state" and backend is not None and int(value) == xenbus.CONNECTED:
            self.put(f"{backend}/state", value)

    def write_together(self, values: list[tuple[str, str]]) -> None:
        self.values |= dict(values)

    def watch(self, path: str, token: str) -> None:
        self.watches.append((path, token))
        self.arrived.append(WatchEvent(path, token))

    def unwatch(self, path: str, token: str) -> None:
        self.watches.remove((path, token))

    def pump(self) -> None:
        self.events += self.arrived
        self.arrived.clear()

    def has_event(self, token: str) -> bool:
        return any(event.token == token for event in self.events)

    def take_event(self, token: str) -> WatchEvent | None:
        for i, event in enumerate(self.events):
            if event.token == token:
                return self.events.pop(i)
        return None


class Domain:
    """The cards, what Xen gave them, and their backends."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.guest = simulated_xen.Guest(simulated.Memory(), patch, netfront)
        self.bus = Bus()
        self.ports = 10
        self.closed: list[int] = []
        patch.setattr(hypercall, "allocate_port", self._allocate)
        patch.setattr(hypercall, "close_port", lambda port: self.closed.append(int(port)))
        for name in ("clear", "mask", "unmask"):
            patch.setattr(events, name, lambda port: None)
        patch.setattr(events, "is_pending", lambda port: bool(self.bus.arrived))
        patch.setattr(net.store_ring, "port", lambda: u64(STORE_PORT))
        self.now = 0
        patch.setattr(clock, "monotonic", lambda: u64(self.now))
        self.cards = [
            net.XenNet(self.bus, f"device/vif/{i}", u64(ROOM), u64(0))  # type: ignore[arg-type]
            for i in range(2)
        ]

    def _allocate(self, domain: u64) -> u64:
        self.ports += 1
        return u64(self.ports)

    def ring(self, number: int, name: str, entry: int) -> Any:
        """The backend's side of a ring of a card: only its own domain may use it."""
        reference = int(self.bus.values[f"device/vif/{number}/{name}-ring-ref"])
        page = self.guest.page(reference, number + 3, True)
        return simulated_xen.BackRing(self.guest, page, entry)

    def sent(self, number: int) -> bytes:
        """What the only new request of a card asks its backend to send."""
        ring = self.ring(number, "tx", 12)
        [request] = ring.requests()
        slot = ring.slot(request)
        load = self.guest.memory.load
        start = self.guest.page(load(slot, 4), number + 3, False) + load(slot + 4, 2)
        return bytes(self.guest.memory.bytes[start : start + load(slot + 10, 2)])

    def state(self, number: int, state: int) -> None:
        self.bus.put(f"back/{number}/state", str(state))

    def look(self) -> None:
        """As the network does when it has been woken."""
        for card in self.cards:
            assert card.receive() is None


@contextmanager
def domain() -> Iterator[Domain]:
    with pytest.MonkeyPatch.context() as patch:
        yield Domain(patch)


def test_each_has_its_own_rings_port_and_address() -> None:
    with domain() as it:
        it.look()
        assert [card.mac[5] for card in it.cards] == [0, 1]
        assert all(card.rings.connected and card.cuts > 0 for card in it.cards)
        for name in ("tx-ring-ref", "rx-ring-ref", "event-channel"):
            assert len({it.bus.values[f"device/vif/{i}/{name}"] for i in range(2)}) == 2
        owners = {owner for owner, _, _ in it.guest.granted.values()}
        pages = [address for _, address, _ in it.guest.granted.values()]
        assert owners == {3, 4} and len(set(pages)) == len(pages)
        for number, card in enumerate(it.cards):
            it.guest.notified.clear()
            assert card.send(FRAMES[number])
            card.flush()
            assert it.guest.notified == [int(it.bus.values[f"device/vif/{number}/event-channel"])]
        assert [it.sent(number) for number in range(2)] == list(FRAMES)


def test_one_backend_that_goes_leaves_the_other_alone_and_may_come_again() -> None:
    with domain() as it:
        it.look()
        before = it.bus.values["device/vif/1/event-channel"]
        it.state(1, xenbus.CLOSING)
        it.look()
        assert it.bus.values["device/vif/1/state"] == str(xenbus.CLOSED) and it.closed == [int(before)]
        assert it.bus.values["device/vif/0/state"] == str(xenbus.CONNECTED)
        assert it.cards[0].send(FRAMES[0]) and not it.cards[1].send(FRAMES[1])
        it.state(1, xenbus.CLOSED)
        it.look()
        it.state(1, xenbus.INIT_WAIT)
        it.look()
        it.look()
        assert it.cards[1].rings.connected and it.bus.values["device/vif/1/event-channel"] != before
        assert [card.rejoined for card in it.cards] == [False, True]  # the network tells the neighbours
        assert it.cards[1].send(FRAMES[1])
        it.cards[1].flush()
        assert it.sent(1) == FRAMES[1]


def test_news_of_one_that_another_took_keep_the_machine_awake() -> None:
    with domain() as it:
        it.look()
        assert all(card.prepare_to_sleep() for card in it.cards)
        it.state(0, xenbus.CLOSING)
        assert it.cards[1].receive() is None  # this takes what xenstored said, after the first has looked
        assert not it.bus.arrived and not it.cards[0].prepare_to_sleep()
        it.look()
        assert it.bus.values["device/vif/0/state"] == str(xenbus.CLOSED)
        assert all(card.prepare_to_sleep() for card in it.cards)


def test_a_restored_domain_joins_all_its_new_backends() -> None:
    with domain() as it:
        it.look()
        ports = {it.bus.values[f"device/vif/{i}/event-channel"] for i in range(2)}
        it.bus.watches.clear()
        for number in range(2):
            it.state(number, xenbus.INIT_WAIT)
        assert len(it.bus.devices) == 2
        for device in it.bus.devices:
            device.resumed()
        it.look()
        it.look()
        assert all(card.rings.connected and card.rejoined for card in it.cards)
        assert not ports & {it.bus.values[f"device/vif/{i}/event-channel"] for i in range(2)}
        for number, card in enumerate(it.cards):
            assert card.send(FRAMES[number])
            card.flush()
        assert [it.sent(number) for number in range(2)] == list(FRAMES)


def test_a_ring_that_one_backend_breaks_is_given_up_and_made_anew() -> None:
    with domain() as it:
        it.look()
        it.guest.memory.store(it.ring(0, "rx", 8).page + 8, 5000, 4)
        it.look()
        assert it.bus.values["device/vif/0/state"] == str(xenbus.CLOSED)
        assert it.cards[1].rings.connected and it.cards[1].send(FRAMES[1])
        it.state(0, xenbus.CLOSED)  # what a backend answers to that
        it.look()
        it.state(0, xenbus.INIT_WAIT)
        it.look()
        it.look()
        assert it.cards[0].rings.connected and it.cards[0].send(FRAMES[0])
        it.cards[0].flush()
        assert it.sent(0) == FRAMES[0]


def test_a_backend_that_breaks_a_ring_and_does_not_close_is_given_up() -> None:
    with domain() as it:
        it.look()
        it.now = 1_000_000_000
        it.guest.memory.store(it.ring(0, "rx", 8).page + 8, 5000, 4)
        it.look()
        assert it.bus.values["device/vif/0/state"] == str(xenbus.CLOSED)
        it.now = 10_999_999_999
        it.look()
        assert it.cards[0].trouble == ""
        it.now = 11_000_000_000
        it.look()
        assert it.cards[0].trouble.startswith("mirage: device/vif/0 is down: its backend broke the ring")
        assert it.cards[1].trouble == "" and it.cards[1].send(FRAMES[1])
        it.cards[0].trouble = ""
        it.now = 100_000_000_000
        it.look()
        assert it.cards[0].trouble == ""  # told once
        it.state(0, xenbus.CLOSED)  # late, but welcome
        it.look()
        it.state(0, xenbus.INIT_WAIT)
        it.look()
        it.look()
        assert it.cards[0].rings.connected


def test_a_backend_whose_states_change_for_ever_does_not_hold_up_the_other() -> None:
    with domain() as it:
        it.look()
        put = it.bus.put
        steps = 0

        def restless(path: str, value: str) -> None:
            """Answers each of our states so that we have something to do again."""
            nonlocal steps
            put(path, value)
            if path == "device/vif/0/state":
                steps += 1
                wanted = {xenbus.CONNECTED: xenbus.CLOSED, xenbus.INITIALISING: xenbus.INIT_WAIT}
                put("back/0/state", str(wanted.get(int(value), xenbus.CLOSED)))

        it.bus.put = restless  # type: ignore[method-assign]
        restless("back/0/state", str(xenbus.CLOSING))
        it.look()
        assert 0 < steps < 20
        assert not it.cards[0].prepare_to_sleep() and it.cards[1].prepare_to_sleep()
        it.bus.put = put  # type: ignore[method-assign]
        for _ in range(3):
            it.look()
        it.state(0, xenbus.CLOSED)
        it.look()
        it.state(0, xenbus.INIT_WAIT)
        it.look()
        it.look()
        assert it.cards[0].rings.connected and all(card.prepare_to_sleep() for card in it.cards)
