"""`mirage run -t xen --lab`, as a user gives it."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from mirage.launch.xenlab.store import Lab

pytestmark = [pytest.mark.slow, pytest.mark.xen]

COMMAND = (sys.executable, "-P", "-m", "mirage.cli", "run", "-q")
ONCE = Path(__file__).parent / "guests" / "once.py"
ROOT = Path(__file__).resolve().parents[2]


def test_input_output_ports_and_the_exit_code_are_the_programs(lab: Lab, other_port: int) -> None:
    command = [*COMMAND, ONCE, "-t", "xen", "--lab", "-p", f"{other_port}:8080"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, text=True, stdin=pipe, stdout=pipe, stderr=pipe) as tool:
        assert tool.stdin is not None and tool.stdout is not None
        tool.stdin.write("a word\n")
        tool.stdin.flush()
        assert tool.stdout.readline() == "serving\n"
        with socket.create_connection(("127.0.0.1", other_port), timeout=30) as connection:
            connection.sendall(b"\n")
            assert connection.makefile().read() == "a word\n"
        output, errors = tool.communicate(timeout=60)
    assert (tool.returncode, output, errors) == (5, "", "")


def test_ctrl_c_ends_the_domain_and_the_lab(lab: Lab, other_port: int, tmp_path: Path) -> None:
    command = [*COMMAND, "examples/hello_web", "-t", "xen", "--lab", "-p", f"{other_port}:8080"]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command,
        text=True,
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        start_new_session=True,
        cwd=ROOT,
        env=environment,
    ) as tool:
        assert tool.stdout is not None
        assert tool.stdout.readline() == "serving on port 8080\n"
        assert processes_with(tmp_path)  # QEMU's command line names the folder
        os.killpg(tool.pid, signal.SIGINT)  # as a terminal does
        output, errors = tool.communicate(timeout=30)
    assert (tool.returncode, output, errors) == (130, "", "")
    assert processes_with(tmp_path) == []
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", other_port))


def processes_with(folder: Path) -> list[str]:
    """Those of this machine that were given a path below a folder."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if str(folder).encode() in path.read_bytes():
                found.append(path.parent.name)
    return found
