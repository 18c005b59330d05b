"""The lab itself: commands, files, a domain from its creation to its end."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from mirage.launch.xenlab.machine import Dom0, Dom0Error

if TYPE_CHECKING:
    from conftest import Running

pytestmark = [pytest.mark.slow, pytest.mark.xen]


def test_it_is_xen_with_both_grant_tables(dom0: Dom0) -> None:
    info = dom0.check("xl info")
    assert "xen_version            : 4.17" in info
    assert "gnttab-v1 gnttab-v2" in info


def test_commands_give_their_output_and_status(dom0: Dom0) -> None:
    done = dom0.run("echo out; echo error >&2; printf '\\377\\0'; exit 7")
    assert (done.status, done.output) == (7, b"out\nerror\n\xff\0")
    with pytest.raises(Dom0Error, match="`false` in dom0 ended with 1"):
        dom0.check("false")


def test_a_command_does_not_wait_for_another(dom0: Dom0) -> None:
    dom0.run("rm -f go; mkfifo go")
    slow = dom0.start("read -r word < go; echo $word")
    dom0.check("echo at last > go")
    assert dom0.wait(slow, 30).text == "at last\n"


def test_files_arrive_whole(dom0: Dom0) -> None:
    contents = bytes(range(256)) * 1000
    assert dom0.put("bytes", contents) == "/job/bytes"
    assert dom0.run("cat bytes").output == contents


@pytest.mark.parametrize("reason", [0, 3])
def test_a_domain_says_why_it_ended(xen: Running, tiny: Callable[[int], bytes], reason: int) -> None:
    name = f"tiny{reason}"
    dom0 = xen.dom0
    dom0.put(name, tiny(reason))
    dom0.put(f"{name}.cfg", f'name="{name}"\ntype="pvh"\nkernel="/job/{name}"\nmemory=32\n'.encode())
    ended = dom0.check(f"/lab/domain {name}.cfg {name}")
    assert f"reason {reason}" in ended
    assert ") alive" in dom0.log()
    assert name not in dom0.check("xl list")
