"""Disks: numbered sectors that outlive the program.

    disk = await open_disk("data")
    first = await disk.read(0, 8)          # 8 sectors
    await disk.write(8, first)
    await disk.flush()                     # from here on a power failure cannot take it

The same lines run over virtio-blk, Xen's blkfront, and a file of Linux, compiled or under CPython.  A program
asks for a disk by name; who starts it says what that is: `mirage run --disk data=disk.img`, `disks` in
[tool.mirage], or `MIRAGE_DISKS="data=disk.img" python app.py`.
"""

from __future__ import annotations

from mirage.targets import current_disk as _target

_READ = 0
_WRITE = 1
_FLUSH = 2
_DISCARD = 3

_EROFS = 30
_ENOENT = 2
_EBADF = 9


class DiskError(OSError):
    """The disk failed, or does not do what was asked; `errno` and the text say which."""


class BlockDevice:
    """An open disk.  Several requests may be under way at once; their order is known only after `flush`.

    name         as given to `open_disk`
    sector_size  bytes: 512, 4096, ...
    sectors      how many there are
    read_only    nothing can be written
    can_discard  `discard` tells the device; otherwise it does nothing
    """

    name: str
    sector_size: int
    sectors: int
    read_only: bool
    can_discard: bool

    def __init__(self, name: str, handle: int) -> None:
        self.name = name
        self._handle = handle
        self._is_open = True
        self.sector_size = _target.sector_size(handle)
        self.sectors = _target.sectors(handle)
        self.read_only = _target.is_read_only(handle)
        self.can_discard = _target.can_discard(handle)

    def __repr__(self) -> str:
        writable = " read-only" if self.read_only else ""
        return f"<BlockDevice {self.name!r}: {self.sectors} sectors of {self.sector_size} bytes{writable}>"

    @property
    def size(self) -> int:
        """Bytes."""
        return self.sectors * self.sector_size

    async def read(self, sector: int, count: int = 1) -> bytes:
        """The contents of `count` sectors.  Raises ValueError, DiskError."""
        self._check(sector, count)
        if count == 0:
            return b""
        return await self._transfer(_READ, sector, count, b"")

    async def write(self, sector: int, data: bytes) -> None:
        """Change whole sectors; what is written may be lost until `flush`.  Raises ValueError, DiskError."""
        size = len(data)
        if size % self.sector_size != 0:
            raise ValueError(f"{size} bytes are not whole sectors of {self.sector_size}")
        self._check_writable()
        count = size // self.sector_size
        self._check(sector, count)
        if count != 0:
            await self._transfer(_WRITE, sector, count, data)

    async def flush(self) -> None:
        """Return when all writes that have ended are safe from a power failure.  Raises DiskError."""
        self._check(0, 0)
        if not self.read_only:
            await self._transfer(_FLUSH, 0, 0, b"")

    async def discard(self, sector: int, count: int) -> None:
        """These sectors are not needed any more; what they hold then is unknown.

        raises     ValueError, DiskError
        """
        self._check_writable()
        self._check(sector, count)
        if count != 0 and self.can_discard:
            await self._transfer(_DISCARD, sector, count, b"")

    def close(self) -> None:
        """Let go of the disk; it can be opened again."""
        if self._is_open:
            self._is_open = False
            _target.close(self._handle)

    async def _transfer(self, kind: int, sector: int, count: int, data: bytes) -> bytes:
        try:
            return await _target.transfer(self._handle, kind, sector, count, data)
        except OSError as error:
            raise DiskError(error.errno, f"disk {self.name!r}: {error.strerror}") from None

    def _check(self, sector: int, count: int) -> None:
        if not self._is_open:
            raise DiskError(_EBADF, f"disk {self.name!r} is closed")
        if sector < 0 or count < 0 or sector + count > self.sectors:
            raise ValueError(
                f"{count} sectors from {sector} on: disk {self.name!r} has {self.sectors} sectors"
            )

    def _check_writable(self) -> None:
        if self.read_only:
            raise DiskError(_EROFS, f"disk {self.name!r} is read-only")


async def open_disk(name: str) -> BlockDevice:
    """The disk of this name.  Raises DiskError: there is none, or it cannot be used."""
    try:
        handle = _target.open_disk(name)
    except OSError as error:
        raise DiskError(error.errno, f"disk {name!r}: {error.strerror}") from None
    if handle < 0:
        there = ", ".join(_target.names())
        raise DiskError(
            _ENOENT,
            f"there is no disk {name!r}"
            + (f"; there are {there}" if there else "; give one: mirage run --disk " + name + "=FILE"),
        )
    return BlockDevice(name, handle)


def disk_names() -> list[str]:
    """The disks that the program was given."""
    return _target.names()
