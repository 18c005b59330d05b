"""Files that cannot be read or written: what is said, the exit code, and what is left behind."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

FILES = 74
COMMAND = [sys.executable, "-P", "-m", "mirage.cli"]  # as ./mirage does


def mirage(*arguments: str | Path, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*COMMAND, *arguments], capture_output=True, text=True, cwd=cwd, timeout=180)


def on_small_disk(
    folder: Path, size: str, *arguments: str | Path, options: str = ""
) -> subprocess.CompletedProcess[str]:
    """Run the command line where `folder` is a file system of `size`; then its files are listed."""
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        pytest.skip("mounting a small file system needs root and unshare")
    script = 'mount -t tmpfs -o "$2" tmpfs "$1" || exit 99; cd "$1"; shift 2; "$@"; c=$?; ls -A; exit $c'
    command = ["unshare", "-m", "sh", "-c", script, "sh", folder, f"size={size}{options}", *COMMAND]
    done = subprocess.run([*command, *arguments], capture_output=True, text=True, timeout=180)
    if done.returncode == 99:
        pytest.skip("file systems cannot be mounted here")
    return done


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("program") / "prog.py"
    file.write_text("print(1)\n")
    return file


def test_a_destination_that_cannot_be_is_refused_before_compiling(program: Path, tmp_path: Path) -> None:
    for to, code, reason in [
        (tmp_path, FILES, "it is a directory"),
        (program / "x.elf", FILES, "is not a directory"),
        (Path("/dev/null"), FILES, "it is not a regular file"),
        (program, 2, "it is a source file of the application"),
    ]:
        done = mirage("build", program, "-o", to)
        assert done.returncode == code and done.stdout == ""
        assert done.stderr.startswith(f"mirage: error: cannot write {to}: ") and reason in done.stderr
        assert done.stderr.count("\n") == 1
    assert program.read_text() == "print(1)\n" and not Path("/dev/null").is_file()


def test_folders_on_the_way_are_made(program: Path, tmp_path: Path) -> None:
    to = tmp_path / "new" / "folder" / "prog.elf"
    assert mirage("build", program, "-o", to, "-q").returncode == 0
    assert [path.name for path in to.parent.iterdir()] == ["prog.elf"]
    assert subprocess.run([to], capture_output=True).stdout == b"1\n"


def test_a_read_only_disk_is_said(program: Path, tmp_path: Path) -> None:
    done = on_small_disk(tmp_path, "1m", "build", program, "-o", "prog.elf", options=",ro")
    assert done.returncode == FILES and done.stdout == ""
    assert done.stderr == f"mirage: error: cannot write prog.elf: {tmp_path} cannot be written\n"


def test_a_full_disk_is_said_and_nothing_is_left(program: Path, tmp_path: Path) -> None:
    done = on_small_disk(tmp_path, "8k", "build", program, "-o", "prog.elf")
    assert done.returncode == FILES and done.stdout == ""
    assert done.stderr.endswith("mirage: error: cannot write prog.elf: No space left on device\n")


def test_text_that_is_not_utf_8_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "old.py"
    file.write_bytes(b"# coding: latin-1\nprint('\xe9')\n")
    done = mirage("build", "old.py", cwd=tmp_path)
    assert done.returncode == 1 and done.stdout == ""
    assert "error[encoding]: byte 0xe9 is not UTF-8\n  --> old.py:2\n" in done.stderr
    told = json.loads(mirage("check", "--json", file).stdout)
    assert told["ok"] is False and told["errors"][0]["code"] == "encoding"
    assert mirage("run", file, "-t", "cpython").returncode == 0
    (tmp_path / "pyproject.toml").write_bytes(b'name = "\xe9"\n')
    done = mirage("check", tmp_path)
    assert done.returncode == 2 and "this is not UTF-8" in done.stderr


def test_a_full_standard_output_is_no_traceback(program: Path) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [*COMMAND, "describe", program], stdout=full, stderr=subprocess.PIPE, text=True, timeout=180
        )
    assert done.returncode == FILES
    assert done.stderr == "mirage: error: [Errno 28] No space left on device\n"


def test_files_named_like_modules_do_not_disturb_the_tool(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("print(1)\n")
    for name in ("types", "click", "json"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('not me')\n")
    root = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "MIRAGE_VENV": str(Path(sys.executable).parents[1])}
    done = subprocess.run(
        [root / "mirage", "describe", "."], capture_output=True, text=True, cwd=tmp_path, env=environment
    )
    assert done.returncode == 0 and "entry    app.py\n" in done.stdout, done.stderr


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize(
    ("name", "text", "code", "message"),
    [
        ("missing.py", None, 2, "mirage: error: missing.py: there is no such file or directory\n"),
        ("notes.txt", "hello\n", 2, "mirage: error: notes.txt: this is not a Python file\n"),
        ("syntax.py", "def f(:\n", 1, "error[syntax]: "),
        ("wrong.py", 'x: int = "a"\n', 1, "error[assignment]: "),
        ("imports.py", "import nothing_of_this_name\n", 1, "error[import-not-found]: "),
        ("folder", "", 2, "mirage: error: folder: this directory has no app.py\n"),
    ],
)
def test_bad_inputs_are_refused(
    tmp_path: Path, command: str, name: str, text: str | None, code: int, message: str
) -> None:
    if text == "":
        (tmp_path / name).mkdir()
    elif text is not None:
        (tmp_path / name).write_text(text)
    done = mirage(command, name, cwd=tmp_path)
    assert done.returncode == code and done.stdout == "" and done.stderr.startswith(message)
    assert "Traceback" not in done.stderr and not list(tmp_path.glob("*.elf"))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["build", "-t", "vax"], "'vax' is not one of 'cpython', 'linux', 'virtio'"),
        (["check", "-t", "vax"], "'vax' is not one of 'linux', 'virtio'"),
        (["run", "-t", "vax"], "'vax' is not one of 'cpython', 'linux', 'virtio'"),
        (["build", "-t", "cpython"], "there is nothing to build for cpython"),
        (["build", "--emit", "wasm"], "'wasm' is not one of 'ir', 'llvm'"),
    ],
)
def test_unknown_targets_and_formats_are_said(program: Path, arguments: list[str], message: str) -> None:
    done = mirage(*arguments, program)
    assert done.returncode == 2 and message in done.stderr and done.stdout == ""
