"""The grant table in both versions, against a simulated Xen."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from mirage.drivers.xen import grants, hypercall
from mirage.lowlevel import u16, u64

for _name in ("simulated",):
    if _name not in sys.modules:
        _spec = importlib.util.spec_from_file_location(_name, Path(__file__).with_name(f"{_name}.py"))
        assert _spec is not None and _spec.loader is not None
        sys.modules[_name] = importlib.util.module_from_spec(_spec)
        _spec.loader.exec_module(sys.modules[_name])
simulated = sys.modules["simulated"]

TABLE = 0x20000
STATUS = TABLE + 5 * 4096
PEER, READING, WRITING = 3, 8, 16


class Xen:
    """What Xen does with the table of one domain."""

    def __init__(self, patch: pytest.MonkeyPatch, most_version: int, maps_status: bool = True) -> None:
        self.memory = simulated.Memory()
        self.most_version = most_version
        self.maps_status = maps_status
        self.most_frames = 64
        self.version = 1
        self.frames = 0
        self.status_page = 0
        self.memory.install(patch, grants)
        patch.setattr(grants, "symbol_address", lambda name: u64(TABLE))
        patch.setattr(grants, "asm", self._exchange)
        patch.setattr(hypercall, "set_grant_version", self._set_version)
        patch.setattr(hypercall, "set_grant_frames", self._set_frames)
        patch.setattr(hypercall, "map_page", self._map)
        for name, value in (("_version", 0), ("_frames", 0), ("_next", 8)):
            patch.setattr(grants, name, u64(value))
        patch.setattr(grants, "_free", [])
        patch.setattr(grants, "leaked", 0)

    def _set_version(self, version: u64) -> bool:
        if int(version) > self.most_version:
            return False
        self.version = int(version)
        return True

    def _set_frames(self, frames: u64) -> bool:
        return int(frames) <= self.most_frames

    def _map(self, space: u64, index: u64, address: u64) -> bool:
        if int(index) & hypercall.GRANT_STATUS:
            assert self.version == 2
            if self.maps_status:
                self.status_page = int(address)
            return self.maps_status
        assert int(space) == hypercall.MAP_GRANT_TABLE and int(address) == TABLE + int(index) * 4096
        self.frames = max(self.frames, int(index) + 1)
        return True

    def _exchange(self, text: str, constraints: str, entry: u64, new: u64, old: u64) -> u64:
        """cmpxchg of the flags of an entry."""
        assert self.version == 1, "the entries of version 2 are only ours to write"
        seen = self.memory.load(int(entry), 2)
        if seen == int(old):
            self.memory.store(int(entry), int(new), 2)
        return u64(seen)

    def entry(self, reference: int) -> tuple[int, int, int]:
        """(flags, domain, page number), as Xen reads them."""
        size = 8 * self.version
        assert reference * size < self.frames * 4096
        at = TABLE + reference * size
        page = self.memory.load(at + 4, 4) if self.version == 1 else self.memory.load(at + 8, 8)
        return self.memory.load(at, 2), self.memory.load(at + 2, 2), page

    def use(self, reference: int, how: int) -> None:
        """The other domain maps the page, or unmaps it (0)."""
        if self.version == 1:
            flags = self.entry(reference)[0] & ~(READING | WRITING) | how
            self.memory.store(TABLE + reference * 8, flags, 2)
        else:
            self.memory.store(self.status_page + reference * 2, how, 2)


@contextmanager
def xen(most_version: int, maps_status: bool = True) -> Iterator[Xen]:
    with pytest.MonkeyPatch.context() as patch:
        yield Xen(patch, most_version, maps_status)


@pytest.mark.parametrize("version", [1, 2])
def test_pages_are_granted_and_taken_back(version: int) -> None:
    with xen(version) as table:
        first = int(grants.grant(u64(PEER), u64(0x123000), False))
        second = int(grants.grant(u64(PEER + 1), u64(0x456000), True))
        assert table.version == version and first >= 8 and second >= 8
        assert table.entry(first) == (1, PEER, 0x123) and table.entry(second) == (5, PEER + 1, 0x456)
        assert grants.revoke(u64(first)) and table.entry(first)[0] == 0
        assert int(grants.grant(u64(PEER), u64(0x789000), False)) == first
        assert table.entry(first) == (1, PEER, 0x789)


def test_only_version_2_has_room_for_pages_above_16_terabytes() -> None:
    with xen(2) as table:
        reference = int(grants.grant(u64(PEER), u64(0x123456789 << 12), False))
        assert table.entry(reference) == (1, PEER, 0x123456789)


@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize("how", [READING, WRITING, READING | WRITING])
def test_a_page_in_use_is_not_given_to_anybody_else(version: int, how: int) -> None:
    with xen(version) as table:
        reference = int(grants.grant(u64(PEER), u64(0x123000), False))
        table.use(reference, how)
        assert not grants.revoke(u64(reference)) and grants.leaked == 1
        table.use(reference, 0)
        others = {int(grants.grant(u64(PEER), u64(0x1000 * i), False)) for i in range(100)}
        assert reference not in others


@pytest.mark.parametrize("version", [1, 2])
def test_the_table_grows_to_its_end(version: int) -> None:
    with xen(version) as table:
        count = 5 * 4096 // (8 * version) - 8
        references = [int(grants.grant(u64(PEER), u64(0x1000 * i), False)) for i in range(count)]
        assert sorted(references) == list(range(8, count + 8)) and table.frames == 5
        assert all(table.entry(reference)[2] == i for i, reference in enumerate(references))
        with pytest.raises(MemoryError):
            grants.grant(u64(PEER), u64(0), False)
        if version == 2:  # the last status is in its page
            table.use(references[-1], READING)
            assert STATUS <= table.status_page + references[-1] * 2 < STATUS + 4096
            assert not grants.revoke(u64(references[-1]))


def test_a_xen_that_gives_fewer_pages_ends_it_sooner() -> None:
    with xen(2) as table:
        table.most_frames = 1
        for i in range(256 - 8):
            grants.grant(u64(PEER), u64(0x1000 * i), False)
        with pytest.raises(MemoryError):
            grants.grant(u64(PEER), u64(0), False)


def test_without_the_status_version_1_is_used() -> None:
    with xen(2, maps_status=False) as table:
        reference = int(grants.grant(u64(PEER), u64(0x123000), False))
        assert table.version == 1 and table.entry(reference) == (1, PEER, 0x123)


@pytest.mark.parametrize(("before", "after"), [(1, 1), (1, 2), (2, 1), (2, 2)])
def test_a_restored_domain_takes_what_its_new_xen_offers(before: int, after: int) -> None:
    with xen(before) as table:
        old = int(grants.grant(u64(PEER), u64(0x123000), False))
        table.memory.bytes[TABLE : STATUS + 4096] = bytes(6 * 4096)
        table.version, table.most_version, table.frames = 1, after, 0
        assert grants.resumed()
        assert table.version == after and table.frames == 1
        assert int(grants.grant(u64(PEER), u64(0x456000), False)) == old
        assert table.entry(old) == (1, PEER, 0x456)


def test_a_status_that_says_anything_loses_an_entry_at_worst() -> None:
    with xen(2) as table:
        references = [int(grants.grant(u64(PEER), u64(0x1000 * i), False)) for i in range(50)]
        for i, reference in enumerate(references):
            table.memory.store(table.status_page + reference * 2, int(u16(i * 0x5A5A & 0xFFFF)), 2)
        kept = [reference for reference in references if not grants.revoke(u64(reference))]
        assert len(kept) == grants.leaked
        fresh = {int(grants.grant(u64(PEER), u64(0x1000 * i), False)) for i in range(200)}
        assert not fresh & set(kept) and all(table.entry(reference)[0] == 0 for reference in kept)
