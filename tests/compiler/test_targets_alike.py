"""The application and the protocols in an image for Xen are those in an image for virtio."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ALIKE = ("__main__", "mirage.net.", "mirage.targets.pvh.net", "asyncio.", "socket.", "mirage.storage.")
_HEADER = re.compile(r"(?:\w+ )*def (\S+?)\(")
# What may differ: a called module of the machine, the subclasses of a class, the number of an overload.
_MACHINE = re.compile(r"mirage\.targets\.(virtio|xen)\.|mirage\.drivers\.[\w.]+")
_OVERLOAD = re.compile(r"\.\d+\(")
_CLASSES = re.compile(r"(isinstance \S+) \(.*\)")


def functions(source: Path, target: str, text: Path) -> dict[str, str]:
    """The IR of each function of the image by its name, without what may differ."""
    command = [sys.executable, "-P", "-m", "mirage.compiler", source, "-t", target]
    command += ["--emit", "ir", "-o", text]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.read_text(encoding="utf-8").splitlines():
        header = _HEADER.match(line)
        if header is not None:
            lines = found.setdefault(header[1], [])
        lines.append(_OVERLOAD.sub("(", _CLASSES.sub(r"\1", _MACHINE.sub("machine.", line))))
    return {name: "\n".join(lines) for name, lines in found.items()}


@pytest.mark.slow
@pytest.mark.parametrize("program", ["examples/hello_web/app.py", "examples/disk/app.py"])
def test_a_program_and_its_protocols_do_not_know_the_hypervisor(program: str, tmp_path: Path) -> None:
    virtio = functions(ROOT / program, "virtio", tmp_path / "virtio.ir")
    xen = functions(ROOT / program, "xen", tmp_path / "xen.ir")
    shared = sorted(name for name in virtio if name.startswith(ALIKE))
    assert shared == sorted(name for name in xen if name.startswith(ALIKE)) and len(shared) > 100
    different = [name for name in shared if virtio[name] != xen[name]]
    assert different == []
    for names, mine, other in ((virtio, "virtio", "xen"), (xen, "xen", "virtio")):
        assert any(name.startswith(f"mirage.drivers.{mine}.") for name in names)
        foreign = (f"mirage.drivers.{other}.", f"mirage.targets.{other}.")
        assert not any(name.startswith(foreign) for name in names)
