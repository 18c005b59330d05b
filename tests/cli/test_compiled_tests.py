"""`mirage test -t linux`: which tests are found, what each becomes, and how results are shown."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from mirage.cli import compiled_tests

TESTS = """import sys

import pytest

import app

pytestmark = pytest.mark.slow


def test_double():
    assert app.double(2) == 4


@pytest.mark.parametrize("n, wanted", [(1, 2), (5, 11)])
@pytest.mark.parametrize(
    "again",
    [True],
)
def test_many(n: int, wanted: int, again: bool) -> None:
    print("looked at", n)
    assert app.double(n) == wanted


def test_raises():
    with pytest.raises(ValueError) as caught:
        int("x")
    assert "invalid" in str(caught.value)


@pytest.fixture
def three() -> int:
    return 3


def test_fixture(three: int) -> None:
    assert three == 3


@pytest.mark.skip
def test_later() -> None:
    assert False


def test_exit() -> None:
    sys.exit(7)


class TestThings:
    def test_method(self) -> None:
        assert 0.1 + 0.2 == pytest.approx(0.3)
"""
NAMES = [
    ("test_double", ""),
    ("test_many[True-1-2]", ""),
    ("test_many[True-5-11]", ""),
    ("test_raises", ""),
    ("test_fixture", "it uses fixtures (three)"),
    ("test_later", "marked skip"),
    ("test_exit", ""),
    ("TestThings::test_method", ""),
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "app.py").write_text("def double(n: int) -> int:\n    return 2 * n\n")
    (tmp_path / "tests").mkdir()
    (tmp_path / "tests" / "test_app.py").write_text(TESTS)
    (tmp_path / "tests" / "conftest.py").write_text("raise SystemExit\n")
    (tmp_path / "test_wrong.py").write_text("def test_wrong() -> None:\n    x: int = 'a'\n")
    return tmp_path


def test_tests_are_found_as_pytest_finds_them(project: Path) -> None:
    room = project / ".mirage" / "tests"
    wrong, found = sorted(compiled_tests.collect(project, room), key=lambda file: len(file.tests))
    assert [(test.name, test.skip) for test in found.tests] == NAMES
    assert found.tests[2].call == "tests.test_app.test_many(again=True, n=5, wanted=11)"
    assert found.tests[7].call == "tests.test_app.TestThings().test_method()"
    assert [test.name for test in wrong.tests] == ["test_wrong"]
    copy = (room / "tests" / "test_app.py").read_text()
    assert copy.count("\n") == TESTS.count("\n") and "@pytest" not in copy and "pytestmark" not in copy
    assert (room / "tests" / "__init__.py").exists() and not (room / "tests" / "conftest.py").exists()
    assert (project / "tests" / "test_app.py").read_text() == TESTS
    [one] = compiled_tests.collect(project / "test_wrong.py", room)
    assert one.driver.name == "run_test_wrong.py"


def test_what_pytest_collects_has_the_same_names(project: Path) -> None:
    (project / "tests" / "conftest.py").unlink()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", "tests"],
        capture_output=True,
        text=True,
        cwd=project,
        env={"PYTHONPATH": str(project)},
    )
    names = [line.partition("::")[2] for line in done.stdout.splitlines() if "::" in line]
    assert names == [name for name, _ in NAMES]


def test_compiled_tests_run_each_in_a_process_of_its_own(project: Path) -> None:
    command = [sys.executable, "-P", "-m", "mirage.cli", "test", ".", "-t", "linux"]
    done = subprocess.run(command, capture_output=True, text=True, cwd=project, timeout=300)
    assert done.returncode == 1 and done.stderr == ""
    lines = done.stdout.splitlines()
    assert lines[0] == "error   test_wrong.py" and lines[1].startswith("error[assignment]: ")
    assert "  --> test_wrong.py:2:14" in done.stdout
    outcomes = [line.split()[0] for line in lines if line.startswith(("passed ", "failed ", "skipped "))]
    assert outcomes == [
        "passed", "passed", "failed", "passed", "skipped", "skipped", "failed", "passed"
    ]  # fmt: skip
    assert (
        "failed  tests/test_app.py::test_many[True-5-11]\nlooked at 5\nTraceback (most recent call last):\n"
        '  File "tests/test_app.py", line 21, in test_many\n    assert app.double(n) == wanted\n'
    ) in done.stdout
    assert "failed  tests/test_app.py::test_exit\nexit code 7\n" in done.stdout
    assert "skipped tests/test_app.py::test_fixture: it uses fixtures (three)\n" in done.stdout
    assert lines[-1] == "2 failed, 4 passed, 2 skipped, 1 error"
    (project / "test_wrong.py").write_text("\n")
    again = subprocess.run([*command, "--json"], capture_output=True, text=True, cwd=project, timeout=300)
    assert [test["outcome"] for test in json.loads(again.stdout)["tests"]] == outcomes
