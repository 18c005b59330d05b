"""What the tool says while it works, on standard error.

On a terminal a spinner names the stage under way and each finished stage leaves a line with its
time; elsewhere there are only the concise lines; `-q` leaves errors, `--json` one JSON object a line.
"""

from __future__ import annotations

import json
import sys
import traceback
from typing import NoReturn

import click
from rich.console import Console
from rich.status import Status

from mirage.compiler.errors import CompileErrors, InternalError
from mirage.config import ConfigError

EXIT_REFUSED = 1  # the program does not compile
EXIT_USAGE = 2  # the tool was asked something it cannot do, as click's own usage errors
EXIT_BUG = 70  # the compiler itself failed (EX_SOFTWARE)
EXIT_FILES = 74  # a file could not be read or written (EX_IOERR)
EXIT_INTERRUPTED = 130  # Ctrl-C


class Output:
    """One command's voice."""

    def __init__(self, quiet: bool = False, verbose: bool = False, as_json: bool = False) -> None:
        self.quiet = quiet
        self.verbose = verbose
        self.as_json = as_json
        self.console = Console(stderr=True, highlight=False, soft_wrap=True)
        self._status: Status | None = None
        context = click.get_current_context(silent=True)
        if context is not None:
            context.call_on_close(self.finish)  # Ctrl-C and errors leave no spinner behind

    @property
    def is_lively(self) -> bool:
        """A person watches: stages are shown as they happen."""
        return self.console.is_terminal and not self.quiet and not self.as_json

    def event(self, kind: str, **fields: object) -> None:
        """One line for machine readers; nothing without `--json`."""
        if self.as_json:
            print(json.dumps({"event": kind, **fields}), file=sys.stderr, flush=True)

    def say(self, text: str) -> None:
        """A line for people."""
        if not self.quiet and not self.as_json:
            self._print(text)

    def detail(self, text: str) -> None:
        """A line for people who asked for more (`-v`)."""
        if self.verbose:
            self.say(text)

    def working(self, what: str) -> None:
        """Name what is under way; shown on a terminal only."""
        if not self.is_lively:
            return
        if self._status is None:
            self._status = self.console.status(what, spinner="dots")
            self._status.start()
        else:
            self._status.update(what)

    def stage(self, name: str, seconds: float) -> None:
        """A stage has finished."""
        self.event("stage", name=name, seconds=round(seconds, 4))
        if self.is_lively:
            self.console.print(f"  [green]✓[/green] {name:<12} [dim]{_duration(seconds):>8}[/dim]")
        elif self.verbose:
            self.say(f"{name} {_duration(seconds)}")

    def finish(self) -> None:
        """Take the spinner away; called before another program gets the terminal."""
        if self._status is not None:
            self._status.stop()
            self._status = None

    def compile_errors(self, errors: CompileErrors) -> NoReturn:
        """Show why the program does not compile, and exit."""
        self.finish()
        if self.as_json:
            self.event("errors", errors=[error.as_dict() for error in errors.errors])
        else:
            print(errors.render(color=self.console.is_terminal), file=sys.stderr)
        sys.exit(EXIT_REFUSED)

    def compiler_bug(self, error: Exception) -> NoReturn:
        """The compiler itself failed; with -v the error is shown whole."""
        self.finish()
        if self.verbose:
            traceback.print_exception(error)
            sys.exit(EXIT_BUG)
        if isinstance(error, InternalError):
            shown = error.as_compile_error()
            if self.as_json:
                self.event("internal-error", **shown.as_dict())
            else:
                print(shown.render(color=self.console.is_terminal), file=sys.stderr)
            sys.exit(EXIT_BUG)
        what = str(error).partition("\n")[0]
        self.fail(
            f"the compiler failed on this program ({type(error).__name__}: {what}).  "
            "This is a bug in Mirage; -v shows where",
            EXIT_BUG,
        )

    def config_error(self, error: ConfigError) -> NoReturn:
        """Show what is wrong with the configuration, and exit."""
        self.finish()
        if self.as_json:
            self.event(
                "config-error", file=str(error.file), line=error.line, message=error.message, help=error.help
            )
        else:
            print(f"mirage: error: {error}", file=sys.stderr)
            if error.line:
                text = error.file.read_text(encoding="utf-8", errors="replace")
                for line in text.splitlines()[error.line - 1 : error.line]:
                    print(f"{error.line} | {line}", file=sys.stderr)
            if error.help:
                print(f"  help: {error.help}", file=sys.stderr)
        sys.exit(EXIT_USAGE)

    def fail(self, text: str, code: int = EXIT_USAGE) -> NoReturn:
        """Give up with one message."""
        self.finish()
        if self.as_json:
            self.event("error", message=text)
        else:
            print(f"mirage: error: {text}", file=sys.stderr)
        sys.exit(code)

    def file_error(self, what: str, error: OSError) -> NoReturn:
        """A file cannot be read or written: `cannot WHAT: REASON (FILE)`, and exit."""
        reason = error.strerror or str(error)
        file = f" ({error.filename})" if error.filename and str(error.filename) not in what else ""
        self.fail(f"cannot {what}: {reason}{file}", EXIT_FILES)

    def _print(self, text: str) -> None:
        if self.console.is_terminal:
            self.console.print(f"[bold blue]mirage[/bold blue]: {text}", markup=True)
        else:
            click.echo(f"mirage: {text}", err=True)


def size_text(size: int) -> str:
    """`412 KB`: kilobytes of 1024 bytes, one decimal below 10."""
    kilobytes = size / 1024
    return f"{kilobytes:.1f} KB" if kilobytes < 10 else f"{kilobytes:.0f} KB"


def _duration(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.2f} s"


duration_text = _duration
