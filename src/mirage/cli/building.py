"""Build an image, or take it from the cache, and tell how long each stage took."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from mirage.cli.interrupts import ending_at_once
from mirage.cli.output import EXIT_FILES, EXIT_REFUSED, Output, duration_text, size_text
from mirage.compiler.errors import CompileError, CompileErrors
from mirage.config import Manifest
from mirage.images import cache

if TYPE_CHECKING:
    from mirage.compiler.driver import BuildResult


@dataclass(frozen=True)
class Built:
    """A finished image: bytes on disk, seconds of each stage, and whether nothing had to be compiled.

    symbols   a copy of the image with its symbol table
    """

    image: Path
    symbols: Path
    size: int
    stages: list[tuple[str, float]]
    cached: bool
    seconds: float


def build(
    manifest: Manifest,
    target: str,
    output: Output,
    to: Path | None = None,
    refused: Callable[[CompileErrors], NoReturn] | None = None,
) -> Built:
    """The image of an application; what goes wrong is shown and ends the process.

    to       where to write it; None leaves it in the cache, where it must not be changed
    refused  called in place of that for a program that cannot be compiled
    """
    if to is not None:
        check_destination(to, manifest.entry, output)
    started = time.perf_counter()
    try:
        store = cache.cache_directory(manifest.entry)
    except OSError as error:
        output.file_error("make a folder for kept images", error)
    output.working("looking for a kept image")
    level = manifest.optimise
    key = cache.image_key(manifest.entry, target, (f"-O{level}",))
    kept = cache.find(store, key)
    result: BuildResult | None = None
    if kept is None:
        result = _compile(manifest, target, store, key, output, refused or output.compile_errors)
    stages = result.stages if result is not None else []
    image = store / key
    if to is not None:
        write_in_place(to, image, output)
    output.finish()
    size = image.stat().st_size
    seconds = time.perf_counter() - started
    shown = to if to is not None else manifest.entry
    if result is None:
        output.say(f"{shown}: {target} image, {size_text(size)}, unchanged, reused from the cache")
    else:
        kept_units = f" ({result.compiled} of {result.units} units compiled, the others were kept)"
        output.say(
            f"{shown}: {target} image, {size_text(size)}, built in {duration_text(seconds)}"
            + (kept_units if result.compiled < result.units else "")
        )
        if not output.verbose and not output.is_lively:  # who has not seen the stages one by one
            output.say(", ".join(f"{name} {duration_text(spent)}" for name, spent in stages))
    output.event(
        "image",
        path=str(to or image),
        size=size,
        cached=result is None,
        seconds=round(seconds, 4),
        units=result.units if result is not None else 0,
        compiled=result.compiled if result is not None else 0,
    )
    return Built(to or image, cache.symbols_of(image), size, stages, kept is not None, seconds)


def _compile(
    manifest: Manifest,
    target: str,
    store: Path,
    key: str,
    output: Output,
    refused: Callable[[CompileErrors], NoReturn],
) -> BuildResult:
    """Put the image into the store under its key."""
    # The compiler takes a second to import; a kept image does not need it.
    from mirage.compiler.driver import BuildRequest, build_image
    from mirage.compiler.link import LinkError
    from mirage.compiler.llvm.clang import ToolchainError

    entry = manifest.entry
    output.working(f"compiling {entry} for {target}")
    fresh = store / f"{key}.{os.getpid()}"
    request = BuildRequest(
        entry=entry,
        target=target,
        output=fresh,
        emit=None,
        cache=store,
        progress=output.stage,
        optimise=manifest.optimise,
    )

    def clean_up() -> None:
        output.finish()
        cache.discard(fresh)

    try:
        check_encoding(entry)
        with ending_at_once(clean_up):
            result = build_image(request)
        cache.keep(store, key, result.image)
        return result
    except CompileErrors as errors:
        refused(errors)
    except LinkError as error:
        output.fail(f"the image could not be linked: {error}", EXIT_REFUSED)
    except ToolchainError as error:
        output.fail(f"the image could not be built: {error}", EXIT_REFUSED)
    except OSError as error:
        output.file_error(f"build {entry}", error)
    except Exception as error:
        output.compiler_bug(error)
    finally:
        cache.discard(fresh)


def check_encoding(entry: Path) -> None:
    """Refuse sources that are not UTF-8: raises CompileErrors."""
    found = []
    for file in sorted(cache.application_files(entry)):
        data = file.read_bytes()
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            found.append(
                CompileError(
                    "encoding",
                    f"byte 0x{data[error.start]:02x} is not UTF-8",
                    str(file if file != entry.resolve() else entry),
                    data.count(b"\n", 0, error.start) + 1,
                    help="save the file as UTF-8; other encodings are not compiled",
                )
            )
    if found:
        raise CompileErrors(found)


def check_destination(to: Path, entry: Path, output: Output) -> None:
    """Refuse at once what could not be written in the end, or should not."""
    if to.is_dir():
        output.fail(f"cannot write {to}: it is a directory", EXIT_FILES)
    if to.exists() and not to.is_file():
        output.fail(f"cannot write {to}: it is not a regular file", EXIT_FILES)
    if to.exists() and to.resolve() in cache.application_files(entry):
        output.fail(f"cannot write {to}: it is a source file of the application")
    above = to.absolute().parent
    while not above.exists():
        above = above.parent
    if not above.is_dir():
        output.fail(f"cannot write {to}: {above} is not a directory", EXIT_FILES)
    if not os.access(above, os.W_OK):
        output.fail(f"cannot write {to}: {above} cannot be written", EXIT_FILES)


def write_in_place(to: Path, source: Path, output: Output) -> None:
    """Copy an executable; when whole it takes the name of an old one, which may be running."""
    fresh = to.with_name(f".{to.name}.{os.getpid()}")
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, fresh)
        fresh.chmod(0o755)
        os.replace(fresh, to)
    except OSError as error:
        output.fail(f"cannot write {to}: {error.strerror or error}", EXIT_FILES)
    finally:
        with contextlib.suppress(OSError):
            fresh.unlink()
