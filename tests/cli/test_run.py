"""`mirage run` as its users meet it: what is printed where, what Ctrl-C does, what a second run reuses."""

from __future__ import annotations

import fcntl
import json
import os
import re
import signal
import socket
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HELLO = ROOT / "examples" / "hello"
COMMAND = [sys.executable, "-P", "-m", "mirage.cli"]
ON_A_TARGET = [
    "cpython",
    "linux",
    pytest.param("virtio", marks=pytest.mark.boot),
]
WAITS = """import sys
import time

print("ready", sys.argv[1:], flush=True)
time.sleep(60)
"""


def mirage(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, timeout=180)


@pytest.fixture(scope="module")
def waiting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("waiting") / "waits.py"
    file.write_text(WAITS)
    return file


class Terminal:
    """A command that has a terminal for itself, as in a shell's foreground."""

    def __init__(self, *arguments: str | Path) -> None:
        self.descriptor, inside = os.openpty()

        def take_terminal() -> None:
            fcntl.ioctl(inside, termios.TIOCSCTTY, 0)

        self.process = subprocess.Popen(
            [*COMMAND, *arguments],
            stdin=inside,
            stdout=inside,
            stderr=inside,
            start_new_session=True,
            preexec_fn=take_terminal,
        )
        os.close(inside)
        self.shown = b""

    def read_until(self, text: bytes) -> None:
        """Raises TimeoutError after two minutes, EOFError when the command ends before."""
        end = time.monotonic() + 120
        while text not in re.sub(rb"\x1b\[1;34mmirage\x1b\[0m: booted in [^\n]*\n", b"", self.shown):
            if time.monotonic() > end:
                raise TimeoutError(self.shown)
            self._read_once()

    def wait_until_it_sleeps(self) -> None:
        """Until the program (the last child, or the command itself) is blocked in the kernel."""
        end = time.monotonic() + 20
        while time.monotonic() < end:
            process, children = self.process.pid, self.process.pid
            while children:
                process = children
                listed = Path(f"/proc/{process}/task/{process}/children").read_text().split()
                children = int(listed[-1]) if listed else 0
            if Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] == "S":
                return
        raise TimeoutError(self.shown)

    def _read_once(self) -> None:
        try:
            data = os.read(self.descriptor, 65536)
        except OSError:  # the other side is closed
            data = b""
        if not data:
            raise EOFError(self.shown)
        self.shown += data

    def press_ctrl_c(self) -> int:
        """The exit code after it."""
        os.write(self.descriptor, b"\x03")
        try:
            while True:
                self._read_once()
        except EOFError:
            pass
        os.close(self.descriptor)
        return self.process.wait(timeout=20)

    def lines(self) -> list[str]:
        """What remains on the screen, without colours and what was written over."""
        text = re.sub(rb"[^\n]*\x1b\[2K", b"", self.shown).replace(b"\r", b"")
        return re.sub(rb"\x1b\[[?0-9;]*[a-zA-Z]", b"", text).decode().splitlines()


def machines_of(program: Path) -> list[int]:
    """Processes of QEMU that were started for the program."""
    found = []
    for entry in Path("/proc").iterdir():
        try:
            line = (entry / "cmdline").read_bytes() if entry.name.isdigit() else b""
        except OSError:
            continue
        if line.startswith(b"qemu") and str(program).encode() in line:
            found.append(int(entry.name))
    return found


@pytest.mark.parametrize("target", ON_A_TARGET)
def test_hello_is_the_same_on_every_target(target: str) -> None:
    expected = subprocess.run([sys.executable, HELLO / "app.py"], capture_output=True, text=True)
    done = mirage("run", HELLO, "-t", target, "-q")
    assert (done.stdout, done.stderr, done.returncode) == (expected.stdout, "", 3)
    assert done.stdout.startswith("Hello from Mirage\n")


@pytest.mark.boot
def test_a_run_tells_times_size_and_url_and_the_next_reuses_the_image(tmp_path: Path) -> None:
    file = tmp_path / "app.py"
    file.write_text("print('out')\n")
    first = mirage("run", tmp_path, "-t", "virtio", "-p", f"{free_port()}:8080")
    assert first.stdout == "out\n" and first.returncode == 0
    lines = first.stderr.splitlines()
    assert all(line.startswith("mirage: ") for line in lines)
    built = rf"mirage: {file}: virtio image, \d+ KB, built in [0-9.]+ m?s( \(.* kept\))?"
    assert re.fullmatch(built, lines[0])
    names = re.findall(r"(\w+) [0-9.]+ m?s", lines[1])
    assert names == ["check", "lower", "generate", "link"]
    assert re.fullmatch(r"mirage: starting QEMU microvm, (tcg|kvm), 64 MiB", lines[2])
    assert re.search(r"http://127\.0\.0\.1:\d+/  \(Ctrl-C stops\)$", lines[3])
    assert re.fullmatch(r"mirage: booted in [0-9.]+ m?s", lines[4])
    second = mirage("run", tmp_path, "-t", "virtio")
    assert second.stdout == "out\n"
    assert "KB, unchanged, reused from the cache\n" in second.stderr and "built in" not in second.stderr


@pytest.mark.boot
def test_machine_readers_get_one_object_a_line(waiting: Path) -> None:
    done = mirage("run", HELLO, "-t", "virtio", "--json", "-p", f"{free_port()}:80")
    assert done.stdout.startswith("Hello from Mirage\n") and done.returncode == 3
    events = [json.loads(line) for line in done.stderr.splitlines()]
    kinds = [event["event"] for event in events if event["event"] != "stage"]
    assert kinds == ["image", "machine", "url", "booted", "exit"]
    assert events[-1] == {"event": "exit", "code": 3}
    done = mirage("run", HELLO, "-t", "linux", "--json")
    assert {json.loads(line)["event"] for line in done.stderr.splitlines()} <= {"stage", "image"}
    failed = mirage("run", waiting, "-t", "virtio", "--json", "--net", "magic")
    assert json.loads(failed.stderr)["event"] == "error" and failed.returncode == 2


@pytest.mark.parametrize(
    ("target", "code", "last"),
    [
        ("cpython", -signal.SIGINT, "KeyboardInterrupt"),
        ("linux", 130, "KeyboardInterrupt"),
        pytest.param("virtio", 130, "", marks=pytest.mark.boot),
    ],
)
def test_ctrl_c_stops_a_run(waiting: Path, target: str, code: int, last: str) -> None:
    terminal = Terminal("run", waiting, "-t", target, "--", "8080", "--verbose")
    terminal.read_until(b"ready ['8080', '--verbose']")
    if target == "linux":  # SIGINT is an exception where the program waits, and ends it elsewhere
        terminal.wait_until_it_sleeps()
    assert terminal.press_ctrl_c() == code
    assert last in terminal.lines()[-1] and b"Aborted" not in terminal.shown
    assert machines_of(waiting) == []


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.boot
def test_a_signal_ends_the_machine_too(waiting: Path, number: signal.Signals) -> None:
    process = subprocess.Popen(
        [*COMMAND, "run", waiting, "-t", "virtio", "-q"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None and process.stderr is not None
    assert process.stdout.readline() == b"ready []\n"
    process.send_signal(number)
    assert process.wait(10) == 128 + number
    assert process.stderr.read() == b"" and machines_of(waiting) == []


def test_a_terminal_shows_each_stage_once_and_ctrl_c_leaves_nothing_behind(tmp_path: Path) -> None:
    file = tmp_path / "app.py"
    file.write_text("print('x' * 3)\n")
    terminal = Terminal("build", tmp_path, "-o", tmp_path / "app.elf")
    terminal.read_until(b"built in")
    terminal.press_ctrl_c()
    stages = [line.split()[1] for line in terminal.lines() if line.lstrip().startswith("✓")]
    assert stages == ["check", "lower", "generate", "link"]
    assert sum("generate" in line for line in terminal.lines()) == 1
    file.write_text("print('x' * 4)\n")
    terminal = Terminal("build", tmp_path, "-o", tmp_path / "other.elf")
    terminal.read_until(b"compiling")
    assert terminal.press_ctrl_c() == 130
    assert b"Traceback" not in terminal.shown and b"Aborted" not in terminal.shown
    assert terminal.shown.rfind(b"\x1b[?25h") > terminal.shown.rfind(b"\x1b[?25l"), "the cursor is back"
    assert not (tmp_path / "other.elf").exists()
    store = tmp_path / ".mirage" / "cache"
    kept = [path.name for path in store.iterdir() if not path.name.startswith("units.sqlite")]
    assert len(kept) == 3, "the first image, its symbols and its reasons"


@pytest.mark.boot
def test_a_port_in_use_is_said_before_the_machine_starts(waiting: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = mirage("run", waiting, "-t", "virtio", "-q", "-p", f"{port}:8080")
    assert done.returncode == 2 and done.stdout == ""
    assert (
        done.stderr == f"mirage: error: port {port} of this machine cannot be used: Address already in use\n"
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def hidden(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[int], None]:
    """Take QEMU away, and be the user with this number."""

    def hide(user: int) -> None:
        monkeypatch.setenv("PATH", str(tmp_path))
        monkeypatch.setattr(os, "geteuid", lambda: user)

    return hide


def test_without_qemu_a_user_is_told_what_to_install(hidden: Callable[[int], None]) -> None:
    from mirage.launch import provision

    hidden(1000)
    with pytest.raises(provision.Missing, match="sudo apt-get install qemu-system-x86"):
        provision.ensure_qemu(lambda text: None)


def test_root_on_debian_installs_qemu_once(hidden: Callable[[int], None], tmp_path: Path) -> None:
    from mirage.launch import provision

    hidden(0)
    said: list[str] = []
    log = tmp_path / "log"
    apt = tmp_path / "apt-get"
    apt.write_text(
        f'#!/bin/sh\necho "$*" >> {log}\n'
        f'[ "$1" = install ] && printf "#!/bin/sh\\n" > {tmp_path}/qemu-system-x86_64 && '
        f"/bin/chmod 755 {tmp_path}/qemu-system-x86_64\nexit 0\n"
    )
    apt.chmod(0o755)
    assert provision.ensure_qemu(said.append) == f"{tmp_path}/qemu-system-x86_64"
    assert said == ["installing qemu-system-x86 (apt-get, once)"]
    assert log.read_text().splitlines() == [
        "update -qq",
        "install -y -qq --no-install-recommends qemu-system-x86",
    ]
    log.unlink()
    provision.ensure_qemu(said.append)
    assert not log.exists(), "found, nothing is installed"
