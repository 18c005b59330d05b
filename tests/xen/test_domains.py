"""Our images on a standard Xen: what a stock toolstack, its bridge and another machine see of them."""

from __future__ import annotations

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Guest, Running

pytestmark = [pytest.mark.slow, pytest.mark.xen]


def test_hello_prints_and_its_exit_code_comes_back(xen: Running) -> None:
    guest = xen.domain("hello", "examples/hello/app.py").create()
    assert guest.ended() == (0, 3)
    assert guest.console().startswith("Hello from Mirage\n")
    assert "33 digits" in guest.console()


def test_the_web_server_answers_from_outside(xen: Running, web: Guest) -> None:
    assert b"Hello, world!" in xen.fetch("/")
    assert xen.fetch("/echo", b"x" * 100_000) == b"x" * 100_000
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: xen.fetch("/json", timeout=60), range(500)))
    assert len(answers) == 500 and all(b"Hello, world!" in answer for answer in answers)


def test_the_web_server_answers_pings_from_dom0(xen: Running, web: Guest) -> None:
    said = xen.dom0.check("ping -c 5 -i 0.2 -s 1000 10.0.2.15")
    assert "5 packets transmitted, 5 packets received, 0% packet loss" in said


def test_an_address_comes_by_dhcp(xen: Running) -> None:
    guest = xen.domain("lease", "examples/hello_web/app.py", bridges=["xenbr0"]).create()
    guest.says("serving on port 8080")
    assert b"Hello, world!" in xen.fetch("/")
    assert re.search(r"\(d\d+\) ipv4 10\.0\.2\.15", xen.dom0.log())
    attributes = f"/local/domain/{xen.dom0.check('xl domid lease').strip()}/attr/vif"
    assert xen.dom0.check(f"xenstore-read {attributes}/0/ipv4/0") == "10.0.2.15\n"
    watched = xen.dom0.run(f"timeout 1 xenstore-watch @releaseDomain {attributes}").text
    assert watched.splitlines()[:2] == ["@releaseDomain", attributes]  # so the tool learns of it


def test_a_paused_domain_goes_on_where_it_was(
    xen: Running, web: Guest, refuses: Callable[[Callable[[], object]], bool]
) -> None:
    before = xen.fetch("/json")
    xen.dom0.check("xl pause web")
    assert refuses(lambda: xen.fetch("/", timeout=1))
    xen.dom0.check("xl unpause web")
    after = xen.fetch("/json", timeout=30)
    hits = [int(re.findall(rb'"hits": (\d+)', answer)[0]) for answer in (before, after)]
    assert hits[1] > hits[0]


def test_a_shutdown_is_graceful(xen: Running, web: Guest) -> None:
    xen.dom0.check("xl shutdown web")
    assert web.ended() == (0, 0)


def test_a_domain_is_saved_and_restored(xen: Running, web: Guest) -> None:
    before = int(re.findall(rb'"hits": (\d+)', xen.fetch("/json"))[0])
    xen.dom0.check("xl save web saved", timeout=120)
    assert "web" not in xen.dom0.check("xl list")
    xen.dom0.check("xl restore saved; rm saved", timeout=120)
    after = int(re.findall(rb'"hits": (\d+)', xen.fetch("/json", timeout=60))[0])
    assert after == before + 1


def test_two_domains_talk_to_each_other(xen: Running, web: Guest) -> None:
    guest = xen.domain("visit", "visit", "10.0.2.15", "8080", address="10.0.2.16").create()
    assert guest.ended() == (0, 0)
    assert guest.console() == "HTTP/1.1 200 OK 50000 b'mirage '\n"


def test_twenty_domains_come_and_go_and_leave_nothing(xen: Running) -> None:
    xen.domain("many", "examples/hello/app.py", memory_mib=16, ended="destroy")
    before = xen.dom0.check("xl info | grep free_memory")
    script = """
        for i in $(seq 20); do
            xl create -q many.cfg "name=\\"many$i\\"" || exit 1
        done
        while xl list | grep -q many; do usleep 100000; done
        grep -l "Hello from Mirage" /var/log/xen/console/guest-many*.log | wc -l
    """
    assert xen.dom0.check(script, timeout=120).strip() == "20"
    assert xen.dom0.check("xl info | grep free_memory") == before


def test_an_uncaught_exception_is_a_crash_with_its_traceback(xen: Running) -> None:
    guest = xen.domain("mistake", "mistake").create()
    assert guest.ended() == (3, 1)
    console = guest.console()
    assert console.startswith("sharing\nTraceback (most recent call last):\n")
    assert console.endswith("ZeroDivisionError: integer division or modulo by zero\n")


def test_a_page_fault_is_a_crash_with_its_address(xen: Running) -> None:
    guest = xen.domain("fault", "fault").create()
    assert guest.ended() == (3, 139)
    console = guest.console()
    assert console.startswith("before the fault\n") and "after" not in console
    assert "page fault" in console
    assert re.search(r"\(d\d+\) trap \d+", xen.dom0.log())
