"""Every program here does the same under CPython and compiled."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import harness  # noqa: E402

ALL = harness.programs()
ACCEPTED = [program for program in ALL if program.refusal is None]
REFUSED = [program for program in ALL if program.refusal is not None]
BOOTED = [program for program in ACCEPTED if program.boot]


def test_there_are_enough_programs() -> None:
    assert len(ALL) >= 1000 and len(ACCEPTED) >= 950 and len(REFUSED) >= 40 and len(BOOTED) >= 3


@pytest.mark.parametrize("program", ACCEPTED, ids=lambda program: program.name)
def test_compiled_equals_cpython(program: harness.Program) -> None:
    problem = harness.difference(program, harness.run_cpython(program), harness.run_linux(program))
    assert not problem, f"{program.name}\n{problem}"


@pytest.mark.boot
@pytest.mark.parametrize("program", BOOTED, ids=lambda program: program.name)
def test_booted_equals_cpython(program: harness.Program) -> None:
    problem = harness.difference(program, harness.run_cpython(program), harness.run_virtual_machine(program))
    assert not problem, f"{program.name}\n{problem}"


@pytest.mark.parametrize("program", REFUSED, ids=lambda program: program.name)
def test_what_cannot_be_compiled_is_refused(program: harness.Program) -> None:
    found = harness.refusals(program)
    assert found, "the program is not refused"
    error = found[0]
    assert error.code == program.refusal, [error.render() for error in found]
    assert Path(error.file).resolve() == program.entry and error.line > 0, "a refusal names its place"
    assert error.reason and error.help and error.column >= 0, error.render()
