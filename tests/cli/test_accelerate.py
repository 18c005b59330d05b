"""`mirage accelerate`: the compiled compiler makes what the sources make."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "conformance"))

import harness  # noqa: E402

from mirage.compiler.accelerated import folder_of_this  # noqa: E402

SHARED = [p for p in harness.programs() if p.refusal is None and not p.alone and p.entry.name != "app.py"]
PROGRAMS = [program.entry for program in SHARED[::80]]
# Prints the LLVM text of several programs in one image, and a refusal.
COMPILE = """
import sys
from pathlib import Path
from mirage.compiler.accelerated import activate
print("compiled" if activate() else "interpreted", file=sys.stderr)
from mirage.compiler.driver import BuildRequest, build_image
from mirage.compiler.errors import CompileErrors
from mirage.compiler.lower import world
print(world.__file__, file=sys.stderr)
output, first, *others = map(Path, sys.argv[1:])
build_image(BuildRequest(first, "linux", output, emit="llvm", others=tuple(others)))
try:
    build_image(BuildRequest(Path("tests/conformance/refused/enum_of_floats.py"), "linux", output))
except CompileErrors as errors:
    print(errors.render())
"""


def run(cache: Path, *command: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "XDG_CACHE_HOME": str(cache), **settings}
    words = [sys.executable, "-P", *command]
    return subprocess.run(words, capture_output=True, text=True, cwd=ROOT, env=environment, timeout=400)


@pytest.mark.slow
def test_it_makes_the_same_code(tmp_path: Path) -> None:
    cache, ours, theirs = tmp_path / "cache", tmp_path / "ours.ll", tmp_path / "theirs.ll"
    made = folder_of_this()
    if made.is_dir():  # `.ci/run` begins with it
        shutil.copytree(made, cache / "mirage" / "compiler" / made.name)
    else:
        done = run(cache, "-m", "mirage.cli", "accelerate")
        assert done.returncode == 0, done.stderr
        assert done.stderr.startswith("mirage: compiled the compiler in ")
    again = run(cache, "-m", "mirage.cli", "accelerate")
    assert (again.returncode, again.stderr) == (0, "mirage: the compiler is compiled already\n")

    fast = run(cache, "-c", COMPILE, ours, *PROGRAMS)
    slow = run(cache, "-c", COMPILE, theirs, *PROGRAMS, MIRAGE_NATIVE="0")
    assert fast.returncode == 0, fast.stderr
    assert fast.stderr.splitlines()[0] == "compiled" and fast.stderr.strip().endswith(".so")
    assert slow.stderr.splitlines()[0] == "interpreted" and slow.stderr.strip().endswith(".py")
    assert ours.read_bytes() == theirs.read_bytes()
    assert "error[" in fast.stdout and fast.stdout == slow.stdout

    removed = run(cache, "-m", "mirage.cli", "accelerate", "--remove")
    assert (removed.returncode, removed.stderr) == (0, "mirage: removed\n")
    assert run(cache, "-c", COMPILE, ours, PROGRAMS[0]).stderr.startswith("interpreted")


def test_without_pythons_headers_it_says_what_to_install(tmp_path: Path) -> None:
    script = "import sysconfig, mirage.cli; sysconfig.get_path = lambda name: '/nowhere'; mirage.cli.entry()"
    done = run(tmp_path, "-c", script, "accelerate")
    assert done.returncode == 2
    assert "Python's C headers are not in /nowhere: install them (apt-get install python3" in done.stderr


def test_a_failing_c_compiler_is_shown(tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    cc = tmp_path / "bin" / "cc"
    cc.write_text("#!/bin/sh\necho out of paper >&2\nexit 1\n")
    cc.chmod(0o755)
    path = f"{cc.parent}{os.pathsep}{os.environ['PATH']}"
    done = run(tmp_path / "cache", "-m", "mirage.cli", "accelerate", PATH=path)
    assert done.returncode == 2
    assert "out of paper" in done.stderr
    assert not any((tmp_path / "cache" / "mirage" / "compiler").iterdir())
