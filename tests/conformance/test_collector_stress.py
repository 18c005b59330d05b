"""Programs do the same when every allocation collects and what is freed is poisoned.

A sample of the conformance programs, some of every topic; `--hypothesis-profile=long` tries all of them.  A program
that allocates so much that it does not end in time under stress says nothing: it is skipped.
"""

from __future__ import annotations

import subprocess
import sys
from itertools import groupby
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

import harness  # noqa: E402

STRESS = {"MIRAGE_GC_STRESS": "1"}
TIMEOUT = 60.0
IN_CI = 2  # programs of each topic


def _topic(program: harness.Program) -> str:
    return program.name.partition("/")[0]


ALL = [p for p in harness.programs() if p.refusal is None]
SAMPLE = [p for _, group in groupby(ALL, _topic) for p in list(group)[:IN_CI]]


@pytest.mark.slow
@pytest.mark.parametrize("program", ALL if harness.LONG else SAMPLE, ids=lambda program: program.name)
def test_stress_changes_nothing(program: harness.Program) -> None:
    expected = harness.run_cpython(program)
    try:
        actual = harness.run_linux(program, STRESS, TIMEOUT)
    except subprocess.TimeoutExpired:
        pytest.skip(f"allocates too much to end within {TIMEOUT:.0f} s under stress")
    problem = harness.difference(program, expected, actual)
    assert not problem, f"{program.name}\n{problem}"


def test_objects_that_stay_inside_keep_what_they_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    """LLVM leaves out objects and parts of objects; the collector needs what is left."""
    monkeypatch.setenv("MIRAGE_O", "2")
    program = harness.load(harness.HERE / "structures" / "objects_that_stay_inside.py")
    actual = harness.run_linux(program, STRESS, TIMEOUT, batch=(program,))
    problem = harness.difference(program, harness.run_cpython(program), actual)
    assert not problem, problem
