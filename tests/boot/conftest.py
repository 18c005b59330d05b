"""Compile a guest once for all tests, and boot it as `mirage run` does."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

GUESTS = Path(__file__).with_name("guests")
ROOT = Path(__file__).resolve().parents[2]

_RUN = """
import sys
from pathlib import Path
from mirage.launch.qemu import Machine, run
image, machine, modern, memory, *arguments = sys.argv[1:]
sys.exit(run(Machine(Path(image), "guest.py", arguments, machine=machine, modern=modern == "1",
                     memory_mib=int(memory), acceleration="tcg")))
"""


@dataclass
class Finished:
    code: int
    out: str
    err: str


@pytest.fixture(scope="session")
def image(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The image of tests/boot/guests/NAME.py."""
    folder = tmp_path_factory.mktemp("images")

    def build(name: str) -> Path:
        target = folder / f"{name}.elf"
        if not target.exists():
            done = subprocess.run(
                [sys.executable, "-m", "mirage.compiler", GUESTS / f"{name}.py"]
                + ["-t", "virtio", "-o", target],
                capture_output=True,
                text=True,
                cwd=ROOT,
            )
            assert done.returncode == 0, done.stdout + done.stderr
        return target

    return build


@pytest.fixture
def boot(image: Callable[[str], Path]) -> Callable[..., Finished]:
    """Boot a guest; returns its exit code and output."""

    def start(
        name: str,
        *arguments: str,
        machine: str = "microvm",
        modern: bool = True,
        memory: int = 64,
        given: str = "",
    ) -> Finished:
        done = subprocess.run(
            [sys.executable, "-c", _RUN, image(name), machine, "1" if modern else "0", str(memory)]
            + list(arguments),
            input=given,
            capture_output=True,
            text=True,
            timeout=60,
        )
        return Finished(done.returncode, done.stdout, done.stderr)

    return start
