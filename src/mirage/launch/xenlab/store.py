"""The lab's parts, built once and kept in the user's cache folder."""

from __future__ import annotations

import contextlib
import fcntl
import hashlib
import json
import os
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path

from mirage.launch.xenlab import parts
from mirage.launch.xenlab.packages import XEN, Apt, LabError, Package

_NEEDED_BYTES = 400 << 20  # downloads, the unpacked kernel, the finished parts
_LABS_KEPT = 3
_SOURCES = (
    "packages.py", "archive.py", "parts.py",
    "dom0/init.sh", "dom0/agent.sh", "dom0/domain.sh", "dom0/ended.sh",
)  # fmt: skip

Progress = Callable[[str, float], None]  # a finished step and its seconds


@dataclass(frozen=True)
class Lab:
    """The built parts: files for QEMU, and the versions of the packages they come from."""

    folder: Path

    @property
    def xen(self) -> Path:
        return self.folder / "xen"

    @property
    def kernel(self) -> Path:
        return self.folder / "vmlinux"

    @property
    def dom0(self) -> Path:
        return self.folder / "dom0.cpio"

    def versions(self) -> dict[str, str]:
        """Package -> version."""
        packages = json.loads((self.folder / "packages.json").read_text())
        return {package["name"]: package["version"] for package in packages}


def cache_folder() -> Path:
    """Where labs are kept: `mirage/xen-lab` in the XDG cache directory."""
    base = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    return Path(base) / "mirage" / "xen-lab"


def ensure_lab(
    working: Callable[[str], None] = lambda what: None,
    progress: Progress = lambda step, seconds: None,
    folder: Path | None = None,
) -> Lab:
    """The lab, from the cache, else built: about 15 s and 80 MB of downloads.  Raises LabError.

    working   told what is begun; progress: what is done and how long it took
    folder    in place of the user's cache
    """
    store = folder or cache_folder()
    try:
        store.mkdir(parents=True, exist_ok=True)
        ready = store / f"lab-{XEN}-{_recipe()}"
        if ready.is_dir():
            return Lab(ready)
        with _locked(store, working):
            if not ready.is_dir():  # another process may have built it while we waited
                _build(store, ready, working, progress)
    except OSError as error:
        where = f" ({error.filename})" if error.filename else ""
        raise LabError(f"the Xen lab cannot be kept in {store}: {error.strerror or error}{where}") from None
    return Lab(ready)


def _recipe() -> str:
    """A hash of what decides how a lab is made; a lab of another recipe is not used."""
    digest = hashlib.sha256()
    here = resources.files("mirage.launch.xenlab")
    for name in _SOURCES:
        digest.update((here / name).read_bytes() + b"\0")
    return digest.hexdigest()[:16]


@contextlib.contextmanager
def _locked(store: Path, working: Callable[[str], None]) -> Iterator[None]:
    with (store / "lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            working("waiting for another process that builds the Xen lab")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _build(store: Path, ready: Path, working: Callable[[str], None], progress: Progress) -> None:
    """Download what is not here yet, build beside the final place, and rename when whole."""
    free = shutil.disk_usage(store).free
    if free < _NEEDED_BYTES:
        raise LabError(
            f"building the Xen lab takes {_NEEDED_BYTES >> 20} MB in {store}, where {free >> 20} MB are free"
        )
    started = time.monotonic()

    def done(step: str) -> None:
        nonlocal started
        now = time.monotonic()
        progress(step, now - started)
        started = now

    apt = Apt(store / "apt")
    working("fetching Debian's package index")
    apt.prepare()
    apt.update()
    packages = apt.resolve()
    done("index")
    size = sum(package.size for package in packages)
    working(f"downloading {len(packages)} Debian packages, {size >> 20} MB (they are not installed)")
    files = apt.download(packages)
    done("download")
    working("building dom0's kernel and initial RAM disk")
    unpacked = parts.Unpacked()
    for file in files:
        unpacked.add(file)
    done("unpack")
    fresh = store / f"building.{os.getpid()}"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    try:
        lab = Lab(fresh)
        lab.xen.write_bytes(parts.hypervisor(unpacked))
        lab.kernel.write_bytes(parts.kernel(unpacked))
        lab.dom0.write_bytes(parts.dom0(unpacked))
        (fresh / "packages.json").write_text(_manifest(packages))
        os.replace(fresh, ready)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
    done("build")
    _forget(store)


def _manifest(packages: list[Package]) -> str:
    rows = [{"name": p.name, "version": p.version, "sha256": p.sha256} for p in packages]
    return json.dumps(rows, indent=1) + "\n"


def _forget(store: Path) -> None:
    """The oldest labs, what killed builds left, and the downloads, which are of no more use."""
    for path in store.glob("building.*"):
        shutil.rmtree(path, ignore_errors=True)
    labs = sorted(store.glob("lab-*"), key=lambda path: path.stat().st_mtime)
    for path in labs[:-_LABS_KEPT]:
        shutil.rmtree(path, ignore_errors=True)
    shutil.rmtree(store / "apt", ignore_errors=True)
