"""The command line of a virtual machine, as the launcher writes and the image reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirage.launch.qemu import LaunchError, Machine, _outcome, quote
from mirage.lowlevel import u8, u64
from mirage.targets.pvh.commandline import parse_command_line
from mirage.targets.virtio import mmio


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))))
def test_arguments_arrive_as_they_were_given(arguments: list[str]) -> None:
    text = "--argv0=" + quote("a b.py") + " -- " + " ".join(quote(argument) for argument in arguments)
    text += " virtio_mmio.device=512@0xfeb00e00:12"
    read = parse_command_line(text.encode("ascii"))
    assert read.arguments == arguments
    assert read.option("argv0") == "a b.py"


def test_a_quoted_argument_is_never_a_device() -> None:
    read = parse_command_line(b'-- "virtio_mmio.device=x" virtio_mmio.device=y -- plain')
    assert read.arguments == ["virtio_mmio.device=x", "--", "plain"]


def test_options_come_before_the_dashes() -> None:
    read = parse_command_line(b"--ipv4=10.0.0.2/24 quiet --ipv4=10.0.0.3/24 -- --ipv4=no")
    assert read.option("ipv4") == "10.0.0.3/24" and read.option("dns") is None
    assert read.arguments == ["--ipv4=no"]


@given(st.binary())
def test_any_bytes_are_read(text: bytes) -> None:
    parse_command_line(text)


def devices(patch: pytest.MonkeyPatch, text: bytes) -> list[tuple[int, int, int]]:
    """What the image finds in a command line at address 1000."""
    word = b"virtio_mmio.device="

    def load(address: u64) -> u8:
        place = int(address)
        return u8(word[place - 10] if place < 1000 else text[place - 1000])

    patch.setattr(mmio, "load8", load)
    patch.setattr(mmio, "tail_address", lambda value: u64(10))
    mmio.begin(u64(1000))
    found = []
    while mmio.next_device(u64(1000 + len(text))):
        found.append((int(mmio.address()), int(mmio.size()), int(mmio.line())))
    return found


def test_devices_of_the_vmm_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    text = b'--x -- "virtio_mmio.device=1@2:3" "a \\" virtio_mmio.device=1@2:3" '
    text += b"virtio_mmio.device=512@0xfeb00e00:12  virtio_mmio.device=4K@0xC0001000:5:0"
    assert devices(monkeypatch, text) == [(0xFEB00E00, 512, 12), (0xC0001000, 4096, 5)]


@pytest.mark.parametrize("text", [b"", b"5", b"5@", b"512@0xfeb00000", b"512@zz:5", b"0@1:2", b"512@1:999"])
def test_what_is_no_device_is_passed_over(monkeypatch: pytest.MonkeyPatch, text: bytes) -> None:
    word = b"virtio_mmio.device="
    assert devices(monkeypatch, word + text + b" " + word + b"1@2:3") == [(2, 1, 3)]


@given(st.binary(max_size=60))
def test_any_bytes_are_searched(text: bytes) -> None:
    with pytest.MonkeyPatch.context() as patch:
        devices(patch, b'virtio_mmio.device=1"' + text)


def test_a_command_line_too_long_is_refused() -> None:
    with pytest.raises(LaunchError, match="bytes"):
        Machine(Path("image"), arguments=["x" * 4000]).command_line()


def test_user_networking_needs_no_dhcp_and_yields_to_options() -> None:
    assert "--ipv4=10.0.2.15/24" in Machine(Path("image")).command_line()
    given = Machine(Path("image"), options=["--ipv4=10.0.2.9/24"]).command_line()
    assert "10.0.2.15" not in given and "--ipv4=10.0.2.9/24" in given
    assert "--ipv4" not in Machine(Path("image"), networks=()).command_line()


def test_each_user_network_is_another() -> None:
    machine = Machine(Path("image"), networks=["user", "user", "tap7"], options=["--ipv4=10.9.0.2/24"])
    line = machine.command_line()
    assert "--ipv4=10.9.0.2/24" in line and "--ipv4.1=10.0.3.15/24" in line and "--ipv4.2" not in line
    command = " ".join(machine.qemu_command(3, 4))
    assert "user,id=net0,net=10.9.0.0/24,dhcpstart=10.9.0.2" in command
    assert "user,id=net1,net=10.0.3.0/24,dhcpstart=10.0.3.15" in command
    assert "tap,id=net2,ifname=tap7" in command


def test_the_status_lines_are_the_outcome() -> None:
    outcome = _outcome("sealed\ntrap 100 200\nexit 139\n", "")
    assert (outcome.code, outcome.sealed, outcome.trap) == (139, True, [100, 200])
    assert _outcome("", "qemu died").code == 125
