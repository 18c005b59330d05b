"""The command group `mirage`."""

from __future__ import annotations

import contextlib
import errno
import importlib
import os
import sys
from typing import Any

import click

from mirage.cli.output import EXIT_FILES, EXIT_INTERRUPTED

# As `--help` lists them.
COMMANDS = ("new", "check", "build", "run", "test", "describe", "selftest", "accelerate")


class _Commands(click.Group):
    """The commands are in modules of their names, imported when asked for: they need different libraries."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        command = getattr(importlib.import_module(f"mirage.cli.{name}"), name)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Ctrl-C ends a command as it ends other programs, without a word; a full disk is no traceback."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            # not sys.exit: when the interrupt hit an `exec` (as dataclasses do at import), CPython would
            # still end by the signal instead of with this code
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(EXIT_INTERRUPTED)
        except OSError as error:
            if error.errno == errno.EPIPE:
                raise  # click ends quietly: nobody reads
            print(f"mirage: error: {error}", file=sys.stderr)
            sys.exit(EXIT_FILES)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="mirage", prog_name="mirage")
def main() -> None:
    """Typed Python, compiled with its operating system into a process or a virtual machine."""


def entry() -> None:
    """The process's entry: as `main`, but ends at once: taking a compilation's trees apart costs a second."""
    from mirage.compiler.accelerated import activate

    activate()
    try:
        main(prog_name="mirage")
    except SystemExit as end:
        if end.code is not None and not isinstance(end.code, int):
            raise  # a text, which Python prints
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(end.code or 0)
