"""Debian's packages of the lab: found and downloaded by apt, which checks signatures and hashes.

apt gets folders of its own, so no root is needed, nothing is installed, and this machine's own state of apt,
and its release, do not matter.
"""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

RELEASE = "bookworm"
XEN = "4.17"

_MIRROR = "http://deb.debian.org/debian"
_SECURITY_MIRROR = "http://deb.debian.org/debian-security"
_KEYRING = "/usr/share/keyrings/debian-archive-keyring.gpg"
_KERNEL = "linux-image-amd64"  # the cloud kernel cannot be dom0

_PACKAGES = (
    f"xen-hypervisor-{XEN}-amd64",
    f"xen-utils-{XEN}",
    "xen-utils-common",
    "xenstore-utils",
    f"libxenmisc{XEN}",
    "libxencall1",
    "libxendevicemodel1",
    "libxenevtchn1",
    "libxenforeignmemory1",
    "libxengnttab1",
    "libxenhypfs1",
    "libxenstore4",
    "libxentoolcore1",
    "libxentoollog1",
    "libyajl2",
    "libc6",
    "libgcc-s1",
    "liblzma5",
    "libtinfo6",
    "libuuid1",
    "libzstd1",
    "zlib1g",
    "bash",
    "busybox-static",
    "util-linux",
)


class LabError(Exception):
    """The lab cannot be built or started; the text says why and what to do."""


@dataclass(frozen=True)
class Package:
    """One downloadable file; `size` in bytes, `sha256` in hexadecimal, both from the signed index."""

    name: str
    version: str
    file: str
    size: int
    sha256: str

    def is_whole(self, path: Path) -> bool:
        """Whether `path` holds exactly this package."""
        try:
            if path.stat().st_size != self.size:
                return False
            return hashlib.sha256(path.read_bytes()).hexdigest() == self.sha256
        except OSError:
            return False


class Apt:
    """apt with its state below `folder`, which knows Debian's release and nothing else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()

    def prepare(self) -> None:
        """Make the folders and apt's configuration.  Raises LabError without apt or Debian's keys."""
        if shutil.which("apt-get") is None or shutil.which("apt-cache") is None:
            raise LabError(
                "the Xen lab is made of Debian's packages, and apt-get, which downloads and checks them, "
                "was not found.  Run this on Debian or Ubuntu, or in a container of debian:12"
            )
        if not os.access(_KEYRING, os.R_OK):
            raise LabError(
                f"{_KEYRING} is missing, with which Debian's packages are checked.  "
                "Install it: `sudo apt-get install debian-archive-keyring`"
            )
        for part in ("state/lists/partial", "cache/archives/partial", "debs"):
            (self.folder / part).mkdir(parents=True, exist_ok=True)
        (self.folder / "state/status").touch()
        mirror = os.environ.get("MIRAGE_DEBIAN_MIRROR", _MIRROR)
        security = os.environ.get("MIRAGE_DEBIAN_SECURITY_MIRROR", _SECURITY_MIRROR)
        (self.folder / "sources.list").write_text(
            f"deb [signed-by={_KEYRING}] {mirror} {RELEASE} main\n"
            f"deb [signed-by={_KEYRING}] {security} {RELEASE}-security main\n"
        )
        (self.folder / "apt.conf").write_text(
            f'Dir::State "{self.folder}/state";\n'
            f'Dir::State::status "{self.folder}/state/status";\n'
            f'Dir::Cache "{self.folder}/cache";\n'
            f'Dir::Etc::sourcelist "{self.folder}/sources.list";\n'
            'Dir::Etc::sourceparts "/dev/null";\n'
            'APT::Architecture "amd64";\n'
            'APT::Architectures { "amd64"; };\n'
            'APT::Sandbox::User "";\n'  # the folder may be one that only we can enter
            'Acquire::Languages "none";\n'
            'Acquire::Retries "3";\n'
        )

    def update(self) -> None:
        """Fetch the signed indexes."""
        self._call("apt-get", "update", "-qq", "-o", "APT::Update::Error-Mode=any")

    def resolve(self) -> list[Package]:
        """The lab's packages in their current versions, the kernel last."""
        text = self._call("apt-cache", "depends", "--important", _KERNEL)
        kernel = re.search(r"Depends: (linux-image-\S+)", text)
        if kernel is None:
            raise LabError(f"Debian's {_KERNEL} names no kernel:\n{text.strip()}")
        return self.named((*_PACKAGES, kernel[1]))

    def named(self, names: Sequence[str]) -> list[Package]:
        """These packages in their current versions.  Raises LabError."""
        found = {
            package.name: package
            for package in parse_uris(self._call("apt-get", "download", "--print-uris", "-qq", *names))
        }
        missing = [name for name in names if name not in found]
        if missing:
            raise LabError(f"Debian {RELEASE} has no package {', '.join(missing)}")
        return [found[name] for name in names]

    def download(self, packages: list[Package]) -> list[Path]:
        """The packages' files; those already here and whole are not fetched again."""
        debs = self.folder / "debs"
        wanted = [package for package in packages if not package.is_whole(debs / package.file)]
        for package in wanted:
            (debs / package.file).unlink(missing_ok=True)
        if wanted:
            names = [f"{package.name}={package.version}" for package in wanted]
            self._call("apt-get", "download", "-qq", *names, cwd=debs)
        for package in wanted:
            if not package.is_whole(debs / package.file):
                raise LabError(f"{package.file}: what was downloaded is not what Debian's index says")
        return [debs / package.file for package in packages]

    def _call(self, *command: str, cwd: Path | None = None) -> str:
        environment = dict(os.environ, APT_CONFIG=str(self.folder / "apt.conf"), LC_ALL="C")
        done = subprocess.run(
            command, env=environment, cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
        if done.returncode != 0:
            reason = done.stderr.strip() or done.stdout.strip()
            hint = ""
            if "resolve" in reason or "onnect" in reason or "Failed to fetch" in reason:
                hint = "  (Is there a network?  MIRAGE_DEBIAN_MIRROR names another mirror.)"
            raise LabError(f"`{' '.join(command[:2])}` failed:\n{reason}{hint}")
        return done.stdout


def parse_uris(text: str) -> list[Package]:
    """Read `apt-get download --print-uris`: 'URI' FILE SIZE SHA256:HASH."""
    found = []
    for line in text.splitlines():
        match = re.fullmatch(r"'[^']+' (\S+) (\d+) SHA256:([0-9a-f]{64})", line.strip())
        if match is not None:
            name, version, _ = match[1].split("_", 2)
            found.append(Package(name, unquote(version), match[1], int(match[2]), match[3]))
    return found
