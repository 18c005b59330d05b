"""`mirage.storage.block` is the same over files under CPython, over files compiled, and over virtio-blk."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from mirage.launch import qemu

ROOT = Path(__file__).resolve().parents[2]
EXERCISE = Path(__file__).parent / "programs" / "exercise.py"
SIZE = 2 << 20


@pytest.fixture
def disks(tmp_path: Path) -> list[tuple[str, Path, bool]]:
    """A writable and a read-only disk."""
    data, fixed = tmp_path / "data.img", tmp_path / "fixed, really.img"
    data.write_bytes(bytes(SIZE))
    fixed.write_bytes(b"F" * 4096)
    return [("data", data, False), ("fixed", fixed, True)]


@pytest.fixture(scope="session")
def image(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    folder = tmp_path_factory.mktemp("storage")

    def build(target: str) -> Path:
        built = folder / f"{target}.elf"
        if not built.exists():
            command = [sys.executable, "-m", "mirage.compiler", EXERCISE, "-t", target, "-o", built]
            done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT)
            assert done.returncode == 0, done.stdout + done.stderr
        return built

    return build


def environment(disks: list[tuple[str, Path, bool]]) -> dict[str, str]:
    lines = [f"{name}:ro={path}" if read_only else f"{name}={path}" for name, path, read_only in disks]
    return dict(os.environ, MIRAGE_DISKS="\n".join(lines))


def run(command: list[str], disks: list[tuple[str, Path, bool]]) -> tuple[str, bytes]:
    """What the program prints, and what the disk holds afterwards."""
    done = subprocess.run(command, env=environment(disks), capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout, disks[0][1].read_bytes()


def under_cpython(disks: list[tuple[str, Path, bool]]) -> tuple[str, bytes]:
    expected = run([sys.executable, str(EXERCISE)], disks)
    disks[0][1].write_bytes(bytes(SIZE))
    return expected


def test_the_exercise_ends_under_cpython(disks: list[tuple[str, Path, bool]]) -> None:
    printed, contents = under_cpython(disks)
    assert printed.endswith("done 1\n") and "False" not in printed
    assert any(contents)


def test_a_process_does_the_same(disks: list[tuple[str, Path, bool]], image: Callable[[str], Path]) -> None:
    expected = under_cpython(disks)
    assert run([str(image("linux"))], disks) == expected


@pytest.mark.slow
@pytest.mark.boot
@pytest.mark.parametrize(("machine", "modern"), [("microvm", True), ("q35", True), ("microvm", False)])
def test_a_virtual_machine_does_the_same(
    disks: list[tuple[str, Path, bool]],
    image: Callable[[str], Path],
    machine: str,
    modern: bool,
    capfd: pytest.CaptureFixture[str],
) -> None:
    expected = under_cpython(disks)
    started = qemu.Machine(
        image("virtio"), disks=disks, machine=machine, modern=modern, acceleration="tcg", networks=()
    )
    code = qemu.run(started)
    printed = capfd.readouterr()
    assert (code, printed.err) == (0, "")
    assert (printed.out.replace("\r\n", "\n"), disks[0][1].read_bytes()) == expected


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path, image: Callable[[str], Path]) -> None:
    disks = [("data", tmp_path / "absent", False)]
    outcomes = set()
    for command in ([sys.executable, str(EXERCISE)], [str(image("linux"))]):
        done = subprocess.run(command, env=environment(disks), capture_output=True, text=True, timeout=60)
        outcomes.add((done.returncode, done.stderr.splitlines()[-1]))
    assert outcomes == {
        (1, "mirage.storage.block.DiskError: [Errno 2] disk 'data': No such file or directory")
    }
