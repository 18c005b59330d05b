"""Compiling the compiler: mypyc makes C of it, the system's compiler or Zig's extension modules of that.

    python -P -m mirage.compiler.accelerating FOLDER      C sources and extensions.json into FOLDER
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from pathlib import Path

import mirage
from mirage.compiler.accelerated import folder_of_this, modules, store

KEPT = 3  # compiled compilers, for as many clones and versions
_UNFINISHED = ".making-"  # begins the name of a folder where one is being made

Progress = Callable[[int, int], None]


class AccelerationError(Exception):
    """The compiler could not be compiled; the text says why and what to do."""


def build(progress: Progress = lambda done, of: None) -> Path:
    """Compile the compiler, if that has not been done; the folder it is in.

    progress  told how many files of C are compiled, of how many
    raises    AccelerationError
    """
    folder = folder_of_this()
    if folder.is_dir():
        return folder
    includes = sysconfig.get_path("include")
    if not (Path(includes) / "Python.h").exists():
        raise AccelerationError(
            f"Python's C headers are not in {includes}: install them "
            f"(apt-get install python{sys.version_info[0]}.{sys.version_info[1]}-dev)"
        )
    store().mkdir(parents=True, exist_ok=True)
    with _room() as room:
        extensions = _generate(room)
        made = room / "made"
        made.mkdir()
        _compile(extensions, made, room, progress)
        try:
            made.rename(folder)
        except OSError:
            if not folder.is_dir():  # somebody else was faster: as good
                raise
    finished = [p for p in store().iterdir() if p != folder and not p.name.startswith(_UNFINISHED)]
    others = sorted(finished, key=lambda p: p.stat().st_mtime)
    for old in others[: -(KEPT - 1)]:
        shutil.rmtree(old, ignore_errors=True)
    return folder


@contextmanager
def _room() -> Iterator[Path]:
    """A folder for the work, on the file system where the result goes."""
    room = Path(tempfile.mkdtemp(prefix=_UNFINISHED, dir=store()))
    try:
        yield room
    finally:
        shutil.rmtree(room, ignore_errors=True)


def _generate(room: Path) -> list[dict[str, object]]:
    command = [sys.executable, "-P", "-m", "mirage.compiler.accelerating", str(room)]
    source = str(Path(mirage.__file__).parents[1])
    environment = {**os.environ, "MYPYPATH": source, "PYTHONPATH": source, "MIRAGE_NATIVE": "0"}
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=source, env=environment)
    if done.returncode != 0:
        raise AccelerationError(f"mypyc failed:\n{(done.stderr or done.stdout).strip()}")
    found = json.loads((room / "extensions.json").read_text())
    assert isinstance(found, list)
    return found


def _compiler() -> list[str]:
    """The C compiler: the system's, or Zig's, which is always there."""
    return ["cc"] if shutil.which("cc") else [sys.executable, "-m", "ziglang", "cc"]


def _compile(extensions: list[dict[str, object]], made: Path, room: Path, progress: Progress) -> None:
    from mirage.compiler.llvm.clang import processors

    compiler = _compiler()
    flags = ["-O2", "-DNDEBUG", "-fwrapv", "-fPIC", "-w", f"-I{sysconfig.get_path('include')}"]
    work: list[list[str]] = []
    links: list[list[str]] = []
    for extension in extensions:
        sources, directories = extension["sources"], extension["directories"]
        assert isinstance(sources, list) and isinstance(directories, list)
        objects = []
        for source in sources:
            objects.append(f"{room}/{len(work)}.o")
            inside = [f"-I{directory}" for directory in directories]
            work.append([*compiler, *flags, *inside, "-c", source, "-o", objects[-1]])
        links.append([*compiler, "-shared", "-s", *objects, "-o", f"{made}/{extension['name']}.so"])
    total = len(work) + len(links)
    done = 0
    with ThreadPoolExecutor(processors()) as pool:
        for commands in (work, links):
            running = [pool.submit(_run, command) for command in commands]
            try:
                for finished in as_completed(running):
                    finished.result()
                    done += 1
                    progress(done, total)
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        raise AccelerationError(f"`{' '.join(command[:3])} ...` failed:\n{done.stderr.strip()[-2000:]}")


def main() -> None:
    """Write the C sources; extensions.json says which belong to which extension module."""
    from mypyc.build import mypycify

    room = Path(sys.argv[1])
    os.chdir(Path(mirage.__file__).parents[1])
    options = ["--config-file=", "--ignore-missing-imports", f"--cache-dir={room}/cache"]
    paths = [os.path.relpath(path) for path in modules().values()]
    extensions = mypycify([*options, *paths], multi_file=True, target_dir=f"{room}/c")
    plan = [
        {"name": e.name, "sources": list(e.sources), "directories": list(e.include_dirs)} for e in extensions
    ]
    (room / "extensions.json").write_text(json.dumps(plan))


if __name__ == "__main__":
    main()
