"""`-t xen` on the command line, where there is no Xen."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HELLO = ROOT / "examples" / "hello"
COMMAND = [sys.executable, "-P", "-m", "mirage.cli"]


def mirage(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, timeout=180, cwd=cwd)


def test_build_writes_a_configuration_beside_the_image(tmp_path: Path) -> None:
    done = mirage("build", HELLO, "-t", "xen", "--json", cwd=tmp_path)
    assert done.returncode == 0
    said = json.loads(done.stdout)
    assert (said["target"], said["config"]) == ("xen", "hello.xen.cfg")
    text = (tmp_path / "hello.xen.cfg").read_text()
    assert text.startswith(
        "# Made by `mirage build -t xen`.  Start it on a Xen host: xl create -c hello.xen.cfg\n"
    )
    assert f'kernel = "{tmp_path / "hello.xen.elf"}"\n' in text
    assert 'name = "hello"\n' in text and "memory = 64\n" in text and 'on_crash = "destroy"\n' in text
    assert "vif" not in text  # it reaches no network


def test_a_quiet_build_says_nothing(tmp_path: Path) -> None:
    done = mirage("build", HELLO, "-t", "xen", "-q", "-o", tmp_path / "x.elf")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert (tmp_path / "x.cfg").is_file()


@pytest.mark.skipif(Path("/proc/xen/capabilities").exists(), reason="this is a Xen host")
def test_without_xen_run_says_how_to_try_it() -> None:
    done = mirage("run", HELLO, "-t", "xen")
    assert (done.returncode, done.stdout) == (2, "")
    assert "this machine does not run on Xen" in done.stderr and "--lab" in done.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-t", "virtio", "--lab"), "--lab belongs to -t xen; -t virtio needs no Xen"),
        (("-t", "xen", "--net", "user"), "--net user with -t xen: write `bridge:NAME`"),
        (("-t", "xen", "-p", "8080:80"), "-p 8080:80: as a domain the program has an address of its own"),
        (("-t", "xen", "--lab", "--disk", "data"), "`data` is not a disk: write NAME=FILE"),
    ],
)
def test_what_does_not_go_together_is_told(arguments: tuple[str, ...], message: str) -> None:
    done = mirage("run", HELLO, *arguments)
    assert done.returncode == 2 and message in done.stderr
