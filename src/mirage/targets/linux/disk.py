"""The disk interface of docs/design/abi.md over files; a handle is a file descriptor.

MIRAGE_DISKS names the files (targets/disk_list.py).  They are opened before the process gives up the right to
open anything (seccomp.py).  A file that cannot be written is a read-only disk.
"""

from __future__ import annotations

from typing import Final

from mirage.lowlevel import (
    call_symbol,
    copy_memory,
    export,
    i64,
    keep_alive,
    load8,
    new_with_tail,
    nostack,
    small_value,
    store8,
    tail_address,
    u8,
    u64,
)
from mirage.targets.disk_list import GivenDisk, parse_disks
from mirage.targets.linux.machine import environment_value
from mirage.targets.linux.system import (
    EINTR,
    FALLOCATE,
    FDATASYNC,
    LSEEK,
    OPEN,
    PREAD64,
    PWRITE64,
    scratch,
    system_call,
)

_SECTOR: Final = 512
_READ: Final = 0
_WRITE: Final = 1
_FLUSH: Final = 2

_O_RDWR_CLOEXEC: Final = u64(0x80002)
_O_RDONLY_CLOEXEC: Final = u64(0x80000)
_SEEK_END: Final = u64(2)
_PUNCH_HOLE_KEEP_SIZE: Final = u64(3)
_EACCES: Final = i64(-13)
_EROFS: Final = i64(-30)
_EOPNOTSUPP: Final = i64(-95)
_ENAMETOOLONG: Final = i64(-36)
_LONGEST_PATH: Final = u64(2048)
_MOST_DISKS: Final = u64(32)
_READ_ONLY: Final = u64(0x100000000)  # beside a descriptor
_TEXTS: Final = {
    1: "Operation not permitted",
    2: "No such file or directory",
    5: "Input/output error",
    9: "Bad file descriptor",
    13: "Permission denied",
    21: "Is a directory",
    22: "Invalid argument",
    27: "File too large",
    28: "No space left on device",
    36: "File name too long",
    40: "Too many levels of symbolic links",
    122: "Disk quota exceeded",
}

_given: list[GivenDisk] | None = None


# --- before seccomp: no heap, no exceptions ----------------------------------------------------------


@nostack
@export("linux_disk_open_all")
def open_all() -> None:
    """Open the file of each line; disk.S keeps the results, in their order."""
    line = environment_value("MIRAGE_DISKS=")
    index = u64(0)
    while line != 0 and load8(line) != 0 and index < _MOST_DISKS:
        equals = u64(0)
        end = line
        while load8(end) != 0 and load8(end) != 10:
            if load8(end) == 61 and equals == 0:
                equals = end
            end = end + 1
        if equals != 0 and equals > line and equals + 1 < end:
            wants_read_only = equals - line > 3 and load8(equals - 1) == 111 and load8(equals - 3) == 58
            call_symbol("linux_disk_keep", index, u64(_open(equals + 1, end, wants_read_only)))
            index = index + 1
        line = end + 1 if load8(end) != 0 else end


@nostack
def _open(start: u64, end: u64, read_only: bool) -> i64:
    """A descriptor, with _READ_ONLY beside it, or -errno."""
    size = end - start
    if size >= _LONGEST_PATH:
        return _ENAMETOOLONG
    path = scratch()
    copy_memory(path, start, size)
    store8(path + size, u8(0))
    done = _EACCES
    if not read_only:
        done = system_call(OPEN, path, _O_RDWR_CLOEXEC, u64(0))
    if done == _EACCES or done == _EROFS:
        done = system_call(OPEN, path, _O_RDONLY_CLOEXEC, u64(0))
        if done >= 0:
            done = done | i64(_READ_ONLY)
    return done


# --- after it --------------------------------------------------------------------------------------


def _call(number: u64, a: u64, b: u64, c: u64, d: u64) -> i64:
    """A system call of disks, again while a signal interrupts it."""
    while True:
        done = i64(call_symbol("linux_disk_call", number, a, b, c, d))
        if done != EINTR:
            return done


def _checked(done: i64) -> i64:
    if done < 0:
        number = -int(done)
        raise OSError(number, _TEXTS.get(number, f"error {number}"))
    return done


def _disks() -> list[GivenDisk]:
    global _given
    given = _given
    if given is None:
        address = environment_value("MIRAGE_DISKS=")
        given = []
        if address != 0:
            size = u64(0)
            while load8(address + size) != 0:
                size = size + 1
            data = new_with_tail(bytes, i64(size))
            copy_memory(tail_address(data), address, size)
            given = parse_disks(data.decode("utf-8", "surrogateescape"))
        _given = given
    return given


def names() -> list[str]:
    return [disk.name for disk in _disks()]


def open_disk(name: str) -> int:
    """The disk's handle, -1 when there is none of this name.  Raises OSError."""
    index = 0
    for disk in _disks():
        if disk.name == name:
            if index >= int(_MOST_DISKS):
                raise OSError(24, "too many disks")
            return int(_checked(i64(call_symbol("linux_disk_kept", u64(index)))))
        index += 1
    return -1


def _descriptor(handle: int) -> u64:
    return u64(handle) & (_READ_ONLY - 1)


def sector_size(handle: int) -> int:
    return _SECTOR


def sectors(handle: int) -> int:
    """What is left of the last sector is not there.  Raises OSError."""
    size = _checked(_call(LSEEK, _descriptor(handle), u64(0), _SEEK_END, u64(0)))
    return int(size) // _SECTOR


def is_read_only(handle: int) -> bool:
    return u64(handle) & _READ_ONLY != 0


def can_discard(handle: int) -> bool:
    return not is_read_only(handle)


async def transfer(handle: int, kind: int, sector: int, count: int, data: bytes) -> bytes:
    """One request, 0 read, 1 write, 2 flush, 3 discard, done when this returns.  Raises OSError."""
    file = _descriptor(handle)
    position = u64(sector * _SECTOR)
    size = u64(count * _SECTOR)
    if kind == _READ:
        return _read(file, position, size)
    if kind == _WRITE:
        _write(file, position, data)
    elif kind == _FLUSH:
        _checked(_call(FDATASYNC, file, u64(0), u64(0), u64(0)))
    else:
        done = _call(FALLOCATE, file, _PUNCH_HOLE_KEEP_SIZE, position, size)
        if done != _EOPNOTSUPP:
            _checked(done)
    return b""


def _read(file: u64, position: u64, size: u64) -> bytes:
    data = new_with_tail(bytes, i64(size))
    done = u64(0)
    while done < size:
        got = _checked(_call(PREAD64, file, tail_address(data) + done, size - done, position + done))
        if got == 0:
            raise OSError(5, "the file has become shorter")
        done = done + u64(got)
    keep_alive(data)
    return data


def _write(file: u64, position: u64, data: bytes) -> None:
    size = u64(small_value(len(data)))
    done = u64(0)
    while done < size:
        got = _checked(_call(PWRITE64, file, tail_address(data) + done, size - done, position + done))
        done = done + u64(got)
    keep_alive(data)


def close(handle: int) -> None:
    """The file stays open: the process could not open it again."""
