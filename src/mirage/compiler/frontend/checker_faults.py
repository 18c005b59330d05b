"""mypy failing on a program: an InternalError at the line it was looking at.

mypy prints where it was and what to send to its authors; the user needs the place, and ours.
"""

from __future__ import annotations

import contextlib
import re
import sys
from collections.abc import Iterator
from io import StringIO, TextIOBase

from mirage.compiler.errors import CompileErrors, InternalError

_PLACE = re.compile(r"(?:(?P<file>[^\n]*?):(?:(?P<line>\d+):)? )?error: INTERNAL ERROR")


class _Errors(TextIOBase):
    """Standard error without the report: what stands before it is passed on."""

    def __init__(self) -> None:
        self.report = ""
        self._below = sys.stderr

    def write(self, text: str) -> int:
        if self.report or "INTERNAL ERROR" in text:
            self.report += text
            return len(text)
        return self._below.write(text)

    def flush(self) -> None:
        self._below.flush()

    def isatty(self) -> bool:
        return self._below.isatty()

    def fileno(self) -> int:
        return self._below.fileno()


@contextlib.contextmanager
def reported() -> Iterator[None]:
    """mypy runs inside, with `options.raise_exceptions`; raises InternalError where it fails by itself."""
    from mypy.errors import CompileError as MypyFailure

    errors = _Errors()
    try:
        with contextlib.redirect_stderr(errors), contextlib.redirect_stdout(StringIO()):
            yield
    except (CompileErrors, InternalError, MypyFailure):
        raise
    except Exception as error:
        place = _PLACE.search(errors.report)
        file, line = (place["file"], int(place["line"] or 0)) if place else (None, 0)
        raise InternalError(file or "", line, error) from error
