"""Running a domain on a Xen host, with a toolstack that only pretends."""

from __future__ import annotations

import os
import threading
import tty
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mirage.launch import xen
from mirage.launch.qemu import LaunchError
from mirage.launch.xen import Domain, XenError

ROW = "web-1   7    64     1     {state}       0.3  ffffffff-aaaa-bbbb-cccc-0123456789ab {reason}  -\n"
HEAD = (
    "Name     ID   Mem VCPUs\tState\tTime(s)   UUID                            Reason-Code\tSecurity Label\n"
)
DOMAIN = Domain("web-1", __file__, 64, "app.py", ["a b", 'q"\\'], ended="preserve")

XL = """#!/bin/sh
echo "xl $*" >> "$FAKE/calls"
case $1 in
create)
    cp "$4" "$FAKE/config"
    test ! -e "$FAKE/refuse" || { cat "$FAKE/refuse" >&2; exit 1; } ;;
info) echo "free_memory            : 246" ;;
domid) echo 7 ;;
unpause) touch "$FAKE/running" ;;
list) test -e "$FAKE/ended" && cat "$FAKE/ended" || cat "$FAKE/runs" ;;
esac
"""
READ = """#!/bin/sh
case $1 in
*/console/tty) cat "$FAKE/tty" ;;
*/data/exit) cat "$FAKE/exit" 2> /dev/null ;;
/local/domain/7/attr/vif/0/ipv4/0) echo 192.168.1.77 ;;
esac
"""
WATCH = """#!/bin/sh
printf '%s\\n' "$@"
exec cat "$FAKE/events"
"""


class Toolstack:
    """The files through which the pretended programs and the test talk; `console` is the guest's end."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name, text in (("xl", XL), ("xenstore-read", READ), ("xenstore-watch", WATCH)):
            (folder / name).write_text(text)
            (folder / name).chmod(0o755)
        self.console, terminal = os.openpty()
        tty.setraw(terminal)
        self._terminal = terminal
        (folder / "tty").write_text(os.ttyname(terminal) + "\n")
        (folder / "runs").write_text(HEAD + ROW.format(state="r-----", reason="-"))
        os.mkfifo(folder / "events")
        self.capabilities = folder / "capabilities"
        self.capabilities.write_text("control_d\n")

    def calls(self) -> list[str]:
        return (self.folder / "calls").read_text().splitlines()

    def guest(
        self,
        output: bytes,
        reason: str,
        code: str | None,
        change: str = "",
        noticed: threading.Event | None = None,
    ) -> threading.Thread:
        """A domain that writes this, then ends; before that `change` in the store has to be noticed."""

        def live() -> None:
            with (self.folder / "events").open("w") as events:
                os.write(self.console, output)
                if noticed is not None:
                    events.write(change + "\n")
                    events.flush()
                    noticed.wait(10)
                if code is not None:
                    (self.folder / "exit").write_text(code + "\n")
                (self.folder / "ended").write_text(HEAD + ROW.format(state="---s--", reason=reason))
                events.write("@releaseDomain\n")

        thread = threading.Thread(target=live)
        thread.start()
        return thread

    def close(self) -> None:
        os.close(self.console)
        os.close(self._terminal)


@pytest.fixture
def toolstack(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Toolstack]:
    made = Toolstack(tmp_path)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    monkeypatch.setenv("FAKE", str(tmp_path))
    monkeypatch.setattr(xen, "_CAPABILITIES", made.capabilities)
    monkeypatch.setattr(xen, "read_input", lambda: b"")
    yield made
    made.close()


def test_the_configuration_says_all_xl_needs() -> None:
    domain = replace(
        DOMAIN,
        image="/images/web.elf",
        options=["--ipv4=10.0.0.2/24"],
        bridges=["br7"],
        disks=[("data", "/srv/a,b.img", False), ("old", "/dev/vg/old", True)],
        ended="destroy",
    )
    assert domain.config() == (
        'name = "web-1"\n'
        'type = "pvh"\n'
        'kernel = "/images/web.elf"\n'
        'cmdline = "--argv0=\\"app.py\\" --ipv4=10.0.0.2/24 --disk=data=xvda --disk=old=xvdb -- '
        '\\"a b\\" \\"q\\\\\\"\\\\\\\\\\""\n'
        "memory = 64\n"
        "vcpus = 1\n"
        "shadow_memory = 2\n"
        f'vif = [ "mac={xen.mac_of("web-1")},bridge=br7" ]\n'
        'disk = [ "format=raw,vdev=xvda,access=rw,target=/srv/a,b.img", '
        '"format=raw,vdev=xvdb,access=ro,target=/dev/vg/old" ]\n'
        'on_poweroff = "destroy"\n'
        'on_reboot = "destroy"\n'
        'on_crash = "destroy"\n'
    )
    assert "vif" not in replace(DOMAIN, bridges=()).config()
    two = replace(DOMAIN, bridges=["br7", ""], mac="00:16:3e:7f:ff:ff").config()
    assert 'vif = [ "mac=00:16:3e:7f:ff:ff,bridge=br7", "mac=00:16:3e:80:00:00" ]\n' in two
    assert xen.mac_of("web-1").startswith("00:16:3e:") and xen.mac_of("a") != xen.mac_of("b")


def test_what_cannot_be_configured_is_refused() -> None:
    with pytest.raises(XenError, match="cannot stand in an xl configuration"):
        replace(DOMAIN, image="/a\nb").config()
    with pytest.raises(XenError, match="at most 26 disks"):
        replace(DOMAIN, disks=[("d", "/d", False)] * 27).config()
    with pytest.raises(LaunchError, match="the arguments take"):
        replace(DOMAIN, arguments=["x" * 5000]).config()


@pytest.mark.parametrize(
    ("row", "state"),
    [
        (ROW.format(state="r-----", reason="-"), None),
        (ROW.format(state="-b----", reason="-"), None),
        (ROW.format(state="--p---", reason="-"), None),
        (ROW.format(state="---s--", reason="0"), 0),
        (ROW.format(state="---s--", reason="1"), 1),
        (ROW.format(state="---sc-", reason="3"), 3),
        (ROW.format(state="---s--", reason="-"), -1),
        ("", -1),
    ],
)
def test_xls_list_tells_whether_a_domain_runs(row: str, state: int | None) -> None:
    assert xen.state_of(HEAD + row) == state


def test_without_xen_the_reason_and_the_lab_are_told(
    toolstack: Toolstack, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    xen.check_host()
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(XenError, match="xl needs root: run this with sudo.  --lab tries"):
        xen.check_host()
    (tmp_path / "xl").unlink()
    with pytest.raises(XenError, match="`xl` was not found; install Xen's tools"):
        xen.check_host()
    toolstack.capabilities.write_text("")
    with pytest.raises(XenError, match="a guest of Xen, not its control domain"):
        xen.check_host()
    toolstack.capabilities.unlink()
    with pytest.raises(XenError, match="does not run on Xen"):
        xen.check_host()


def test_output_and_exit_code_are_the_programs(
    toolstack: Toolstack, capfd: pytest.CaptureFixture[str]
) -> None:
    guest = toolstack.guest(b"hello\n", "0", "3")
    told: list[str] = []
    assert xen.run(DOMAIN, told.append) == 3
    guest.join()
    assert capfd.readouterr().out == "hello\n" and told == ["created 7"]
    assert toolstack.calls()[0].startswith("xl create -q -p ") and toolstack.calls()[-1] == "xl destroy web-1"
    assert (toolstack.folder / "config").read_text() == DOMAIN.config()
    assert os.read(toolstack.console, 10) == b"\x04"  # stdin's end


def test_the_address_that_dhcp_gave_is_told(toolstack: Toolstack) -> None:
    told: list[str] = []
    noticed = threading.Event()

    def tell(line: str) -> None:
        told.append(line)
        if line.startswith("ipv4"):
            noticed.set()

    guest = toolstack.guest(b"", "0", "0", "/local/domain/7/attr/vif/0/ipv4/0", noticed)
    assert xen.run(DOMAIN, tell) == 0
    guest.join()
    assert told == ["created 7", "ipv4 192.168.1.77"]


def test_a_domain_that_crashes_without_a_code_is_told(
    toolstack: Toolstack, capfd: pytest.CaptureFixture[str]
) -> None:
    guest = toolstack.guest(b"", "3", None)
    assert xen.run(DOMAIN) == 125
    guest.join()
    assert capfd.readouterr().err == "mirage: the domain web-1 crashed and left no exit code\n"


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("libxl: error: something else", ""),
        (
            "xc: error: panic: xg_dom_boot.c:119: xc_dom_boot_mem_init: can't allocate low memory for "
            "domain: Out of memory",
            ", as the domain wants 64 MiB of memory and Xen has 246 MiB free",
        ),
        (
            "libxl: error: libxl_device.c:1337:device_hotplug_child_death_cb: script: Could not find bridge "
            "device nosuch",
            ", as this machine has no bridge nosuch (`--net bridge:NAME` names another)",
        ),
        (
            'libxl: error: libxl_domain.c:81:libxl__domain_rename: Domain 4:Domain with name "web-1" already '
            "exists.",
            ", as there is a domain web-1 already",
        ),
    ],
)
def test_a_domain_that_xl_refuses_is_told(toolstack: Toolstack, said: str, why: str) -> None:
    (toolstack.folder / "refuse").write_text(f"{said}\nlibxl: error: and so on\n")
    with pytest.raises(XenError) as raised:
        xen.run(DOMAIN)
    assert str(raised.value) == f"`xl create` failed{why}:\n  {said}\n  libxl: error: and so on"
    assert not any(call.startswith("xl destroy") for call in toolstack.calls())


def test_a_missing_image_is_told(toolstack: Toolstack) -> None:
    with pytest.raises(XenError, match="/nosuch: no such image"):
        xen.run(replace(DOMAIN, image="/nosuch"))


def test_ctrl_c_destroys_the_domain(toolstack: Toolstack, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(number: str, told: object) -> xen.Ended:
        raise KeyboardInterrupt

    monkeypatch.setattr(xen, "_wait_for_end", interrupted)
    assert xen.run(DOMAIN) == 130
    assert toolstack.calls()[-1] == "xl destroy web-1"
