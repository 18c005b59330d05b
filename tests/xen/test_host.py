"""`mirage run -t xen` on a Xen host: the project's own command in dom0, with the real xl.

The images are kept ones (host.py), so dom0 compiles nothing.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from mirage.launch.xenlab.machine import Dom0, Done

if TYPE_CHECKING:
    from conftest import Running

pytestmark = [pytest.mark.slow, pytest.mark.xen]

HERE = Path(__file__).parent
RUN = "/py/python -m mirage.cli run"
ASK = r"""
    exec 7<> /dev/tcp/10.0.2.15/8080
    printf 'GET / HTTP/1.0\r\n\r\n' >&7
    grep -o "<h1>.*</h1>" <&7
    xl list | grep -c hello_web
    cat /proc/net/tcp /proc/net/tcp6 | grep -c " 0A "
"""

# Domains that cannot be; the last has the name of another.
IMPOSSIBLE = """
from mirage.launch.xen import Domain, XenError, run
image = "/job/examples-hello-app"
for domain in (
    Domain("large", image, 2048, bridges=()),
    Domain("lost", image, 32, bridges=["nosuch"]),
    Domain("none", "/job/nosuch", 32, bridges=()),
    Domain("taken", image, 32, bridges=()),
):
    try:
        run(domain)
    except XenError as error:
        print(str(error).splitlines()[0])
"""


@pytest.fixture(scope="session")
def host(running: Running, tmp_path_factory: pytest.TempPathFactory) -> Dom0:
    """dom0 with Python, Mirage and two programs."""
    packed = tmp_path_factory.mktemp("host") / "host.tar"
    command = [sys.executable, "-P", HERE / "host.py", packed, "examples/hello", "examples/hello_web"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=HERE.parents[1])
    assert done.returncode == 0, done.stdout + done.stderr
    running.dom0.put("host.tar", packed.read_bytes())
    running.dom0.check("cd / && busybox tar xzf /job/host.tar && rm /job/host.tar")
    running.dom0.put("terminal.py", (HERE / "terminal.py").read_bytes())
    return running.dom0


def with_ctrl_c(dom0: Dom0, text: str, script: str, command: str) -> Done:
    """A command on a terminal; when it has written a line with `text` the script runs, then comes Ctrl-C."""
    dom0.put("script", script.encode())
    return dom0.run(f"cd /py/work; /py/python /job/terminal.py '{text}' 'bash /job/script' {command}")


def domains(dom0: Dom0) -> list[str]:
    """The names of all but dom0."""
    return [line.split()[0] for line in dom0.check("xl list").splitlines()[2:]]


def test_a_program_is_run_and_its_exit_code_given_back(xen: Running, host: Dom0) -> None:
    done = host.run(f"cd /py/work; {RUN} examples/hello -t xen 2> said; code=$?; echo; cat said; exit $code")
    assert done.status == 3
    output, _, said = done.text.partition("\n\n")
    assert output.startswith("Hello from Mirage\n") and "33 digits" in output.splitlines()[-1]
    told = [line.split()[1] for line in said.splitlines()]
    assert told == ["examples/hello/app.py:", "starting", "created"]
    assert domains(host) == []


def test_ctrl_c_ends_the_domain_and_the_command(xen: Running, host: Dom0) -> None:
    static = "--ipv4 10.0.2.15/24 --ipv4-gateway 10.0.2.2 -p 8080"
    before = host.run(ASK.splitlines()[-1]).text
    done = with_ctrl_c(host, "serving on", ASK, f"{RUN} examples/hello_web -t xen {static}")
    assert done.status == 130
    assert "http://10.0.2.15:8080/  (Ctrl-C stops)" in done.text
    assert f"<h1>Hello, world!</h1>\n1\n{before}^C" in done.text.replace("\r", "")  # no port of dom0 is taken
    assert domains(host) == []
    assert "xenstore-watch" not in host.check("ps")


def test_ctrl_c_while_xl_creates_the_domain_leaves_none(xen: Running, host: Dom0) -> None:
    done = with_ctrl_c(host, "starting the", "usleep 150000", f"{RUN} examples/hello_web -t xen")
    assert done.status == 130
    assert "created in" not in done.text and "Traceback" not in done.text
    assert domains(host) == []
    assert host.check("xenstore-list /local/domain") == "0\n"


def test_what_xl_refuses_is_said_in_a_sentence(xen: Running, host: Dom0) -> None:
    xen.domain("taken", "examples/hello/app.py")
    host.check("xl create -q -p taken.cfg")
    host.put("impossible.py", IMPOSSIBLE.encode())
    said = host.check("/py/python impossible.py").splitlines()
    assert said[0].startswith("`xl create` failed, as the domain wants 2048 MiB of memory and Xen has 2")
    assert said[1].startswith("`xl create` failed, as this machine has no bridge nosuch")
    assert said[2] == "/job/nosuch: no such image"
    assert said[3:] == ["`xl create` failed, as there is a domain taken already:"]
    assert domains(host) == ["taken"]
