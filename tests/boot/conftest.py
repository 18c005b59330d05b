"""Compile a guest once for all tests, and boot it as `mirage run` does."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

GUESTS = Path(__file__).with_name("guests")
ROOT = Path(__file__).resolve().parents[2]

_RUN = """
import json, sys
from pathlib import Path
from mirage.launch.qemu import Machine, run
settings = json.loads(sys.argv[1])
show = settings.pop("show_status", False)
told = lambda line: print(line, file=sys.stderr) if show else None
sys.exit(run(Machine(Path(settings.pop("image")), "guest.py", acceleration="tcg", **settings), told=told))
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
        """The name of a guest here, or the path of a program from the root of the project."""
        source = GUESTS / f"{name}.py" if "/" not in name else ROOT / name
        target = folder / f"{name.replace('/', '-')}.elf"
        if not target.exists():
            done = subprocess.run(
                [sys.executable, "-m", "mirage.compiler", source, "-t", "virtio", "-o", target],
                capture_output=True,
                text=True,
                cwd=ROOT,
            )
            assert done.returncode == 0, done.stdout + done.stderr
        return target

    return build


def run_command(image: Path, **settings: object) -> list[str]:
    """A process that boots the image; the settings are the fields of mirage.launch.qemu.Machine.

    show_status   write the image's status lines to standard error
    """
    return [sys.executable, "-c", _RUN, json.dumps({"image": str(image), **settings})]


@pytest.fixture
def command() -> Callable[..., list[str]]:
    return run_command


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
        extra: tuple[str, ...] = (),
    ) -> Finished:
        settings = {
            "machine": machine,
            "modern": modern,
            "memory_mib": memory,
            "arguments": arguments,
            "extra": extra,
        }
        done = subprocess.run(
            run_command(image(name), **settings), input=given, capture_output=True, text=True, timeout=60
        )
        return Finished(done.returncode, done.stdout, done.stderr)

    return start


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def serve(image: Callable[[str], Path]) -> Iterator[Callable[..., int]]:
    """Boot a server that listens on port 8080; returns the port of this machine that leads there.

    After the test the machine is ended by SIGINT, as Ctrl-C does.
    """
    running: list[subprocess.Popen[bytes]] = []

    def start(name: str, **settings: object) -> int:
        port = free_port()
        line = run_command(image(name), ports=[[port, 8080]], **settings)
        process = subprocess.Popen(line, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
        running.append(process)
        assert process.stdout is not None
        assert process.stdout.readline(), "the server says when it listens"
        return port

    yield start
    for process in running:
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=10) == 130


@pytest.fixture
def namespace() -> Iterator[Callable[..., list[str]]]:
    """A network namespace with the tap device `tap0` at 10.78.0.1/24; returns a command's form inside it."""
    name = f"mirage-boot-{os.getpid()}"

    def inside(*words: str | Path) -> list[str]:
        return ["ip", "netns", "exec", name, *map(str, words)]

    if os.geteuid() != 0 or subprocess.run(["ip", "netns", "add", name], capture_output=True).returncode:
        pytest.skip("a network namespace needs root")
    try:
        for words in (
            ["ip", "tuntap", "add", "mode", "tap", "name", "tap0"],
            ["ip", "address", "add", "10.78.0.1/24", "dev", "tap0"],
            ["ip", "link", "set", "tap0", "up"],
        ):
            subprocess.run(inside(*words), check=True)
        yield inside
    finally:
        time.sleep(0.1)
        subprocess.run(["ip", "netns", "delete", name], check=False)
