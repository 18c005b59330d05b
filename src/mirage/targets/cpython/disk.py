"""The disk interface of docs/design/abi.md over files; a handle is a file descriptor."""

from __future__ import annotations

import ctypes
import errno
import os

from mirage.targets.disk_list import parse_disks

_SECTOR = 512
_READ = 0
_WRITE = 1
_FLUSH = 2
_KEEP_SIZE_PUNCH_HOLE = 3

_read_only: dict[int, bool] = {}


def names() -> list[str]:
    """The disks of MIRAGE_DISKS."""
    return [disk.name for disk in parse_disks(os.environ.get("MIRAGE_DISKS", ""))]


def open_disk(name: str) -> int:
    """The disk's handle, -1 when there is none of this name.  Raises OSError."""
    for disk in parse_disks(os.environ.get("MIRAGE_DISKS", "")):
        if disk.name == name:
            return _open(disk.path, disk.read_only)
    return -1


def _open(path: str, read_only: bool) -> int:
    """A file that cannot be written is a read-only disk."""
    if not read_only:
        try:
            handle = os.open(path, os.O_RDWR | os.O_CLOEXEC)
        except OSError as error:
            if error.errno not in (errno.EACCES, errno.EROFS):
                raise
            read_only = True
    if read_only:
        handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    _read_only[handle] = read_only
    return handle


def sector_size(handle: int) -> int:
    """Bytes."""
    return _SECTOR


def sectors(handle: int) -> int:
    """What is left of the last sector is not there."""
    return os.lseek(handle, 0, os.SEEK_END) // _SECTOR


def is_read_only(handle: int) -> bool:
    return _read_only[handle]


def can_discard(handle: int) -> bool:
    return not _read_only[handle]


async def transfer(handle: int, kind: int, sector: int, count: int, data: bytes) -> bytes:
    """One request, 0 read, 1 write, 2 flush, 3 discard, done when this returns.  Raises OSError."""
    if kind == _READ:
        return _read(handle, sector * _SECTOR, count * _SECTOR)
    if kind == _WRITE:
        view = memoryview(data)
        position = sector * _SECTOR
        while view:
            done = os.pwrite(handle, view, position)
            view = view[done:]
            position += done
    elif kind == _FLUSH:
        os.fdatasync(handle)
    else:
        _discard(handle, sector * _SECTOR, count * _SECTOR)
    return b""


def _read(handle: int, position: int, size: int) -> bytes:
    parts = []
    while size > 0:
        part = os.pread(handle, size, position)
        if not part:
            raise OSError(errno.EIO, "the file has become shorter")
        parts.append(part)
        position += len(part)
        size -= len(part)
    return b"".join(parts)


def _discard(handle: int, position: int, size: int) -> None:
    """A hole in the file, where its file system has holes."""
    libc = ctypes.CDLL(None, use_errno=True)
    arguments = (ctypes.c_int(_KEEP_SIZE_PUNCH_HOLE), ctypes.c_int64(position), ctypes.c_int64(size))
    if libc.fallocate64(ctypes.c_int(handle), *arguments) != 0 and ctypes.get_errno() != errno.EOPNOTSUPP:
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))


def close(handle: int) -> None:
    _read_only.pop(handle, None)
    os.close(handle)
