"""`mirage test`: the user's own pytest suite."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import click

from mirage.cli.options import TARGETS, path_argument, voice_options
from mirage.cli.output import Output


@click.command()
@path_argument
@click.option("-t", "--target", type=click.Choice(TARGETS), default="cpython", show_default=True)
@click.argument("pytest_arguments", nargs=-1, type=click.UNPROCESSED)
@voice_options
def test(
    path: Path, target: str, pytest_arguments: tuple[str, ...], verbose: bool, quiet: bool, as_json: bool
) -> None:
    """Run the pytest suite of the application at PATH under CPython.

    Arguments after -- go to pytest.  The exit code is pytest's.
    """
    output = Output(quiet, verbose, as_json)
    if target != "cpython":
        output.fail(f"tests run under CPython only; compiled test suites are not supported (-t {target})")
    if not path.exists():
        output.fail(f"{path}: there is no such file or directory")
    if importlib.util.find_spec("pytest") is None:
        output.fail("pytest is not installed; install it: pip install 'mirage[test]'")
    directory = path if path.is_dir() else path.parent
    environment = dict(os.environ)
    search = [str(directory.resolve()), environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(part for part in search if part)
    command = [sys.executable, "-P", "-m", "pytest", "--rootdir", str(directory), str(path)]
    sys.exit(subprocess.run([*command, *pytest_arguments], env=environment).returncode)
