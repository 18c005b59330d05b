"""A domain with two network cards, each on a bridge of its own."""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from conftest import Guest, Running

pytestmark = [pytest.mark.slow, pytest.mark.xen]

_SECOND_BRIDGE = """
    ip link show xenbr1 > /dev/null 2>&1 || brctl addbr xenbr1
    ip addr replace 10.9.0.1/24 dev xenbr1
    ip link set xenbr1 up
"""
_PROGRAM = "tests/boot/guests/interfaces.py"
_OPTIONS = ("--ipv4=10.0.2.15/24", "--ipv4-gateway=10.0.2.2", "--ipv4.1=10.9.0.2/24")


def ask(xen: Running, address: str) -> str:
    return xen.dom0.check(f"exec 3<> /dev/tcp/{address}/8080; echo hello >&3; timeout 20 cat <&3")


def start(xen: Running, *arguments: str, options: tuple[str, ...] = _OPTIONS) -> Guest:
    xen.dom0.check(_SECOND_BRIDGE)
    guest = xen.domain("two", _PROGRAM, *arguments, bridges=["xenbr0", "xenbr1"], options=options)
    return guest.create()


def test_both_cards_are_used(xen: Running) -> None:
    xen.dom0.check(_SECOND_BRIDGE)
    one = xen.domain("one", _PROGRAM, bridges=["xenbr1"], options=["--ipv4=10.9.0.3/24"]).create()
    one.says("serving")
    guest = start(xen, "10.9.0.3:8080")
    guest.says("serving")
    assert guest.console() == "10.9.0.3:8080 10.9.0.2 b'10.9.0.3 hello\\n'\nserving\n"
    for address in ("10.0.2.15", "10.9.0.2"):
        assert ask(xen, address) == f"{address} hello\n"
        assert "3 packets received" in xen.dom0.check(f"ping -c 3 -i 0.2 -s 1400 {address}")


def test_both_cards_find_their_new_backends_after_restoring(xen: Running) -> None:
    start(xen).says("serving")
    xen.dom0.check("xl save two saved", timeout=120)
    xen.dom0.check("xl restore saved; rm saved", timeout=120)
    for address in ("10.9.0.2", "10.0.2.15"):
        assert ask(xen, address) == f"{address} hello\n"


def test_one_card_asks_by_dhcp_and_the_other_has_its_address(xen: Running) -> None:
    start(xen, options=("--ipv4.1=10.9.0.2/24",)).says("serving")
    leased = re.findall(r"\(d\d+\) ipv4 (\S+)", xen.dom0.log())[-1]
    for address in (leased, "10.9.0.2"):
        assert ask(xen, address) == f"{address} hello\n"


def test_a_card_without_a_lease_does_not_hold_up_the_other(xen: Running) -> None:
    guest = start(xen, options=())  # nobody gives addresses on the second bridge
    began = time.monotonic()
    guest.says("serving")
    assert time.monotonic() - began < 8  # where none had an address it would wait for 10 s
    leased = re.findall(r"\(d\d+\) ipv4 (\S+)", xen.dom0.log())[-1]
    assert ask(xen, leased) == f"{leased} hello\n"


def test_one_card_goes_and_comes_again_while_the_other_works(xen: Running) -> None:
    start(xen).says("serving")
    assert ask(xen, "10.9.0.2") == "10.9.0.2 hello\n"
    mac = xen.dom0.check("xenstore-read /local/domain/$(xl domid two)/device/vif/1/mac").strip()
    xen.dom0.check("xl network-detach two 1")
    assert ask(xen, "10.0.2.15") == "10.0.2.15 hello\n"
    xen.dom0.check(f"xl network-attach two mac={mac} bridge=xenbr1")
    for address in ("10.0.2.15", "10.9.0.2"):
        assert ask(xen, address) == f"{address} hello\n"
