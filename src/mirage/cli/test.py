"""`mirage test`: the user's own tests, under CPython by pytest or compiled."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

import click

from mirage.cli import building, compiled_tests
from mirage.cli.options import path_argument, voice_options
from mirage.cli.output import EXIT_REFUSED, Output
from mirage.compiler.errors import CompileErrors
from mirage.config import Manifest

_NOTHING_FOUND = 5  # pytest's exit code


@click.command()
@path_argument
@click.option("-t", "--target", type=click.Choice(["cpython", "linux"]), default="cpython", show_default=True)
@click.argument("pytest_arguments", nargs=-1, type=click.UNPROCESSED)
@voice_options
def test(
    path: Path, target: str, pytest_arguments: tuple[str, ...], verbose: bool, quiet: bool, as_json: bool
) -> None:
    """Run the tests of the application at PATH, a directory or a file of tests.

    Under CPython that is pytest: arguments after -- and the exit code are its own.  With -t linux the same
    files are compiled, and each test runs in a process of its own; tests that need fixtures are skipped,
    and said to be.
    """
    output = Output(quiet, verbose, as_json)
    if not path.exists():
        output.fail(f"{path}: there is no such file or directory")
    if target == "linux":
        if pytest_arguments:
            output.fail("arguments for pytest belong to -t cpython")
        _run_compiled(path, output)
    if importlib.util.find_spec("pytest") is None:
        output.fail("pytest is not installed; install it: pip install 'mirage[test]'")
    directory = path if path.is_dir() else path.parent
    environment = dict(os.environ)
    search = [str(directory.resolve()), environment.get("PYTHONPATH", "")]
    environment["PYTHONPATH"] = os.pathsep.join(part for part in search if part)
    command = [sys.executable, "-P", "-m", "pytest", "--rootdir", str(directory), str(path)]
    sys.exit(subprocess.run([*command, *pytest_arguments], env=environment).returncode)


def _run_compiled(path: Path, output: Output) -> NoReturn:
    """Results on standard output, as text or as one JSON document; exit codes are pytest's."""
    directory = (path if path.is_dir() else path.parent).resolve()
    room = directory / ".mirage" / "tests"
    try:
        files = compiled_tests.collect(path, room)
    except SyntaxError as error:
        output.fail(f"{error.filename}:{error.lineno}: {error.msg}", EXIT_REFUSED)
    except UnicodeDecodeError as error:
        output.fail(f"a file of {path} is not UTF-8: {error.reason}", EXIT_REFUSED)
    except OSError as error:
        output.file_error(f"prepare the tests of {path}", error)
    results: list[dict[str, object]] = []
    for file in files:
        _run_file(file, room, directory, output, results)
    output.finish()
    counts = {
        outcome: sum(result["outcome"] == outcome for result in results)
        for outcome in ("failed", "passed", "skipped", "error")
    }
    if output.as_json:
        print(json.dumps({"tests": results}))
    else:
        print(", ".join(f"{count} {outcome}" for outcome, count in counts.items() if count) or "no tests")
    if counts["failed"] or counts["error"]:
        sys.exit(EXIT_REFUSED)
    sys.exit(0 if results else _NOTHING_FOUND)


def _pass_on(errors: CompileErrors) -> NoReturn:
    raise errors


def _run_file(
    file: compiled_tests.TestFile,
    room: Path,
    directory: Path,
    output: Output,
    results: list[dict[str, object]],
) -> None:
    def tell(name: str, outcome: str, seconds: float = 0.0, text: str = "") -> None:
        results.append({"name": name, "outcome": outcome, "seconds": round(seconds, 4), "text": text})
        if not output.as_json and (outcome in ("failed", "error") or not output.quiet):
            output.finish()
            print(f"{outcome:<8}{name}" + (f": {text}" if outcome == "skipped" else ""))
            if outcome in ("failed", "error"):
                print(text.rstrip("\n"))
            sys.stdout.flush()

    if not file.tests:
        return
    image: Path | None = None
    for number, test in enumerate(file.tests):
        name = f"{file.shown}::{test.name}"
        if test.skip:
            tell(name, "skipped", text=test.skip)
            continue
        if image is None:
            output.working(f"compiling {file.shown}")
            manifest = Manifest(name=file.driver.stem, entry=file.driver)
            try:
                image = building.build(manifest, "linux", Output(quiet=True), refused=_pass_on).image
            except CompileErrors as errors:
                text = compiled_tests.as_known(str(errors), room, directory)
                tell(file.shown, "error", text=text)
                return
        started = time.perf_counter()
        code, out, err = compiled_tests.run(image, file.driver, number, room, directory)
        outcome = "passed" if code == 0 else "failed"
        ended = "" if code in (0, 1) else f"exit code {code}\n"
        tell(name, outcome, time.perf_counter() - started, "" if code == 0 else out + err + ended)
