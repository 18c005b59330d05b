"""The command group `mirage`."""

from __future__ import annotations

import errno
import importlib.metadata
import os
import sys
from typing import Any

import click

from mirage.cli.build import build
from mirage.cli.check import check
from mirage.cli.describe import describe
from mirage.cli.new import new
from mirage.cli.output import EXIT_FILES, EXIT_INTERRUPTED
from mirage.cli.run import run
from mirage.cli.selftest import selftest
from mirage.cli.test import test


class _Commands(click.Group):
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
@click.version_option(importlib.metadata.version("mirage"), prog_name="mirage")
def main() -> None:
    """Typed Python, compiled with its operating system into a process or a virtual machine."""


for command in (new, check, build, run, test, describe, selftest):
    main.add_command(command)
