"""All network cards of a machine are found, in order, and share the memory for devices."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from mirage.drivers import dma
from mirage.drivers.card import Card
from mirage.drivers.virtio.transport import KIND_BLOCK, KIND_NET
from mirage.drivers.xen import clock, store_ring
from mirage.lowlevel import u64
from mirage.targets.virtio import card as virtio_card
from mirage.targets.xen import card as xen_card


def chain(first: Card | None) -> Iterator[Any]:
    while first is not None:
        yield first
        first = first.next_card


class Transport:
    """A device that was found before `next_found`."""

    def __init__(self, name: str, kind: u64, next_found: Transport | None) -> None:
        self.name = name
        self.kind = kind
        self.next_found = next_found


class FakeNet(Card):
    def __init__(self, transport: Transport, buffers: u64) -> None:
        self.name = transport.name
        self.buffers = int(buffers)
        self.next_card = None


@pytest.mark.parametrize(
    ("count", "buffers"), [(0, 0), (1, 256), (2, 128), (3, 64), (4, 64), (5, 32), (8, 32)]
)
def test_virtio_cards_come_in_the_order_of_the_machine(
    monkeypatch: pytest.MonkeyPatch, count: int, buffers: int
) -> None:
    found: Transport | None = Transport("disk0", u64(KIND_BLOCK), None)
    for number in range(count):
        found = Transport(f"net{number}", u64(KIND_NET), found)
        found = Transport(f"disk{number + 1}", u64(KIND_BLOCK), found)

    def find(kind: u64) -> Transport | None:
        one = found
        while one is not None and one.kind != kind:
            one = one.next_found
        return one

    monkeypatch.setattr(virtio_card, "find_device", find)
    monkeypatch.setattr(virtio_card, "VirtioNet", FakeNet)
    cards = list(chain(virtio_card.open_cards()))
    assert [card.name for card in cards] == [f"net{number}" for number in range(count)]
    assert all(card.buffers == buffers for card in cards)


class FakeStore:
    def __init__(self, names: list[str]) -> None:
        self.names = names

    def directory(self, path: str) -> list[str]:
        assert path == "device/vif"
        return self.names


class FakeXenNet(Card):
    def __init__(self, bus: FakeStore, path: str, room: u64, limit: u64) -> None:
        self.path = path
        self.room = int(room)
        self.limit = int(limit)
        self.next_card = None


@pytest.mark.parametrize(
    ("names", "numbers"),
    [
        ([], []),
        (["0"], [0]),
        (["10", "2", "0"], [0, 2, 10]),
        (["1", "x", "-3", "0"], [0, 1]),  # what is no number is none of ours
        (["7", "7"], [7]),
    ],
)
def test_xen_cards_come_by_their_numbers(
    monkeypatch: pytest.MonkeyPatch, names: list[str], numbers: list[int]
) -> None:
    monkeypatch.setattr(store_ring, "is_there", lambda: True)
    monkeypatch.setattr(xen_card, "the_store", lambda: FakeStore(names))
    monkeypatch.setattr(xen_card, "XenNet", FakeXenNet)
    monkeypatch.setattr(clock, "monotonic", lambda: u64(5))
    monkeypatch.setattr(dma, "left", lambda: u64(4000))
    cards = list(chain(xen_card.open_cards()))
    assert [card.path for card in cards] == [f"device/vif/{number}" for number in numbers]
    assert sum(card.room for card in cards) <= 3000
    assert len({card.limit for card in cards}) <= 1  # they are waited for together


def test_a_domain_without_a_store_has_no_card(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_ring, "is_there", lambda: False)
    assert xen_card.open_cards() is None
