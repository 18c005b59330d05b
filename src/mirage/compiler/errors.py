"""What the compiler says when it refuses a program, and how that is shown.

error[dynamic-attribute]: `setattr` with a computed name cannot be compiled
  --> shop/cart.py:41:23
41 |         setattr(self, name, value)
   |                       ^^^^ this name is known only at run time
  help: keep the values in a `dict[str, int]` and write `self.values[name] = value`
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_RED = "\033[1;31m"
_BLUE = "\033[1;34m"
_GREEN = "\033[1;32m"
_BOLD = "\033[1m"
_RESET = "\033[0m"


@dataclass(frozen=True)
class CompileError:
    """One refusal.

    code        a short, stable, hyphenated name: `dynamic-attribute`; mypy's own codes for type errors
    message     what cannot be compiled
    file        the source file; "" when the error belongs to no file
    line        from 1; 0 when unknown
    column      from 0, in code points (as in Python's ast and mypy); -1 when unknown
    end_column  one past the last column; not above `column` when unknown (one caret is drawn)
    reason      why, written behind the carets; may be empty
    help        what to write instead; may be empty
    """

    code: str
    message: str
    file: str = ""
    line: int = 0
    column: int = -1
    end_column: int = -1
    reason: str = ""
    help: str = ""

    def render(self, color: bool = False) -> str:
        """The error as text of several lines, without a newline at the end."""
        red, blue, green, bold, reset = (
            (_RED, _BLUE, _GREEN, _BOLD, _RESET) if color else ("", "", "", "", "")
        )
        lines = [f"{red}error[{self.code}]{reset}{bold}: {self.message}{reset}"]
        source = source_line(self.file, self.line)
        if self.file:
            place = _shown_path(self.file)
            if self.line > 0:
                place += f":{self.line}"
                if self.column >= 0:
                    place += f":{self.column + 1}"
            lines.append(f"  {blue}-->{reset} {place}")
        if source is not None:
            number = str(self.line)
            # Tabs keep their width in the line below, so that the carets stay under the code.
            lines.append(f"{blue}{number} |{reset} {source}".rstrip())
            if self.column >= 0:
                lead = "".join("\t" if c == "\t" else " " for c in source[: self.column])
                end = min(self.end_column, len(source))
                carets = "^" * max(1, end - self.column)
                note = f"{carets} {self.reason}".rstrip()
                lines.append(f"{blue}{' ' * len(number)} |{reset} {lead}{red}{note}{reset}")
            elif self.reason:
                lines.append(f"{blue}{' ' * len(number)} |{reset} {self.reason}")
        elif self.reason:
            lines.append(f"  {self.reason}")
        if self.help:
            lines.append(f"  {green}help{reset}: {self.help}")
        return "\n".join(lines)

    def as_dict(self) -> dict[str, str | int]:
        """The error for `--json`; line and column count from 1, 0 when unknown."""
        return {
            "code": self.code,
            "message": self.message,
            "file": self.file,
            "line": self.line,
            "column": self.column + 1,
            "end_column": self.end_column + 1,
            "reason": self.reason,
            "help": self.help,
        }


class InternalError(Exception):
    """A bug of the compiler.

    file, line  the source that was being compiled, the application's or the library's; "" and 0 when none was
    error       what went wrong
    """

    def __init__(self, file: str, line: int, error: Exception) -> None:
        self.file = file
        self.line = line
        self.error = error
        super().__init__(self.as_compile_error().render())

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.file, self.line, self.error)

    def as_compile_error(self) -> CompileError:
        """As refusals are shown, with what to do."""
        what = str(self.error).partition("\n")[0]
        kind = type(self.error).__name__
        return CompileError(
            code="internal-error",
            message=f"the compiler failed here: {kind}{': ' if what else ''}{what}",
            file=self.file,
            line=self.line,
            help="this is a bug in Mirage: please report it with this text and the function around the line "
            "(-v shows where the compiler was)",
        )


@contextmanager
def compiling(file: str, line: int) -> Iterator[None]:
    """What fails unexpectedly inside is an InternalError at this place, or at a closer one found before."""
    try:
        yield
    except (CompileErrors, InternalError):
        raise
    except Exception as error:
        raise InternalError(file, line, error) from error


class CompileErrors(Exception):
    """The build stops: one or more errors in the order of the sources."""

    def __init__(self, errors: Iterable[CompileError]) -> None:
        self.errors: Sequence[CompileError] = tuple(errors)
        super().__init__(f"{len(self.errors)} error(s)")

    def __reduce__(self) -> tuple[type, tuple[object, ...]]:
        return type(self), (self.errors,)

    def __str__(self) -> str:
        return self.render(color=False)

    def render(self, color: bool = False) -> str:
        """All errors, one blank line between them, and their number; no newline at the end."""
        count = len(self.errors)
        total = "1 error" if count == 1 else f"{count} errors"
        return "\n\n".join([error.render(color) for error in self.errors] + [total])


def source_line(file: str, line: int) -> str | None:
    """The text of a line, or None when the file or the line is not there."""
    if not file or line <= 0:
        return None
    try:
        lines = Path(file).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    return lines[line - 1] if line <= len(lines) else None


def _shown_path(file: str) -> str:
    """Relative to the working directory when that is shorter and inside it."""
    try:
        relative = os.path.relpath(file)
    except ValueError:
        return file
    return file if relative.startswith("..") else relative
