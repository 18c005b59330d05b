"""One lab for all tests of this folder: a complete Xen under QEMU, booted when the first test asks."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mirage.launch import provision
from mirage.launch.xenlab import packages
from mirage.launch.xenlab.machine import Dom0, Machine
from mirage.launch.xenlab.store import Lab, ensure_lab

GUESTS = Path(__file__).parent / "guests"
FIRST_PORT = 18190


@pytest.fixture(scope="session")
def lab() -> Lab:
    """The built lab; skipped only where Debian's packages cannot be had."""
    try:
        provision.ensure_qemu(lambda text: None)
        return ensure_lab()
    except (packages.LabError, provision.Missing) as error:
        pytest.skip(f"no Xen lab here: {error}")


@pytest.fixture(scope="session")
def dom0(lab: Lab) -> Iterator[Dom0]:
    """The running lab."""
    with Dom0(Machine(lab)) as running:
        yield running


@pytest.fixture
def undisturbed(dom0: Dom0) -> Iterator[Dom0]:
    """The lab without domains, before and after."""
    yield dom0
    dom0.check("for d in $(xl list | awk 'NR > 2 { print $1 }'); do xl destroy $d; done")


@pytest.fixture
def tiny(tmp_path: Path) -> Callable[[int], bytes]:
    """Makes a guest that ends at once with the given reason of SCHEDOP_shutdown."""
    return lambda reason: _assemble(tmp_path / f"tiny{reason}", reason)


def _assemble(image: Path, reason: int) -> bytes:
    subprocess.run(
        [
            sys.executable, "-m", "ziglang", "cc", "-target", "x86-freestanding", "-nostdlib", "-static",
            f"-DREASON={reason}", f"-Wl,-T,{GUESTS / 'tiny.ld'}", "-Wl,--build-id=none",
            "-o", str(image), str(GUESTS / "tiny.S"),
        ],
        check=True,
    )  # fmt: skip
    return image.read_bytes()
