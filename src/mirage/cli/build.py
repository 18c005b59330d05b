"""`mirage build`: write the image, or the compiler's intermediate text."""

from __future__ import annotations

import json
from pathlib import Path

import click

from mirage.cli import building
from mirage.cli.options import TARGETS, manifest_of, optimise_option, path_argument, voice_options
from mirage.cli.output import EXIT_FILES, Output
from mirage.cli.xen import write_config
from mirage.compiler.errors import CompileErrors
from mirage.images.report import Report, image_report, render_report


@click.command()
@path_argument
@click.option("-t", "--target", type=click.Choice(TARGETS), default="linux", show_default=True)
@click.option("-o", "--output", "to", type=click.Path(path_type=Path), help="The file to write.")
@optimise_option
@click.option("--emit", type=click.Choice(["ir", "llvm"]), help="Write this text instead of an image.")
@click.option("--report", is_flag=True, help="List what is in the image, how large it is and what needs it.")
@click.option("--why", metavar="FUNCTION", help="Show through which functions this one is in the image.")
@voice_options
def build(
    path: Path,
    target: str,
    to: Path | None,
    optimise: int,
    emit: str | None,
    report: bool,
    why: str | None,
    verbose: bool,
    quiet: bool,
    as_json: bool,
) -> None:
    """Compile PATH, a file or a directory with app.py or [tool.mirage] entry.

    Without -o the image is NAME.TARGET.elf here; for xen, NAME.xen.cfg beside it is what `xl create` takes.
    --emit writes to standard output without -o.
    --report, --why and --json print on standard output.
    """
    output = Output(quiet, verbose, as_json)
    if target == "cpython":
        output.fail("there is nothing to build for cpython; use `mirage run -t cpython`")
    manifest = manifest_of(path, output, optimise)
    if emit is not None:
        _emit(manifest.entry, target, emit, to, output)
        return
    built = building.build(manifest, target, output, to or Path(f"{manifest.name}.{target}.elf"))
    config = write_config(manifest, built, output) if target == "xen" else None
    if why is not None:
        _explain(why, image_report(built.image, built.symbols), output)
    if report or as_json:
        contents = image_report(built.image, built.symbols)
        if as_json:
            print(
                json.dumps(
                    {
                        "image": str(built.image),
                        "size": built.size,
                        "target": target,
                        **({"config": str(config)} if config is not None else {}),
                        "cached": built.cached,
                        "seconds": round(built.seconds, 4),
                        "stages": [{"name": n, "seconds": round(s, 4)} for n, s in built.stages],
                        "report": contents.as_dict() if report else None,
                    }
                )
            )
        else:
            print(render_report(contents))


def _explain(function: str, contents: Report, output: Output) -> None:
    """Print the chain to every function of the image whose name is `function` or ends in it."""
    there = {name for name, _ in contents.functions}
    found = [name for name in contents.reached if name == function]
    found = found or [n for n in contents.reached if f".{n}".split("[")[0].endswith(f".{function}")]
    if not found:
        output.fail(f"no function `{function}` is in the image; --report lists the largest")
    for name in sorted(found):
        inlined = "" if name in there else "  (inlined, or folded with its equal)"
        for depth, step in enumerate(contents.why(name)):
            print("  " * depth + step + (inlined if step == name else ""))


def _emit(entry: Path, target: str, emit: str, to: Path | None, output: Output) -> None:
    from tempfile import TemporaryDirectory

    from mirage.compiler.driver import BuildRequest, build_image

    if to is not None and not to.exists():
        building.check_destination(to, entry, output)
    output.working(f"compiling {entry} for {target}")
    with TemporaryDirectory(prefix="mirage-") as directory:
        text = Path(directory) / f"emitted.{emit}"
        request = BuildRequest(
            entry=entry, target=target, output=text, emit=emit, cache=None, progress=output.stage
        )
        try:
            building.check_encoding(entry)
            result = build_image(request)
        except CompileErrors as errors:
            output.compile_errors(errors)
        except OSError as error:
            output.file_error(f"build {entry}", error)
        except Exception as error:
            output.compiler_bug(error)
        output.finish()
        written = result.image.read_text(encoding="utf-8")
    if to is None:
        print(written, end="")
    else:
        try:
            to.write_text(written, encoding="utf-8")
        except OSError as error:
            output.fail(f"cannot write {to}: {error.strerror or error}", EXIT_FILES)
        output.say(f"wrote {to}")
