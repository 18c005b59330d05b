"""One program in one domain of a lab of its own, as `mirage run -t xen --lab` shows it."""

from __future__ import annotations

import contextlib
import re
import socket
import sys
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from mirage.launch.qemu import Outcome, ending_on_sigterm, report_trap
from mirage.launch.xen import END_OF_INPUT, Domain, Ended, outcome, read_input, write_output
from mirage.launch.xenlab.machine import Dom0, Machine
from mirage.launch.xenlab.packages import LabError

_LOOK = 0.05  # seconds between looks into Xen's log
_PATIENCE = 5.0  # for output that was written and does not come

IMAGE = "/job/image"


@dataclass
class _Console:
    """The domain's console, copied in other threads."""

    link: socket.socket
    received: int = 0

    def __post_init__(self) -> None:
        self._more = threading.Condition()
        threading.Thread(target=self._copy_output, daemon=True).start()
        threading.Thread(target=self._copy_input, daemon=True).start()

    def _copy_output(self) -> None:
        with contextlib.suppress(OSError):
            while data := self.link.recv(65536):
                write_output(data)
                with self._more:
                    self.received += len(data)
                    self._more.notify_all()

    def _copy_input(self) -> None:
        with contextlib.suppress(OSError):
            while data := read_input():
                self.link.sendall(data)
            self.link.sendall(END_OF_INPUT)

    def wait_for(self, count: int) -> None:
        """Until so many bytes are written, or no more come."""
        with self._more:
            before = -1
            while self.received < count and self.received != before:
                before = self.received
                self._more.wait_for(lambda: self.received >= count, _PATIENCE)


def run(
    machine: Machine,
    domain: Domain,
    image: Path,
    symbols: Path,
    progress: Callable[[str, float], None],
    told: Callable[[str], None],
) -> int:
    """Boot the lab, run the domain in it to its end, and return the program's exit code, 130 after Ctrl-C.

    domain    its image is IMAGE and its disks are the lab's (/dev/nvme0n1, ...)
    progress  told the finished steps of booting and their seconds; told: the image's status lines
    raises    LabError
    """
    config = replace(domain, image=IMAGE).config().encode()
    machine = replace(machine, files={"image": image.read_bytes(), "domain.cfg": config})
    try:
        with ending_on_sigterm(), Dom0(machine, progress) as dom0:
            return _run(dom0, domain.name, symbols, told)
    except KeyboardInterrupt:
        return 130


def _run(dom0: Dom0, name: str, symbols: Path, told: Callable[[str], None]) -> int:
    over = threading.Event()
    teller = threading.Thread(target=_tell, args=(dom0, told, over), daemon=True)
    teller.start()
    console = _Console(dom0.console)
    try:
        said = dom0.wait(dom0.start(f"/lab/domain domain.cfg {name}"))
    finally:
        over.set()
        teller.join()
    if said.status != 0:  # xl's errors are the reason; nothing ran
        raise LabError("`xl create` failed in the lab:\n  " + said.text.strip().replace("\n", "\n  "))
    values = dict(re.findall(r"(?m)^(reason|exit|console) (\w+)$", said.text))
    console.wait_for(int(values.get("console", "0")))
    trap = next((line for line in _status_lines(dom0.log()) if line.startswith("trap ")), "")
    if trap:
        addresses = [int(word) for word in trap.split()[1:] if word.isdigit()]
        sys.stderr.write(report_trap(Outcome(0, True, addresses, "", ""), symbols))
        sys.stderr.flush()
    code = values.get("exit", "")
    reason = values.get("reason", "")
    ended = Ended(
        int(reason, 16) if re.fullmatch(r"[0-9a-f]+", reason) else -1,
        int(code) & 255 if code.isdecimal() else None,
    )
    return outcome(ended, name)


def _tell(dom0: Dom0, told: Callable[[str], None], over: threading.Event) -> None:
    """Pass on the status lines that the image writes to port 0xE9, as they come."""
    count = 0
    is_over = False
    while not is_over:
        is_over = over.wait(_LOOK)
        lines = _status_lines(dom0.log())
        for line in lines[count:]:
            told(line)
        count = len(lines)


def _status_lines(log: str) -> list[str]:
    """What domains wrote there; Xen puts `(dN) ` before each line."""
    return re.findall(r"(?m)^(?:\(XEN\) )?\(d\d+\) (.*)\n", log)
