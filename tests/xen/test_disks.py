"""blkfront below `mirage.storage.block`: the same program as under CPython leaves the same disk."""

from __future__ import annotations

import hashlib
import os
import re
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
    for count in ("1 time", "2 times"):
        guest = xen.domain("counter", "examples/disk/app.py", disks=DISKS[:1]).create()
        assert guest.ended() == (0, 0)
        assert guest.console() == f"2048 KB, started {count}\n"
        xen.dom0.check("xl destroy counter")
    assert xen.disk.read_bytes()[:16] == b"counted!" + (2).to_bytes(8, "little")


@pytest.mark.parametrize("most_version", [1, 2])
def test_many_requests_are_under_way_in_a_ring_of_two_pages(xen: Running, most_version: int) -> None:
    """With the grants of either version, which are those of the whole domain."""
    xen.disk.write_bytes(bytes(xen.disk.stat().st_size))
    guest = xen.domain("many", "many", disks=DISKS[:1]).create(f"max_grant_version={most_version}")
    assert guest.ended() == (0, 0)
    assert guest.console() == "200 of 200 blocks are right\n"
    contents = xen.disk.read_bytes()
    assert all(contents[i * 512 : i * 512 + 512] == i.to_bytes(4, "big") * 128 for i in range(200))
    offered = "xenstore-read /local/domain/0/backend/vbd/$(xl domid many)/51712/max-ring-page-order"
    assert int(xen.dom0.check(offered)) >= 1
    ring = "/local/domain/$(xl domid many)/device/vbd/51712"
    nodes = xen.dom0.check(f"xenstore-read {ring}/ring-page-order; xenstore-list {ring}").split()
    assert nodes[0] == "1" and "ring-ref0" in nodes and "ring-ref1" in nodes and "ring-ref" not in nodes
    xen.dom0.check("xl debug-keys g")
    assert re.search(rf"grant-table for remote d\d+ \(v{most_version}\)", xen.dom0.log())
    xen.dom0.check("xl destroy many")


def test_a_detached_disk_is_an_error(xen: Running) -> None:
    guest = xen.domain("reader", "reader", disks=DISKS[:1]).create()
    guest.says("reading")
    xen.dom0.check("xl block-detach reader xvda")
    assert guest.ended() == (0, 0)
    assert guest.console() == "reading\n5 disk 'data': Xen disk was detached\n"
