"""Run one program under CPython and compiled, and say where they differ.

A program is a `.py` file in a topic directory beside this file, or a directory with `app.py`.  Its first
lines may hold:

    # args: --count 3              sys.argv[1:], as a shell would split them
    # stdin: two\\nlines            standard input; \\n and \\t are understood
    # traceback: lines-only        compare files, lines, functions and the message, not source and carets
    # boot: yes                    also run as a virtual machine
    # alone: REASON                never compiled into one image with other programs
    # expect-refusal: CODE         (in refused/) the compiler must refuse with this code

Standard output and the exit code must be equal byte for byte, standard error too, except that frames
of the standard library are left out of CPython's tracebacks.

In the suite a fiftieth of the programs are compiled as users do, alone and optimised.  The others share images,
BATCH in one, which takes a fifth of the time; each runs in a process of its own all the same.  So the compiler sees
programs of thousands of lines as well.  `--hypothesis-profile=long` compiles each program alone and optimised.

Run as a script it compares the programs named on the command line, each compiled alone, or with --together
as in the suite:

    python tests/conformance/harness.py tests/conformance/ints/edges.py
"""

from __future__ import annotations

import difflib
import fcntl
import functools
import hashlib
import os
import pickle
import re
import shlex
import subprocess
import sys
import tempfile
import time
import traceback
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mirage.compiler.errors import CompileError

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "src"))

TIMEOUT = 20.0  # seconds for one run
BATCH = 24  # programs of one image
LONG = any("hypothesis-profile=long" in argument for argument in sys.argv)
_HEADER = re.compile(r"# ([a-z-]+): (.*)$")
_FRAME = re.compile(r'( *(?:\| )?)  File "([^"]*)", line \d+')  # the members of groups are indented


@dataclass(frozen=True)
class Program:
    """One program and what its header asks for."""

    entry: Path
    arguments: tuple[str, ...]
    stdin: bytes
    lines_only: bool
    boot: bool
    refusal: str | None
    alone: bool

    @property
    def name(self) -> str:
        place = self.entry.relative_to(HERE) if self.entry.is_relative_to(HERE) else Path(self.entry.name)
        return str(place).removesuffix(".py").removesuffix("/app")


@dataclass(frozen=True)
class Outcome:
    """What one run did."""

    stdout: bytes
    stderr: bytes
    code: int


def load(entry: Path) -> Program:
    """Read a program's header."""
    settings: dict[str, str] = {}
    for line in entry.read_text(encoding="utf-8").splitlines()[:12]:
        found = _HEADER.match(line)
        if found is not None:
            settings[found[1]] = found[2]
    return Program(
        entry=entry,
        arguments=tuple(shlex.split(settings.get("args", ""))),
        stdin=settings.get("stdin", "").encode().decode("unicode_escape").encode("latin-1"),
        lines_only=settings.get("traceback") == "lines-only",
        boot=settings.get("boot") == "yes",
        refusal=settings.get("expect-refusal"),
        alone="alone" in settings,
    )


def programs(folder: Path = HERE) -> list[Program]:
    """Every program below `folder`; the files of a directory program beside its app.py are not programs."""
    found: list[Path] = []
    for directory, names, files in os.walk(folder):
        names[:] = sorted(n for n in names if not n.startswith((".", "__")))
        here = Path(directory)
        if here == HERE:
            continue
        if "app.py" in files:
            found.append(here / "app.py")
            names[:] = []
            continue
        found += [here / name for name in sorted(files) if name.endswith(".py")]
    return [load(entry) for entry in found]


def run(
    command: list[str], program: Program, more: dict[str, str] | None = None, timeout: float = TIMEOUT
) -> Outcome:
    """Run in an empty directory with a fixed environment, and `more` in it."""
    environment = {"PATH": os.environ.get("PATH", ""), "PYTHONHASHSEED": "0", "PYTHONUTF8": "1"}
    environment["PYTHONPATH"] = str(ROOT / "src")
    environment.update(more or {})
    with tempfile.TemporaryDirectory(prefix="mirage-conformance-") as directory:
        done = subprocess.run(
            command, input=program.stdin, capture_output=True, cwd=directory, env=environment, timeout=timeout
        )
    return Outcome(done.stdout, done.stderr, done.returncode)


def run_cpython(program: Program) -> Outcome:
    """What the program must do."""
    return run([sys.executable, str(program.entry), *program.arguments], program)


def level(program: Program, target: str) -> int:
    """The optimisation to compile with: for a fifth of the programs as users do, for the others none.

    MIRAGE_O overrides it, and so does `--hypothesis-profile=long`.
    """
    if LONG or target != "linux" or program.boot:
        return 2
    return int(os.environ.get("MIRAGE_O") or (2 if _number(program) % 5 == 0 else 0))


def together(chosen: list[Program]) -> dict[Program, tuple[Program, ...]]:
    """Which of the programs share an image, in groups of BATCH of one level of optimisation.

    A tenth of those that are optimised stay alone, directories and what asks for it too.
    """
    found: dict[Program, tuple[Program, ...]] = {}
    single = [p for p in chosen if p.refusal is None and not p.alone and p.entry.name != "app.py"]
    for optimise in (0, 2):
        shared = [p for p in single if level(p, "linux") == optimise and (not optimise or _number(p) % 50)]
        for start in range(0, len(shared), BATCH):
            batch = tuple(shared[start : start + BATCH])
            found.update(dict.fromkeys(batch, batch))
    return found


def _number(program: Program) -> int:
    """The same in every run, and of nothing but the name."""
    return zlib.crc32(program.name.encode())


@functools.cache
def _batches() -> dict[Program, tuple[Program, ...]]:
    return {} if LONG else together(programs())


def compiled(program: Program, target: str) -> Path:
    """The image that holds the program, perhaps with others, for the suite; raises CompileErrors."""
    return image_of(_batches().get(program, (program,)) if target == "linux" else (program,), target)


def image_of(batch: tuple[Program, ...], target: str) -> Path:
    """The programs' image, kept between runs; raises CompileErrors."""
    from mirage.compiler.driver import BuildRequest, build_image
    from mirage.images import cache

    store = ROOT / ".mirage" / "conformance"
    store.mkdir(parents=True, exist_ok=True)
    optimise = level(batch[0], target)
    keys = [cache.image_key(program.entry, target, (f"-O{optimise}",)) for program in batch]
    key = keys[0] if len(keys) == 1 else hashlib.sha256("".join(keys).encode()).hexdigest()
    with (store / f"lock.{key[:2]}").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # another worker may be at the same image
        kept = cache.find(store, key)
        if kept is not None:
            return kept
        if key in _failures:
            raise _failures[key]
        request = BuildRequest(
            entry=batch[0].entry,
            target=target,
            output=store / f"{key}.{os.getpid()}",
            emit=None,
            cache=store,
            progress=lambda stage, seconds: None,
            optimise=optimise,
            others=tuple(program.entry for program in batch[1:]),
        )
        try:
            in_a_child(lambda: cache.keep(store, key, build_image(request).image, entries_kept=2000))
        except BaseException as error:
            _failures[key] = error
            raise
    return store / key


def refusals(program: Program) -> tuple[CompileError, ...]:
    """What is refused in the program, which is compiled with others; alone where they say nothing of it."""
    from mirage.compiler.errors import CompileErrors

    batch = _refused_batches().get(program, (program,))
    mine = [error for error in _refusals_of(batch) if Path(error.file).resolve() == program.entry]
    if mine:
        return tuple(mine)
    try:
        compiled(program, "linux")
    except CompileErrors as errors:
        return tuple(errors.errors)
    return ()


@functools.cache
def _refused_batches() -> dict[Program, tuple[Program, ...]]:
    chosen = [] if LONG else [p for p in programs() if p.refusal is not None and not p.alone]
    batches = [tuple(chosen[start : start + BATCH]) for start in range(0, len(chosen), BATCH)]
    return {program: batch for batch in batches for program in batch}


@functools.cache
def _refusals_of(batch: tuple[Program, ...]) -> tuple[CompileError, ...]:
    """All refusals of an image that cannot be made, kept in a file for the other workers."""
    from mirage.compiler.driver import BuildRequest, build_image
    from mirage.compiler.errors import CompileErrors, InternalError
    from mirage.images import cache

    store = ROOT / ".mirage" / "conformance"
    store.mkdir(parents=True, exist_ok=True)
    keys = [cache.image_key(program.entry, "linux", ("refused",)) for program in batch]
    kept = store / f"{hashlib.sha256(''.join(keys).encode()).hexdigest()}.refusals"
    with (store / f"lock.{kept.name[:2]}").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            found: tuple[CompileError, ...] = ()
            others = tuple(program.entry for program in batch[1:])
            request = BuildRequest(batch[0].entry, "linux", kept.with_suffix(".image"), others=others)
            try:
                in_a_child(lambda: build_image(request))
            except CompileErrors as errors:
                found = tuple(errors.errors)
            except InternalError:
                pass  # the one to blame raises it when it is compiled alone
            kept.write_bytes(pickle.dumps(found))
        found = pickle.loads(kept.read_bytes())
    return found


_failures: dict[str, BaseException] = {}  # of images of several programs: why there is none


def in_a_child(work: Callable[[], object]) -> None:
    """Do the work in a process of its own, and raise here what it raised there.

    What compilations leave behind grows to gigabytes, and looking through it for garbage takes half a minute.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            os.environ.setdefault("MIRAGE_JOBS", "1")  # the tests themselves keep the processors busy
            answer: BaseException | None = None
            try:
                work()
            except BaseException as error:
                answer = error
            try:
                data = pickle.dumps(answer)
            except Exception:
                data = pickle.dumps(RuntimeError("".join(traceback.format_exception(answer))))
            with os.fdopen(writing, "wb") as stream:
                stream.write(data)
        finally:
            os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as stream:
        data = stream.read()
    os.waitpid(child, 0)
    if not data:
        raise RuntimeError("the compiler's process ended without a word")
    raised = pickle.loads(data)
    if raised is not None:
        raise raised


def run_linux(
    program: Program,
    more: dict[str, str] | None = None,
    timeout: float = TIMEOUT,
    batch: tuple[Program, ...] | None = None,
) -> Outcome:
    """What the compiled program does; sys.argv[0] is the entry's path, as under CPython.

    batch   the programs to share an image with, when not those of the suite
    """
    image = compiled(program, "linux") if batch is None else image_of(batch, "linux")
    launcher = "import os, sys; os.execv(sys.argv[1], sys.argv[2:])"
    command = [sys.executable, "-S", "-c", launcher, str(image), str(program.entry), *program.arguments]
    return run(command, program, more, timeout)


def run_virtual_machine(program: Program) -> Outcome:
    """What the booted program does."""
    image = compiled(program, "virtio")
    launcher = (
        "import sys; from pathlib import Path; from mirage.launch.qemu import run_virtio; "
        "sys.exit(run_virtio(Path(sys.argv[1]), sys.argv[3:], argv0=sys.argv[2], networks=()))"
    )
    return run([sys.executable, "-c", launcher, str(image), str(program.entry), *program.arguments], program)


def visible_stderr(text: bytes, program: Program) -> str:
    """Standard error without the standard library's frames; only places and messages if asked for."""
    root = str(program.entry.parent)
    lines: list[str] = []
    keep = True
    margin: str | None = None
    for line in text.decode("utf-8", "replace").splitlines():
        frame = _FRAME.match(line)
        if frame is not None:
            keep = frame[2].startswith(root)
            margin = frame[1]
        elif margin is not None and not line.startswith(margin + "    "):
            keep, margin = True, None
        if keep and not (margin is not None and frame is None and program.lines_only):
            lines.append(line)
    return "\n".join(lines)


def difference(program: Program, expected: Outcome, actual: Outcome) -> str:
    """Empty when the outcomes are equal, otherwise a report with unified diffs."""
    parts: list[str] = []
    if expected.code != actual.code:
        parts.append(f"exit code: CPython {expected.code}, compiled {actual.code}")
    if expected.stdout != actual.stdout:
        parts.append(
            _diff(
                "stdout", expected.stdout.decode("utf-8", "replace"), actual.stdout.decode("utf-8", "replace")
            )
        )
    wanted, got = visible_stderr(expected.stderr, program), visible_stderr(actual.stderr, program)
    if wanted != got:
        parts.append(_diff("stderr", wanted, got))
    return "\n".join(parts)


def _diff(what: str, expected: str, actual: str) -> str:
    lines = difflib.unified_diff(
        expected.splitlines(), actual.splitlines(), f"{what} of CPython", f"{what} compiled", lineterm="", n=1
    )
    return "\n".join(list(lines)[:40]) or f"{what}: only line ends differ"


def main(paths: list[str]) -> int:
    """Compare the named programs (all when none is named); 1 when one differs."""
    from mirage.compiler.errors import CompileErrors

    shared = "--together" in paths
    chosen = [load(Path(path).resolve()) for path in paths if path != "--together"]
    chosen = chosen or [p for p in programs() if p.refusal is None]
    batches = together(chosen) if shared else {}
    bad = 0
    for program in chosen:
        started = time.perf_counter()
        batch = batches.get(program, (program,))
        try:
            problem = difference(program, run_cpython(program), run_linux(program, batch=batch))
        except CompileErrors as errors:
            problem = errors.render()
        except subprocess.TimeoutExpired:
            problem = f"did not end within {TIMEOUT:.0f} s"
        except Exception as error:  # a bug of the compiler: the next program may still be told apart
            problem = f"the compiler failed: {type(error).__name__}: {error}"
        bad += bool(problem)
        print(
            f"{'FAIL' if problem else 'ok  '} {program.name} ({time.perf_counter() - started:.1f} s)",
            flush=True,
        )
        if problem:
            print("    " + problem.replace("\n", "\n    "), flush=True)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
