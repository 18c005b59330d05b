"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import click

from mirage.cli.output import Output
from mirage.config import ConfigError, Manifest, load_manifest

F = TypeVar("F", bound=Callable[..., Any])

TARGETS = ("cpython", "linux", "virtio", "xen")

path_argument = click.argument("path", type=click.Path(path_type=Path))


def voice_options(function: F) -> F:
    """-v, -q and --json."""
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Speak JSON, one object a line."),
        click.option("-q", "--quiet", is_flag=True, help="No messages but errors."),
        click.option("-v", "--verbose", is_flag=True, help="More messages."),
    ):
        function = option(function)
    return function


optimise_option = click.option(
    "-O",
    "optimise",
    type=click.IntRange(0, 2),
    default=2,
    show_default=True,
    help="How much to optimise: 0 compiles in less than half the time, and the program runs slower.",
)


def manifest_of(path: Path, output: Output, optimise: int = 2) -> Manifest:
    """The application at `path`, or exit with the reason."""
    try:
        return replace(load_manifest(path), optimise=optimise)
    except ConfigError as error:
        output.config_error(error)
