"""Find QEMU, or get it: asked only when a virtual machine is to be started."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable

_PROGRAM = "qemu-system-x86_64"
_PACKAGE = "qemu-system-x86"


class Missing(Exception):
    """A program of the host is not there and could not be installed; the text says what to do."""


def ensure_qemu(say: Callable[[str], None]) -> str:
    """The path of QEMU.  As root on Debian it is installed when missing, otherwise Missing is raised."""
    found = shutil.which(_PROGRAM)
    if found is not None:
        return found
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        raise Missing(
            f"{_PROGRAM} was not found.  Install it: `sudo apt-get install {_PACKAGE}` (Debian, Ubuntu), "
            "`sudo dnf install qemu-system-x86` (Fedora), `sudo pacman -S qemu-system-x86` (Arch)"
        )
    say(f"installing {_PACKAGE} (apt-get, once)")
    environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    for command in (
        ["apt-get", "update", "-qq"],
        ["apt-get", "install", "-y", "-qq", "--no-install-recommends", _PACKAGE],
    ):
        done = subprocess.run(
            command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        if done.returncode != 0:
            raise Missing(f"`{' '.join(command)}` failed:\n{done.stdout.strip()}")
    found = shutil.which(_PROGRAM)
    if found is None:
        raise Missing(f"{_PACKAGE} was installed, but {_PROGRAM} is not on the PATH")
    return found
