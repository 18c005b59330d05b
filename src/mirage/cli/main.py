"""The command group `mirage`."""

from __future__ import annotations

import importlib.metadata

import click

from mirage.cli.build import build
from mirage.cli.check import check
from mirage.cli.describe import describe
from mirage.cli.new import new
from mirage.cli.run import run
from mirage.cli.selftest import selftest
from mirage.cli.test import test


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(importlib.metadata.version("mirage"), prog_name="mirage")
def main() -> None:
    """Typed Python, compiled with its operating system into a process or a virtual machine."""


for command in (new, check, build, run, test, describe, selftest):
    main.add_command(command)
