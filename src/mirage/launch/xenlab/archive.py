"""Debian packages read as streams, initial RAM disks written: no dpkg and no cpio needed."""

from __future__ import annotations

import lzma
import stat
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, BinaryIO

from mirage.launch.xenlab.packages import LabError

_AR_HEADER = 60


def members(deb: Path) -> Iterator[tuple[str, tarfile.TarInfo, IO[bytes] | None]]:
    """Each file, link and folder a package installs: its path without leading `/`, what it is, its contents.

    The contents must be read before the next member is asked for.  Raises LabError.
    """
    with deb.open("rb") as file:
        try:
            _find_data(file, deb)
            with lzma.open(file) as data, tarfile.open(fileobj=data, mode="r|") as tar:
                for member in tar:
                    name = member.name.removeprefix("./").strip("/")
                    yield name, member, tar.extractfile(member) if member.isreg() else None
        except (tarfile.TarError, lzma.LZMAError, EOFError) as error:
            raise LabError(f"{deb.name} cannot be unpacked: {error}") from None


def _find_data(file: BinaryIO, deb: Path) -> None:
    """Go to the contents of data.tar.xz, the last member of the `ar` archive that a package is."""
    if file.read(8) != b"!<arch>\n":
        raise LabError(f"{deb.name} is not a Debian package")
    while len(header := file.read(_AR_HEADER)) == _AR_HEADER:
        name = header[:16].decode("ascii", "replace").strip().rstrip("/")
        if name == "data.tar.xz":
            return
        if name.startswith("data.tar"):
            raise LabError(f"{deb.name} holds {name}; only data.tar.xz is understood")
        size = int(header[48:58])
        file.seek(size + size % 2, 1)
    raise LabError(f"{deb.name} holds no data.tar.xz")


@dataclass
class Tree:
    """An initial RAM disk: path without leading `/` -> mode and contents (of a link: its target)."""

    entries: dict[str, tuple[int, bytes]] = field(default_factory=dict)

    def folder(self, path: str) -> None:
        """A folder and those above it."""
        if path and path not in self.entries:
            self.folder(path.rpartition("/")[0])
            self.entries[path] = (stat.S_IFDIR | 0o755, b"")

    def file(self, path: str, contents: bytes, mode: int = 0o644) -> None:
        self.folder(path.rpartition("/")[0])
        self.entries[path] = (stat.S_IFREG | mode, contents)

    def link(self, path: str, target: str) -> None:
        self.folder(path.rpartition("/")[0])
        self.entries[path] = (stat.S_IFLNK | 0o777, target.encode())

    def cpio(self) -> bytes:
        """The archive Linux unpacks, in its `newc` form; equal trees give equal bytes."""
        parts = []
        for number, (path, (mode, contents)) in enumerate(self.entries.items(), start=1):
            parts.append(_entry(path, mode, contents, number))
        parts.append(_entry("TRAILER!!!", 0, b"", 0))
        return b"".join(parts)


def _entry(path: str, mode: int, contents: bytes, number: int) -> bytes:
    name = path.encode() + b"\0"
    links = 2 if stat.S_ISDIR(mode) else 1
    fields = (number, mode, 0, 0, links, 0, len(contents), 0, 0, 0, 0, len(name), 0)
    head = b"070701" + b"".join(b"%08x" % field for field in fields) + name
    return head + bytes(-len(head) % 4) + contents + bytes(-len(contents) % 4)
