"""`mirage run -t xen --lab`, as a user gives it."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from mirage.launch.xenlab.store import Lab

pytestmark = [pytest.mark.slow, pytest.mark.xen]

ONCE = Path(__file__).parent / "guests" / "once.py"


def test_input_output_ports_and_the_exit_code_are_the_programs(lab: Lab, other_port: int) -> None:
    command = [sys.executable, "-P", "-m", "mirage.cli", "run", "-q", ONCE, "-t", "xen", "--lab"]
    command += ["-p", f"{other_port}:8080"]
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
