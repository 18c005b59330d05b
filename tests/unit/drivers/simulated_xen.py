"""What Xen and a backend see of a guest: pages by grant reference, rings, event channels."""

from __future__ import annotations

import types
from typing import Any

import pytest

from mirage.drivers import checksum, dma
from mirage.drivers.xen import grants, hypercall, ring
from mirage.lowlevel import u64

SCRATCH = 0x3E0000
SCRATCH_END = 0x400000


class Guest:
    """Simulated memory with a grant table: a backend reaches nothing but what is granted to it."""

    def __init__(self, memory: Any, patch: pytest.MonkeyPatch, *modules: types.ModuleType) -> None:
        self.memory = memory
        self.granted: dict[int, tuple[int, int, bool]] = {}
        self.notified: list[int] = []
        self.next_reference = 8
        memory.install(patch, checksum, dma, ring, *modules)
        patch.setattr(hypercall, "notify", lambda port: self.notified.append(int(port)))
        patch.setattr(grants, "grant", self._grant)
        patch.setattr(grants, "revoke", self._revoke)
        for module in modules:
            patch.setattr(module, "tail_address", self._place, raising=False)
        dma.set_pool(u64(0x10000), u64(SCRATCH))

    def _grant(self, domain: u64, address: u64, read_only: bool) -> u64:
        assert int(address) % 4096 == 0
        self.granted[self.next_reference] = (int(domain), int(address), read_only)
        self.next_reference += 1
        return u64(self.next_reference - 1)

    def _revoke(self, reference: u64) -> bool:
        del self.granted[int(reference)]
        return True

    def _place(self, data: bytes) -> u64:
        """The address of a copy of `data`."""
        assert len(data) <= SCRATCH_END - SCRATCH
        self.memory.bytes[SCRATCH : SCRATCH + len(data)] = data
        return u64(SCRATCH)

    def page(self, reference: int, domain: int, write: bool) -> int:
        """The address of a granted page."""
        owner, address, read_only = self.granted[reference]
        assert owner == domain and not (write and read_only), "the backend may not do this"
        return address


class BackRing:
    """The backend's side of a ring."""

    def __init__(self, guest: Guest, page: int, entry: int, pages: int = 1) -> None:
        self.memory = guest.memory
        self.page = page
        self.entry = entry
        self.size = 1 << ((4096 * pages - 64) // entry).bit_length() - 1
        self.taken = 0
        self.answered = 0

    def produced(self) -> int:
        return int(self.memory.load(self.page, 4))

    def slot(self, number: int) -> int:
        return self.page + 64 + number % self.size * self.entry

    def requests(self) -> list[int]:
        """The numbers of new requests."""
        new = list(range(self.taken, self.produced()))
        self.taken = self.produced()
        self.memory.store(self.page + 4, self.taken + 1, 4)
        return new

    def publish(self, more: int = 1) -> bool:
        """Count `more` responses; True: the guest wants an event."""
        before = self.answered
        self.answered += more
        self.memory.store(self.page + 8, self.answered & 0xFFFFFFFF, 4)
        event = int(self.memory.load(self.page + 12, 4))
        return (self.answered - event) % (1 << 32) < (self.answered - before) % (1 << 32)
