"""blkfront below `mirage.storage.block`: the same program as under CPython leaves the same disk."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Running

pytestmark = [pytest.mark.slow, pytest.mark.xen]

EXERCISE = "tests/storage/programs/exercise.py"
ROOT = Path(__file__).resolve().parents[2]
DISKS = [("data", "/dev/nvme0n1", False), ("fixed", "/dev/nvme1n1", True)]


def test_the_exercise_ends_as_under_cpython(xen: Running, tmp_path: Path) -> None:
    xen.disk.write_bytes(bytes(xen.disk.stat().st_size))
    expected_disk, fixed = tmp_path / "data", tmp_path / "fixed"
    expected_disk.write_bytes(bytes(xen.disk.stat().st_size))
    fixed.write_bytes(b"F" * 4096)
    expected = subprocess.run(
        [sys.executable, ROOT / EXERCISE],
        env=dict(os.environ, MIRAGE_DISKS=f"data={expected_disk}\nfixed:ro={fixed}"),
        capture_output=True,
        text=True,
        check=True,
    ).stdout

    guest = xen.domain("exercise", EXERCISE, disks=DISKS).create()
    assert guest.ended() == (0, 0), guest.console()
    assert guest.console() == expected
    xen.dom0.check("xl destroy exercise")

    contents = expected_disk.read_bytes()
    assert xen.disk.read_bytes() == contents
    seen_by_dom0 = xen.dom0.check("dd if=/dev/nvme0n1 iflag=direct bs=64k 2> /dev/null | sha256sum")
    assert seen_by_dom0.split()[0] == hashlib.sha256(contents).hexdigest()


def test_what_one_domain_wrote_the_next_reads(xen: Running) -> None:
    xen.disk.write_bytes(bytes(xen.disk.stat().st_size))
    for count in ("1 time", "2 times", "3 times"):
        guest = xen.domain("counter", "examples/disk/app.py", disks=DISKS[:1]).create()
        assert guest.ended() == (0, 0)
        assert guest.console() == f"2048 KB, started {count}\n"
        xen.dom0.check("xl destroy counter")
    assert xen.disk.read_bytes()[:16] == b"counted!" + (3).to_bytes(8, "little")
