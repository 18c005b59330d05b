"""The runtime inside compiled processes: memory, recursion, faults, signals, sockets, what is linked."""

from __future__ import annotations

import os
import resource
import signal
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from elftools.elf.elffile import ELFFile

from mirage.compiler.driver import BuildRequest, build_image

HERE = Path(__file__).parent
GUESTS = HERE.parents[1] / "boot" / "guests"
Build = Callable[[str], Path]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    folder = tmp_path_factory.mktemp("images")

    def make(name: str) -> Path:
        output = folder / name
        if not output.exists():
            build_image(BuildRequest(HERE / f"{name}.py", "linux", output))
        return output

    return make


def run(image: Path, *arguments: str, **environment: str) -> tuple[str, str, int]:
    done = subprocess.run(
        [image, *arguments], capture_output=True, text=True, env=environment, timeout=60, check=False
    )
    return done.stdout, done.stderr, done.returncode


@pytest.mark.parametrize(
    ("arguments", "memory", "output"),
    [
        ("ring", "48M", "44999850000\n" * 4),
        ("churn", "64M", f"{sum(range(0, 32768000, 100003)) + 10000000}\n"),
        ("full 1000000", "16M", "True\n999000\n"),
        ("full 20000", "16M", "True\n999000\n"),
        ("full 100", "16M", "True\n999000\n"),
        ("full 0", "16M", "MemoryError() 2\nTrue\n999000\n"),
        ("large", "16M", "too large\n"),
        ("deep", "64M", "True True\n"),
    ],
)
def test_memory_is_reused_and_its_limits_are_exceptions(
    build: Build, arguments: str, memory: str, output: str
) -> None:
    image = build("memory_program")
    assert run(image, *arguments.split(), MIRAGE_MEMORY=memory) == (output, "", 0)


def test_ten_gigabytes_pass_through_64_megabytes(tmp_path: Path) -> None:
    image = tmp_path / "ten_gigabytes"
    build_image(BuildRequest(GUESTS / "ten_gigabytes.py", "linux", image))
    done = subprocess.run(
        [image],
        env={"MIRAGE_MEMORY": "64M"},
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (80 << 20, 80 << 20)),
    )
    assert (done.stdout, done.stderr, done.returncode) == ("True\n", "", 0)


def test_every_allocation_may_collect(build: Build) -> None:
    image = build("echo_program")
    with pytest.raises(subprocess.TimeoutExpired):
        subprocess.run([image], env={"MIRAGE_GC_STRESS": "1", "MIRAGE_MEMORY": "8M"}, timeout=2, check=False)


class Server:
    """The compiled echo server, ended with the `with`."""

    def __init__(self, image: Path) -> None:
        self.process = subprocess.Popen([image], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        self.port = int(self.process.stdout.readline())

    def __enter__(self) -> Server:
        return self

    def __exit__(self, *_: object) -> None:
        self.process.kill()
        self.process.communicate()


def test_sockets_carry_what_is_sent(build: Build) -> None:
    data = os.urandom(300_000)
    with Server(build("echo_program")) as server:
        peers = [socket.create_connection(("127.0.0.1", server.port), timeout=10) for _ in range(10)]
        for number, peer in enumerate(peers):
            peer.sendall(data[number * 10 : number * 10 + 5000])
        for number, peer in enumerate(peers):
            assert peer.recv(5000, socket.MSG_WAITALL) == data[number * 10 : number * 10 + 5000]
        for start in range(0, len(data), 50_000):
            peers[0].sendall(data[start : start + 50_000])
            assert peers[0].recv(50_000, socket.MSG_WAITALL) == data[start : start + 50_000]
        peers[1].setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
        peers[1].close()  # a reset
        peers[2].shutdown(socket.SHUT_WR)
        assert peers[2].recv(10) == b""
        assert server.process.poll() is None


def test_sigint_is_keyboard_interrupt_and_sigterm_ends(build: Build) -> None:
    with Server(build("echo_program")) as server:
        with socket.create_connection(("127.0.0.1", server.port), timeout=10) as peer:
            peer.sendall(b"x")
            assert peer.recv(1) == b"x"
        server.process.send_signal(signal.SIGINT)
        _, errors = server.process.communicate(timeout=10)
        assert server.process.returncode == 130
        assert errors.endswith("KeyboardInterrupt\n") and errors.startswith("Traceback")
    with Server(build("echo_program")) as server:
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(10) == -signal.SIGTERM


def state(process: subprocess.Popen[Any]) -> list[str]:
    """Fields 3 and on of proc(5)'s stat: the state is first, the time in user mode the twelfth."""
    assert process.poll() is None
    return Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()


def wait_until_it_sleeps(process: subprocess.Popen[Any]) -> None:
    while state(process)[0] != "S":
        pass


def wait_until_it_computes(process: subprocess.Popen[Any]) -> None:
    while int(state(process)[11]) < 5:  # hundredths of a second
        pass


@pytest.mark.parametrize(
    ("arguments", "output", "errors", "code"),
    [
        ("sleep catch", "buffered\nfinally\ncaught\n", "", 0),
        ("input catch", "buffered\nfinally\ncaught\n", "", 0),
        ("sleep raise", "buffered\nfinally\n", "KeyboardInterrupt\n", 130),
        ("compute", "buffered\n", "", 130),
    ],
)
def test_sigint_ends_what_a_program_waits_for(
    build: Build, arguments: str, output: str, errors: str, code: int
) -> None:
    command = [build("interrupted_program"), *arguments.split()]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, bufsize=0) as process:
        assert process.stdout is not None and process.stdout.readline() == b"ready\n"
        (wait_until_it_computes if arguments == "compute" else wait_until_it_sleeps)(process)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert (out.decode(), process.returncode) == (output, code)
    assert err.endswith(errors.encode()) and err.startswith(b"Traceback" if errors else b"")


def test_the_filter_is_there_before_the_programs_first_line(build: Build) -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([build("forbidden_program")], stdin=pipe, stdout=pipe, text=True) as process:
        wait_until_it_sleeps(process)  # in its first line
        lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
        status = {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}
        out, _ = process.communicate("go\n", timeout=20)
    assert status["Seccomp"] == "2" and status["NoNewPrivs"] == "1"
    assert out == "before\n" and process.returncode == -signal.SIGSYS


def test_a_fault_is_reported_with_registers(build: Build) -> None:
    with Server(build("echo_program")) as server:
        server.process.send_signal(signal.SIGSEGV)
        _, errors = server.process.communicate(timeout=10)
        assert server.process.returncode == 139
        assert errors.startswith("fatal: segmentation fault at address ") and "\n  rip " in errors


def test_segments_are_separate_and_sockets_are_linked_only_when_reached(build: Build) -> None:
    for name, network in [("memory_program", False), ("echo_program", True)]:
        image = build(name)
        with image.open("rb") as file:
            segments = [(s["p_type"], s["p_flags"]) for s in ELFFile(file).iter_segments()]
        assert [flags for kind, flags in segments if kind == "PT_LOAD"] == [5, 4, 6]
        assert ("PT_GNU_STACK", 6) in segments
        assert not any(kind in ("PT_INTERP", "PT_DYNAMIC") for kind, _ in segments)
        debug = image.with_name(image.name + ".debug")
        with debug.open("rb") as file:
            table = ELFFile(file).get_section_by_name(".symtab")
            names = ("__linux_network_start", "__linux_network_end")
            start, end = (table.get_symbol_by_name(name)[0]["st_value"] for name in names)
        assert (start != end) == network
