"""From a source file to an image: the compiler's front door."""

from __future__ import annotations

import argparse
import contextlib
import gc
import json
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from mirage.compiler.errors import CompileErrors
from mirage.compiler.frontend.analysis import SOURCE, VIRTUAL_MACHINES, analyse
from mirage.compiler.ir.nodes import Program

Progress = Callable[[str, float], None]


@dataclass
class BuildRequest:
    """What to build.

    output    where the image (or the emitted text) goes; beside it OUTPUT.debug, the image with symbols, and
              OUTPUT.reached, why each function is in it (images/report.py)
    emit      None for an image, or `ir` or `llvm` for text
    cache     a folder for compiled objects, or None
    progress  told each stage's name and seconds
    optimise  LLVM's level, 0 (compiles soonest) to 2 (runs fastest)
    others    more programs for the same image, each as much `__main__` as the entry; sys.argv[0] says by its
              path which of them runs
    """

    entry: Path
    target: str
    output: Path
    emit: str | None = None
    cache: Path | None = None
    progress: Progress = lambda stage, seconds: None
    strip: bool = True
    optimise: int = 2
    others: tuple[Path, ...] = ()


@dataclass
class BuildResult:
    """A finished build; of its `units` parts `compiled` had to be compiled, the others were kept."""

    image: Path
    size: int
    stages: list[tuple[str, float]]
    cached: bool = False
    report: dict[str, int] = field(default_factory=dict)
    units: int = 0
    compiled: int = 0


class _Stages:
    def __init__(self, progress: Progress) -> None:
        self.done: list[tuple[str, float]] = []
        self.progress = progress
        self.started = time.perf_counter()

    def end(self, name: str) -> None:
        now = time.perf_counter()
        self.done.append((name, now - self.started))
        self.progress(name, now - self.started)
        self.started = now


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """A compilation drops hardly anything: looking for garbage in it costs a tenth of the time."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.freeze()  # and thaw: what there is now is old, and nobody looks through it at once
            gc.unfreeze()
            gc.enable()


@_uncollected()
def check_program(entry: Path, target: str) -> None:
    """Type-check and lower, unreached functions too, without generating code; raises CompileErrors."""
    _lowered(entry, target, _Stages(lambda stage, seconds: None), everything=True)


def _lowered(
    entry: Path, target: str, stages: _Stages, everything: bool = False, others: tuple[Path, ...] = ()
) -> Program:
    from mirage.compiler.lower.erroneous import all_errors
    from mirage.compiler.lower.program import lower_program

    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, 20_000))
    try:
        analysis = analyse(entry, target, others)
        gc.disable()  # mypy has switched it on
        stages.end("check")
        if analysis.errors:
            raise CompileErrors(all_errors(analysis, target, everything))
        program = lower_program(analysis, target, everything)
        stages.end("lower")
    finally:
        sys.setrecursionlimit(limit)
    program.assembly = [path.read_text() for path in assembly_files(target)]
    return program


def assembly_files(target: str) -> list[Path]:
    folders = [SOURCE / "mirage/targets" / target]
    files = [SOURCE / "mirage/cpu/x86_64/memory.S"]
    if target in VIRTUAL_MACHINES:
        folders += [SOURCE / "mirage/targets/pvh", SOURCE / "mirage/cpu/x86_64"]
    for folder in folders:
        files.extend(p for p in sorted(folder.glob("*.S")) if p not in files)
    return files


@_uncollected()
def build_image(request: BuildRequest) -> BuildResult:
    """Compile and link; raises CompileErrors."""
    from mirage.compiler.ir.printer import print_program
    from mirage.compiler.link import link_image, native_objects, native_sources
    from mirage.compiler.llvm.codegen import compile_program, program_text, run_passes

    stages = _Stages(request.progress)
    program = _lowered(request.entry, request.target, stages, others=request.others)
    if request.emit == "ir":
        request.output.write_text(print_program(program), encoding="utf-8")
        return BuildResult(request.output, request.output.stat().st_size, stages.done)
    if request.emit == "llvm":
        run_passes(program)
        request.output.write_text(program_text(program), encoding="utf-8")
        return BuildResult(request.output, request.output.stat().st_size, stages.done)
    native = native_sources(program, SOURCE / "mirage/crypto")
    library = str(SOURCE)
    compiled = compile_program(
        program,
        opt=request.optimise,
        cache=request.cache,
        is_application=lambda f: not f.file.startswith(library) and bool(f.file),
    )
    stages.end("generate")
    machine = "pvh" if request.target in VIRTUAL_MACHINES else request.target
    script = (SOURCE / "mirage/targets" / machine / "link.ld").read_text()
    objects = [*compiled.objects, *native_objects(native)]
    link_image(objects, script, request.output, entry=program.entry, strip=request.strip)
    reached = request.output.with_name(request.output.name + ".reached")
    reached.write_text(json.dumps(compiled.reached), encoding="utf-8")
    stages.end("link")
    return BuildResult(
        request.output,
        request.output.stat().st_size,
        stages.done,
        units=len(compiled.objects),
        compiled=compiled.compiled,
    )


def main() -> int:
    """`python -m mirage.compiler FILE -t TARGET -o OUT`: the compiler alone, for its own development."""
    parser = argparse.ArgumentParser(prog="mirage.compiler")
    parser.add_argument("file", type=Path)
    parser.add_argument("-t", "--target", default="linux")
    parser.add_argument("-o", "--output", type=Path, default=Path("a.out"))
    parser.add_argument("--emit", choices=("ir", "llvm"))
    parser.add_argument("-O", dest="optimise", type=int, choices=(0, 1, 2), default=2)
    parser.add_argument("--no-strip", action="store_true")
    options = parser.parse_args()
    request = BuildRequest(
        options.file,
        options.target,
        options.output,
        emit=options.emit,
        progress=lambda stage, seconds: print(f"{stage}: {seconds:.2f} s", file=sys.stderr),
        strip=not options.no_strip,
        optimise=options.optimise,
    )
    try:
        result = build_image(request)
    except CompileErrors as errors:
        print(errors.render(color=False), file=sys.stderr)
        return 1
    print(f"{result.image}: {result.size} bytes", file=sys.stderr)
    return 0
