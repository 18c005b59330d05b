"""Which subclass of OSError an error number stands for (PEP 3151)."""

from __future__ import annotations


def os_error(args: tuple[object, ...]) -> OSError:
    """What `OSError(errno, strerror, ...)` makes; the numbers are Linux's."""
    error = _empty(args[0])
    error._set(args)
    return error


def _empty(number: object) -> OSError:
    if not isinstance(number, int):
        return OSError()
    if number == 2:
        return FileNotFoundError()
    if number == 104:
        return ConnectionResetError()
    if number == 111:
        return ConnectionRefusedError()
    if number == 103:
        return ConnectionAbortedError()
    if number == 32 or number == 108:
        return BrokenPipeError()
    if number == 110:
        return TimeoutError()
    if number == 11 or number == 114 or number == 115:
        return BlockingIOError()
    if number == 1 or number == 13:
        return PermissionError()
    if number == 17:
        return FileExistsError()
    if number == 20:
        return NotADirectoryError()
    if number == 21:
        return IsADirectoryError()
    if number == 4:
        return InterruptedError()
    if number == 3:
        return ProcessLookupError()
    if number == 10:
        return ChildProcessError()
    return OSError()
