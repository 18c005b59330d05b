"""Stage 4: the image in a QEMU virtual machine, as if it were a process of this shell.

stdin, stdout, stderr and the exit code are the program's, unchanged; how they travel is described in
docs/design/targets.md.  QEMU runs in a session of its own, so that Ctrl-C reaches only us; we end it.
"""

from __future__ import annotations

import contextlib
import ctypes
import ipaddress
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType

from mirage.launch.symbols import Symbols

PROGRAM = "qemu-system-x86_64"
MAX_COMMAND_LINE = 4095  # bytes; what the image keeps (targets/pvh/bootinfo.py)
NO_STATUS = 125  # the machine could not be started, or ended without saying how

_USER_ADDRESS = "10.0.2.15/24"
_USER_NETWORK = (f"--ipv4={_USER_ADDRESS}", "--ipv4-gateway=10.0.2.2", "--dns=10.0.2.3")
_PR_SET_PDEATHSIG = 1


class LaunchError(Exception):
    """The machine cannot be started as asked; the text says why and what to do."""


def kvm_is_usable() -> bool:
    """Whether /dev/kvm opens on a processor with virtualisation; elsewhere KVM only interprets."""
    if os.environ.get("MIRAGE_ACCEL") == "tcg":
        return False
    if not os.access("/dev/kvm", os.R_OK | os.W_OK):
        return False
    try:
        flags = Path("/proc/cpuinfo").read_text()
    except OSError:
        return False
    return " vmx" in flags or " svm" in flags


def quote(argument: str) -> str:
    """An argument as commandline.py reads it back: quoted, with escapes for what would end it."""
    result = ['"']
    for byte in argument.encode("utf-8", "surrogateescape"):
        if byte in (0x22, 0x5C):
            result.append("\\" + chr(byte))
        elif byte == 0x0A:
            result.append("\\n")
        elif 0x20 <= byte < 0x7F:
            result.append(chr(byte))
        else:
            result.append(f"\\x{byte:02x}")
    result.append('"')
    return "".join(result)


def command_line(argv0: str, options: Sequence[str], arguments: Sequence[str]) -> str:
    """The words an image reads.  Raises LaunchError when they are too long."""
    words = [f"--argv0={quote(argv0)}", *options, "--", *(quote(argument) for argument in arguments)]
    text = " ".join(words)
    if len(text) > MAX_COMMAND_LINE - 512:  # the VMM appends its devices
        raise LaunchError(
            f"the arguments take {len(text)} bytes; a virtual machine's command line holds "
            f"{MAX_COMMAND_LINE - 512}"
        )
    return text


def _suffix(number: int) -> str:
    """Of the options of an interface."""
    return f".{number}" if number else ""


def _user_address(number: int) -> str:
    """The image's address in the user network of an interface."""
    return _USER_ADDRESS if number == 0 else f"10.0.{2 + number}.15/24"


@dataclass
class Machine:
    """A virtual machine to start; the defaults need no root and no configuration."""

    image: Path
    argv0: str = "program"
    arguments: Sequence[str] = ()
    options: Sequence[str] = ()  # further words for the image, such as --ipv4=...
    ports: Sequence[tuple[int, int]] = ()  # (host, guest): TCP on 127.0.0.1
    memory_mib: int = 0  # 0: chosen here
    machine: str = "microvm"  # or q35
    networks: Sequence[str] = ("user",)  # for each network card: user, or the name of a tap device
    acceleration: str = ""  # kvm, tcg; "": kvm where usable
    modern: bool = True  # virtio 1 devices; False: legacy ones
    disks: Sequence[tuple[str, Path, bool]] = ()  # (name, raw image, read only)
    qemu: str = PROGRAM
    extra: Sequence[str] = field(default_factory=tuple)  # further arguments for QEMU

    def chosen_acceleration(self) -> str:
        if self.acceleration:
            return self.acceleration
        asked = os.environ.get("MIRAGE_ACCEL", "")
        if asked in ("kvm", "tcg"):
            return asked
        return "kvm" if kvm_is_usable() else "tcg"

    def describe(self) -> str:
        """What was picked, for people: `QEMU microvm, tcg, 256 MiB`."""
        return f"QEMU {self.machine}, {self.chosen_acceleration()}, {self.memory()} MiB"

    def memory(self) -> int:
        return self.memory_mib or 256

    def command_line(self) -> str:
        """The words the image reads.  Raises LaunchError when they are too long."""
        given = list(self.options)
        for number, network in enumerate(self.networks):
            if network == "user" and f"--ipv4{_suffix(number)}" not in self._given():
                given[:0] = _USER_NETWORK if number == 0 else [f"--ipv4.{number}={_user_address(number)}"]
        return command_line(self.argv0, given, self.arguments)

    def _given(self) -> dict[str, str]:
        """The options about addresses."""
        return dict(word.split("=", 1) for word in self.options if word.startswith("--ipv4"))

    def qemu_command(self, errors_fd: int, status_fd: int) -> list[str]:
        """QEMU's arguments; the two sockets carry stderr (and stdin's length) and the status lines."""
        acceleration = self.chosen_acceleration()
        command = [self.qemu, "-nodefaults", "-no-user-config", "-display", "none", "-no-reboot"]
        if self.machine == "microvm":
            command += ["-M", "microvm,acpi=off,pic=off,pit=on,rtc=on,isa-serial=off,x-option-roms=off"]
            suffix = "device"
            if self.modern:
                command += ["-global", "virtio-mmio.force-legacy=false"]
        elif self.machine == "q35":
            command += ["-M", "q35"]
            suffix = "pci,disable-legacy=on" if self.modern else "pci,disable-modern=on"
        else:
            raise LaunchError(f"machine {self.machine!r} is not known: it is microvm or q35")
        command += ["-accel", acceleration, "-cpu", "max" if acceleration == "tcg" else "host"]
        command += ["-m", str(self.memory()), "-kernel", str(self.image), "-append", self.command_line()]
        command += [
            "-chardev", "stdio,id=console,signal=off",
            "-device", "isa-serial,iobase=0x3f8,irq=4,chardev=console",
            "-chardev", f"socket,id=errors,fd={errors_fd}",
            "-device", "isa-serial,iobase=0x2f8,irq=3,chardev=errors",
            "-chardev", f"socket,id=status,fd={status_fd}",
            "-device", "isa-debugcon,iobase=0xe9,chardev=status",
            "-device", "isa-debug-exit,iobase=0x501,iosize=2",
            "-device", f"virtio-rng-{suffix}",
        ]  # fmt: skip
        for number, network in enumerate(self.networks):
            kind = f"tap,id=net{number},ifname={network},script=no,downscript=no"
            if network == "user":
                kind = f"user,id=net{number}{self._user_network(number)}"
            rom = ",romfile=" if self.machine == "q35" else ""
            command += ["-netdev", kind, "-device", f"virtio-net-{suffix},netdev=net{number}{rom}"]
        for number, (name, path, read_only) in enumerate(self.disks):
            file = str(path).replace(",", ",,")
            drive = f"if=none,id=disk{number},file={file},format=raw,discard=unmap"
            command += ["-drive", drive + (",readonly=on" if read_only else "")]
            command += ["-device", f"virtio-blk-{suffix},drive=disk{number},serial={name}"]
        return [*command, *self.extra]

    def _user_network(self, number: int) -> str:
        """Options of QEMU's user network: the image's own network, if it has one, and the first's ports."""
        given = self._given()
        suffix = _suffix(number)
        interface = ipaddress.IPv4Interface(given.get(f"--ipv4{suffix}", _user_address(number)))
        text = ""
        if number > 0 or "--ipv4" in given:
            text = f",net={interface.network},dhcpstart={interface.ip}"
            if f"--ipv4-gateway{suffix}" in given:
                text += f",host={given[f'--ipv4-gateway{suffix}']}"
        for host, guest in self.ports if number == 0 else ():
            text += f",hostfwd=tcp:127.0.0.1:{host}-{interface.ip}:{guest}"
        return text


@dataclass
class Outcome:
    """How the machine ended."""

    code: int
    sealed: bool  # the image reported that its page tables are read-only
    trap: list[int]  # addresses: where the exception was, then likely callers; empty without one
    status: str  # all status lines
    qemu_messages: str


def first_host(ipv4: str) -> str:
    """The first address of a network that is not `ipv4` itself.  Raises LaunchError."""
    interface = ipaddress.IPv4Interface(ipv4)
    for address in interface.network.hosts():
        if address != interface.ip:
            return str(address)
    raise LaunchError(f"the network of {ipv4} has no second address")


def check_ports(ports: Sequence[tuple[int, int]]) -> None:
    """QEMU would only say that it could not set up a rule.  Raises LaunchError."""
    for host, _ in ports:
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", host))
            except OSError as error:
                raise LaunchError(f"port {host} of this machine cannot be used: {error.strerror}") from None


@contextlib.contextmanager
def ending_on_sigterm() -> Iterator[None]:
    """Inside, SIGTERM raises SystemExit, so that what was started is ended too."""

    def on_terminate(number: int, frame: FrameType | None) -> None:
        raise SystemExit(128 + number)

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    previous = signal.signal(signal.SIGTERM, on_terminate)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, previous)


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _write_all(fd: int, data: bytes) -> None:
    while data:
        data = data[os.write(fd, data) :]


def _copy_errors(source: socket.socket, sink: int) -> None:
    """The image's stderr to ours, until the machine ends."""
    while data := _receive(source):
        try:
            _write_all(sink, data)
        except OSError:
            pass  # nobody reads it any more; the machine must not stall on that


def _receive(source: socket.socket) -> bytes:
    try:
        return source.recv(65536)
    except OSError:
        return b""


def _collect(source: socket.socket, into: list[bytes], told: Callable[[str], None]) -> None:
    """Keep the status lines, and tell each as it comes."""
    line = b""
    while data := _receive(source):
        into.append(data)
        *whole, line = (line + data).split(b"\n")
        for text in whole:
            told(text.decode("ascii", "replace"))


def _may_read_stdin() -> bool:
    """False in the background of a terminal, where reading would stop us."""
    try:
        return not os.isatty(0) or os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return False


def _copy_stdin(sink: int, control: socket.socket, is_ready: threading.Event) -> None:
    """Our stdin to the machine's, then its length to the control side of COM2: a serial line has no end.

    It begins when the image says that its ports are set up; what is sent earlier gets lost.
    """
    total = 0
    is_ready.wait()
    try:
        while _may_read_stdin():
            data = os.read(0, 65536)
            if not data:
                break
            _write_all(sink, data)
            total += len(data)
        control.sendall(b"%d\n" % total)
    except OSError:
        pass  # the machine has ended


@ending_on_sigterm()  # from before QEMU runs: its program may be up before we go on
def start(machine: Machine, told: Callable[[str], None] = lambda line: None) -> Outcome:
    """Run the machine to its end.  Raises LaunchError; KeyboardInterrupt ends the machine first.

    told   called with every status line as it comes, in another thread
    """
    if shutil.which(machine.qemu) is None:
        raise LaunchError(f"{machine.qemu} was not found; install QEMU for x86_64")
    if not machine.image.is_file():
        raise LaunchError(f"{machine.image}: no such image")
    check_ports(machine.ports)
    errors, errors_child = socket.socketpair()
    status, status_child = socket.socketpair()
    command = machine.qemu_command(errors_child.fileno(), status_child.fileno())
    sys.stdout.flush()
    sys.stderr.flush()
    process = subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=None,
        stderr=subprocess.PIPE,
        pass_fds=(errors_child.fileno(), status_child.fileno()),
        start_new_session=True,
        preexec_fn=_die_with_parent,
    )
    errors_child.close()
    status_child.close()
    assert process.stdin is not None and process.stderr is not None
    collected: list[bytes] = []
    is_ready = threading.Event()
    messages: list[bytes] = []
    stderr_pipe = process.stderr

    def on_status(line: str) -> None:
        is_ready.set()
        told(line)

    def read_messages() -> None:
        messages.append(stderr_pipe.read())

    workers = [
        threading.Thread(target=_copy_errors, args=(errors, 2), daemon=True),
        threading.Thread(target=_collect, args=(status, collected, on_status), daemon=True),
        threading.Thread(target=read_messages, daemon=True),
    ]
    stdin_worker = threading.Thread(
        target=_copy_stdin, args=(process.stdin.fileno(), errors, is_ready), daemon=True
    )
    for worker in [*workers, stdin_worker]:
        worker.start()

    try:
        process.wait()
    finally:
        if process.poll() is None:
            process.terminate()
            try:
                process.wait(timeout=2)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        for worker in workers:
            worker.join(timeout=5)
    text = b"".join(collected).decode("ascii", "replace")
    return _outcome(text, b"".join(messages).decode("utf-8", "replace"))


def _outcome(status: str, messages: str) -> Outcome:
    """Read the status lines: `sealed`, `trap RIP CALLER...`, `exit CODE`."""
    outcome = Outcome(NO_STATUS, False, [], status, messages)
    for line in status.splitlines():
        words = line.split()
        if words == ["sealed"]:
            outcome.sealed = True
        elif words[:1] == ["trap"]:
            outcome.trap = [int(word) for word in words[1:] if word.isdigit()]
        elif words[:1] == ["exit"] and len(words) == 2 and words[1].isdigit():
            outcome.code = int(words[1]) & 255
    return outcome


def report_trap(outcome: Outcome, symbols: Path) -> str:
    """The places of a processor exception as text, from the unstripped image `symbols`; "" without one."""
    if not outcome.trap:
        return ""
    table = Symbols(symbols)
    lines = []
    for i, address in enumerate(outcome.trap):
        # A return address belongs to the call before it.
        place = table.describe(address if i == 0 else address - 1)
        if place:
            lines.append(f"  {'at' if i == 0 else 'perhaps called from'} {place}\n")
    return "".join(lines)


def run(
    machine: Machine, symbols: Path | None = None, told: Callable[[str], None] = lambda line: None
) -> int:
    """Run the machine; returns the program's exit code, 130 after Ctrl-C, NO_STATUS after a failure.

    Says on stderr why a machine failed, and where the program was when the processor took exception;
    `symbols` is the unstripped image (default: the image itself, or `IMAGE.debug` beside it); `told` gets the
    status lines as they come.
    """
    try:
        outcome = start(machine, told)
    except KeyboardInterrupt:
        return 130
    if symbols is None:
        beside = machine.image.with_name(machine.image.name + ".debug")
        symbols = beside if beside.is_file() else machine.image
    if outcome.trap:
        sys.stderr.write(report_trap(outcome, symbols))
    if outcome.code == NO_STATUS and "exit " not in outcome.status:
        reason = outcome.qemu_messages.strip() or "the virtual machine ended without saying how"
        sys.stderr.write(f"mirage: {reason}\n")
    sys.stderr.flush()
    return outcome.code


def run_virtio(
    image: Path,
    args: Sequence[str],
    ports: Sequence[tuple[int, int]] = (),
    memory_mib: int = 0,
    *,
    argv0: str = "program",
    machine: str = "microvm",
    networks: Sequence[str] = ("user",),
    options: Sequence[str] = (),
    modern: bool = True,
    acceleration: str = "",
    symbols: Path | None = None,
) -> int:
    """Run `image` with sys.argv = [argv0, *args]; returns the exit code.  Raises LaunchError."""
    return run(
        Machine(
            image=image,
            argv0=argv0,
            arguments=args,
            options=options,
            ports=ports,
            memory_mib=memory_mib,
            machine=machine,
            networks=networks,
            acceleration=acceleration,
            modern=modern,
        ),
        symbols,
    )
