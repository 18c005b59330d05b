"""`mirage.storage.block` under plain CPython, as `python app.py` and pytest see it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from mirage.storage.block import BlockDevice, DiskError, disk_names, open_disk


def give(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setenv("MIRAGE_DISKS", "\n".join(lines))


def opened(name: str) -> BlockDevice:
    return asyncio.run(open_disk(name))


def test_disks_have_the_names_they_were_given(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a=b c"
    file.write_bytes(bytes(1000))
    give(monkeypatch, f"data={file}", f"old:ro={file}", "", "nonsense", "=x", "x=")
    assert disk_names() == ["data", "old"]
    data, old = opened("data"), opened("old")
    assert (data.sectors, data.sector_size, data.size, data.read_only) == (1, 512, 512, False)
    assert old.read_only and not old.can_discard
    assert repr(old) == "<BlockDevice 'old': 1 sectors of 512 bytes read-only>"


def test_without_disks_the_error_says_how_to_give_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MIRAGE_DISKS", raising=False)
    with pytest.raises(DiskError, match="no disk 'data'; give one: mirage run --disk data=FILE") as caught:
        opened("data")
    assert caught.value.errno == 2


def test_with_other_disks_it_names_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    give(monkeypatch, "a=x", "b=y")
    with pytest.raises(DiskError, match="no disk 'c'; there are a, b"):
        opened("c")


def test_a_discarded_part_of_a_file_is_a_hole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "disk"
    file.write_bytes(b"x" * (1 << 20))
    give(monkeypatch, f"data={file}")
    disk = opened("data")
    asyncio.run(disk.flush())
    before = file.stat().st_blocks
    asyncio.run(disk.discard(8, 2040))
    assert file.stat().st_size == 1 << 20
    assert file.stat().st_blocks < before
    assert asyncio.run(disk.read(0, 8)) == b"x" * 4096


def test_a_file_that_shrinks_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "disk"
    file.write_bytes(bytes(4096))
    give(monkeypatch, f"data={file}")
    disk = opened("data")
    file.write_bytes(bytes(1024))
    with pytest.raises(DiskError, match="disk 'data': the file has become shorter"):
        asyncio.run(disk.read(1, 4))
