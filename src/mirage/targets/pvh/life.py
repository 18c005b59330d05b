"""From `__main__` to its end: what is printed, flushed and left to be sent."""

from __future__ import annotations

from mirage.lowlevel import i64, run_endings, run_main
from mirage.runtime import console as streams
from mirage.runtime import errors
from mirage.targets.pvh import program

_failed: bool = False


def run_to_end() -> i64:
    """Run the application; its exit code."""
    code = i64(0)
    try:
        run_main()
    except BaseException as error:
        code = _uncaught(error)
    run_endings()
    streams.flush_out()
    try:
        program.run_at_exit()
    except Exception as error:
        code = _uncaught(error)
    return code


def _uncaught(error: BaseException) -> i64:
    global _failed
    if not isinstance(error, SystemExit):
        _failed = True
    return errors.handle_uncaught(error)


def failed() -> bool:
    """The program ended by an uncaught exception other than SystemExit."""
    return _failed
