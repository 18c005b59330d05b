"""Run one program under CPython and compiled, and say where they differ.

A program is a `.py` file in a topic directory beside this file, or a directory with `app.py`.  Its first
lines may hold:

    # args: --count 3              sys.argv[1:], as a shell would split them
    # stdin: two\\nlines            standard input; \\n and \\t are understood
    # traceback: lines-only        compare files, lines, functions and the message, not source and carets
    # boot: yes                    also run as a virtual machine
    # expect-refusal: CODE         (in refused/) the compiler must refuse with this code

Standard output and the exit code must be equal byte for byte, standard error too, except that frames
of the standard library are left out of CPython's tracebacks.

Run as a script it compares the programs named on the command line:

    python tests/conformance/harness.py tests/conformance/ints/edges.py
"""

from __future__ import annotations

import difflib
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

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "src"))

TIMEOUT = 20.0  # seconds for one run
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

    Not optimised they compile in a third of the time, and LLVM is not what most of them are about.  MIRAGE_O
    overrides it, and so does `--hypothesis-profile=long`.
    """
    if LONG or target != "linux" or program.boot:
        return 2
    return int(os.environ.get("MIRAGE_O") or (2 if zlib.crc32(program.name.encode()) % 5 == 0 else 0))


def compiled(program: Program, target: str) -> Path:
    """The program's image, kept between runs; raises CompileErrors."""
    from mirage.compiler.driver import BuildRequest, build_image
    from mirage.images import cache

    store = ROOT / ".mirage" / "conformance"
    store.mkdir(parents=True, exist_ok=True)
    optimise = level(program, target)
    key = cache.image_key(program.entry, target, (f"-O{optimise}",))
    kept = cache.find(store, key)
    if kept is not None:
        return kept
    fresh = store / f"{key}.{os.getpid()}"
    request = BuildRequest(
        entry=program.entry,
        target=target,
        output=fresh,
        emit=None,
        cache=store,
        progress=lambda stage, seconds: None,
        optimise=optimise,
    )
    in_a_child(lambda: cache.keep(store, key, build_image(request).image, entries_kept=2000))
    return store / key


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


def run_linux(program: Program, more: dict[str, str] | None = None, timeout: float = TIMEOUT) -> Outcome:
    """What the compiled program does; sys.argv[0] is the entry's path, as under CPython."""
    image = compiled(program, "linux")
    launcher = "import os, sys; os.execv(sys.argv[1], sys.argv[2:])"
    command = [sys.executable, "-S", "-c", launcher, str(image), str(program.entry), *program.arguments]
    return run(command, program, more, timeout)


def run_virtual_machine(program: Program) -> Outcome:
    """What the booted program does."""
    image = compiled(program, "virtio")
    launcher = (
        "import sys; from pathlib import Path; from mirage.launch.qemu import run_virtio; "
        "sys.exit(run_virtio(Path(sys.argv[1]), sys.argv[3:], argv0=sys.argv[2], network=None))"
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

    chosen = [load(Path(path).resolve()) for path in paths]
    bad = 0
    for program in chosen or [p for p in programs() if p.refusal is None]:
        started = time.perf_counter()
        try:
            problem = difference(program, run_cpython(program), run_linux(program))
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
