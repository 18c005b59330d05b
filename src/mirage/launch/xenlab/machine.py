"""The lab running: QEMU with Xen and dom0; commands for dom0, files into it, domains and their consoles."""

from __future__ import annotations

import base64
import contextlib
import ctypes
import ipaddress
import itertools
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from mirage.launch.xenlab.archive import Tree
from mirage.launch.xenlab.packages import LabError
from mirage.launch.xenlab.store import Lab

PROGRAM = "qemu-system-x86_64"
GUEST = "10.0.2.15/24"  # what QEMU's DHCP gives the first domain, and where ports are forwarded
GATEWAY = "10.0.2.2"
NAMESERVER = "10.0.2.3"
BRIDGE = "xenbr0"

# Each word was needed (docs/design/xen-lab.md, "The processor").
_CPU = "max,family=23,model=1,stepping=2,-smap,-rdtscp,-monitor,-xsave"
_DOM0_MIB = 256
_GUESTS_MIB = 240  # what remains for domains of _SMALLEST_MIB
_SMALLEST_MIB = 512
_AGENT_PORT = 1  # of the address behind which we are; dom0/init.sh and dom0/domain.sh know both
_CONSOLE_PORT = 2
_BOOT_LIMIT = 120.0  # seconds
_PR_SET_PDEATHSIG = 1


class Dom0Error(LabError):
    """A command of dom0 failed."""


@dataclass(frozen=True)
class Done:
    """How a command of dom0 ended; `output` is all it wrote."""

    status: int
    output: bytes

    @property
    def text(self) -> str:
        return self.output.decode("utf-8", "replace")


@dataclass
class Machine:
    """What the lab is started with.

    ports    (host, guest): TCP on 127.0.0.1 to `guest`
    memory   MiB that all domains together need
    disks    files of this machine; dom0 sees the first as /dev/nvme0n1, the second as /dev/nvme1n1, ...;
             (path, read_only)
    files    name -> contents, below /job in dom0
    guest    the address and network of the domain that ports lead to
    gateway  QEMU's own address in that network
    """

    lab: Lab
    ports: Sequence[tuple[int, int]] = ()
    memory: int = _GUESTS_MIB
    disks: Sequence[tuple[Path, bool]] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    guest: str = GUEST
    gateway: str = GATEWAY
    processors: int = 2
    qemu: str = PROGRAM

    def memory_mib(self) -> int:
        return _SMALLEST_MIB + max(0, self.memory - _GUESTS_MIB)

    def own_addresses(self) -> tuple[str, str]:
        """Two addresses of the network that nobody else has: dom0's, and one behind which we are."""
        network = ipaddress.IPv4Interface(self.guest).network
        taken = {ipaddress.IPv4Interface(self.guest).ip, ipaddress.IPv4Address(self.gateway)}
        preferred = [network.network_address + offset for offset in (9, 8, 7)]
        found: list[str] = []
        for address in (*(a for a in preferred if a in network), *itertools.islice(network.hosts(), 8)):
            if address not in taken:
                taken.add(address)
                found.append(str(address))
                if len(found) == 2:
                    return found[0], found[1]
        raise LabError(f"the network {network} has no two addresses left, for dom0 and the lab")

    def qemu_command(self, folder: Path, agent_fd: int, console_fd: int, initrd: Path) -> list[str]:
        """QEMU's arguments; `folder` gets Xen's log, and holds the files dom0 may fetch."""
        interface = ipaddress.IPv4Interface(self.guest)
        dom0, ours = self.own_addresses()
        user = f"user,id=net,tftp={folder / 'files'}"
        user += f",guestfwd=tcp:{ours}:{_AGENT_PORT}-chardev:agent"
        user += f",guestfwd=tcp:{ours}:{_CONSOLE_PORT}-chardev:console"
        if self.guest != GUEST:
            user += f",net={interface.network},host={self.gateway},dhcpstart={interface.ip}"
        for host, guest in self.ports:
            user += f",hostfwd=tcp:127.0.0.1:{host}-{interface.ip}:{guest}"
        command = [
            self.qemu, "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot",
            "-accel", "tcg", "-smp", str(self.processors), "-m", str(self.memory_mib()), "-cpu", _CPU,
            "-serial", f"file:{folder / 'xen.log'}",
            "-chardev", f"socket,id=agent,fd={agent_fd}",
            "-chardev", f"socket,id=console,fd={console_fd}",
            "-netdev", user, "-device", "e1000,netdev=net,romfile=",
        ]  # fmt: skip
        for number, (path, read_only) in enumerate(self.disks):
            name = str(path).replace(",", ",,")
            drive = f"if=none,id=disk{number},file={name},format=raw,discard=unmap"
            command += ["-drive", drive + (",readonly=on" if read_only else "")]
            command += ["-device", f"nvme,drive=disk{number},serial=mirage{number}"]
        command += ["-kernel", str(self.lab.xen), "-append", _xen_options()]
        prefix = interface.network.prefixlen
        options = f"console=hvc0 quiet mitigations=off swiotlb=2048 lab.ipv4={dom0}/{prefix} lab.host={ours}"
        return [*command, "-initrd", f"{self.lab.kernel} {options},{initrd}"]


def _xen_options() -> str:
    return (
        "console=com1 com1=115200,8n1 loglvl=warning guest_loglvl=all "
        f"dom0_mem={_DOM0_MIB}M,max:{_DOM0_MIB}M dom0_max_vcpus=1 bootscrub=0"
    )


class Dom0:
    """A running lab, ready for commands; leaving the `with` block ends it."""

    def __init__(
        self, machine: Machine, progress: Callable[[str, float], None] = lambda step, s: None
    ) -> None:
        """Start QEMU and wait for the toolstack.  Raises LabError.

        progress   told each finished step (`xen`, `dom0`, `toolstack`) and its seconds
        """
        if shutil.which(machine.qemu) is None:
            raise LabError(f"{machine.qemu} was not found; install QEMU for x86_64")
        self.machine = machine
        self.folder = Path(tempfile.mkdtemp(prefix="mirage-xen-"))
        self.started = time.monotonic()
        self.console, console_child = socket.socketpair()  # the guest's console, when `attach` is used
        self._agent, agent_child = socket.socketpair()
        self._lock = threading.Lock()
        self._answered = threading.Condition(self._lock)
        self._answers: dict[int, Done] = {}
        self._is_ready = False
        self._is_over = False
        self._last = 0
        (self.folder / "files").mkdir()
        (self.folder / "xen.log").touch()
        initrd = self.folder / "initrd"
        with initrd.open("wb") as out:
            out.write(machine.lab.dom0.read_bytes())
            tree = Tree()
            for name, contents in machine.files.items():
                tree.file(f"job/{name}", contents)
            out.write(tree.cpio())
        command = machine.qemu_command(self.folder, agent_child.fileno(), console_child.fileno(), initrd)
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=(self.folder / "qemu.log").open("wb"),
            pass_fds=(agent_child.fileno(), console_child.fileno()),
            start_new_session=True,  # Ctrl-C reaches only us; we end it
            preexec_fn=_die_with_parent,
        )
        agent_child.close()
        console_child.close()
        threading.Thread(target=self._listen, daemon=True).start()
        try:
            self._wait_for_toolstack(progress)
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Dom0:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def log(self) -> str:
        """What Xen, dom0's kernel and its init wrote, and what PVH guests wrote to port 0xE9: `(dN) ...`."""
        with contextlib.suppress(OSError):
            return (self.folder / "xen.log").read_text("utf-8", "replace").replace("\r", "")
        return ""

    def start(self, script: str) -> int:
        """Give dom0 a shell script to run and do not wait; returns its number, for `wait`."""
        line = base64.b64encode(script.encode())
        with self._lock:
            self._last += 1
            number = self._last
        try:
            self._agent.sendall(b"%d %s\n" % (number, line))
        except OSError:
            raise LabError(self._why("the lab has ended")) from None
        return number

    def wait(self, number: int, timeout: float | None = None) -> Done:
        """The end of a script begun by `start`.  Raises TimeoutError, LabError."""
        limit = None if timeout is None else time.monotonic() + timeout
        with self._answered:
            while number not in self._answers:
                if self._is_over:
                    raise LabError(self._why("the lab has ended"))
                remaining = None if limit is None else limit - time.monotonic()
                if remaining is not None and remaining <= 0:
                    raise TimeoutError(f"dom0 did not finish its command within {timeout} s")
                # In pieces, so that Ctrl-C is seen at once.
                self._answered.wait(0.5 if remaining is None else min(remaining, 0.5))
            return self._answers.pop(number)

    def run(self, script: str, timeout: float | None = 60.0) -> Done:
        """Run a shell script in dom0, in the folder /job."""
        return self.wait(self.start(script), timeout)

    def check(self, script: str, timeout: float | None = 60.0) -> str:
        """Its output.  Raises Dom0Error when it fails."""
        done = self.run(script, timeout)
        if done.status != 0:
            raise Dom0Error(f"`{script.strip()}` in dom0 ended with {done.status}:\n{done.text.strip()}")
        return done.text

    def put(self, name: str, contents: bytes) -> str:
        """A file below /job in dom0; returns its path there."""
        if re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9._-]*", name) is None:
            raise ValueError(f"{name!r} cannot be a file name in dom0")
        (self.folder / "files" / name).write_bytes(contents)
        try:
            self.check(f"tftp -g -b 16384 -r {name} -l /job/{name} {self.machine.gateway}")
        finally:
            (self.folder / "files" / name).unlink()
        return f"/job/{name}"

    def close(self) -> None:
        """End QEMU and remove what it left."""
        if self._process.poll() is None:
            self._process.terminate()
            try:
                self._process.wait(timeout=3)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        for end in (self._agent, self.console):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _listen(self) -> None:
        """Take dom0's answers as they come."""
        rest = b""
        while True:
            try:
                data = self._agent.recv(65536)
            except OSError:
                data = b""
            if not data:
                break
            *lines, rest = (rest + data).split(b"\n")
            for line in lines:
                self._take(line)
        with self._answered:
            self._is_over = True
            self._answered.notify_all()

    def _take(self, line: bytes) -> None:
        match = re.fullmatch(rb"(\d+) (\d+) ([A-Za-z0-9+/=]*)\r?", line)
        if match is None:
            return
        with self._answered:
            if match[1] == b"0":
                self._is_ready = True
            else:
                self._answers[int(match[1])] = Done(int(match[2]), base64.b64decode(match[3]))
            self._answered.notify_all()

    def _wait_for_toolstack(self, progress: Callable[[str, float], None]) -> None:
        marks = [("xen", "Xen version"), ("dom0", "LAB kernel"), ("toolstack", "LAB toolstack")]
        before = self.started
        while True:
            with self._answered:
                is_ready = self._is_ready
                if not is_ready:
                    self._answered.wait(0.05)
            log = self.log() if marks else ""
            while marks and marks[0][1] in log:
                now = time.monotonic()
                progress(marks.pop(0)[0], now - before)
                before = now
            if is_ready:
                return
            if self._process.poll() is not None:
                raise LabError(self._why("Xen did not start"))
            if time.monotonic() - self.started > _BOOT_LIMIT:
                raise LabError(self._why(f"dom0 was not ready after {_BOOT_LIMIT:.0f} s"))

    def _why(self, what: str) -> str:
        """The sentence, and the last that QEMU and Xen said."""
        with contextlib.suppress(OSError):
            said = (self.folder / "qemu.log").read_text("utf-8", "replace").strip()
            if said:
                return f"{what}: {said}"
        lines = [line for line in self.log().splitlines() if line.strip()]
        return what + ("; the last lines of its log:\n" + "\n".join(lines[-12:]) if lines else "")


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
