"""Page tables built on simulated memory, walked as the processor walks them."""

from __future__ import annotations

import pytest

from mirage.cpu.x86_64 import paging
from mirage.lowlevel import u8, u64

POOL = 0x200000
MEMORY = 0x400000


class Tables:
    def __init__(self, patch: pytest.MonkeyPatch, pages: int = 40) -> None:
        self.bytes = bytearray(MEMORY)
        patch.setattr(paging, "load64", lambda a: u64(self.word(int(a))))
        patch.setattr(paging, "store64", self.store)
        patch.setattr(paging, "fill_memory", self.fill)
        patch.setattr(paging, "write_cr3", lambda root: None)
        for name in ("_root", "_pool_start", "_pool_next", "_pool_end"):
            patch.setattr(paging, name, u64(0))
        patch.setattr(paging, "_sealed", False)
        paging.begin(u64(POOL), u64(pages * 4096))

    def word(self, address: int) -> int:
        return int.from_bytes(self.bytes[address : address + 8], "little")

    def store(self, address: u64, value: u64) -> None:
        assert POOL <= int(address) < MEMORY
        self.bytes[int(address) : int(address) + 8] = int(value).to_bytes(8, "little")

    def fill(self, address: u64, value: u8, size: u64) -> None:
        self.bytes[int(address) : int(address) + int(size)] = bytes([int(value)]) * int(size)

    def entry(self, address: int) -> int:
        """The entry that maps the address, 0 when nothing does."""
        table = POOL
        for shift in (39, 30, 21, 12):
            entry = self.word(table + (address >> shift & 511) * 8)
            if not entry & 1 or shift == 12 or entry & 0x80:
                return entry if entry & 1 else 0
            assert entry & 2, "inner entries allow writing, leaves decide"
            table = entry & 0x000FFFFFFFFFF000
        return 0


def test_each_range_has_its_rights(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = Tables(monkeypatch)
    assert paging.map_range(u64(0x1000), u64(0x100000), u64(paging.WRITE))
    assert paging.map_range(u64(0x100000), u64(0x104000), u64(paging.EXECUTE))
    assert paging.map_range(u64(0x104000), u64(0x105000), u64(paging.READ))
    assert paging.map_range(u64(0x106000), u64(0x40000000), u64(paging.WRITE))
    assert tables.entry(0) == 0 and tables.entry(0x105000) == 0
    assert tables.entry(0x1000) == paging.WRITE | 0x1000
    assert tables.entry(0x103FFF) == paging.EXECUTE | 0x103000
    assert tables.entry(0x104000) == paging.READ | 0x104000
    assert tables.entry(0x1FF000) == paging.WRITE | 0x1FF000
    assert tables.entry(0x3FE00000) == paging.WRITE | 0x80 | 0x3FE00000
    assert tables.entry(0x40000000) == 0


def test_a_hole_in_a_large_page_splits_it(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = Tables(monkeypatch)
    assert paging.map_range(u64(0x200000), u64(0x600000), u64(paging.WRITE))
    assert paging.map_range(u64(0x401000), u64(0x402000), u64(0))
    assert tables.entry(0x400000) == paging.WRITE | 0x400000
    assert tables.entry(0x401000) == 0
    assert tables.entry(0x5FF000) == paging.WRITE | 0x5FF000
    assert tables.entry(0x200000) == paging.WRITE | 0x80 | 0x200000


def test_device_registers_are_uncached(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = Tables(monkeypatch)
    assert paging.map_device(u64(0xFEB00E00), u64(512))
    assert tables.entry(0xFEB00E00) == paging.DEVICE | 0xFEB00000
    assert tables.entry(0xFEB01000) == 0


def test_sealed_tables_are_read_only_and_final(monkeypatch: pytest.MonkeyPatch) -> None:
    tables = Tables(monkeypatch)
    assert paging.map_range(u64(0x1000), u64(MEMORY), u64(paging.WRITE))
    assert paging.seal()
    for page in range(POOL, POOL + 40 * 4096, 4096):
        assert tables.entry(page) == paging.READ | page
    assert not paging.map_range(u64(0x800000), u64(0x801000), u64(paging.WRITE))


def test_an_empty_pool_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    Tables(monkeypatch, pages=3)
    assert not paging.map_range(u64(0x1000), u64(0x2000), u64(paging.WRITE))
