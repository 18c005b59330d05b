"""One lab for all tests of this folder: a complete Xen under QEMU, booted when the first test asks.

With pytest-xdist they are the first tests of the first worker: `--dist worksteal` lets the others take what
is last, so only one boots a lab.  (`--dist loadgroup` is of no use: pytest-xdist 3.8 finds no groups with
pytest 9.)
"""

from __future__ import annotations

import contextlib
import re
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from mirage.launch import provision
from mirage.launch.xen import Domain
from mirage.launch.xenlab import packages
from mirage.launch.xenlab.machine import GATEWAY, Dom0, Machine
from mirage.launch.xenlab.store import Lab, ensure_lab

HERE = Path(__file__).parent
GUESTS = HERE / "guests"
ROOT = Path(__file__).resolve().parents[2]
AS_USERS_DO = ("examples/hello/app.py", "examples/hello_web/app.py")
TOGETHER = (
    *sorted(f"tests/xen/guests/{path.name}" for path in GUESTS.glob("*.py")),
    "tests/boot/guests/interfaces.py",
    "tests/storage/programs/exercise.py",
    "examples/disk/app.py",
)
WEB = "web"
DISK_BYTES = 2 << 20


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """These tests come first when there are several workers."""
    if hasattr(config, "workerinput"):
        items.sort(key=lambda item: item.get_closest_marker("xen") is None)


@pytest.fixture(scope="session")
def lab() -> Lab:
    """The built lab; skipped only where Debian's packages cannot be had."""
    try:
        provision.ensure_qemu(lambda text: None)
        return ensure_lab()
    except (packages.LabError, provision.Missing) as error:
        pytest.skip(f"no Xen lab here: {error}")


@dataclass
class Running:
    """The running lab.  `port` of this machine is port 8080 of 10.0.2.15; `disk` is dom0's /dev/nvme0n1;
    /dev/nvme1n1 is read-only, 8 sectors of `F`."""

    dom0: Dom0
    port: int
    disk: Path
    folder: Path

    def image(self, program: str) -> str:
        """The image of a program, a path from the root, compiled once and put into dom0."""
        if program in AS_USERS_DO:
            name = program.replace("/", "-").removesuffix(".py")
            command = ["-m", "mirage.cli", "build", "-q", program, "-t", "xen", "-o", self.folder / name]
        else:
            assert program in TOGETHER
            name = "several"
            command = [HERE / "several.py", self.folder / name, *TOGETHER]
        if not (self.folder / name).exists():
            done = subprocess.run([sys.executable, "-P", *command], capture_output=True, text=True, cwd=ROOT)
            assert done.returncode == 0, done.stdout + done.stderr
            self.dom0.put(name, (self.folder / name).read_bytes())
        return f"/job/{name}"

    def domain(
        self, name: str, program: str, *arguments: str, address: str | None = None, **settings: object
    ) -> Guest:
        """Configure a domain, kept when it has ended; `address` gives it a network card.

        program   a guest's name, or a path from the root
        """
        program = program if "/" in program else f"tests/xen/guests/{program}.py"
        options = [f"--ipv4={address}/24", f"--ipv4-gateway={GATEWAY}"] if address else []
        domain = Domain(
            name=name,
            image=self.image(program),
            memory_mib=32,
            argv0=program,
            arguments=arguments,
            options=options,
            bridges=["xenbr0"] if address else (),
            ended="preserve",
        )
        domain = replace(domain, **settings)  # type: ignore[arg-type]
        self.dom0.put(f"{name}.cfg", domain.config().encode())
        return Guest(self, name)

    def clear(self, *but: str) -> None:
        """End all domains except these."""
        listed = "for d in $(xl list | awk 'NR > 2 { print $1 }'); do "
        self.dom0.check(f"{listed} case ' {' '.join(but)} ' in *\" $d \"*) ;; *) xl destroy $d;; esac; done")

    def fetch(self, path: str = "/", data: bytes | None = None, timeout: float = 10) -> bytes:
        """What the web server at 10.0.2.15 answers, asked from this machine.  Raises OSError."""
        return bytes(
            urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", data, timeout=timeout).read()
        )


@dataclass
class Guest:
    """A domain of the lab."""

    lab: Running
    name: str

    def create(self, *settings: str) -> Guest:
        """Let it begin, with these lines besides its configuration."""
        words = " ".join(f"'{setting}'" for setting in settings)
        log = f"/var/log/xen/console/guest-{self.name}.log"
        self.lab.dom0.check(f"> {log}; xl create -q {self.name}.cfg {words}")
        return self

    def console(self) -> str:
        """What it has written."""
        return self.lab.dom0.run(f"cat /var/log/xen/console/guest-{self.name}.log").text.replace("\r", "")

    def says(self, text: str) -> None:
        """Wait until it has written this."""
        log = f"/var/log/xen/console/guest-{self.name}.log"
        script = f"until grep -qF -e '{text}' {log}; do usleep 50000; done"
        self.lab.dom0.check(f'timeout 60 sh -c "{script}" || {{ cat {log}; false; }}', timeout=70)

    def ended(self) -> tuple[int, int | None]:
        """Wait for its end: the reason of SCHEDOP_shutdown (0 power off, 3 crash) and its exit code."""
        said = self.lab.dom0.check(f"/lab/ended {self.name}; sleep 0.1")
        values = dict(re.findall(r"(?m)^(reason|exit) (\w+)$", said))
        return int(values["reason"], 16), int(values["exit"]) if "exit" in values else None


@pytest.fixture(scope="session")
def running(lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """The lab, booted."""
    folder = tmp_path_factory.mktemp("xen")
    disk = folder / "disk.img"
    disk.write_bytes(bytes(DISK_BYTES))
    (folder / "fixed.img").write_bytes(b"F" * 4096)
    port = free_port()
    with Dom0(
        Machine(lab, ports=[(port, 8080)], disks=[(disk, False), (folder / "fixed.img", True)])
    ) as dom0:
        yield Running(dom0, port, disk, folder)


def free_port() -> int:
    """Of this machine, now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def other_port() -> int:
    """A port of this machine that the lab of these tests does not use."""
    return free_port()


@pytest.fixture
def dom0(running: Running) -> Dom0:
    return running.dom0


@pytest.fixture
def xen(running: Running, request: pytest.FixtureRequest) -> Iterator[Running]:
    """The lab, without domains before and after the test; `web` stays between tests that use it."""
    kept = [WEB] if "web" in request.fixturenames else []
    running.clear(*kept)
    yield running
    running.clear(*kept)


@pytest.fixture
def web(xen: Running) -> Guest:
    """hello_web at 10.0.2.15, ready: the one that the test before has left, if it still answers."""
    guest = Guest(xen, WEB)
    listed = xen.dom0.run(f"xl list {WEB}")
    # one that has ended is not asked: the request would wait, and reach the next at that address
    if listed.status == 0 and not set("scd") & set(listed.text.split()[-2]):
        with contextlib.suppress(OSError):
            xen.fetch("/", timeout=2)
            return guest
    xen.clear()
    xen.domain(WEB, "examples/hello_web/app.py", address="10.0.2.15").create()
    guest.says("serving on port 8080")
    return guest


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


@pytest.fixture
def refuses() -> Callable[[Callable[[], object]], bool]:
    """Whether a request gets no answer."""

    def ask(request: Callable[[], object]) -> bool:
        with contextlib.suppress(urllib.error.URLError, OSError):
            request()
            return False
        return True

    return ask
