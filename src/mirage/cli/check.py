"""`mirage check`: types and what cannot be compiled, without generating code."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

import click

from mirage.cli.building import check_encoding
from mirage.cli.options import TARGETS, manifest_of, path_argument, voice_options
from mirage.cli.output import EXIT_REFUSED, Output, duration_text
from mirage.compiler.errors import CompileErrors


@click.command()
@path_argument
@click.option("-t", "--target", type=click.Choice(TARGETS[1:]), default="linux", show_default=True)
@voice_options
def check(path: Path, target: str, verbose: bool, quiet: bool, as_json: bool) -> None:
    """Type-check PATH and report what cannot be compiled.

    Exits 0 when the program can be compiled, 1 when not.  `--json` prints one document on standard output.
    """
    output = Output(quiet, verbose, as_json)
    manifest = manifest_of(path, output)
    from mirage.compiler.driver import check_program

    started = time.perf_counter()
    output.working(f"checking {manifest.entry}")
    try:
        check_encoding(manifest.entry)
        check_program(manifest.entry, target)
    except CompileErrors as errors:
        if as_json:
            print(json.dumps({"ok": False, "errors": [error.as_dict() for error in errors.errors]}))
            sys.exit(EXIT_REFUSED)
        output.compile_errors(errors)
    except OSError as error:
        output.file_error(f"check {manifest.entry}", error)
    except Exception as error:
        output.compiler_bug(error)
    output.finish()
    if as_json:
        print(json.dumps({"ok": True, "errors": []}))
    output.say(
        f"{manifest.entry}: can be compiled (checked in {duration_text(time.perf_counter() - started)})"
    )
