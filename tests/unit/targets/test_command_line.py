"""The command line of a virtual machine, as the launcher writes and the image reads it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mirage.launch.qemu import LaunchError, Machine, _outcome, quote
from mirage.targets.virtio.commandline import parse_command_line, parse_mmio_device, parse_number


@given(st.lists(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))))
def test_arguments_arrive_as_they_were_given(arguments: list[str]) -> None:
    text = "--argv0=" + quote("a b.py") + " -- " + " ".join(quote(argument) for argument in arguments)
    text += " virtio_mmio.device=512@0xfeb00e00:12"
    read = parse_command_line(text.encode("ascii"))
    assert read.arguments == arguments
    assert read.option("argv0") == "a b.py"
    assert read.mmio_devices == ["512@0xfeb00e00:12"]


def test_a_quoted_argument_is_never_a_device() -> None:
    read = parse_command_line(b'-- "virtio_mmio.device=x" virtio_mmio.device=y -- plain')
    assert read.arguments == ["virtio_mmio.device=x", "--", "plain"] and read.mmio_devices == ["y"]


def test_options_come_before_the_dashes() -> None:
    read = parse_command_line(b"--ipv4=10.0.0.2/24 quiet --ipv4=10.0.0.3/24 -- --ipv4=no")
    assert read.option("ipv4") == "10.0.0.3/24" and read.option("dns") is None
    assert read.arguments == ["--ipv4=no"]


@given(st.binary())
def test_any_bytes_are_read(text: bytes) -> None:
    parse_command_line(text)


def test_mmio_devices() -> None:
    device = parse_mmio_device("4K@0xc0001000:5:0")
    assert device is not None and (device.address, device.size, device.line) == (0xC0001000, 4096, 5)
    for wrong in ("", "512", "512@", "512@0xfeb00000", "512@zz:5", "0@1:2", "512@1:999"):
        assert parse_mmio_device(wrong) is None


def test_numbers() -> None:
    assert [parse_number(text) for text in ("0", "12", "0xfF", "", "0x", "-1", "1a")] == [
        0, 12, 255, -1, -1, -1, -1,
    ]  # fmt: skip


def test_a_command_line_too_long_is_refused() -> None:
    with pytest.raises(LaunchError, match="bytes"):
        Machine(Path("image"), arguments=["x" * 4000]).command_line()


def test_user_networking_needs_no_dhcp_and_yields_to_options() -> None:
    assert "--ipv4=10.0.2.15/24" in Machine(Path("image")).command_line()
    given = Machine(Path("image"), options=["--ipv4=10.0.2.9/24"]).command_line()
    assert "10.0.2.15" not in given and "--ipv4=10.0.2.9/24" in given
    assert "--ipv4" not in Machine(Path("image"), network=None).command_line()


def test_the_status_lines_are_the_outcome() -> None:
    outcome = _outcome("sealed\ntrap 100 200\nexit 139\n", "")
    assert (outcome.code, outcome.sealed, outcome.trap) == (139, True, [100, 200])
    assert _outcome("", "qemu died").code == 125
