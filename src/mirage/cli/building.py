"""Build an image, or take it from the cache, and tell how long each stage took."""

from __future__ import annotations

import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from mirage.cli.output import EXIT_REFUSED, Output, duration_text, size_text
from mirage.compiler.errors import CompileErrors
from mirage.config import Manifest
from mirage.images import cache


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


def build(manifest: Manifest, target: str, output: Output, to: Path | None = None) -> Built:
    """The image of an application; compile errors are shown and end the process.

    to   where to write it; None leaves it in the cache, where it must not be changed
    """
    started = time.perf_counter()
    store = cache.cache_directory(manifest.entry)
    output.working("looking for a kept image")
    key = cache.image_key(manifest.entry, target)
    kept = cache.find(store, key)
    stages: list[tuple[str, float]] = []
    if kept is None:
        # The compiler takes a second to import; a kept image does not need it.
        from mirage.compiler.driver import BuildRequest, build_image
        from mirage.compiler.link import LinkError

        def progress(stage: str, seconds: float) -> None:
            stages.append((stage, seconds))
            output.stage(stage, seconds)

        output.working(f"compiling {manifest.entry} for {target}")
        fresh = store / f"{key}.{os.getpid()}"
        request = BuildRequest(
            entry=manifest.entry,
            target=target,
            output=fresh,
            emit=None,
            cache=store,
            progress=progress,
        )
        try:
            result = build_image(request)
        except CompileErrors as errors:
            output.compile_errors(errors)
        except LinkError as error:
            output.fail(f"the image could not be linked: {error}", EXIT_REFUSED)
        except Exception as error:
            output.compiler_bug(error)
        cache.keep(store, key, result.image)
        image = store / key
    else:
        image = kept
    if to is not None:
        to.parent.mkdir(parents=True, exist_ok=True)
        to.unlink(missing_ok=True)  # a running program's file is busy; a new one takes its name
        shutil.copyfile(image, to)
        to.chmod(0o755)
    output.finish()
    size = image.stat().st_size
    seconds = time.perf_counter() - started
    shown = to if to is not None else manifest.entry
    if kept is not None:
        output.say(f"{shown}: {target} image, {size_text(size)}, unchanged, reused from the cache")
    else:
        output.say(f"{shown}: {target} image, {size_text(size)}, built in {duration_text(seconds)}")
        if not output.verbose:
            output.say(", ".join(f"{name} {duration_text(spent)}" for name, spent in stages))
    output.event(
        "image", path=str(to or image), size=size, cached=kept is not None, seconds=round(seconds, 4)
    )
    return Built(to or image, cache.symbols_of(image), size, stages, kept is not None, seconds)
