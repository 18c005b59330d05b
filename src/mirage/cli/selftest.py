"""`mirage selftest`: Mirage's own tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import click

import mirage
from mirage.cli.output import Output


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("pytest_arguments", nargs=-1, type=click.UNPROCESSED)
def selftest(pytest_arguments: tuple[str, ...]) -> None:
    """Run the whole test suite of this clone; arguments go to pytest (`-k name`, `-m "not boot"`)."""
    output = Output()
    root = Path(mirage.__file__).resolve().parents[2]
    if not (root / "tests").is_dir():
        output.fail("the tests are not part of an installed package; run ./mirage selftest in a clone")
    command = [sys.executable, "-P", "-m", "pytest"]
    if not any(argument.startswith("-n") for argument in pytest_arguments):
        command += ["-n", "2", "--dist", "worksteal"]
    sys.exit(subprocess.run([*command, *pytest_arguments], cwd=root).returncode)
