"""The command line as a user meets it: a separate process, its streams and its exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = """import sys
print("out", sys.argv[1:])
print("err", file=sys.stderr)
sys.exit(7)
"""


def mirage(*arguments: str, cwd: Path | None = None, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mirage.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, input=stdin, timeout=180)


@pytest.fixture
def program(tmp_path: Path) -> Path:
    file = tmp_path / "prog.py"
    file.write_text(PROGRAM)
    return file


def test_cpython_passes_streams_arguments_and_exit_code_through(program: Path) -> None:
    done = mirage("run", str(program), "-t", "cpython", "--", "8080", "--verbose", "-q")
    assert done.stdout == "out ['8080', '--verbose', '-q']\n"
    assert done.stderr == "err\n"
    assert done.returncode == 7


def test_a_program_killed_by_a_signal_is_seen_as_such(tmp_path: Path) -> None:
    file = tmp_path / "dies.py"
    file.write_text("import os, signal\nos.kill(os.getpid(), signal.SIGTERM)\n")
    assert mirage("run", str(file), "-t", "cpython").returncode == -15


def test_host_sockets_cannot_be_mapped(program: Path) -> None:
    done = mirage("run", str(program), "-t", "linux", "-p", "9000:8080")
    assert done.returncode == 2 and "uses the host's own sockets" in done.stderr and done.stdout == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-p", "x:1"], "not a port"),
        (["-t", "virtio", "--memory", "1T"], "not an amount of memory"),
        (["-t", "virtio", "--memory", "7M"], "out of range: 8M to 3G"),
        (["-t", "virtio", "--ipv4", "10.0.0.2"], "prefix length"),
        (["-t", "virtio", "--ipv4-gateway", "10.0.0.1"], "needs --ipv4"),
        (["-t", "linux", "--memory", "64M"], "belongs to virtual machines"),
        (["-t", "virtio", "--net", "bridge"], "tap:NAME"),
    ],
)
def test_what_cannot_be_done_is_said(program: Path, arguments: list[str], message: str) -> None:
    done = mirage("run", str(program), *arguments)
    assert done.returncode == 2 and message in done.stderr and done.stdout == ""


def test_levels_of_optimisation_are_other_images_of_the_same_behaviour(program: Path, tmp_path: Path) -> None:
    images = []
    for level in ("0", "2"):
        image = tmp_path / f"prog{level}"
        built = mirage("build", str(program), "-O", level, "-o", str(image))
        assert built.returncode == 0, built.stderr
        done = subprocess.run([image, "x"], capture_output=True, text=True)
        assert (done.stdout, done.stderr, done.returncode) == ("out ['x']\n", "err\n", 7)
        images.append(image.read_bytes())
    assert images[0] != images[1]
    assert "unchanged" in mirage("build", str(program), "-O0", "-o", str(tmp_path / "again")).stderr
    refused = mirage("build", str(program), "-O", "3", "-o", str(tmp_path / "never"))
    assert refused.returncode == 2 and "not in the range" in refused.stderr


def test_configuration_errors_show_their_line(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("print(1)\n")
    (tmp_path / "pyproject.toml").write_text('[tool.mirage]\ncolour = "red"\n')
    done = mirage("describe", str(tmp_path))
    assert done.returncode == 2
    assert 'pyproject.toml:2: [tool.mirage] has no setting `colour`\n2 | colour = "red"\n' in done.stderr


def test_describe_lists_the_files_an_application_imports(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("from pkg import thing\nimport json\n")
    (tmp_path / "pkg").mkdir()
    (tmp_path / "pkg" / "__init__.py").write_text("")
    (tmp_path / "pkg" / "thing.py").write_text("from . import other\n")
    (tmp_path / "pkg" / "other.py").write_text("")
    (tmp_path / "unused.py").write_text("")
    told = json.loads(mirage("describe", "--json", str(tmp_path)).stdout)
    assert told["files"] == ["app.py", "pkg/__init__.py", "pkg/other.py", "pkg/thing.py"]
    assert told["memory"] == 64 << 20


def test_new_makes_a_project_that_can_be_described(tmp_path: Path) -> None:
    made = mirage("new", str(tmp_path / "shop"))
    assert made.returncode == 0 and made.stdout == ""
    assert json.loads(mirage("describe", "--json", str(tmp_path / "shop")).stdout)["name"] == "shop"
    assert mirage("new", str(tmp_path / "shop")).returncode == 2


def test_users_tests_run_under_cpython(tmp_path: Path) -> None:
    (tmp_path / "app.py").write_text("def double(n: int) -> int:\n    return 2 * n\n")
    (tmp_path / "test_app.py").write_text("import app\n\ndef test_double():\n    assert app.double(2) == 4\n")
    done = mirage("test", str(tmp_path))
    assert done.returncode == 0 and "1 passed" in done.stdout
    assert mirage("test", str(tmp_path), "-t", "virtio").returncode == 2
    assert mirage("test", str(tmp_path / "none")).returncode == 2


def test_linux_passes_streams_arguments_and_exit_code_through(program: Path) -> None:
    done = mirage("run", str(program), "-q", "--", "a", "two words")
    assert (done.stdout, done.stderr, done.returncode) == ("out ['a', 'two words']\n", "err\n", 7)


def test_a_second_build_is_taken_from_the_cache_and_says_so(program: Path, tmp_path: Path) -> None:
    first = mirage("build", str(program), "-o", str(tmp_path / "a.elf"))
    second = mirage("build", str(program), "-o", str(tmp_path / "b.elf"))
    assert "built in" in first.stderr and "reused from the cache" in second.stderr
    assert first.stdout == second.stdout == ""
    assert (tmp_path / "a.elf").read_bytes() == (tmp_path / "b.elf").read_bytes()
    program.write_text(PROGRAM.replace("7", "8"))
    assert "built in" in mirage("build", str(program), "-o", str(tmp_path / "a.elf")).stderr
    assert subprocess.run([str(tmp_path / "a.elf")], capture_output=True).returncode == 8


def test_a_native_program_is_static_and_has_no_interpreter(program: Path, tmp_path: Path) -> None:
    image = tmp_path / "prog.elf"
    assert mirage("build", str(program), "-q", "-o", str(image)).returncode == 0
    listed = subprocess.run(["ldd", str(image)], capture_output=True, text=True)
    assert "not a dynamic executable" in listed.stderr + listed.stdout


def test_check_shows_type_errors_and_generates_nothing(tmp_path: Path) -> None:
    file = tmp_path / "wrong.py"
    file.write_text('print(1)\nx: int = "text"\n')
    done = mirage("check", str(file))
    assert done.returncode == 1 and done.stdout == ""
    assert "error[assignment]" in done.stderr and 'x: int = "text"' in done.stderr
    told = json.loads(mirage("check", "--json", str(file)).stdout)
    assert told["ok"] is False and told["errors"][0]["line"] == 2
    file.write_text("print(1)\n")
    assert mirage("check", str(file)).returncode == 0


@pytest.mark.parametrize("emit", ["ir", "llvm"])
def test_intermediate_text_can_be_read(program: Path, emit: str) -> None:
    done = mirage("build", str(program), "--emit", emit, "-q")
    assert done.returncode == 0 and "main" in done.stdout


def test_the_report_names_sections_and_functions(program: Path, tmp_path: Path) -> None:
    done = mirage("build", str(program), "-o", str(tmp_path / "p.elf"), "--report", "-q")
    assert done.returncode == 0 and ".text" in done.stdout


@pytest.mark.boot
def test_virtio_passes_streams_arguments_and_exit_code_through(program: Path) -> None:
    done = mirage("run", str(program), "-t", "virtio", "-q", "--", "8080", "--verbose")
    assert (done.stdout, done.stderr, done.returncode) == ("out ['8080', '--verbose']\n", "err\n", 7)
