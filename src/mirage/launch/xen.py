"""Stage 4 on Xen: the image as a domain of this machine's Xen, as if it were a process of this shell.

xl starts and ends the domain.  Its console is the program's stdin and output; how its exit code comes back is
described in docs/design/xen.md.
"""

from __future__ import annotations

import contextlib
import os
import re
import select
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import tty
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from mirage.launch.qemu import NO_STATUS, command_line, ending_on_sigterm

CRASH = 3  # of SCHEDOP_shutdown's reasons
END_OF_INPUT = b"\x04"  # Ctrl-D: a console has no other end

_REASONS = {
    0: "powered off",
    1: "asked for a reboot",
    2: "suspended",
    CRASH: "crashed",
    4: "hit its watchdog",
}
_CAPABILITIES = Path("/proc/xen/capabilities")
_CONSOLE_PATIENCE = 10.0  # seconds
_SHADOW_MIB = 2  # xl's default for a small domain lacks some pages to start it (16 MB) or to restore it
_DRAIN = 0.2


class XenError(Exception):
    """There is no Xen here, or it does not do what was asked; the text says why and what to do."""


@dataclass(frozen=True)
class Domain:
    """What xl is told; the defaults need nothing but Xen.

    bridges one for each network card; "": xl's default
    mac     of the first card, the others count on from it; "": made from the name, so that leases last
    disks   (name in the program, file or device of dom0, read only)
    ended   on_poweroff, on_reboot and on_crash: `destroy`, or `preserve` to look at it afterwards
    """

    name: str
    image: str
    memory_mib: int
    argv0: str = "program"
    arguments: Sequence[str] = ()
    options: Sequence[str] = ()
    bridges: Sequence[str] = ("",)
    mac: str = ""
    disks: Sequence[tuple[str, str, bool]] = ()
    ended: str = "destroy"

    def words(self) -> str:
        """The command line the image reads.  Raises LaunchError when it is too long."""
        given = [f"--disk={disk[0]}={_device(i)}" for i, disk in enumerate(self.disks)]
        return command_line(self.argv0, [*self.options, *given], self.arguments)

    def config(self) -> str:
        """The text of an xl configuration (xl.cfg(5))."""
        lines = [
            f"name = {quoted(self.name)}",
            'type = "pvh"',
            f"kernel = {quoted(self.image)}",
            f"cmdline = {quoted(self.words())}",
            f"memory = {self.memory_mib}",
            "vcpus = 1",
            f"shadow_memory = {_SHADOW_MIB}",
        ]
        if self.bridges:
            base = self.mac or mac_of(self.name)
            cards = []
            for i, bridge in enumerate(self.bridges):
                mac = f"mac={_following_mac(base, i)}"
                cards.append(quoted(mac + (f",bridge={bridge}" if bridge else "")))
            lines.append(f"vif = [ {', '.join(cards)} ]")
        if self.disks:
            specifications = []
            for i, (_, target, read_only) in enumerate(self.disks):
                access = "ro" if read_only else "rw"
                words = (
                    f"format=raw,vdev={_device(i)},access={access},target={target}"  # the target comes last
                )
                specifications.append(quoted(words))
            lines.append(f"disk = [ {', '.join(specifications)} ]")
        lines += [f'on_{event} = "{self.ended}"' for event in ("poweroff", "reboot", "crash")]
        return "\n".join(lines) + "\n"


def _device(number: int) -> str:
    """xvda, xvdb, ... xvdz."""
    if number >= 26:
        raise XenError("a domain here has at most 26 disks")
    return f"xvd{chr(ord('a') + number)}"


def quoted(text: str) -> str:
    """A string of an xl configuration."""
    if "\n" in text or "\0" in text:
        raise XenError(f"{text!r} cannot stand in an xl configuration")
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def mac_of(name: str) -> str:
    """An address of Xen's own range, the same for every domain of that name."""
    number = zlib.crc32(name.encode()) & 0xFFFFFF
    return f"00:16:3e:{number >> 16 & 0x7F:02x}:{number >> 8 & 0xFF:02x}:{number & 0xFF:02x}"


def _following_mac(mac: str, steps: int) -> str:
    """The address so many behind this one, of the same maker."""
    number = int(mac.replace(":", ""), 16)
    number = number & ~0xFFFFFF | (number + steps) & 0xFFFFFF
    return number.to_bytes(6, "big").hex(":")


def check_host() -> None:
    """Raises XenError with what is missing, unless this is a dom0 with xl that we may use."""
    missing = ""
    try:
        if "control_d" not in _CAPABILITIES.read_text():
            missing = "this is a guest of Xen, not its control domain (dom0)"
    except OSError:
        missing = "this machine does not run on Xen (there is no /proc/xen/capabilities)"
    if not missing:
        for program in ("xl", "xenstore-read", "xenstore-watch"):
            if shutil.which(program) is None:
                missing = (
                    f"`{program}` was not found; install Xen's tools (Debian: apt-get install xen-utils)"
                )
                break
    if not missing and os.geteuid() != 0:
        missing = "xl needs root: run this with sudo"
    if missing:
        raise XenError(
            f"{missing}.  --lab tries the program in a complete Xen under QEMU; or build it with "
            "`mirage build -t xen` and start it on a Xen host with `xl create`"
        )


@dataclass(frozen=True)
class Ended:
    """How a domain ended: the reason of SCHEDOP_shutdown (-1: unknown) and the code it left, None: none."""

    reason: int
    code: int | None


def outcome(ended: Ended, name: str) -> int:
    """The exit code; says on stderr why there is none."""
    if ended.code is not None:
        return ended.code
    reason = _REASONS.get(ended.reason, "ended without saying why")
    sys.stderr.write(f"mirage: the domain {name} {reason} and left no exit code\n")
    sys.stderr.flush()
    return NO_STATUS


def run(domain: Domain, told: Callable[[str], None] = lambda line: None) -> int:
    """Run the domain on this host; returns the program's exit code, 130 after Ctrl-C.

    told    `created ID` when the domain is there, `ipv4 ADDRESS` when it got one by DHCP
    raises  XenError
    """
    try:
        with ending_on_sigterm():
            _create(domain)
            try:
                number = _xl("domid", domain.name).strip()
                told(f"created {number}")
                return outcome(_attended(number, told), domain.name)
            finally:
                # Preserved until now, so that its end could be looked at.
                _xl("destroy", domain.name, check=False)
    except KeyboardInterrupt:
        return 130


def _create(domain: Domain) -> None:
    """Make it, paused.  Interrupted, xl is left to finish, since half a domain has no name to destroy."""
    if not Path(domain.image).is_file():
        raise XenError(f"{domain.image}: no such image")
    with tempfile.TemporaryDirectory(prefix="mirage-xen-") as folder:
        file = Path(folder) / f"{domain.name}.cfg"
        file.write_text(domain.config())
        command = ["xl", "create", "-q", "-p", str(file)]
        nothing, pipe = subprocess.DEVNULL, subprocess.PIPE
        with subprocess.Popen(
            command, stdin=nothing, stdout=pipe, stderr=pipe, text=True, start_new_session=True
        ) as xl:
            try:
                output, errors = xl.communicate()
            except BaseException:
                if xl.wait() == 0:
                    _xl("destroy", domain.name, check=False)
                raise
    if xl.returncode != 0:
        said = errors.strip() or output.strip()
        raise XenError(f"`xl create` failed{_why(said, domain)}:\n  " + said.replace("\n", "\n  "))


def _why(said: str, domain: Domain) -> str:
    """What xl's words mean, if they are among those a user meets."""
    if "allocate" in said and "memory" in said:
        free = re.search(r"(?m)^free_memory\s*: (\d+)", _xl("info", check=False))
        have = f"Xen has {free[1]} MiB free" if free is not None else "Xen has less"
        return f", as the domain wants {domain.memory_mib} MiB of memory and {have}"
    bridge = re.search(r"Could not find bridge device (\S+)", said)
    if bridge is not None:
        return f", as this machine has no bridge {bridge[1]} (`--net bridge:NAME` names another)"
    if "already exists" in said:
        return f", as there is a domain {domain.name} already"
    return ""


def _attended(number: str, told: Callable[[str], None]) -> Ended:
    """Attach the console, let the domain run, and return when it has ended."""
    console = os.open(_console_of(number), os.O_RDWR | os.O_NOCTTY)
    over = threading.Event()
    try:
        with contextlib.suppress(OSError):
            tty.setraw(console)
        output = threading.Thread(target=_copy_output, args=(console, over), daemon=True)
        output.start()
        threading.Thread(target=_copy_input, args=(console, over), daemon=True).start()
        _xl("unpause", number)
        ended = _wait_for_end(number, told)
        over.set()
        output.join()
        return ended
    finally:
        over.set()
        os.close(console)


def _console_of(number: str) -> str:
    """The terminal that xenconsoled makes for a domain."""
    limit = time.monotonic() + _CONSOLE_PATIENCE
    while time.monotonic() < limit:
        terminal = _stored(f"/local/domain/{number}/console/tty")
        if terminal:
            return terminal
        time.sleep(0.05)
    raise XenError(f"the domain {number} gets no console; does xenconsoled run?")


def _copy_output(console: int, over: threading.Event) -> None:
    """The console to stdout; after the domain's end, until nothing more comes."""
    while True:
        is_over = over.is_set()
        ready, _, _ = select.select([console], [], [], _DRAIN)
        if ready:
            try:
                data = os.read(console, 65536)
            except OSError:
                return
            if not data:
                return
            write_output(data)
        elif is_over:
            return


def write_output(data: bytes) -> None:
    """All of it to stdout, unless nobody reads that any more."""
    with contextlib.suppress(OSError):
        while data:
            data = data[os.write(1, data) :]


def _copy_input(console: int, over: threading.Event) -> None:
    with contextlib.suppress(OSError, ValueError):
        while not over.is_set():
            data = read_input()
            if not data:
                os.write(console, END_OF_INPUT)
                return
            while data:
                data = data[os.write(console, data) :]


def read_input() -> bytes:
    """What comes next on stdin; b"" at its end, and in the background, where reading would stop us."""
    try:
        if os.isatty(0) and os.tcgetpgrp(0) != os.getpgrp():
            return b""
        return os.read(0, 65536)
    except OSError:
        return b""


def _wait_for_end(number: str, told: Callable[[str], None]) -> Ended:
    """xenstored tells of addresses, and of every domain that ends; xl then says whether it is ours."""
    home = f"/local/domain/{number}"
    watch = subprocess.Popen(
        ["xenstore-watch", "@releaseDomain", f"{home}/attr/vif"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,  # Ctrl-C is for us
    )
    assert watch.stdout is not None
    try:
        for line in watch.stdout:  # the first of each comes at once
            path = line.strip()
            if path.startswith(home):
                address = _stored(path) if path.endswith("/ipv4/0") else ""
                if address:
                    told(f"ipv4 {address}")
                continue
            ended = state_of(_xl("list", "-v", number, check=False))
            if ended is not None:
                code = _stored(f"{home}/data/exit")
                return Ended(ended, int(code) & 255 if code.isdecimal() else None)
        raise XenError("xenstore-watch ended; does xenstored run?")
    finally:
        watch.kill()
        watch.wait()


def _stored(path: str) -> str:
    """What stands there in the store; "": nothing."""
    return subprocess.run(["xenstore-read", path], capture_output=True, text=True).stdout.strip()


def state_of(listed: str) -> int | None:
    """Of `xl list -v DOMAIN`: None while it runs, else why it ended; -1 when it is gone.

    A row: name, ID, memory, VCPUs, state (a letter or - for each of r b p s c d), time, UUID, reason, label.
    """
    for line in listed.splitlines():
        match = re.search(r"\s\d+\s+\d+\s+\d+\s+([r-][b-][p-][s-][c-][d-])\s+[\d.]+\s+\S+\s+(\S+)", line)
        if match is not None:
            if "s" not in match[1] and "c" not in match[1]:
                return None
            return int(match[2], 16) if re.fullmatch(r"[0-9a-f]+", match[2]) else -1
    return -1


def _xl(*words: str, check: bool = True) -> str:
    """What xl prints.  Ctrl-C does not reach it."""
    done = subprocess.run(
        ["xl", *words], stdin=subprocess.DEVNULL, capture_output=True, text=True, start_new_session=True
    )
    if check and done.returncode != 0:
        reason = (done.stderr.strip() or done.stdout.strip()).replace("\n", "\n  ")
        raise XenError(f"`xl {words[0]}` failed:\n  {reason}")
    return done.stdout
